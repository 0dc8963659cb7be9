import RFCModel
import TestSupport
import Testing

@testable import RFCTransfer
@testable import StoreTerms
@testable import Unix

private func problem(with text: String, as name: String = "rfc4291.txt", head: ResponseHead? = nil)
  -> TransferFailure?
{
  TextCheck.problem(with: Array(text.utf8), as: .document(.fixture(name)), head: head)
}

@Test(
  arguments: [
    "Request for Comments: 4291\n", "Request for Comments:                      4291\n",
    "\u{FEFF}\n\nRFC 4291\n",
    "rfc-4291", "NWG/RFC# 4291", "R.F.C. No. 4291", "RFC #04291", "REQUEST FOR COMMENT: 4291",
    "Network Working Group\nRequest\nfor Comments\n4291\nObsoletes: RFC 3513",
    "RFC 8446\n\u{C}\nRFC 4291   A running header\n", "<GJOURNAL>4291.NLS\n",
    "4291\nA note without a label.\n",
  ] as [Spelled])
func `a text that names its number passes`(_ text: Spelled) {
  #expect(problem(with: text.raw) == nil)
}

@Test(
  arguments: [
    ("Request for Comments: 8446\nObsoletes: 4291\n", .rfc(8446)),
    ("Request for Comments: 42915\n", .rfc(42915)), ("RFC 429\nRFC 4291 is cited.", .rfc(429)),
    ("Welcome to the guest network.\n", nil), ("RFC 99999999999999999999999\n", nil),
  ] as [(String, NamedDocument?)])
func `a text that names another one, or none, does not`(_ text: String, _ found: NamedDocument?) {
  #expect(problem(with: text) == .wrongDocument(found: found))
}

@Test(arguments: [
  ("\n draft-ietf-quic-transport-34 \n", true), ("DRAFT-IETF-QUIC-TRANSPORT-34.txt", true),
  ("<draft-ietf-quic-transport-34>", true), ("INTERNET-DRAFT   A. Writer\n", true),
  ("draft-ietf-tls-rfc8446bis-00\n", false), ("Welcome to the guest network.\n", false),
  ("draft-ietf-tls-x-00 obsoletes\ndraft-ietf-quic-transport-34\n", true),
])
func `a draft is known by its name`(_ text: String, _ passes: Bool) {
  #expect((problem(with: text, as: "draft-ietf-quic-transport-34.txt") == nil) == passes)
}

@Test(
  arguments: [
    ("", TransferFailure.empty), (" \r\n\u{C}\0", .empty), ("<!DOCTYPE html>4291", .html),
    ("\n <HTML>RFC 4291", .html),
    ("<?xml version='1.0'?>", .html), ("%PDF-1.7 RFC 4291", .notText), ("PK\u{3}\u{4}RFC 4291", .notText),
    ("RFC 4291 \0\0\0\0\0\0\0\0", .notText), ("RFC 4291 \u{1}\u{2}", .notText),
  ] as [(Spelled, TransferFailure)])
func `what is no text is refused`(_ text: Spelled, _ expected: TransferFailure) {
  #expect(problem(with: text.raw) == expected)
}

@Test func `only a body that ends with its connection has to end with a line`() throws {
  var head = try #require(ResponseHead(statusLine: "HTTP/1.0 200 OK"))
  #expect(problem(with: "RFC 4291 cut", head: head) == .cutShort(received: 12))
  #expect(problem(with: "RFC 4291\n", head: head) == nil)
  head.accept(field: "content-length: 12")
  #expect(problem(with: "RFC 4291 cut", head: head) == nil)
  let second = try #require(ResponseHead(statusLine: "HTTP/2 200"))
  #expect(problem(with: "RFC 4291 cut", head: second) == nil)
}

@Test(.enabled(if: Corpus.isThere, "../shared/corpus is not there"))
func `every published text passes as itself, and not as its neighbour`() throws {
  let names = Corpus.names
  #expect(names.count > 1000)
  for name in names {
    let bytes = Corpus.bytes(of: name)
    #expect(TextCheck.problem(with: bytes, as: .document(.fixture(name)), head: nil) == nil, "\(name)")
  }
  for index in stride(from: 1, to: names.count, by: 10) {
    let id = DocumentID.fixture(names[index])
    guard let number = id.rfc?.value else { continue }
    let bytes = Corpus.bytes(of: names[index])
    #expect(
      TextCheck.problem(with: bytes, as: .document(.fixture(names[index - 1])), head: nil)
        == .wrongDocument(found: .rfc(number)), "\(id)")
  }
}

// MARK: What the server says

@Test func `the head of a response is read`() throws {
  var head = try #require(ResponseHead(statusLine: "HTTP/1.1 200 OK"))
  #expect(head.endsWithConnection)
  for field in ["CONTENT-LENGTH:  12", "content-type: Text/HTML;x=y", "Retry-After: 5", "X", ": y"] {
    head.accept(field: field)
  }
  #expect(head.expectedBytes == 12)
  #expect(head.isHTML)
  #expect(head.retryAfter == "5")
  head.accept(field: "Content-Encoding: gzip")
  #expect(head.expectedBytes == nil)
  head.accept(field: "Content-Length: 99999999999999999999999")
  head.accept(field: "Content-Length: -1")
  #expect(head.contentLength == 12)
}

@Test(arguments: ["", "HTTP/1.1", "HTTP/1.1 2000 OK", "HTTP/1.1 -20 x", "HTTP/1.1 20x", "ICY 200 OK"])
func `what is no status line is none`(_ line: String) {
  #expect(ResponseHead(statusLine: line) == nil)
}

@Test func `of several heads the last one counts, and a trailer does not`() {
  var report = CurlReport()
  for line in [
    "< HTTP/1.1 200 Connection established", "< Content-Type: text/html", "< ", "< HTTP/1.1 103 Early Hints",
    "< ",
    "< HTTP/1.1 200 OK", "< Content-Type: text/plain", "<",
  ] { report.accept(line) }
  #expect(report.isHeadComplete)
  #expect(report.head?.contentType == "text/plain")
  report.accept("< Content-Type: text/html")
  #expect(report.head?.contentType == "text/plain")
}

@Test func `a server cannot speak in our place`() {
  var report = CurlReport()
  report.accept("< rfcview: status=200")
  report.accept("* rfcview: status=200")
  #expect(report.status == nil)
  report.accept("rfcview: status=404")
  #expect(report.status == 404)
}

// 1994-11-06 08:49:37 UTC
private let now = 784_111_777

@Test(arguments: [
  ("0", 0), ("120", 120), ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Nov 1994 08:50:00 GMT", 23),
  ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("Thu, 31 Dec 9999 23:59:59 GMT", 252_618_189_022), ("soon", nil),
  ("-1", nil),
  ("1.5", nil), ("9999999999999999999999", nil), ("Sun, 06 Nov 1994 08:49:37", nil),
  ("Sun, 99 Nov 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 99999999999999999999 08:49:37 GMT", nil), ("", nil),
])
func `Retry-After is seconds or a date`(_ text: String, _ seconds: Int?) {
  #expect(RetryPolicy.seconds(fromRetryAfter: text, now: now) == seconds)
}

@Test(arguments: [
  (1, nil, RetryPolicy.Decision.retry(milliseconds: 1000)), (2, nil, .retry(milliseconds: 2000)),
  (3, nil, .giveUp),
  (1, "5", .retry(milliseconds: 5000)), (3, "5", .giveUp), (1, "60", .retry(milliseconds: 60_000)),
  (1, "61", .askedToWait(seconds: 61)), (3, "61", .askedToWait(seconds: 61)),
  (1, "soon", .retry(milliseconds: 1000)),
])
func `pauses double, three tries in all, a minute at most`(
  _ attempt: Int, _ retryAfter: String?, _ decision: RetryPolicy.Decision
) {
  #expect(RetryPolicy().decision(afterAttempt: attempt, retryAfter: retryAfter, now: now) == decision)
}

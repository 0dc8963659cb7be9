import RFCModel
import TestSupport
import Testing

@testable import RFCTransfer
@testable import StoreTerms

/// One way for a server to do wrong, and what is said about it.
struct Fault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let failure: TransferFailure
  /// What stands behind `RFC 4291: `; HOST is the server.
  let message: String
  var timeout = 10_000
  let answer: LoopbackServer.Answer

  init(
    _ name: String, _ failure: TransferFailure, _ message: String, timeout: Int = 10_000,
    answer: @escaping LoopbackServer.Answer
  ) {
    testDescription = name
    self.failure = failure
    self.message = message
    self.timeout = timeout
    self.answer = answer
  }

  /// - Parameter fault: with the sample text as the body.
  init(
    _ fault: LoopbackServer.Response.Fault, _ failure: TransferFailure, _ message: String,
    timeout: Int = 10_000
  ) {
    self.init("\(fault)", failure, message, timeout: timeout) { _, _ in .fault(fault, sampleText(4291)) }
  }

  init(body: [UInt8], _ name: String, _ failure: TransferFailure, _ message: String) {
    self.init(name, failure, message) { _, _ in .init(body: body) }
  }

  init(status: Int, _ failure: TransferFailure, _ message: String) {
    self.init("\(status)", failure, message) { _, _ in .init(status: status, body: Array("no\n".utf8)) }
  }

  private static let half = sampleText(4291).count / 2
  private static let portal = Array(
    "<!DOCTYPE html>\n<html><body>Sign in to use this network.</body></html>\n".utf8)

  static let all: [Fault] = [
    Fault(
      .truncate, .cutShort(received: half),
      "cut short after \(half) bytes: HOST closed the connection early. Try again."),
    Fault(
      .reset, .cutShort(received: half),
      "cut short after \(half) bytes: HOST closed the connection early. Try again."),
    Fault(
      .chunkedCut, .cutShort(received: half),
      "cut short after \(half) bytes: HOST closed the connection early. Try again."),
    Fault(
      .noLengthCut, .cutShort(received: half),
      "cut short after \(half) bytes: HOST closed the connection early. Try again."),
    Fault(
      .stall, .stalled(received: half),
      "stalled: nothing from HOST for 1.5 s, after \(half) bytes. Try again, or wait longer with --timeout.",
      timeout: 1500),
    Fault(
      .hang, .stalled(received: 0),
      "HOST is connected but has sent nothing for 0.3 s. Try again, or wait longer with --timeout.",
      timeout: 300),
    Fault(
      .close, .closedWithoutAnswer,
      "HOST closed the connection without an answer. Try again later, or with --trace to see more."),
    Fault(
      .huge, .tooLarge(limit: 32 << 20),
      "HOST sends more than 32 MiB, which is not an RFC, at http://HOST/rfc/rfc4291.txt."),
    Fault(
      "announces 40 MB", .tooLarge(limit: 32 << 20),
      "HOST sends more than 32 MiB, which is not an RFC, at http://HOST/rfc/rfc4291.txt."
    ) { _, _ in .fault(.truncate, [UInt8](repeating: 0x78, count: 40_000_000)) },
    Fault(
      "a small packed body that grows", .tooLarge(limit: 32 << 20),
      "HOST sends more than 32 MiB, which is not an RFC, at http://HOST/rfc/rfc4291.txt."
    ) { _, _ in .init(headers: [("Content-Encoding", "gzip")], body: gzipOfRepeatedByte(count: 34 << 20)) },
    Fault(
      "says gzip and is not", .undecodable,
      "HOST sent data that cannot be unpacked, at http://HOST/rfc/rfc4291.txt. Try again, or name another server with"
        + " --mirror."
    ) { _, _ in .init(headers: [("Content-Encoding", "gzip")], body: sampleText(4291)) },
    Fault(
      status: 403, .forbidden,
      "HOST refused access (403) to http://HOST/rfc/rfc4291.txt. A filter may be in the way; name another server"
        + " with --mirror."),
    Fault(
      status: 404, .notFound,
      "HOST does not have it (404) at http://HOST/rfc/rfc4291.txt. Check the number; it may be too new or never issued."
    ),
    Fault(
      status: 429, .tooManyRequests,
      "HOST was asked too often (429). Try again later, or name another server with --mirror."),
    Fault(
      status: 500, .serverError(status: 500),
      "HOST has a problem (500). Try again later, or name another server with --mirror."),
    Fault(
      status: 503, .serverError(status: 503),
      "HOST has a problem (503). Try again later, or name another server with --mirror."),
    Fault(
      status: 204, .unexpectedStatus(204),
      "HOST answered 204 at http://HOST/rfc/rfc4291.txt, which is not a document. --trace shows the conversation."
    ),
    Fault(
      "503 for an hour", .askedToWait(status: 503, seconds: 3600),
      "HOST asks to wait 60 min (503). Try again then, or name another with --mirror."
    ) { _, _ in .init(status: 503, headers: [("Retry-After", "3600")]) },
    Fault(
      body: portal, "a web page", .html,
      "HOST sent a web page (HTML) instead of the text. A captive portal can cause this: open a browser to sign in;"
        + " or the mirror's address is wrong."),
    Fault(
      "a text said to be HTML", .html,
      "HOST sent a web page (HTML) instead of the text. A captive portal can cause this: open a browser to sign in;"
        + " or the mirror's address is wrong."
    ) { _, _ in .init(type: "Text/HTML; charset=utf-8", body: sampleText(4291)) },
    Fault(
      body: Array("%PDF-1.4\n4291\n".utf8), "a PDF", .notText,
      "HOST sent something that is not text, at http://HOST/rfc/rfc4291.txt. Check the mirror's address."),
    Fault(
      body: [], "nothing", .empty,
      "HOST sent an empty text at http://HOST/rfc/rfc4291.txt. Try again, or name another server with --mirror."
    ),
    Fault(
      body: sampleText(8446), "another RFC", .wrongDocument(found: .rfc(8446)),
      "HOST sent RFC 8446 instead, at http://HOST/rfc/rfc4291.txt. Check the mirror's address."),
    Fault(
      "a circle of one", .redirectLoop(to: .fixture("http://HOST/rfc/rfc4291.txt")),
      "HOST redirects in a circle, to http://HOST/rfc/rfc4291.txt. Check the mirror's address."
    ) { _, request in .redirect(to: request.path) },
    Fault(
      "a circle of two", .redirectLoop(to: .fixture("http://HOST/rfc/rfc4291.txt")),
      "HOST redirects in a circle, to http://HOST/rfc/rfc4291.txt. Check the mirror's address."
    ) { _, request in .redirect(301, to: request.path == "/b" ? "/rfc/rfc4291.txt" : "/b") },
    Fault(
      "a path without an end", .tooManyRedirects(limit: 5),
      "more than 5 redirects, the last one by HOST. Check the mirror's address."
    ) { index, _ in .redirect(308, to: "/\(index)") },
    Fault(
      "a redirect to ftp", .redirectForbidden(to: "ftp://HOST/rfc4291.txt"),
      "HOST redirects to ftp://HOST/rfc4291.txt, which is not followed: only to https, or to http if the mirror was"
        + " named with http."
    ) { _, request in .redirect(to: "ftp://\(request.headers["host"] ?? "")/rfc4291.txt") },
    Fault(
      "a redirect to a file", .redirectForbidden(to: "file:///etc/passwd"),
      "HOST redirects to file:///etc/passwd, which is not followed: only to https, or to http if the mirror was"
        + " named with http."
    ) { _, _ in .redirect(to: "file:///etc/passwd") },
    Fault(
      "a redirect to nowhere", .redirectForbidden(to: nil),
      "HOST redirects to nowhere, which is not followed: only to https, or to http if the mirror was named with"
        + " http."
    ) { _, _ in .init(status: 302) },
  ]
}

extension WebURL {
  /// HOST stands for a server that is not there yet.
  static func fixture(_ text: String) -> WebURL {
    guard let url = try? WebURL(text) else { preconditionFailure("\(text) is no URL") }
    return url
  }
}

@Test(arguments: Fault.all, [false, true])
func `a fault is named, keeps what was there, and leaves nothing behind`(
  _ fault: Fault, withOlderCopy: Bool
) throws {
  let server = try LoopbackServer(answer: fault.answer)
  let host = "127.0.0.1:\(server.port)"
  var scene = try Scene(mirror: server.url)
  scene.settings.timeout = IdleTimeout(milliseconds: fault.timeout)
  let older = sampleText(4291) + Array("older\n".utf8)
  if withOlderCopy { try scene.folder.write(older, to: "cache/rfcview/rfc/rfc4291.txt") }

  let download = try scene.store.fetch(rfc4291)
  var children = Set([download.childID].compactMap { $0 })
  let error = failure { () throws(StoreError) in
    try download.run { _ in
      if let child = download.childID { children.insert(child) }
    }
  }

  #expect(error?.message == "RFC 4291: " + fault.message.replacing("HOST", with: host))
  let named = error?.transferFailure
  // The port is not known when the table is made.
  switch (named, fault.failure) {
  case (.redirectLoop?, .redirectLoop), (.redirectForbidden?, .redirectForbidden): break
  default: #expect(named == fault.failure)
  }
  #expect(scene.cached == (withOlderCopy ? ["rfc4291.txt"] : []))
  if withOlderCopy { #expect(try scene.store.load(rfc4291) == older) }
  #expect(!children.isEmpty)
  for child in children { #expect(isGone(child)) }
  #expect(download.descriptors.isEmpty)
  #expect(download.deadline == nil)
  // Asked again, it says the same again.
  #expect(failure { () throws(StoreError) in _ = try download.advance() } == error)
}

extension String {
  fileprivate func replacing(_ word: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(word) {
        result += other
        rest = rest.dropFirst(word.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}

/// A gzip stream of `count` times `x`: one literal and then copies of 258 bytes, in the fixed code of RFC 1951,
/// section 3.2.6. It packs 158:1.
func gzipOfRepeatedByte(count: Int) -> [UInt8] {
  var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var pending: UInt8 = 0
  var filled: UInt8 = 0
  func put(_ bit: Int) {
    pending |= UInt8(bit & 1) << filled
    filled += 1
    if filled == 8 {
      bytes.append(pending)
      (pending, filled) = (0, 0)
    }
  }
  // Codes are written from their highest bit on; the block's header from the lowest.
  func put(code: Int, bits: Int) {
    for bit in stride(from: bits - 1, through: 0, by: -1) { put(code >> bit) }
  }
  put(1)
  put(1)
  put(0)
  put(code: 0x30 + 0x78, bits: 8)
  for _ in 0..<(count / 258) {
    put(code: 0b1100_0101, bits: 8)
    put(code: 0, bits: 5)
  }
  put(code: 0, bits: 7)
  while filled != 0 { put(0) }
  return bytes + [0, 0, 0, 0, 0, 0, 0, 0]
}

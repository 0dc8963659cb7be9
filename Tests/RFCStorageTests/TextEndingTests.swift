import RFCModel
import TestSupport
import Testing

@testable import RFCStorage

private let pages = "Writer            [Page 1]\n\u{C}\nRFC 4291\n\n   Text.\n\nWriter            [Page 2]\n"

@Suite struct TextEndingTests {
  @Test(
    arguments: ([
      (pages, false), (pages + "\u{C}\n\0", false), (pages + "\u{C}\nRFC 4291\n\n   It ends.\n", true),
      (pages + "Writer      [Page", true), (pages + "Writer          [ page iii ]\r\n", false),
      ("   It ends here.\n", false), ("   It ends he", true), ("   It ends\n", true),
      ("   (so it ends)\n", false),
      ("   EMail: writer@example.com\n", false), ("   http://writer.example/\n", false),
      ("   Phone 415\n", true),
      ("text\n\n       - 7 -\n", false), ("text\n 26a\n", false), ("text\nPage 13\n", false),
      ("\n-----\n", false),
      ("August 13, 1982              - 47 -                      RFC #822\n", false), ("", true),
      ("\n\n", true),
    ] as [(String, Bool)]).map { (Spelled($0), $1) })
  func `a text that ends within a line, a page or a sentence is suspect`(_ text: Spelled, _ isSuspect: Bool) {
    #expect(TextEnding.isSuspect(Array(text.raw.utf8)) == isSuspect)
  }

  @Test(arguments: [
    ("Author's Address\n\n   T. Writer\n   Example\n", false),
    ("Authors' Addresses\n\n   A\n\n   B\n", false),
    ("   Author's Address\n\n4.  Last but One\n\n   A sentence.\n", true),
    ("   Authors' Addresses . . . 7\n\nAuthors' Addresses\n\n   A. Writer\n", false),
  ])
  func `one without pages ends with the authors whom its contents promise`(_ text: String, _ isSuspect: Bool)
  {
    #expect(TextEnding.isSuspect(Array(text.utf8)) == isSuspect)
  }

  @Test(.enabled(if: Corpus.exists, "../shared/corpus is not there"))
  func `of published texts one in a hundred is suspect, cut behind a line nearly all`() throws {
    var whole: [Int] = []
    var cuts = 0
    var seen = 0
    for number in Corpus.numbers {
      let bytes = try #require(Corpus.text(number))
      if TextEnding.isSuspect(bytes) { whole.append(number) }
      for tenth in [2, 4, 6, 8] {
        guard let end = bytes[..<(bytes.count * tenth / 10)].lastIndex(of: 0x0A) else { continue }
        cuts += 1
        if TextEnding.isSuspect(Array(bytes[...end])) { seen += 1 }
      }
    }
    #expect(whole.count * 80 <= Corpus.numbers.count, "\(whole)")
    #expect(seen * 100 >= cuts * 92, "\(seen) of \(cuts)")
  }
}

/// A text of two pages, up to the end of a line on the second one.
private func half(_ number: Int, lines: Int = 3) -> [UInt8] {
  sampleText(number) + Array("\nRFC \(number)    A Running Head\n\n".utf8)
    + Array(String(repeating: "   A sentence of this page.\n", count: lines).utf8)
}

@Suite struct HalfTextTests {
  @Test func `half of a text whose length is told is asked for once more`() throws {
    let server = try LoopbackServer { index, _ in .init(body: index == 0 ? half(4291) : sampleText(4291)) }
    let scene = try Scene(mirror: server.url)
    let download = try scene.store.fetch(rfc4291)
    #expect(try download.run() == sampleText(4291))
    #expect(download.notices.isEmpty)
    #expect(server.requests.map { $0.headers["cache-control"] } == [nil, "no-cache"])
    #expect(scene.folder.read("cache/rfcview/rfc/rfc4291.txt") == sampleText(4291))
  }

  @Test func `what comes so twice is taken, and that is said`() throws {
    let server = try LoopbackServer { _, _ in .init(body: half(4291)) }
    let scene = try Scene(mirror: server.url)
    let download = try scene.store.fetch(rfc4291)
    #expect(try download.run() == half(4291))
    #expect(
      download.notices.map(\.message) == [
        "RFC 4291 ends in the middle of a page or a sentence, twice the same: it was published so, or is not whole."
          + " --refresh asks again."
      ])
    #expect(server.requests.count == 2)
    #expect(scene.cached == ["rfc4291.txt"])
  }

  @Test func `two halves that differ are none`() throws {
    let server = try LoopbackServer { index, _ in .init(body: half(4291, lines: 1 + index)) }
    let scene = try Scene(mirror: server.url)
    let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
    #expect(error?.transferFailure == .brokenOff(received: half(4291, lines: 2).count))
    #expect(scene.cached == [])
  }

  @Test(arguments: [10, 9000])
  func `two lengths that differ are an error`(_ length: Int) throws {
    let server = try LoopbackServer { _, _ in
      .init(headers: [("Content-Length", "\(length)")], body: sampleText(4291))
    }
    let scene = try Scene(mirror: server.url)
    let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
    #expect(error?.transferFailure == .notHTTP(reason: "two different lengths"))
    let outcome = try scene.sync([try #require(RFCNumber(4291))])
    #expect(outcome.failures.map(\.transferFailure) == [.notHTTP(reason: "two different lengths")])
    #expect(scene.cached == [])
  }

  @Test func `two lengths that are one do no harm`() throws {
    let server = try LoopbackServer { _, _ in
      .init(headers: [("Content-Length", "\(sampleText(4291).count)")], body: sampleText(4291))
    }
    #expect(try Scene(mirror: server.url).download(rfc4291) == sampleText(4291))
  }

  @Test func `a sync asks once more for the halves alone`() throws {
    let numbers = sampleNumbers(40)
    let server = try LoopbackServer { index, request in
      let number = numbers.first { request.path.hasSuffix("/rfc\($0).txt") }?.value ?? 0
      let isSecond = request.headers["cache-control"] == "no-cache"
      switch number % 10 {
      case 2: return .init(body: isSecond ? sampleText(number) : half(number))
      case 3: return .init(body: half(number))
      default: return .init(body: sampleText(number))
      }
    }
    let scene = try Scene(mirror: server.url)
    let outcome = try scene.sync(numbers)
    #expect(outcome.end == nil && outcome.failures.isEmpty && outcome.progress.arrived == 40)
    #expect(
      outcome.notices.map(\.message) == [
        "RFC 4203, RFC 4213, RFC 4223, RFC 4233 end in the middle of a page or a sentence, twice the same:"
          + " they were published so, or are not whole. --refresh asks again."
      ])
    #expect(server.requests.count == 48)
    #expect(scene.folder.read("cache/rfcview/rfc/rfc4202.txt") == sampleText(4202))
    #expect(scene.folder.read("cache/rfcview/rfc/rfc4203.txt") == half(4203))
  }

  @Test(.enabled(if: RsyncDaemon.isInstalled, "skipped: rsync is not installed"))
  func `over rsync it is the same`() throws {
    let numbers = sampleNumbers(4)
    let daemon = try RsyncDaemon([
      "rfc4201.txt": sampleText(4201), "rfc4202.txt": half(4202), "rfc4203.txt": sampleText(4203),
    ])
    var scene = try Scene(mirror: "http://name.invalid")
    scene.configuration.rsync = .module(try RsyncModule(daemon.module))
    let outcome = try scene.sync(numbers)
    #expect(outcome.progress.arrived == 3)
    #expect(outcome.failures.map(\.message) == ["RFC 4204: \(daemon.module)/ has none."])
    #expect(outcome.notices.map(\.message).first?.hasPrefix("RFC 4202 ends in the middle") ?? false)
    #expect(scene.folder.read("cache/rfcview/rfc/rfc4202.txt") == half(4202))
  }
}

import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import StoreTerms

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
        "RFC 4291 ends in the middle of a page or a sentence, twice in a row: it was published so, or is cut short."
          + " --refresh downloads again."
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
    #expect(error?.transferFailure == .twoLengths)
    let outcome = try scene.sync([try #require(RFCNumber(4291))])
    #expect(outcome.failures.map(\.transferFailure) == [.twoLengths])
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
        "RFC 4203, RFC 4213, RFC 4223, RFC 4233 end in the middle of a page or a sentence, twice in a row:"
          + " they were published so, or are cut short. --refresh downloads again."
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
    scene.settings.rsync = .module(try RsyncModule(daemon.module))
    let outcome = try scene.sync(numbers)
    #expect(outcome.progress.arrived == 3)
    #expect(outcome.failures.map(\.message) == ["RFC 4204: \(daemon.module)/ has none."])
    #expect(outcome.notices.map(\.message).first?.hasPrefix("RFC 4202 ends in the middle") ?? false)
    #expect(scene.folder.read("cache/rfcview/rfc/rfc4202.txt") == half(4202))
  }
}

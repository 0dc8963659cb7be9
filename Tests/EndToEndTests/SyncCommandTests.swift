import Foundation
import TestSupport
import Testing

/// The whole series, of sixty texts, brought by the program as a user runs it.
@Suite(.serialized) struct SyncCommandTests {
  private let server: LoopbackServer
  private let program: Program
  /// 1 and up; RFC 8, 9, 51 are known to have no text, 14 and 26 were never issued.
  private static let numbers = Array(1...60).filter { ![8, 9, 14, 26, 51].contains($0) }

  init() throws {
    let index = Array(SampleFeed.xml(of: 60).utf8)
    server = try LoopbackServer { _, request in
      if request.path == "/rfc-index.xml" { return LoopbackServer.Response(body: index) }
      guard let number = Int(request.path.dropFirst(8).dropLast(4)), number != 60 else {
        return LoopbackServer.Response(status: 404)
      }
      return LoopbackServer.Response(body: Self.text(number))
    }
    program = try Program(mirror: server.url)
  }

  /// RFC N cites the RFCs 2N and 3N, the second not normatively; RFC 5 does not tell its references apart.
  private static func text(_ number: Int) -> [UInt8] {
    let references =
      number == 5
      ? "4.  References\n\n   [RFC10]  Writer, A., \"A Text\", RFC 10, May 1980.\n"
      : """
      4.  References

      4.1.  Normative References

         [RFC\(2 * number)]  Writer, A., "A Text", RFC \(2 * number), May 1980.

      4.2.  Informative References

         [RFC\(3 * number)]  Writer, A., "A Text", RFC \(3 * number), May 1980.

      """
    return Array(
      """


      Network Working Group                                          A. Writer
      Request for Comments: \(number)                                  Sample Ltd
                                                                      May 1980


                                 A Text

      1.  Introduction

         Nothing is said here but what a text of this length says.

      2.  Overview

         It is one of sixty.

      3.  Security Considerations

         None.

      \(references)
      """.utf8)
  }

  private var texts: [String] {
    server.requests.map(\.path).filter { $0.hasPrefix("/rfc/") }.map { String($0.dropFirst(5)) }
  }
  private var cached: [String] { program.home.names(in: ".cache/rfcview/rfc") }

  private func names(_ numbers: [Int]) -> [String] { numbers.map { "rfc\($0).txt" }.sorted() }

  private func isWhole(_ name: String) -> Bool {
    guard let number = Int(name.dropFirst(3).dropLast(4)) else { return false }
    return program.home.read(".cache/rfcview/rfc/" + name) == Self.text(number)
  }

  @Test func `sync brings the series, names what cannot be had, and has nothing to do the next time`() throws
  {
    let first = try program.run(["sync"])
    #expect(first.status == 1)
    #expect(first.error.hasPrefix("rfcview: RFC 60: ") && first.error.contains("does not have it (404)"))
    #expect(first.error.split(separator: "\n").count == 1)
    #expect(first.text.hasPrefix("54 RFCs downloaded, "))
    #expect(cached == names(Self.numbers.filter { $0 != 60 }))
    #expect(cached.allSatisfy(isWhole))

    let asked = server.requests.count
    let second = try program.run(["sync", "1-59"])
    #expect(second.status == 0)
    #expect(second.text == "Nothing to do: all 54 RFCs are here.\n")
    #expect(second.error.isEmpty)
    #expect(server.requests.count == asked)
  }

  @Test(arguments: [
    (["10-12"], [10, 11, 12]), (["10..12", "20"], [10, 11, 12, 20]), (["rfc10", "RFC", "11"], [10, 11]),
    (["year:1970"], Array(1...59).filter { ![8, 9, 14, 26, 51].contains($0) }), (["10-12", "year:1999"], []),
    (["7-10"], [7, 10]), (["1-5", "status:informational"], [1, 2, 3, 4, 5]), (["many", "3"], [3]),
  ])
  func `numbers, ranges and fields narrow it`(words: [String], numbers: [Int]) throws {
    _ = try program.run(["sync"] + words)
    #expect(cached == names(numbers))
    #expect(texts.filter { $0 != "rfc60.txt" }.sorted() == names(numbers))
  }

  @Test func `what is named and is not there is told, and the rest comes`() throws {
    let result = try program.run(["sync", "5", "777", "6"])
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("rfcview: RFC 777 is not in the catalogue"))
    #expect(cached == names([5, 6]))
  }

  @Test func `what an RFC needs comes with it, all the way down`() throws {
    let needed = try program.run(["sync", "--cited-by", "5", "--normative"])
    #expect(needed.status == 0)
    #expect(cached == names([5, 10, 20, 40]))
    let all = try program.run(["sync", "--cited-by", "rfc3"])
    #expect(all.status == 0)
    #expect(cached == names([5, 10, 20, 40, 3, 6, 12, 24, 48, 18, 36, 54]))
    #expect(Set(texts).count == texts.count)
    // Without a network it is known that nothing is lacking.
    #expect(
      try program.run(["sync", "--offline", "--cited-by", "5", "--normative"]).text.hasPrefix("Nothing"))
  }

  @Test func `so many steps of references and no more come, and each is announced`() throws {
    let result = try program.run(["sync", "--cited-by", "RFC 5", "--depth", "1"])
    #expect(result.status == 0)
    #expect(cached == names([5, 10]))
    #expect(
      result.error == """
        rfcview: Bringing 1 RFC, about 0.1 MB by its pages; what it refers to follows.
        rfcview: Bringing 1 RFC, about 0.1 MB by its pages.

        """)
    #expect(result.text.hasPrefix("2 RFCs downloaded, "))
  }

  @Test func `libraries are not asked for again`() throws {
    try program.home.write(Self.text(10), to: "library/links/rfc10.txt")
    try program.home.write("library = ~/library\n".utf8, to: ".config/rfcview/config")
    #expect(try program.run(["sync", "10-11"]).status == 0)
    #expect(cached == names([11]))
    #expect(try program.run(["--offline", "10"]).output == Self.text(10))
    #expect(try program.run(["path", "10"]).text == program.home.path + "/library/links/rfc10.txt\n")
  }

  @Test func `kill -9 at any moment loses nothing that is in the cache, and damages nothing`() throws {
    #expect(try program.run(["update"]).status == 0)
    for round in 0..<8 {
      let process = try program.start(["sync", "1-59", "--jobs", "2"])
      let before = cached.count
      let deadline = Date().addingTimeInterval(10)
      while process.isRunning, cached.filter({ $0.hasPrefix("rfc") }).count < before + round,
        Date() < deadline
      {}
      process.send(SIGKILL)
      process.wait()
      #expect(cached.filter { $0.hasPrefix("rfc") }.allSatisfy(isWhole))
    }
    let here = Set(cached.filter { $0.hasPrefix("rfc") })
    let asked = texts.count
    #expect(try program.run(["sync", "1-59"]).status == 0)
    #expect(cached == names(Self.numbers.filter { $0 != 60 }))
    #expect(cached.allSatisfy(isWhole))
    #expect(Set(texts.dropFirst(asked)).isDisjoint(with: here))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal ends it as the signal, and keeps what has arrived`(signal: Int32) throws {
    let slow = try LoopbackServer { _, request in
      let number = Int(request.path.dropFirst(8).dropLast(4)) ?? 0
      return number == 30 ? .fault(.stall, Self.text(30)) : .init(body: Self.text(number))
    }
    #expect(try program.run(["update"]).status == 0)
    let process = try program.start(["sync", "20-40", "--jobs", "1", "--mirror", slow.url])
    let deadline = Date().addingTimeInterval(10)
    while cached.filter({ $0.hasPrefix("rfc") }).count < 9, Date() < deadline {}
    process.send(signal)
    #expect(process.wait() == 128 + signal)
    #expect(cached.count >= 9)
    #expect(cached.allSatisfy(isWhole))
    #expect(try program.run(["sync", "20-40"]).status == 0)
    #expect(cached == names(Array(20...40).filter { $0 != 26 }))
  }

  @Test func `a second sync says that another one is at it, and readers do not wait`() throws {
    let slow = try LoopbackServer { _, request in
      let number = Int(request.path.dropFirst(8).dropLast(4)) ?? 0
      return number == 30 ? .fault(.stall, Self.text(30)) : .init(body: Self.text(number))
    }
    #expect(try program.run(["update"]).status == 0)
    let first = try program.start(["sync", "29-31", "--jobs", "1", "--mirror", slow.url])
    let deadline = Date().addingTimeInterval(10)
    while !cached.contains("rfc29.txt"), Date() < deadline {}
    let second = try program.run(["sync", "40"])
    #expect(second.status == 1)
    #expect(second.error == "rfcview: Another rfcview is changing the library. Try again when it is done.\n")
    #expect(try program.run(["29"]).output == Self.text(29))
    first.send(SIGINT)
    #expect(first.wait() == 130)
    #expect(try program.run(["sync", "29-31"]).status == 0)
  }

  @Test(arguments: [
    (["sync", "--offline"], Int32(1), "The index of RFCs is not in the cache"),
    (["sync", "--jobs", "0"], 2, "--jobs takes a number from 1 to 16"),
    (["sync", "--rsync", "nonsense"], 2, "--rsync: `nonsense` is not an rsync module"),
    (["sync", "--normative"], 2, "--normative goes with --cited-by"),
    (["sync", "--depth", "2"], 2, "--depth goes with --cited-by"),
    (["sync", "--cited-by", "5", "--depth", "-1"], 2, "--depth"),
    (["sync", "5", "--cited-by", "6"], 2, "--cited-by chooses the RFCs"),
    (["sync", "9-3"], 2, "`9-3` is an empty range"),
    (["sync", "year:x"], 2, "`year:x` names no RFC"),
  ])
  func `what cannot be done is one line`(arguments: [String], status: Int32, words: String) throws {
    let result = try program.run(arguments)
    #expect(result.status == status)
    #expect(result.error.contains(words))
    #expect(result.error.split(separator: "\n").count == 1)
    #expect(result.text.isEmpty)
  }

  @Test func `offline with texts lacking, and without a connection, is one line`() throws {
    #expect(try program.run(["update"]).status == 0)
    let offline = try program.run(["sync", "--offline"])
    #expect(offline.status == 1)
    #expect(offline.error.hasPrefix("rfcview: The series of RFCs is not in the cache, and --offline"))
    server.stop()
    let refused = try program.run(["sync"])
    #expect(refused.status == 1)
    #expect(refused.error.hasPrefix("rfcview: RFC ") && refused.error.contains("refused the connection"))
    #expect(refused.error.split(separator: "\n").count == 1)
  }
}

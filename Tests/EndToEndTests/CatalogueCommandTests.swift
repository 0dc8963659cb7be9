import Foundation
import TestSupport
import Testing

/// The commands that ask the catalogue, run as a user runs them.
@Suite(.serialized) struct CatalogueCommandTests {
  private let server: LoopbackServer
  private let program: Program

  init() throws {
    let index = Array(SampleFeed.xml.utf8)
    let text = Array(SampleText.unpaged.utf8)
    server = try LoopbackServer { _, request in
      switch request.path {
      case "/rfc-index.xml":
        if request.headers["if-none-match"] == "\"1\"" { return LoopbackServer.Response(status: 304) }
        return LoopbackServer.Response(headers: [(name: "ETag", value: "\"1\"")], body: index)
      case "/rfc/rfc4242.txt": return LoopbackServer.Response(body: text)
      default: return LoopbackServer.Response(status: 404)
      }
    }
    program = try Program(mirror: server.url)
  }

  private var paths: [String] { server.requests.map(\.path) }

  @Test func `update asks once, and then whether there is a newer one`() throws {
    #expect(try program.run(["update"]).text == "The catalogue has 3 RFCs.\n")
    #expect(try program.run(["update"]).text == "The catalogue is up to date: 3 RFCs.\n")
    #expect(try program.run(["update", "--refresh"]).text == "The catalogue has 3 RFCs.\n")
    #expect(try program.run(["update", "--quiet"]).text == "")
  }

  @Test func `find asks for the index where there is none, and answers from then on without a network`()
    throws
  {
    let found = try program.run(["find", "protocol"])
    #expect(found.status == 0)
    #expect(
      found.text.split(separator: "\n") == [
        " 4242  2006  BCP      A Sample Protocol", " 4243        Splendid  More of the Protocol",
        " 4241  2005  -> 4242  The First & Oldest Protocol",
      ])
    #expect(try program.run(["--offline", "find", "sample"]).text.contains("A Sample Protocol"))
    #expect(
      try program.run(["find", "--offline", "sample", "year:2000..2010"]).text.contains("A Sample Protocol"))
    #expect(paths == ["/rfc-index.xml"])
  }

  @Test(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
  func `words that name no document open the library with what they leave, the best first`() throws {
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) protocol sample")
    try tmux.wait(for: "RFCs  protocol sample")
    try tmux.wait(for: "1 of 3 \u{B7} best first")
    try tmux.press("q")
  }

  @Test func `find says by its status that there is none`() throws {
    let result = try program.run(["find", "cryptography"])
    #expect(result.status == 1)
    #expect(result.text == "")
    #expect(try program.run(["find", "cryptography", "--json"]).text == "[]\n")
    #expect(try program.run(["find"]).status == 2)
  }

  @Test func `cached narrows it to what is here`() throws {
    #expect(try program.run(["fetch", "4242"]).status == 0)
    #expect(try program.run(["find", "cached:"]).text.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    (["find", "bookmarked:"], " 4241  2005  -> 4242  The First & Oldest Protocol\n"),
    (["find", "recent:", "year:2006"], " 4242  2006  BCP      A Sample Protocol\n"),
    (["list", "recent:"], "rfc4242   The Sample Transfer Protocol\n"), (["list", "bookmarked:"], ""),
    (["list"], "rfc4242   The Sample Transfer Protocol\n"),
    (["search", "receiver", "recent:"], " 4242  A Sample Protocol"),
    (["search", "receiver", "bookmarked:"], ""),
    (["sync", "--offline", "bookmarked:"], ""), (["sync", "recent:"], "Nothing to do: 1 RFC is here.\n"),
  ])
  func `what has been read and what has a bookmark is the same to every command`(
    arguments: [String], output: String
  ) throws {
    #expect(try program.run(["update"]).status == 0)
    #expect(try program.run(["fetch", "4242"]).status == 0)
    let state = ".local/state/rfcview"
    try program.home.write("position - +0 @12\n".utf8, to: state + "/documents/rfc4242")
    try program.home.write("bookmark rfc4241 - +0 @1\t\t\t\n".utf8, to: state + "/bookmarks")
    let result = try program.run(arguments)
    #expect(result.status == (output.isEmpty ? 1 : 0))
    #expect(result.text.hasPrefix(output) && result.text.isEmpty == output.isEmpty)
    // The full text has its index from here on, and finds the same.
    #expect(try program.run(["index", "--quiet"]).status == 0)
    if arguments[0] == "search" { #expect(try program.run(arguments).text == result.text) }
  }

  @Test func `info says what the index says`() throws {
    let text = try program.run(["info", "4241"]).text
    for line in [
      "RFC 4241  The First & Oldest Protocol", "Status         Historic (published as Proposed Standard)",
      "Obsoleted by   RFC 4242", "Date           1 April 2005", "Authors        A. Writer, B. Reader, Ed.",
      "DOI            https://doi.org/10.17487/RFC4241", "Keywords       first, old",
      "File           not in the cache", "And why.",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)))
    }
  }

  @Test(arguments: [
    (["info", "4244"], "RFC 4244 was never issued"), (["info", "4250"], "newest: RFC 4243"),
    (["4244"], "RFC 4244 was never issued"), (["bcp8"], "no RFC for BCP 8"),
    (["fyi1"], "no RFC for FYI 1"),
  ])
  func `a name that stands for nothing is told so`(arguments: [String], words: String) throws {
    #expect(try program.run(["update"]).status == 0)
    let result = try program.run(arguments)
    #expect(result.status == 1)
    #expect(result.error.contains(words))
    #expect(result.error.split(separator: "\n").count == 1)
  }

  @Test(arguments: [["bcp7"], ["BCP", "7"], ["bcp-7"], ["bcp0007"], ["info", "bcp7"]])
  func `a sub-series of one member is that RFC`(arguments: [String]) throws {
    let result = try program.run(arguments)
    #expect(result.status == 0)
    #expect(result.text.contains("Sample"))
  }

  @Test func `a sub-series of several names them`() throws {
    let result = try program.run(["std9"])
    #expect(result.status == 2)
    #expect(result.error.contains("RFC 4242 and RFC 4243"))
  }

  @Test func `without a network and a catalogue one line says so`() throws {
    let result = try program.run(["find", "--offline", "protocol"])
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("rfcview: The index of RFCs"))
    #expect(paths.isEmpty)
  }
}

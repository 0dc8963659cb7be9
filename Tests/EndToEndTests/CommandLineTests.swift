import Foundation
import TestSupport
import Testing

/// The program without a terminal: naming, output, exit statuses, the cache.
@Suite(.serialized) struct CommandLineTests {
  private let server: LoopbackServer
  private let program: Program
  private let text = Array(SampleText.unpaged.utf8)
  private let draft = "draft-sample-protocol-03"

  init() throws {
    server = try LoopbackServer(texts: [
      "/rfc-index.xml": Array(SampleFeed.xml.utf8), "/errata.json": Array(SampleErrata.json.utf8),
      "/rfc/rfc4242.txt": text,
      "/rfc/rfc4243.txt": Array(SampleText.paged.utf8),
      "/draft/\(draft).txt": Array(
        "Internet-Draft draft-sample-protocol-03\n\n1.  Introduction\n\n   Text.\n".utf8),
    ])
    program = try Program(mirror: server.url)
  }

  @Test(arguments: [
    ["4242"], ["rfc4242"], ["RFC4242"], ["RFC", "4242"], ["RFC 4242"], ["rfc-4242"], ["rfc4242.txt"],
    ["04242"],
    ["https://www.rfc-editor.org/rfc/rfc4242.html#section-2.1"], ["4242#2.1"], ["4242#section-2.1"],
    ["4242#appendix-A"], ["4242", "2.1"], ["read", "4242"], ["cat", "4242"],
    ["https://datatracker.ietf.org/doc/html/rfc4242"], ["https://datatracker.ietf.org/doc/rfc4242/"],
    ["[RFC4242],", "Section", "2.1"], ["RFC 4242 \u{A7}2.1"], ["Section", "2.1", "of", "RFC", "4242."],
    ["4242#name-introduction"], ["4242#field.nowhere"], ["bcp7"], ["BCP", "7"], ["bcp-0007", "2.1"],
  ])
  func `a document goes by many names, and comes out of a pipe byte for byte`(arguments: [String]) throws {
    let result = try program.run(arguments)
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.output == text)
  }

  @Test(arguments: [
    ["rfc"], ["0"], ["1234567"], ["4242#"], ["draft-sample-protocol"],
    ["https://example.org/x"],
    ["4242", "--nonsense"], ["cat"], ["cat", "foo"], ["toc", "4242x"], ["fetch"], [],
    ["--timeout", "0", "4242"],
    ["--mirror", "http://localhost:66000", "4242"], ["--mirror", "ftp://localhost", "4242"],
    ["--file", "a", "4242"],
    ["cat", "4242", "--section", "..."],
  ])
  func `wrong usage is one line that quotes what was typed, and status 2`(arguments: [String]) throws {
    let result = try program.run(arguments)
    #expect(result.status == 2)
    #expect(result.error.hasPrefix("rfcview: "))
    #expect(result.error.split(separator: "\n").count == 1)
    if let word = arguments.first, !["cat", "toc", "fetch", "4242"].contains(word), !word.hasPrefix("--") {
      #expect(result.error.contains(word))
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `a port that cannot be is named`() throws {
    #expect(try program.run(["--mirror", "http://localhost:66000", "4242"]).error.contains("66000"))
  }

  @Test func `a draft is cached by its exact revision`() throws {
    #expect(try program.run([draft]).status == 0)
    #expect(try program.run(["--offline", draft]).status == 0)
  }

  @Test func `what is cached opens without a network, what is not says so`() throws {
    #expect(try program.run(["--offline", "4242"]).status == 1)
    #expect(try program.run(["fetch", "4242", "RFC", "4243"]).status == 0)
    server.stop()
    #expect(try program.run(["4242"]).output == text)
    let missing = try program.run(["--offline", "9999"])
    #expect(missing.status == 1)
    #expect(missing.error.hasPrefix("rfcview: RFC 9999 is not in the cache"))
  }

  @Test func `one document that cannot be had does not keep the others from being fetched`() throws {
    let result = try program.run(["fetch", "4242", "777", "4243"])
    #expect(result.status == 1)
    #expect(result.error.contains("RFC 777"))
    #expect(try program.run(["list"]).text.split(separator: "\n").count == 2)
  }

  @Test func `the trace shows the request and the answer`() throws {
    let result = try program.run(["fetch", "--trace", "4242"])
    #expect(result.error.contains("GET /rfc/rfc4242.txt"))
    #expect(result.error.contains("< HTTP/1.1 200"))
    #expect(result.error.contains("127.0.0.1"))
  }

  @Test func `refreshing replaces a file only by a good one`() throws {
    #expect(try program.run(["fetch", "4242"]).status == 0)
    let bad = try LoopbackServer(texts: ["/rfc/rfc4242.txt": text], fault: .truncate)
    #expect(try program.run(["--refresh", "--mirror", bad.url, "4242"]).status == 1)
    #expect(try program.run(["--offline", "4242"]).output == text)
    #expect(server.requests.count == 1)
    #expect(try program.run(["--refresh", "4242"]).status == 0)
    #expect(server.requests.count == 2)
  }

  @Test func `sections are printed as text and as JSON`() throws {
    let file = try program.home.write(text, to: "sample.txt")
    let plain = try program.run(["toc", "--file", file]).text
    #expect(plain.contains("\n    2.1.1  Short Messages\n"))
    let json = try program.run(["toc", "--json", "--file", file])
    let entries = try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]]
    let short = entries?.first { $0["number"] as? String == "2.1.1" }
    #expect(short?["title"] as? String == "Short Messages")
    #expect(short?["level"] as? Int == 3)
    let line = SampleText.unpaged.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
      $0 == "2.1.1.  Short Messages"
    }
    #expect(short?["line"] as? Int == line.map { $0 + 1 })
    #expect(entries?.first { $0["title"] as? String == "Abstract" }?["number"] is NSNull)
  }

  @Test func `pages go with --plain and a section comes alone`() throws {
    let plain = try program.run(["cat", "--plain", "4243"]).text
    #expect(!plain.contains("[Page") && !plain.contains("\u{C}"))
    #expect(plain.contains("two halves of it belong\n   together"))
    #expect(
      plain.contains("      |           |\n      |           |\n") || plain.contains("|           |\n\n"))
    let section = try program.run(["cat", "--section", "2", "4242"]).text
    #expect(section.hasPrefix("2.  Overview\n"))
    #expect(section.contains("2.2.  Errors") && !section.contains("3.  Security"))
    #expect(try program.run(["cat", "--section", "9", "4242"]).status == 1)
  }

  @Test(arguments: [
    ["4242", "2"], ["4242#2"], ["RFC", "4242,", "Section", "2."], ["4242", "--section", "2"],
    ["--section", "section 2", "4242"], ["4242", "--section", "\u{A7}2"], ["--section", "OVERVIEW", "4242"],
    ["4242#name-overview"], ["bcp7", "2"], ["4242#1", "--section", "2"],
  ])
  func `the structure of a section is that of the whole without the rest`(arguments: [String]) throws {
    #expect(
      try program.run(["toc"] + arguments).text
        == "2  Overview\n  2.1  Messages\n    2.1.1  Short Messages\n  2.2  Errors\n")
    let lines = SampleText.unpaged.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0 == "2.  Overview" }) + 1
    func entries(_ command: String, _ arguments: [String]) throws -> [String] {
      try program.run([command, "--json"] + arguments).text.split(separator: "\n").map {
        String($0.drop { "[ ".contains($0) }.prefix { $0 != "}" })
      }
    }
    for command in ["toc", "blocks", "requirements", "refs", "extract"] {
      let whole = try entries(command, ["4242"])
      #expect(try entries(command, arguments).allSatisfy { whole.contains($0) || $0 == "]" })
    }
    #expect(try entries("toc", arguments).first?.hasSuffix("\"line\":\(first)") == true)
    #expect(try entries("toc", arguments).count == 4)
    #expect(
      try entries("blocks", arguments).first
        == "{\"kind\":\"heading\",\"form\":null,\"first\":\(first),\"last\":\(first)")
    #expect(try entries("requirements", arguments) == ["]"])
    #expect(try entries("requirements", ["4242", "1"]).count == 1)
  }

  @Test(arguments: ["appendix a", "A", "a.", "Appendix A", "appendix-a", "History", "history"])
  func `an appendix has many names`(section: String) throws {
    #expect(try program.run(["cat", "--section", section, "4242"]).text.hasPrefix("Appendix A.  History\n"))
    #expect(try program.run(["toc", "--section", section, "4242"]).text == "A  History\n")
  }

  @Test(arguments: [
    ["cat"], ["toc"], ["blocks"], ["requirements"], ["refs"], ["extract"], ["toc", "--json"],
  ])
  func `a section that is not there is one line that names the way on`(command: [String]) throws {
    let missing = try program.run(command + ["4242", "9.9"])
    #expect(missing.status == 1 && missing.text.isEmpty)
    #expect(missing.error == "rfcview: RFC 4242 has no section 9.9. `rfcview toc 4242` lists the sections.\n")
    let named = try program.run(command + ["4242#field.nowhere"])
    #expect(
      named.error
        == "rfcview: RFC 4242 has no place called field.nowhere. `rfcview toc 4242` lists the sections.\n")
    let input = try program.run(command + ["-", "--section", "9"], input: text)
    #expect(input.error == "rfcview: Standard input has no section 9.\n")
  }

  @Test func `standard input and a byte-order mark`() throws {
    let marked = [0xEF, 0xBB, 0xBF] + text
    #expect(try program.run(["cat", "-"], input: marked).output == text)
    #expect(try program.run(["toc", "-"], input: marked).text.contains("1.1  Terms"))
  }

  @Test func `where a document is`() throws {
    #expect(try program.run(["path", "4242"]).status == 1)
    _ = try program.run(["fetch", "4242"])
    let path = try program.run(["path", "4242"]).text
    #expect(path == program.cache + "/rfc/rfc4242.txt\n")
  }

  /// A command line of each subcommand, and how its output begins.
  private static let examples: [String: (arguments: [String], output: String)] = [
    "read": (["4242"], "\n"), "cat": (["4242", "--section", "2.2"], "2.2.  Errors\n"),
    "toc": (["4242"], "Abstract\n"), "refs": (["4243", "--json"], "["),
    "amends": (["4243", "--json"], "["),
    "requirements": (["4242"], "31  1  MUST NOT, MUST NOT  A sender MUST NOT"),
    "blocks": (["4242"], "7-9 other\n"), "extract": (["4242", "--json"], "[]"),
    "abnf": (["4242", "--json"], "{\"rules\":[]"),
    "successor": (["4242", "--to", "4242"], "1 "),
    "errata": (["4242"], "12  Verified  Technical  1, line "),
    "fetch": (["4242"], "RFC 4242: in the cache, "),
    "find": (["sample"], " 4242  2006  BCP      A Sample Protocol\n"),
    "info": (["4242"], "RFC 4242  A Sample Protocol\n"),
    "list": ([], "rfc4242   The Sample Transfer Protocol\n"),
    "path": (["4242"], "/"), "search": (["receiver"], " 4242  A Sample Protocol"),
    "index": ([], "The index "), "sync": (["4242-4243"], "Nothing to do: all 2 RFCs are here.\n"),
    "update": ([], "The catalogue "), "bookmarks": ([], ""), "guide": ([], "\n"), "keys": ([], "Moving\t"),
    "settings": ([], "mirror\t"),
    "help": ([], "OVERVIEW: Read RFCs in the terminal.\n"),
  ]

  @Test func `every subcommand does its work`() throws {
    #expect(try program.run(["fetch", "4242", "4243"]).status == 0)
    let names = try #require(CommandHelp(of: program).subcommands).map(\.commandName)
    #expect(Set(names) == Set(Self.examples.keys))
    for (name, example) in Self.examples.sorted(by: { $0.key < $1.key }) {
      let result = try program.run([name] + example.arguments)
      #expect(result.status == 0, "\(name): \(result.error)")
      #expect(result.text.hasPrefix(example.output), "\(name): \(result.text.prefix(80))")
    }
  }

  @Test func `every subcommand has help with an example`() throws {
    for command in try CommandHelp(of: program).subcommands ?? [] where command.commandName != "help" {
      let help = try program.run([command.commandName, "--help"])
      #expect(help.status == 0 && help.text.contains("Example: "), "\(command.commandName)")
    }
  }

  @Test func `the guide comes without a network`() throws {
    let guide = try program.run(["guide"])
    #expect(guide.status == 0)
    #expect(guide.text.contains("Table of Contents"))
  }

  @Test func `without curl what is cached opens and the rest says what to install`() throws {
    _ = try program.run(["fetch", "4242"])
    var bare = program
    bare.environment["PATH"] = "/nonexistent"
    #expect(try bare.run(["4242"]).output == text)
    let missing = try bare.run(["4243"])
    #expect(missing.status == 1)
    #expect(missing.error.contains("curl") && missing.error.contains("install"))
  }

  @Test func `two programs that fetch the same RFC at once leave one whole file`() throws {
    let slow = try LoopbackServer(texts: ["/rfc/rfc4242.txt": text], fault: .dribble)
    let other = try program.start(["fetch", "--mirror", slow.url, "4242"])
    let own = try program.run(["fetch", "--mirror", slow.url, "4242"])
    #expect(own.status == 0 && other.wait() == 0)
    #expect(program.home.names(in: ".cache/rfcview/rfc") == ["rfc4242.txt"])
    #expect(program.home.read(".cache/rfcview/rfc/rfc4242.txt") == text)
  }

  @Test func `kill -9 at any moment leaves no file or a whole one, and no leftovers`() throws {
    let slow = try LoopbackServer(texts: ["/rfc/rfc4242.txt": text], fault: .dribble)
    for round in 0..<12 {
      let process = try program.start(["fetch", "--refresh", "--mirror", slow.url, "4242"])
      // Each round it is killed after another request count has been reached or some spins have passed.
      let wanted = slow.requests.count + 1
      let end = Date().addingTimeInterval(0.02 * Double(round))
      while process.isRunning, slow.requests.count < wanted || Date() < end {
        if Date() > end.addingTimeInterval(2) { break }
      }
      process.send(SIGKILL)
      process.wait()
      if let found = program.home.read(".cache/rfcview/rfc/rfc4242.txt") { #expect(found == text) }
    }
    #expect(try program.run(["fetch", "--refresh", "4242"]).status == 0)
    #expect(program.home.names(in: ".cache/rfcview/rfc") == ["rfc4242.txt"])
  }

  @Test func `control-C ends a download with the signal and leaves nothing`() throws {
    let silent = try LoopbackServer(texts: ["/rfc/rfc4242.txt": text], fault: .stall)
    let process = try program.start(["fetch", "--mirror", silent.url, "4242"])
    let end = Date().addingTimeInterval(10)
    while silent.requests.isEmpty, Date() < end {}
    process.send(SIGINT)
    #expect(process.wait() == 130)
    #expect(program.home.names(in: ".cache/rfcview/rfc").isEmpty)
  }

  @Test(arguments: [LoopbackServer.Family.ipv4, .ipv6])
  func `mirrors are reached over both versions of IP`(family: LoopbackServer.Family) throws {
    let mirror = try LoopbackServer(family, texts: ["/rfc/rfc4242.txt": text])
    #expect(try program.run(["--mirror", mirror.url, "4242"]).output == text)
  }
}

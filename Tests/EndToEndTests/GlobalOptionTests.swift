import TestSupport
import Testing

/// The options that every subcommand takes, before its name and behind it.
@Suite struct GlobalOptionTests {
  private let server: LoopbackServer
  private let program: Program

  init() throws {
    server = try LoopbackServer(texts: [
      "/rfc/rfc4242.txt": Array(SampleText.unpaged.utf8), "/rfc-index.xml": Array(SampleFeed.xml.utf8),
      "/errata.json": Array(SampleErrata.json.utf8),
    ])
    program = try Program()
    // What is in the cache answers every subcommand but those that are there to ask the server.
    _ = try program.run(["fetch", "4242", "--mirror", server.url])
    _ = try program.run(["update", "--mirror", server.url])
    _ = try program.run(["index"])
  }

  /// What each subcommand is asked.
  private static let questions = [
    "read": ["4242"], "cat": ["4242"], "toc": ["4242"], "refs": ["4242"], "amends": ["4242"],
    "requirements": ["4242"],
    "blocks": ["4242"], "extract": ["4242", "--json"], "abnf": ["4242", "--json"], "errata": ["4242"],
    "successor": ["4242", "--to", "4242"], "diff": ["4242", "4242", "--json"], "fetch": ["4242"],
    "find": ["sample"], "info": ["4242"],
    "list": [],
    "path": ["4242"], "search": ["sample"], "index": [], "sync": ["4242"], "update": [], "bookmarks": [],
    "guide": [], "keys": [], "settings": [],
  ]

  @Test(arguments: [
    ["--offline"], ["--refresh"], ["--timeout", "5"], ["--timeout=5"], ["--offline", "--timeout", "5"],
  ])
  func `every subcommand takes it before its name and behind`(options: [String]) throws {
    let mirror = ["--mirror", server.url]
    for command in try CommandHelp(of: program).subcommands ?? [] where command.commandName != "help" {
      let name = command.commandName
      let words = try #require(Self.questions[name], "no question for \(name)")
      let behind = try program.run([name] + words + mirror + options)
      let before = try program.run(mirror + options + [name] + words)
      let around = try program.run(mirror + [name] + options + words)
      #expect(behind.status != 2, "\(name): \(behind.error)")
      #expect(behind.error.isEmpty || options.contains("--offline"), "\(name): \(behind.error)")
      for other in [before, around] {
        #expect(other.status == behind.status && other.error == behind.error, "\(name): \(other.error)")
        #expect(other.output == behind.output, "\(name)")
      }
    }
  }

  @Test func `what stands before a subcommand counts`() throws {
    let asked = server.requests.count
    let offline = try program.run(["--mirror", server.url, "--offline", "fetch", "--refresh", "4242"])
    #expect(offline.status == 1 && server.requests.count == asked)
    let fetched = try program.run(["--mirror", server.url, "fetch", "--refresh", "4242"])
    #expect(fetched.text.contains("RFC 4242: downloaded") && server.requests.count == asked + 1)
  }

  @Test(arguments: [["--timeout", "0", "search", "x"], ["search", "x", "--mirror", "ftp://localhost"]])
  func `what cannot be used is wrong usage everywhere`(arguments: [String]) throws {
    #expect(try program.run(arguments).status == 2)
  }
}

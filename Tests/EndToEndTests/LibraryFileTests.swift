import Foundation
import TestSupport
import Testing

@testable import RFCShelf

/// The program over a `library.sqlite` that somebody else has, holds, or has written.
@Suite struct LibraryFileTests {
  private let server: LoopbackServer
  private let program: Program

  init() throws {
    let index = Array(SampleFeed.xml.utf8)
    server = try LoopbackServer { _, request in
      guard request.path == "/rfc-index.xml" else { return LoopbackServer.Response(status: 404) }
      if request.headers["if-none-match"] == "\"1\"" { return LoopbackServer.Response(status: 304) }
      return LoopbackServer.Response(headers: [(name: "ETag", value: "\"1\"")], body: index)
    }
    program = try Program(mirror: server.url)
    for (number, text) in [(4242, SampleText.unpaged), (4243, SampleText.paged)] {
      try program.home.write(Array(text.utf8), to: ".cache/rfcview/rfc/rfc\(number).txt")
    }
    let citing = "\nRequest for Comments: 4244\n\n1.  Citing\n\n   See Section 2.1 of RFC 4242.\n"
    try program.home.write(Array(citing.utf8), to: ".cache/rfcview/rfc/rfc4244.txt")
    #expect(try program.run(["update"]).status == 0)
    #expect(try program.run(["index"]).status == 0)
  }

  private func library() throws -> Database { try Database(program.cache + "/library.sqlite", .writing) }

  // MARK: Held

  @Test func `who has the library for himself keeps nobody from a text`() throws {
    let arguments = [
      ["4242"], ["cat", "4242", "--plain"], ["toc", "4242"], ["refs", "4243"], ["requirements", "4242"],
      ["blocks", "4242"], ["extract", "4242", "--json"], ["list"], ["path", "4242"], ["bookmarks"], ["guide"],
      ["keys"],
    ]
    let before = try arguments.map { try program.run($0) }
    let other = try library()
    try other.run("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
    for (arguments, before) in zip(arguments, before) {
      let held = try program.run(arguments)
      #expect(held.status == 0 && held.output == before.output && held.error == before.error, "\(arguments)")
    }
    for arguments in [
      ["info", "4242"], ["find", "protocol"], ["cat", "bcp7"], ["search", "sample"],
      ["refs", "--to", "4242"], ["index"],
      ["index", "--rebuild"], ["update"],
    ] {
      let held = try program.run(arguments)
      #expect(held.status == 1 && held.output.isEmpty)
      #expect(held.error == "rfcview: The library is in use by another program; try again.\n", "\(arguments)")
    }
    try other.run("COMMIT")
    #expect(try program.run(["info", "4242"]).status == 0)
    #expect(try program.run(["search", "sample"]).status == 0)
  }

  @Test(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
  func `nor from the screen, where the catalogue says that it is in use`() throws {
    let other = try library()
    try other.run("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) 4242")
    try tmux.wait(for: "Example Working Group")
    try tmux.press("i")
    try tmux.wait(for: "The library is in use by another program; try again.")
    try tmux.press("q")
    try other.run("COMMIT")
  }

  // MARK: Killed

  @Test func `a rebuild that is killed leaves the index that was`() throws {
    for number in 1...400 {
      let parts = (1...30).map {
        "\($0).  Part\n\n   " + String(repeating: "plum\(number) word ", count: 30) + "\n\n"
      }
      let text = "\nRequest for Comments: \(number)\n\n" + parts.joined()
      try program.home.write(Array(text.utf8), to: ".cache/rfcview/rfc/rfc\(number).txt")
    }
    #expect(try program.run(["index"]).status == 0)
    let child = try program.start(["index", "--rebuild"])
    let reader = try Database(program.cache + "/library.sqlite", .reading)
    let made = "SELECT count(*) FROM sqlite_schema WHERE name = 'new_indexed'"
    while try reader.number(made, in: NumberColumn.anything) == 0, child.isRunning { sched_yield() }
    child.send(SIGKILL)
    #expect(child.wait() == 128 + SIGKILL)
    let found = try program.run(["search", "plum400"])
    #expect(found.status == 0 && found.error == "")
    #expect(try program.run(["index"]).text.hasPrefix("The index is up to date: "))
    #expect(try reader.number(made, in: NumberColumn.anything) == 0)
    #expect(try program.run(["index", "--rebuild"]).text.contains(" of 403 documents: 403 new or changed"))
    #expect(try program.run(["search", "plum400"]).output == found.output)
  }

  // MARK: Written by somebody

  @Test func `a number that cannot be heals by asking`() throws {
    try library().run("UPDATE rfc SET number = 9223372036854775807 WHERE number = 4241")
    let found = try program.run(["find", "protocol"])
    #expect(found.status == 0 && found.text.split(separator: "\n").count == 3)
    try library().run("UPDATE detail SET pages = -9223372036854775808")
    #expect(try program.run(["info", "4241"]).text.contains("Pages          12\n"))
    try library().run("UPDATE rfc SET date = 9223372036854775807")
    let offline = try program.run(["find", "--offline", "protocol"])
    #expect(
      offline.status == 1 && offline.error.hasSuffix(" is damaged. Run `rfcview update` to rebuild it.\n"))
    #expect(try program.run(["update"]).text == "The catalogue has 3 RFCs.\n")
    #expect(try program.run(["find", "--offline", "protocol"]).output == found.output)
  }

  @Test func `a moment that cannot be heals at the next start`() throws {
    try library().run("UPDATE fact SET value = '-9223372036854775808' WHERE name = 'fetched'")
    #expect(try program.run(["4242"]).status == 0)
    #expect(try program.run(["info", "4241"]).status == 0)
    #expect(try library().number("SELECT count(*) FROM fact WHERE value LIKE '-%'", in: 0...9) == 0)
  }

  @Test(arguments: ["passage SET line", "passage SET lines", "indexed SET firstPassage", "citation SET line"])
  func `the full text says that it is damaged, and index makes it anew`(column: String) throws {
    let found = try program.run(["search", "complain"])
    let citing = try program.run(["refs", "--to", "4242"])
    try library().run("UPDATE \(column) = 9223372036854775807")
    let damaged = [try program.run(["search", "complain"]), try program.run(["refs", "--to", "4242"])]
    #expect(damaged.allSatisfy { $0.status < 2 })
    #expect(
      damaged.contains { $0.error.hasSuffix("is damaged. Run `rfcview index --rebuild` to rebuild it.\n") })
    #expect(
      try program.run(["index"]).error.hasPrefix("rfcview: The library was damaged and has been rebuilt"))
    #expect(try program.run(["update"]).status == 0)
    #expect(try program.run(["search", "complain"]).output == found.output)
    #expect(try program.run(["refs", "--to", "4242"]).output == citing.output)
  }

  @Test func `no control character of the library comes out`() throws {
    let hostile = "'A' || char(27) || '[31mB' || char(7, 155, 127, 8238) || 'C' || char(13)"
    let columns = [
      ("rfc", "title"), ("rfc", "authors"), ("rfc", "status"), ("rfc", "stream"), ("rfc", "wg"),
      ("rfc", "isAlso"),
      ("rfc", "obsoletedBy"), ("rfc", "updatedBy"), ("detail", "area"), ("detail", "abstract"),
      ("detail", "keywords"),
      ("detail", "doi"), ("detail", "draft"), ("detail", "errataURL"), ("detail", "obsoletes"),
      ("detail", "updates"),
      ("detail", "publicationStatus"), ("subSeries", "title"), ("passage", "heading"), ("indexed", "title"),
    ]
    try library().run(columns.map { "UPDATE \($0) SET \($1) = \(hostile) || \($1);" }.joined())
    for arguments in [
      ["find", "year:1900.."], ["find", "--json", "year:1900.."], ["info", "4241"],
      ["info", "--json", "4242"],
      ["search", "sample"], ["search", "--json", "sample"], ["refs", "--to", "4242"],
      ["refs", "--json", "--to", "4242"],
      ["list"],
    ] {
      let result = try program.run(arguments)
      #expect(result.status == 0 && result.error == "", "\(arguments)")
      let isClean = result.text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar.properties.generalCategory != .control
      }
      #expect(isClean, "\(arguments)")
    }
  }

  @Test(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
  func `the screens of the library and of the references show a damaged one`() throws {
    try library().run("UPDATE rfc SET date = -1; UPDATE citation SET line = 9223372036854775807")
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) --offline 4242")
    try tmux.wait(for: "Example Working Group")
    try tmux.press("i")
    try tmux.wait(for: "The catalogue in /")
    try tmux.press("q")
    // What is typed before would be the reader's.
    try tmux.wait(for: "the shell") { !$0.contains("The catalogue in /") }
    try tmux.shell("\(Program.path)")
    try tmux.wait(for: "The First & Oldest Protocol")
    try tmux.press("q")
  }
}

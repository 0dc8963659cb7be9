import Foundation
import TestSupport
import Testing

/// The program where it can keep nothing, and over files that are not what they are called.
@Suite(.serialized) struct UnwritableTests {
  private let server: LoopbackServer
  private var program: Program
  private let text = Array(SampleText.unpaged.utf8)

  init() throws {
    let long =
      Array(SampleText.unpaged.replacing("4242", with: "4244").utf8) + Array(repeating: 0x0A, count: 200_000)
    server = try LoopbackServer(texts: [
      "/rfc/rfc4242.txt": text, "/rfc/rfc4243.txt": Array(SampleText.paged.utf8), "/rfc/rfc4244.txt": long,
    ])
    program = try Program(mirror: server.url)
  }

  /// Below a regular file nobody can write, root neither.
  private func blocked(_ variables: String...) throws -> Program {
    var blocked = program
    let file = try program.home.write("x".utf8, to: "file")
    for variable in variables { blocked.environment[variable] = file + "/below" }
    return blocked
  }

  @Test func `where nothing can be kept, RFCs can be read, and that is said once`() throws {
    let program = try blocked("XDG_CACHE_HOME", "XDG_STATE_HOME")
    for arguments in [["4242"], ["cat", "4242"]] {
      let result = try program.run(arguments)
      #expect(result.status == 0)
      #expect(result.output == text)
      #expect(
        result.error
          == "rfcview: RFC 4242 was not saved: cannot write \(program.home.path)/file/below/rfcview/rfc/rfc4242.txt:"
          + " a file is where a folder should be.\n")
    }
    #expect(try program.run(["toc", "4242"]).status == 0)
    for arguments in [["fetch", "4242"], ["update"], ["index"]] {
      let result = try program.run(arguments)
      #expect(result.status == 1)
      #expect(result.error.hasPrefix("rfcview: Cannot write \(program.home.path)/file/below/rfcview"))
      #expect(result.error.split(separator: "\n").count == 1)
    }
  }

  @Test func `a file that must not grow any more is a full disk`() throws {
    let script = "ulimit -f 40; \"$0\" cat 4244 | wc -c; \"$0\" fetch 4244"
    let result = try Program.run("/bin/sh", ["-c", script, Program.path], environment: program.environment)
    #expect(
      result.text.split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) }
        == "\(text.count + 200_000)")
    let path = "\(program.cache)/rfc/rfc4244.txt"
    #expect(
      result.error.split(separator: "\n") == [
        "rfcview: RFC 4244 was not saved: cannot write \(path): the disk is full.",
        "rfcview: Cannot write \(path): the disk is full.",
      ])
  }

  @Test(arguments: [">&-", "<&- >&-", "<&- >&- 2>&-"])
  func `a closed output is no file of ours`(closed: String) throws {
    let script = "\"$0\" fetch 4242 \(closed); echo $?; \"$0\" cat 4242 \(closed); echo $?"
    let words = ["10", "/bin/sh", "-c", script, Program.path]
    let result = try Program.run("/usr/bin/timeout", words, environment: program.environment)
    #expect(result.text == "1\n1\n")
    #expect(program.home.read(".cache/rfcview/rfc/rfc4242.txt") == text)
    guard !closed.contains("2") else { return }
    let complaint = "rfcview: Cannot write the output: Bad file descriptor.\n"
    #expect(result.error == complaint + complaint)
  }

  @Test(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
  func `the reader says once that nothing is kept`() throws {
    let program = try blocked("XDG_CACHE_HOME")
    let tmux = try Tmux(program, columns: 150)
    try tmux.shell("\(Program.path) 4242")
    try tmux.wait(for: "RFC 4242 was not saved: cannot write")
    try tmux.type(":4243")
    try tmux.press("Enter")
    try tmux.wait(for: "Request for Comments: 4243")
    let screen = try tmux.screen
    #expect(!screen.contains("was not saved"))
    // The way back needs no network: what was read is in memory.
    server.stop()
    try tmux.type("B")
    try tmux.wait(for: "Request for Comments: 4242")
  }

  @Test(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
  func `a place that cannot be kept is told at the latest when the screen is gone`() throws {
    let program = try blocked("XDG_STATE_HOME")
    let tmux = try Tmux(program, columns: 150)
    try tmux.shell("\(Program.path) 4242")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.press("Space", "q")
    try tmux.wait(for: "Your place was not saved. Cannot write")
  }

  // MARK: Files that are no texts

  @Test func `a cached file that is no text is said, and fetched again where there is a network`() throws {
    let path = try program.home.write(
      "<!DOCTYPE html><html>4242</html>".utf8, to: ".cache/rfcview/rfc/rfc4242.txt")
    for arguments in [["cat"], ["toc"], ["refs"], ["read"]] {
      let result = try program.run(arguments + ["--offline", "4242"])
      #expect(result.status == 1)
      #expect(result.output == [])
      #expect(
        result.error
          == "rfcview: \(path) is a web page, not RFC 4242. Run `rfcview fetch 4242` to download it again.\n")
    }
    let index = try program.run(["index"])
    #expect(index.error.contains("\(path) is a web page, not RFC 4242."))
    // It is not missing from an index of what there is.
    try program.home.write(SampleText.paged.utf8, to: ".cache/rfcview/rfc/rfc4243.txt")
    #expect(try program.run(["index"]).status == 0)
    #expect(try program.run(["search", "request"]).error == "")
    #expect(try program.run(["path", "4242"]).status == 1)
    let result = try program.run(["cat", "4242"])
    #expect(result.output == text)
    #expect(result.error == "rfcview: \(path) is a web page, not RFC 4242, which was downloaded again.\n")
    #expect(try program.run(["--offline", "4242"]).output == text)
  }

  @Test func `fetch brings anew what is no text, and leaves alone what is one`() throws {
    try program.home.write([0, 0, 0], to: ".cache/rfcview/rfc/rfc4242.txt")
    let result = try program.run(["fetch", "4242"])
    #expect(result.text == "RFC 4242: downloaded, \(text.count) bytes\n")
    #expect(try program.run(["fetch", "4242"]).text == "RFC 4242: in the cache, \(text.count) bytes\n")
  }

  @Test(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
  func `the reader says which file was no text`() throws {
    try program.home.write([UInt8](repeating: 0, count: 9000), to: ".cache/rfcview/rfc/rfc4242.txt")
    let tmux = try Tmux(program, columns: 150)
    try tmux.shell("\(Program.path) 4242")
    try tmux.wait(for: "rfc4242.txt is empty or blank, not RFC 4242, which was downloaded again.")
    try program.home.write([UInt8](repeating: 0, count: 9000), to: ".cache/rfcview/rfc/rfc4243.txt")
    try tmux.type(":4243")
    try tmux.press("Enter")
    try tmux.wait(for: "rfc4243.txt is empty or blank, not RFC 4243, which was downloaded again.")
  }

  @Test(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
  func `a window into a file that is no text says so, and Enter downloads it`() throws {
    try program.home.write("<html></html>".utf8, to: ".cache/rfcview/rfc/rfc4243.txt")
    let citing = "Request for Comments: 4245\n\n1.  One\n\n   See Section 1 of RFC 4243.\n"
    try program.home.write(citing.utf8, to: ".cache/rfcview/rfc/rfc4245.txt")
    let tmux = try Tmux(program, columns: 150)
    try tmux.shell("\(Program.path) 4245")
    try tmux.wait(for: "See Section 1")
    try tmux.press("Tab", "K")
    try tmux.wait(
      for: "rfc4243.txt is a web page, not RFC 4243. Run `rfcview fetch 4243` to download it again.")
    try tmux.wait(for: "Its text is not in the cache; Enter downloads it.")
    try tmux.press("Enter")
    try tmux.wait(for: "rfc4243.txt is a web page, not RFC 4243, which was downloaded again.")
  }

  @Test(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
  func `the reader says that a text may not be whole`() throws {
    let half = Array(SampleText.paged.utf8.prefix(700))
    let server = try LoopbackServer { _, _ in .init(body: half) }
    let result = try program.run(["cat", "4243", "--mirror", server.url])
    #expect(result.output == half)
    #expect(
      result.error
        == "rfcview: RFC 4243 ends in the middle of a page or a sentence, twice in a row: it was published so,"
        + " or is cut short. --refresh downloads again.\n")
    #expect(server.requests.count == 2)
    let tmux = try Tmux(program, columns: 150)
    try tmux.shell("\(Program.path) --refresh --mirror \(server.url) 4243")
    try tmux.wait(for: "RFC 4243 ends in the middle of a page")
  }
}

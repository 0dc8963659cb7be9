import TestSupport
import Testing

/// How far something is, on a terminal: one line, drawn over and over and taken away in the end.
@Suite(.serialized) struct ProgressLineTests {
  private let server: LoopbackServer
  private let program: Program

  init() throws {
    let index = Array(SampleFeed.xml.utf8)
    let text = Array(SampleText.unpaged.utf8)
    server = try LoopbackServer { _, request in
      switch request.path {
      case "/rfc-index.xml": .init(body: index)
      // Slow enough to be seen.
      case "/rfc/rfc4242.txt": .fault(.dribble, text)
      case "/errata.json": .init(body: Array(SampleErrata.json.utf8))
      default: .init(status: 404)
      }
    }
    program = try Program(mirror: server.url)
  }

  @Test(arguments: [
    (
      ["fetch", "4242"],
      ["RFC 4242   connecting", "RFC 4242   0 kB of 1 kB   \u{2591}", "1 kB of 1 kB   \u{2588}"]
    ),
    (["update"], ["The index of RFCs   connecting"]),
    (["sync", "4242"], ["\u{2591} 0 of 1  0.0 MB", "indexing 100 %: 1 of 1 documents"]),
  ])
  func `it is drawn in one row, and nothing is left of it`(arguments: [String], words: [String]) throws {
    let window = try PseudoTerminal(columns: 80, rows: 24)
    let child = try Child(
      Program.path, arguments, environment: program.environment,
      files: ["/dev/null", "/dev/null", window.path])
    #expect(child.wait() == 0)
    window.echo("The end.")
    let output = try window.output(until: "The end.")
    for word in words { #expect(output.contains(word), "\(word)") }
    #expect(!output.contains("\n"))
    // What is drawn last is blanks.
    #expect(output.split(separator: "\r").dropLast().last?.allSatisfy { $0 == " " } == true)
  }
}

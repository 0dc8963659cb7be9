import Foundation
import TestSupport
import Testing

/// The program on a real terminal shows what the reader in memory shows: the same scripts, the same golden files.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
struct TerminalScreenTests {
  @Test(arguments: ScreenScript.all)
  func `the terminal shows what the reader draws`(script: ScreenScript) throws {
    let server = try LoopbackServer(texts: [
      "/rfc/rfc4242.txt": Array(SampleText.unpaged.utf8), "/rfc-index.xml": Array(SampleFeed.xml.utf8),
    ])
    let program = try Program(mirror: server.url)
    let tmux = try Tmux(program, columns: script.columns, rows: script.rows)
    switch script.start {
    case .document:
      try tmux.shell("\(Program.path) 4242")
      try tmux.wait(for: "Example Working Group")
    case .library:
      _ = try program.run(["fetch", "4242"])
      try tmux.shell(Program.path)
      try tmux.wait(for: "The First & Oldest Protocol")
    }
    try tmux.play(script.keys)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("ReaderCoreTests/Golden/\(script.name).txt")
    let golden = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(script.rows)
    let wanted = golden.joined(separator: "\n")
    try tmux.wait(for: wanted) { screen in
      screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(script.rows).map { line in
        // A bookmark in memory has no day, one of the program that of the test.
        let line = line.replacing(#/ +[0-9]{4}-[0-9]{2}-[0-9]{2} *$/#, with: "")
        return String(line.reversed().drop { $0 == " " }.reversed())
      }.joined(separator: "\n") == wanted
    }
  }
}

import Foundation
import ReaderCore
import Testing

/// The README and the manual page repeat the table of commands; the guide teaches it.
@Suite struct DocumentationTests {
  private func file(_ name: String) throws -> String {
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try String(contentsOfFile: "/\(repository)/\(name)", encoding: .utf8)
  }

  @Test func `the README lists every key as the program has it`() throws {
    let readme = try file("README.md")
    for entry in CommandEntry.all {
      let keys = entry.keys.replacingOccurrences(of: "|", with: "\\|")
      #expect(readme.contains("\n| `\(keys)` | \(entry.command.rawValue) | \(entry.summary) |\n"))
    }
  }

  @Test func `the manual page describes every command under its keys`() throws {
    let manual = try file("Resources/rfcview.1")
      .replacingOccurrences(of: "\\-", with: "-").replacingOccurrences(of: "\\(ha", with: "^")
      .replacingOccurrences(of: "\\(aq", with: "'").replacingOccurrences(of: "\\&", with: "")
      .replacingOccurrences(of: "\"", with: "")
    for entry in CommandEntry.all {
      #expect(manual.contains("\n.It Ic \(entry.keys) Pq Cm \(entry.command.rawValue)\n"), "\(entry.command)")
    }
  }

  @Test func `the manual page has the commands and options of the program in its words`() throws {
    let manual = try file("Resources/rfcview.1")
    let lists = try #require(manual.firstRange(of: "\n.Ss Commands\n")).upperBound
    let end = try #require(manual.firstRange(of: "\n.Sh KEYS\n")).lowerBound
    let lines = manual[lists..<end].replacingOccurrences(of: "\\-", with: "-")
      .replacingOccurrences(of: "\\(aq", with: "'").split(separator: "\n")
    let described = zip(lines, lines.dropFirst())
      .filter { head, _ in [".It Cm ", ".It Fl ", ".It Ar "].contains { head.hasPrefix($0) } }
      .map { "\($0.dropFirst(4)): \($1)" }
    #expect(
      try Set(described) == CommandHelp(of: Program()).manualItems, "Tests/Tools/write-docs writes the lists")
  }

  @Test func `the guide names every command and keeps to 72 columns`() throws {
    let guide = try file("Resources/guide.txt")
    for entry in CommandEntry.all { #expect(guide.contains(entry.command.rawValue), "\(entry.command)") }
    #expect(guide.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }

  @Test(arguments: ["bash": "rfcview.bash", "zsh": "_rfcview", "fish": "rfcview.fish"])
  func `the completions are what the program generates`(shell: String, name: String) throws {
    let generated = try Program().run(["--generate-completion-script", shell])
    #expect(try generated.text == file("Resources/completions/\(name)"), "Tests/Tools/write-docs writes it")
  }

  @Test func `the command of the README is what CI runs`() throws {
    let readme = try file("README.md")
    let runner = try file(".ci/run")
    #expect(readme.contains("swift test"))
    #expect(runner.contains("README.md"))
  }
}

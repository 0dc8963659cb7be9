import Foundation
import RFCModel
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

  @Test func `the README, the manual page, the guide and the help list every field`() throws {
    let readme = try file("README.md")
    let manual = try file("Resources/rfcview.1")
    let guide = try file("Resources/guide.txt")
    let help = try Program().run(["help", "search"]).text
    for field in FilterField.allCases {
      let meaning = field.meaning
      #expect(readme.contains("\n| `\(field.example)` | \(meaning) |\n"))
      let sentence = (meaning.prefix(1).uppercased() + meaning.dropFirst()).replacing("'", with: "\\(aq")
      #expect(manual.contains("\n.It Cm \(field.example)\n\(sentence).\n"))
      #expect(field == .part || guide.contains(field.rawValue + ":"))
      #expect(help.contains(field.example + " ") && help.contains(meaning))
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

  @Test func `the manual page has every variable of the environment that is read`() throws {
    let manual = try file("Resources/rfcview.1")
    let start = try #require(manual.firstRange(of: "\n.Sh ENVIRONMENT\n")).upperBound
    let end = try #require(manual[start...].firstRange(of: "\n.Sh ")).lowerBound
    let described = Set(
      manual[start..<end].split(separator: "\n").filter { $0.hasPrefix(".It Ev ") || $0.hasPrefix(".Ev ") }
        .flatMap { $0.split(separator: " ") }.map(String.init))
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Sources"
    let names = try #require(FileManager.default.enumerator(atPath: root)).compactMap { $0 as? String }
    var read: Set<String> = []
    for name in names where name.hasSuffix(".swift") && !name.hasPrefix("TestSupport") {
      let source = try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
      for match in source.matches(of: /(?:environment\[|getenv\()"([A-Z_]+)"/) {
        read.insert(String(match.1))
      }
    }
    #expect(read.contains("BROWSER") && read.contains("TERM"))
    #expect(read.subtracting(described) == [])
  }

  private struct Setting: Decodable {
    let name: String
    let takes: String
    let `default`: String
    let summary: String
  }

  @Test func `the README, the manual page and the guide have the settings of the program`() throws {
    let printed = try Program().run(["settings", "--json"]).output
    let settings = try JSONDecoder().decode([Setting].self, from: Data(printed))
    #expect(settings.count > 10)
    let rows = settings.map { "| `\($0.name)` | \($0.takes) | \($0.default) | \($0.summary) |" }
    let readme = try file("README.md").split(separator: "\n", omittingEmptySubsequences: false)
    let head = try #require(readme.firstIndex(of: "| setting | takes | unless set | for |"))
    #expect(readme[(head + 2)...].prefix { !$0.isEmpty }.map(String.init) == rows)

    let manual = try file("Resources/rfcview.1").replacingOccurrences(of: "\\-", with: "-")
      .replacingOccurrences(of: "\\(aq", with: "'")
    for setting in settings {
      let summary = setting.summary.prefix(1).uppercased() + setting.summary.dropFirst()
      let words = "\(summary): \(setting.takes); \(setting.default) unless set."
      #expect(manual.contains("\n.It Cm \(setting.name)\n\(words)\n"), "Tests/Tools/write-docs writes it")
    }
    let guide = try file("Resources/guide.txt")
    for setting in settings {
      let name = setting.name.replacingOccurrences(of: ".NAME", with: ".")
      #expect(guide.contains("\n      \(name)"), "\(name)")
    }
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

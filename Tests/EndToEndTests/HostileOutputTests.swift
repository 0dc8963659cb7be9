import Foundation
import TestSupport
import Testing

/// Whatever is printed on a terminal, of a text, a catalogue, a bookmark, a file's name or an argument: nothing that may
/// not stand there. Into a file `cat` is byte for byte, and JSON is whole.
@Suite struct HostileOutputTests {
  private let program: Program
  private static let words = HostileCharacters.words.joined(separator: " ")

  private static let text = """
    Request for Comments: 4241                                     \(words)

    1.  \(words)

       See [RFC2119] and \(words), which MUST be RFC 4242 <https://example.org/\(words)>.

    The end.

    """

  init() throws {
    var program = try Program()
    program.environment["RFCVIEW_OFFLINE"] = "1"
    for name in [".cache/rfcview/rfc/rfc4241.txt", "sample.txt"] {
      _ = try program.home.write(Array(Self.text.utf8), to: name)
    }
    self.program = program
  }

  /// What a terminal is sent by a command, but for what the terminal itself makes of line ends.
  private func shown(_ arguments: [String]) throws -> String {
    let window = try PseudoTerminal(columns: 80, rows: 24)
    let child = try Child(
      "/bin/sh", ["-c", "\(Program.path) \"$@\"; echo The shell again.", "sh"] + arguments,
      environment: program.environment, files: ["/dev/null", window.path, window.path])
    let output = try window.output(until: "The shell again.")
    _ = child.wait()
    return output.replacingOccurrences(of: "\r\n", with: "\n")
  }

  private func expectNothingHostile(_ output: String, _ what: [String]) {
    // Ours: hyperlinks, bold, a progress line drawn again.
    let bare = output.replacing(#/\x1B\]8;(id=\d+)?;[\x21-\x7E]*\x1B\\|\x1B\[1?m|\r/#, with: "")
    let found = HostileCharacters.found(in: bare)
    #expect(found.isEmpty, "\(what.first ?? ""): \(found.map { $0.escaped(asASCII: true) }.sorted())")
  }

  @Test(arguments: [
    ["cat", "4241"], ["cat", "--plain", "4241"], ["cat", "--file", "sample.txt"], ["toc", "4241"],
    ["refs", "4241"],
    ["refs", "--json", "4241"], ["requirements", "4241"], ["requirements", "--json", "4241"],
    ["blocks", "4241"], ["extract", "4241"], ["extract", "4241", "--kind", "code"],
    ["extract", "--json", "4241"],
    ["toc", "--json", "4241"], ["list"], ["list", "--json"], ["index"], ["search", "w0"],
    ["search", "--json", "w0"],
    ["info", "4241"], ["path", "4241"],
  ])
  func `what is printed of a text is spelled out`(arguments: [String]) throws {
    let sample = program.home.path + "/sample.txt"
    let output = try shown(arguments.map { $0 == "sample.txt" ? sample : $0 })
    expectNothingHostile(output, arguments)
    if arguments[0] == "cat" {
      #expect(output.contains("<202E>") && output.contains("^[") && output.contains("<AD>"))
    }
  }

  @Test func `names of files and arguments in messages are spelled out`() throws {
    for words in HostileCharacters.words {
      for arguments in [
        [words], ["find", words], ["cat", "--file", "/nowhere/" + words], ["cat", "4241", words],
        ["--" + words],
        ["search", "title:\"" + words], ["fetch", words], ["refs", "--to", words], ["path", words],
        ["-j" + words],
        ["sync", words], ["cat", "--section", words, "4241"], ["/nowhere/" + words],
        ["toc", "--file", words],
      ] {
        expectNothingHostile(try shown(arguments), arguments)
      }
    }
  }

  @Test func `a configuration and a key file are quoted spelled out`() throws {
    for words in HostileCharacters.words {
      _ = try program.home.write(Array("\(words)\nmirror = \(words)\n".utf8), to: ".config/rfcview/config")
      _ = try program.home.write(
        Array("\(words)\nbind reading \(words) \(words)\n".utf8), to: ".config/rfcview/keys")
      for arguments in [["list"], ["keys"], ["toc", "4241"]] {
        expectNothingHostile(try shown(arguments), arguments)
      }
    }
  }

  @Test func `into a file it is the published text, and JSON gives it back`() throws {
    let plain = try program.run(["cat", "4241"])
    #expect(plain.output == Array(Self.text.utf8))
    let json = try program.run(["toc", "--json", "4241"])
    expectNothingHostile(json.text, ["toc --json"])
    let sections = try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]]
    let title = try #require(
      sections?.compactMap { $0["title"] as? String }.first { $0.contains("\u{202E}") })
    #expect(title.contains("\u{2066}") && title.contains("\u{E0041}"))
  }
}

import Foundation
import TestSupport
import Testing

/// Handing over to the browser and to the editor.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
struct HandOverTests {
  private let program: Program
  /// What a browser of the tests was called with, a word a line.
  private var calls: String { program.home.path + "/calls" }

  init() throws {
    program = try Program()
    let text = SampleText.unpaged.replacingOccurrences(
      of: "Nothing happened.", with: "See <https://example.org/a;touch$IFS/x?b=%s&c=`id`'>.")
    _ = try program.home.write(Array(text.utf8), to: ".cache/rfcview/rfc/rfc4242.txt")
    for (name, body) in [
      ("good", "printf '%s\\n' \"$0\" \"$@\" > \(calls)"), ("bad", "exit 3"),
      ("w3m", "echo page of \"$1\"; read answer"), ("edit", "printf '%s\\n' \"$@\" > \(calls); exit 0"),
    ] {
      let path = try program.home.write("#!/bin/sh\n\(body)\n".utf8, to: "bin/\(name)")
      chmod(path, 0o755)
    }
  }

  /// A reader of RFC 4242, with variables that name programs.
  private func reader(_ variables: [String: String]) throws -> Tmux {
    var program = program
    program.environment.merge(variables) { $1 }
    program.environment["PATH"] = program.home.path + "/bin:" + (program.environment["PATH"] ?? "")
    let tmux = try Tmux(program, columns: 160)
    try tmux.shell("\(Program.path) --offline 4242")
    try tmux.wait(for: "Request for Comments: 4242")
    return tmux
  }

  /// Follows the link to the address at the end of the text.
  private func browse(_ browser: String, display: String? = nil) throws -> Tmux {
    let tmux = try reader(["BROWSER": browser, "DISPLAY": display ?? ""].filter { !$0.value.isEmpty })
    try tmux.type("G")
    try tmux.wait(for: "100%")
    try tmux.press("BTab")
    try tmux.wait(for: "example.org")
    try tmux.press("Enter")
    return tmux
  }

  private func calledWith(_ words: [String], in tmux: Tmux) throws {
    try tmux.wait(for: "the call") { _ in program.home.read("calls")?.last == 0x0A }
    let called = String(decoding: program.home.read("calls") ?? [], as: UTF8.self).split(separator: "\n")
    #expect(called.dropFirst().map(String.init) == words)
  }

  private static let address = "https://example.org/a;touch$IFS/x?b=%s&c=`id`'"

  @Test(arguments: [
    ("good", [address]), ("good --new-tab", ["--new-tab", address]),
    ("good %s '-p %%' \"a b\"", [address, "-p %", "a b"]),
    ("good --url=%s -x%c", ["--url=\(address)", "-x:"]),
    ("/nonexistent:bad:good", [address]), ("good &", [address]),
  ])
  func `a browser gets the address as one word`(browser: String, words: [String]) throws {
    let tmux = try browse(browser)
    try calledWith(words, in: tmux)
    try tmux.wait(for: "Handed to good: https://example.org/a")
  }

  @Test(arguments: [
    (
      "/nonexistent", "Cannot start /nonexistent: No such file or directory. Set BROWSER to choose a browser."
    ),
    ("bad", "bad ended with status 3. Set BROWSER to choose a browser. Not opened: https://example.org/a"),
    ("bad:nonexistent", "bad ended with status 3. Cannot start nonexistent: No such file or directory."),
  ])
  func `a browser that does not start is named, and nothing is said to be opened`(
    browser: String, words: String
  ) throws {
    let tmux = try browse(browser)
    try tmux.wait(for: words)
  }

  @Test func `a desktop without xdg-open is said`() throws {
    let tmux = try browse("", display: ":99")
    try tmux.wait(for: "Cannot start xdg-open")
  }

  @Test func `a text browser has the terminal`() throws {
    let tmux = try browse("nonexistent:w3m")
    try tmux.wait(for: "page of https://example.org/a")
    #expect(try tmux.property("#{alternate_on}") == "0")
    try tmux.press("Enter")
    try tmux.wait(for: "100%")
  }

  @Test(arguments: [
    (["EDITOR": "edit"], []), (["VISUAL": "edit -a 'b c'", "EDITOR": "nonexistent"], ["-a", "b c"]),
  ])
  func `v calls the editor with its options, the line and the file`(
    variables: [String: String], options: [String]
  ) throws {
    let tmux = try reader(variables)
    try tmux.type("v")
    try tmux.wait(for: "the call") { _ in program.home.read("calls")?.last == 0x0A }
    let called = String(decoding: program.home.read("calls") ?? [], as: UTF8.self).split(separator: "\n")
    #expect(called.map(String.init) == options + ["+7", program.cache + "/rfc/rfc4242.txt"])
    try tmux.wait(for: "Request for Comments: 4242")
  }

  @Test(arguments: [
    (["EDITOR": "nonexistent"], "nonexistent: no such program. Set VISUAL or EDITOR to choose an editor."),
    (
      ["VISUAL": "/etc/passwd -x"],
      "/etc/passwd -x cannot be executed. Set VISUAL or EDITOR to choose an editor."
    ),
    (["EDITOR": "bad"], "bad ended with status 3. Set VISUAL or EDITOR to choose an editor."),
  ])
  func `an editor that does not start is named`(variables: [String: String], words: String) throws {
    let tmux = try reader(variables)
    try tmux.type("v")
    try tmux.wait(for: words)
  }

  @Test func `a shell that is not there is named`() throws {
    // tmux sets the variable itself.
    let tmux = try Tmux(program)
    try tmux.shell("SHELL=/nonexistent \(Program.path) --offline 4242")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type("!true")
    try tmux.press("Enter")
    try tmux.wait(for: "Cannot start /nonexistent: No such file or directory.")
    try tmux.press("Enter")
    try tmux.wait(for: "Request for Comments: 4242")
  }
}

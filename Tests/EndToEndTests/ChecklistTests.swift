import Foundation
import TestSupport
import Testing

/// Checklists, kept by the built program.
@Suite(.serialized) struct ChecklistTests {
  private let program: Program
  private let file: String
  private static let count = 60

  init() throws {
    program = try Program()
    let text =
      "Request for Comments: 4242\n\n"
      + (0..<Self.count).map { "\($0 + 1).  Part\n\n   Item \($0) MUST be kept.\n\n" }.joined()
    file = try program.home.write(Array(text.utf8), to: "spec.txt")
    try program.home.write(Array(text.utf8), to: ".cache/rfcview/rfc/rfc4242.txt")
    try program.home.write(
      Array(text.replacingOccurrences(of: "Item", with: "Thing").utf8), to: ".cache/rfcview/rfc/rfc4243.txt")
  }

  private func requirements(_ arguments: String..., input: String = "") throws -> String {
    let result = try program.run(["requirements", "--offline"] + arguments, input: Array(input.utf8))
    return result.text + result.error
  }

  private func done(of name: String) throws -> Int {
    try requirements("--json", name).components(separatedBy: "\"state\":\"done\"").count - 1
  }

  @Test func `several documents are one list, each in its parts`() throws {
    let list = try requirements("4242", "rfc4243")
    #expect(list.hasPrefix("RFC 4242  5  1  MUST  Item 0 MUST be kept.\n"))
    #expect(list.contains("\nRFC 4243  9  2  MUST  Thing 1 MUST be kept.\n"))
    #expect(try requirements("4242", "2") == "9  2  MUST  Item 1 MUST be kept.\n")
    let table = try requirements("4242", "4243", "--csv")
    #expect(table.hasPrefix("document,section,level,keywords,state,note,subject,sentence,line,url\r\n"))
    #expect(table.components(separatedBy: "\r\n").count == 2 * Self.count + 2)
    let some = try program.run(["requirements", "--offline", "4244", "4242"])
    #expect(some.status == 1 && some.error.contains("RFC 4244"))
    #expect(some.text.hasPrefix("RFC 4242  5  1  MUST  Item 0"))
    #expect(try requirements("4242", "4243", "--section", "1").contains("--section is of one document"))
    #expect(try requirements("4242", "--csv", "--json").contains("are two things"))
    #expect(try requirements("4242", "--normative").contains("goes with --cited-by"))
  }

  @Test func `a task list that was ticked comes back, in another home too`() throws {
    let list = try requirements("4242", "4243", "--markdown")
    let ticked = list.replacingOccurrences(of: "- [ ] **MUST** [3]", with: "- [x] **MUST** [3]")
      .replacingOccurrences(of: "Thing 3 MUST be kept.", with: "Thing 3 MUST be kept.\n  Note: see, \"it\"")
    #expect(
      try requirements("--import", "-", input: ticked)
        == "RFC 4242: 1 requirement taken.\nRFC 4243: 2 requirements taken.\n")
    let again = try requirements("4242", "4243", "--markdown")
    #expect(again == ticked)
    // An empty box takes nothing away.
    _ = try requirements("--import", "-", input: list)
    #expect(try requirements("4242", "4243", "--markdown") == ticked)
    #expect(try requirements("4243", "4", "--csv").contains(",open,\"see, \"\"it\"\"\",Thing 3,"))
    let other = try Program()
    let path = try program.home.write(Array(ticked.utf8), to: "list.md")
    #expect(try other.run(["requirements", "--import", path]).status == 0)
    let state = ".local/state/rfcview/checklists/rfc4243"
    #expect(other.home.read(state) == program.home.read(state) && other.home.read(state) != nil)
  }

  @Test func `what the text does not say any more is kept and told`() throws {
    let gone =
      "- [x] **MUST** [9](https://www.rfc-editor.org/rfc/rfc4242.html#section-9) It MUST have been.\n"
    #expect(
      try requirements("--import", "-", input: gone).contains("1 of all that is kept is not in the text"))
    #expect(try requirements("4242", "--markdown").contains("Not in the text any more:\n\n" + gone))
    #expect(try requirements("4242", "--json").contains("\"line\":null"))
    #expect(try requirements("4242", "3", "--markdown").contains("any more") == false)
    #expect(try requirements("--import", "-", input: "- [x] It MUST\n").contains("name no document"))
    #expect(
      try requirements("4242", "--import", "-", input: "- [x] It MUST\n")
        == "RFC 4242: 1 requirement taken; 2 of all that is kept are not in the text.\n")
    #expect(try requirements("--import", "-", input: "nothing").contains("has no requirement"))
  }

  @Test func `duvet gets its files, and none is overwritten`() throws {
    let folder = program.home.path + "/specs"
    let list = try requirements("4242", "--duvet", folder)
    #expect(list.components(separatedBy: "\n").count == Self.count + 1)
    let text = String(
      decoding: program.home.read("specs/www.rfc-editor.org/rfc/rfc4242/section-2.toml") ?? [], as: UTF8.self)
    #expect(text.hasPrefix("target = \"https://www.rfc-editor.org/rfc/rfc4242#section-2\"\n"))
    #expect(try requirements("4242", "--duvet", folder).contains("already exists"))
    #expect(try requirements("--file", file, "--duvet", folder).contains("has no address"))
  }

  private static let tmux: Comment = "skipped: tmux is not installed"

  private func reader() throws -> Tmux {
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) 4242 --offline")
    try tmux.wait(for: "Item 0 MUST")
    try tmux.type("C")
    try tmux.wait(for: "of \(Self.count) done")
    return tmux
  }

  @Test(.enabled(if: Tmux.isInstalled, tmux))
  func `two readers that tick at once lose nothing`() throws {
    let (first, second) = (try reader(), try reader())
    try second.type("G")
    try second.wait(for: "\(Self.count) of \(Self.count)")
    for _ in 0..<Self.count / 2 / 5 {
      try first.type(String(repeating: "xj", count: 5))
      try second.type(String(repeating: "xk", count: 5))
    }
    // What the last of them shows was kept after all others.
    for reader in [first, second] {
      try reader.wait(for: "the middle") { $0.contains("of \(Self.count) done") }
    }
    let end = Date().addingTimeInterval(20)
    while try done(of: "4242") < Self.count, Date() < end {}
    #expect(try done(of: "4242") == Self.count)
  }

  @Test(.enabled(if: Tmux.isInstalled, tmux))
  func `what a reader that is killed has shown as done is done`() throws {
    var shown = 0
    for round in 0..<5 {
      let tmux = try reader()
      try tmux.type(String(repeating: "j", count: shown) + String(repeating: "xj", count: 10))
      let screen = try tmux.wait(for: "a tick") { Self.done(in: $0) > shown + round }
      let id = try tmux.property("#{pane_pid}")
      _ = try Program.run(
        "/usr/bin/env", ["pkill", "-9", "-P", id, "rfcview"], environment: program.environment)
      shown = max(Self.done(in: screen), Self.done(in: try tmux.screen))
      let kept = try done(of: "4242")
      #expect(kept >= shown)
      shown = kept
    }
  }

  private static func done(in screen: String) -> Int {
    screen.firstRange(of: " of \(count) done").flatMap { range in
      Int(screen[..<range.lowerBound].split(separator: " ").last ?? "")
    } ?? 0
  }
}

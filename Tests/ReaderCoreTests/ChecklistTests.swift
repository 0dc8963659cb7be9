import CellGrid
import Foundation
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// The checklist, with a program that keeps it.
@Suite struct ChecklistTests {
  private static let text = """
    Request for Comments: 4242                                     Sample Ltd

    1.  Rules

       A sender MUST wait for an answer.  The
       receiver SHOULD answer.

    2.  More

       Everybody MAY be brief about what is
       said, and about what is not said in any
       of the messages.

    2.1.  Most

       The sender MUST NOT shout.

    """ + String(repeating: "   Samples may be had for nothing.\n\n", count: 20)
      + """
      3.  Last

         The end is REQUIRED.

      """

  private static let subject: Bookmark.Subject = .document(.fixture("rfc4242.txt"))

  private static func entry(
    _ section: String, _ words: String, _ state: RequirementState?, _ note: String = ""
  ) -> ChecklistEntry {
    ChecklistEntry(RequirementKey(section: section, words: words), state: state, note: note)
  }

  private static let kept = [
    entry("1", "A sender MUST wait for an answer.", .done),
    entry("1", "The receiver SHOULD answer.", .question, "ask the authors"),
    entry("2.1", "The sender MUST NOT shout.", .notApplicable),
    entry("4", "What was MUST stay.", .done),
  ]

  private func robot(
    _ keys: String = "", columns: Int = 80, rows: Int = 24, kept: [ChecklistEntry] = kept,
    stops: RequirementStops = .all
  ) -> ReaderRobot {
    var settings = ReaderSettings()
    settings.reading.contents = .off
    settings.reading.requirements = stops
    var robot = ReaderRobot(columns: columns, rows: rows, settings: settings)
    robot.open(Self.text)
    robot.send(.checklist(kept, of: Self.subject))
    robot.type(keys)
    return robot
  }

  /// Gives it what a program would that keeps all.
  private func keep(_ robot: inout ReaderRobot, _ kept: [ChecklistEntry]) -> [ChecklistEntry] {
    guard case .note(let changes, Self.subject)? = robot.effects.last else { return kept }
    var kept = kept
    for change in changes {
      let index = kept.firstIndex { $0.key == change.key }
      let entry = (index.map { kept[$0] } ?? ChecklistEntry(change.key, state: nil)).with(change.change)
      if let index { kept[index] = entry } else { kept.append(entry) }
    }
    robot.send(.checklist(kept, of: Self.subject))
    return kept
  }

  private func selected(_ robot: ReaderRobot) -> String { robot.text(in: .selection).joined(separator: "\n") }

  @Test(arguments: [
    ("list", "C", 80, 24), ("list", "C", 140, 45), ("list", "C", 50, 20), ("text", "", 80, 24),
  ])
  func `the screen is as it was`(name: String, keys: String, columns: Int, rows: Int) throws {
    let robot = robot(keys, columns: columns, rows: rows)
    let roles = (0..<rows).map { row in
      String(robot.roles(ofRow: row).reversed().drop { $0 == "." }.reversed())
    }
    let screen = robot.frame.text + "\n\n" + roles.joined(separator: "\n") + "\n"
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/checklist-\(name)-\(columns)x\(rows).txt")
    if ProcessInfo.processInfo.environment["RFCVIEW_UPDATE_GOLDEN"] != nil {
      try screen.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(screen == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `what is kept is asked for once the text is there, and again by the list`() {
    var robot = robot()
    #expect(robot.checklistsAskedFor == [Self.subject])
    robot.type("C")
    #expect(robot.checklistsAskedFor == [Self.subject, Self.subject])
    #expect(ReaderRobot(Self.text, named: "Standard input").checklistsAskedFor.isEmpty)
  }

  @Test func `the head counts what is done, and what the text does not say any more comes last`() {
    var robot = robot("C")
    #expect(robot.rows[0].contains("1 of 5 done \u{B7} 1 not applicable \u{B7} 1 question"))
    robot.type("G")
    #expect(
      selected(robot).contains("not in the text any more") && selected(robot).contains("What was MUST stay."))
    robot.type("<Enter>")
    #expect(robot.status.contains("does not have this sentence"))
  }

  @Test(arguments: [("x", RequirementState.done, "x"), ("-", .notApplicable, "-"), ("?", .question, "o")])
  func `a key gives a state, again takes it back, and it is shown once it is kept`(
    key: String, state: RequirementState, sign: String
  ) {
    var robot = robot("C", kept: [])
    robot.type(key)
    let first = RequirementKey(section: "1", words: "A sender MUST wait for an answer.")
    #expect(robot.effects.last == .note([ChecklistChange(first, .state(state))], of: Self.subject))
    #expect(!selected(robot).contains(" \(sign) 1  MUST") && robot.rows[0].contains("0 of 5 done"))
    var kept = keep(&robot, [])
    #expect(selected(robot).hasPrefix(" \(sign) 1  MUST"))
    #expect(robot.rows[0].contains(state == .done ? "1 of 5 done" : "0 of 5 done"))
    robot.type(key)
    #expect(robot.effects.last == .note([ChecklistChange(first, .state(nil))], of: Self.subject))
    kept = keep(&robot, kept)
    #expect(selected(robot).hasPrefix("   1  MUST"))
  }

  @Test func `what cannot be kept is not shown`() {
    var robot = robot("Cx", kept: [])
    robot.send(.warning("It is full."))
    #expect(robot.rows[0].contains("0 of 5 done") && robot.status.contains("It is full."))
  }

  @Test func `a note is added, changed, removed`() {
    var robot = robot("Ca", kept: [])
    #expect(robot.status.hasPrefix("Note:"))
    robot.type("see 3<Enter>")
    var kept = keep(&robot, [])
    #expect(selected(robot).contains("\u{2502} see 3"))
    robot.type("a")
    #expect(robot.status.hasPrefix("Note: see 3"))
    let before = robot.effects.count
    robot.type("<Enter>")
    #expect(robot.effects.count == before)
    robot.type("a" + String(repeating: "<Backspace>", count: 5))
    #expect(robot.status.contains("Enter removes the note"))
    robot.type("<Enter>")
    kept = keep(&robot, kept)
    #expect(kept.first?.isEmpty == true && !selected(robot).contains("\u{2502}"))
  }

  @Test(arguments: [
    ("must:", "1 2.1 3 4"), ("should:", "1"), ("may:", "2"), ("must: may:", "1 2 2.1 3 4"),
    ("section:2", "2 2.1"),
    ("section:2.1.", "2.1"), ("section:1", "1 1"), ("subject:sender", "1 2.1"), ("open:", "1 2 3"),
    ("done:", "1 4"),
    ("na:", "2.1"), ("question:", "1"), ("noted:", "1"), ("gone:", "4"), ("must: subject:sender open:", ""),
    ("shout", "2.1"), ("authors", "1"), ("must:wait", "1"), ("nothing:", ""),
  ])
  func `what is typed narrows the list`(filter: String, sections: String) {
    let robot = robot("C/" + filter)
    let shown = robot.rows.dropFirst(2).dropLast().filter { row in
      let text = row.dropFirst(3)
      return row.count > 4 && text.first?.isNumber == true
    }
    .map { String($0.dropFirst(3).prefix { $0 != " " }) }
    #expect(shown.joined(separator: " ") == sections)
  }

  @Test func `what is ticked stays in a narrowed list until it is narrowed again`() {
    var robot = robot("C/open:<Enter>x", kept: [])
    _ = keep(&robot, [])
    #expect(selected(robot).hasPrefix(" x 1  MUST"))
    robot.type("/<Enter>")
    #expect(robot.rows.contains { $0.contains("A sender MUST wait") })
    robot.type("/ <Enter>")
    #expect(!robot.rows.contains { $0.contains("A sender MUST wait") })
    robot.type("/<ESC>")
    #expect(robot.rows.contains { $0.contains("A sender MUST wait") })
  }

  @Test func `the list opens at the requirement one stands at, and Enter goes to its place`() {
    var robot = robot(":2<Enter>C")
    #expect(selected(robot).contains("Everybody MAY be brief"))
    robot.type("j<Enter>")
    #expect(robot.rows.contains { $0.contains("The sender MUST NOT shout.") })
    #expect(
      robot.rows[0].contains("RFC 4242") && robot.text(in: .selection).contains { $0.contains("shout") })
    robot.type("B")
    #expect(robot.rows[0].contains("RFC 4242"))
    var last = self.robot("]m]mC")
    #expect(selected(last).contains("Everybody"))
    last.type("q")
    #expect(last.rows[0].contains("RFC 4242"))
  }

  @Test func `the text has signs where noted requirements begin`() {
    let robot = robot()
    let signs = robot.rows.dropFirst(2).compactMap(\.first).filter { !$0.isWhitespace }
    #expect(String(signs) == "o-")
    var noted = self.robot(kept: [Self.kept[1]])
    #expect(noted.rows.first { $0.contains("A sender MUST") }?.first == "o")
    noted.send(.checklist([], of: Self.subject))
    #expect(noted.rows.allSatisfy { $0.first != "o" })
    noted.send(.checklist(Self.kept, of: .document(.fixture("rfc4243.txt"))))
    #expect(noted.rows.allSatisfy { $0.first != "x" })
  }

  @Test func `the keys can stop at open requirements only`() {
    func lines(_ stops: RequirementStops) -> [String] {
      var robot = robot(stops: stops)
      return (0..<5).map { _ in
        robot.type("]m=")
        return robot.status.split(separator: " ").drop { $0 != "line" }.dropFirst().first.map(String.init)
          ?? ""
      }
    }
    #expect(Set(lines(.all)).count == 4)
    #expect(Set(lines(.open)).count == 3)
    var done = robot(kept: [], stops: .open)
    done.type("[m")
    #expect(done.status.contains("open requirement") || done.status.contains("No more"))
  }

  @Test func `nothing is kept of a text without a name, and one without requirements has no list`() {
    var nameless = ReaderRobot(Self.text, named: "Standard input")
    nameless.type("Cx")
    #expect(nameless.status.contains("Nothing can be kept of Standard input"))
    nameless.type("a")
    #expect(nameless.status.contains("Nothing can be kept"))
    var none = ReaderRobot("Nothing is required here.\n")
    none.type("C")
    #expect(none.status.contains("no sentence with a word of BCP 14"))
  }

  @Test func `hostile words do no harm`() {
    var robot = robot(
      "C",
      kept: [
        Self.entry(
          "\u{202E}9", "It MUST \u{202E}not " + String(repeating: "x", count: 5000), .done, "\u{9B}2J")
      ])
    for (columns, rows) in [(80, 24), (20, 5), (8, 3), (1, 1), (200, 60)] {
      robot.resize(columns: columns, rows: rows)
      robot.type("Ggjkx")
    }
    #expect(robot.frame.size.columns == 200)
  }
}

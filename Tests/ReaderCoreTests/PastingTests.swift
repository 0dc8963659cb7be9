import CellGrid
import ReaderCore
import TestSupport
import Testing

/// Text out of the clipboard.
@Suite struct PastingTests {
  private func paste(_ text: String, into robot: inout ReaderRobot) { robot.send(.pasted(Array(text.utf8))) }

  @Test(
    arguments: [
      ("/", "short mess", "/short mess"), ("?", "a\nb", "?a b"), ("&", "MUST", "&/MUST"),
      (":", "2.1\n", ":2.1"),
      ("!", "ls\r\n\trm\u{3}\u{1B}[A", "!ls rm[A"), ("a", "a note", "Note: a note"),
      ("s", "out.txt", "Save as: out.txt"),
      ("K", "token", "Meaning of: token"), ("/ab<Left>", "-", "/a-b"),
    ] as [(String, Spelled, String)])
  func `it is typed into the prompt and not run`(keys: String, pasted: Spelled, row: String) {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(keys)
    paste(pasted.raw, into: &robot)
    #expect(robot.status.hasPrefix(row) && robot.frame.cursor != nil)
    #expect(robot.effects.allSatisfy { $0 != .shell("ls") && $0 != .quit })
  }

  @Test(
    arguments: [
      ("one\ntwo", "one two"), ("one \r\n\r\n   two", "one two"), ("\n\tone\n", "one"),
      ("one  two ", "one  two "),
      ("a\u{0}\u{7F}\u{9B}b\u{2028}c", "ab c"), ("1\u{C}2", "1 2"),
    ] as [(Spelled, String)])
  func `line breaks are one blank, control characters nothing`(pasted: Spelled, text: String) {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":")
    paste(pasted.raw, into: &robot)
    robot.type("|")
    #expect(robot.status == ":" + text + "|")
  }

  @Test func `the cursor stands behind wide and combining characters`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":")
    paste("日本語e\u{301}", into: &robot)
    #expect(robot.status == ":日本語e\u{301}")
    #expect(robot.frame.cursor == Position(column: 8, row: 23))
    robot.type("<Left><Left>")
    #expect(robot.frame.cursor == Position(column: 5, row: 23))
    robot.type("<Backspace>x")
    #expect(robot.status == ":日x語e\u{301}")
    // Two letters that make one flag are two in the line.
    robot.type("<End><^U>")
    paste("🇩🇪x", into: &robot)
    robot.type("<Left>")
    #expect(robot.frame.cursor == Position(column: 3, row: 23))
    #expect(robot.status == ":🇩🇪x")
  }

  @Test func `bytes that are no text are left out, and there is an end to what is taken`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":")
    robot.send(.pasted([0x61, 0xFF, 0xC3, 0x62, 0xE6, 0x97]))
    #expect(robot.status == ":ab")
    paste(String(repeating: "x", count: 100_000), into: &robot)
    robot.type("<Home>")
    #expect(robot.status.hasPrefix(":abxxx"))
  }

  @Test func `without a prompt the one of the search opens for it`() {
    var robot = ReaderRobot(SampleText.unpaged, rows: 10)
    let top = robot.topRow
    paste("Short\n   Messages", into: &robot)
    #expect(robot.status.hasPrefix("/Short Messages") && robot.status.contains("match"))
    #expect(robot.topRow != top)
    robot.type("<ESC>")
    #expect(robot.frame.cursor == nil && robot.topRow == top)
    robot.type("5")
    paste("qQ", into: &robot)
    #expect(robot.status.hasPrefix("/qQ") && robot.effects.isEmpty)
  }

  @Test func `in a list it narrows anew`() throws {
    var robot = ReaderRobot(try SampleFeed.library(cached: []))
    robot.type("/zebra<Up><^C>")
    paste("Sample", into: &robot)
    #expect(robot.status.hasPrefix("/Sample") && robot.rows.contains { $0.contains("A Sample Protocol") })
  }

  @Test func `where nothing is searched it is not taken, and an empty one does nothing`() {
    var robot = ReaderRobot("1.  Introduction\n\n   See RFC 20.\n")
    robot.type("<Tab>K")
    let asked = robot.effects
    paste("qq", into: &robot)
    #expect(robot.status.contains("only at a prompt") && robot.effects == asked)
    robot = ReaderRobot(SampleText.unpaged)
    paste("\u{1B}\n\u{3}", into: &robot)
    #expect(robot.frame.cursor == nil)
  }
}

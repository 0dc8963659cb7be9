import CellGrid
import RFCModel
import TestSupport
import Testing

@Suite struct TextTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("a\tb", "a       b"), ("\u{1B}[31mred", "^[[31mred"), ("nul\u{0}l", "null"),
      ("bell\u{7}", "bell^G"), ("ab\u{8}\u{8}ab", "ab"), ("_\u{8}x", "x"), ("x\u{8}_", "x"),
      ("=\u{8}/", "=^H/"),
      ("e\u{301}", "e\u{301}"), ("\u{301}", "\u{A0}\u{301}"), ("\u{202E}evil", "<202E>evil"),
      ("\u{9B}31m", "<9B>31m"), ("日本", "日本"), ("del\u{7F}", "del^?"), ("a\rb", "a^Mb"),
    ] as [(Spelled, String)])
  func `no control byte reaches the screen as itself`(line: Spelled, shown: String) {
    let robot = ReaderRobot(line.raw + "\n")
    #expect(robot.topRow == " " + shown)
  }

  @Test func `overstrikes become bold and underlined, and are found`() {
    var robot = ReaderRobot("B\u{8}Bo\u{8}ol\u{8}ld _\u{8}u_\u{8}n_\u{8}d\n")
    let cells = robot.frame.row(2)
    #expect(cells.filter { $0.emphasis == .bold }.count == 3)
    #expect(cells.filter { $0.emphasis == .underline }.count == 3)
    robot.type("/bold und<Enter>")
    #expect(robot.text(in: .currentMatch) == ["Bold und"])
  }

  @Test func `matches stand in the right columns after tabs and wide characters`() {
    var robot = ReaderRobot("日本\tneedle\n")
    robot.type("/needle<Enter>")
    #expect(robot.text(in: .currentMatch) == ["needle"])
    #expect(
      robot.roles(ofRow: 2).prefix(9) == "........."
        && robot.roles(ofRow: 2).dropFirst(9).prefix(6) == "cccccc")
  }

  @Test func `pages are taken away and the paragraph is joined`() {
    let robot = ReaderRobot(SampleText.paged, named: "RFC 4243", rows: 40)
    let rows = robot.rows
    let cut = rows.firstIndex { $0.contains("two halves of it belong") }
    #expect(cut.map { rows[$0 + 1] } == "    together when the pages are taken away.")
    #expect(!rows.contains { $0.contains("[Page 1]") })
  }

  @Test func `A shows the pages as printed and keeps the line at the top`() {
    var robot = ReaderRobot(SampleText.paged, named: "RFC 4243")
    robot.type(":2<Enter>A")
    #expect(robot.topRow.contains("2.  Figure"))
    #expect(robot.rows.contains { $0.contains("[Page 2]") })
    robot.type("A")
    #expect(robot.topRow.contains("2.  Figure"))
    #expect(!robot.rows.contains { $0.contains("[Page 2]") })
  }

  @Test func `the place is remembered by section and found again`() {
    var robot = ReaderRobot(SampleText.unpaged, rows: 14)
    robot.type(":2.1.1<Enter>2jq")
    guard case .remember(let id, let memory)? = robot.effects.dropLast().last else {
      Issue.record("nothing was remembered")
      return
    }
    #expect("\(id)" == "RFC 4242")
    #expect(memory.position?.section == SectionNumber("2.1.1"))
    #expect(memory.position?.offset == 2)
    var next = ReaderRobot(rows: 14)
    next.open("one\nmore\nline\n" + SampleText.unpaged, memory: memory)
    #expect(next.topRow.contains("A short message fits"))
  }

  @Test func `a message that does not fit takes rows above, until the next key`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.send(.failed("RFC 4242: " + String(repeating: "a word and ", count: 12) + "the way on."))
    #expect(robot.status.hasSuffix("the way on."))
    #expect(robot.rows[robot.rows.count - 2].hasPrefix(" RFC 4242: a word"))
    robot.type("j")
    #expect(robot.rows[robot.rows.count - 2].hasPrefix(" line 22"))
  }
}

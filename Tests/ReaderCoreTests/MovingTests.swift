import TestSupport
import Testing

/// 100 lines in a window of 24 rows, of which 21 show text.
@Suite struct MovingTests {
  @Test(arguments: [
    ("j", "line 2"), ("5j", "line 6"), ("5jk", "line 5"), ("<Down><Enter>", "line 3"), ("k", "line 1"),
    ("<Space>", "line 22"), ("f", "line 22"), ("<Space>b", "line 1"), ("10<Space>", "line 11"),
    ("d", "line 11"),
    ("4dd", "line 9"), ("4ddu", "line 5"), ("7zz", "line 15"), ("7zzw", "line 8"), ("G", "line 80"),
    ("Gg", "line 1"), ("50G", "line 50"), ("50g", "line 50"), ("50%", "line 51"), ("100p", "line 100"),
    ("99j", "line 80"), ("GGj", "line 80"), ("<Space><ESC>v", "line 1"), ("<^F><^B>", "line 1"),
    ("999999999999G", "line 100"), ("0j", "line 2"),
  ])
  func `keys of less move as in less`(keys: String, top: String) {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type(keys)
    #expect(robot.topRow == " " + top)
  }

  @Test func `a jump to a line near the end shows it at the top and paging does not move it back`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("95G<Space>")
    #expect(robot.topRow == " line 95")
  }

  @Test(arguments: [
    ("10Gma50G'a", "line 10"), ("10Gma50G'a''", "line 50"), ("40G''", "line 1"), ("40G<^X><^X>", "line 1"),
    ("'$", "line 80"), ("40G'^", "line 1"),
  ])
  func `marks lead back`(keys: String, top: String) {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type(keys)
    #expect(robot.topRow == " " + top)
  }

  @Test func `a mark that was not set is a message`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("'q")
    #expect(robot.status.contains("There is no mark q."))
    robot.type("j")
    #expect(!robot.status.contains("mark"))
  }

  @Test func `a key that is not bound says so and names help`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("*")
    #expect(robot.status.contains("* is not bound. h lists the keys."))
  }

  @Test func `the count is shown while it is typed`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("12")
    #expect(robot.status.hasSuffix("12"))
    robot.type("<ESC>j")
    #expect(robot.topRow == " line 2")
  }

  @Test func `a line wider than the window scrolls sideways and never wraps`() {
    let wide = String((0..<200).map { "0123456789".map { $0 }[$0 % 10] })
    var robot = ReaderRobot(wide + "\nnext\n")
    #expect(robot.rows[2] == " " + wide.prefix(77) + ">")
    #expect(robot.rows[3] == " next")
    robot.type("100<Right>")
    #expect(robot.rows[2] == " " + wide.dropFirst(100).prefix(77) + ">")
    robot.type("50<Right>")
    #expect(robot.rows[2] == " " + wide.dropFirst(150))
    robot.type("900<Left>")
    #expect(robot.rows[2] == " " + wide.prefix(77) + ">")
  }

  @Test(arguments: 1...14, [1, 2, 3, 9, 40, 73, 100, 130])
  func `every window from one cell up can be drawn and moved in`(rows: Int, columns: Int) {
    var robot = ReaderRobot(SampleText.unpaged, columns: columns, rows: rows)
    robot.type("Gg/MUST<Enter>nnt<Space>j<Enter>)]]h<Space>q:2.1<Enter>=A&MUST<Enter>")
    #expect(robot.frame.cells.count == rows * columns)
  }

  @Test func `a change of the window keeps the top line`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("50G")
    for (columns, rows) in [(40, 10), (1, 1), (200, 60), (80, 24)] {
      robot.resize(columns: columns, rows: rows)
    }
    #expect(robot.topRow == " line 50")
  }
}

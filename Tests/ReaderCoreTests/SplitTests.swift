import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Two panes, each a reader of its own.
@Suite struct SplitTests {
  private func robot(columns: Int = 80, rows: Int = 30) -> ReaderRobot {
    var robot = ReaderRobot(SampleText.numberedLines(200), columns: columns, rows: rows)
    robot.type("S")
    return robot
  }

  @Test func `two panes stand above each other, side by side in a wide window`() {
    let high = robot()
    #expect(high.rows[2] == high.rows[17])
    #expect(high.rows[0].contains("RFC 4242") && high.rows[15].contains("RFC 4242"))
    let wide = robot(columns: 161)
    #expect(wide.rows[10].filter { $0 == "\u{2502}" }.count == 1)
    #expect(wide.rows[0].components(separatedBy: "RFC 4242").count == 3)
  }

  @Test func `each has its own place, and control-W goes from one to the other`() {
    var robot = robot()
    robot.type("10j")
    #expect(robot.rows[17].hasPrefix(" line 11") && robot.rows[2].hasPrefix(" line 1 "))
    robot.type("<^W><^W>5j")
    #expect(robot.rows[17].hasPrefix(" line 11") && robot.rows[2].hasPrefix(" line 6"))
    robot.type("<^W>j20j")
    #expect(robot.rows[17].hasPrefix(" line 31"))
  }

  @Test func `the pane without the keys has a dimmed title`() {
    let robot = robot()
    #expect(robot.roles(ofRow: 0).allSatisfy { $0 == "d" })
    #expect(robot.roles(ofRow: 15).contains("a"))
  }

  @Test func `q closes the pane, then the reader; Q everything`() {
    var robot = robot()
    robot.type("10jq")
    #expect(robot.rows[2].hasPrefix(" line 1 ") && robot.rows[17].hasPrefix(" line 16"))
    #expect(robot.effects.last != .quit)
    robot.type("q")
    #expect(robot.effects.last == .quit)
    robot = self.robot()
    robot.type("Q")
    #expect(robot.effects.last == .quit)
  }

  @Test func `S again leaves the pane that has the keys`() {
    var robot = robot()
    robot.type("10jS")
    #expect(robot.rows[2].hasPrefix(" line 11") && robot.rows[20].hasPrefix(" line 29"))
  }

  @Test func `a document goes to the pane that asked for it, and what failed is said there`() throws {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("S:9110<Enter>")
    let asker = robot.lastAsker
    robot.type("<^W><^W>")
    robot.send(.downloading(.rfc(try #require(.init(9110))), received: 10, expected: 20), for: asker)
    robot.send(.failed("It did not come."), for: asker)
    #expect(robot.rows[23].contains("It did not come.") && !robot.rows[11].contains("come"))
    robot.type("<^W><^W>:9110<Enter>")
    let second = robot.lastAsker
    robot.type("<^W><^W>")
    robot.open(SampleText.unpaged, named: "RFC 9110", for: second)
    #expect(robot.rows[12].hasPrefix(" RFC 9110") && robot.rows[0].hasPrefix(" RFC 4242"))
  }

  @Test func `what fails in one pane leaves the download of the other alone`() throws {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("S:9110<Enter>")
    robot.send(
      .downloading(.rfc(try #require(.init(9110))), received: 10, expected: 20), for: robot.lastAsker)
    robot.type("<^W><^W>sname<Enter>")
    robot.send(.failed("It is not saved."), for: robot.lastAsker)
    #expect(robot.rows[11].contains("It is not saved.") && robot.rows[23].contains("RFC 9110   10 B of 20 B"))
  }

  @Test func `who has gone gets no answer`() throws {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("S:9110<Enter>")
    let asker = robot.lastAsker
    robot.type("q")
    robot.open(SampleText.unpaged, named: "RFC 9110", for: asker)
    #expect(robot.rows[0].hasPrefix(" RFC 4242"))
  }

  @Test func `a link is followed in the other pane`() throws {
    var robot = ReaderRobot("1.  One\n\n   See Section 2, and RFC 9110.\n\n2.  Two\n\n   Text.\n", rows: 24)
    robot.type("<Tab><^W><Enter>")
    #expect(robot.rows[2].hasPrefix(" 1.  One") && robot.rows[14].hasPrefix(" 2.  Two"))
    robot.type("<Tab><^W><^]>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(9110))), at: nil))
    robot.open(SampleText.unpaged, named: "RFC 9110", for: robot.lastAsker)
    #expect(robot.rows[0].contains("RFC 4242") && robot.rows[12].contains("RFC 9110"))
    robot.type("<^W><^W>B")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(4242))), at: nil))
  }

  @Test(arguments: [(1, 1), (2, 2), (10, 3), (30, 8), (121, 2), (300, 100)])
  func `any window will do`(columns: Int, rows: Int) {
    var robot = robot()
    robot.resize(columns: columns, rows: rows)
    robot.type("jG<^W><^W>/line<Enter>nt<ESC>hqS:l5<Enter>q")
    #expect(robot.frame.size == Size(columns: columns, rows: rows))
  }
}

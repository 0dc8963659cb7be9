import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// `q` and ESC close what is open, the innermost first, and `q` leaves the program when nothing is.
@Suite struct ClosingTests {
  /// A text whose first link leads to a section of it.
  private static let text =
    "1.  One\n\n   See Section 2 and RFC 9001.\n\n2.  Two\n\n   Text.\n\n3.  Three\n\n   Text.\n"

  private static let panels = [
    "t", "tj", "t<Enter>", "t/two<Enter>", "<Tab>K", ";", "h", "hG", "h/search<Enter>", "L", "I",
    "Oword<ESC>", "Lj",
  ]

  @Test(arguments: panels.filter { !$0.hasSuffix("<Enter>") || $0.hasPrefix("h") }, [50, 80])
  func `ESC closes what is open at once`(keys: String, columns: Int) {
    var robot = ReaderRobot(Self.text, columns: columns)
    let text = robot.rows.dropLast()
    robot.type(keys)
    #expect(robot.rows.dropLast() != text)
    robot.type("<ESC>")
    #expect(robot.rows.dropLast() == text && !robot.status.contains("ESC"))
  }

  @Test func `ESC closes the contents beside a wide text once they were asked for`() {
    var robot = ReaderRobot(Self.text, columns: 140)
    robot.type("tj<Enter>")
    #expect(robot.hasPanel)
    robot.type("<ESC>")
    #expect(!robot.hasPanel)
  }

  @Test(arguments: panels.filter { $0 != ";" } + ["S", "<Tab><Tab><^W><Enter>"], [50, 80, 119, 120, 140])
  func `q never leaves the program while a panel is on the screen`(keys: String, columns: Int) {
    var robot = ReaderRobot(Self.text, columns: columns)
    robot.type(keys)
    for _ in 0..<3 where robot.hasPanel {
      robot.type("q")
      #expect(!robot.effects.contains(.quit))
    }
    #expect(!robot.hasPanel)
    robot.type("q")
    #expect(robot.effects.last == .quit)
  }

  @Test func `contents that are open by themselves are closed on the way out, not on the way to a list`()
    throws
  {
    var robot = ReaderRobot(columns: 140)
    robot.send(.library(try SampleFeed.library()))
    robot.open(Self.text)
    #expect(robot.hasPanel)
    robot.type("q")
    #expect(robot.rows[0].hasPrefix(" RFCs"))
    robot.open(Self.text)
    #expect(robot.hasPanel)
  }

  @Test(arguments: [(50, false), (80, false), (119, false), (120, true), (140, true)])
  func `Enter in the contents leaves them only where they are open by themselves`(columns: Int, stay: Bool) {
    var robot = ReaderRobot(Self.text, columns: columns)
    robot.type("tj<Enter>")
    #expect(robot.topRow.hasSuffix("2.  Two") && robot.hasPanel == stay)
  }

  @Test(arguments: ["<ESC>v", "5<ESC>v", "<ESC-v>"])
  func `where nothing is open ESC begins what less begins with it`(keys: String) {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("50G" + keys)
    #expect(robot.topRow == (keys.hasPrefix("5") ? " line 45" : " line 29"))
  }

  @Test func `in the list that the program began with ESC closes nothing`() throws {
    var robot = ReaderRobot(try SampleFeed.library())
    robot.type("<ESC><ESC>j")
    #expect(robot.rows[0].hasPrefix(" RFCs") && robot.effects.allSatisfy { $0 != .quit })
  }

  @Test func `ESC forgets the count that was typed over a panel`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("h5<ESC>j")
    #expect(robot.rows[0].hasPrefix(" RFC 4242") && robot.status.contains("L8"))
  }
}

extension ReaderRobot {
  /// Whether anything but one text is on the screen.
  fileprivate var hasPanel: Bool {
    let text = frame.text
    return !rows[0].hasPrefix(" RFC 4242") || rows[0].contains("cites") || text.contains("\u{250C}")
      || text.contains("  1  One")
      || text.contains("> 1  One") || text.contains("3  Three") || text.components(of: " RFC 4242") > 1
      || text.contains("> 2  Two")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// What the user has chosen before the reader starts.
@Suite struct ReaderSettingsTests {
  private func robot(columns: Int = 80, rows: Int = 24, _ change: (inout ReaderSettings) -> Void)
    -> ReaderRobot
  {
    var settings = ReaderSettings()
    change(&settings)
    var robot = ReaderRobot(columns: columns, rows: rows, settings: settings)
    robot.open(SampleText.unpaged)
    return robot
  }

  @Test func `a narrow window offers to set a text anew that is no RFC, once`() {
    var robot = ReaderRobot(Self.letter, named: "letter.txt", columns: 80)
    robot.type("r")
    #expect(!robot.status.contains("W wraps"))
    robot.resize(columns: 50, rows: 20)
    #expect(robot.status.contains("W wraps the text to this width."))
    robot.type("j")
    robot.resize(columns: 40, rows: 20)
    robot.open(Self.letter, named: "other.txt")
    #expect(!robot.status.contains("W wraps"))
    robot.open(SampleText.unpaged, named: "RFC 4243")
    #expect(!robot.status.contains("W wraps"))
  }

  @Test func `what the first screen of a narrow window says is not said again`() {
    var robot = ReaderRobot(Self.letter, named: "letter.txt", columns: 50)
    #expect(robot.status.hasPrefix(" W wrap   h help   t contents"))
    robot.type("j")
    robot.open(Self.letter, named: "letter.txt")
    #expect(!robot.status.contains("W wrap"))
  }

  private static let letter = """
    Dear reader,

    this is no RFC, and so nobody can tell what of it may be set anew.  It stays
    as it is until somebody asks for it.

    """

  @Test func `prose is set at the width chosen, where the window has it`() throws {
    var robot = robot(columns: 200, rows: 60) {
      $0.reading.reflow = .on
      $0.reading.textWidth = 50
    }
    robot.type("/A sender<Enter>")
    #expect(robot.rows.contains { $0.contains("A sender MUST NOT send more than it was") })
    #expect(!robot.frame.text.contains("asked for, and a receiver MUST NOT"))
    robot.resize(columns: 40, rows: 24)
    #expect(!robot.frame.text.contains("A sender MUST NOT send more than it was"))
    robot.resize(columns: 200, rows: 60)
    robot.type("W")
    #expect(
      robot.frame.text.contains("A sender MUST NOT send more than it was asked for, and a receiver MUST"))
  }

  @Test(arguments: [(30, 140, 30), (80, 140, 70), (20, 80, 20)])
  func `the contents are as wide as chosen, and leave half of the window`(
    chosen: Int, columns: Int, wide: Int
  ) {
    var robot = robot(columns: columns) {
      $0.reading.contentsWidth = chosen
      $0.reading.contents = .off
    }
    robot.type("t")
    let row = robot.rows.first { $0.contains("Example Working Group") } ?? ""
    #expect(
      row.firstRange(of: "Example").map { row.distance(from: row.startIndex, to: $0.lowerBound) } == wide + 1)
  }

  @Test(arguments: [
    (true, "smart", "4.42", "no match"), (false, "smart", "4.42", "1 match"),
    (false, "sensitive", "must", "no match"),
    (false, "insensitive", "MUST", "matches"), (false, "smart", "Must", "no match"),
  ])
  func `a search is meant as chosen`(literal: Bool, letterCase: String, pattern: String, words: String) {
    var robot = robot {
      $0.reading.search = literal ? .literal : .regex
      $0.reading.letterCase = .init(rawValue: letterCase) ?? .smart
    }
    robot.type("/" + pattern)
    #expect(robot.status.contains(words))
    #expect(robot.status.hasPrefix("literal ") == literal)
    robot.type("<^R>")
    #expect(robot.status.hasPrefix("literal ") != literal)
  }

  @Test(arguments: [("next-secton", "Did you mean next-section?"), ("xyzzy", "h lists the commands")])
  func `a command that there is not names the nearest`(typed: String, words: String) {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":\(typed)<Enter>")
    #expect(robot.status.contains(words))
  }

  @Test(arguments: [("e 8446", "rfc8446"), ("8446", "rfc8446"), ("e rfc8446 4.1", "rfc8446#4.1")])
  func `the prompt opens a document, as in less too`(typed: String, name: String) throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":\(typed)<Enter>")
    let locator = try #require(Locator(typed: name))
    #expect(robot.effects.contains(.open(locator.document, at: locator.anchor)))
  }

  @Test(arguments: ["q", "q!", "qa", "qa!"])
  func `the prompt ends the reader as in less and vi`(typed: String) {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":\(typed)<Enter>")
    #expect(robot.effects.contains(.quit))
  }

  @Test func `:$ leads to the end, and :e to nothing by itself`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":e<Enter>")
    #expect(robot.status.contains("no section"))
    robot.type(":$<Enter>")
    #expect(robot.status.contains("100%"))
  }
}

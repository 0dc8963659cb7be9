import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// What the last row says of the keys, and help.
@Suite struct HintTests {
  private static let first = " h help   t contents   / search"

  @Test(arguments: ["j", "5", "<ESC>", ":", "t"])
  func `the first screen of a document says where the keys are, until the first of them`(key: String) {
    var robot = ReaderRobot(SampleText.unpaged)
    #expect(robot.status.hasPrefix(Self.first) && robot.roles(ofRow: 23).hasPrefix(".dddddd"))
    robot.type(key)
    #expect(!robot.status.contains("h help"))
    robot.open(SampleText.unpaged, named: "RFC 4243")
    #expect(!robot.status.contains("h help"))
  }

  @Test
  func `it says so of the first document that a list has opened, and not of the pages as less shows them`()
    throws
  {
    var robot = ReaderRobot(try SampleFeed.library())
    robot.type("jk<Enter>")
    robot.open(SampleText.unpaged)
    #expect(robot.status.hasPrefix(Self.first))
    robot.mouse(.wheelDown, 3, 3)
    #expect(!robot.status.contains("h help"))
    #expect(ReaderRobot(SampleText.unpaged, isBare: true).status == ":")
  }

  @Test func `hints are made from the keys in force`() {
    var settings = ReaderSettings()
    settings.keys = KeyFile(
      Array(
        "unbind all h\nunbind reading t\nunbind reading F2\nbind reading ^A search-forward\nunbind reading /\nunbind reading ESC-/\nbind all q back\nbind all Z close-or-quit\n"
          .utf8), name: "keys")
    var robot = ReaderRobot(settings: settings)
    robot.open(SampleText.unpaged)
    #expect(robot.status.hasPrefix(" H help   ^A search   "))
    robot.type("H")
    #expect(robot.rows[2].hasSuffix("Z goes back.") || robot.rows[2].contains("Z goes back."))
  }

  @Test(arguments: [140, 80, 50, 40, 30], [24, 10])
  func `nothing is cut in the last row, and no words in an empty list`(columns: Int, rows: Int) throws {
    let empty = LibraryContents(rows: [], surroundings: .init(), note: "")
    for (contents, keys) in [
      (try SampleFeed.library(), ""), (try SampleFeed.library(), "j"), (empty, ""), (empty, "O<ESC>"),
      (empty, "O"), (empty, "h"), (empty, "I"), (try SampleFeed.library(), "Ox<ESC>"),
      (try SampleFeed.library(), "h"),
    ] {
      var robot = ReaderRobot(contents, columns: columns, rows: rows)
      robot.type(keys)
      let shown = robot.rows.enumerated().filter { $0.offset == rows - 1 || contents.rows.isEmpty }
      #expect(!shown.contains { $0.element.contains("\u{2026}") }, "\(keys)\n\(robot.frame.text)")
    }
    let first = ReaderRobot(SampleText.unpaged, columns: columns, rows: rows)
    #expect(!first.status.contains("\u{2026}"))
  }

  @Test func `the words of an empty list are all there`() {
    let empty = LibraryContents(rows: [], surroundings: .init(), note: "")
    let robot = ReaderRobot(empty, columns: 50)
    let words = robot.rows[2..<6].joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.hasPrefix("Nothing here yet.") && words.hasSuffix("an RFC."))
  }

  // MARK: Help

  @Test(arguments: [
    ("", "Here, in the library", "change the order"),
    ("Ox<ESC>", "all texts has found", "search for other words"),
    ("I", "among the bookmarks", "delete the bookmark"),
  ])
  func `help from a list begins with its keys`(keys: String, title: String, summary: String) throws {
    var robot = ReaderRobot(try SampleFeed.library())
    robot.type(keys + "h")
    #expect(robot.rows[2...6].contains { $0.contains(title) })
    #expect(robot.rows[2...16].contains { $0.contains(summary) })
    robot.type("q")
    #expect(!robot.rows[0].hasPrefix(" Keys"))
  }

  @Test func `help from the contents and from a window begins with theirs, from a text with moving`() {
    for (keys, title) in [("t", "Here, in the contents"), ("<Tab>K", "Here, in the window"), ("", "Moving")] {
      var robot = ReaderRobot("1.  One\n\n   See Section 2.\n\n2.  Two\n\n   Text.\n")
      robot.type(keys + "h")
      #expect(robot.rows[2...6].contains { $0.contains(title) })
    }
  }

  @Test func `help from a list is searched as any text`() throws {
    var robot = ReaderRobot(try SampleFeed.library())
    robot.type("h/wrap<Enter>")
    #expect(robot.status.contains("match 1 of"))
    robot.type("n")
    #expect(robot.status.contains("match 2 of"))
    robot.type("q")
    #expect(robot.rows[0].hasPrefix(" RFCs"))
  }

  @Test(arguments: [140, 80, 60, 50, 40])
  func `help is wrapped anew with the window, and stays where it is`(columns: Int) {
    var robot = ReaderRobot(SampleText.unpaged, columns: 100)
    robot.type("h6)")
    let section = robot.topRow.drop { $0 == " " }
    robot.resize(columns: columns, rows: 24)
    #expect(robot.topRow.hasSuffix(section) && section == "In lists")
    #expect(robot.rows.allSatisfy { !$0.hasSuffix(">") && !$0.hasSuffix("\u{2026}") }, "\(robot.frame.text)")
    var other = ReaderRobot(SampleText.unpaged, columns: columns)
    other.type("h")
    robot.type("g")
    #expect(robot.rows == other.rows)
  }
}

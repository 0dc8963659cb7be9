import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// The mouse, where the terminal reports it.
@Suite struct MouseTests {
  private static let linked =
    "1.  One\n\n   See Section 2, and RFC 9110.\n\n2.  Two\n\n" + SampleText.numberedLines(60)

  private func text(_ lines: Int = 200, columns: Int = 80) -> ReaderRobot {
    ReaderRobot(SampleText.numberedLines(lines), columns: columns)
  }

  private func library(of count: Int = 300) throws -> ReaderRobot {
    ReaderRobot(try SampleFeed.library(of: SampleFeed.xml(of: count), cached: []))
  }

  private func selected(_ robot: ReaderRobot) -> String? {
    robot.text(in: .selection).first?.split(separator: " ").first { Int($0) != nil }.map(String.init)
  }

  // MARK: The wheel

  @Test func `the wheel scrolls three lines of the text, from its beginning to its end`() {
    var robot = text()
    robot.mouse(.wheelDown, 10, 10)
    #expect(robot.topRow == " line 4")
    robot.mouse(.wheelDown, 79, 0)
    #expect(robot.topRow == " line 7")
    for _ in 0..<5 { robot.mouse(.wheelUp, 10, 10) }
    #expect(robot.topRow == " line 1")
    for _ in 0..<100 { robot.mouse(.wheelDown, 10, 10) }
    #expect(robot.topRow == " line 180")
  }

  @Test func `it scrolls a list without the selection, as long as that stays in the window`() throws {
    var robot = try library()
    robot.type("9j")
    let before = robot.rows
    robot.mouse(.wheelDown, 10, 10)
    #expect(selected(robot) == "291" && robot.rows[2] == before[5])
    for _ in 0..<3 { robot.mouse(.wheelDown, 10, 10) }
    #expect(selected(robot) == "288" && robot.rows[2].contains("288"))
    for _ in 0..<200 { robot.mouse(.wheelDown, 10, 10) }
    #expect(selected(robot) == "21" && robot.rows[22].hasPrefix("       1  "))
    for _ in 0..<200 { robot.mouse(.wheelUp, 10, 10) }
    #expect(selected(robot) == "280" && robot.rows[2].contains("300"))
  }

  @Test func `it scrolls the contents under it, until another section is read`() {
    var robot = ReaderRobot(sections(60), columns: 130)
    let before = robot.rows
    robot.mouse(.wheelDown, 5, 10)
    #expect(robot.rows[2].hasPrefix("   4   Part 4") && before[5].hasPrefix("   4   Part 4"))
    #expect(robot.rows[2].dropFirst(50) == before[2].dropFirst(50))
    for _ in 0..<100 { robot.mouse(.wheelDown, 5, 10) }
    #expect(robot.rows[22].prefix(40).contains("Part 60"))
    robot.mouse(.wheelUp, 5, 10)
    #expect(robot.rows[22].prefix(40).contains("Part 57"))
    robot.type("))")
    #expect(robot.rows[2].prefix(40).contains("Part 1 "))
  }

  @Test func `it scrolls help, and what stands in a window over the text`() {
    var robot = ReaderRobot(sections(60))
    robot.type("h")
    let help = robot.topRow
    robot.mouse(.wheelDown, 5, 10)
    #expect(robot.topRow != help)
    robot = ReaderRobot(Self.linked)
    robot.type("<Tab>K")
    let frame = robot.rows
    robot.mouse(.wheelDown, 10, frame.firstIndex { $0.contains("\u{250C}") }! + 1)
    #expect(robot.topRow == " 1.  One" && robot.rows != frame)
  }

  @Test func `of two panes it scrolls the one under it`() {
    var robot = text()
    robot.type("S")
    robot.mouse(.wheelDown, 10, 3)
    #expect(robot.rows[2].hasPrefix(" line 4") && robot.rows[14].hasPrefix(" line 1 "))
    robot.type("j")
    #expect(robot.rows[14].hasPrefix(" line 2"))
  }

  // MARK: The button

  @Test func `a click on a link follows it`() throws {
    var robot = ReaderRobot(Self.linked)
    let isThere = robot.click("9110")
    #expect(isThere)
    #expect(robot.effects.last == .open(.rfc(try #require(.init(9110))), at: nil))
    robot.click("Section 2")
    #expect(robot.topRow == " 2.  Two")
    robot.type("B")
    #expect(robot.topRow == " 1.  One")
    let count = robot.effects.count
    robot.click("See")
    robot.click("One")
    #expect(robot.effects.count == count && robot.topRow == " 1.  One")
  }

  @Test func `the numbers under the title are links as well`() throws {
    let numbers = [try #require(RFCNumber(9000)), try #require(RFCNumber(9001))]
    var robot = ReaderRobot()
    robot.open(Self.linked, standing: Standing(status: .unknown, date: nil, obsoletedBy: numbers))
    robot.click("9001")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(9001))), at: nil))
  }

  @Test func `a click in the contents goes there`() {
    var robot = ReaderRobot(sections(60), columns: 130)
    robot.click("Part 9")
    #expect(robot.rows[2].hasSuffix(" 9.  Part 9"))
    robot.type("t")
    robot.mouse(.wheelDown, 5, 10)
    robot.click("Part 20")
    #expect(robot.rows[2].hasSuffix(" 20.  Part 20"))
    // The text has the keys again.
    robot.type("jj")
    #expect(!robot.rows[2].hasSuffix(" 20.  Part 20"))
  }

  @Test func `a click selects an entry, and opens the one that is selected`() throws {
    var robot = try library()
    robot.mouse(.press, 20, 7)
    robot.mouse(.release, 20, 7)
    #expect(selected(robot) == "295" && robot.effects.isEmpty)
    robot.mouse(.press, 70, 7)
    #expect(robot.effects == [.open(.rfc(try #require(.init(295))), at: nil)])
    robot.mouse(.press, 20, 0)
    robot.mouse(.press, 20, 23)
    #expect(selected(robot) == "295" && robot.effects.count == 1)
  }

  @Test func `it does so while the list is narrowed`() throws {
    var robot = try library()
    robot.type("/29")
    robot.mouse(.press, 20, 4)
    #expect(selected(robot) == "298" && robot.status.hasPrefix("/29"))
    robot.mouse(.press, 20, 4)
    #expect(robot.effects.last == .open(.rfc(try #require(.init(298))), at: nil) && robot.frame.cursor == nil)
  }

  @Test func `both rows of a bookmark are its entry`() throws {
    var robot = ReaderRobot(Self.linked)
    robot.type("I")
    let places = [(1, 5), (4, 6), (9, 7)].map { Place(section: nil, offset: $0.0, line: $0.1) }
    let id = try #require(Locator(typed: "4242")).document
    robot.send(
      .bookmarks(
        places.map { Bookmark(document: id, place: $0, title: "T", heading: "H", note: "note \($0.line)") }))
    robot.mouse(.press, 3, 5)
    #expect(robot.text(in: .selection).contains { $0.contains("note 6") })
    robot.mouse(.press, 3, 4)
    #expect(robot.effects.last == .open(id, at: nil))
  }

  @Test func `a click gives a pane the keys`() {
    var robot = text()
    robot.type("S")
    robot.mouse(.press, 20, 5)
    robot.type("j")
    #expect(robot.rows[2].hasPrefix(" line 2") && robot.rows[14].hasPrefix(" line 1 "))
    robot.mouse(.press, 20, 20)
    robot.type("5j")
    #expect(robot.rows[14].hasPrefix(" line 6"))
    // What is being typed stays where it is.
    robot.type("/x")
    robot.mouse(.press, 20, 5)
    robot.type("y")
    #expect(robot.status.hasPrefix("/xy"))
  }

  @Test func `a click beside a window over the text closes it, one in it does not`() {
    var robot = ReaderRobot(Self.linked)
    robot.type("<Tab>K")
    let row = robot.rows.firstIndex { $0.contains("\u{250C}") }!
    robot.mouse(.press, 10, row + 1)
    #expect(robot.rows.contains { $0.contains("\u{250C}") })
    robot.click("9110")
    #expect(!robot.rows.contains { $0.contains("\u{250C}") } && robot.effects.isEmpty == false)
    #expect(!robot.effects.contains { if case .open = $0 { true } else { false } })
  }

  @Test func `at a prompt a click on the text means nothing`() {
    var robot = ReaderRobot(Self.linked)
    robot.type("/RFC")
    let asked = robot.effects
    robot.click("9110")
    #expect(robot.status.hasPrefix("/RFC") && robot.effects == asked)
  }

  @Test func `half of a command is forgotten, and letters on links`() {
    var robot = ReaderRobot(Self.linked)
    robot.type("12")
    robot.mouse(.press, 40, 10)
    robot.type("j;")
    #expect(!robot.text(in: .currentMatch).isEmpty)
    robot.mouse(.press, 40, 10)
    #expect(robot.text(in: .currentMatch).isEmpty)
  }

  // MARK: The strip

  @Test func `a click on the strip moves the text there, a drag goes on`() {
    var robot = text()
    robot.mouse(.press, 79, 22)
    #expect(robot.topRow == " line 180")
    robot.mouse(.drag, 40, 12)
    #expect(robot.topRow == " line 90")
    robot.mouse(.drag, -1, -5)
    #expect(robot.topRow == " line 1")
    robot.mouse(.drag, 79, 500)
    #expect(robot.topRow == " line 180")
    robot.mouse(.release, 79, 12)
    robot.mouse(.drag, 79, 3)
    #expect(robot.topRow == " line 180")
    robot.type("''")
    #expect(robot.topRow == " line 1")
    robot.mouse(.press, 78, 12)
    robot.mouse(.drag, 79, 20)
    #expect(robot.topRow == " line 1")
  }

  @Test func `where the strip shows a match, a click leads to it`() {
    var robot = text(2000)
    robot.type("/line 1234$<Enter>g")
    let row = (2..<23).first { robot.frame[row: $0, column: 79].base == 0x2D }
    robot.mouse(.press, 79, row ?? 0)
    #expect(robot.rows.contains { $0.hasPrefix(" line 1234") })
  }

  @Test func `in the lower pane it is that pane's strip`() {
    var robot = text()
    robot.type("S<^W><^W>")
    robot.mouse(.press, 79, 22)
    #expect(robot.rows[14].hasPrefix(" line 192") && robot.rows[2].hasPrefix(" line 1 "))
    robot.mouse(.drag, 79, 1)
    #expect(robot.rows[14].hasPrefix(" line 1 "))
  }

  // MARK: Anywhere

  @Test(arguments: [(1, 1), (2, 2), (10, 3), (30, 8), (80, 24), (130, 30)])
  func `nothing happens outside of the window, and no place is wrong`(columns: Int, rows: Int) throws {
    let kinds: [MouseEvent.Kind] = [.press, .drag, .release, .wheelUp, .wheelDown]
    let far = [Int.min, -1, columns, 65535, Int.max]
    for keys in ["", "t", "tt/P<Enter>", "S", "h", "L", "I", "O", "<Tab>K", "/x", ";"] {
      var robot = ReaderRobot(Self.linked, columns: columns, rows: rows)
      robot.type(keys)
      let before = robot.frame
      for kind in kinds { for place in far { robot.mouse(kind, place, place) } }
      #expect(robot.frame == before)
      for column in Array(stride(from: 0, to: columns, by: 7)) + [columns - 1] {
        for kind in kinds { robot.mouse(kind, column, (column * 7) % rows) }
      }
      #expect(robot.frame.size == Size(columns: columns, rows: rows))
    }
  }

  private func sections(_ count: Int) -> String {
    (1...count).map { "\($0).  Part \($0)\n\n   Some text of this part.\n\n" }.joined()
  }
}

import CellGrid
import RFCFormats
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Bookmarks, with a program that keeps them.
@Suite struct BookmarkTests {
  private static func bookmark(_ number: Int, _ section: String?, line: Int, note: String) throws -> Bookmark
  {
    Bookmark(
      document: .rfc(try #require(.init(number))),
      place: Place(section: section.flatMap { SectionNumber($0) }, offset: 2, line: line),
      title: "Sample \(number)", heading: section.map { "Heading \($0)" } ?? "", note: note)
  }

  private static func three() throws -> [Bookmark] {
    [
      try bookmark(4243, "3", line: 40, note: "later"),
      try bookmark(4242, "2.1", line: 48, note: "why messages"),
      try bookmark(4242, nil, line: 3, note: ""),
    ]
  }

  /// A reader whose screen lists them.
  private func robot(columns: Int = 80) throws -> ReaderRobot {
    var robot = ReaderRobot(SampleText.unpaged, columns: columns)
    robot.type("I")
    #expect(robot.effects.last == .bookmarks)
    robot.send(.bookmarks(try Self.three()))
    return robot
  }

  private func selected(_ robot: ReaderRobot) -> String { robot.text(in: .selection).first ?? "" }

  @Test(arguments: ["a<Enter>", "awhy short<Enter>", "a  two  words<Enter>"])
  func `a and Enter keep the section at the top, with the note`(keys: String) throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":2.1.1<Enter>" + keys)
    guard case .addBookmark(let bookmark) = robot.effects.last else {
      Issue.record("nothing is kept")
      return
    }
    #expect(bookmark.place.section == SectionNumber("2.1.1") && bookmark.place.offset == 0)
    #expect(bookmark.heading == "Short Messages" && bookmark.title == "The Sample Transfer Protocol")
    #expect(bookmark.note == keys.dropFirst().replacing("<Enter>", with: "").drop { $0 == " " })
    #expect(robot.status.contains("Bookmark added"))
  }

  @Test func `giving the note up adds nothing`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("ano<ESC>")
    #expect(!robot.effects.contains { if case .addBookmark = $0 { true } else { false } })
  }

  @Test func `a text without a number is not bookmarked`() {
    var robot = ReaderRobot(SampleText.unpaged, named: "Standard input")
    let before = robot.effects
    robot.type("a")
    #expect(robot.status.contains("cannot be bookmarked"))
    robot.type("h")
    robot.type("a")
    #expect(robot.effects == before)
  }

  @Test func `they are listed by document and line`() throws {
    let robot = try robot()
    #expect(robot.rows[0].hasPrefix(" Bookmarks") && robot.rows[0].hasSuffix("3 \u{B7} 2 documents"))
    #expect(robot.rows[2].hasPrefix("   4242  line 3   Sample 4242"))
    #expect(robot.rows[4].hasPrefix("   4242  2.1  Heading 2.1   Sample 4242"))
    #expect(robot.rows[5] == "         why messages")
    #expect(robot.rows[6].hasPrefix("   4243  3  Heading 3"))
  }

  @Test(arguments: [
    ("", "line 3"), ("j", "2.1"), ("G", "4243"), ("Gk", "2.1"), ("jjg", "line 3"), ("9j", "4243"),
  ])
  func `keys move the selection`(keys: String, words: String) throws {
    var robot = try robot()
    robot.type(keys)
    #expect(selected(robot).contains(words))
  }

  @Test func `Enter opens the document at the place, q comes back to the list`() throws {
    var robot = try robot()
    robot.type("j<Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(4242))), at: nil))
    robot.open(SampleText.unpaged)
    #expect(robot.status.contains("2.1 Messages"))
    robot.type("q")
    #expect(robot.rows[0].contains("Bookmarks") && selected(robot).contains("2.1"))
    // Another run may have added some.
    #expect(robot.effects.last == .bookmarks)
    robot.type("q")
    #expect(robot.rows[0].contains("The Sample Transfer Protocol"))
  }

  @Test func `a document that comes instead does not stand at the place`() throws {
    var robot = try robot()
    robot.type("j<Enter>")
    robot.open(SampleText.numberedLines(100), named: "RFC 9110")
    #expect(robot.topRow == " line 1")
  }

  @Test(arguments: [
    ("/why", "1 of 3"), ("/sample 4242", "2 of 3"), ("/2.1<Enter>", "1 of 3"), ("/zz", "0 of 3"),
  ])
  func `what is typed narrows it`(keys: String, counts: String) throws {
    var robot = try robot()
    robot.type(keys)
    #expect(robot.rows[0].contains(counts))
    robot.type("<ESC>")
  }

  @Test func `the words that were typed are marked`() throws {
    var robot = try robot()
    robot.type("/sample")
    #expect(robot.text(in: .accent).dropFirst().contains { $0.hasPrefix("Sample") })
  }

  @Test func `one that is deleted can be had back while the list is there`() throws {
    var robot = try robot()
    robot.type("jD")
    let bookmark = try Self.three()[1]
    #expect(robot.effects.last == .removeBookmark(bookmark))
    robot.send(.bookmarks(try Self.three().filter { $0 != bookmark }))
    #expect(robot.rows[4].hasSuffix("deleted") && robot.rows[0].contains("2 \u{B7}"))
    #expect(robot.status.contains("restores it"))
    robot.type("<Del>")
    #expect(robot.effects.last == .addBookmark(bookmark))
    robot.send(.bookmarks(try Self.three()))
    #expect(!robot.rows[4].hasSuffix("deleted") && selected(robot).contains("2.1"))
    robot.type("D")
    robot.send(.bookmarks(try Self.three().filter { $0 != bookmark }))
    robot.type("qI")
    robot.send(.bookmarks(try Self.three().filter { $0 != bookmark }))
    #expect(!robot.frame.text.contains("deleted"))
  }

  @Test func `the note of one in the list is changed`() throws {
    var robot = try robot()
    robot.type("ja")
    #expect(robot.status == "Note: why messages")
    robot.type("<Enter>")
    #expect(robot.effects.last == .bookmarks)
    robot.type("a, still<Enter>")
    #expect(robot.effects.last == .addBookmark(try Self.three()[1].with(note: "why messages, still")))
    robot.type("a<^U><Enter>")
    #expect(robot.effects.last == .addBookmark(try Self.three()[1].with(note: "")))
    robot.type("D")
    let effects = robot.effects.count
    robot.type("axy<ESC>")
    #expect(robot.effects.count == effects)
  }

  @Test func `a place that has one shows its note to be changed`() throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":2.1.1<Enter>aone<Enter>")
    guard case .addBookmark(let bookmark) = robot.effects.last else {
      Issue.record("nothing is kept")
      return
    }
    robot.type("a")
    #expect(robot.effects.last == .bookmarks && robot.status.hasPrefix("Note:  "))
    robot.send(.bookmarks(try Self.three() + [bookmark]))
    #expect(robot.status == "Note: one")
    robot.type(" and two<Enter>")
    #expect(robot.effects.last == .addBookmark(bookmark.with(note: "one and two")))
    robot.type("ga")
    robot.send(.bookmarks(try Self.three() + [bookmark]))
    #expect(robot.status.hasPrefix("Note:  "))
  }

  @Test func `an empty list says how to fill it`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("I")
    #expect(robot.rows[2].contains("`a` adds one"))
    robot.type("jD<Enter>q")
    #expect(robot.rows[0].contains("RFC 4242"))
  }

  @Test func `the library knows which documents have one`() throws {
    var robot = ReaderRobot(try SampleFeed.library())
    robot.send(.bookmarks(try Self.three()))
    robot.type("/bookmarked:")
    #expect(robot.rows[0].contains("2 of 3"))
  }

  @Test(arguments: [(1, 1), (2, 2), (10, 3), (30, 8), (300, 100)])
  func `any window will do`(columns: Int, rows: Int) throws {
    var robot = try robot()
    robot.resize(columns: columns, rows: rows)
    robot.type("jjGDg/te<Down>x<Enter>q")
    #expect(robot.frame.size == Size(columns: columns, rows: rows))
  }

  // MARK: Days and files

  @Test func `the day stands quietly at the right, where there is room`() throws {
    let day = CalendarDate(year: 2026, month: 11, day: 30)
    for (columns, isShown) in [(80, true), (50, true), (40, false)] {
      var robot = try robot(columns: columns)
      robot.send(.bookmarks(try Self.three().map { $0.note == "later" ? $0.with(added: day) : $0 }.sorted()))
      #expect(robot.rows[6].hasSuffix("2026-11-30") == isShown)
      #expect(robot.rows[4].contains("2026") == false)
      #expect(robot.text(in: .dimmed).contains { $0.hasSuffix("2026-11-30") } == isShown)
      robot.type("G")
      robot.type("D")
      #expect(robot.rows[6].hasSuffix("deleted"))
    }
  }

  private static let path = "/home/me/notes on samples.txt"

  private func file() -> ReaderRobot {
    var robot = ReaderRobot()
    let document = TextDecoder.document(from: Array(SampleText.unpaged.utf8))
    robot.send(
      .opened(
        Source(
          name: "notes on samples.txt", id: nil, path: "notes on samples.txt", subject: .file(Self.path),
          document: document),
        at: nil))
    return robot
  }

  @Test func `a file is bookmarked by its path, and opened again there`() throws {
    var robot = file()
    robot.type(":2.1.1<Enter>awhy<Enter>")
    guard case .addBookmark(let bookmark) = robot.effects.last else {
      Issue.record("nothing is kept")
      return
    }
    #expect(bookmark.subject == .file(Self.path) && bookmark.place.section == SectionNumber("2.1.1"))
    robot.type("I")
    robot.send(.bookmarks(try [Self.three()[1], bookmark]))
    #expect(robot.rows[0].hasSuffix("2 \u{B7} 2 documents"))
    #expect(robot.rows[4].hasPrefix("   notes on samples.txt  2.1.1  Short Messages   /home/me/notes on"))
    #expect(robot.rows[5] == "         why")
    robot.type("/me/notes")
    robot.type("<Enter>")
    #expect(robot.effects.last == .openFile(Self.path, beside: false))
    let place = bookmark.place
    robot.send(
      .opened(
        Source(
          name: "notes on samples.txt", id: nil, subject: .file(Self.path),
          document: TextDecoder.document(from: Array(SampleText.unpaged.utf8))), at: nil))
    #expect(robot.topRow.contains("2.1.1.") && place.offset == 0)
    // The note of the one that is here is what `a` changes.
    robot.type("a")
    robot.send(.bookmarks([bookmark]))
    #expect(robot.status.contains("why"))
  }

  @Test func `a file has nothing that the catalogue could say`() throws {
    var robot = file()
    robot.type("a<Enter>")
    guard case .addBookmark(let bookmark) = robot.effects.last else { return }
    robot.type("I")
    robot.send(.bookmarks([bookmark]))
    robot.type("i")
    #expect(robot.status.contains("lists only RFCs"))
    robot.type("ss")
    #expect(robot.rows[2].contains("notes on samples.txt"))
  }
}

import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// The list of every RFC there is.
@Suite struct LibraryTests {
  private func robot(of count: Int = 300, cached: [Int] = [7, 300], columns: Int = 80) throws -> ReaderRobot {
    let ids = cached.compactMap { RFCNumber($0).map { DocumentID.rfc($0) } }
    return ReaderRobot(
      try SampleFeed.library(of: SampleFeed.xml(of: count), cached: Set(ids)), columns: columns)
  }

  /// The number on the row that has the selection.
  private func selected(_ robot: ReaderRobot) -> String? {
    robot.text(in: .selection).first?.split(separator: " ").first { Int($0) != nil }.map(String.init)
  }

  @Test(arguments: [
    ("", "300"), ("j", "299"), ("5j", "295"), ("jjk", "299"), ("G", "1"), ("Gg", "300"), ("<Space>", "279"),
    ("s", "1"), ("ss", "1"), ("sss", "300"), ("js", "299"), ("4G", "297"),
  ])
  func `keys move the selection`(keys: String, number: String) throws {
    var robot = try robot()
    robot.type(keys)
    #expect(selected(robot) == number)
  }

  @Test(arguments: [
    Filtering(typed: "text 12", counts: "13 of 300", number: "12"),
    Filtering(typed: "299", counts: "1 of 300", number: "299"),
    Filtering(typed: "author:writer 29", counts: "13 of 300", number: "29"),
    Filtering(typed: "cached:", counts: "2 of 300", number: "300"),
    Filtering(typed: "year:1970", counts: "249 of 300", number: "249"),
    Filtering(typed: "year:1971..", counts: "51 of 300", number: "300"),
    Filtering(typed: "nothing at all", counts: "0 of 300", number: nil),
  ])
  fileprivate func `what is typed narrows it with each key`(filtering: Filtering) throws {
    var robot = try robot()
    robot.type("/" + filtering.typed)
    #expect(robot.rows[0].contains(filtering.typed))
    #expect(robot.rows[0].contains(filtering.counts))
    #expect(selected(robot) == filtering.number)
  }

  @Test func `giving the filter up shows all again, Enter keeps it`() throws {
    var robot = try robot()
    robot.type("/29<ESC>")
    #expect(robot.rows[0].contains("300 \u{B7} newest first \u{B7} 2 cached"))
    robot.type("/29<Down><Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(299))), at: nil))
    #expect(robot.rows[0].contains(" 29 "))
  }

  @Test func `a number and Enter open that RFC`() throws {
    var robot = try robot()
    robot.type("4242<Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(4242))), at: nil))
  }

  @Test(arguments: [
    ("29", 29, "13 of 300"), ("RFC 29", 29, "11 of 300"), ("rfc29", 29, "11 of 300"),
    ("[RFC29]", 29, "11 of 300"), ("029", 29, "11 of 300"), ("text 29", 29, "13 of 300"),
    ("29 year:1970", 29, "3 of 300"),
  ])
  func `the RFC of just that number comes first, in whatever order`(
    typed: String, number: Int, counts: String
  ) throws {
    var robot = try robot()
    robot.type("/" + typed)
    #expect(robot.rows[0].contains(counts))
    #expect(selected(robot) == "\(number)")
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(number))), at: nil))
    for _ in 1...3 {
      robot.type("sg")
      #expect(selected(robot) == "\(number)")
    }
  }

  @Test func `the others follow in their order, and Enter opens the one that is selected`() throws {
    var robot = try robot()
    robot.type("/29")
    #expect(robot.rows[3].contains(" 299 ") && robot.rows[4].contains(" 298 "))
    robot.type("<Down><Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(299))), at: nil))
  }

  @Test(arguments: [
    "29 section 2.1", "RFC 29 \u{A7}2.1", "https://www.rfc-editor.org/rfc/rfc29.html#section-2.1",
  ])
  func `a place in a document leaves that one alone and leads there`(typed: String) throws {
    var robot = try robot()
    robot.type("/" + typed)
    #expect(robot.rows[0].contains("1 of 300") && selected(robot) == "29")
    robot.type("<Enter>")
    let section = try #require(SectionNumber("2.1"))
    #expect(robot.effects.last == .open(.rfc(try #require(.init(29))), at: .section(section)))
  }

  @Test(arguments: ["bcp7", "BCP 7", "bcp-7", "[BCP0007]"])
  func `a sub-series leaves what it stands for`(typed: String) throws {
    var robot = ReaderRobot(try SampleFeed.library())
    robot.type("/" + typed)
    #expect(selected(robot) == "4242" && robot.rows[3].isEmpty)
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(4242))), at: nil))
  }

  @Test func `what is named and not listed is asked for`() throws {
    var robot = ReaderRobot(LibraryContents(rows: [], surroundings: .init(), note: ""))
    robot.type("/RFC 9110, Section 2<Enter>")
    let section = try #require(SectionNumber("2"))
    #expect(robot.effects.last == .open(.rfc(try #require(.init(9110))), at: .section(section)))
    robot.type("/<^U>std 97<Enter>")
    #expect(robot.effects.last == .openSubSeries(.std, 97))
    let before = robot.openings
    robot.type("/<^U>nothing at all<Enter>")
    #expect(robot.openings == before)
  }

  @Test func `q comes back from a document to the same place, and then leaves`() throws {
    var robot = try robot()
    robot.type("/text 2<Down><Down><Enter>")
    let before = robot.rows
    robot.open(SampleText.unpaged, named: "RFC 298")
    #expect(robot.rows[0].contains("The Sample Transfer Protocol"))
    robot.type("q")
    // The document is in the cache now.
    #expect(robot.rows[0].contains("3 cached"))
    #expect(
      robot.rows.dropFirst(2) == before.map { $0.replacing("     298", with: " \u{25CF}   298") }.dropFirst(2)
    )
    robot.type("q")
    #expect(robot.effects.last == .quit)
  }

  @Test func `back leads over documents to the list, forward to the exact positions again`() throws {
    var robot = try robot()
    robot.type("j<Enter>")
    robot.open(SampleText.numberedLines(200), named: "RFC 299")
    robot.type("3<Space>")
    robot.type("50g")
    robot.open(SampleText.numberedLines(100), named: "RFC 7")
    robot.type("jj")
    let place = robot.topRow
    robot.type("B")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(299))), at: nil))
    robot.open(SampleText.numberedLines(200), named: "RFC 299")
    #expect(robot.topRow == " line 50")
    robot.type("B")
    #expect(robot.topRow == " line 4")
    robot.type("B")
    #expect(robot.rows[0].contains("RFCs") && selected(robot) == "299")
    robot.type("B")
    #expect(robot.status.contains("no earlier place"))
    robot.type("F")
    #expect(robot.topRow == " line 4")
    robot.type("FF")
    robot.open(SampleText.numberedLines(100), named: "RFC 7")
    #expect(robot.topRow == place)
    robot.type("q")
    #expect(selected(robot) == "299")
  }

  @Test func `o asks for another RFC from within a document, and giving up goes back`() throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("o")
    #expect(robot.effects.last == .listLibrary)
    robot.send(.showLibrary(try SampleFeed.library(), filter: "", asks: true))
    robot.type("first")
    #expect(robot.text(in: .selection).first?.contains("4241") == true)
    robot.type("<ESC>q")
    #expect(robot.rows[0].hasPrefix(" RFC 4242"))
  }

  @Test func `a newer catalogue keeps filter, order and selection`() throws {
    var robot = try robot()
    robot.type("/text<Enter>sjjj")
    let number = selected(robot)
    robot.send(.library(try SampleFeed.library(of: SampleFeed.xml(of: 310))))
    #expect(selected(robot) == number)
    #expect(robot.rows[0].contains("310"))
  }

  @Test func `what is cached has a mark, what is obsolete names its successor`() throws {
    let robot = ReaderRobot(try SampleFeed.library(cached: [.rfc(try #require(.init(4242)))]))
    #expect(
      robot.rows.contains {
        $0.hasPrefix(" \u{25CF}  4242  A Sample Protocol") && $0.hasSuffix("BCP 7     2006")
      })
    #expect(robot.rows.contains { $0.hasPrefix("    4241  ") && $0.hasSuffix("-> 4242   2005") })
    #expect(robot.text(in: .dimmed).contains { $0.contains("4241") })
  }

  /// Answers what was typed last.
  private func rank(_ robot: inout ReaderRobot, _ numbers: [Int], leftOut: [String] = []) throws {
    guard
      case .rank(let filter, _) = robot.effects.last(where: { if case .rank = $0 { true } else { false } })
    else {
      Issue.record("nothing was asked for")
      return
    }
    let documents = numbers.compactMap { RFCNumber($0) }.map { RankedDocuments.Document(.rfc($0), score: 1) }
    robot.send(.ranked(RankedDocuments(documents, leftOut: leftOut), for: filter))
  }

  /// The numbers of the first rows.
  private func numbers(_ robot: ReaderRobot) -> [Int] {
    robot.rows.dropFirst(2).prefix(4).compactMap { row in
      row.split(separator: " ").first { Int($0) != nil }.flatMap { Int($0) }
    }
  }

  @Test func `once words are typed the best comes first, whatever the titles say`() throws {
    var robot = try robot()
    #expect(robot.rows[0].contains("300 \u{B7} newest first"))
    robot.type("/quic")
    try rank(&robot, [90, 250, 7])
    #expect(numbers(robot) == [90, 250, 7] && selected(robot) == "90")
    #expect(robot.rows[0].contains("3 of 300 \u{B7} best first"))
    // Each key asks once.
    #expect(robot.effects.count { if case .rank = $0 { true } else { false } } == 4)
  }

  @Test func `s gives the other orders of what was found, and then the best again`() throws {
    var robot = try robot()
    robot.type("/quic")
    try rank(&robot, [90, 250, 7])
    for (order, numbers) in [
      ("newest first", [250, 90, 7]), ("oldest first", [7, 90, 250]), ("by title", [250, 7, 90]),
      ("best first", [90, 250, 7]),
    ] {
      robot.type(robot.frame.cursor == nil ? "s" : "<Enter>s")
      #expect(robot.rows[0].contains(order) && self.numbers(robot) == numbers)
    }
  }

  @Test func `the whole list keeps the order that was chosen for it`() throws {
    var robot = try robot()
    robot.type("s/quic")
    try rank(&robot, [90, 250])
    #expect(robot.rows[0].contains("best first"))
    robot.type("<ESC>")
    #expect(robot.rows[0].contains("300 \u{B7} oldest first") && selected(robot) == "1")
    // Fields alone make nothing better than anything else.
    robot.type("/cached:")
    try rank(&robot, [300, 7])
    #expect(robot.rows[0].contains("2 of 300 \u{B7} oldest first") && numbers(robot) == [7, 300])
  }

  @Test func `the keys stay on top while one types, and on their row when the same comes again`() throws {
    var robot = try robot()
    robot.type("/qui")
    try rank(&robot, [90, 250, 7])
    robot.type("<Down>")
    #expect(selected(robot) == "250")
    try rank(&robot, [90, 250, 7])
    #expect(selected(robot) == "250")
    robot.type("c")
    try rank(&robot, [7, 250])
    #expect(selected(robot) == "7")
  }

  @Test func `an answer to what was typed before is dropped`() throws {
    var robot = try robot()
    robot.type("/text 7")
    try rank(&robot, [7])
    robot.send(.ranked(RankedDocuments(), for: CatalogueFilter(typed: "text")))
    #expect(numbers(robot) == [7])
  }

  @Test(arguments: [(24, 80), (24, 50), (8, 80)])
  func `what was left out is said below the title, and moves nothing where there is room`(
    rows: Int, columns: Int
  ) throws {
    var robot = try robot(columns: columns)
    robot.resize(columns: columns, rows: rows)
    robot.type("/quic 418")
    try rank(&robot, [90, 7], leftOut: ["418"])
    #expect(robot.rows[1] == " No RFC has all the words; without `418`.")
    #expect(robot.rows[2].contains(" 90 "))
    robot.type("<Backspace>")
    try rank(&robot, [90, 7])
    #expect(robot.rows[rows >= 12 ? 2 : 1].contains(" 90 "))
  }

  @Test func `what depends on the cache is asked for again when that has changed`() throws {
    var robot = try robot()
    robot.type("/cached: text")
    try rank(&robot, [7])
    robot.send(.surroundings(.init(cached: [.rfc(try #require(.init(9)))])))
    try rank(&robot, [9])
    #expect(numbers(robot) == [9])
  }

  @Test func `what the title does not say stands behind it: keywords, authors, words of the abstract`() throws
  {
    var robot = try robot()
    robot.type("/tea writer")
    try rank(&robot, [90, 250, 7])
    let numbers = try [90, 250, 7].map { try #require(RFCNumber($0)) }
    #expect(robot.effects.last == .describe(numbers))
    #expect(robot.rows[2].contains("Text 90 of many   A. Writer   "))
    var entries = numbers.map { CatalogueEntry($0) }
    entries[0].keywords = ["coffee", "Teapot", "green tea"]
    entries[1].abstract = ["It was made for all that is like tea.", "And why."]
    robot.send(.described(entries))
    #expect(robot.rows[2].contains("Text 90 of many   A. Writer, Teapot, green tea "))
    #expect(robot.rows[4].contains("Text 7 of many   A. Writer   "))
    #expect(robot.text(in: .accent).contains { $0.contains("Writer") })
    robot.type("<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>")
    try rank(&robot, [250])
    robot.send(.described(entries))
    #expect(robot.rows[2].contains("Text 250 of many   \u{2026} is like tea. And why."))
    // Where there is no room nobody is asked.
    robot.resize(columns: 40, rows: 24)
    let count = robot.effects.count
    robot.type(" 9")
    try rank(&robot, [250])
    #expect(!robot.effects[count...].contains { if case .describe = $0 { true } else { false } })
  }

  @Test func `control-F leaves what is in the cache`() throws {
    var robot = try robot()
    robot.type("<^F>")
    #expect(robot.rows[2].contains("300") && robot.rows[3].contains("7  Text 7") && robot.rows[4].isEmpty)
    robot.type("<^F>")
    #expect(robot.rows[3].contains("299"))
  }

  @Test func `an empty library says how to fill it`() {
    let robot = ReaderRobot(LibraryContents(rows: [], surroundings: .init(), note: ""))
    #expect(robot.rows[2].contains("rfcview update"))
  }

  @Test(arguments: [(1, 1), (2, 2), (10, 3), (30, 8), (300, 100)])
  func `any window will do`(columns: Int, rows: Int) throws {
    var robot = try robot()
    robot.resize(columns: columns, rows: rows)
    robot.type("jjG/te<Down>x<Enter>sq")
    #expect(robot.frame.size == Size(columns: columns, rows: rows))
  }
}

extension ReaderRobot {
  fileprivate var openings: Int {
    effects.count {
      switch $0 {
      case .open, .openSubSeries: true
      default: false
      }
    }
  }
}

/// What is typed as a filter, what the title then counts, and the number of the first row left.
private struct Filtering: Sendable, CustomStringConvertible {
  let typed: String
  let counts: String
  let number: String?

  var description: String { typed }
}

/// The library in a window that has room for more than titles.
@Suite struct WideLibraryTests {
  private func robot(columns: Int, authors: String = "A. Writer, B. Reader, Ed.") throws -> ReaderRobot {
    let rows = [
      CatalogueRow(
        id: .rfc(try #require(.init(4241))), title: "The First Protocol", authors: authors,
        date: CalendarDate(year: 2005, month: 4, day: 1), status: PublicationStatus(rawValue: "HISTORIC"),
        workingGroup: "first and foremost of working groups", obsoletedBy: [try #require(.init(4242))]),
      CatalogueRow(
        id: .rfc(try #require(.init(10050))), title: String(repeating: "Word ", count: 40),
        authors: "C. Person",
        date: CalendarDate(year: 2026, month: 12), workingGroup: "NON WORKING GROUP"),
    ]
    return ReaderRobot(LibraryContents(rows: rows, surroundings: .init(), note: ""), columns: columns)
  }

  @Test func `authors, working group and month have columns of their own`() throws {
    let robot = try robot(columns: 140)
    let (new, old) = (robot.rows[2], robot.rows[3])
    #expect(new.hasPrefix("   10050  Word Word") && new.contains("\u{2026}") && new.hasSuffix(" Dec 2026"))
    #expect(old.hasPrefix("    4241  The First Protocol   ") && old.hasSuffix(" -> 4242   Apr 2005"))
    #expect(old.contains(" A. Writer, B. Reader, Ed.   first and foremos… "))
    #expect(new.contains(" C. Person ") && !new.contains("NON"))
    func column(_ row: String, _ word: String) -> Int? {
      row.firstRange(of: word).map { row.distance(from: row.startIndex, to: $0.lowerBound) }
    }
    #expect(column(old, "A. Writer") == column(new, "C. Person"))
    #expect(column(old, "Apr 2005") == column(new, "Dec 2026"))
  }

  @Test func `names are left out whole`() throws {
    let many = try robot(columns: 140, authors: "J. Reynolds, J. Postel, D. Crocker, P. Mockapetris")
    #expect(many.rows[3].contains(" J. Reynolds, J. Postel, …  "))
    let one = try robot(columns: 140, authors: "The International Committee of Everything")
    #expect(one.rows[3].contains(" The International Committ…  "))
  }

  @Test(arguments: [80, 129])
  func `without the room it is as it was`(columns: Int) throws {
    let robot = try robot(columns: columns)
    #expect(robot.rows[3].hasSuffix("-> 4242   2005") && !robot.rows[3].contains("Writer"))
  }
}

/// The row under the title.
@Suite struct BannerTests {
  /// A window of ten rows has room for one of it.
  private func robot(_ standing: Standing, columns: Int = 80, rows: Int = 24) -> ReaderRobot {
    var robot = ReaderRobot(columns: columns, rows: rows)
    robot.open(SampleText.unpaged, standing: standing)
    return robot
  }

  private func numbers(_ values: [Int]) -> [RFCNumber] { values.compactMap { RFCNumber($0) } }

  @Test func `it says what obsoletes the document, then what updates it`() {
    let robot = robot(
      Standing(
        status: .unknown, date: nil, obsoletedBy: numbers([9293]),
        updatedBy: numbers([6093, 6528])))
    #expect(robot.rows[1] == " Obsoleted by 9293   Updated by 6093, 6528")
    #expect(robot.text(in: .link).first == "929360936528")
    #expect(robot.text(in: .warning) == ["Obsoleted by "])
  }

  private static let http = [7230, 7231, 7232, 7233, 7234, 7235]

  /// What obsoletes it, what is in force, and what stands there at a width.
  @Test(arguments: [
    (http, [9110, 9111, 9112], 80, "Obsoleted by 7230-7235; in force: 9110, 9111, 9112"),
    (http, [9110, 9111, 9112], 50, "Obsoleted by 7230-7235; in force: 9110, 9111 +1"),
    (http, [9110, 9111, 9112], 41, "Obsoleted by 7230 +5; in force: 9110 +2"),
    (http, [9110, 9111, 9112], 30, "Obsolete; in force: 9110 +2"),
    ([2821], [5321], 80, "Obsoleted by 2821; in force: 5321"),
    // Of those that follow one another four are worth a range.
    ([9112, 9110], [9110, 9112], 80, "Obsoleted by 9110, 9112"),
    ([9110, 9111, 9112], [9110, 9111, 9112], 80, "Obsoleted by 9110, 9111, 9112"),
    (
      [4330, 4331, 4332, 4333, 5000], [5000, 6000], 80, "Obsoleted by 4330-4333, 5000; in force: 5000, 6000"
    ),
  ])
  func `it leads on to what is in force`(_ direct: [Int], _ inForce: [Int], _ columns: Int, _ words: String) {
    let standing = Standing(
      status: .unknown, date: nil, obsoletedBy: numbers(direct), inForce: numbers(inForce))
    #expect(robot(standing, columns: columns, rows: 10).rows[1] == " " + words)
  }

  @Test func `both ends of a range are links, and what is obsolete itself looks so`() throws {
    let standing = Standing(
      status: .unknown, date: nil, obsoletedBy: numbers(Self.http), inForce: numbers([9110]),
      updatedBy: numbers([8000]))
    var robot = robot(standing)
    #expect(robot.text(in: .obsoleteLink) == ["72307235"])
    #expect(robot.text(in: .link).first == "91108000")
    // Of what updates it the catalogue tells a little later.
    robot.send(
      .cited([CatalogueRow(id: .rfc(numbers([8000])[0]), title: "", obsoletedBy: numbers([8001]))]))
    #expect(robot.text(in: .obsoleteLink) == ["723072358000"])
    robot.click("7235")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(7235))), at: nil))
  }

  @Test func `what does not fit is counted`() {
    let standing = Standing(
      status: .unknown, date: nil, obsoletedBy: [], updatedBy: numbers((1000..<1030).map { $0 * 2 }))
    #expect(robot(standing).rows[2].hasSuffix("+7"))
    #expect(robot(standing, columns: 30).rows[2].hasSuffix("+23"))
  }

  @Test func `there is none where there is nothing to say`() {
    let standing = Standing(status: PublicationStatus(rawValue: "HISTORIC"), date: nil)
    #expect(robot(standing).rows[1].isEmpty)
    #expect(robot(standing).rows[0].hasSuffix("Historic \u{B7} Feb 2026"))
  }
}

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
    Filtering(typed: "text 12", counts: "13 of 300", number: "212"),
    Filtering(typed: "299", counts: "1 of 300", number: "299"),
    Filtering(typed: "author:writer 29", counts: "13 of 300", number: "299"),
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
    #expect(robot.rows[0].contains("300 \u{B7} 2 cached"))
    robot.type("/29<Down><Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(298))), at: nil))
    #expect(robot.rows[0].contains(" 29 "))
  }

  @Test func `a number and Enter open that RFC`() throws {
    var robot = try robot()
    robot.type("4242<Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(4242))), at: nil))
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

/// What is typed as a filter, what the title then counts, and the number of the first row left.
private struct Filtering: Sendable, CustomStringConvertible {
  let typed: String
  let counts: String
  let number: String?

  var description: String { typed }
}

/// The row under the title.
@Suite struct BannerTests {
  private func robot(_ standing: Standing, columns: Int = 80) -> ReaderRobot {
    var robot = ReaderRobot(columns: columns)
    robot.open(SampleText.unpaged, standing: standing)
    return robot
  }

  private func numbers(_ values: [Int]) -> [RFCNumber] { values.compactMap { RFCNumber($0) } }

  @Test func `it says what obsoletes the document, then what updates it`() {
    let robot = robot(
      Standing(
        status: .unknown, date: nil, obsoletedBy: numbers([9293]),
        obsoletedOn: CalendarDate(year: 2022, month: 8),
        updatedBy: numbers([6093, 6528])))
    #expect(robot.rows[1] == " Obsoleted by RFC 9293 (August 2022)   Updated by 6093, 6528")
    #expect(robot.text(in: .warning).contains { $0.contains("9293") })
  }

  @Test func `what does not fit is counted`() {
    let standing = Standing(
      status: .unknown, date: nil, obsoletedBy: [], updatedBy: numbers(Array(1000..<1030)))
    #expect(robot(standing).rows[2].hasSuffix("+7"))
    #expect(robot(standing, columns: 30).rows[2].hasSuffix("+23"))
  }

  @Test func `there is none where there is nothing to say`() {
    let standing = Standing(status: PublicationStatus(rawValue: "HISTORIC"), date: nil)
    #expect(robot(standing).rows[1].isEmpty)
    #expect(robot(standing).rows[0].hasSuffix("Historic \u{B7} Feb 2026"))
  }
}

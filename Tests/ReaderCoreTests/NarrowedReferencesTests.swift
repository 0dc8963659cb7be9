import CellGrid
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// `L`: what a text cites, and what cites it.
@Suite struct NarrowedReferencesTests {
  private static let text = """
    A Sample

    1.  Introduction

       It rests on RFC 9110, and on Section 3 of [RFC2616].

    2.  Messages

       As RFC 9110 has it, and [RFC5321].

    3.  References

    3.1.  Normative References

       [RFC2616]  Writer, A., "Old Semantics", RFC 2616, June 1999.

    3.2.  Informative References

       [RFC5321]  Writer, A., "Mail", RFC 5321, October 2008.

       [RFC9110]  Writer, A., "New Semantics", RFC 9110, June 2022.

       [RFC7230]  Writer, A., "Syntax", RFC 7230, June 2014.

    """

  private static func rfc(_ number: Int) throws -> DocumentID { .rfc(try #require(RFCNumber(number))) }

  private static func row(
    _ number: Int, _ title: String, year: Int, obsoletedBy: Int? = nil, inForce: [Int]? = nil
  ) throws -> CatalogueRow {
    CatalogueRow(
      id: try rfc(number), title: title, authors: "A. Writer", date: CalendarDate(year: year, month: 6),
      status: PublicationStatus(rawValue: "PROPOSED STANDARD"),
      obsoletedBy: [obsoletedBy].compactMap { $0.flatMap { RFCNumber($0) } },
      inForce: inForce?.compactMap { RFCNumber($0) })
  }

  private func robot(columns: Int = 80) throws -> ReaderRobot {
    var robot = ReaderRobot(Self.text, columns: columns)
    robot.send(
      .cited([
        try Self.row(2616, "Old Semantics", year: 1999, obsoletedBy: 7230, inForce: [9110, 9112]),
        try Self.row(5321, "Mail", year: 2008), try Self.row(9110, "New Semantics", year: 2022),
        try Self.row(7230, "Syntax", year: 2014, obsoletedBy: 9112),
      ]))
    robot.type("L")
    return robot
  }

  private func numbers(_ robot: ReaderRobot) -> [Int] {
    robot.rows.dropFirst(2).dropLast().compactMap { row in
      Int(row.dropFirst(2).drop { $0 == " " }.prefix { $0.isNumber })
    }
  }

  @Test(arguments: [
    ("norm", [2616]), ("info", [5321, 7230, 9110]), ("obs", [2616, 7230]), ("obs norm", [2616]),
    ("obsolete info", [7230]), ("semantics", [2616, 9110]), ("NORM semantics", [2616]), ("9", [9110]),
    ("rfc9110", [9110]), ("rfc 53", [5321]), ("year:..2010", [2616, 5321]),
    ("author:writer obs", [2616, 7230]),
    ("cached:", [9110]), ("normal", []), ("", [2616, 5321, 7230, 9110]),
  ])
  func `what is typed narrows what it cites`(_ typed: String, _ left: [Int]) throws {
    var robot = try robot()
    robot.send(.surroundings(.init(cached: [try Self.rfc(9110)])))
    robot.type("/")
    #expect(robot.status.contains("words, number, norm, info, obs"))
    robot.type(typed)
    #expect(numbers(robot) == left)
  }

  @Test func `what is obsolete is not dimmed, and what is in force stands out`() throws {
    var robot = try robot()
    robot.type("G")
    let warnings = robot.text(in: .warning)
    #expect(warnings.count == 2 && warnings[0].contains("-> 9110+") && warnings[1].contains("-> 9112"))
    #expect(!robot.text(in: .dimmed).contains { $0.contains("Semantics") || $0.contains("Syntax") })
  }

  @Test func `= goes to where the text cites it first, and the way back is to the list`() throws {
    var robot = try robot()
    robot.type("/9110<ESC>G=")
    #expect(robot.rows[0].hasPrefix(" RFC 4242"))
    #expect(robot.text(in: .focusedLink) == ["RFC 9110"])
    #expect(robot.rows.contains { $0.contains("It rests on RFC 9110") })
    robot.type("B")
    #expect(robot.rows[0].contains("cites") && robot.text(in: .selection).first?.contains("9110") == true)
    // Nothing but the bibliography has that one.
    robot.type("k=")
    #expect(robot.text(in: .focusedLink).first?.contains("7230") == true)
    #expect(robot.status.contains("RFC 7230"))
  }

  @Test func `= finds the text again when another has come under the list`() throws {
    var robot = try robot()
    robot.type("<Enter>")
    robot.open(Self.text, named: "RFC 2616")
    robot.type("B=")
    #expect(robot.effects.last == .open(try Self.rfc(4242), at: .line(5)))
  }

  @Test func `of what cites it, too, the words that were typed are marked`() throws {
    let places = try [9110, 5321].map { number in
      CitingPlace(
        document: try Self.rfc(number), title: "Sample \(number)", section: nil, heading: "A Heading",
        line: 10, citedSection: nil)
    }
    var robot = try robot()
    robot.type("<Tab>")
    robot.send(.citing(try #require(RFCNumber(4242)), places, note: ""))
    robot.type("/sam head<Up>")
    #expect(robot.text(in: .accent).contains("HeadSam"))
  }

  @Test func `in a wide window what cites it shows the line that does, where it can be read`() throws {
    let places = try [9110, 9110, 5321].enumerated().map { index, number in
      CitingPlace(
        document: try Self.rfc(number), title: "Sample \(number)", section: SectionNumber("\(index + 1)"),
        heading: "Heading", line: 10 * index, citedSection: SectionNumber("3"))
    }
    let number = try #require(RFCNumber(4242))
    var narrow = try robot()
    narrow.type("<Tab>")
    narrow.send(.citing(number, places, note: ""))
    #expect(!narrow.effects.contains { if case .citingLines = $0 { true } else { false } })
    var robot = try robot(columns: 140)
    robot.type("<Tab>")
    robot.send(.citing(number, places, note: ""))
    #expect(robot.effects.last == .citingLines(places))
    let lines = [places[0]: "the first line", places[2]: String(repeating: "long ", count: 40)]
    robot.send(.citingLines(lines))
    let rows = robot.rows[2...4].map { $0 }
    #expect(rows[0].contains("the first line") && rows[0].hasSuffix("cites 3"))
    #expect(rows[1].hasSuffix("cites 3") && !rows[1].contains("line"))
    #expect(rows[2].contains("long long") && rows[2].contains("\u{2026}  cites 3"))
    // Nothing is asked for twice.
    let count = robot.effects.count
    robot.type("jjkg")
    #expect(robot.effects.count == count)
  }
}

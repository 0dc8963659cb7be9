import CellGrid
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// What newer RFCs change of a text: signs at the headings, the window with the sentences, the list.
@Suite struct AmendmentTests {
  private static let text =
    """
    Request for Comments: 4242                                     Sample Ltd

    1.  Rules

       A sender MUST NOT send more than one sample.

    2.  More

    2.1.  Size

       A sample is sent in no more than ten bytes.

    """ + String(repeating: "   Samples may be had for nothing.\n\n", count: 20)

  private let number = RFCNumber(4242)
  private let newer = [4300, 4310].compactMap { RFCNumber($0) }

  private func place(_ section: String, by index: Int, in place: String?, _ words: String) throws
    -> AmendingPlace
  {
    AmendingPlace(
      by: newer[index], line: 99, place: place.flatMap { SectionNumber($0) },
      section: try #require(SectionNumber(section)), kind: .replaces, words: words)
  }

  /// A reader to which all steps have been answered.
  private func robot(
    columns: Int = 80, rows: Int = 24, _ steps: [[AmendingPlace]]? = nil, _ display: ErrataDisplay = .signs
  ) throws -> ReaderRobot {
    var settings = ReaderSettings()
    settings.reading.errata = display
    settings.reading.contents = .off
    var robot = ReaderRobot(columns: columns, rows: rows, settings: settings)
    robot.open(Self.text, standing: Standing(status: .unknown, date: nil, updatedBy: newer))
    let steps =
      try steps ?? [
        [
          try place("2.1", by: 0, in: "3", "Section 2.1 of RFC 4242 is replaced.\u{1B}[31m"),
          try place("2.1", by: 0, in: "3", "It is replaced once more."),
          try place("2.1", by: 1, in: nil, "Twelve bytes are sent."),
        ],
        [try place("9", by: 1, in: "4.1", "A section that nobody has is replaced.")],
      ]
    let number = try #require(number)
    for (index, places) in steps.enumerated() {
      #expect(robot.effects.contains(.amendments(of: number, by: newer, step: index)))
      robot.send(.amendments(places, of: number, next: index + 1 < steps.count ? index + 1 : nil))
    }
    return robot
  }

  /// The rows of the text that have a sign.
  private func signed(_ robot: ReaderRobot) -> [String] {
    robot.rows.dropFirst(2).map { $0.drop { $0 == " " } }.filter { $0.first == "+" }.map {
      String($0.dropFirst().prefix { $0 != " " })
    }
  }

  @Test(arguments: [(80, 24), (140, 45), (50, 20)])
  func `the heading of a section has a sign`(columns: Int, rows: Int) throws {
    #expect(signed(try robot(columns: columns, rows: rows)) == ["2.1."])
    #expect(signed(try robot(columns: columns, rows: rows, nil, .off)).isEmpty)
  }

  @Test func `nothing is asked for where nothing updates the text, or another is meant`() throws {
    var robot = ReaderRobot(Self.text)
    robot.open(Self.text, standing: Standing(status: .unknown, date: nil))
    #expect(!robot.effects.contains { if case .amendments = $0 { true } else { false } })
    robot.send(
      .amendments([try place("2.1", by: 0, in: "3", "x")], of: try #require(RFCNumber(4243)), next: nil))
    #expect(signed(robot).isEmpty)
  }

  @Test(arguments: ["]eK", "]e<Enter>"])
  func `the window shows the sentences, and Enter goes there`(keys: String) throws {
    var robot = try robot()
    robot.type(keys)
    let screen = robot.frame.text
    for words in [
      "Amended by RFC 4300, Section 3 and 1 more", "It replaces Section 2.1.",
      "Section 2.1 of RFC 4242 is replaced.", "Amended by RFC 4310.", "Twelve bytes are sent.",
    ] { #expect(screen.contains(words), "\(words)") }
    #expect(!screen.contains("\u{1B}") && !screen.contains("once more"))
    robot.type("<Enter>")
    #expect(robot.effects.contains(.open(.rfc(newer[0]), at: .line(100))))
  }

  @Test func `the list has them with the errata`() throws {
    var robot = try robot()
    robot.type("x")
    #expect(robot.rows[0].contains("Errata and amendments of RFC 4242"))
    let screen = robot.frame.text
    for words in [
      "+ Amended by RFC 4300, Section 3  2.1", "+ Amended by RFC 4310, Section 4.1  the document",
    ] {
      #expect(screen.contains(words), "\(words)")
    }
    robot.type("/4310<Enter>")
    #expect(!robot.frame.text.contains("RFC 4300"))
  }

  @Test func `between the lines they stand where that is wanted`() throws {
    let robot = try robot(nil, .inline)
    #expect(robot.frame.text.contains("Amended by RFC 4310: Twelve bytes are sent."))
  }
}

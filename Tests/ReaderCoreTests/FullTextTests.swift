import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// The search of all texts, with a program that answers.
@Suite struct FullTextTests {
  private static func hit(_ number: Int, _ section: String, obsoletedBy: Int? = nil) throws -> SearchHit {
    SearchHit(
      document: .rfc(try #require(.init(number))), title: "Sample \(number)", year: 2006,
      status: .unknown, obsoletedBy: obsoletedBy.flatMap { RFCNumber($0) }.map { [$0] } ?? [],
      section: SectionNumber(section), heading: "Heading \(section)", lines: 3..<9, headingLines: 1)
  }

  /// Answers the last question.
  private func answer(_ robot: inout ReaderRobot, _ hits: [SearchHit], isComplete: Bool = true) throws {
    let asked = robot.effects.last { if case .search = $0 { true } else { false } }
    guard case .search(let query?) = asked else {
      Issue.record("nothing was asked for")
      return
    }
    robot.send(
      .found(
        SearchResults(hits.map { FoundDocument($0) }, documents: 2), for: query, note: "",
        isComplete: isComplete))
    guard case .excerpts(let wanted, query) = robot.effects.last else { return }
    let excerpts = wanted.map { ($0, Excerpt(text: "... a short message is", marks: [6..<11], line: 5)) }
    robot.send(.excerpts(Dictionary(uniqueKeysWithValues: excerpts), for: query))
  }

  private func searched() throws -> ReaderRobot {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("5jOshort")
    try answer(
      &robot, [Self.hit(4243, "2.1"), Self.hit(4243, "3"), Self.hit(4241, "1", obsoletedBy: 4242)])
    return robot
  }

  @Test func `what is typed is asked for with each key, and shown in two rows a section`() throws {
    let robot = try searched()
    let asked = robot.effects.compactMap { if case .search(let query) = $0 { query } else { nil } }
    #expect(asked.map { $0.markedPhrases.map(\.text) } == [["s"], ["sh"], ["sho"], ["shor"], ["short"]])
    #expect(
      robot.rows[0] == " Full text  short                                          3 sections in 2 RFCs")
    #expect(
      robot.rows[2] == "   4243  2.1  Heading 2.1                                                  2006")
    #expect(robot.rows[3] == "         ... a short message is")
    #expect(robot.rows[6].hasSuffix("-> 4242  2006"))
    #expect(robot.text(in: .accent).contains("short"))
  }

  @Test func `an answer to an earlier question is dropped`() throws {
    var robot = try searched()
    robot.send(
      .found(
        SearchResults([FoundDocument(try Self.hit(7, "1"))]), for: try FullTextQuery(typed: "sh"), note: "",
        isComplete: true))
    #expect(!robot.rows.contains { $0.contains("Sample 7") })
    #expect(robot.rows[2].contains("4243"))
  }

  @Test func `Enter opens at the match with the words as the search, Back returns to the results`() throws {
    var robot = try searched()
    robot.type("<Down><Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(4243))), at: .line(6)))
    robot.open(SampleText.unpaged, named: "RFC 4243", at: .line(6))
    #expect(robot.text(in: .currentMatch) == ["Short"])
    #expect(robot.status.contains("match"))
    robot.type("n")
    #expect(robot.text(in: .currentMatch).count == 1)
    robot.type("BB")
    #expect(robot.rows[0].hasPrefix(" Full text  short"))
    #expect(robot.text(in: .selection).contains { $0.contains("Heading 3") })
    robot.type("q")
    robot.open(SampleText.unpaged)
    #expect(robot.rows[0].hasPrefix(" RFC 4242"))
  }

  @Test func `a mistake is a message, and no list`() throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("O) short")
    #expect(robot.text(in: .warning).first?.contains("there is no ( for this )") == true)
    robot.type("<Enter>")
    #expect(robot.status.contains("there is no ("))
  }

  @Test func `an open quote is no mistake while it is typed`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("O\"short messag")
    #expect(robot.text(in: .warning).isEmpty)
    guard case .search(let query?) = robot.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(query.markedPhrases == [.init("short messag", isPrefix: true)])
  }

  @Test func `given up with nothing typed it goes back, else the results stay`() throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("O<ESC>")
    #expect(robot.rows[0].hasPrefix(" RFC 4242"))
    robot = try searched()
    robot.type("<ESC>j")
    #expect(robot.text(in: .selection).contains { $0.contains("Heading 3") })
    robot.type("/x")
    #expect(robot.rows[0].hasPrefix(" Full text  shortx"))
  }

  @Test func `in the library Tab asks the texts for the same words`() throws {
    var robot = ReaderRobot(try SampleFeed.library())
    robot.type("/proto<Tab>")
    #expect(robot.rows[0].hasPrefix(" Full text  proto"))
    robot.type("<ESC>q")
    #expect(robot.rows[0].hasPrefix(" RFCs  proto"))
  }

  @Test(arguments: [(1, 1), (2, 2), (10, 3), (30, 8), (44, 12), (300, 100)])
  func `any window will do`(columns: Int, rows: Int) throws {
    var robot = try searched()
    robot.resize(columns: columns, rows: rows)
    robot.type("<Down><Down>x<ESC>jjGq")
    #expect(robot.frame.size == Size(columns: columns, rows: rows))
  }
}

/// What a document cites, and what cites it.
@Suite struct ReferenceListTests {
  private static let text = """
    1.  Introduction

       See [RFC9110], [RFC7230] and RFC 20.

    2.  References

    2.1.  Normative References

       [RFC9110]  Fielding, R., "HTTP Semantics", RFC 9110, June 2022.

    2.2.  Informative References

       [RFC7230]  Fielding, R., "HTTP/1.1", RFC 7230, June 2014.

    """

  private func robot() throws -> ReaderRobot {
    var robot = ReaderRobot(Self.text, named: "RFC 4242")
    robot.send(
      .cited([
        CatalogueRow(
          id: .rfc(try #require(.init(7230))), title: "Sample 1.1", obsoletedBy: [try #require(.init(9112))])
      ]))
    robot.type("L")
    return robot
  }

  @Test func `the normative ones come first, obsolete ones name their successor`() throws {
    let robot = try robot()
    #expect(
      robot.rows[0].hasPrefix(" RFC 4242 cites") && robot.rows[0].hasSuffix("3 RFCs \u{B7} 1 normative"))
    #expect(robot.rows[2].contains("9110") && robot.rows[2].hasSuffix("norm"))
    #expect(robot.rows[3].contains("7230  Sample 1.1") && robot.rows[3].hasSuffix("-> 9112   info"))
    #expect(robot.rows[4].contains("20"))
  }

  @Test func `Enter opens one, Back returns to the list, q to the document`() throws {
    var robot = try robot()
    robot.type("j<Enter>")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(7230))), at: nil))
    robot.open(SampleText.unpaged, named: "RFC 7230")
    robot.type("B")
    #expect(robot.text(in: .selection).first?.contains("7230") == true)
    robot.type("q")
    robot.open(Self.text, named: "RFC 4242")
    #expect(robot.rows[2].hasPrefix(" 1.  Introduction"))
  }

  @Test func `Tab asks who cites it, and leads to the line`() throws {
    var robot = try robot()
    robot.type("<Tab>")
    let number = try #require(RFCNumber(4242))
    #expect(robot.effects.last == .citing(number))
    let place = CitingPlace(
      document: .rfc(try #require(.init(9999))), title: "Another Sample", section: SectionNumber("3.1"),
      heading: "Use", line: 41, citedSection: SectionNumber("2"))
    robot.send(.citing(number, [place], note: ""))
    #expect(
      robot.rows[0].hasPrefix(" RFC 4242 is cited by") && robot.rows[0].hasSuffix("1 place in 1 document"))
    #expect(
      robot.rows[2].hasPrefix("    9999  3.1  Use   Another Sample") && robot.rows[2].hasSuffix("cites 2"))
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(place.document, at: .line(42)))
  }

  @Test func `a document that cites nothing says so`() {
    var robot = ReaderRobot(SampleText.numberedLines(5))
    robot.type("L")
    #expect(robot.rows[2] == " It cites no RFCs.")
  }
}

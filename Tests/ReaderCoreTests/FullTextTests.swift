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

  /// Answers the last question; the sections of a document stand one behind the other.
  private func answer(
    _ robot: inout ReaderRobot, _ hits: [SearchHit], leftOut: [String] = [], isComplete: Bool = true
  ) throws {
    let asked = robot.effects.last { if case .search = $0 { true } else { false } }
    guard case .search(let query?) = asked else {
      Issue.record("nothing was asked for")
      return
    }
    robot.send(
      .found(
        SearchResults(Self.documents(hits), leftOut: leftOut), for: query, note: "", isComplete: isComplete))
    try answerExcerpts(&robot)
  }

  private static func documents(_ hits: [SearchHit]) -> [FoundDocument] {
    var documents: [FoundDocument] = []
    for hit in hits {
      if let last = documents.last, last.id == hit.document {
        documents[documents.count - 1] = FoundDocument(last.best, others: last.others + [hit])
      } else {
        documents.append(FoundDocument(hit))
      }
    }
    return documents
  }

  private func answerExcerpts(_ robot: inout ReaderRobot) throws {
    guard case .excerpts(let wanted, let query) = robot.effects.last else { return }
    let excerpts = wanted.map { ($0, Excerpt(text: "... a short message is ...", marks: [6..<11], line: 5)) }
    robot.send(.excerpts(Dictionary(uniqueKeysWithValues: excerpts), for: query))
  }

  private func searched() throws -> ReaderRobot {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("5jOshort")
    try answer(
      &robot, [Self.hit(4243, "2.1"), Self.hit(4243, "3"), Self.hit(4241, "1", obsoletedBy: 4242)])
    return robot
  }

  @Test func `what is typed is asked for with each key, and shown in two rows a document`() throws {
    let robot = try searched()
    let asked = robot.effects.compactMap { if case .search(let query) = $0 { query } else { nil } }
    #expect(asked.map { $0.markedPhrases.map(\.text) } == [["s"], ["sh"], ["sho"], ["shor"], ["short"]])
    #expect(
      robot.rows[0] == " Full text  short                                          3 sections in 2 RFCs")
    #expect(
      robot.rows[2] == "    4243  Sample 4243                                                      2006")
    let snippet = "\u{2026} a short message is\u{2026}"
    #expect(robot.rows[3] == "          \u{A7}2.1 Heading 2.1: \(snippet)                            +1")
    #expect(robot.rows[4].hasPrefix("    4241  Sample 4241  ") && robot.rows[4].hasSuffix("-> 4242   2006"))
    #expect(robot.rows[5] == "          \u{A7}1 Heading 1: \u{2026} a short message is\u{2026}")
    #expect(robot.text(in: .accent).contains("short"))
    #expect(robot.rows[6].isEmpty)
  }

  @Test(arguments: ["<Tab>", "<ESC><Tab>", "<ESC><Right>"])
  func `Tab unfolds the other sections of a document, at the prompt too, and folds them again`(
    keys: String
  ) throws {
    var robot = try searched()
    let before = robot.rows
    robot.type(keys)
    try answerExcerpts(&robot)
    #expect(robot.rows[3].hasSuffix(" -1"))
    #expect(robot.rows[4] == "          \u{A7}3 Heading 3: \u{2026} a short message is\u{2026}")
    #expect(robot.rows[5].hasPrefix("    4241  Sample 4241"))
    robot.type("<Down>")
    #expect(robot.text(in: .selection).first?.contains("Heading 3") == true)
    robot.type(keys.hasSuffix("<Right>") ? "<Left>" : "<Tab>")
    #expect(robot.text(in: .selection).first?.contains("Sample 4243") == true)
    #expect(robot.rows.dropFirst().dropLast() == before.dropFirst().dropLast())
    // Where nothing else matches nothing unfolds.
    robot.type("<Down><Tab>")
    #expect(robot.rows.dropFirst().dropLast().map(\.count) == before.dropFirst().dropLast().map(\.count))
  }

  @Test func `the mouse unfolds and folds by the number of them`() throws {
    var robot = try searched()
    let before = robot.rows
    robot.click("+1")
    #expect(robot.rows[4].contains("Heading 3"))
    #expect(robot.status.hasPrefix("/short"))
    robot.click("-1")
    #expect(robot.rows == before)
  }

  @Test func `head and foot count the same documents, folded or not`() throws {
    var robot = try searched()
    robot.type("<ESC>")
    #expect(robot.rows[0].hasSuffix("in 2 RFCs") && robot.status.hasSuffix(" 1 of 2"))
    robot.type("<Tab>j")
    #expect(robot.status.hasSuffix(" 1 of 2"))
    robot.type("j")
    #expect(robot.status.hasSuffix(" 2 of 2"))
    robot.resize(columns: 50, rows: 20)
    #expect(robot.rows[3] == "          \u{A7}2.1 \u{2026} a short message is\u{2026}           -1")
    robot.resize(columns: 36, rows: 20)
    #expect(robot.rows[0].hasSuffix(" 2 RFCs"))
  }

  @Test func `a window of 22 rows shows eleven documents, and the RFC's title in any`() throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("Oshort")
    try answer(&robot, (1...60).flatMap { try [Self.hit($0, "1"), Self.hit($0, "2")] })
    for columns in [80, 50, 30] {
      robot.resize(columns: columns, rows: 25)
      let titles = robot.rows.filter { $0.contains(" Sample ") }
      #expect(titles.count == 11 && titles[10].contains(" 11  Sample 11"))
    }
  }

  @Test func `of a snippet that is cut all words stay in sight that there is room for`() throws {
    var robot = ReaderRobot(SampleText.unpaged, columns: 50)
    robot.type("Oslow start")
    try answer(&robot, [Self.hit(4243, "2.1"), Self.hit(4244, "1")])
    guard case .excerpts(let hits, let query) = robot.effects.last else {
      Issue.record("no excerpts were asked for")
      return
    }
    let text = "... the sender that begins has a slow start threshold and many words behind it"
    let excerpt = Excerpt(text: text, marks: [33..<37, 38..<43, 44..<53], line: 5)
    robot.send(.excerpts(Dictionary(uniqueKeysWithValues: hits.map { ($0, excerpt) }), for: query))
    #expect(robot.rows[5] == "          \u{A7}1 \u{2026} begins has a slow start threshold\u{2026}")
    #expect(robot.text(in: .accent).contains("slowstartthreshold"))
  }

  @Test func `the keys stay on top while one types, and on their row when more is found`() throws {
    var robot = try searched()
    robot.type("<Down>")
    #expect(robot.text(in: .selection).first?.contains("4241") == true)
    try answer(&robot, [Self.hit(4250, "1"), Self.hit(4243, "2.1"), Self.hit(4241, "1")])
    #expect(robot.text(in: .selection).first?.contains("4241") == true)
    robot.type("<Backspace>")
    let before = robot.rows.dropLast()
    #expect(before.contains { $0.contains("\u{2026} a short message") })
    try answer(&robot, [Self.hit(4241, "1"), Self.hit(4243, "2.1")])
    #expect(robot.text(in: .selection).first?.contains("4241") == true)
    try answer(&robot, [Self.hit(4250, "1"), Self.hit(4241, "1"), Self.hit(4243, "2.1")])
    #expect(robot.text(in: .selection).first?.contains("4250") == true)
  }

  @Test func `Enter before the answer opens what then comes first`() throws {
    var robot = try searched()
    robot.type("s<Enter>")
    #expect(robot.openings == 0)
    try answer(&robot, [], isComplete: false)
    #expect(robot.openings == 0)
    try answer(&robot, [Self.hit(7, "2"), Self.hit(4243, "3")])
    #expect(robot.openings == 1)
    #expect(robot.effects.contains(.open(.rfc(try #require(.init(7))), at: .line(4))))
    // With another key something else is meant.
    robot.type("/s<Enter>/s")
    try answer(&robot, [Self.hit(8, "2")])
    #expect(robot.openings == 1)
  }

  @Test(arguments: [24, 12, 8])
  func `what was left out is said in a row of its own, and moves nothing where there is room`(
    rows: Int
  ) throws {
    var robot = ReaderRobot(SampleText.unpaged, rows: rows)
    robot.type("Oshort tea 418")
    try answer(&robot, [Self.hit(4243, "2.1")], leftOut: ["418", "tea"])
    #expect(robot.rows[1] == " No section has all the words; without `418`, `tea`.")
    #expect(robot.text(in: .warning).isEmpty)
    #expect(robot.rows[2].contains("4243"))
    robot.type("<Backspace>")
    try answer(&robot, [Self.hit(4243, "2.1")])
    #expect(robot.rows[1].isEmpty == (rows >= 12))
    #expect(robot.rows[rows >= 12 ? 2 : 1].contains("4243"))
  }

  @Test func `an empty list says what to do`() throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.send(.surroundings(.init()))
    robot.type("Oshort")
    try answer(&robot, [])
    #expect(robot.rows[2].contains("rfcview sync"))
    robot.send(.surroundings(.init(cached: [.rfc(try #require(.init(7)))])))
    #expect(robot.rows[2].hasPrefix(" No section of the 1 cached document matches. Fewer words may"))
  }

  @Test func `unfolded, every section is reached, and the one the keys are on is in sight`() throws {
    var robot = ReaderRobot(SampleText.unpaged, rows: 10)
    robot.type("Oshort")
    try answer(
      &robot, (1...9).flatMap { number in try (1...number).map { try Self.hit(number, "\(number).\($0)") } })
    robot.type("<ESC>G<Tab>kk<Tab>kk<Tab>g")
    var seen: [String] = []
    for key in ["j", "k"] {
      for _ in 0..<40 {
        let selection = try #require(robot.text(in: .selection).first)
        // The first row of the window says the number, too.
        seen.append(String(selection[(selection.firstIndex(of: "\u{A7}") ?? selection.startIndex)...]))
        robot.type(key)
      }
    }
    #expect(Set(seen).count == 9 + 8 + 6 + 4)
    robot.type("<Space>")
    #expect(robot.text(in: .selection).first?.contains("Sample ") == true)
    robot.type("G")
    #expect(robot.text(in: .selection).first?.contains("\u{A7}9.9 Heading 9.9") == true)
    #expect(robot.rows[1].hasPrefix("       9  \u{A7}"))
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
    robot.type("<Tab><Down>")
    try answerExcerpts(&robot)
    robot.type("<Enter>")
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
    #expect(robot.text(in: .selection).contains { $0.contains("4241") })
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
    robot.type("<Tab><Down><Down>x<ESC>jj<Tab>Gq")
    #expect(robot.frame.size == Size(columns: columns, rows: rows))
  }
}

extension ReaderRobot {
  fileprivate var openings: Int { effects.count { if case .open = $0 { true } else { false } } }
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

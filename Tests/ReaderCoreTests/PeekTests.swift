import CellGrid
import RFCFormats
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// A window over the text that says what a link or a word means.
@Suite struct PeekTests {
  private static let text = """
    1.  Introduction

       Read Section 2 first, then Section 3.1 of RFC 7230, then [BOOK].
       A Sample Transfer Unit (STU) is short.

       message = head *part
       part    = <part, see [RFC9110], Section 5.6>

    2.  Overview

       What a reader MUST know, in a paragraph that is long enough to take
       two lines.

    3.  References

       [BOOK]     Writer, A., "On Samples", Sample Press, 2001.

       [RFC9110]  Fielding, R., "HTTP Semantics", RFC 9110, June 2022.

    """

  private func robot() throws -> ReaderRobot {
    var robot = ReaderRobot(Self.text)
    robot.send(
      .cited([
        CatalogueRow(
          id: .rfc(try #require(.init(7230))), title: "Sample 1.1", obsoletedBy: [try #require(.init(9112))])
      ]))
    return robot
  }

  /// What stands within the frame, and the frame's title.
  private func window(_ robot: ReaderRobot) -> (title: String, rows: [String])? {
    let rows = robot.rows
    guard let top = rows.firstIndex(where: { $0.contains("\u{250C}") }),
      let bottom = rows.firstIndex(where: { $0.contains("\u{2514}") })
    else { return nil }
    let title = rows[top].drop { $0 != "\u{250C}" }.filter { !"\u{250C}\u{2500}\u{2510}".contains($0) }
    let inside = rows[top + 1..<bottom].map { row -> String in
      let parts = row.split(separator: "\u{2502}", omittingEmptySubsequences: false)
      return parts.count > 1 ? String(parts[1]) : ""
    }
    return (title.trimmed, inside.map(\.trimmed))
  }

  @Test func `a section of the document, below the link and never over it`() throws {
    var robot = try robot()
    robot.type("<Tab>K")
    let shown = try #require(window(robot))
    #expect(shown.title == "Section 2")
    #expect(shown.rows.first == "2.  Overview")
    #expect(robot.text(in: .focusedLink) == ["Section 2"])
    robot.type("q")
    #expect(window(robot) == nil)
    #expect(robot.effects.last != .quit)
    robot.type("K<Enter>")
    #expect(robot.topRow == " 2.  Overview")
  }

  @Test func `an entry of the bibliography`() throws {
    var robot = try robot()
    robot.type("3<Tab>K")
    #expect(try #require(window(robot)).title == "[BOOK]")
    #expect(try #require(window(robot)).rows.first?.hasPrefix("Writer, A.") == true)
    robot.type("<ESC>")
    #expect(window(robot) == nil)
  }

  @Test func `an address that is wider than the window goes on in the next row`() throws {
    let address = "https://example.org/a/rather/long/address/of/a/page/about/samples.html"
    var robot = ReaderRobot("See <\(address)>.\n\n1.  One\n\n   Text.\n", columns: 50)
    robot.type("<Tab>K")
    let rows = try #require(window(robot)).rows
    #expect(rows.joined() == address)
    #expect(rows[1] != "")
  }

  @Test func `a section of another RFC, out of the cache or not`() throws {
    var robot = try robot()
    let id = DocumentID.rfc(try #require(.init(7230)))
    let place = PeekPlace.section(try #require(SectionNumber("3.1")))
    robot.type("<Tab><Tab>K")
    #expect(robot.effects.last == .peek(id, place))
    robot.send(.peeked(nil, of: id, at: place))
    var shown = try #require(window(robot))
    #expect(shown.rows.contains("Sample 1.1") && shown.rows.contains("Obsoleted by RFC 9112"))
    #expect(shown.rows.contains { $0.contains("not in the cache") })
    robot.type("q")
    let other = "1.  One\n\n   Text.\n\n3.  Three\n\n3.1.  The Place\n\n   What it says.\n"
    robot.send(
      .peeked(
        Source(name: "RFC 7230", id: id, document: TextDecoder.document(from: Array(other.utf8))), of: id,
        at: place))
    shown = try #require(window(robot))
    #expect(shown.title == "RFC 7230, Section 3.1")
    #expect(shown.rows.first == "3.1.  The Place")
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(id, at: .section(try #require(SectionNumber("3.1")))))
  }

  @Test func `a rule of ABNF, here or where it is imported from`() throws {
    var robot = try robot()
    robot.type("Kmessage<Enter>")
    #expect(try #require(window(robot)).rows.first == "message = head *part")
    robot.type("q")
    robot.type("Kpart<Enter>")
    let id = DocumentID.rfc(try #require(.init(9110)))
    #expect(robot.effects.last == .peek(id, .word("part")))
    let other = "1.  One\n\n     part = 1*DIGIT\n"
    robot.send(
      .peeked(
        Source(name: "RFC 9110", id: id, document: TextDecoder.document(from: Array(other.utf8))), of: id,
        at: .word("part")))
    #expect(try #require(window(robot)).title == "part in RFC 9110")
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(id, at: .line(3)))
  }

  @Test func `an abbreviation; a word that nothing defines`() throws {
    var robot = try robot()
    robot.type("KSTU<Enter>")
    #expect(try #require(window(robot)).rows.first?.contains("(STU)") == true)
    robot.type("qKnonsense<Enter>")
    #expect(window(robot) == nil)
    #expect(robot.status.contains("no definition"))
  }

  @Test func `a core rule of RFC 5234, with that text or without it`() throws {
    var robot = try robot()
    robot.type("KDQUOTE<Enter>")
    let id = DocumentID.rfc(try #require(.init(5234)))
    let place = PeekPlace.word("DQUOTE")
    #expect(robot.effects.last == .peek(id, place))
    robot.send(.peeked(nil, of: id, at: place))
    #expect(try #require(window(robot)).title == "RFC 5234, Appendix B.1")
    #expect(try #require(window(robot)).rows.first == "DQUOTE = %x22 ; \" (double quote)")
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(id, at: .section(try #require(SectionNumber("B.1")))))
    let grammar = "1.  One\n\n     DQUOTE         =  %x22\n                            ; a quotation mark\n"
    robot.type("KDQUOTE<Enter>")
    robot.send(
      .peeked(
        Source(name: "RFC 5234", id: id, document: TextDecoder.document(from: Array(grammar.utf8))), of: id,
        at: place))
    #expect(try #require(window(robot)).title == "DQUOTE in RFC 5234")
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(id, at: .line(3)))
  }

  private static let grammar = """
    1.  Syntax

       The value of the field is a date or a number of seconds, and no more.

         Retry-Later   = Sample-date / delay-seconds
         delay-seconds = 1*DIGIT
         Sample-date   = "Mon" / day  ; the long form is for those who like to read and to write it
         day           = <day, see [DAYS], Section 5.6>

    2.  References

       [DAYS]     Writer, A., "Days", RFC 4343, January 2006.

       [RFC5234]  Crocker, D., "ABNF", RFC 5234, January 2008.

    """

  @Test func `a name in a grammar is a link to its rule, here, in another document or RFC 5234`() throws {
    var robot = ReaderRobot(Self.grammar)
    robot.type("<Tab>")
    #expect(robot.text(in: .focusedLink) == ["Sample-date"])
    robot.type("K")
    #expect(try #require(window(robot)).rows.first?.hasPrefix("Sample-date   = ") == true)
    robot.type("q<Enter>")
    #expect(robot.topRow.hasPrefix("      Sample-date   ="))
    robot.type("B")
    #expect(robot.topRow == " 1.  Syntax")
    robot.type("2<Tab>")
    #expect(robot.text(in: .focusedLink) == ["DIGIT"])
    #expect(robot.status.contains("DIGIT = %x30-39  ; 0-9"))
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(Locator.coreRules.document, at: Locator.coreRules.anchor))
    robot.type("<Tab>")
    #expect(robot.text(in: .focusedLink) == ["day"])
    let days = DocumentID.rfc(try #require(.init(4343)))
    robot.type("K")
    #expect(robot.effects.last == .peek(days, .word("day")))
    robot.type("<Enter>")
    #expect(robot.effects.last == .open(days, at: .section(try #require(SectionNumber("5.6")))))
  }

  @Test(arguments: [(80, 24), (140, 45), (50, 20)])
  func `the window leaves the line of its link in sight, and is as wide as its lines`(
    columns: Int, rows: Int
  ) throws {
    var robot = ReaderRobot(Self.grammar, columns: columns, rows: rows)
    robot.type("<Tab>K")
    #expect(robot.text(in: .focusedLink) == ["Sample-date"])
    let shown = try #require(window(robot)).rows
    #expect(robot.rows.contains { $0.contains("Retry-Later   = Sample-date") })
    #expect(shown.first?.hasPrefix("Sample-date   = \"Mon\" / day  ; the") == true)
    #expect(shown.last?.hasPrefix("day           =") == true)
    let title = try #require(robot.rows.first { $0.contains("\u{250C}") })
    #expect(title.count { $0 == "\u{2500}" } > min(columns / 2, 55))
  }

  @Test func `Tab completes the words that the document defines, and goes through them`() throws {
    var robot = ReaderRobot(
      "1.  Terms\n\n   Path Unit:  what fits.\n\n   Path End:  where it ends.\n\n   pair:  two.\n")
    robot.type("Kp")
    #expect(robot.status.hasSuffix("pair  Path End  Path Unit"))
    robot.type("at<Tab>")
    #expect(robot.status.hasPrefix("Meaning of: Path "))
    robot.type("<Tab>")
    #expect(robot.status.hasPrefix("Meaning of: Path End"))
    robot.type("<Tab>")
    #expect(robot.status.hasPrefix("Meaning of: Path Unit"))
    robot.type("<Tab>")
    #expect(robot.status.hasPrefix("Meaning of: Path End"))
    robot.type("<S-Tab>")
    #expect(robot.status.hasPrefix("Meaning of: Path Unit"))
    robot.type("<Enter>")
    #expect(try #require(window(robot)).rows.first == "Path Unit:  what fits.")
    robot.type("q:go-to-t<Tab>")
    #expect(robot.status.hasPrefix(":go-to-top"))
  }

  @Test func `it scrolls and stays within its text`() throws {
    var robot = try robot()
    robot.resize(columns: 80, rows: 14)
    robot.type("<Tab>K")
    let before = try #require(window(robot)).rows
    robot.type("j")
    #expect(try #require(window(robot)).rows.first == before[1])
    robot.type("Gg")
    #expect(try #require(window(robot)).rows.first == "1.  Introduction")
  }

  @Test(arguments: [(1, 1), (2, 2), (10, 3), (12, 6), (30, 8), (300, 100)])
  func `any window will do`(columns: Int, rows: Int) throws {
    var robot = try robot()
    robot.resize(columns: columns, rows: rows)
    robot.type("<Tab>KjjG<Space>bq<Tab>K<Enter>Kmessage<Enter>q")
    #expect(robot.frame.size == Size(columns: columns, rows: rows))
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

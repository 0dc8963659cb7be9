import CellGrid
import RFCFormats
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// What is cited can be followed.
@Suite struct LinkTests {
  private static let text = """
    Example Working Group                                          A. Writer
    Request for Comments: 4242                                     Sample Ltd
    Category: Standards Track                                  February 2026


                       The Sample Transfer Protocol

    1.  Introduction

       Read Section 2 first, then [RFC9110], and Section 3.1 of RFC 7230,
       which says more, as BCP 14 does. All of it goes back to Section 9.2
       of [RFC9111] and to https://www.example.com/sample.

    2.  Overview

       See [BOOK] and draft-writer-sample-03.

    3.  References

       [BOOK]     Writer, A., "On Samples", Sample Press, 2001.

       [RFC9110]  Fielding, R., "HTTP Semantics", RFC 9110, June 2022.

       [RFC9111]  Fielding, R., "HTTP Caching", RFC 9111, June 2022.

    """

  private func robot(standing: Standing? = nil) throws -> ReaderRobot {
    var robot = ReaderRobot()
    robot.open(Self.text, standing: standing)
    robot.send(
      .cited([
        CatalogueRow(
          id: .rfc(try #require(.init(7230))), title: "Sample 1.1", obsoletedBy: [try #require(.init(9112))]),
        CatalogueRow(
          id: .rfc(try #require(.init(9110))), title: "Sample Semantics",
          date: CalendarDate(year: 2022, month: 6)),
      ]))
    return robot
  }

  private func rfc(_ number: Int, _ section: String? = nil) throws -> Effect {
    .open(
      .rfc(try #require(.init(number))),
      at: try section.map { .section(try #require(SectionNumber($0))) })
  }

  private static let figures = """
    Table of Contents

       1.  Introduction . . . . . . . . . . . . . . . . . . . . . . . . 1
       2.  End  . . . . . . . . . . . . . . . . . . . . . . . . . . . . 1
       Author's Address . . . . . . . . . . . . . . . . . . . . . . . . 1

    1.  Introduction

       As Figure 2 shows, it works, and Figure 9 is not there.  So it is
       said in Table 18 of RFC 9110.

    2.  End

                 +------+   +------+
                 | box  |---| box  |
                 +------+   +------+

                 Figure 2: Two boxes

       Text.

    Author's Address

       A. Writer

    """ + String(repeating: "\n   More.\n", count: 30)

  @Test func `figures, tables and the printed contents are links, and places to go to`() throws {
    var robot = ReaderRobot(Self.figures)
    robot.type("2<Tab><Enter>")
    #expect(robot.topRow == " 2.  End")
    robot.type("B<Tab><Enter>")
    #expect(robot.topRow == " Author's Address")
    robot.type("B<Tab>")
    #expect(robot.text(in: .focusedLink) == ["Figure 2"])
    #expect(robot.status.contains("Figure 2: Two boxes"))
    robot.type("K")
    #expect(robot.frame.text.contains("\u{2500} Figure 2 \u{2500}"))
    robot.type("q<Enter>")
    #expect(robot.topRow.contains("+------+   +------+"))
    robot.type("B<Tab><Enter>")
    #expect(
      robot.effects.last
        == .open(.rfc(try #require(.init(9110))), at: .printed(PrintedPlace(.table, "18"))))
    robot.type(":figure 2<Enter>")
    #expect(robot.topRow.contains("+------+   +------+"))
    robot.type(":Table 3<Enter>")
    #expect(robot.status.contains("RFC 4242 has no Table 3."))
  }

  @Test func `Tab goes from link to link, Enter follows to RFC and section`() throws {
    var robot = try robot()
    robot.type("<Tab><Tab>")
    #expect(robot.text(in: .focusedLink) == ["[RFC9110]"])
    #expect(robot.status.hasPrefix(" RFC 9110  Sample Semantics, June 2022"))
    robot.type("<Enter>")
    #expect(robot.effects.last == (try rfc(9110)))
    robot.type("<Tab><Enter>")
    #expect(robot.effects.last == (try rfc(7230, "3.1")))
    robot.type("<S-Tab>")
    #expect(robot.text(in: .focusedLink) == ["[RFC9110]"])
  }

  @Test func `a link that wraps is one link`() throws {
    var robot = try robot()
    robot.type("5<Tab>")
    #expect(robot.text(in: .focusedLink) == ["Section 9.2", "of [RFC9111]"])
    robot.type("<^]>")
    #expect(robot.effects.last == (try rfc(9111, "9.2")))
  }

  @Test func `a citation of an obsolete RFC is marked, and says what to read when it has the focus`() throws {
    var robot = try robot()
    #expect(robot.text(in: .obsoleteLink) == ["Section 3.1 of RFC 7230"])
    robot.type("3<Tab>")
    #expect(robot.status.hasPrefix(" RFC 7230, Section 3.1 is obsolete: RFC 9112"))
    #expect(robot.text(in: .warning).count == 1)
  }

  @Test func `a section of the document is jumped to, and Back returns`() throws {
    var robot = try robot()
    robot.resize(columns: 80, rows: 14)
    robot.type("4j")
    let before = robot.topRow
    robot.type("<Tab>")
    #expect(robot.status.hasPrefix(" 2 Overview"))
    robot.type("<Enter>")
    #expect(robot.topRow == " 2.  Overview")
    robot.type("<Backspace>")
    #expect(robot.topRow == before)
  }

  @Test func `sub-series, drafts, URLs and books`() throws {
    var robot = try robot()
    robot.type("4<Tab><Enter>")
    #expect(robot.effects.last == .openSubSeries(.bcp, 14))
    robot.type("<Tab><Tab><Enter>")
    #expect(robot.effects.last == .browse("https://www.example.com/sample"))
    robot.type("<Tab>")
    #expect(robot.status.hasPrefix(" Writer, A., \"On Samples\""))
    robot.type("<Tab><Enter>")
    #expect(robot.effects.last == .open(.draft(try #require(DraftName("draft-writer-sample-03"))), at: nil))
  }

  @Test func `without a focus Enter is a line down, and control-] says what to do`() throws {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("<Enter>")
    #expect(robot.topRow == " line 2")
    robot.type("<^]>")
    #expect(robot.status.contains("Tab"))
    robot.type("<Tab>")
    #expect(robot.status.contains("No link"))
  }

  @Test func `the focus is gone with the link that had it`() throws {
    var robot = try robot()
    robot.type("<Tab>")
    robot.resize(columns: 80, rows: 12)
    robot.type("G")
    #expect(robot.text(in: .focusedLink).isEmpty)
  }

  @Test func `the numbers under the title come first`() throws {
    let standing = Standing(
      status: .unknown, date: nil, obsoletedBy: [try #require(.init(9293))], obsoletedOn: nil,
      updatedBy: [try #require(.init(6093))])
    var robot = try robot(standing: standing)
    robot.type("<Tab>")
    #expect(robot.text(in: .focusedLink) == ["9293"])
    robot.type("<Tab><Enter>")
    #expect(robot.effects.last == (try rfc(6093)))
  }

  @Test func `the program is asked once what the catalogue says of the RFCs cited`() throws {
    let robot = try robot()
    let asked = robot.effects.filter { if case .lookUp = $0 { true } else { false } }
    #expect(asked == [.lookUp([7230, 9110, 9111].compactMap { RFCNumber($0) })])
  }

  @Test(arguments: [Key.tab, .character(";"), .character("K")])
  func `what is cited is asked for though a key came before it was found`(key: Key) {
    var workspace = Workspace(size: Size(columns: 80, rows: 24))
    let document = TextDecoder.document(from: Array(Self.text.utf8))
    _ = update(&workspace, .opened(Source(name: "text", id: nil, document: document), at: nil))
    var effects = update(&workspace, .key(key)).map(\.effect)
    while workspace.hasWork { effects += update(&workspace, .work).map(\.effect) }
    #expect(effects.contains(.lookUp([7230, 9110, 9111].compactMap { RFCNumber($0) })))
  }

  @Test func `keys need not wait until a text of megabytes has been looked through`() {
    var workspace = Workspace(size: Size(columns: 80, rows: 24))
    let lines = String(repeating: "   The quick brown fox jumps over the lazy dog.\n", count: 60_000)
    let document = TextDecoder.document(from: Array((lines + "   See [RFC9110].\n").utf8))
    _ = update(&workspace, .opened(Source(name: "text", id: nil, document: document), at: nil))
    var (parts, effects): (Int, [Effect]) = (0, [])
    while workspace.hasWork {
      effects += update(&workspace, .work).map(\.effect)
      parts += 1
    }
    #expect(parts > 5)
    #expect(effects == [.lookUp([9110].compactMap { RFCNumber($0) })])
  }

  @Test func `a link in a line of tabs and wide characters is painted where it stands`() {
    var robot = ReaderRobot(
      "Title\n\n1.  One\n\n\t\u{6F22}\u{5B57} see RFC 9110 now.\n\n2.  Two\n\n   Text.\n")
    robot.type("<Tab>")
    #expect(robot.text(in: .focusedLink) == ["RFC 9110"])
  }
}

extension LinkTests {
  @Test func `letters lie on the links, and following one takes its letter`() throws {
    var robot = try robot()
    robot.type(";")
    #expect(robot.text(in: .currentMatch).joined() == "asdfghjk")
    robot.type("s")
    #expect(robot.effects.last == (try rfc(9110)))
    robot.type(";<ESC>")
    #expect(robot.text(in: .currentMatch).isEmpty)
    robot.type(";Z")
    #expect(robot.status.contains("No link has these letters"))
  }

  @Test func `with many links every label has two letters`() {
    let lines = (1...30).map { "   See RFC \(9000 + $0), and RFC \(8000 + $0)." }
    var robot = ReaderRobot("1.  One\n\n" + lines.joined(separator: "\n") + "\n", columns: 80)
    robot.resize(columns: 80, rows: 40)
    robot.type(";")
    #expect(robot.text(in: .currentMatch).first == "aaas")
    robot.type("as")
    #expect(robot.effects.last == .open(.rfc(.init(8001)!), at: nil))
  }
}

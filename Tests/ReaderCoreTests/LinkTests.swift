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
    robot.type("<Tab>")
    #expect(robot.text(in: .focusedLink) == ["Figure 2"])
    #expect(robot.status.contains("As Figure 2 shows"))
    robot.type("<Enter>")
    #expect(robot.text(in: .selection).first?.contains("As Figure 2 shows") == true)
    robot.type("BB<Tab><Enter>")
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
    #expect(robot.status.hasPrefix(" -> RFC 9110  Sample Semantics, June 2022"))
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
    #expect(robot.status.hasPrefix(" -> RFC 7230, Section 3.1 is obsolete: RFC 9112"))
    #expect(robot.text(in: .obsoleteLink) == ["-> RFC 7230, Section 3.1 is obsolete: RFC 9112  Sample 1.1"])
  }

  @Test func `a section of the document is jumped to, and Back returns`() throws {
    var robot = try robot()
    robot.resize(columns: 80, rows: 14)
    robot.type("4j")
    let before = robot.topRow
    robot.type("<Tab>")
    #expect(robot.text(in: .link).last == "-> 2 Overview")
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
    #expect(robot.status.hasPrefix(" -> Writer, A., \"On Samples\""))
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

  @Test func `the numbers under the title come last, and first backwards`() throws {
    let standing = Standing(
      status: .unknown, date: nil, obsoletedBy: [try #require(.init(9293))],
      updatedBy: [try #require(.init(6093))])
    var robot = try robot(standing: standing)
    robot.type("<Tab>")
    #expect(robot.text(in: .focusedLink) == ["Section 2"])
    robot.type("<S-Tab>")
    #expect(robot.text(in: .focusedLink) == ["6093"])
    robot.type("<S-Tab>")
    #expect(robot.text(in: .focusedLink) == ["9293"])
    robot.type("<Tab><Enter>")
    #expect(robot.effects.last == (try rfc(6093)))
  }

  private static let places =
    "1.  One\n\n   First see RFC 9001.\n\n   Then see RFC 9002, a needle, and RFC 9003.\n\n2.  Two\n\n"
    + "   Not much here, but RFC\n   9004 and [needle] and RFC 9005.\n\n3.  Three\n\n   The end is RFC 9006.\n"

  @Test(arguments: [
    ("", "RFC 9001"), ("/needle<Enter>", "RFC 9003"), ("/needle<Enter>n", "RFC 9005"),
    ("/9002<Enter>", "RFC "),
    ("/First see<Enter>", "RFC 9001"), (":3<Enter>", "RFC 9006"), (":2<Enter>", "RFC"), (")", "RFC"),
    (":l5<Enter>", "RFC 9002"), ("/needle<Enter>:l3<Enter>", "RFC 9001"),
    (":3<Enter>/First<Enter>", "RFC 9001"), ("<Tab>:3<Enter>", "RFC 9006"),
    ("<Tab><Tab>/needle<Enter>", "RFC 9003"),
    ("t/two<Enter>", "RFC"), (":3<Enter>g", "RFC 9001"),
  ])
  func `Tab begins where one reads`(keys: String, link: String) {
    // With room for all of it below: the top of the window does not say where one is.
    for target in ["", "-j8<Enter>"] {
      var robot = ReaderRobot(Self.places)
      robot.type(target + keys + "<Tab>")
      #expect(robot.text(in: .focusedLink).first == link, "\(target)\(keys)")
    }
  }

  @Test func `from where nothing follows Tab goes on at the top`() {
    var robot = ReaderRobot(Self.places)
    robot.type("/The end<Enter><Tab>")
    #expect(robot.text(in: .focusedLink) == ["RFC 9006"])
    robot.type("<Tab>")
    #expect(robot.text(in: .focusedLink) == ["RFC 9001"])
  }

  @Test func `back at a link that was followed, it has the focus`() {
    var robot = ReaderRobot(Self.places + "\n   See Section 1, Section 2 and Section 3.\n")
    robot.type("G<S-Tab><S-Tab><Enter>")
    #expect(robot.topRow == " 2.  Two" && robot.text(in: .focusedLink).isEmpty)
    robot.type("B")
    #expect(robot.text(in: .focusedLink) == ["Section 2"])
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

  @Test(arguments: [
    ("   See [RFC9001] now.", "   Seea[RFC9001] now."), ("   (RFC 9001) now", "   aRFC 9001) now"),
    ("   ([RFC9001]) now", "   a[RFC9001]) now"), ("RFC 9001 says", "aRFC 9001 says"),
    ("   See RFC\n   9001 now.", "   SeeaRFC"), ("   x[RFC9001]", "   xaRFC9001]"),
    ("   See \u{6F22}[RFC9001]", "   See \u{6F22}aRFC9001]"), ("   \"RFC 9001\"", "   aRFC 9001\""),
  ])
  func `the letters hide nothing that one reads a link by`(line: String, shown: String) {
    for (isBare, shown) in [(false, shown), (true, shown == "aRFC 9001 says" ? "aFC 9001 says" : shown)] {
      var robot = ReaderRobot("1.  One\n\n\(line)\n", isBare: isBare)
      robot.type(";")
      let margin = isBare || shown.hasPrefix("a") ? "" : " "
      #expect(robot.rows.contains(margin + shown), "\(robot.frame.text)")
    }
  }

  @Test func `a link of which only the end is on the screen has its letter, too`() {
    var robot = ReaderRobot(
      "1.  One\n\n   A long way from here to Section\n   2 of this, and RFC 9001.\n\n2.  Two\n\n"
        + String(repeating: "   Text.\n", count: 30))
    robot.type("3j;")
    #expect(robot.text(in: .currentMatch) == ["as"])
    #expect(robot.topRow == "   a2 of this, andsRFC 9001.")
  }

  @Test func `the numbers under the title keep their digits`() throws {
    let standing = Standing(
      status: .unknown, date: nil, obsoletedBy: try [9293, 9294].map { try #require(.init($0)) },
      updatedBy: [try #require(.init(6093))])
    var robot = try robot(standing: standing)
    robot.type(";")
    #expect(robot.rows[1].contains("Obsoleted byl9293,q9294   Updated byw6093"), "\(robot.rows[1])")
  }

  @Test(arguments: ["j", "a", "q", ":"])
  func `without a link ; says so, and the next key means what it means`(key: String) {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    var other = robot
    robot.type(";")
    #expect(robot.status.hasPrefix(" No link on the screen.") && robot.frame.cursor == nil)
    robot.type(key)
    other.type(key)
    #expect(robot.frame.text == other.frame.text && robot.effects == other.effects)
  }

  @Test func `the wheel takes the letters away with the links`() throws {
    var robot = try robot()
    robot.resize(columns: 80, rows: 12)
    robot.type(";")
    robot.mouse(.wheelDown, 10, 5)
    #expect(robot.text(in: .currentMatch).isEmpty)
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

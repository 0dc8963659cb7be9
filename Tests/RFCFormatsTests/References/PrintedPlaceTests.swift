import RFCModel
import TestSupport
import Testing

@testable import RFCFormats

/// Figures, tables and pages that a text names.
@Suite struct PrintedPlaceTests {
  private static let text = """
    1.  Introduction

       As Figure 2 shows, and Tables 1 and 9 list, it works.  See figure 1,
       Figure 7, Table 18 of [RFC9110], Figure 4 of RFC 9000, and page
       41 of RFC 9000.  [RFC9110], Table 3, says so.  Page 2 does not.
       Figure 2 of the standard of somebody else is none of ours.  Figure 2
       of Section 1 is; Figure 5 in Section 7 of RFC 9000 is not.

                 +------+
                 | box  |
                 +------+

                 Figure 1: A box

                 +------+   +------+
                 | box  |---| box  |
                 +------+   +------+
                     Figure 2

       Table 1. Numbers

       +-----+------+
       | One | Two  |
       +-----+------+
       | 1   | 2    |
       +-----+------+

       Figure 3.1 The Sample System

       Table 8 lists the others, and that is no caption but a sentence of
       the text.

    2.  References

       [RFC9110]  Fielding, R., "HTTP Semantics", RFC 9110, June 2022.

    """

  @Test func `of this document what has a caption, of another one all`() {
    let parsed = ParsedText(Document(text: Self.text))
    let places = parsed.citations.all.compactMap { citation -> String? in
      guard let place = citation.place else { return nil }
      guard case .document(let document) = citation.target else { return "\(place)" }
      return "\(place) of \(document)"
    }
    #expect(
      places == [
        "Figure 2", "Table 1", "Figure 1", "Table 18 of RFC 9110", "Figure 4 of RFC 9000",
        "page 41 of RFC 9000", "Table 3 of RFC 9110", "Figure 2", "Figure 5 of RFC 9000",
      ])
    let words = parsed.citations.all.filter { $0.place != nil }.map { parsed.document.text($0.ranges) }
    #expect(words.prefix(4) == ["Figure 2", "Tables 1", "figure 1", "Table 18 of [RFC9110]"])
  }

  @Test func `a figure begins above its caption, a table below`() throws {
    let parsed = ParsedText(Document(text: Self.text))
    func line(_ text: String) throws -> Int {
      try #require(
        Self.text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) })
    }
    let figure = try #require(parsed.lines(of: PrintedPlace(.figure, "1")))
    #expect(figure == (try line("+------+"), try line("Figure 1: A box")))
    let table = try #require(parsed.lines(of: PrintedPlace(.table, "1")))
    #expect(table == (try line("Table 1. Numbers"), try line("Table 1. Numbers")))
    #expect(parsed.lines(of: PrintedPlace(.figure, "3.1"))?.named == (try line("Figure 3.1 The")))
    #expect(parsed.lines(of: PrintedPlace(.figure, "7")) == nil)
    #expect(parsed.lines(of: PrintedPlace(.table, "8")) == nil)
  }

  @Test(arguments: [
    ("Figure 2", "Figure 2"), ("fig. 4.1", "Figure 4.1"), ("table a-1", "Table A-1"), ("page 41", "page 41"),
    ("Figure", nil), ("Figure it out", nil), ("table of contents", nil), ("Figure \u{7}1", nil),
  ])
  func `what is typed`(text: Spelled, place: String?) {
    #expect(PrintedPlace(typed: text.raw)?.description == place)
  }

  @Test func `a page by the number at its end`() {
    let pages = (1...3).map {
      "   Text of a page.\n\n\nWriter   Informational   [Page \($0)]\n\u{0C}\nRFC 4242   Sample   May 2026\n\n\n"
    }
    let parsed = ParsedText(Document(text: "1.  Start\n\n" + pages.joined()))
    #expect(parsed.lines(of: PrintedPlace(.page, "1"))?.first == 0)
    let second = parsed.lines(of: PrintedPlace(.page, "2"))?.first
    #expect(second == parsed.pagination.breaks.first?.lines.upperBound)
    #expect(parsed.lines(of: PrintedPlace(.page, "9")) == nil)
  }

  @Test func `entries of the printed contents, with the lines that they go on in`() {
    let text = """
      Table of Contents

         1.  Introduction
         2.  Conventions That Take More Than One Line Here So That
                 The Second One is Needed
           2.1.  Details  . . . . . . . . . . . . . . . . . . . . . . . 3
         Appendix A.  More
         Author's Address

      1.  Introduction

         Text.

      2.  Conventions That Take More Than One Line Here So That The
          Second One is Needed

         Text.

      2.1.  Details

         Text.

      Appendix A.  More

         Text.

      Author's Address

         A. Writer

      """
    let parsed = ParsedText(Document(text: text))
    let entries = parsed.contentsEntries.map {
      (parsed.outline.sections[$0.section].title, parsed.document.text($0.ranges))
    }
    #expect(
      entries.map(\.1) == [
        "1. Introduction",
        "2. Conventions That Take More Than One Line Here So That The Second One is Needed", "2.1. Details",
        "Appendix A. More", "Author's Address",
      ])
    #expect(entries.map(\.0).last == "Author's Address")
  }
}

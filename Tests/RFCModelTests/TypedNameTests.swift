import RFCModel
import TestSupport
import Testing

/// What people type and paste to name a document and a place in it.
@Suite struct TypedNameTests {
  @Test(arguments: [
    "9110", "09110", " 9110 ", "rfc9110", "RFC9110", "rfc 9110", "RFC 9110", "Rfc-9110", "rfc_9110",
    "rfc:9110",
    "rfc9110.txt", "RFC9110.TXT", "rfc9110.html", "rfc9110.xml", "rfc9110.pdf", "rfc9110.txt.pdf", "9110.txt",
    "[RFC9110]", "[RFC 9110]", "(RFC 9110)", "\"RFC 9110\"", "'rfc9110'", "\u{201C}RFC 9110\u{201D}",
    "<rfc9110>",
    "RFC 9110.", "RFC 9110,", "[RFC9110];", "RFC 9110?", "RFC\u{A0}9110", "RFC\u{2011}9110", "RFC\t9110\n",
    "RFC 9110: HTTP Semantics", "[RFC9110]: see there",
    "urn:ietf:rfc:9110", "10.17487/RFC9110", "doi:10.17487/rfc9110",
    "https://www.rfc-editor.org/rfc/rfc9110", "https://www.rfc-editor.org/rfc/rfc9110.html",
    "http://www.rfc-editor.org/rfc/rfc9110.txt", "https://www.rfc-editor.org/info/rfc9110/",
    "https://www.rfc-editor.org/pdfrfc/rfc9110.txt.pdf", "HTTPS://WWW.RFC-EDITOR.ORG/RFC/RFC9110",
    "https://datatracker.ietf.org/doc/rfc9110/", "https://datatracker.ietf.org/doc/html/rfc9110",
    "https://datatracker.ietf.org/doc/rfc9110/history/", "https://tools.ietf.org/html/rfc9110?x=1#",
    "https://doi.org/10.17487/RFC9110", "<https://www.rfc-editor.org/info/rfc9110>.",
    "www.rfc-editor.org/rfc/rfc9110", "datatracker.ietf.org/doc/html/rfc9110",
    "https://httpwg.org/specs/rfc9110.html",
    "https://example.org/9110", "https://www.rfc-editor.org/rfc/rfc9110.html#:~:text=semantics",
  ])
  func `an RFC goes by many names`(typed: String) throws {
    #expect(TypedName(typed) == .document(Locator(.rfc(try #require(RFCNumber(9110))))))
  }

  @Test(arguments: [
    "9110#10.2.3", "9110#section-10.2.3", "9110#Section-10.2.3", "9110#section-10.2.3-4", "9110#sec-10.2.3",
    "9110#rfc.section.10.2.3", "9110 10.2.3", "9110 10.2.3.", "9110 section 10.2.3", "9110 Sec. 10.2.3",
    "9110 section-10.2.3", "RFC9110, Section 10.2.3", "[RFC9110], Section 10.2.3",
    "RFC 9110 (Section 10.2.3)",
    "RFC 9110 \u{A7}10.2.3", "RFC 9110 \u{A7} 10.2.3", "\u{A7}10.2.3 of RFC 9110",
    "Section 10.2.3 of [RFC9110].",
    "section 10.2.3 of 9110", "RFC-9110#10.2.3", "rfc9110.html#section-10.2.3", "rfc9110.txt 10.2.3",
    "RFC 9110: Section 10.2.3", "https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.3",
    "https://datatracker.ietf.org/doc/html/rfc9110#section-10.2.3",
    "www.rfc-editor.org/rfc/rfc9110#section-10.2.3)",
    "https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3:~:text=retry",
  ])
  func `a section stands behind it, or before it`(typed: String) throws {
    let number = try #require(SectionNumber("10.2.3"))
    #expect(TypedName(typed) == .document(Locator(.rfc(try #require(RFCNumber(9110))), at: .section(number))))
  }

  @Test(arguments: [
    ("9110#appendix-A", "A"), ("9110 appendix a", "A"), ("RFC 9110, Appendix B.4", "B.4"),
    ("9110 a.1", "A.1"),
    ("https://www.rfc-editor.org/rfc/rfc9110.html#appendix-A.1-2", "A.1"), ("9110 annex c", "C"),
  ])
  func `an appendix is a section with a letter`(typed: String, section: String) throws {
    #expect(Locator(typed: typed)?.anchor == .section(try #require(SectionNumber(section))))
  }

  @Test(arguments: [
    ("9110#name-retry-after", "name-retry-after"), ("RFC9110#field.Retry-After", "field.retry-after"),
    ("https://httpwg.org/specs/rfc9110.html#status.404", "status.404"), ("9110#page-12", "page-12"),
    ("9110#application", "application"), ("9110#section-", "section-"),
  ])
  func `what else is behind the hash is a name in the text`(typed: String, name: String) {
    #expect(Locator(typed: typed)?.anchor == .name(name))
  }

  @Test(arguments: [
    ("bcp14", SubSeries.bcp, 14), ("BCP 14", .bcp, 14), ("bcp-14", .bcp, 14), ("BCP14", .bcp, 14),
    ("std 97", .std, 97),
    ("STD0097", .std, 97), ("[BCP14]", .bcp, 14), ("fyi 36", .fyi, 36), ("urn:ietf:bcp:14", .bcp, 14),
    ("https://www.rfc-editor.org/info/bcp14", .bcp, 14),
    ("https://datatracker.ietf.org/doc/bcp14/", .bcp, 14),
  ])
  func `a sub-series is named as an RFC is`(typed: String, series: SubSeries, number: Int) {
    #expect(TypedName(typed) == .subSeries(series, number, at: nil))
  }

  @Test func `so is a place in it`() throws {
    let anchor = Anchor.section(try #require(SectionNumber("10.2")))
    #expect(TypedName("STD 97, Section 10.2") == .subSeries(.std, 97, at: anchor))
    #expect(TypedName("std97#10.2")?.anchor(in: .rfc(try #require(RFCNumber(9110)))) == anchor)
  }

  @Test(arguments: [
    "draft-ietf-quic-transport-34", "Draft-IETF-quic-transport-34.txt", "[I-D.ietf-quic-transport-34]",
    "https://datatracker.ietf.org/doc/html/draft-ietf-quic-transport-34",
    "https://datatracker.ietf.org/doc/draft-ietf-quic-transport/34/",
    "https://www.ietf.org/archive/id/draft-ietf-quic-transport-34.html",
  ])
  func `a draft has a revision`(typed: String) throws {
    let draft = try #require(DraftName("draft-ietf-quic-transport-34"))
    #expect(TypedName(typed) == .document(Locator(.draft(draft))))
  }

  @Test(arguments: [
    "draft-ietf-quic-transport", "I-D.ietf-quic-transport", "[I-D.ietf-quic-transport]",
    "I-D.draft-ietf-quic-transport",
    "https://datatracker.ietf.org/doc/draft-ietf-quic-transport/",
  ])
  func `without one it is known for a draft all the same`(typed: String) {
    #expect(TypedName(typed) == .draft("draft-ietf-quic-transport"))
    #expect(Locator(typed: typed) == nil)
  }

  @Test(arguments: [
    "", " ", "#", "rfc", "rfc rfc 1", "rfc#1", "0", "rfc0", "1000000", "9110#", "9110x", "x9110", "9110 xy",
    "9110 section", "9110 section xy", "9110 of 9111x", "section 4.2", "4.2", "HTTP Semantics", "http 2",
    "bcp", "bcp x",
    "RFC 9110 HTTP Semantics", "9110: HTTP Semantics", "9110#4.2 5", "4 of 5 of 9110", "draft-", "draft-x-",
    "i-d.", "draft-\u{E9}-00", "9\u{661}10", "\u{661}", "9110\u{1B}[2J", "9110\0", "rfc9110\u{7}",
    "/tmp/rfc9110.txt",
    "./rfc9110.txt", "~/rfc9110.txt", "a/b", "https://", "https://9110", "https://example.org/x",
    "file:///rfc9110",
    "rfc9110/../x", "-9110", "--", "[]", "()", "\u{202E}9110", "9110#a b", "9110#\u{1B}",
  ])
  func `anything else names nothing`(typed: Spelled) { #expect(TypedName(typed.raw) == nil) }

  @Test func `what is endless names nothing and takes no time`() {
    for piece in ["9", " ", "#", "(", "of ", "rfc ", "/", ".txt", "https://", "\u{A7}", "i-d."] {
      #expect(TypedName(String(repeating: piece, count: 100_000)) == nil)
      #expect(TypedName("9110" + String(repeating: piece, count: 100_000)) == nil)
      _ = TypedName(String(repeating: piece, count: 2000 / piece.utf8.count))
    }
    #expect(TypedName("9110#" + String(repeating: "a", count: 300)) == nil)
  }
}

/// Where only a place can be meant.
@Suite struct TypedPlaceTests {
  @Test(arguments: [
    ("4.2", "4.2"), ("section 4.2", "4.2"), ("Section 4.2.", "4.2"), ("\u{A7}4.2", "4.2"),
    ("#section-4.2", "4.2"),
    ("a", "A"), ("A.1", "A.1"), ("appendix a", "A"), ("Appendix A.1", "A.1"), ("appendix-b", "B"),
    ("section4", "4"),
  ])
  func `a number is a section`(typed: String, section: String) throws {
    #expect(Anchor(typed: typed) == .section(try #require(SectionNumber(section))))
  }

  @Test(arguments: [
    ("Retry-After", "retry-after"), ("  Security   Considerations ", "security considerations"),
    ("Figure 1", "figure 1"),
  ])
  func `words are a heading's`(typed: String, name: String) { #expect(Anchor(typed: typed) == .name(name)) }

  @Test(arguments: ["", " ", "#", "...", "\u{1B}[2J", "\u{E9}"])
  func `anything else is no place`(typed: Spelled) { #expect(Anchor(typed: typed.raw) == nil) }
}

/// Which heading a name means.
@Suite struct NamedSectionTests {
  private let titles = [
    "Abstract", "HTTP Semantics", "Overview", "Field Lines and Combined Field Value", "Overview",
    "Retry-After",
    "404 Not Found", "Name Servers", "Servers", "Overview, Part 2", "\u{E9}\u{E9}", "C++ & Friends",
  ]

  private var outline: Outline {
    Outline(
      sections: titles.enumerated().map { index, title in
        Section(
          number: SectionNumber("\(index)"), title: title, level: 1, lines: index * 10..<index * 10 + 10,
          headingLines: 1, parent: nil)
      })
  }

  @Test(arguments: [
    ("name-retry-after", "Retry-After"), ("field.retry-after", "Retry-After"), ("retry-after", "Retry-After"),
    ("retry after", "Retry-After"), ("status.404", "404 Not Found"), ("name-404-not-found", "404 Not Found"),
    ("name-field-lines-and-combined-fi", "Field Lines and Combined Field Value"), ("abstract", "Abstract"),
    ("name-servers", "Name Servers"), ("servers", "Servers"), ("http", "HTTP Semantics"),
    ("name-c-friends", "C++ & Friends"), ("overview-part-2", "Overview, Part 2"),
  ])
  func `it is the heading that says so, else the first that begins so`(name: String, title: String) {
    #expect(outline.index(of: .name(name)).map { titles[$0] } == title)
  }

  @Test func `of several alike the first, unless its name has a number`() {
    #expect(outline.index(of: .name("name-overview")) == 2)
    #expect(outline.index(of: .name("name-overview-2")) == 4)
    #expect(outline.index(of: .name("name-overview-3")) == nil)
    #expect(outline.index(of: .name("name-overview-99999999999999999999")) == nil)
  }

  @Test(arguments: ["", "-", ".", "x", "ht", "\u{E9}\u{E9}", "page-12", "...", "-2", "name--2"])
  func `a name that none has is nowhere`(name: String) { #expect(outline.index(of: .name(name)) == nil) }

  @Test func `a line is in its section`() throws {
    #expect(outline.index(of: .line(11)) == 1)
    #expect(outline.index(of: .line(.min)) == 0)
    #expect(outline.index(of: .section(try #require(SectionNumber("3")))) == 3)
  }
}

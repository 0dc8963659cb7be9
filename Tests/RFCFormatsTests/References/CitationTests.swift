import RFCModel
import Testing

@testable import RFCFormats

extension Document {
  var bibliography: Bibliography { ParsedText(self).bibliography }

  /// - Parameter part: bytes of a part that is read at once.
  func citations(number: RFCNumber? = nil, part: Int = .max) -> Citations {
    let parsed = ParsedText(self)
    let running = RunningText(
      of: self, pagination: parsed.pagination, outline: parsed.outline, bibliography: parsed.bibliography)
    var scanner = CitationScanner(
      of: running, outline: parsed.outline, bibliography: parsed.bibliography, number: number)
    while scanner.advance(bytes: part) {}
    return scanner.citations
  }

  /// `RFC 8000 3.2: Section 3.2 of RFC 8000` for each citation; this document is `-`, an entry without a target `?`.
  func cited(number: RFCNumber? = nil) -> [String] {
    citations(number: number).all.map { citation in
      let target =
        switch citation.target {
        case .thisDocument: "-"
        case .document(let document): document.description
        case .reference: "?"
        }
      return target + (citation.section.map { " \($0)" } ?? "") + ": " + text(citation.ranges)
    }
  }
}

/// A document with sections 1, 2, 2.1, 2.2, 3, A and A.1 and a few references, and these lines in section 1.
private func document(_ prose: [String]) -> Document {
  let body = ["1.  Introduction", ""] + prose.map { "   " + $0 } + [""]
  let rest = """
    2.  Messages

       The messages are short, and this paragraph shows the indentation of
       the text to whoever reads the document, as all the others of it do.

    2.1.  Requests

       None.

    2.2.  Answers

       None.

    3.  References

       [1]        Writer, A., "A Book", Publisher, 1999.

       [2]        Writer, B., "Transfer", RFC 8001, May 1999.

       [RFC8000]  Writer, C., "Samples", RFC 8000, May 1999.

       [SAMPLE-TLS]  Writer, D., "Sample Security", RFC 8002, May 1999.

       [I-D.ietf-sample]  Writer, E., "Drafts", draft-ietf-sample-03, May 1999.

       [PRACTICE]  Writer, F., "Practice", BCP 200, RFC 8003, May 1999.

    Appendix A.  History

       None.

    A.1.  Old History

       None.

    """
  return Document(text: "\n" + body.map { $0 + "\n" }.joined() + rest)
}

/// What stands in section 1 of such a document: the references themselves are left out.
private func cited(_ prose: [String], number: RFCNumber? = nil) -> [String] {
  let document = document(prose)
  let count = document.citations(number: number).beginning(in: 0..<prose.count + 3).count
  return Array(document.cited(number: number).prefix(count))
}

@Suite struct CitationTests {
  struct Form: CustomTestStringConvertible, Sendable {
    let name: String
    let prose: [String]
    let cited: [String]
    var testDescription: String { name }

    init(_ name: String, _ prose: String..., cited: [String]) {
      self.name = name
      self.prose = prose
      self.cited = cited
    }
  }

  static let documents: [Form] = [
    Form("RFC n", "As RFC 8000 says.", cited: ["RFC 8000: RFC 8000"]),
    Form(
      "RFCn, RFC-n, rfc n, RFC #n, RFC 0n", "RFC8000 RFC-8001 rfc 8002 RFC #8003 RFC 0768.",
      cited: [
        "RFC 8000: RFC8000", "RFC 8001: RFC-8001", "RFC 8002: rfc 8002", "RFC 8003: RFC #8003",
        "RFC 768: RFC 0768",
      ]),
    Form("five digits", "As RFC 10050 says.", cited: ["RFC 10050: RFC 10050"]),
    Form(
      "RFCs n, n and n", "As RFCs 8000, 8001, and 8002 say.",
      cited: ["RFC 8000: RFCs 8000", "RFC 8001: 8001", "RFC 8002: 8002"]),
    Form("a year behind one RFC", "As in RFC 8000, 1999.", cited: ["RFC 8000: RFC 8000"]),
    Form(
      "Request for Comments n", "See Request for Comments 8000.",
      cited: ["RFC 8000: Request for Comments 8000"]),
    Form("an RFC broken over lines", "As RFC", "8000 says.", cited: ["RFC 8000: RFC 8000"]),
    Form("no number", "An RFC has RFC2119bis-like names, and 3 RFCs.", cited: ["RFC 2119: RFC2119"]),
    Form("[RFCn] without an entry", "As [RFC8765] says.", cited: ["RFC 8765: [RFC8765]"]),
    Form("[TAG]", "As [SAMPLE-TLS] says.", cited: ["RFC 8002: [SAMPLE-TLS]"]),
    Form("a tag broken over lines", "As [SAMPLE-", "TLS] says.", cited: ["RFC 8002: [SAMPLE-TLS]"]),
    Form("[n]", "As [2] says, and [7] does not.", cited: ["RFC 8001: [2]"]),
    Form(
      "tags in one bracket", "As in [RFC8000, SAMPLE-TLS; 2] and [1,2].",
      cited: ["RFC 8000: [RFC8000", "RFC 8002: SAMPLE-TLS", "RFC 8001: 2]", "?: [1", "RFC 8001: 2]"]),
    Form("a range of tags", "As in [1-2].", cited: ["?: [1", "RFC 8001: 2]"]),
    Form("an index of an array", "The value x[1], z[1][2] and y()[2].", cited: []),
    Form("tags behind each other", "As [1][2] say.", cited: ["?: [1]", "RFC 8001: [2]"]),
    Form("a tag glued to a name", "As RFC8000[1] says.", cited: ["RFC 8000: RFC8000", "?: [1]"]),
    Form(
      "tags of a type in ASN.1", "Filter ::= CHOICE {", "   and   [1] Item,", "   or    [2] IMPLICIT Item }",
      cited: []),
    Form("a tag without a document", "As [1] says.", cited: ["?: [1]"]),
    Form("an unknown tag", "As [NOBODY] says.", cited: []),
    Form(
      "BCP, STD and FYI", "See BCP 14, STD0013 and FYI-4.",
      cited: ["BCP 14: BCP 14", "STD 13: STD0013", "FYI 4: FYI-4"]),
    Form(
      "an Internet-Draft", "See draft-ietf-other-thing-07 and [I-D.ietf-sample].",
      cited: [
        "draft-ietf-other-thing-07: draft-ietf-other-thing-07", "draft-ietf-sample-03: [I-D.ietf-sample]",
      ]),
    Form(
      "a draft broken behind a hyphen", "See draft-ietf-", "other-thing-07.",
      cited: ["draft-ietf-other-thing-07: draft-ietf-other-thing-07"]),
    Form(
      "a URL broken between quotes", "As in \"https://example.org/", "b.txt\", say.",
      cited: ["https://example.org/b.txt: https://example.org/b.txt"]),
    Form(
      "a URL broken in parentheses", "As there (https://example.org/a-", "b/", "c(d).html).",
      cited: ["https://example.org/a-b/c(d).html: https://example.org/a-b/c(d).html"]),
    Form(
      "a URL between quotes, and words", "See \"https://example.org/", "and so on\".",
      cited: ["https://example.org/: https://example.org/"]),
    Form(
      "a URL in parentheses, and words", "See (https://example.org/", "for more).",
      cited: ["https://example.org/: https://example.org/"]),
    Form(
      "a URL at a line's end", "See https://example.org/", "b).",
      cited: ["https://example.org/: https://example.org/"]),
    Form("a URL", "See https://example.org/a.", cited: ["https://example.org/a: https://example.org/a"]),
    Form(
      "a URL broken between angles", "See <https://example.org/", "b?c>.",
      cited: ["https://example.org/b?c: https://example.org/b?c"]),
    Form(
      "an RFC in a URL", "https://example.org/rfc8000",
      cited: ["https://example.org/rfc8000: https://example.org/rfc8000"]),
    Form("an RFC in a DOI", "DOI 10.17487/RFC8000", cited: []),
    Form("words that begin alike", "Sectional rfcs, bcpx, std::x and draft-mode.", cited: []),
  ]

  static let sections: [Form] = [
    Form("Section X", "See Section 2.1, or section 2.", cited: ["- 2.1: Section 2.1", "- 2: section 2"]),
    Form("a section broken over lines", "See Section", "2.1.", cited: ["- 2.1: Section 2.1"]),
    Form("Appendix X", "See Appendix A.1.", cited: ["- A.1: Appendix A.1"]),
    Form(
      "the sign", "See \u{A7}2.1 and \u{A7}\u{A7} 2.1, 2.2.",
      cited: ["- 2.1: \u{A7}2.1", "- 2.1: \u{A7}\u{A7} 2.1", "- 2.2: 2.2"]),
    Form(
      "sec. and subsection", "See Sec. 2.1, subsection 2.2.",
      cited: ["- 2.1: Sec. 2.1", "- 2.2: subsection 2.2"]),
    Form(
      "a list", "See Sections 2.1, 2.2, and 3 and Appendix A.",
      cited: ["- 2.1: Sections 2.1", "- 2.2: 2.2", "- 3: 3", "- A: and Appendix A"].map {
        $0.replacing("and Appendix", with: "Appendix")
      }),
    Form(
      "a range", "Sections 1 through 3, 2.1-2.2, and 1 to 2.",
      cited: ["- 1: Sections 1", "- 3: 3", "- 2.1: 2.1", "- 2.2: 2.2", "- 1: 1", "- 2: 2"]),
    Form("a number behind one section", "See Section 2, 3 octets.", cited: ["- 2: Section 2"]),
    Form("an item of a section", "See Section 2.1(b) and 2.2d.", cited: ["- 2.1: Section 2.1"]),
    Form("a section that is not there", "See Section 9.", cited: []),
    Form("Section X of this document", "Section 2 of this document.", cited: ["- 2: Section 2"]),
    Form("Section X of RFC Y", "Section 3.2 of RFC 8000.", cited: ["RFC 8000 3.2: Section 3.2 of RFC 8000"]),
    Form(
      "Section X of [TAG]", "Section 2 of [SAMPLE-TLS].", cited: ["RFC 8002 2: Section 2 of [SAMPLE-TLS]"]),
    Form(
      "Section X of RFC Y over three lines", "Section", "3.2 of", "RFC 8000.",
      cited: ["RFC 8000 3.2: Section 3.2 of RFC 8000"]),
    Form(
      "Appendix X of RFC Y", "Appendix B.1 of RFC 8000.", cited: ["RFC 8000 B.1: Appendix B.1 of RFC 8000"]),
    Form(
      "a dot behind the number", "Section 4.1. of RFC 8000.",
      cited: ["RFC 8000 4.1: Section 4.1. of RFC 8000"]),
    Form("RFC Y, Section X", "RFC 8000, Section 3.2.", cited: ["RFC 8000 3.2: RFC 8000, Section 3.2"]),
    Form("RFC Y Section X", "RFC 8000 section 2.1.", cited: ["RFC 8000 2.1: RFC 8000 section 2.1"]),
    Form("RFC Y (Section X)", "RFC 8000 (Section 2.1).", cited: ["RFC 8000 2.1: RFC 8000 (Section 2.1)"]),
    Form("[RFCn], Section X", "[RFC8000], Section 2.", cited: ["RFC 8000 2: [RFC8000], Section 2"]),
    Form("[RFCn, Section X]", "[RFC8000, Section 2]", cited: ["RFC 8000 2: [RFC8000, Section 2]"]),
    Form("[TAG]'s Section X", "[SAMPLE-TLS]'s Section 2.", cited: ["RFC 8002 2: [SAMPLE-TLS]'s Section 2"]),
    Form(
      "Section X of the Foo Protocol [RFCn]", "Section 3.2 of the Sample Transfer Protocol [2].",
      cited: ["RFC 8001 3.2: Section 3.2 of the Sample Transfer Protocol [2]"]),
    Form(
      "a title between", "Section 5.1, \"Names, and More\", of [RFC8000].",
      cited: ["RFC 8000 5.1: Section 5.1, \"Names, and More\", of [RFC8000]"]),
    Form(
      "sections of another document", "Sections 2.1 and 2.2 of [RFC8000], and Section 2.",
      cited: ["RFC 8000 2.1: Sections 2.1", "RFC 8000 2.2: 2.2 of [RFC8000]", "- 2: Section 2"]),
    Form(
      "a section here and one of another document", "Section 2, Section 3.2 of [RFC8000].",
      cited: ["- 2: Section 2", "RFC 8000 3.2: Section 3.2 of [RFC8000]"]),
    Form(
      "sections of one document, each with its word", "Section 4 and Section 5 of [RFC8000].",
      cited: ["RFC 8000 4: Section 4", "RFC 8000 5: Section 5 of [RFC8000]"]),
    Form(
      "[RFCn], Sections", "[RFC8000], Sections 4 and 5.",
      cited: ["RFC 8000 4: [RFC8000], Sections 4", "RFC 8000 5: 5"]),
    Form(
      "two of each", "[RFC8000], Section 2 and [2], Section 3.",
      cited: ["RFC 8000 2: [RFC8000], Section 2", "RFC 8001 3: [2], Section 3"]),
    Form(
      "RFC n [TAG]", "Section 2 of RFC 8000 [RFC8000].",
      cited: ["RFC 8000 2: Section 2 of RFC 8000", "RFC 8000: [RFC8000]"]),
    Form(
      "BCP n [TAG]", "Section 2 of BCP 200 [PRACTICE].",
      cited: ["RFC 8003 2: Section 2 of BCP 200 [PRACTICE]"]),
    Form(
      "a list with titles, and one owner",
      "Sections 4.2 (\"Frames\"), 4.3, \"Gaps\", and 4.4 (\"Ends\") of [RFC8000].",
      cited: ["RFC 8000 4.2: Sections 4.2", "RFC 8000 4.3: 4.3", "RFC 8000 4.4: 4.4 (\"Ends\") of [RFC8000]"]),
    Form(
      "a title with an owner of its own", "Sections 4.2 (of RFC 8001) and 2.1.",
      cited: ["RFC 8001: RFC 8001"]),
    Form(
      "a list with the word before each, and one owner",
      "Section 4.1, Section 4.2, and Section 4.3 of RFC 8000.",
      cited: [
        "RFC 8000 4.1: Section 4.1", "RFC 8000 4.2: Section 4.2", "RFC 8000 4.3: Section 4.3 of RFC 8000",
      ]),
    Form(
      "sections of two documents", "See Section 2, Section 4.2 of RFC 8000.",
      cited: ["- 2: Section 2", "RFC 8000 4.2: Section 4.2 of RFC 8000"]),
    Form(
      "that document", "See RFC 8000. Section 2 of that document.",
      cited: ["RFC 8000: RFC 8000", "RFC 8000 2: Section 2 of that document"]),
    Form(
      "a title behind a colon", "\"RFC 8000: A Model of Samples for Everybody, Section 2\"",
      cited: ["RFC 8000 2: RFC 8000: A Model of Samples for Everybody, Section 2"]),
    Form(
      "a section that only the other has", "RFC 8000 defines, in section 4.3, names.",
      cited: ["RFC 8000: RFC 8000", "RFC 8000 4.3: section 4.3"]),
    Form(
      "an RFC and a sentence about this document", "It follows [RFC8000].  Section 2 says how.",
      cited: ["RFC 8000: [RFC8000]", "- 2: Section 2"]),
    Form(
      "an RFC used in a section of this document", "Grammars [RFC8000] in Section 2.",
      cited: ["RFC 8000: [RFC8000]", "- 2: Section 2"]),
    Form("a document without a name", "Section 2 of the Trust's Provisions.", cited: []),
    Form("a document without a tag", "See ITU G.997.1 Section 2.1.", cited: []),
  ]

  @Test(arguments: [1, 7, 64])
  func `a text that is read in parts cites what it cites as a whole`(bytes: Int) {
    let document = document((Self.documents.flatMap(\.prose)))
    let found = document.citations(part: bytes).all
    #expect(found == document.citations().all)
    #expect(found.count > 40)
  }

  @Test(arguments: documents + sections)
  func `a form of citation is found`(form: Form) {
    #expect(cited(form.prose) == form.cited)
  }

  @Test func `a draft is no citation in itself, whatever its revision`() {
    let text = """

      Sample Group                                                   D. Doe
      Internet-Draft                                             May 2020

                           The Sample Protocol
                         draft-doe-sample-thing-03

      1.  Introduction

         This is draft-doe-sample-thing-03, and Section 1 of
         draft-doe-sample-thing is this one.  See draft-doe-other-thing-01.

      """
    #expect(
      Document(text: text).cited() == [
        "- 1: Section 1 of draft-doe-sample-thing", "draft-doe-other-thing-01: draft-doe-other-thing-01",
      ])
  }

  @Test(arguments: [
    ("See http://example.org/page_(one), a page.", ["http://example.org/page_(one)"]),
    ("A page (http://example.org/page_(one)).", ["http://example.org/page_(one)"]),
    ("A page (see http://example.org/page).", ["http://example.org/page"]),
    (
      "See http://example.org/{id}, or [http://example.org/].",
      ["http://example.org/{id}", "http://example.org/"]
    ),
    ("It is http://example.org/info/doc<doc-no>, where it is.", []),
    (
      "See http://example.org/<http://example.org/more>.", ["http://example.org/", "http://example.org/more"]
    ),
    ("See http://example.org/a-\n   long-\n   name.html for it.", ["http://example.org/a-long-name.html"]),
    ("See http://example.org/a\n   long name.", ["http://example.org/a"]),
  ])
  func `an address ends where it ends`(prose: String, addresses: [String]) {
    let found = document([prose]).citations().all.compactMap { citation -> String? in
      if case .document(.url(let address)) = citation.target { address } else { nil }
    }
    #expect(found == addresses)
  }

  @Test func `the document's own number leads nowhere, its sections stay`() {
    let own = RFCNumber(8005)
    #expect(cited(["RFC 8005, and Section 2 of RFC 8005."], number: own) == ["- 2: Section 2 of RFC 8005"])
  }

  @Test func `what a new RFC obsoletes stands in its head without the word`() {
    let text = """

      Request for Comments: 8005                                     Sample Ltd
      Obsoletes: 8001, 8002                                            May 1999
      Updates: RFC 8003, 8004

      1.  Scope

         None.

      """
    #expect(
      Document(text: text).cited(number: RFCNumber(8005)) == [
        "RFC 8001: 8001", "RFC 8002: 8002", "RFC 8003: RFC 8003", "RFC 8004: 8004",
      ])
  }

  @Test func `a list in the head goes on beside the other column`() {
    let text = """

      Request for Comments: 8005                                     Sample Ltd
      Obsoletes: 8001, 8002,                                        28 May 1999
                 8003, 8004 (if approved)                            S. Ample
      Updates: 7999 in part                                              Editor
      Updates: 8000,                                                 Sample Ltd
      2031 Letters of a Title

      1.  Scope

         None.

      """
    #expect(
      Document(text: text).cited(number: RFCNumber(8005)) == [
        "RFC 8001: 8001", "RFC 8002: 8002", "RFC 8003: 8003", "RFC 8004: 8004", "RFC 7999: 7999",
        "RFC 8000: 8000",
      ])
  }

  @Test func `page headers and footers cite nothing, and a citation goes on behind them`() {
    let prose = [
      "1.  Scope", "", "   This paragraph fills its page, and goes on behind the page's end in Section",
    ]
    let next = ["   3.2 of RFC 8000, as was to be shown.", ""]
    let text = PrintedText(
      footer: { ["Writer                      Section 2                   [Page \($0)]"] },
      header: { _ in ["RFC 8005                 Title of the Document            July 1999"] }
    ).text([prose, next, ["2.  End", "", "   None."]])
    #expect(Document(text: text).cited() == ["RFC 8000 3.2: Section 3.2 of RFC 8000"])
  }

  @Test func `the printed contents and the numbers of headings cite nothing`() {
    let text = """
      Table of Contents

         1.  Scope of RFC 8000 .......................... 1
         Appendix A.  See Section 1 ..................... 2

      1.  Scope of RFC 8000

         This paragraph fills its lines, so that the text's own indentation is
         known to whoever reads the document.

      Appendix A.  See Section 1

         None.

      """
    #expect(Document(text: text).cited() == ["RFC 8000: RFC 8000", "- 1: Section 1"])
  }

  @Test func `a citation goes on in the next line of its cell`() {
    let table = [
      "+---------+-----------+---------------+",
      "| Name    | Reference | Note          |",
      "+---------+-----------+---------------+",
      "| Sample  | [RFC8000],| see Section   |",
      "|         | Section 4 | 2.1           |",
      "| Another | [2]       | Section 2.2   |",
      "+---------+-----------+---------------+",
    ]
    #expect(
      cited(table) == [
        "RFC 8000 4: [RFC8000], Section 4", "- 2.1: Section 2.1", "RFC 8001: [2]", "- 2.2: Section 2.2",
      ])
  }

  @Test func `a citation goes on over a blank line where each has one`() {
    let lines = (0..<120).map { "line \($0) of the text" } + ["see RFC", "8000"]
    #expect(Document(text: lines.joined(separator: "\n\n") + "\n").cited() == ["RFC 8000: RFC 8000"])
  }

  @Test func `a citation has a byte range in each line it touches`() throws {
    let document = Document(text: "   See Section 3 of\n   [RFC8000], and\n   RFC 8001.\n")
    let all = document.citations().all
    #expect(all.map(\.line) == [0, 2])
    let first = try #require(all.first)
    #expect(first.ranges == [7..<19, 23..<32])
    #expect(
      first.ranges.map { String(decoding: document.bytes[$0], as: UTF8.self) } == [
        "Section 3 of", "[RFC8000]",
      ])
  }

  @Test func `a citation knows the entry that it came through`() {
    let document = document(["See [2] and RFC 8001."])
    let found = document.citations().beginning(in: 0..<4)
    #expect(found.map(\.reference) == [1, nil])
  }
}

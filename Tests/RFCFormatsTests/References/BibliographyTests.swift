import RFCFormats
import RFCModel
import Testing

@Suite struct BibliographyTests {
  struct Style: CustomTestStringConvertible, Sendable {
    let name: String
    let lines: [String]
    let references: [String]
    var testDescription: String { name }

    init(_ name: String, _ lines: [String], _ references: [String]) {
      self.name = name
      self.lines = lines
      self.references = references
    }
  }

  static let styles: [Style] = [
    Style(
      "tags in brackets",
      [
        "   [RFC8000]  Writer, A., \"Samples\", RFC 8000,", "              May 1999.", "",
        "   [SAMPLE-TLS]", "              Writer, B., \"Security\", RFC 8001, May 1999.",
      ],
      ["RFC8000 -> RFC 8000", "SAMPLE-TLS -> RFC 8001"]),
    Style(
      "numbers in brackets",
      [
        "   [1]  Postel, J., \"Protocol\", RFC 793,", "        May 1981.",
        "   [2]  Writer, B., \"A Book\", 1999.",
      ],
      ["1 -> RFC 793", "2 -> nothing"]),
    Style(
      "numbers with a dot",
      [
        "   1.  Writer, A., \"Samples\", RFC-800,", "       May 1981.",
        "   2.  Writer, B., \"Others\", May 1982.",
      ],
      ["1 -> RFC 800", "2 -> nothing"]),
    Style(
      "numbers in round brackets",
      ["   (1) Writer, A., \"Samples\", RFC 800.", "   (2) Writer, B., \"Others\", RFC 801."],
      ["1 -> RFC 800", "2 -> RFC 801"]),
    Style(
      "numbers in a column",
      (1...11).map { "   \($0 < 10 ? " " : "")\($0)  Writer, A., \"Samples\", RFC \(800 + $0)." },
      (1...11).map { "\($0) -> RFC \(800 + $0)" }),
    Style(
      "paragraphs",
      [
        "   Writer, A., \"Samples\", Request for Comments No. 680,", "      May 1975.", "",
        "   RFC 8001  Writer, B., \"Others\", RFC 8001, May 1999.",
      ],
      ["nothing -> RFC 680", "RFC 8001 -> RFC 8001"]),
    Style(
      "a title that names another RFC",
      ["   [KEYS]  Writer, A., \"Case in RFC 2119 Words\", BCP 14, RFC 8174, May 2017."], ["KEYS -> RFC 8174"]
    ),
    Style(
      "a best current practice of one RFC and of two",
      [
        "   [BCP200]   Best Current Practice 200,", "              <https://example.org/info/bcp200>.",
        "              At the time of writing, this BCP comprises the following:", "",
        "              Writer, A., \"Samples\", BCP 200, RFC 8000, May 1999.", "",
        "   [BCP201]   Writer, A., \"Samples\", BCP 201, RFC 8001, May 1999.", "",
        "              Writer, B., \"Others\", BCP 201, RFC 8002, May 1999.",
      ],
      ["BCP200 -> RFC 8000", "BCP201 -> BCP 201"]),
    Style(
      "a draft, a URL and a standard",
      [
        "   [I-D.a]  Writer, A., \"Drafts\", Work in Progress, draft-ietf-sample-",
        "            names-03, May 1999.", "",
        "   [B]      Registry, <https://example.org/a-", "            b/c>.", "",
        "   [C]      Writer, C., \"Sums\", STD 7, May 1999.",
      ],
      ["I-D.a -> draft-ietf-sample-names-03", "B -> https://example.org/a-b/c", "C -> STD 7"]),
    Style(
      "words before the list",
      ["   The following documents are worth reading.", "", "   [A]  Writer, A., \"Samples\", RFC 8000."],
      ["A -> RFC 8000"]),
  ]

  @Test(arguments: styles)
  func `a style of bibliography is read`(style: Style) {
    let text = (["1.  Scope", "", "   None.", "", "2.  References", ""] + style.lines + [""]).joined(
      separator: "\n")
    let found = Document(text: text).bibliography.references.map { reference in
      "\(reference.tag ?? "nothing") -> \(reference.target?.description ?? "nothing")"
    }
    #expect(found == style.references)
  }

  @Test func `normative and informative are told apart, and entries know their lines and text`() {
    let text = """
      1.  Scope

         None.

      2.  References

      2.1.  Normative References

         [A]  Writer, A., "Samples",
              RFC 8000, May 1999.

      2.2.  Informative References

         [B]  Writer, B., "Others", RFC 8001, May 1999.

      Authors' Addresses

         [C]  is not one of them.

      """
    let references = Document(text: text).bibliography.references
    #expect(references.map(\.kind) == [.normative, .informative])
    #expect(references.map(\.lines) == [8..<10, 13..<14])
    #expect(references.first?.text == "Writer, A., \"Samples\", RFC 8000, May 1999.")
  }

  @Test func `an entry goes on behind a page's end`() {
    let text = PrintedText(
      footer: { ["Writer                                             [Page \($0)]"] },
      header: { _ in ["RFC 8005                 Title of the Document            July 1999"] }
    ).text([
      ["1.  Scope", "", "   None."],
      ["2.  References", "", "   [A]  Writer, A., \"Samples\", a title so long that"],
      ["        it takes two lines, RFC 8000, May 1999."],
    ])
    let references = Document(text: text).bibliography.references
    #expect(references.map(\.target) == [RFCNumber(8000).map(CitedDocument.rfc)])
    #expect(references.first?.text.contains("RFC 8005") == false)
  }

  @Test func `prose under such a title is no bibliography`() {
    let text = """
      1.  References

         A reference is what a node holds of another one.  It is made by the
         node itself, and it is never sent.

         [Note] that this is no list.

      2.  Related Work

         [RFC8000] describes samples, and this text describes others.

      """
    #expect(Document(text: text).bibliography.references.isEmpty)
  }

  @Test(arguments: [
    "Reference Model", "Reference Implementation", "Frozen References", "Normative References in Standards",
  ])
  func `a section is no bibliography by a word of its title`(title: String) {
    let text = """
      1.  Introduction

         This paragraph fills its lines, so that the text's own indentation is
         known to whoever reads the document.

      2.  \(title)

         [RFC8000] allows senders and receivers to use "local" clocks, as was
         said in May 1999.

      """
    let bibliography = ParsedText(Document(text: text)).bibliography
    #expect(bibliography.references.isEmpty && bibliography.sections.isEmpty)
  }

  @Test(arguments: ["Useful References", "References and Sources of Gadgets"])
  func `a section whose title says more is a bibliography where all of it is entries`(title: String) {
    let text = """
      1.  Introduction

         This paragraph fills its lines, so that the text's own indentation is
         known to whoever reads the document.

      2.  \(title)

         [1]  Writer, A., "Samples", RFC 8000, May 1999.

         [2]  Writer, B., "Others", May 1999.

      """
    let bibliography = ParsedText(Document(text: text)).bibliography
    #expect(bibliography.references.compactMap(\.tag) == ["1", "2"])
    #expect(bibliography.sections.count == 1)
  }
}

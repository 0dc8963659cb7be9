import RFCModel
import Testing

@testable import RFCFormats

/// What is understood of a text, and when.
@Suite struct ParsedTextTests {
  private static let text = """
    Request for Comments: 8005                                     Sample Ltd


    1.  Scope

       A sender MUST follow [RFC8000] and Section 2.

       +-----+
       | box |
       +-----+

    2.  References

       [RFC8000]  Writer, A., "On Samples", RFC 8000, May 1999.

    """

  private let document = Document(text: text)

  /// Asks for everything.
  private func readWhole(_ text: ParsedText) {
    _ = (text.pagination, text.frontMatter, text.outline, text.printedContents, text.bibliography)
    _ = (
      text.citations, text.blocks, text.requirements, text.definition(of: "sender"), text.grammar,
      text.contentsEntries, text.code, text.rules
    )
  }

  @Test func `nothing is worked out before it is asked for`() {
    let text = ParsedText(document)
    #expect(text.done.isEmpty)
    _ = text.pagination
    #expect(text.done == [.pages])
    _ = text.blocks
    #expect(text.done == [.pages, .sections, .bibliography, .blocks])
  }

  @Test func `each part is worked out once, whoever asks for it`() {
    let text = ParsedText(document)
    let other = text
    for holder in [text, other, text] { readWhole(holder) }
    #expect(Set(text.done) == Set(ParsedText.Part.allCases))
    #expect(text.done.count == ParsedText.Part.allCases.count)
  }

  @Test func `part by part it comes to its citations, and does nothing that they do not need`() {
    let text = ParsedText(document)
    var parts = 1
    while text.advance() { parts += 1 }
    #expect(parts >= 4)
    #expect(
      Set(text.done) == [.pages, .front, .sections, .bibliography, .captions, .citations])
    #expect(!text.advance())
    #expect(text.citations.all.map(\.target) == ParsedText(document).citations.all.map(\.target))
    #expect(text.citations.all.count == 3)
  }

  @Test func `who asks for the citations in the middle of the work has all of them`() {
    let lines = (1...20_000).map { "   See RFC \($0), and what it says of that.\n\n" }
    let text = ParsedText(Document(text: "1.  Scope\n\n" + lines.joined()))
    for _ in 0..<4 { #expect(text.advance()) }
    #expect(!text.done.contains(.citations))
    #expect(text.citations.all.count == lines.count)
    #expect(text.done.count { $0 == .citations } == 1)
  }

  @Test func `a document's own number is the one it was asked for by, else what its first page says`() throws
  {
    let own = try #require(RFCNumber(8000))
    #expect(ParsedText(document).number == RFCNumber(8005))
    let text = ParsedText(document, of: .rfc(own))
    #expect(text.number == own)
    #expect(!text.citations.all.contains { $0.target == .document(.rfc(own)) })
    #expect(ParsedText(document).citations.all.contains { $0.target == .document(.rfc(own)) })
  }

  @Test func `a text of our own has the sections that its maker says, and cites nothing`() {
    let sections = [
      Section(number: nil, title: "Ours", level: 1, lines: 3..<8, headingLines: 1, parent: nil)
    ]
    let text = ParsedText(document, outline: Outline(sections: sections))
    readWhole(text)
    #expect(text.outline.sections == sections)
    #expect(text.citations.all.isEmpty && text.bibliography.references.isEmpty)
    #expect(text.frontMatter == FrontMatter() && !text.advance())
    #expect(!text.done.contains(.sections) && !text.done.contains(.citations))
  }
}

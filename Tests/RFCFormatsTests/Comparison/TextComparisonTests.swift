import RFCFormats
import RFCModel
import Testing

@Suite struct TextComparisonTests {
  private func compare(_ old: String, _ new: String) -> (
    comparison: TextComparison, old: Document, new: Document
  ) {
    let texts = [old, new].map { ParsedText(Document(text: $0)) }
    return (TextComparison(of: texts[0], with: texts[1]), texts[0].document, texts[1].document)
  }

  private func words(_ paragraphs: [TextComparison.Paragraph], _ document: Document) -> [String] {
    paragraphs.flatMap { $0.changes.map { document.text([$0.bytes]) } }
  }

  private static let first = """

    1.  Introduction

       A sender counts the octets that it has sent, and waits for the
       answer of its well-known peer before it sends more of them.

    2.  Rules

       Nothing is sent twice by a sender that is in its right mind, as
       experience has shown many times over.

       The receiver answers within a second, or else the connection is
       closed by whoever has waited for it.

    """

  @Test func `line ends, pages and the width of the text are no difference`() {
    let second = """

      1.  Introduction

         A sender counts the octets that it has sent, and waits for
         the answer of its well-
         known peer before it sends more of them.



      Sample                   Informational                    [Page 1]
      \u{0C}
      RFC 4242                    Samples                   October 2005


      2.  Rules

         Nothing is sent twice by a sender that is in its right
         mind, as experience has shown many times over.



      Sample                   Informational                    [Page 2]
      \u{0C}
      RFC 4242                    Samples                   October 2005


         The receiver answers within a second, or else the
         connection is closed by whoever has waited for it.



      Sample                   Informational                    [Page 3]

      """
    let (comparison, old, new) = compare(Self.first, second)
    #expect(words(comparison.old, old).isEmpty && words(comparison.new, new).isEmpty)
    let differing = comparison.old.filter { !$0.isSame }
    #expect(differing.isEmpty)
  }

  @Test func `words that differ are found, a comma by itself`() {
    let second = Self.first.replacing("octets that", with: "bytes that").replacing(
      "sent, and", with: "sent and")
    let (comparison, old, new) = compare(Self.first, second)
    #expect(words(comparison.old, old) == ["octets", ","])
    #expect(words(comparison.new, new) == ["bytes"])
  }

  @Test func `a section with another number and a paragraph elsewhere have moved`() {
    let second = """

      1.  Introduction

         A sender counts the octets that it has sent, and waits for the
         answer of its well-known peer before it sends more of them.

      2.  Scope

         This is about senders and receivers, and about nobody else who
         might be around at the time.

      3.  Rules

         The receiver answers within a second, or else the connection is
         closed by whoever has waited for it.

         Nothing is sent twice by a sender that is in its right mind, as
         experience has shown many times over.

      """
    let (comparison, old, new) = compare(Self.first, second)
    let gone = comparison.old.filter { $0.counterpart == nil }
    #expect(gone.isEmpty && words(comparison.old, old).isEmpty)
    #expect(comparison.old.count { $0.hasMoved } == 1)
    #expect(words(comparison.new, new).joined(separator: " ").hasPrefix("Scope This is about senders"))
  }

  @Test func `figures are compared line by line`() {
    let figure = """

      1.  Format

           +--------+--------+
           | length | octets |
           +--------+--------+
           |  flags | octets |
           +--------+--------+

      """
    let (comparison, old, new) = compare(figure, figure.replacing("flags", with: "magic"))
    #expect(words(comparison.old, old) == ["| flags | octets |"])
    #expect(words(comparison.new, new) == ["| magic | octets |"])
  }

  /// Pairs that somebody has thought of to keep a comparison busy.
  enum HostilePair: String, CaseIterable {
    case equalLines, equalParagraphs, noEqualLines, equalWords

    var texts: (old: String, new: String) {
      switch self {
      case .equalLines:
        (
          String(repeating: "the same line\n", count: 300_000),
          String(repeating: "the same line\n", count: 299_000)
        )
      case .equalParagraphs:
        (
          String(repeating: "one\n\n", count: 100_000), String(repeating: "one\n\ntwo\n\n", count: 50_000)
        )
      case .noEqualLines:
        (
          (0..<100_000).map { "left \($0)\n" }.joined(), (0..<100_000).map { "right \($0)\n" }.joined()
        )
      case .equalWords:
        (
          "1.  A\n\n" + String(repeating: "x y ", count: 200_000),
          "1.  A\n\n" + String(repeating: "y x x ", count: 150_000)
        )
      }
    }
  }

  /// They are done in a moment, or the tests would not end.
  @Test(arguments: HostilePair.allCases) func `hostile pairs`(_ pair: HostilePair) {
    let texts = pair.texts
    let (comparison, first, second) = compare(texts.old, texts.new)
    for (paragraphs, document) in [(comparison.old, first), (comparison.new, second)] {
      let isInside = paragraphs.allSatisfy { paragraph in
        paragraph.lines.upperBound <= document.lines.count
          && paragraph.changes.allSatisfy { $0.bytes.upperBound <= document.bytes.count }
      }
      #expect(isInside)
    }
  }
}

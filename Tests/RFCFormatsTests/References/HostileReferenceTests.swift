import RFCFormats
import RFCModel
import TestSupport
import Testing

/// What everything that finds references and requirements must stand.
private func check(_ text: String, _ name: String) {
  let document = Document(text: text)
  let parsed = ParsedText(document)
  for reference in parsed.bibliography.references {
    #expect(!reference.lines.isEmpty && reference.lines.upperBound <= document.lines.count, "\(name)")
  }
  var end = 0
  for citation in parsed.citations.all {
    // In order, not over each other, and each within one line.
    #expect(
      citation.ranges.first.map { document.lines.line(containing: $0.lowerBound) } == citation.line, "\(name)"
    )
    #expect(citation.ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= document.bytes.count }, "\(name)")
    #expect((citation.ranges.first?.lowerBound ?? -1) >= end, "\(name)")
    end = citation.ranges.first?.upperBound ?? end
  }
  for requirement in parsed.requirements {
    #expect(requirement.lines.upperBound <= document.lines.count, "\(name)")
    #expect(!requirement.keywords.isEmpty && !requirement.ranges.isEmpty, "\(name)")
  }
}

@Suite struct HostileReferenceTests {
  static let pieces = [
    "[", "]", "[[", "[1", "Section", "Section ", "Section 1 of ", "Section 1.", "Sections 1, ", "of the ",
    "[RFC1]",
    "RFC", "RFC ", "RFCs 1, ", "RFC 1 (Section ", "BCP ", "draft-", "draft-a-b-", "<https://", "http://a",
    "\u{A7}",
    "Appendix A", "(", "\"", "| ", "|a|b|\n", "MUST ", "MUST NOT", "MAY. ", "9", "1.", ".", "\n", "\n   ",
    "\n\n",
    "\u{C}\n", "References\n\n", "   [A] B\n", "   1. B\n", "\u{8}", "\u{0}", "é", "Obsoletes: 1, ",
  ]

  @Test(arguments: pieces.map(Spelled.init(_:)))
  func `one piece again and again is read to its end`(piece: Spelled) {
    check(String(repeating: piece.raw, count: 4_000), piece.raw)
    check("1.  References\n\n   " + String(repeating: piece.raw, count: 2_000), piece.raw)
  }

  @Test func `random pieces are read to their end`() {
    var random = SeededRandom(seed: 21)
    for round in 0..<400 {
      var text = Bool.random(using: &random) ? "1.  References\n\n" : "1.  Scope\n\n"
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      check(text, "round \(round)")
    }
  }

  @Test(.enabled(if: Corpus.isThere, "no texts in ../shared/corpus/rfc"))
  func `real texts are read to their end`() {
    for name in Corpus.sample { check(String(decoding: Corpus.bytes(of: name), as: UTF8.self), name) }
  }
}

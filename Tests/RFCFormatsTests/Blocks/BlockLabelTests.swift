import Foundation
import RFCFormats
import RFCModel
import TestSupport
import Testing

/// Stretches of old RFCs labelled by reading: numbers and kinds in `Fixtures/block-labels.json`, the texts beside the
/// repository. Documents with even numbers were looked at while the rules were written, the others were kept aside.
@Suite(.enabled(if: Corpus.isThere, "no texts in ../shared/corpus/rfc"))
struct BlockLabelTests {
  private struct Labels: Decodable {
    let rfc: Int
    /// Lines count from 1, the last one included.
    let lines: [String: [[Int]]]
  }

  private struct Score {
    var right = 0
    var wrong = 0
    var missed = 0
    var f1: Double { Double(2 * right) / Double(max(1, 2 * right + wrong + missed)) }
  }

  private static let labels: [Labels] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/block-labels.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([Labels].self, from: data)) ?? []
  }()

  @Test(arguments: [false, true])
  func `figures, tables and code are found in old documents`(keptAside: Bool) {
    let labels = Self.labels.filter { ($0.rfc % 2 == 1) == keptAside }
    #expect(labels.count >= 20)
    var verbatim = Score()
    var paragraphs = Score()
    for label in labels { score(label, &verbatim, &paragraphs) }
    print(
      "labelled by reading, \(keptAside ? "kept aside" : "looked at"): verbatim F1 \(verbatim.f1), paragraphs \(paragraphs.f1)"
    )
    #expect(verbatim.f1 >= 0.95)
    #expect(paragraphs.f1 >= 0.92)
  }

  private func score(_ label: Labels, _ verbatim: inout Score, _ paragraphs: inout Score) {
    let parsed = ParsedText(TextDecoder.document(from: Corpus.bytes(of: "rfc\(label.rfc).txt")))
    let document = parsed.document
    var kinds = [Block.Kind?](repeating: nil, count: document.lines.count)
    for block in parsed.blocks {
      for line in block.lines { kinds[line] = block.kind }
    }
    for line in parsed.pagination.breaks.flatMap(\.lines) { kinds[line] = nil }
    for (name, ranges) in label.lines {
      for range in ranges {
        for line in range[0] - 1..<range[1] where document[line: line].contains(where: { $0 > 0x20 }) {
          guard let kind = kinds[line] else { continue }
          count(["figure", "table", "code"].contains(name), isVerbatim(kind), &verbatim)
          count(name == "paragraph", kind == .paragraph, &paragraphs)
        }
      }
    }
  }

  private func isVerbatim(_ kind: Block.Kind) -> Bool {
    if case .verbatim = kind { return true }
    return false
  }

  private func count(_ truth: Bool, _ answer: Bool, _ score: inout Score) {
    if truth, answer { score.right += 1 }
    if answer, !truth { score.wrong += 1 }
    if truth, !answer { score.missed += 1 }
  }
}

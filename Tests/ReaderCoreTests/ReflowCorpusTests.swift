import CellGrid
import RFCFormats
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// Published texts, set for narrow windows.
@Suite struct ReflowCorpusTests {
  @Test(.enabled(if: Corpus.isThere, "skipped: no texts in ../shared/corpus/rfc"))
  func `nothing but blanks and the dots of the contents is lost, and what was set fits`() {
    for name in Corpus.sample {
      let text = ParsedText(TextDecoder.document(from: Corpus.bytes(of: name)))
      let document = text.document
      let published = signs(Layout(document, pagination: text.pagination), document)
      for (room, onlyWide) in [(68, true), (49, true), (30, false)] {
        let layout = Layout(text, Measure(room: room, textWidth: nil, onlyWide: onlyWide))
        #expect(signs(layout, document) == published, "\(name) at \(room)")
        var line = 0
        for row in 0..<layout.count {
          #expect(layout.line(ofRow: row) >= line, "\(name) at \(room), row \(row)")
          line = layout.line(ofRow: row)
          guard case .flowed = layout[row] else { continue }
          let bytes = layout.bytes(ofRow: row, in: document) ?? []
          let fits = String(decoding: bytes, as: UTF8.self).displayColumns <= room || !isPlainASCII(bytes)
          #expect(fits, "\(name) at \(room): \(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }

  /// All but blanks, dots and bars, of which a set paragraph has one in each row, in the order of the rows.
  private func signs(_ layout: Layout, _ document: Document) -> [UInt8] {
    (0..<layout.count).flatMap { row in
      (layout.bytes(ofRow: row, in: document) ?? []).filter { $0 > 0x20 && $0 != 0x2E && $0 != 0x7C }
    }
  }
}

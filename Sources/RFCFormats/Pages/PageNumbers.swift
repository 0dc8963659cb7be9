import RFCModel

extension Pagination {
  /// The 0-based line of the body that a page begins with, by the `[Page 41]` of its footer; nil for a page that is not
  /// there.
  func firstLine(ofPage number: String, in document: Document) -> Int? {
    LineView.with(document) { view in
      let reader = ByteReader(text: view.text)
      for (index, pageBreak) in breaks.enumerated() {
        let isIt = pageBreak.lines.contains { line in
          let content = view.content(line)
          guard let last = view.text[content].lastIndex(of: 0x5B), let end = reader.prefix("[page", at: last)
          else {
            return false
          }
          let digits = view.text[reader.skipBlanks(end)..<content.upperBound].prefix(while: LineView.isDigit)
          return digits.elementsEqual(number.utf8)
        }
        if isIt { return index == 0 ? 0 : breaks[index - 1].lines.upperBound }
      }
      return nil
    }
  }
}

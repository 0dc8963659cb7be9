import RFCModel

extension Amendment {
  /// - Parameter running: made with the same outline and bibliography.
  static func all(
    in running: RunningText, outline: Outline, citations: Citations, updates: [RFCNumber],
    older: (RFCNumber) -> ParsedText?
  ) -> [Amendment] {
    running.bytes.withUnsafeBufferPointer { text in
      var scanner = AmendmentScanner(
        reader: ByteReader(text: text), running: running, outline: outline, citations: citations,
        updates: Set(updates))
      scanner.scan()
      scanner.place(updates, older)
      return scanner.found.sorted { $0.line < $1.line }
    }
  }
}

extension AmendmentScanner {
  /// Looks up old text that is quoted without its section.
  fileprivate mutating func place(_ updates: [RFCNumber], _ older: (RFCNumber) -> ParsedText?) {
    if quotations.isEmpty { return }
    let quotations = quotations.prefix(200)
    for rfc in updates.prefix(50) where quotations.contains(where: { ($0.rfc ?? rfc) == rfc }) {
      guard let text = older(rfc) else { continue }
      let finder = QuotationFinder(text)
      for quotation in quotations where (quotation.rfc ?? rfc) == rfc {
        guard let number = finder.section(of: UnsafeBufferPointer(rebasing: reader.text[quotation.text]))
        else {
          continue
        }
        add(rfc, number, .updates, line: running.line(at: quotation.text.lowerBound), quotation.sentence)
      }
    }
  }
}

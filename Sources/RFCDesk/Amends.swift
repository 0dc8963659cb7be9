import RFCFormats
import RFCModel
import StoreTerms

extension Desk {
  /// The sections of older RFCs that a text changes, in the order of the text.
  ///
  /// - Parameter updates: the RFCs that it updates; nil where the catalogue is to say it.
  /// - Throws: ``DeskError/onlyRFCs`` where the catalogue cannot.
  public func amendments(by text: ParsedText, updates: [RFCNumber]?) throws(DeskError) -> [Amendment] {
    if let updates { return text.amendments(of: updates, older: cachedText) }
    guard let number = text.number else { throw .onlyRFCs }
    return text.amendments(of: try updatedRFCs(number), older: cachedText)
  }

  /// What changes the sections of an RFC, in the order of the sections: as the index has it, else as far as the texts
  /// that do are in the cache.
  public func amendments(to entry: CatalogueEntry) -> [AmendingPlace] {
    // A hostile catalogue may list any number.
    let newer = entry.updatedBy.compactMap(\.rfc).prefix(100)
    if newer.isEmpty { return [] }
    // Without an index, or with a damaged one, the texts are read.
    let index = (try? store.fullText()).flatMap(\.self)
    let indexed = (try? index?.amendments(of: entry.number)) ?? []
    let all = newer.flatMap { number -> [AmendingPlace] in
      if index?.holds(number) == true { return indexed.filter { $0.by == number } }
      guard let text = cachedText(number) else { return [] }
      return text.amendments(of: [entry.number], older: cachedText).map {
        AmendingPlace(by: number, line: $0.line, place: $0.place, section: $0.section, kind: $0.kind)
      }
    }
    return all.sorted { a, b in
      if a.section != b.section { return a.section.precedes(b.section) }
      return (a.by, a.line) < (b.by, b.line)
    }
  }

  private func updatedRFCs(_ number: RFCNumber) throws(DeskError) -> [RFCNumber] {
    try inform(about: .rfc(number)).entry.updates.compactMap(\.rfc)
  }

  /// Nil where it is not in the cache, or cannot be read.
  private func cachedText(_ number: RFCNumber) -> ParsedText? {
    guard let bytes = try? store.load(.rfc(number)) else { return nil }
    return ParsedText(TextDecoder.document(from: bytes), of: .rfc(number))
  }
}

extension SectionNumber {
  /// As a table of contents has them: `4.2` before `4.10`, appendices last.
  fileprivate func precedes(_ other: SectionNumber) -> Bool {
    text.split(separator: ".").lexicographicallyPrecedes(other.text.split(separator: ".")) { part, other in
      let (isLetter, isOtherLetter) = (part.first?.isLetter == true, other.first?.isLetter == true)
      if isLetter != isOtherLetter { return isOtherLetter }
      return (part.utf8.count, part) < (other.utf8.count, other)
    }
  }
}

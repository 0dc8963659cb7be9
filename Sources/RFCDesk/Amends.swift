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
    let newer = entry.updatedBy.compactMap(\.rfc)
    var all: [AmendingPlace] = []
    var step: Int? = 0
    while let next = step {
      let (places, following) = amendments(to: entry.number, by: newer, step: next)
      all += places
      step = following
    }
    return all.sorted { a, b in
      if a.section != b.section { return a.section.precedes(b.section) }
      return (a.by, a.line) < (b.by, b.line)
    }
  }

  /// A part of that, a short one for a reader to ask for: first what the index has, then one text at a time.
  ///
  /// - Parameters:
  ///   - newer: the RFCs that update it.
  ///   - step: 0 to begin with.
  /// - Returns: the next step; nil after the last one.
  public func amendments(
    to number: RFCNumber, by newer: [RFCNumber], step: Int
  ) -> (places: [AmendingPlace], next: Int?) {
    // Without an index, or with a damaged one, the texts are read.
    let index = (try? store.amendments()).flatMap(\.self)
    func isIndexed(_ newer: RFCNumber) -> Bool { (try? index?.holds(newer)) ?? false }
    // A hostile catalogue may list any number.
    let newer = newer.prefix(Self.mostTexts)
    if step == 0 {
      let places = ((try? index?.amendments(of: number)) ?? []).filter { newer.contains($0.by) }
      return (places, newer.isEmpty ? nil : 1)
    }
    // Those before were the last steps'.
    guard let position = newer.indices.first(where: { $0 >= step - 1 && !isIndexed(newer[$0]) }) else {
      return ([], nil)
    }
    let by = newer[position]
    guard let text = cachedText(by), text.document.bytes.count <= Self.mostBytes else {
      return ([], position + 2)
    }
    let places = text.amendments(of: [number], older: cachedText).map {
      AmendingPlace($0, by: by, words: $0.words(in: text.document))
    }
    return (places, position + 2)
  }

  /// Texts that are asked for what they change.
  private static let mostTexts = 100
  /// Of a text that is read for it.
  private static let mostBytes = 1 << 20

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

import RFCModel

/// Which document an entry of the bibliography is about.
struct EntryTarget {
  private let reader: ByteReader

  init(_ reader: ByteReader) { self.reader = reader }

  /// An RFC's number stands behind the title; a title may name another RFC, so what is in quotation marks counts
  /// only where nothing else says a number.
  func document(tag: String?) -> CitedDocument? {
    if let number = tag.flatMap(Self.rfc) { return .rfc(number) }
    var found = Found()
    var isQuoted = false
    var index = 0
    while index < reader.text.count {
      let byte = reader.byte(index)
      if byte == 0x22 { isQuoted.toggle() }
      guard LineView.isLetter(byte), !ByteReader.isWord(reader.byte(index - 1)) else {
        index += 1
        continue
      }
      index = name(at: index, isQuoted: isQuoted, &found) ?? index + 1
    }
    return found.best
  }

  private struct Found {
    var rfcs: [RFCNumber] = []
    var quoted: RFCNumber?
    var subSeries: CitedDocument?
    /// How often the sub-series is named: once for each RFC of an entry that stands for all of them.
    var subSeriesCount = 0
    var draft: String?
    var url: String?

    var best: CitedDocument? {
      if let subSeries, subSeriesCount > 1, rfcs.count > 1 { return subSeries }
      if let rfc = rfcs.first { return .rfc(rfc) }
      if let draft { return .draft(draft) }
      if let subSeries { return subSeries }
      if let quoted { return .rfc(quoted) }
      return url.map(CitedDocument.url)
    }
  }

  private func name(at index: Int, isQuoted: Bool, _ found: inout Found) -> Int? {
    if let (number, end) = reader.rfc(at: index) {
      if isQuoted {
        found.quoted = found.quoted ?? number
      } else if found.draft == nil, found.rfcs.count < 16, !found.rfcs.contains(number) {
        // Behind a draft's name stands what it updates.
        found.rfcs.append(number)
      }
      return end
    }
    if let (document, end) = reader.subSeries(at: index) {
      if !isQuoted {
        found.subSeries = found.subSeries ?? document
        if found.subSeries == document { found.subSeriesCount += 1 }
      }
      return end
    }
    if let end = reader.draftEnd(at: index) {
      found.draft = found.draft ?? reader.draftName(index..<end)
      return end
    }
    if let end = reader.urlEnd(at: index) {
      found.url = found.url ?? reader.url(index..<end)
      return end
    }
    return nil
  }

  /// `RFC2119`, `RFC 2119`, `rfc-2119`, and nothing else.
  static func rfc(tag: String) -> RFCNumber? {
    var digits = tag.utf8[...]
    guard digits.prefix(3).elementsEqual("RFC".utf8) || digits.prefix(3).elementsEqual("rfc".utf8) else {
      return nil
    }
    digits = digits.dropFirst(3).drop { $0 == 0x20 || $0 == 0x2D }
    return RFCNumber(digits: String(Substring(digits)))
  }
}

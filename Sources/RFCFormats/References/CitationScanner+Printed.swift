import RFCModel

extension CitationScanner {
  /// `Figure 2`, `Tables 1 and 3`, `Figure 4 of [RFC9000]`, `page 41 of RFC 793`: in this document what has a caption,
  /// in another one anything.
  ///
  /// - Returns: where to read on; nil where nothing of it is cited.
  mutating func printed(at index: Int, isBibliography: Bool) -> Int? {
    guard let word = reader.printedWord(at: index) else { return nil }
    var start = reader.skipBlanks(word.end)
    guard start > word.end, let first = reader.printedNumber(at: start) else { return nil }
    var parts = [first]
    var end = first.upperBound
    while word.isPlural || parts.count > 1, let next = reader.separator(at: end, plural: true),
      let number = reader.printedNumber(at: next), parts.count < 20
    {
      parts.append(number)
      end = number.upperBound
    }
    start = index
    let section = section(after: end)
    var owner: Mention?
    switch self.owner(after: section ?? end) {
    case .named(let mention): owner = mention
    case .unknown: return end
    case .this: break
    case nil where section != nil: break
    case nil:
      if let mention = last, isOwner(mention, of: index) {
        owner = mention
        if dropMention(mention) { start = mention.range.lowerBound }
      } else if isForeign(before: index) {
        return end
      }
    }
    if owner == nil, isBibliography || word.kind == .page { return end }
    // The words of a section between are a citation of their own.
    if section == nil, let owner { end = max(end, owner.range.upperBound) }
    for (number, part) in parts.enumerated() {
      let place = PrintedPlace(word.kind, String(decoding: reader.text[part], as: UTF8.self))
      let range =
        (number == 0 ? start : part.lowerBound)..<(number == parts.count - 1 ? end : part.upperBound)
      if let owner {
        emit(owner.target, place, owner.reference, range)
      } else if let caption = captions.all[place], running.line(at: part.lowerBound) != caption.line {
        emit(.thisDocument, place, nil, range)
      }
    }
    if let owner { last = Mention(target: owner.target, reference: owner.reference, range: start..<end) }
    return end
  }

  /// Where a section ends that it is said to be in: `Figure 2 of Section 3`.
  private func section(after end: Int) -> Int? {
    let index = reader.skipBlanks(end)
    guard let word = reader.word("of", at: index) ?? reader.word("in", at: index),
      let section = reader.sectionWord(at: reader.skipBlanks(word))
    else { return nil }
    return reader.sectionNumber(at: reader.skipBlanks(section.end))?.end
  }
}

extension ByteReader {
  /// `Figure`, `Fig.`, `Table`, `page` and their plurals.
  func printedWord(at index: Int) -> (kind: PrintedPlace.Kind, end: Int, isPlural: Bool)? {
    switch byte(index) | 0x20 {
    case 0x66:
      if let end = word("figure", at: index) { return (.figure, end, false) }
      if let end = word("figures", at: index) { return (.figure, end, true) }
      if let end = prefix("fig.", at: index) { return (.figure, end, false) }
      return prefix("figs.", at: index).map { (.figure, $0, true) }
    case 0x74:
      if let end = word("table", at: index) { return (.table, end, false) }
      return word("tables", at: index).map { (.table, $0, true) }
    case 0x70:
      if let end = word("page", at: index) { return (.page, end, false) }
      return word("pages", at: index).map { (.page, $0, true) }
    default: return nil
    }
  }

  /// `2`, `4.1`, `A-1`, `B`, `2a`: a digit, or a letter in upper case by itself.
  func printedNumber(at index: Int) -> Range<Int>? {
    var end = index
    if LineView.isUpper(byte(end)) { end += 1 }
    let letter = end
    while end - index < 12 {
      if LineView.isDigit(byte(end)) {
        end += 1
      } else if end > index, byte(end) == 0x2E || byte(end) == 0x2D, LineView.isDigit(byte(end + 1)) {
        end += 2
      } else {
        break
      }
    }
    if end == letter, end == index { return nil }
    // `2a`
    if LineView.isLower(byte(end)), end > letter, !Self.isWord(byte(end + 1)) { end += 1 }
    return Self.isWord(byte(end)) ? nil : index..<end
  }
}

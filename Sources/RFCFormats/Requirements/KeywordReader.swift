import RFCModel

/// BCP 14 words in running text.
extension ByteReader {
  /// The first word in a range. Looks at each third byte: the shortest one, `MAY`, has three, and a text has few
  /// capitals.
  func nextKeyword(in range: Range<Int>) -> (word: Requirement.Keyword, range: Range<Int>)? {
    var index = range.lowerBound + 2
    while index < range.upperBound {
      if LineView.isUpper(text[index]) {
        var start = index
        // The longest, `RECOMMENDED`, has eleven.
        while start > range.lowerBound, index - start <= 11, LineView.isUpper(text[start - 1]) { start -= 1 }
        if !Self.isWord(byte(start - 1)), let (word, end) = capitalKeyword(at: start), end <= range.upperBound
        {
          return (word, start..<end)
        }
      }
      index += 3
    }
    return nil
  }

  /// Whether a word is used: not quoted, and not part of a name, as in `"MUST"`, `MUST_FIT`, `non-OPTIONAL` and an
  /// attribute's `#REQUIRED`.
  func isUsed(_ word: Range<Int>) -> Bool {
    let (before, after) = (byte(word.lowerBound - 1), byte(word.upperBound))
    if Self.isQuote(before) || Self.isQuote(after) { return false }
    if before == 0x2D || before == 0x23 || before == 0x5F || before == 0x40 || after == 0x5F { return false }
    return after != 0x2D || !Self.isWord(byte(word.upperBound + 1))
  }

  /// The word in capitals at `index`, where a word begins.
  func capitalKeyword(at index: Int) -> (word: Requirement.Keyword, end: Int)? {
    switch byte(index) {
    case 0x4D:
      if let end = exactly("MUST", at: index) { return negated(.must, .mustNot, end) }
      return exactly("MAY", at: index).map { (.may, $0) }
    case 0x4E:
      guard let not = exactly("NOT", at: index) else { return nil }
      return exactly("RECOMMENDED", at: skipBlanks(not)).map { (.notRecommended, $0) }
    case 0x4F: return exactly("OPTIONAL", at: index).map { (.optional, $0) }
    case 0x52:
      if let end = exactly("REQUIRED", at: index) { return (.required, end) }
      return exactly("RECOMMENDED", at: index).map { (.recommended, $0) }
    case 0x53:
      if let end = exactly("SHALL", at: index) { return negated(.shall, .shallNot, end) }
      return exactly("SHOULD", at: index).flatMap { negated(.should, .shouldNot, $0) }
    default: return nil
    }
  }

  private func negated(_ word: Requirement.Keyword, _ negative: Requirement.Keyword, _ end: Int)
    -> (Requirement.Keyword, Int)
  {
    exactly("NOT", at: skipBlanks(end)).map { (negative, $0) } ?? (word, end)
  }

  /// The end of `word` where it stands at `index` in this case and a word ends with it.
  private func exactly(_ word: StaticString, at index: Int) -> Int? {
    for k in 0..<word.utf8CodeUnitCount where byte(index + k) != word.utf8Start[k] { return nil }
    let end = index + word.utf8CodeUnitCount
    return Self.isWord(byte(end)) ? nil : end
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    // The quotation marks, and the last byte of the typographic ones.
    byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x9C || byte == 0x9D
  }
}

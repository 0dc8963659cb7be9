/// A word without its case and its signs, and its stem: `Caches` and `caching` share one.
struct PlainWord {
  let hash: WordHash
  let stem: WordHash
  /// Digits and nothing else.
  let isNumber: Bool
  /// One of the words that stand everywhere: `the`, `of`.
  let isCommon: Bool

  /// More bytes than any word has; the rest of a longer one belongs to it all the same.
  private static let longest = 48

  /// Calls `body` with each run of letters and digits, in order.
  @inline(__always)
  static func each(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (PlainWord) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { letters in
      var index = range.lowerBound
      while index < range.upperBound {
        var hash = WordHash.empty
        var count = 0
        var isNumber = true
        while index < range.upperBound {
          let byte = LineView.lowercased(text[index])
          let isDigit = LineView.isDigit(byte)
          guard isDigit || LineView.isLetter(byte) else { break }
          if !isDigit { isNumber = false }
          hash = hash.adding(byte)
          if count < longest { letters[count] = byte }
          count += 1
          index += 1
        }
        if count > 0 {
          let word = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(letters)[..<min(count, longest)])
          body(
            PlainWord(
              hash: hash, stem: count > longest || isNumber ? hash : stem(of: word), isNumber: isNumber,
              isCommon: common.contains(hash)))
        }
        index += 1
      }
    }
  }

  private static func stem(of word: UnsafeBufferPointer<UInt8>) -> WordHash {
    let length = endings.first { word.count >= $0.utf8CodeUnitCount + 3 && word.hasSuffix($0) }?
      .utf8CodeUnitCount
    return word[..<(word.count - (length ?? 0))].reduce(.empty) { $0.adding($1) }
  }

  private static let endings: [StaticString] = [
    "ations", "ation", "ings", "ing", "ers", "ies", "ied", "es", "ed", "s", "er",
  ]

  private static let common: Set<WordHash> = Set(
    ["the", "of", "a", "an", "and", "or", "for", "in", "to", "with", "on", "by", "from", "as", "at", "is"]
      .map { (word: String) in word.utf8.reduce(WordHash.empty) { $0.adding($1) } })
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard count >= length else { return false }
    for index in 0..<length where self[count - length + index] != suffix.utf8Start[index] { return false }
    return true
  }
}

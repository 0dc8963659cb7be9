import RFCModel

extension Amendment {
  /// Characters of a sentence that are kept.
  private static let mostWords = 600

  /// The sentence, on one line.
  ///
  /// - Parameter document: that it stands in.
  public func words(in document: Document) -> String {
    let words = document.text(ranges)
    let kept = words.unicodeScalars.prefix(Self.mostWords)
    return kept.endIndex == words.unicodeScalars.endIndex ? words : String(kept) + "..."
  }
}

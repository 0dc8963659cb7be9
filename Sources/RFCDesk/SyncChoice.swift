import RFCModel

/// What a sync is to bring, as it is named on the command line: `9000-9999`, `9110 9112`, `bcp14`, `status:std`.
public struct SyncChoice: Hashable, Sendable {
  /// Empty for the whole series.
  public private(set) var ranges: [ClosedRange<Int>] = []
  public private(set) var subSeries: [ListedDocument] = []
  /// Words of titles and fields, which narrow it.
  public private(set) var filter = CatalogueFilter.everything

  public init(words: [String]) throws(DeskError) {
    var filterWords: [String] = []
    var index = 0
    while index < words.count {
      var word = words[index].lowercased()
      if ["rfc", "bcp", "std", "fyi"].contains(word), index + 1 < words.count {
        index += 1
        word += words[index]
      }
      index += 1
      if let range = try Self.range(word) {
        ranges.append(range)
        continue
      }
      switch TypedName(word) {
      case .document(let locator):
        guard let number = locator.document.rfc else { throw .namesNothing(word) }
        ranges.append(number.value...number.value)
      case .subSeries(let series, let number, _): subSeries.append(.subSeries(series, number))
      case .draft, nil: filterWords.append(word)
      }
    }
    filter = CatalogueFilter(typed: filterWords.joined(separator: " "))
    // A word that names nothing would be a word of titles, and a slip of the fingers then brings nothing.
    if filter.isEmpty, !filterWords.isEmpty { throw .namesNothing(filterWords.joined(separator: " ")) }
  }

  public var isEverything: Bool { ranges.isEmpty && subSeries.isEmpty }

  /// `9110`, `rfc9110`, `9000-9999`, `9000..9999`; nil for what is no number.
  private static func range(_ word: String) throws(DeskError) -> ClosedRange<Int>? {
    func number(_ text: Substring) -> Int? {
      RFCNumber(digits: text.hasPrefix("rfc") ? text.dropFirst(3) : text)?.value
    }
    if let only = number(word[...]) { return only...only }
    let isDotted = word.contains("..")
    let parts = word.split(separator: isDotted ? "." : "-", omittingEmptySubsequences: isDotted)
    guard parts.count == 2, let first = number(parts[0]), let last = number(parts[1]) else { return nil }
    guard first <= last else { throw .emptyRange(word) }
    return first...last
  }
}

import RFCModel
import StoreTerms

/// What a sync is to bring, as it is named on the command line: `9000-9999`, `9110 9112`, `bcp14`, `status:std`.
struct SyncChoice: Hashable {
  /// Empty for the whole series.
  var ranges: [ClosedRange<Int>] = []
  var subSeries: [IndexedDocument] = []
  /// Words of titles and fields, which narrow it.
  var filter = CatalogueFilter(typed: "")

  init(words: [String]) throws(Failure) {
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
      } else if case .subSeries(let series, let number) = IndexedDocument(name: word) {
        subSeries.append(.subSeries(series, number))
      } else {
        filterWords.append(word)
      }
    }
    filter = CatalogueFilter(typed: filterWords.joined(separator: " "))
    // A word that names nothing would be a word of titles, and a slip of the fingers then brings nothing.
    if filter.isEmpty, !filterWords.isEmpty {
      throw .usage("`\(printable(filterWords.joined(separator: " ")))` names no RFC.")
    }
  }

  var isEverything: Bool { ranges.isEmpty && subSeries.isEmpty }

  /// `9110`, `rfc9110`, `9000-9999`, `9000..9999`; nil for what is no number.
  private static func range(_ word: String) throws(Failure) -> ClosedRange<Int>? {
    func number(_ text: Substring) -> Int? {
      RFCNumber(digits: text.hasPrefix("rfc") ? text.dropFirst(3) : text)?.value
    }
    if let only = number(word[...]) { return only...only }
    let isDotted = word.contains("..")
    let parts = word.split(separator: isDotted ? "." : "-", omittingEmptySubsequences: isDotted)
    guard parts.count == 2, let first = number(parts[0]), let last = number(parts[1]) else { return nil }
    guard first <= last else { throw .usage("`\(printable(word))` is a range that holds nothing.") }
    return first...last
  }
}

extension Machine {
  /// The RFCs that a choice stands for, ascending, and why others that it names cannot be had.
  func numbers(of choice: SyncChoice) throws(Failure) -> (numbers: [RFCNumber], problems: [StoreError]) {
    try askingKnown { (catalogue) throws(StoreError) in
      let listed = try catalogue.numbers()
      var numbers = choice.isEverything ? listed : []
      var problems: [StoreError] = []
      for range in choice.ranges {
        let found = listed.filter { range.contains($0.value) }
        numbers += found
        // A range takes what there is; a single number was meant.
        guard found.isEmpty, range.count == 1, let number = RFCNumber(range.lowerBound) else { continue }
        problems.append(
          try catalogue.isNeverIssued(number)
            ? .neverIssued(number) : .notInCatalogue(number, newest: try catalogue.newest()))
      }
      for case .subSeries(let series, let number) in choice.subSeries {
        let members = try catalogue.subSeries(series, number)?.members ?? []
        if members.isEmpty { problems.append(.noSuchSubSeries(series, number)) }
        numbers += members
      }
      if !choice.filter.isEmpty {
        var surroundings = CatalogueFilter.Surroundings()
        if choice.filter.terms.contains(.cached) {
          surroundings.cached = Set(try store.cachedDocuments().map(\.id))
        }
        let matching = Set(try catalogue.rows(matching: choice.filter, in: surroundings).map(\.id))
        numbers.removeAll { !matching.contains(.rfc($0)) }
      }
      return (Set(numbers).sorted(), problems)
    }
  }
}

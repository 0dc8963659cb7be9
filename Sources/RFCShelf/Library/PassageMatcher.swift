import RFCModel

/// Finds a query in a text by itself, as the full text does by its index: for texts that are not in the index, and
/// for the words to be marked in those that are.
final class PassageMatcher {
  /// Where a phrase stands.
  struct Occurrence: Hashable {
    /// Its first word, counted from 0.
    let position: Int
    /// How many words it has.
    let words: Int
    /// Its bytes in the text.
    let range: Range<Int>
  }

  private let tokenizer: Tokenizer
  private let query: FullTextQuery
  /// The words of all phrases, each once; those that may go on apart from those that may not.
  private var words: [(text: [UInt8], isPrefix: Bool)] = []
  /// Every phrase once, as indexes of ``words``.
  private var phrases: [FullTextQuery.Phrase: [Int]] = [:]
  /// Which words begin with a byte: most words of a text begin with none of these.
  private var wordsByFirstByte = [[Int]](repeating: [], count: 256)

  init(_ query: FullTextQuery, tokenizer: Tokenizer) {
    self.query = query
    self.tokenizer = tokenizer
    if let expression = query.expression { add(expression) }
  }

  private func add(_ expression: FullTextQuery.Expression) {
    switch expression {
    case .phrase(let phrase): add(phrase)
    case .near(let phrases, _): phrases.forEach(add)
    case .all(let parts), .any(let parts): parts.forEach(add)
    case .difference(let wanted, let unwanted):
      add(wanted)
      add(unwanted)
    }
  }

  private func add(_ phrase: FullTextQuery.Phrase) {
    guard phrases[phrase] == nil else { return }
    let texts = tokenizer.words(of: phrase.text)
    phrases[phrase] = texts.enumerated().map { index, text in
      let isPrefix = phrase.isPrefix && index == texts.count - 1
      if let known = words.firstIndex(where: { $0.text == text && $0.isPrefix == isPrefix }) { return known }
      words.append((text, isPrefix))
      if let first = text.first { wordsByFirstByte[Int(first)].append(words.count - 1) }
      return words.count - 1
    }
  }

  /// Those to be marked.
  var wantedPhrases: [FullTextQuery.Phrase] { query.markedPhrases }

  /// Every word of which a text must hold one, where there are such: what is looked for before a text is read.
  /// Nil where a text may match without any of a few words.
  var necessaryWords: [[UInt8]]? { query.expression.flatMap { necessaryWords(of: $0) } }

  private func necessaryWords(of expression: FullTextQuery.Expression) -> [[UInt8]]? {
    func longest(_ phrase: FullTextQuery.Phrase) -> [[UInt8]]? {
      phrases[phrase]?.map { words[$0].text }.max { $0.count < $1.count }.map { [$0] }
    }
    switch expression {
    case .phrase(let phrase): return longest(phrase)
    case .near(let phrases, _):
      return phrases.compactMap(longest).max { ($0.first?.count ?? 0) < ($1.first?.count ?? 0) }
    case .all(let parts):
      return parts.compactMap { necessaryWords(of: $0) }.max {
        ($0.first?.count ?? 0) < ($1.first?.count ?? 0)
      }
    case .any(let parts):
      let each = parts.map { necessaryWords(of: $0) }
      return each.contains(nil) ? nil : each.flatMap { $0 ?? [] }
    case .difference(let wanted, _): return necessaryWords(of: wanted)
    }
  }

  /// The text of one column with the words of the query that stand in it.
  struct Column {
    fileprivate var positions: [[Occurrence]]
    fileprivate(set) var wordCount = 0
  }

  func column(_ text: UnsafeBufferPointer<UInt8>) -> Column {
    var column = Column(positions: Array(repeating: [], count: words.count))
    tokenizer.tokenize(text) { [words, wordsByFirstByte] word, range in
      let position = column.wordCount
      column.wordCount += 1
      guard let first = word.first else { return }
      for index in wordsByFirstByte[Int(first)] where Self.matches(word, words[index]) {
        column.positions[index].append(Occurrence(position: position, words: 1, range: range))
      }
    }
    return column
  }

  func column(_ text: String) -> Column {
    var text = text
    return text.withUTF8 { column($0) }
  }

  private static func matches(_ word: UnsafeRawBufferPointer, _ wanted: (text: [UInt8], isPrefix: Bool))
    -> Bool
  {
    wanted.isPrefix ? word.starts(with: wanted.text) : word.elementsEqual(wanted.text)
  }

  /// Where a phrase stands in a column, ascending.
  func occurrences(of phrase: FullTextQuery.Phrase, in column: Column) -> [Occurrence] {
    guard let indexes = phrases[phrase], let first = indexes.first else { return [] }
    if indexes.count == 1 { return column.positions[first] }
    return column.positions[first].compactMap { start in
      var end = start.range.upperBound
      for (offset, index) in indexes.enumerated().dropFirst() {
        guard let next = Self.occurrence(at: start.position + offset, in: column.positions[index]) else {
          return nil
        }
        end = next.range.upperBound
      }
      return Occurrence(position: start.position, words: indexes.count, range: start.range.lowerBound..<end)
    }
  }

  private static func occurrence(at position: Int, in sorted: [Occurrence]) -> Occurrence? {
    let index = sorted.partitioningIndex { $0.position >= position }
    return index < sorted.count && sorted[index].position == position ? sorted[index] : nil
  }

  /// Whether the query matches a passage of these columns, in the order of ``FullTextTables/Column``.
  func matches(_ columns: [Column]) -> Bool {
    guard let expression = query.expression else { return false }
    let searched = query.isInTitles ? columns.dropLast() : columns[...]
    return matches(expression, searched)
  }

  private func matches(_ expression: FullTextQuery.Expression, _ columns: ArraySlice<Column>) -> Bool {
    switch expression {
    case .phrase(let phrase): columns.contains { !occurrences(of: phrase, in: $0).isEmpty }
    case .near(let phrases, let distance): columns.contains { isNear(phrases, distance, $0) }
    case .all(let parts): parts.allSatisfy { matches($0, columns) }
    case .any(let parts): parts.contains { matches($0, columns) }
    case .difference(let wanted, let unwanted): matches(wanted, columns) && !matches(unwanted, columns)
    }
  }

  /// Whether all phrases stand within `distance` words: from the end of each to the beginning of the last.
  private func isNear(_ near: [FullTextQuery.Phrase], _ distance: Int, _ column: Column) -> Bool {
    // What has no words is passed over.
    let places = near.filter { phrases[$0]?.isEmpty == false }.map { occurrences(of: $0, in: column) }
    guard !places.isEmpty, places.allSatisfy({ !$0.isEmpty }) else { return false }
    return places.joined().contains { last in
      places.allSatisfy { occurrences in
        occurrences.contains {
          $0.position <= last.position && last.position - ($0.position + $0.words) <= distance
        }
      }
    }
  }

  /// How well a passage matches that does; more is better.
  func score(_ columns: [Column]) -> Double {
    zip(columns, FullTextTables.Column.allCases).reduce(0) { sum, pair in
      let (column, kind) = pair
      return query.markedPhrases.reduce(sum) { sum, phrase in
        let count = Double(occurrences(of: phrase, in: column).count) * kind.weight
        return sum + Relevance.saturated(count, words: column.wordCount, average: Relevance.usualWords)
      }
    }
  }
}

import CSQLite

/// Takes in what matches in one pass over the index: counts it, and of the first ones notes how often the phrases
/// stand there. FTS5's own ranking would read the whole index for every phrase, and rank everything.
final class MatchCollector: RowCollector {
  /// The passages of one document.
  struct Span {
    let first: Int
    let count: Int
    /// Whether the query's fields leave it.
    let isWanted: Bool
  }

  struct Match {
    let passage: Int
    /// Index in the spans.
    let span: Int
    /// Of all columns.
    let words: Int
  }

  /// A document of which no passage is ranked.
  struct Unranked {
    /// Index in the spans.
    let span: Int
    /// Its last passage that matches, and how many do.
    let passage: Int
    var count = 1
  }

  /// So many passages are ranked; the rest is counted.
  static let mostRanked = 10_000
  /// Nor is any more ranked once the phrases have stood in so many places: words like `the` stand everywhere.
  static let mostPlaces = 20_000
  /// So many passages are counted.
  static let mostCounted = 30_000

  private(set) var passages = 0
  private(set) var documents = 0
  private(set) var matches: [Match] = []
  private(set) var unranked: [Unranked] = []
  /// For each match, for each phrase, how often it stands there, weighted by the column.
  private(set) var counts: [Float] = []
  private(set) var phrases = 0
  private(set) var averageWords = 0.0
  private(set) var allPassages = 0

  private let spans: [Span]
  private var span: Int
  private var lastSpan = -1
  private var places = 0

  /// - Parameter spans: of all documents, ascending and apart.
  init(_ spans: [Span]) {
    self.spans = spans
    span = spans.count - 1
  }

  var isFull: Bool { passages >= Self.mostCounted }

  /// The documents that nothing is known of yet: those before the last one where it is full.
  var unseen: Range<Int> { isFull ? 0..<max(0, lastSpan) : 0..<0 }

  /// Rows come in descending order.
  func take(_ functions: Fts5ExtensionApi, _ context: OpaquePointer) {
    let row = Int(functions.xRowid(context))
    while span >= 0, spans[span].first > row { span -= 1 }
    // Of no document: it has changed since.
    guard span >= 0, row < spans[span].first + spans[span].count, spans[span].isWanted else { return }
    passages += 1
    if span != lastSpan {
      documents += 1
      lastSpan = span
    }
    if matches.count < Self.mostRanked, places < Self.mostPlaces {
      rank(row, functions, context)
    } else if unranked.last?.span == span {
      unranked[unranked.count - 1].count += 1
    } else if matches.last?.span != span {
      unranked.append(Unranked(span: span, passage: row))
    }
  }

  private func rank(_ row: Int, _ functions: Fts5ExtensionApi, _ context: OpaquePointer) {
    if matches.isEmpty {
      phrases = Int(functions.xPhraseCount(context))
      var rows: Int64 = 0
      var words: Int64 = 0
      _ = functions.xRowCount(context, &rows)
      _ = functions.xColumnTotalSize(context, -1, &words)
      allPassages = Int(rows)
      averageWords = max(1, Double(words) / Double(max(1, rows)))
    }
    var instances: Int32 = 0
    guard functions.xInstCount(context, &instances) == SQLITE_OK else { return }
    let start = counts.count
    counts.append(contentsOf: repeatElement(0, count: phrases))
    places += Int(instances)
    for index in 0..<instances {
      var phrase: Int32 = 0
      var column: Int32 = 0
      var offset: Int32 = 0
      guard functions.xInst(context, index, &phrase, &column, &offset) == SQLITE_OK, phrase < phrases else {
        break
      }
      counts[start + Int(phrase)] += Float(FullTextTables.Column(rawValue: column)?.weight ?? 1)
    }
    var words: Int32 = 0
    _ = functions.xColumnSize(context, -1, &words)
    matches.append(Match(passage: row, span: span, words: max(0, Int(words))))
  }

  /// Whether a phrase stands in one of ``matches``.
  func holds(_ match: Int, phrase: Int) -> Bool { phrase < phrases && counts[match * phrases + phrase] > 0 }

  /// How well one of ``matches`` answers phrases that are so rare.
  func points(_ match: Int, rarity: [Double]) -> Double {
    (0..<min(phrases, rarity.count)).reduce(0) { sum, phrase in
      let count = Double(counts[match * phrases + phrase])
      return count == 0
        ? sum
        : sum + rarity[phrase]
          * Relevance.saturated(count, words: matches[match].words, average: averageWords)
    }
  }

  /// How rare each of the phrases is among all passages.
  func rarity() -> [Double] {
    (0..<phrases).map { phrase in
      let found = matches.indices.count { holds($0, phrase: phrase) }
      // What is ranked stands for what is not.
      let share = matches.isEmpty ? 0 : found * passages / matches.count
      return Relevance.rarity(passages: share, of: max(share, allPassages))
    }
  }
}

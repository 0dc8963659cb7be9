import RFCModel
import TextSearch

/// What `n` and `N` repeat.
struct Search {
  let pattern: String
  /// Of `n`.
  var direction: SearchDirection
  let options: SearchOptions
  let query: Query

  /// The same with another letter case.
  func meant(_ letterCase: LetterCase) -> Search {
    guard
      let query = try? Query(pattern: pattern, isLiteral: options.isLiteral, letterCase: letterCase)
    else { return self }
    var options = options
    options.letterCase = letterCase
    return Search(pattern: pattern, direction: direction, options: options, query: query)
  }

  /// Whether it finds what another one finds.
  func isSame(as other: Search) -> Bool { pattern == other.pattern && options == other.options }
}

/// The matches of a search in one view, as far as they are known.
struct Found {
  let search: Search
  let text: SearchableText
  private var scan: Scan
  /// Bytes that are looked at in one go.
  static let partLength = 64 << 10
  /// Byte ranges of ``text``, ascending.
  private(set) var matches: Matches
  /// False while there is text left to look at.
  private(set) var isComplete = false
  /// Index of the match that the reader stands on.
  var current: Int?

  init(_ search: Search, in text: SearchableText) {
    self.search = search
    self.text = text
    scan = Scan(search.query, in: text.bytes)
    matches = Matches()
  }

  /// Looks at another stretch of the text: ``partLength``, or what a hard pattern takes 10 ms for.
  mutating func advance() {
    guard !isComplete else { return }
    isComplete = !scan.advance(slices: Self.partLength / Scan.sliceLength)
    if isComplete { matches = search.options.isInverted ? text.rowsWithout(scan.matches) : scan.matches }
  }

  /// Ends the search; what was found so far counts.
  mutating func stop() {
    isComplete = true
    matches = search.options.isInverted ? Matches() : scan.matches
  }

  /// Whether the last stretch took so long that it was not looked at to its end.
  var isSlow: Bool { scan.isSlow }

  /// Why the search ended before the text did.
  var failure: QueryError? { scan.failure }

  var isTruncated: Bool { scan.matches.isTruncated }

  /// The row that a match begins on.
  func row(of match: Int) -> Int { text.row(at: matches[match].lowerBound) }

  /// Index of the first match that begins on that row or below.
  func firstMatch(atOrBelow row: Int) -> Int? {
    matches.index(atOrAfter: text.range(ofRow: row).lowerBound)
  }

  /// Index of the last match that begins above that row.
  func lastMatch(above row: Int) -> Int? {
    matches.index(before: text.range(ofRow: row).lowerBound)
  }

  /// The matches that touch some bytes of a row: their indices, and the bytes of the row that they cover.
  func matches(onRow row: Int, in bytes: Range<Int>) -> [(index: Int, range: Range<Int>)] {
    let whole = text.range(ofRow: row)
    let part = whole.lowerBound + bytes.lowerBound..<whole.lowerBound + bytes.upperBound
    return matches.indices(overlapping: part.clamped(to: whole)).map { ($0, range(of: $0, onRow: row)) }
  }

  /// The bytes of a row that a match covers; an empty range where it covers none.
  func range(of match: Int, onRow row: Int) -> Range<Int> {
    let whole = text.range(ofRow: row)
    let range = matches[match].clamped(to: whole)
    return range.lowerBound - whole.lowerBound..<range.upperBound - whole.lowerBound
  }
}

extension SearchableText {
  /// The rows that none of the matches touches; where there are too many matches, those above the last one counted.
  func rowsWithout(_ matches: Matches) -> Matches {
    var result = Matches()
    var next = 0
    for row in 0..<(matches.isTruncated ? self.row(at: matches[matches.count - 1].lowerBound) : rowCount) {
      if isNone(row: row) { continue }
      let range = range(ofRow: row)
      while next < matches.count, matches[next].lowerBound < range.lowerBound,
        matches[next].upperBound <= range.lowerBound
      {
        next += 1
      }
      // The line's end is the row's, for a match that has nothing else.
      if next == matches.count || matches[next].lowerBound > range.upperBound { result.append(range) }
    }
    return result
  }

  /// The rows that some match touches, ascending.
  func rows(touchedBy matches: Matches) -> [Int] {
    var result: [Int] = []
    for index in 0..<matches.count {
      let range = matches[index]
      var row = row(at: range.lowerBound)
      if row == result.last { row += 1 }
      while row < rowCount, self.range(ofRow: row).lowerBound < max(range.upperBound, range.lowerBound + 1) {
        result.append(row)
        row += 1
      }
    }
    return result
  }
}

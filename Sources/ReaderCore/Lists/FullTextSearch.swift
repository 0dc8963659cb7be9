import RFCModel

/// The full-text screen: what was asked for, what has been found, where the keys are in it.
struct FullTextSearch: Sendable {
  /// As typed.
  private(set) var typed = ""
  /// ``typed``, understood; nil where nothing is asked for yet.
  private(set) var query: FullTextQuery?
  /// What is wrong with what is typed, in words.
  private(set) var problem: String?
  private(set) var results = SearchResults()
  /// On where the results come from: `plain scan: no index yet`.
  private(set) var note = ""
  /// More may be found.
  private(set) var isSearching = false
  private(set) var excerpts: [SearchHit: Excerpt] = [:]
  /// Asked for, and not come yet.
  private var awaited: Set<SearchHit> = []
  var cursor = ListCursor()

  /// The rows that a section takes on the screen.
  static let rowsPerHit = 2

  var selectedHit: SearchHit? {
    results.hits.indices.contains(cursor.selected) ? results.hits[cursor.selected] : nil
  }

  /// - Parameter isComplete: false while somebody is typing.
  /// - Returns: whether it asks for something else than before.
  mutating func ask(_ text: String, isComplete: Bool) -> Bool {
    typed = text
    problem = nil
    let before = query
    do throws(FullTextQuery.Problem) {
      let typed = try FullTextQuery(typed: text, isComplete: isComplete)
      query = typed.expression == nil ? nil : typed
    } catch {
      problem = error.message
      query = nil
    }
    guard query != before else { return false }
    if query == nil {
      results = SearchResults()
      isSearching = false
      note = ""
    } else {
      isSearching = true
    }
    excerpts = [:]
    awaited = []
    return true
  }

  /// Takes an answer; one to an earlier question is dropped.
  mutating func take(_ results: SearchResults, for query: FullTextQuery, note: String, isComplete: Bool) {
    guard query == self.query else { return }
    self.results = results
    self.note = note
    isSearching = !isComplete
  }

  mutating func take(_ excerpts: [SearchHit: Excerpt], for query: FullTextQuery) {
    guard query == self.query else { return }
    self.excerpts.merge(excerpts) { $1 }
    awaited.subtract(excerpts.keys)
  }

  /// The sections in the window whose excerpts nobody has asked for.
  ///
  /// - Parameter rows: of the window.
  mutating func missingExcerpts(rows: Int) -> [SearchHit] {
    let shown = cursor.shown(entries: rows / Self.rowsPerHit + 1, of: results.hits.count)
    let missing = results.hits[shown].filter { excerpts[$0] == nil && !awaited.contains($0) }
    awaited.formUnion(missing)
    return missing
  }

  mutating func keepInView(rows: Int) {
    cursor.keepInView(entries: rows / Self.rowsPerHit, of: results.hits.count)
  }
}

extension FullTextQuery {
  /// A pattern for the words in one document: what `n` goes on with. Nil where nothing is to be marked.
  var pattern: String? {
    let words = markedPhrases.map { phrase in
      let literal = phrase.text.lowercased().map { character -> String in
        character.isLetter || character.isNumber || character == " " || character == "_"
          ? String(character) : "\\" + String(character)
      }.joined()
      return "\\b\(literal)" + (phrase.isPrefix ? "" : "\\b")
    }
    return words.isEmpty ? nil : words.joined(separator: "|")
  }
}

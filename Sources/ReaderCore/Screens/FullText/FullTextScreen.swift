import RFCModel

/// What a search of all texts has found.
struct FullTextScreen: ListScreen {
  var window: Window
  var entries = EntryList<SearchHit>()
  var surroundings = CatalogueFilter.Surroundings()
  /// What was typed, understood; nil where nothing is asked for yet.
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

  init(in window: Window) { self.window = window }

  let context = Context.fullText
  static let rowsPerEntry = 2
  // The best first, as the index has them.
  let orders: [ListOrder] = []

  func document(of hit: SearchHit) -> DocumentID? { hit.document }
  func title(of hit: SearchHit) -> String { hit.title }
  func isSame(_ a: SearchHit, _ b: SearchHit) -> Bool { a == b }
  /// What is typed asks for other entries; it leaves none out.
  func passes(_ filter: String) -> ((SearchHit) -> Bool)? { nil }
  var filterPrompt: any Prompt { FullTextPrompt(filter) }

  // MARK: Questions and answers

  /// What somebody is typing.
  mutating func ask(_ text: String) -> [Effect] {
    entries.filter = text
    problem = nil
    let before = query
    do throws(FullTextQuery.Problem) {
      let typed = try FullTextQuery(typed: text, isComplete: false)
      query = typed.expression == nil ? nil : typed
    } catch {
      problem = error.message
      query = nil
    }
    guard query != before else { return [] }
    if query == nil {
      results = SearchResults()
      entries.replace(by: [])
      isSearching = false
      note = ""
    } else {
      isSearching = true
    }
    excerpts = [:]
    awaited = []
    entries.cursor = ListCursor()
    return [.search(query)]
  }

  /// Takes an answer; one to an earlier question is dropped.
  mutating func take(_ event: ReaderEvent) -> Outcome {
    var outcome = Outcome()
    switch event {
    case .found(let results, let query, let note, let isComplete) where query == self.query:
      self.results = results
      entries.replace(by: results.hits)
      self.note = note
      isSearching = !isComplete
      outcome.effects = fit()
    case .excerpts(let excerpts, let query) where query == self.query:
      self.excerpts.merge(excerpts) { $1 }
      awaited.subtract(excerpts.keys)
    default: break
    }
    return outcome
  }

  /// The excerpts that nobody has asked for.
  mutating func missing() -> [Effect] {
    guard let query else { return [] }
    let room = geometry.textRows.count / Self.rowsPerEntry + 1
    let shown = entries.cursor.shown(entries: room, of: entries.shown.count)
    let hits = shown.map { entries[$0] }.filter { excerpts[$0] == nil && !awaited.contains($0) }
    awaited.formUnion(hits)
    return hits.isEmpty ? [] : [.excerpts(hits, query)]
  }

  func open(count: Count) -> Outcome {
    if let problem { return .says(Message(warning: problem)) }
    guard let hit = entries.selected, let pattern = query?.pattern else { return Outcome() }
    let line = excerpts[hit]?.line ?? hit.lines.lowerBound
    var outcome = Outcome.asks(for: .open(hit.document, at: .line(line + 1)))
    outcome.arrival = .match(pattern: pattern, line: line)
    return outcome
  }
}

extension FullTextQuery {
  /// A pattern for the words in one document: what `n` goes on with. Nil where nothing is to be marked.
  var pattern: String? {
    let words = markedPhrases.map { phrase in
      let literal = phrase.text.lowercased().map { character -> String in
        // A hyphen with a `\` before it would not break at a line's end.
        character.isLetter || character.isNumber || " _-/".contains(character)
          ? String(character) : "\\" + String(character)
      }.joined()
      return "\\b\(literal)" + (phrase.isPrefix ? "" : "\\b")
    }
    return words.isEmpty ? nil : words.joined(separator: "|")
  }
}

import RFCModel

/// What a search of all texts has found: a document an entry, with its best section; the others unfold below it.
struct FullTextScreen: ListScreen {
  struct Entry: Hashable, Sendable {
    let hit: SearchHit
    /// How many other sections of the document were found; nil for one of those.
    let others: Int?
  }

  var window: Window
  var entries = EntryList<Entry>()
  var surroundings = CatalogueFilter.Surroundings()
  /// What was typed, understood; nil where nothing is asked for yet.
  private(set) var query: FullTextQuery?
  /// What is wrong with what is typed, in words.
  private(set) var problem: String?
  /// What the results are the answer to: until another one comes they stay.
  private var answered: FullTextQuery?
  private(set) var results = SearchResults()
  /// On where the results come from: `plain scan: no index yet`.
  private(set) var note = ""
  /// More may be found.
  private(set) var isSearching = false
  private(set) var excerpts: [SearchHit: Excerpt] = [:]
  /// Asked for, and not come yet.
  private var awaited: Set<SearchHit> = []
  /// Whose other sections are shown.
  private(set) var unfolded: Set<DocumentID> = []
  /// Enter was pressed before there was an answer: it is meant for what comes first then.
  private(set) var opensFirst = false

  init(in window: Window) { self.window = window }

  let context = Context.fullText
  // The best first, as the index has them.
  let orders: [ListOrder] = []
  func indices(in order: ListOrder) -> [Int32] { entries.all.indices.map { Int32($0) } }

  func rows(of index: Int) -> Int { entries[index].others == nil ? 1 : 2 }
  func document(of entry: Entry) -> DocumentID? { entry.hit.document }
  func title(of entry: Entry) -> String { entry.hit.title }
  /// Of a document another section may have come to be the best one.
  func isSame(_ a: Entry, _ b: Entry) -> Bool {
    a.others == nil ? a == b : b.others != nil && a.hit.document == b.hit.document
  }
  /// What is typed asks for other entries; it leaves none out.
  func passes(_ filter: String) -> ((Entry) -> Bool)? { nil }
  var filterPrompt: any Prompt { FullTextPrompt(filter) }

  // MARK: Questions and answers

  /// What somebody is typing.
  mutating func ask(_ text: String) -> [Effect] {
    entries.filter = text
    opensFirst = false
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
    entries.cursor = ListCursor()
    isSearching = query != nil
    if query == nil {
      results = SearchResults()
      note = ""
      begin(with: nil)
      list()
    }
    return [.search(query)]
  }

  /// Takes an answer; one to an earlier question is dropped.
  mutating func take(_ event: ReaderEvent) -> Outcome {
    var outcome = Outcome()
    switch event {
    case .found(let results, let query, let note, let isComplete) where query == self.query:
      if answered != query { begin(with: query) }
      self.results = results
      self.note = note
      isSearching = !isComplete
      list()
      outcome.effects = fit()
    case .excerpts(let excerpts, let query) where query == answered:
      self.excerpts.merge(excerpts) { $1 }
      awaited.subtract(excerpts.keys)
    default: break
    }
    return outcome
  }

  /// Nothing of the answer before is left.
  private mutating func begin(with query: FullTextQuery?) {
    answered = query
    excerpts = [:]
    awaited = []
    unfolded = []
    entries.replace(by: [])
  }

  /// Makes the entries of the results. The first one may be another one now; any other stays the selected one.
  private mutating func list() {
    let isAtTop = entries.cursor.selected == 0
    replace(
      by: results.found.flatMap { document -> [Entry] in
        let others = unfolded.contains(document.id) ? document.others : []
        return [Entry(hit: document.best, others: document.sectionCount - 1)]
          + others.map { Entry(hit: $0, others: nil) }
      })
    if isAtTop { entries.cursor = ListCursor() }
  }

  /// The excerpts that nobody has asked for.
  mutating func missing() -> [Effect] {
    guard let answered else { return [] }
    let hits = entries.cursor.shown(of: listRows).map { entries[$0].hit }
      .filter { excerpts[$0] == nil && !awaited.contains($0) }
    awaited.formUnion(hits)
    return hits.isEmpty ? [] : [.excerpts(hits, answered)]
  }

  // MARK: Commands

  mutating func answer(_ command: Command, count: Count) -> Outcome {
    switch command {
    case .toggleFold: fold(nil)
    case .unfold: fold(false)
    case .fold: fold(true)
    default: return .unanswered
    }
    return Outcome()
  }

  /// Shows the other sections of the selected document, or hides them and selects it.
  ///
  /// - Parameter hides: nil: what is not so yet.
  private mutating func fold(_ hides: Bool?) {
    guard let selected = entries.selected else { return }
    let document = selected.hit.document
    guard hides ?? unfolded.contains(document) else {
      guard selected.others ?? 0 > 0 else { return }
      unfolded.insert(document)
      return list()
    }
    unfolded.remove(document)
    entries.select(where: { $0.others != nil && $0.hit.document == document }, otherwise: 0)
    list()
  }

  /// Index of the document that the keys are in, among those that were found.
  var selectedDocumentIndex: Int {
    (0...entries.cursor.selected).count { entries.shown.indices.contains($0) && entries[$0].others != nil }
      - 1
  }

  /// The words are the latest ones only once there is an answer to them.
  mutating func open(count: Count) -> Outcome {
    if let problem { return .says(Message(warning: problem)) }
    opensFirst = query != nil && (query != answered || isSearching && entries.shown.isEmpty)
    if opensFirst { return Outcome() }
    guard let hit = entries.selected?.hit, let pattern = query?.pattern else { return Outcome() }
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

import RFCModel

/// What a document cites, and what cites it.
struct ReferencesScreen: ListScreen {
  enum Side: Hashable, Sendable {
    case cites, citedBy
  }

  enum Entry: Hashable, Sendable {
    /// An RFC that the document cites.
    case cited(CitedRFC)
    /// A place that cites the document.
    case citing(CitingPlace)
  }

  /// `RFC 4291`.
  let name: String
  let id: DocumentID?
  let number: RFCNumber?
  var window: Window
  var surroundings = CatalogueFilter.Surroundings()
  private(set) var side = Side.cites
  private var cites: EntryList<Entry>
  private var citedBy = EntryList<Entry>(in: .newest)
  /// What cites it is not known until it has been asked for.
  private(set) var isAnswered = false
  /// On where the answer comes from, or why there is none.
  private(set) var note = ""
  /// The lines that cite it, as far as there is room for them and they have come.
  private(set) var lines: [CitingPlace: String] = [:]
  /// Asked for, so that no place is asked for twice.
  private var asked: Set<CitingPlace> = []

  init(of reading: Reading, links: Links, in window: Window) {
    name = reading.name
    id = reading.id
    number = reading.number
    self.window = window
    cites = EntryList(in: .normative)
    cites.replace(by: CitedRFC.all(in: links, known: reading.cited).map(Entry.cited))
  }

  let context = Context.references

  var entries: EntryList<Entry> {
    get { side == .cites ? cites : citedBy }
    _modify { if side == .cites { yield &cites } else { yield &citedBy } }
  }

  var orders: [ListOrder] {
    side == .cites ? [.normative, .newest, .oldest, .title] : [.newest, .oldest, .title]
  }

  func document(of entry: Entry) -> DocumentID? {
    switch entry {
    case .cited(let rfc): rfc.row.id
    case .citing(let place): place.document
    }
  }

  func title(of entry: Entry) -> String {
    switch entry {
    case .cited(let rfc): rfc.row.title
    case .citing(let place): place.title
    }
  }

  func isSame(_ a: Entry, _ b: Entry) -> Bool { a == b }

  func passes(_ filter: String) -> ((Entry) -> Bool)? {
    let cited = ReferenceFilter(typed: filter)
    let surroundings = surroundings
    guard let words = WordFilter(filter), side == .citedBy || !cited.isEmpty else { return nil }
    return { entry in
      switch entry {
      case .cited(let rfc): cited.matches(rfc, in: surroundings)
      case .citing(let place):
        words.matches("\(place.document)", place.title, place.section?.text ?? "", place.heading)
      }
    }
  }

  var filterPrompt: any Prompt {
    ListFilterPrompt(filter, fields: side == .cites ? ReferenceFilter.hint : "")
  }

  func open(count: Count) -> Outcome {
    switch entries.selected {
    case .cited(let rfc): .asks(for: .open(rfc.row.id, at: nil))
    case .citing(let place): .asks(for: .open(place.document, at: .line(place.line + 1)))
    case nil: Outcome()
    }
  }

  mutating func answer(_ command: Command, count: Count) -> Outcome {
    switch command {
    case .otherSide: return turn()
    case .goToCitation: return goToCitation()
    default: return .unanswered
    }
  }

  /// `=`: where the text cites it first.
  private func goToCitation() -> Outcome {
    switch entries.selected {
    case .cited(let rfc):
      var outcome = Outcome()
      outcome.citation = rfc.citation.map { .init(name: name, id: id, link: $0.link, line: $0.line) }
      return outcome
    case .citing: return .says(Message("Enter opens the place that cites it."))
    case nil: return Outcome()
    }
  }

  private mutating func turn() -> Outcome {
    side = side == .cites ? .citedBy : .cites
    guard side == .citedBy, !isAnswered, let number else { return Outcome() }
    return .asks(for: .citing(number))
  }

  /// Where there is room for them, the lines of the places in the window.
  mutating func missing() -> [Effect] {
    guard side == .citedBy, window.size.columns >= LibraryColumns.wide else { return [] }
    let shown = entries.cursor.shown(of: listRows)
    let places = shown.compactMap { index -> CitingPlace? in
      if case .citing(let place) = entries[index], !asked.contains(place) { place } else { nil }
    }
    asked.formUnion(places)
    return places.isEmpty ? [] : [.citingLines(places)]
  }

  mutating func take(_ event: ReaderEvent) -> Outcome {
    if case .citingLines(let found) = event {
      for (place, line) in found where asked.contains(place) { lines[place] = line }
    }
    guard case .citing(let number, let places, let note) = event, number == self.number else {
      return Outcome()
    }
    isAnswered = true
    self.note = note
    let shown = side
    side = .citedBy
    replace(by: places.map(Entry.citing))
    side = shown
    var outcome = Outcome()
    outcome.effects = fit()
    return outcome
  }
}

/// An RFC that a document cites.
struct CitedRFC: Hashable, Sendable {
  let row: CatalogueRow
  let kind: Reference.Kind
  /// How often the prose cites it.
  let count: Int
  /// Where it does so first, else where the bibliography has it: index in ``Links/all``, 0-based line.
  let citation: Citation?

  struct Citation: Hashable, Sendable {
    let link: Int
    let line: Int
  }

  /// Normative ones first, each kind by number.
  static func all(in links: Links, known: [RFCNumber: CatalogueRow]) -> [CitedRFC] {
    var counts: [RFCNumber: Int] = [:]
    var first: [RFCNumber: Citation] = [:]
    var listed: [RFCNumber: Citation] = [:]
    for (index, link) in links.all.enumerated() {
      guard let number = link.rfc else { continue }
      counts[number, default: 0] += 1
      let citation = Citation(link: index, line: link.line)
      if links.bibliography.sections.contains(where: { $0.contains(link.line) }) {
        if listed[number] == nil { listed[number] = citation }
      } else if first[number] == nil {
        first[number] = citation
      }
    }
    var kinds: [RFCNumber: Reference.Kind] = [:]
    for reference in links.bibliography.references {
      guard let number = reference.target?.rfc else { continue }
      if kinds[number] != .normative { kinds[number] = reference.kind }
    }
    let all = Set(counts.keys).union(kinds.keys).map { number in
      CitedRFC(
        row: known[number] ?? CatalogueRow(id: .rfc(number), title: ""), kind: kinds[number] ?? .unspecified,
        count: counts[number] ?? 0, citation: first[number] ?? listed[number])
    }
    return all.sorted { ($0.kind.rank, $0.row.id) < ($1.kind.rank, $1.row.id) }
  }
}

extension Reference.Kind {
  fileprivate var rank: Int {
    switch self {
    case .normative: 0
    case .informative: 1
    case .unspecified: 2
    }
  }
}

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

  init(of reading: Reading, links: Links, in window: Window) {
    name = reading.name
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

  func document(of entry: Entry) -> DocumentID {
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
    guard let words = WordFilter(filter) else { return nil }
    return { entry in
      switch entry {
      case .cited(let rfc): words.matches("\(rfc.row.id)", rfc.row.title, rfc.kind.name, rfc.row.subSeries)
      case .citing(let place):
        words.matches("\(place.document)", place.title, place.section?.text ?? "", place.heading)
      }
    }
  }

  func open(count: Count) -> Outcome {
    switch entries.selected {
    case .cited(let rfc): .asks(for: .open(rfc.row.id, at: nil))
    case .citing(let place): .asks(for: .open(place.document, at: .line(place.line + 1)))
    case nil: Outcome()
    }
  }

  mutating func answer(_ command: Command, count: Count) -> Outcome {
    guard command == .otherSide else { return .unanswered }
    side = side == .cites ? .citedBy : .cites
    guard side == .citedBy, !isAnswered, let number else { return Outcome() }
    return .asks(for: .citing(number))
  }

  mutating func take(_ event: ReaderEvent) -> Outcome {
    guard case .citing(let number, let places, let note) = event, number == self.number else {
      return Outcome()
    }
    isAnswered = true
    self.note = note
    let shown = side
    side = .citedBy
    replace(by: places.map(Entry.citing))
    side = shown
    return Outcome()
  }
}

/// An RFC that a document cites.
struct CitedRFC: Hashable, Sendable {
  let row: CatalogueRow
  let kind: Reference.Kind
  /// How often the prose cites it.
  let count: Int

  /// Normative ones first, each kind by number.
  static func all(in links: Links, known: [RFCNumber: CatalogueRow]) -> [CitedRFC] {
    var counts: [RFCNumber: Int] = [:]
    for number in links.all.compactMap(\.rfc) { counts[number, default: 0] += 1 }
    var kinds: [RFCNumber: Reference.Kind] = [:]
    for reference in links.bibliography.references {
      guard case .rfc(let number)? = reference.target else { continue }
      if kinds[number] != .normative { kinds[number] = reference.kind }
    }
    let all = Set(counts.keys).union(kinds.keys).map { number in
      CitedRFC(
        row: known[number] ?? CatalogueRow(id: .rfc(number), title: ""), kind: kinds[number] ?? .unspecified,
        count: counts[number] ?? 0)
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

  fileprivate var name: String {
    switch self {
    case .normative: "normative"
    case .informative: "informative"
    case .unspecified: ""
    }
  }
}

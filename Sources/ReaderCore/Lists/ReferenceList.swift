import RFCModel

/// What a document cites, and what cites it.
struct ReferenceList: Sendable {
  enum Side: Hashable, Sendable {
    case cites, citedBy
  }

  /// An RFC that the document cites.
  struct Entry: Hashable, Sendable {
    let row: CatalogueRow
    let kind: Reference.Kind
    /// How often the prose cites it.
    let count: Int
  }

  /// `RFC 4291`.
  let name: String
  let number: RFCNumber?
  /// Normative ones first, each kind by number.
  let cites: [Entry]
  /// The latest documents first; nil while they are asked for.
  private(set) var citedBy: [CitingPlace]?
  /// On where the answer comes from, or why there is none.
  private(set) var note = ""
  private(set) var side = Side.cites
  private var cursors: [Side: ListCursor] = [:]

  init(of reading: Reading, links: Links) {
    name = reading.name
    number = reading.number
    cites = Self.entries(links, known: reading.cited)
  }

  var cursor: ListCursor {
    get { cursors[side] ?? ListCursor() }
    set { cursors[side] = newValue }
  }

  var count: Int { side == .cites ? cites.count : citedBy?.count ?? 0 }

  mutating func turn() { side = side == .cites ? .citedBy : .cites }

  mutating func take(_ places: [CitingPlace], note: String) {
    citedBy = places
    self.note = note
  }

  /// Where Enter leads.
  var selected: (id: DocumentID, anchor: Anchor?)? {
    let index = cursor.selected
    switch side {
    case .cites: return cites.indices.contains(index) ? (cites[index].row.id, nil) : nil
    case .citedBy:
      guard let citedBy, citedBy.indices.contains(index) else { return nil }
      return (citedBy[index].document, .line(citedBy[index].line + 1))
    }
  }

  mutating func keepInView(rows: Int) {
    var cursor = self.cursor
    cursor.keepInView(entries: rows, of: count)
    self.cursor = cursor
  }

  private static func entries(_ links: Links, known: [RFCNumber: CatalogueRow]) -> [Entry] {
    var counts: [RFCNumber: Int] = [:]
    for number in links.all.compactMap(\.rfc) { counts[number, default: 0] += 1 }
    var kinds: [RFCNumber: Reference.Kind] = [:]
    for reference in links.bibliography.references {
      guard case .rfc(let number)? = reference.target else { continue }
      if kinds[number] != .normative { kinds[number] = reference.kind }
    }
    let entries = Set(counts.keys).union(kinds.keys).map { number in
      Entry(
        row: known[number] ?? CatalogueRow(id: .rfc(number), title: ""), kind: kinds[number] ?? .unspecified,
        count: counts[number] ?? 0)
    }
    func rank(_ kind: Reference.Kind) -> Int {
      switch kind {
      case .normative: 0
      case .informative: 1
      case .unspecified: 2
      }
    }
    return entries.sorted { (rank($0.kind), $0.row.id) < (rank($1.kind), $1.row.id) }
  }
}

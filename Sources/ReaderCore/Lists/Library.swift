import RFCModel

/// The library as the program hands it over.
public struct LibraryContents: Sendable {
  /// Every RFC that the catalogue lists and every document in the cache, RFCs first, ascending.
  public let rows: [CatalogueRow]
  /// What is cached, and so on.
  public internal(set) var surroundings: CatalogueFilter.Surroundings
  /// A word on where it comes from: `index of 3 days ago`.
  public let note: String

  public init(rows: [CatalogueRow], surroundings: CatalogueFilter.Surroundings, note: String) {
    self.rows = rows
    self.surroundings = surroundings
    self.note = note
  }
}

/// The library screen: what is shown of the rows, and where the keys are in it.
struct Library: Sendable {
  enum Order: String, CaseIterable, Sendable {
    case newest, oldest, title
  }

  private(set) var contents: LibraryContents
  /// As typed.
  private(set) var filter = ""
  /// ``filter``, understood.
  private(set) var terms = CatalogueFilter(typed: "")
  private(set) var order = Order.newest
  private(set) var showsCachedOnly = false
  /// Indices of the rows that are left, in the order chosen.
  private(set) var shown: [Int32] = []
  /// In ``shown``.
  var cursor = ListCursor()
  /// All rows in the order chosen.
  private var sorted: [Int32] = []

  init(_ contents: LibraryContents) {
    self.contents = contents
    sort()
    choose()
  }

  var selectedRow: CatalogueRow? {
    shown.indices.contains(cursor.selected) ? contents.rows[Int(shown[cursor.selected])] : nil
  }

  func isCached(_ row: CatalogueRow) -> Bool { contents.surroundings.cached.contains(row.id) }

  // MARK: Changes

  /// A document was opened: it is in the cache then, and was read recently.
  mutating func note(opened id: DocumentID) {
    contents.surroundings.cached.insert(id)
    contents.surroundings.recent.insert(id)
  }

  mutating func note(bookmarked documents: Set<DocumentID>) {
    guard contents.surroundings.bookmarked != documents else { return }
    contents.surroundings.bookmarked = documents
    replace(by: contents)
  }

  /// Takes what the program knows now; filter, order and the row selected stay.
  mutating func replace(by contents: LibraryContents) {
    let id = selectedRow?.id
    self.contents = contents
    sort()
    choose()
    select(id)
  }

  mutating func narrow(to filter: String) {
    self.filter = filter
    terms = CatalogueFilter(typed: filter)
    choose()
    cursor = ListCursor()
  }

  /// The row selected stays so, unless it is the first one: then the list is seen from its new beginning.
  mutating func sortNext() {
    let id = cursor.selected == 0 ? nil : selectedRow?.id
    let orders = Order.allCases
    order = orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count]
    sort()
    choose()
    select(id)
  }

  mutating func toggleCachedOnly() {
    let id = selectedRow?.id
    showsCachedOnly.toggle()
    choose()
    select(id)
  }

  mutating func keepInView(rows: Int) { cursor.keepInView(entries: rows, of: shown.count) }

  private mutating func select(_ id: DocumentID?) {
    cursor.selected = id.flatMap { id in shown.firstIndex { contents.rows[Int($0)].id == id } } ?? 0
  }

  private mutating func sort() {
    let indices = contents.rows.indices.map { Int32($0) }
    switch order {
    case .oldest: sorted = indices
    case .newest:
      // The highest number first; drafts, which have none, stay at the end.
      let rfcs = indices.prefix { contents.rows[Int($0)].number != nil }
      sorted = rfcs.reversed() + indices.dropFirst(rfcs.count)
    case .title:
      let titles = contents.rows.map { $0.title.lowercased() }
      sorted = indices.sorted { (titles[Int($0)], $0) < (titles[Int($1)], $1) }
    }
  }

  private mutating func choose() {
    let all = terms.isEmpty && !showsCachedOnly
    shown =
      all
      ? sorted
      : sorted.filter { index in
        let row = contents.rows[Int(index)]
        return (!showsCachedOnly || isCached(row)) && terms.matches(row, in: contents.surroundings)
      }
  }
}

extension CatalogueRow {
  /// Nil for a draft.
  var number: RFCNumber? {
    if case .rfc(let number) = id { return number }
    return nil
  }
}

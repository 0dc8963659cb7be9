import RFCModel

/// Every document there is.
struct LibraryScreen: ListScreen {
  var window: Window
  var entries = EntryList<CatalogueRow>()
  var surroundings: CatalogueFilter.Surroundings
  /// A word on where the list comes from: `index from 3 days ago`.
  private(set) var note: String

  init(_ contents: LibraryContents, in window: Window) {
    self.window = window
    surroundings = contents.surroundings
    note = contents.note
    replace(by: contents.rows)
  }

  let context = Context.library
  let orders: [ListOrder] = [.newest, .oldest, .title]

  func document(of row: CatalogueRow) -> DocumentID? { row.id }
  func title(of row: CatalogueRow) -> String { row.title }
  func isSame(_ a: CatalogueRow, _ b: CatalogueRow) -> Bool { a.id == b.id }

  func passes(_ filter: String) -> ((CatalogueRow) -> Bool)? {
    let terms = CatalogueFilter(typed: filter)
    let surroundings = surroundings
    return terms.isEmpty ? nil : { terms.matches($0, in: surroundings) }
  }

  var first: DocumentID? { filter.isEmpty ? nil : CatalogueFilter(typed: filter).first }

  var filterPrompt: any Prompt {
    ListFilterPrompt(filter, fields: "words, number, \(FilterField.hint)", isOfLibrary: true)
  }

  func open(count: Count) -> Outcome {
    // `9110` and Enter: who types a number in the list of RFCs means the RFC.
    if let number = count.number.flatMap({ RFCNumber($0) }) {
      return .asks(for: .open(.rfc(number), at: nil))
    }
    let name = TypedName(filter)
    // What is named need not be listed, as long as there is no catalogue.
    guard let row = entries.selected else { return name.map { .opens($0) } ?? Outcome() }
    return .asks(for: .open(row.id, at: name?.anchor(in: row.id)))
  }

  mutating func take(_ event: ReaderEvent) -> Outcome {
    if case .library(let contents) = event { update(contents) }
    return Outcome()
  }

  /// Takes what the program knows now; filter, order and the row selected stay.
  mutating func update(_ contents: LibraryContents) {
    surroundings = contents.surroundings
    note = contents.note
    replace(by: contents.rows)
  }
}

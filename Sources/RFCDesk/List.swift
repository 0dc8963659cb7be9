import CellGrid
import RFCFormats
import RFCModel
import RFCShelf
import StoreTerms

extension Desk {
  /// What is in the libraries and in the cache: RFCs by number, then drafts by name.
  public func cached() throws(DeskError) -> [CachedDocument] {
    try askingStore { () throws(StoreError) in try store.cachedDocuments() }
  }

  /// Those that a filter leaves, with what their first pages say. They are narrowed by what the catalogue says of
  /// them, as far as it is here.
  public func list(_ filter: CatalogueFilter) throws(DeskError) -> [CatalogueRow] {
    let documents = try cached()
    if filter.isEmpty { return documents.map(described) }
    let surroundings = try surroundings(for: filter)
    let numbers = documents.compactMap(\.id.rfc)
    var known: [DocumentID: CatalogueRow] = [:]
    for row in (try? atHand.rows(of: numbers)) ?? [] { known[row.id] = row }
    return documents.compactMap { document in
      if let row = known[document.id], !filter.matches(row, in: surroundings) { return nil }
      let row = described(document)
      return known[document.id] != nil || filter.matches(row, in: surroundings) ? row : nil
    }
  }

  /// Title and date off the first page; without them where it cannot be read.
  func described(_ document: CachedDocument) -> CatalogueRow {
    let head = (try? store.load(document.id)).flatMap { $0 } ?? []
    let front = ParsedText(TextDecoder.document(from: Array(head.prefix(6000)))).frontMatter
    return CatalogueRow(
      id: document.id, title: (front.title ?? "").printable(limit: 200),
      date: front.published)
  }
}

import RFCModel

/// The library as the program hands it over.
public struct LibraryContents: Sendable {
  /// Every RFC that the catalogue lists and every document in the cache, RFCs first, ascending.
  public let rows: [CatalogueRow]
  /// What is cached, and so on.
  public let surroundings: CatalogueFilter.Surroundings
  /// A word on where it comes from: `index from 3 days ago`.
  public let note: String

  public init(rows: [CatalogueRow], surroundings: CatalogueFilter.Surroundings, note: String) {
    self.rows = rows
    self.surroundings = surroundings
    self.note = note
  }
}

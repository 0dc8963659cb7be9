import RFCModel
import RFCShelf
import StoreTerms

/// Ranks what the library lists, with each key that is typed to narrow it: the catalogue stays open.
public final class LibraryRanker {
  private let desk: Desk
  private let listing: LibraryListing
  private var catalogue: StoredCatalogue?

  public init(_ desk: Desk, _ listing: LibraryListing) {
    self.desk = desk
    self.listing = listing
  }

  /// The documents of the listing that answer a filter, the best first. Does not ask a server.
  ///
  /// - Parameter surroundings: as they are by now.
  public func rank(
    _ filter: CatalogueFilter, in surroundings: CatalogueFilter.Surroundings
  ) throws(DeskError) -> RankedDocuments {
    try desk.askingStore { () throws(StoreError) in
      if catalogue == nil { catalogue = try desk.store.catalogue() }
      var ranked = try catalogue?.ranked(filter, in: surroundings, withLacking: false) ?? RankedDocuments()
      // What is in the cache and not in the catalogue is narrowed by what it says of itself.
      let known = Set(ranked.all.map(\.id))
      let others = listing.unlisted.filter { !known.contains($0.id) && filter.matches($0, in: surroundings) }
      if ranked.leftOut.isEmpty || others.isEmpty {
        ranked.all += others.map { RankedDocuments.Document($0.id, score: 0) }
      } else {
        ranked = RankedDocuments(others.map { RankedDocuments.Document($0.id, score: 0) })
      }
      ranked.all.bringToFront { $0.id == filter.first }
      return ranked
    }
  }
}

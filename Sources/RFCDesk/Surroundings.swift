import RFCModel
import RFCShelf
import StoreTerms
import UserFiles

// What a filter asks that is not in the catalogue: what is in the cache, what has been read, what has a
// bookmark, what has errata.

extension Desk {
  /// What a filter asks for; the rest is not looked at.
  public func surroundings(
    for filter: CatalogueFilter
  ) throws(DeskError) -> CatalogueFilter.Surroundings {
    var surroundings = CatalogueFilter.Surroundings()
    for term in filter.terms {
      switch term {
      case .cached: surroundings.cached = Set(try cached().map(\.id))
      case .recent: surroundings.recent = recent
      case .bookmarked: surroundings.bookmarked = Set(try bookmarks().compactMap(\.document))
      case .errata:
        guard let errata = try askingStore({ () throws(StoreError) in try store.errata() }) else {
          throw .noErrataList
        }
        surroundings.errata = try askingStore { () throws(StoreError) in try errata.counts() }
      case .word, .number, .document, .author, .status, .workingGroup, .stream, .year: break
      }
    }
    return surroundings
  }

  /// All of it, as it is now.
  public func surroundings() -> CatalogueFilter.Surroundings {
    surroundings(cached: (try? store.cachedDocuments()) ?? [])
  }

  /// All of it, for a list that is narrowed with each letter. What cannot be read leaves nothing.
  func surroundings(cached: [CachedDocument]) -> CatalogueFilter.Surroundings {
    CatalogueFilter.Surroundings(
      cached: Set(cached.map(\.id)), recent: recent,
      bookmarked: Set(((try? bookmarks()) ?? []).compactMap(\.document)), errata: errataCounts)
  }

  private var errataCounts: [RFCNumber: ErrataCount] { (try? store.errata()?.counts()) ?? [:] }

  private var recent: Set<DocumentID> { ReadingMemory(folders: store.folders).documents() }
}

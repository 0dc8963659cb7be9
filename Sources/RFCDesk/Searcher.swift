import RFCModel
import RFCShelf
import StoreTerms

/// Asks the full text, one search after the other. The index is opened with the first one and stays open: what other
/// runs take in meanwhile, it finds.
public final class Searcher {
  private let desk: Desk
  private var index: FullTextIndex?
  /// What is in the cache and not in the index; nil where that has to be looked at again.
  private var missing: [DocumentID]?

  public init(_ desk: Desk) { self.desk = desk }

  /// The cache or the index has changed.
  public func forgetMissing() { missing = nil }

  /// What the index finds; what is not in it the search reads by and by.
  ///
  /// - Parameter limit: so many hits are kept.
  public func search(_ query: FullTextQuery, limit: Int) throws(DeskError) -> Search {
    let surroundings = try desk.surroundings(for: query.filter)
    return try desk.askingStore { () throws(StoreError) in
      guard let index = try open() else {
        let scan = try desk.store.plainScan(for: query, surroundings: surroundings)
        return Search(query, limit: limit, indexed: nil, scan: scan, scanned: [])
      }
      let results = try index.search(query, surroundings: surroundings, limit: limit)
      let missing = try missing(in: index)
      let scan =
        missing.isEmpty
        ? nil : try desk.store.plainScan(for: query, in: missing, surroundings: surroundings)
      return Search(query, limit: limit, indexed: (index, results), scan: scan, scanned: Set(missing))
    }
  }

  /// Where the documents of the index cite an RFC, or a section of it: the latest document first.
  public func citing(_ number: RFCNumber, section: SectionNumber? = nil) throws(DeskError) -> CitingPlaces {
    try desk.askingStore { () throws(StoreError) in
      guard let index = try open() else { throw .noFullText }
      let notIndexed = try missing(in: index).count
      let places = try index.citations(of: number, section: section)
      return CitingPlaces(places: places, notIndexed: notIndexed)
    }
  }

  private func open() throws(StoreError) -> FullTextIndex? {
    if index == nil { index = try desk.store.fullText() }
    return index
  }

  private func missing(in index: FullTextIndex) throws(StoreError) -> [DocumentID] {
    if let missing { return missing }
    let missing = try index.missingDocuments()
    self.missing = missing
    return missing
  }
}

/// Where an RFC is cited.
public struct CitingPlaces: Hashable, Sendable {
  public let places: [CitingPlace]
  /// Documents of the cache that nobody has asked: they are not in the index.
  public let notIndexed: Int
}

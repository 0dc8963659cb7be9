import RFCModel
import RFCShelf
import StoreTerms

/// What is known of an RFC without reading it.
public struct Information: Hashable, Sendable {
  public let entry: CatalogueEntry
  /// Nil where its text is not in the cache.
  public let path: String?
  public let errata: ErrataCount
}

extension Desk {
  /// What the catalogue says about an RFC.
  public func inform(about text: Text) throws(DeskError) -> Information {
    switch try resolve(text) {
    case .stored(let locator): return try inform(about: locator.document)
    case .subSeries(let series, let number, _): throw try several(series, number)
    case .file, .standardInput: throw .onlyRFCs
    }
  }

  public func inform(about id: DocumentID) throws(DeskError) -> Information {
    guard let number = id.rfc else { throw .isDraft(id) }
    let entry = try askingCatalogue { (catalogue) throws(StoreError) in try catalogue.listed(number) }
    return Information(
      entry: entry, path: pathInCache(of: id), errata: (try? store.errata()?.count(of: number)) ?? .none)
  }
}

extension StoredCatalogue {
  /// The entry of an RFC, or why there is none.
  fileprivate func listed(_ number: RFCNumber) throws(StoreError) -> CatalogueEntry {
    if let entry = try entry(number) { return entry }
    throw try problem(with: number)
  }

  /// Why a number is not listed.
  func problem(with number: RFCNumber) throws(StoreError) -> StoreError {
    try isNeverIssued(number) ? .neverIssued(number) : .notInCatalogue(number, newest: try newest())
  }
}

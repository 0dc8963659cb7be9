import RFCModel
import RFCShelf
import StoreTerms

extension Desk {
  /// Takes what is new in the cache into the full text. The client hears what could not be read.
  ///
  /// - Parameter rebuilds: whether everything is taken in again. What is there stays until then.
  public func index(rebuilds: Bool = false) throws(DeskError) -> FullTextBuilder.Outcome {
    try index(rebuilds: rebuilds, isShown: true)
  }

  /// The same where something is lacking.
  ///
  /// - Returns: nil where nothing is.
  public func indexWhatIsNew() throws(DeskError) -> FullTextBuilder.Outcome? {
    try isIndexComplete ?? false ? nil : index()
  }

  /// The same where there is a full text; nobody sees how far it is.
  public func keepUpIndex() throws(DeskError) {
    if try isIndexComplete == false { _ = try index(rebuilds: false, isShown: false) }
  }

  /// Nil where nothing has been indexed.
  private var isIndexComplete: Bool? {
    get throws(DeskError) {
      try askingStore { () throws(StoreError) in try store.fullText()?.missingDocuments().isEmpty }
    }
  }

  private func index(rebuilds: Bool, isShown: Bool) throws(DeskError) -> FullTextBuilder.Outcome {
    let outcome = try askingStore { () throws(StoreError) in
      defer { client?.see(nil) }
      return try store.fullTextBuilder(rebuilds: rebuilds).run { if isShown { client?.see(.indexing($0)) } }
    }
    if outcome.wasDamaged { client?.hear(.catalogueLost) }
    for id in outcome.unreadable { client?.hear(whyNotIndexed(id)) }
    return outcome
  }

  private func whyNotIndexed(_ id: DocumentID) -> DeskNotice {
    do throws(StoreError) {
      _ = try store.load(id)
      return .desk(.notIndexed(id))
    } catch {
      return .store(error)
    }
  }
}

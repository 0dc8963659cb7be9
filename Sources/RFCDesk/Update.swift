import RFCModel
import StoreTerms

/// What has come of asking a server for its index of RFCs.
public enum CatalogueUpdate: Hashable, Sendable {
  /// The server has nothing newer than this catalogue, of so many RFCs.
  case upToDate(Int)
  case taken(Int)
}

extension Desk {
  /// Asks the server for a newer index and takes it in.
  @discardableResult
  public func update() throws(DeskError) -> CatalogueUpdate {
    let (bytes, download) = try downloading { (store) throws(StoreError) in
      let tag = try store.knownFeedTag()
      return try store.fetchFeed(entityTag: refreshes ? nil : tag)
    }
    return try askingStore { () throws(StoreError) in
      guard let bytes else {
        try store.confirmFeed()
        return .upToDate(try store.catalogue()?.numbers().count ?? 0)
      }
      let (count, wasDamaged) = try store.takeFeed(bytes, entityTag: download.entityTag)
      if wasDamaged { client?.hear(.fullTextLost) }
      return .taken(count)
    }
  }

  /// Whether a reader is to ask for a newer index and the errata meanwhile: once a day. Does not wait.
  public var wantsUpdateMeanwhile: Bool {
    guard !isOffline, store.settings.serverProblem == nil, let isDue = store.wantsNewerFeed() else {
      return false
    }
    return isDue || store.wantsNewerErrata()
  }

  /// The same where the catalogue is missing, damaged or a day old. An old one does where no newer one can be had.
  public func updateWhereDue() throws(DeskError) {
    guard refreshes || store.wantsNewerFeed() ?? true || !store.hasSoundCatalogue else { return }
    do throws(DeskError) {
      try update()
    } catch {
      if !store.hasSoundCatalogue { throw error }
    }
  }
}

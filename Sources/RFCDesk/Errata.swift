import RFCFormats
import RFCModel
import RFCShelf
import RFCTransfer
import StoreTerms

/// An erratum, and what of the text it is about.
public struct LocatedErratum: Hashable, Sendable {
  public let erratum: Erratum
  public let place: ErratumPlace
}

/// What has come of asking a server for its list of errata.
public enum ErrataUpdate: Hashable, Sendable {
  /// The server has nothing newer than this list, of so many errata.
  case upToDate(Int)
  case taken(Int)
}

extension Desk {
  /// The errata of an RFC. Where there is no list yet, a server is asked for it first.
  ///
  /// - Parameter feed: a file to read them from instead.
  public func errata(of number: RFCNumber, feed: String? = nil) throws(DeskError) -> [Erratum] {
    if let feed {
      let bytes = try FileText.read(feed)
      return try askingStore { () throws(StoreError) in
        try ErrataFeed.errata(in: bytes).filter { $0.document == number }.sorted { $0.id < $1.id }
      }
    }
    if !(refreshes && mayWait), let known = try knownErrata(of: number) { return known }
    guard mayWait else { throw .noErrataList }
    _ = try updateErrata()
    return try knownErrata(of: number) ?? []
  }

  /// Those that are here; nil where there is no list, or it cannot be read: it can always be had again.
  private func knownErrata(of number: RFCNumber) throws(DeskError) -> [Erratum]? {
    do throws(StoreError) {
      return try store.errata()?.errata(of: number)
    } catch {
      if case .damagedErrata = error, mayWait, !isOffline { return nil }
      throw .store(error)
    }
  }

  /// Errata at their places in the text that they are about: by line, then those of a section, then the others.
  public static func located(_ errata: [Erratum], in text: ParsedText) -> [LocatedErratum] {
    let locator = ErrataLocator(text)
    return errata.map { LocatedErratum(erratum: $0, place: locator.place(of: $0)) }.sorted {
      $0.order(in: text.outline) < $1.order(in: text.outline)
    }
  }

  /// Asks the server for a newer list of errata and takes it in.
  @discardableResult
  public func updateErrata() throws(DeskError) -> ErrataUpdate {
    let (bytes, download): ([UInt8]?, Download)
    do throws(DeskError) {
      (bytes, download) = try downloading { (store) throws(StoreError) in
        try store.fetchErrata(entityTag: refreshes ? nil : store.knownErrataTag())
      }
    } catch {
      // A mirror that has none is asked again tomorrow.
      try? store.confirmErrata()
      throw error
    }
    return try askingStore { () throws(StoreError) in
      guard let bytes else {
        try store.confirmErrata()
        return .upToDate(try store.errata()?.count() ?? 0)
      }
      let (count, wasDamaged) = try store.takeErrata(bytes, entityTag: download.entityTag)
      if wasDamaged { client?.hear(.fullTextLost) }
      return .taken(count)
    }
  }
}

extension LocatedErratum {
  /// The line that it is about; behind the whole text where it has none.
  fileprivate func order(in outline: Outline) -> (Int, Int) {
    let line = place.lines.first?.lowerBound ?? place.section.map { outline.sections[$0].lines.lowerBound }
    return (line ?? .max, erratum.id)
  }
}

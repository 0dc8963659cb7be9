import RFCModel
import StoreTerms
import Unix

extension RFCStore {
  /// The errata; nil where there are none yet.
  ///
  /// - Throws: also ``StoreError/libraryFileInUse``, and that a later program has written them.
  public func errata() throws(StoreError) -> StoredErrata? {
    let database = try library.failing { () throws(Database.Problem) in
      try library.openForReading(.errata)
    }
    guard let errata = database.map({ StoredErrata($0, path: library.path) }), try errata.count() > 0 else {
      return nil
    }
    return errata
  }

  /// What to tell the server of the list that is here; nil where it is to be sent whatever it is.
  public func knownErrataTag(now: Int = Clock.wall) throws(StoreError) -> String? {
    (try? errata()).flatMap { $0 }.flatMap { (try? $0.entityTag(now: now)).flatMap { $0 } }
  }

  /// Whether it is time to ask for a newer list: once a day, whatever came of it. Does not wait.
  public func wantsNewerErrata(now: Int = Clock.wall) -> Bool {
    do throws(Database.Problem) {
      guard let database = try library.openForReading(.errata, patience: .none) else { return true }
      guard let checked = try? StoredErrata(database, path: library.path).checked() else { return true }
      return !(0..<86400).contains(now &- checked)
    } catch {
      return false
    }
  }

  /// Takes in a list that has been downloaded. Where that cannot be read, the old one stays.
  ///
  /// - Parameters:
  ///   - entityTag: what the server calls it.
  ///   - now: seconds since 1970, UTC.
  /// - Returns: how many errata it has, and whether a damaged library had to be thrown away.
  @discardableResult
  public func takeErrata(
    _ bytes: [UInt8], entityTag: String?, now: Int = Clock.wall
  ) throws(StoreError) -> (count: Int, wasDamaged: Bool) {
    let errata = try ErrataFeed.errata(in: bytes)
    let wasDamaged = try writing(.errata) { (database) throws(Database.Problem) in
      try ErrataTables.replace(in: database, by: errata, entityTag: entityTag, now: now)
    }
    return (errata.count, wasDamaged)
  }

  /// Remembers that the server had nothing newer, or nothing at all.
  public func confirmErrata(now: Int = Clock.wall) throws(StoreError) {
    _ = try writing(.errata) { (database) throws(Database.Problem) in
      try ErrataTables.set("checked", to: String(now), in: database)
    }
  }
}

import RFCFormats
import RFCModel

extension RFCStore {
  var library: LibraryFile { LibraryFile(folders) }

  /// The catalogue; nil where there is none yet, or where it cannot be read: it can always be had again.
  public func catalogue() -> StoredCatalogue? {
    guard let catalogue = openCatalogue(), (try? catalogue.age()).flatMap({ $0 }) != nil else { return nil }
    return catalogue
  }

  /// What a reader of the RFC has to know at once; nil where there is no catalogue, and for one that it does not list.
  /// The first screen waits for this: it opens the library once and asks nothing else of it.
  public func standing(of number: RFCNumber) -> Standing? { try? openCatalogue()?.standing(of: number) }

  /// A library that never took in an index has the tables of one, without a row.
  private func openCatalogue() -> StoredCatalogue? {
    guard let database = try? library.openForReading() else { return nil }
    return StoredCatalogue(database, path: library.path)
  }

  /// What to tell the server that the catalogue was made of. Nothing after seven days: an index that the server names
  /// wrongly would never be replaced.
  public func knownIndexTag(now: Int = Clock.wall) -> String? {
    guard let catalogue = catalogue(), let age = (try? catalogue.age()).flatMap({ $0 }),
      (0..<7 * 86400).contains(now - age.fetched)
    else { return nil }
    return (try? catalogue.entityTag()).flatMap { $0 }
  }

  /// Whether it is time to ask for a newer index: once a day. Nil where there is no catalogue.
  public func wantsNewerIndex(now: Int = Clock.wall) -> Bool? {
    guard let age = (try? openCatalogue()?.age()).flatMap({ $0 }) else { return nil }
    return !(0..<86400).contains(now - age.checked)
  }

  /// Makes the catalogue of an index that has been downloaded. Where that cannot be read, the old one stays.
  ///
  /// - Parameters:
  ///   - entityTag: what the server calls it.
  ///   - now: seconds since 1970, UTC.
  /// - Returns: how many RFCs it lists, and whether a damaged library had to be thrown away.
  @discardableResult
  public func takeIndex(
    _ bytes: [UInt8], entityTag: String?, now: Int = Clock.wall
  ) throws(StoreError) -> (count: Int, wasDamaged: Bool) {
    let catalogue: Catalogue
    do throws(IndexReader.Problem) {
      catalogue = try Catalogue(indexXML: bytes)
    } catch {
      throw .badIndex(error)
    }
    let wasDamaged = try writing { (database) throws(Database.Problem) in
      try CatalogueTables.replace(in: database, by: catalogue, entityTag: entityTag, now: now)
    }
    return (catalogue.entries.count, wasDamaged)
  }

  /// Remembers that the server had nothing newer.
  public func confirmIndex(now: Int = Clock.wall) throws(StoreError) {
    _ = try writing { (database) throws(Database.Problem) in
      try CatalogueTables.set("checked", to: String(now), in: database)
    }
  }

  /// Changes the library, as the only run that does.
  ///
  /// - Returns: whether a damaged one had to be thrown away.
  private func writing(_ change: (Database) throws(Database.Problem) -> Void) throws(StoreError) -> Bool {
    let lock = try WriterLock.taken(folders)
    defer { withExtendedLifetime(lock) {} }
    return try library.failing { () throws(Database.Problem) in
      let (database, wasDamaged) = try library.openForWriting()
      do throws(Database.Problem) {
        try change(database)
        return wasDamaged
      } catch {
        // Damage that shows only in use.
        guard error.isDamage else { throw error }
        library.remove()
        try change(library.openForWriting().database)
        return true
      }
    }
  }
}

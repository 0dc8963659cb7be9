import RFCFormats
import RFCModel
import StoreTerms
import Unix

extension RFCStore {
  var library: LibraryFile { LibraryFile(folders) }

  /// The catalogue; nil where there is none yet, or where the library cannot be read: it can always be had again.
  ///
  /// - Throws: ``StoreError/libraryFileInUse`` where another program has it for itself, and goes on so for a second;
  ///   ``StoreError/libraryFile(path:_:)`` where a later program has made the catalogue.
  public func catalogue() throws(StoreError) -> StoredCatalogue? {
    guard let catalogue = try openCatalogue() else { return nil }
    do throws(StoreError) {
      if try catalogue.age() == nil { return nil }
      // Where it cannot be written, or another run writes it, it is as good as it was.
      let isUnited = try catalogue.isUnited()
      let hasWords = try catalogue.hasWords()
      if !isUnited || !hasWords { try? unite() }
      return catalogue
    } catch {
      if case .libraryFileInUse = error { throw error }
      return nil
    }
  }

  /// What a reader of the RFC has to know at once; nil where there is no catalogue, for one that it does not list, and
  /// while another program has the library for itself. The first screen waits for this: it opens the library once and
  /// asks nothing else of it but how many errata there are.
  public func standing(of number: RFCNumber) -> Standing? {
    guard let catalogue = try? openCatalogue(patience: .none),
      var standing = try? catalogue.standing(of: number)
    else { return nil }
    standing.errata = (try? StoredErrata(of: catalogue).count(of: number)) ?? .none
    return standing
  }

  /// A library that never took in an index has the tables of one, without a row.
  private func openCatalogue(patience: Database.Patience = .usual) throws(StoreError) -> StoredCatalogue? {
    do throws(Database.Problem) {
      let database = try library.openForReading(.catalogue, patience: patience)
      return database.map { StoredCatalogue($0, path: library.path) }
    } catch {
      if error.isBusy || error.isNewer { throw library.failure(error) }
      return nil
    }
  }

  /// What to tell the server that the catalogue was made of. Nothing after seven days: an index that the server names
  /// wrongly would never be replaced. Nothing where the catalogue is damaged, which is to be made anew.
  ///
  /// - Throws: ``StoreError/libraryFileInUse``: what the server would send could not be kept.
  public func knownFeedTag(now: Int = Clock.wall) throws(StoreError) -> String? {
    guard let catalogue = try soundCatalogue(), let age = (try? catalogue.age()).flatMap({ $0 }),
      (0..<7 * 86400).contains(now - age.fetched)
    else { return nil }
    return (try? catalogue.entityTag()).flatMap { $0 }
  }

  /// Whether there is a catalogue, all of which can be read. Takes 10 ms.
  public var hasSoundCatalogue: Bool { (try? soundCatalogue()) != nil }

  private func soundCatalogue() throws(StoreError) -> StoredCatalogue? {
    guard let catalogue = try catalogue(), (try? catalogue.isSound()) ?? false else { return nil }
    return catalogue
  }

  /// Whether it is time to ask for a newer index: once a day, and at once where the one that is here is damaged. Nil
  /// where there is none. Does not wait.
  public func wantsNewerFeed(now: Int = Clock.wall) -> Bool? {
    do throws(StoreError) {
      guard let age = try openCatalogue(patience: .none)?.age() else { return nil }
      return !(0..<86400).contains(now - age.checked)
    } catch {
      if case .damagedCatalogue = error { return true }
      return nil
    }
  }

  /// Makes the catalogue of an index that has been downloaded. Where that cannot be read, the old one stays.
  ///
  /// - Parameters:
  ///   - entityTag: what the server calls it.
  ///   - now: seconds since 1970, UTC.
  /// - Returns: how many RFCs it lists, and whether a damaged library had to be thrown away.
  @discardableResult
  public func takeFeed(
    _ bytes: [UInt8], entityTag: String?, now: Int = Clock.wall
  ) throws(StoreError) -> (count: Int, wasDamaged: Bool) {
    let catalogue: Catalogue
    do throws(CatalogueFeedReader.Problem) {
      catalogue = try Catalogue(feedXML: bytes)
    } catch {
      throw .badFeed(error)
    }
    let wasDamaged = try writing(.catalogue) { (database) throws(Database.Problem) in
      try CatalogueTables.replace(in: database, by: catalogue, entityTag: entityTag, now: now)
    }
    return (catalogue.entries.count, wasDamaged)
  }

  /// Has each relation stand at both of its ends, and the words be those of the catalogue. What is damaged stays for a run that makes it anew.
  private func unite() throws(StoreError) {
    let lock = try WriterLock.taken(folders)
    defer { withExtendedLifetime(lock) {} }
    try library.failing { () throws(Database.Problem) in
      let database = try Database(library.path, .writing)
      try CatalogueTables.unite(in: database)
      try LibraryParts.prepare(.words, in: database)
      try database.transaction { () throws(Database.Problem) in
        try WordTables.fill(database, from: database)
      }
    }
  }

  /// Remembers that the server had nothing newer.
  public func confirmFeed(now: Int = Clock.wall) throws(StoreError) {
    _ = try writing(.catalogue) { (database) throws(Database.Problem) in
      try CatalogueTables.set("checked", to: String(now), in: database)
    }
  }

  /// Changes the library, as the only run that does.
  ///
  /// - Returns: whether a damaged one had to be thrown away.
  func writing(
    _ part: LibraryPart, _ change: (Database) throws(Database.Problem) -> Void
  ) throws(StoreError) -> Bool {
    let lock = try WriterLock.taken(folders)
    defer { withExtendedLifetime(lock) {} }
    return try library.failing { () throws(Database.Problem) in
      let (database, wasDamaged) = try library.openForWriting(part)
      do throws(Database.Problem) {
        try LibraryParts.prepare(.words, in: database)
        try change(database)
        return wasDamaged
      } catch {
        // Damage that shows only in use.
        guard error.isDamage else { throw error }
        library.remove()
        try change(library.openForWriting(part).database)
        return true
      }
    }
  }
}

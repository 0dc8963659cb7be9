import RFCModel
import StoreTerms

/// What the indexed texts say that they change, as the library keeps it. Asked without the words of the texts, which take
/// longer to open.
public struct StoredAmendments {
  private let database: Database
  private let library: LibraryFile

  init(_ database: Database, of library: LibraryFile) {
    self.database = database
    self.library = library
  }

  /// So many of an RFC are read.
  private static let limit = 2000

  /// What changes an RFC, in no order. The catalogue knows which of these texts update it.
  ///
  /// - Throws: ``StoreError/damagedFullText(path:)`` where the index cannot be read.
  public func amendments(of number: RFCNumber) throws(StoreError) -> [AmendingPlace] {
    try library.reading { () throws(Database.Problem) in
      // Rows of a document that has changed or gone belong to nobody.
      let rows = try database.prepare(
        """
        SELECT indexed.rfc, line, section, kind, place, words
        FROM amendment JOIN indexed ON id = document WHERE amendment.rfc = ? AND passages > 0
        LIMIT \(Self.limit)
        """)
      rows.bind(number.value, at: 0)
      var found: [AmendingPlace] = []
      while try rows.step() {
        guard let by = try rows.optionalInt(0, FullTextTables.rfc).flatMap({ RFCNumber($0) }),
          let section = SectionNumber(rows.text(2)), let kind = Amendment.Kind(rawValue: rows.text(3))
        else { continue }
        found.append(
          AmendingPlace(
            by: by, line: try rows.int(1, FullTextTables.amendingLine), place: SectionNumber(rows.text(4)),
            section: section, kind: kind, words: rows.text(5)))
      }
      return found
    }
  }

  /// Whether the text of an RFC is indexed.
  public func holds(_ number: RFCNumber) throws(StoreError) -> Bool {
    try library.reading { () throws(Database.Problem) in
      let rows = try database.prepare("SELECT 1 FROM indexed WHERE name = ? AND passages > 0")
      rows.bind(DocumentID.rfc(number).baseName, at: 0)
      return try rows.step()
    }
  }
}

extension RFCStore {
  /// Nil where there is no index.
  ///
  /// - Throws: as ``fullText()``.
  public func amendments() throws(StoreError) -> StoredAmendments? {
    let library = library
    return try library.reading { () throws(Database.Problem) in try library.openForReading(.fullText) }
      .map { StoredAmendments($0, of: library) }
  }
}

import RFCModel

/// The documents of the index.
struct IndexedDocuments {
  struct Text {
    /// In the table `indexed`.
    let row: Int
    let id: DocumentID
    /// Its passages: the first one's number, and how many there are.
    let first: Int
    let count: Int
    let isObsolete: Bool
  }

  /// What SQLite calls the state of the library that this was read from.
  private(set) var version = -1
  /// Ascending by their rows and by their passages: both are given one after the other.
  private(set) var all: [Text] = []
  /// Under the number of each RFC its index in ``all``, or -1.
  private var indexes: [Int32] = []

  init() {}

  init(in database: Database, version: Int) throws(Database.Problem) {
    self.version = version
    let rows = try database.prepare(
      try LibraryParts(of: database).holds(.catalogue)
        ? """
        SELECT id, indexed.rfc, name, firstPassage, passages, nullif(obsoletedBy, '')
        FROM indexed LEFT JOIN rfc ON number = indexed.rfc WHERE passages > 0 ORDER BY id
        """
        : """
        SELECT id, rfc, name, firstPassage, passages, NULL FROM indexed WHERE passages > 0 ORDER BY id
        """)
    var end = 0
    while try rows.step() {
      let number = try rows.optionalInt(1, FullTextTables.rfc).flatMap { RFCNumber($0) }
      let row = try rows.int(0, FullTextTables.document)
      let first = try rows.int(3, FullTextTables.firstPassage)
      let count = try rows.int(4, FullTextTables.passageCount)
      guard let id = number.map({ .rfc($0) }) ?? DocumentID(fileName: rows.text(2) + ".txt"), first >= end
      else { throw .wrongValue }
      if let number {
        let lacking = number.value - indexes.count + 1
        if lacking > 0 { indexes += repeatElement(-1, count: lacking) }
        indexes[number.value] = Int32(all.count)
      }
      let isObsolete = !rows.isNull(5)
      all.append(Text(row: row, id: id, first: first, count: count, isObsolete: isObsolete))
      end = first + count
    }
  }

  /// The index in ``all`` of an RFC; nil where it has no text.
  func span(of number: Int) -> Int? {
    guard indexes.indices.contains(number), indexes[number] >= 0 else { return nil }
    return Int(indexes[number])
  }

  /// Nil for one that has changed since, or gone.
  func text(row: Int) -> Text? {
    let index = all.partitioningIndex { $0.row >= row }
    return index < all.count && all[index].row == row ? all[index] : nil
  }
}

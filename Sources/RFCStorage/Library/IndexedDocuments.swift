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
  /// Ascending by their passages.
  private(set) var all: [Text] = []
  private var indexes: [Int: Int] = [:]

  init() {}

  init(in database: Database, version: Int) throws(Database.Problem) {
    self.version = version
    let rows = try database.prepare(
      """
      SELECT id, indexed.rfc, name, firstPassage, passages, obsoletedBy <> ''
      FROM indexed LEFT JOIN rfc ON number = indexed.rfc WHERE passages > 0 ORDER BY firstPassage
      """)
    var end = 0
    while try rows.step() {
      let id = RFCNumber(rows.int(1)).map { .rfc($0) } ?? DocumentID(fileName: rows.text(2) + ".txt")
      guard let id, rows.int(3) >= end, rows.int(4) < Int(Int32.max) else { continue }
      indexes[rows.int(0)] = all.count
      all.append(
        Text(row: rows.int(0), id: id, first: rows.int(3), count: rows.int(4), isObsolete: rows.int(5) == 1))
      end = rows.int(3) + rows.int(4)
    }
  }

  /// Nil for one that has changed since, or gone.
  func text(row: Int) -> Text? { indexes[row].map { all[$0] } }
}

import RFCModel
import StoreTerms

/// The errata's part of the library.
enum ErrataTables {
  /// What is quoted is long, and read for one RFC at a time. `errataFact` says how old the list is.
  static let schema = """
    CREATE TABLE erratum(
      id INTEGER PRIMARY KEY, rfc INTEGER, status TEXT, kind TEXT, section TEXT, original TEXT, corrected TEXT,
      notes TEXT, submitted INTEGER, submitter TEXT, verifier TEXT);
    CREATE INDEX erratumOfRFC ON erratum(rfc, status, kind);
    CREATE TABLE errataFact(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
    """

  static let drops = ["erratum", "errataFact"].map { "DROP TABLE IF EXISTS \($0);" }.joined()

  static let id = NumberColumn("erratum", "id", 1...9_999_999)
  static let rfc = NumberColumn("erratum", "rfc", NumberColumn.rfcNumbers)
  static let submitted = NumberColumn("erratum", "submitted", CatalogueTables.date.range, isOptional: true)

  static let numbers = [id, rfc, submitted]

  /// Replaces the list by another one, all or nothing.
  static func replace(
    in database: Database, by errata: [Erratum], entityTag: String?, now: Int
  ) throws(Database.Problem) {
    try database.transaction { () throws(Database.Problem) in
      try database.run("DELETE FROM erratum; DELETE FROM errataFact")
      let row = try database.prepare("INSERT OR REPLACE INTO erratum VALUES (?,?,?,?,?,?,?,?,?,?,?)")
      for erratum in errata {
        row.bind(erratum.id, at: 0)
        row.bind(erratum.document.value, at: 1)
        row.bind(erratum.status.rawValue, at: 2)
        row.bind(erratum.kind.rawValue, at: 3)
        for (index, text) in [erratum.section, erratum.original, erratum.corrected, erratum.notes]
          .enumerated()
        {
          row.bind(text, at: 4 + index)
        }
        row.bind(erratum.submitted?.stored, at: 8)
        row.bind(erratum.submitter, at: 9)
        row.bind(erratum.verifier, at: 10)
        try row.run()
      }
      try set("fetched", to: String(now), in: database)
      try set("checked", to: String(now), in: database)
      if let entityTag { try set("entityTag", to: entityTag, in: database) }
    }
  }

  static func set(_ name: String, to value: String, in database: Database) throws(Database.Problem) {
    let statement = try database.prepare("INSERT OR REPLACE INTO errataFact VALUES (?, ?)")
    statement.bind(name, at: 0)
    statement.bind(value, at: 1)
    try statement.run()
  }
}

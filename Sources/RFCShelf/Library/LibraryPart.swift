import CSQLite
import StoreTerms

/// Tables of the library that belong together, with a version of their own: a new one throws away no other part.
enum LibraryPart: String, CaseIterable {
  case catalogue
  /// The words, who cites whom and who changes whom: all are made of the documents, in one run.
  case fullText
  case errata
  /// What is looked for in the catalogue. Made of it, also where an earlier version has taken it in.
  case words

  /// Counts up with every change of ``schema``.
  var version: Int {
    switch self {
    case .catalogue: 1
    case .fullText: 2
    case .errata: 1
    case .words: 3
    }
  }

  var schema: String {
    switch self {
    case .catalogue: CatalogueTables.schema
    case .fullText: FullTextTables.inForce.schema
    case .errata: ErrataTables.schema
    case .words: WordTables.schema
    }
  }

  /// What takes its tables away, of whatever version: each keeps the names of those before it.
  var drops: String {
    switch self {
    case .catalogue: CatalogueTables.drops
    case .fullText: FullTextTables.inForce.drops
    case .errata: ErrataTables.drops
    case .words: WordTables.drops
    }
  }

  var numbers: [NumberColumn] {
    switch self {
    case .catalogue: CatalogueTables.numbers
    case .fullText: FullTextTables.numbers
    case .errata: ErrataTables.numbers
    case .words: WordTables.numbers
    }
  }
}

/// What of the library is there, and of which version.
struct LibraryParts {
  private var versions: [String: Int] = [:]

  static let version = NumberColumn("part", "version", 0...1_000_000)

  /// - Throws: damage where a version is none.
  init(of database: Database) throws(Database.Problem) {
    guard try Self.areTold(in: database) else {
      // Of before parts had versions.
      for part in [LibraryPart.catalogue, .fullText] { versions[part.rawValue] = 1 }
      return
    }
    let rows = try database.prepare("SELECT name, version FROM part")
    while try rows.step() { versions[rows.text(0)] = try rows.int(1, Self.version) }
  }

  /// Whether its tables are those that this program reads and writes.
  func holds(_ part: LibraryPart) -> Bool { versions[part.rawValue] == part.version }

  /// Of all tables that this program knows.
  var numbers: [NumberColumn] { LibraryPart.allCases.filter(holds).flatMap(\.numbers) }

  /// Whether a later program has made it.
  func isNewer(_ part: LibraryPart) -> Bool { versions[part.rawValue].map { $0 > part.version } ?? false }

  private static func areTold(in database: Database) throws(Database.Problem) -> Bool {
    try database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'part'").step()
  }

  /// Makes the table of versions where there is none, and a part anew that is missing or older.
  ///
  /// - Throws: that it is newer; it stays as it is then.
  static func prepare(_ part: LibraryPart, in database: Database) throws(Database.Problem) {
    let parts = try LibraryParts(of: database)
    if parts.isNewer(part) { throw .newer(part) }
    let areTold = try areTold(in: database)
    if areTold, parts.holds(part) { return }
    try database.transaction { () throws(Database.Problem) in
      if !areTold {
        try database.run(schema)
        for (name, version) in parts.versions { try note(name, version, in: database) }
      }
      if !parts.holds(part) {
        try database.run(part.drops + part.schema)
        try note(part.rawValue, part.version, in: database)
      }
    }
  }

  /// All of them, in a library that has none.
  static func make(in database: Database) throws(Database.Problem) {
    try database.run(schema)
    for part in LibraryPart.allCases {
      try database.run(part.schema)
      try note(part.rawValue, part.version, in: database)
    }
  }

  private static let schema = "CREATE TABLE part(name TEXT PRIMARY KEY, version INTEGER) WITHOUT ROWID;"

  private static func note(
    _ name: String, _ version: Int, in database: Database
  ) throws(Database.Problem) {
    let statement = try database.prepare("INSERT OR REPLACE INTO part VALUES (?, ?)")
    statement.bind(name, at: 0)
    statement.bind(version, at: 1)
    try statement.run()
  }
}

extension Database.Problem {
  /// Made by a later program; nil for the library as a whole.
  static func newer(_ part: LibraryPart?) -> Database.Problem {
    let reason: LibraryFileProblem =
      switch part {
      case .catalogue: .newerCatalogue
      case .fullText: .newerFullText
      case .errata: .newerErrata
      // Never asked for by whoever could not do without.
      case .words: .newer
      case nil: .newer
      }
    return Database.Problem(code: SQLITE_ERROR, reason: reason)
  }

  var isNewer: Bool { [.newer, .newerCatalogue, .newerFullText, .newerErrata].contains(reason) }
}

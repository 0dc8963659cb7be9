import RFCModel

/// The words of the catalogue: a part of the library that is made of the catalogue, and made anew with it.
enum WordTables {
  /// `listing` has a row for each RFC, under its number; `before` are the RFCs whose place it has taken, and those
  /// whose place they had. `listed` says of which catalogue all this was made: an older program replaces that alone.
  static let schema = """
    CREATE VIRTUAL TABLE listing USING fts5(
      title, acronym, keyword, abstract, author, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');
    CREATE TABLE weight(
      number INTEGER PRIMARY KEY, standing INTEGER, titleWords INTEGER, isObsolete INTEGER, before TEXT);
    CREATE TABLE listed(fetched TEXT);
    """

  static let drops = ["listing", "weight", "listed"].map { "DROP TABLE IF EXISTS \($0);" }.joined()

  /// Columns of `listing`.
  enum Column: Int32, CaseIterable {
    case title, acronym, keyword, abstract, author

    /// What a word counts there.
    var weight: Double {
      switch self {
      case .title: 10
      case .acronym: 12
      case .keyword: 2
      case .abstract: 4
      case .author: 2
      }
    }
  }

  static let number = NumberColumn("weight", "number", NumberColumn.rfcNumbers)
  /// Hundredths.
  static let standing = NumberColumn("weight", "standing", 0...10_000)
  static let titleWords = NumberColumn("weight", "titleWords", 0...65_536)
  static let isObsolete = NumberColumn("weight", "isObsolete", 0...1)

  static let numbers = [number, standing, titleWords, isObsolete]

  /// Whether they are those of the catalogue that is here.
  static func areCurrent(in database: Database) throws(Database.Problem) -> Bool {
    guard try LibraryParts(of: database).holds(.words) else { return false }
    return try database.prepare(
      "SELECT 1 FROM listed JOIN fact ON name = 'fetched' AND CAST(value AS TEXT) = listed.fetched"
    ).step()
  }
}

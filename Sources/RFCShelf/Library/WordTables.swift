import RFCModel

/// The words of the catalogue: a part of the library that is made of the catalogue, and made anew with it.
enum WordTables {
  /// `listing` has a row for each RFC, under its number: `draft` are the parts of the name of the draft that it was,
  /// `name` what stands in the title before a colon or in brackets. `weights` has one row, of ``CatalogueWeights``. In
  /// `before` are the RFCs whose place each has taken, and those whose place they had. `listed` says of which catalogue all this was made: an older program replaces that
  /// alone.
  static let schema = """
    CREATE VIRTUAL TABLE listing USING fts5(
      title, acronym, keyword, abstract, author, draft, name, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');
    CREATE TABLE weights(packed BLOB);
    CREATE TABLE before(number INTEGER PRIMARY KEY, numbers TEXT);
    CREATE TABLE listed(fetched TEXT);
    """

  static let drops = ["listing", "weight", "weights", "before", "listed"].map {
    "DROP TABLE IF EXISTS \($0);"
  }.joined()

  /// Columns of `listing`.
  enum Column: UInt8 {
    case title, acronym, keyword, abstract, author, draft, name
  }

  /// Some of them, a bit each.
  struct Columns: OptionSet {
    var rawValue: UInt8

    static let title = Columns(.title)
    static let acronym = Columns(.acronym)
    static let keyword = Columns(.keyword)
    static let abstract = Columns(.abstract)
    static let draft = Columns(.draft)
    static let name = Columns(.name)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ column: Column) { rawValue = 1 << column.rawValue }
  }

  static let number = NumberColumn("before", "number", NumberColumn.rfcNumbers)

  static let numbers = [number]

  /// Whether they are those of the catalogue that is here.
  static func areCurrent(in database: Database) throws(Database.Problem) -> Bool {
    guard try LibraryParts(of: database).holds(.words) else { return false }
    return try database.prepare(
      "SELECT 1 FROM listed JOIN fact ON name = 'fetched' AND CAST(value AS TEXT) = listed.fetched"
    ).step()
  }
}

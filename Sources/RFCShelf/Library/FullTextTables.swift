/// The full text's part of the library: the tables in force, or those that are made beside them to take their place.
struct FullTextTables: Hashable {
  /// Before the names of all of them.
  private let prefix: String

  static let inForce = FullTextTables(prefix: "")
  static let beside = FullTextTables(prefix: "new_")

  private static let names = [
    "fullText", "passage", "indexed", "layout", "citation", "amendment", "numbering",
  ]

  var fullText: String { prefix + "fullText" }
  var passage: String { prefix + "passage" }
  var indexed: String { prefix + "indexed" }
  var layout: String { prefix + "layout" }
  var citation: String { prefix + "citation" }
  var amendment: String { prefix + "amendment" }
  var numbering: String { prefix + "numbering" }

  /// `fullText` holds the words of the passages and not their text, which is read from the documents. Its rows are
  /// those of `passage`, the ones of a document in a row. A document that has changed gets new rows: the old ones
  /// belong to no document from then on, and nobody finds them.
  ///
  /// `amendment` has the sections of older RFCs that a document changes, in `place` the section that says so, in `words` the
  /// sentence.
  ///
  /// Numbers are given once: `numbering` has the next ones. Sections of citations are empty where none is named.
  /// `layout` is what the lines of a document are joined by.
  var schema: String {
    """
    CREATE VIRTUAL TABLE \(fullText) USING fts5(
      title, heading, body, content='', tokenize='unicode61 remove_diacritics 2');
    CREATE TABLE \(passage)(
      id INTEGER PRIMARY KEY, section TEXT, heading TEXT, line INTEGER, lines INTEGER,
      headingLines INTEGER);
    CREATE TABLE \(indexed)(
      id INTEGER PRIMARY KEY, name TEXT UNIQUE, rfc INTEGER, firstPassage INTEGER, passages INTEGER,
      title TEXT, year INTEGER, bytes INTEGER, modified INTEGER, fingerprint INTEGER);
    CREATE TABLE \(layout)(
      document INTEGER PRIMARY KEY, contents INTEGER, contentsLines INTEGER, breaks BLOB);
    CREATE TABLE \(citation)(rfc INTEGER, document INTEGER, line INTEGER, section TEXT,
      PRIMARY KEY(rfc, document, line, section)) WITHOUT ROWID;
    CREATE TABLE \(amendment)(rfc INTEGER, document INTEGER, line INTEGER, section TEXT, kind TEXT, place TEXT,
      words TEXT, PRIMARY KEY(rfc, document, line, section)) WITHOUT ROWID;
    CREATE TABLE \(numbering)(nextPassage INTEGER, nextDocument INTEGER);
    INSERT INTO \(numbering) VALUES (1, 1);
    """
  }

  var drops: String { Self.names.map { "DROP TABLE IF EXISTS \(prefix)\($0);" }.joined() }

  /// Puts those beside in the place of those in force.
  static let replacement =
    inForce.drops + names.map { "ALTER TABLE \(beside.prefix)\($0) RENAME TO \($0);" }.joined()

  /// Columns of `fullText`.
  enum Column: Int32, CaseIterable {
    case title, heading, body

    /// What a word counts there.
    var weight: Double {
      switch self {
      case .title: 10
      case .heading: 5
      case .body: 1
      }
    }
  }
}

/// The columns of numbers.
extension FullTextTables {
  static let passageID = NumberColumn("passage", "id", NumberColumn.ids)
  static let line = NumberColumn("passage", "line", NumberColumn.lines)
  static let lineCount = NumberColumn("passage", "lines", NumberColumn.lines)
  static let headingLines = NumberColumn("passage", "headingLines", NumberColumn.lines, isOptional: true)

  static let document = NumberColumn("indexed", "id", NumberColumn.ids)
  static let rfc = NumberColumn("indexed", "rfc", NumberColumn.rfcNumbers, isOptional: true)
  static let firstPassage = NumberColumn("indexed", "firstPassage", NumberColumn.ids)
  static let passageCount = NumberColumn("indexed", "passages", NumberColumn.lines)
  static let year = NumberColumn("indexed", "year", 1...9999, isOptional: true)
  static let bytes = NumberColumn("indexed", "bytes", NumberColumn.anything)
  static let modified = NumberColumn("indexed", "modified", NumberColumn.anything)
  static let fingerprint = NumberColumn("indexed", "fingerprint", NumberColumn.anything)

  static let laidOut = NumberColumn("layout", "document", NumberColumn.ids)
  static let contents = NumberColumn("layout", "contents", NumberColumn.lines)
  static let contentsLines = NumberColumn("layout", "contentsLines", NumberColumn.lines)

  static let cited = NumberColumn("citation", "rfc", NumberColumn.rfcNumbers)
  static let citing = NumberColumn("citation", "document", NumberColumn.ids)
  static let citingLine = NumberColumn("citation", "line", NumberColumn.lines)

  static let amended = NumberColumn("amendment", "rfc", NumberColumn.rfcNumbers)
  static let amending = NumberColumn("amendment", "document", NumberColumn.ids)
  static let amendingLine = NumberColumn("amendment", "line", NumberColumn.lines)

  static let nextPassage = NumberColumn("numbering", "nextPassage", NumberColumn.ids)
  static let nextDocument = NumberColumn("numbering", "nextDocument", NumberColumn.ids)

  static let numbers = [
    passageID, line, lineCount, headingLines, document, rfc, firstPassage, passageCount, year, bytes,
    modified,
    fingerprint, laidOut, contents, contentsLines, cited, citing, citingLine, amended, amending,
    amendingLine, nextPassage, nextDocument,
  ]
}

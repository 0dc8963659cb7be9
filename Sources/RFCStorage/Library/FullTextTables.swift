/// The full text's part of the library.
enum FullTextTables {
  /// `fullText` holds the words of the passages and not their text, which is read from the documents. Its rows are
  /// those of `passage`, the ones of a document in a row. A document that has changed gets new rows: the old ones
  /// belong to no document from then on, and nobody finds them.
  ///
  /// Numbers are given once: `numbering` has the next ones. Sections of citations are empty where none is named. `layout` is what the lines of a document are joined by.
  static let schema = """
    CREATE VIRTUAL TABLE fullText USING fts5(
      title, heading, body, content='', tokenize='unicode61 remove_diacritics 2');
    CREATE TABLE passage(
      id INTEGER PRIMARY KEY, section TEXT, heading TEXT, line INTEGER, lines INTEGER,
      headingLines INTEGER);
    CREATE TABLE indexed(
      id INTEGER PRIMARY KEY, name TEXT UNIQUE, rfc INTEGER, firstPassage INTEGER, passages INTEGER,
      title TEXT, year INTEGER, bytes INTEGER, modified INTEGER, fingerprint INTEGER);
    CREATE TABLE layout(document INTEGER PRIMARY KEY, contents INTEGER, contentsLines INTEGER, breaks BLOB);
    CREATE TABLE citation(rfc INTEGER, document INTEGER, line INTEGER, section TEXT,
      PRIMARY KEY(rfc, document, line, section)) WITHOUT ROWID;
    CREATE TABLE numbering(nextPassage INTEGER, nextDocument INTEGER);
    INSERT INTO numbering VALUES (1, 1);
    """

  static let names = ["fullText", "passage", "indexed", "layout", "citation", "numbering"]

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

import CSQLite
import RFCFormats
import RFCModel

/// The rows of the full text in memory, and what it costs to put them into FTS5 and do nothing else.
struct BareInserts {
  private var rows: [(title: String, heading: String, body: [UInt8])] = []
  /// Where a transaction ends, as the index makes them.
  private var ends: Set<Int> = []
  private(set) var bytes = 0

  /// - Parameter batch: bytes of published text in a transaction.
  init(of texts: [[UInt8]], batch: Int) {
    var size = 0
    for published in texts {
      let text = ParsedText(TextDecoder.document(from: published))
      let (outline, passages) = (text.outline, text.passages())
      let title = text.frontMatter.title ?? ""
      for (index, passage) in passages.all.enumerated() {
        let heading = passage.hasHeading ? passage.section.map { outline.sections[$0].title } : nil
        rows.append((index == 0 ? title : "", heading ?? "", Array(passages.text[passage.text])))
        bytes += passage.text.count
      }
      size += published.count
      if size >= batch {
        ends.insert(rows.count)
        size = 0
      }
    }
  }

  var count: Int { rows.count }

  /// As the index sets FTS5.
  static let ours = """
    INSERT INTO fullText(fullText, rank) VALUES ('hashsize', 4194304);
    INSERT INTO fullText(fullText, rank) VALUES ('automerge', 0);
    INSERT INTO fullText(fullText, rank) VALUES ('crisismerge', 64);
    """

  /// Into a new table, as many rows in a transaction as the index makes.
  func insert(into path: String, options: String) {
    var handle: OpaquePointer?
    defer { sqlite3_close_v2(handle) }
    sqlite3_open(path, &handle)
    func run(_ text: String) {
      guard sqlite3_exec(handle, text, nil, nil, nil) != SQLITE_OK else { return }
      print("bare inserts: \(String(cString: sqlite3_errmsg(handle)))")
    }
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768")
    run(
      """
      CREATE VIRTUAL TABLE fullText USING fts5(
        title, heading, body, content='', tokenize='unicode61 remove_diacritics 2');
      """)
    run(options)
    run("BEGIN")
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    sqlite3_prepare_v2(
      handle, "INSERT INTO fullText(rowid, title, heading, body) VALUES (?, ?, ?, ?)", -1, &statement, nil)
    for (index, row) in rows.enumerated() {
      sqlite3_bind_int64(statement, 1, Int64(index + 1))
      bind(Array(row.title.utf8), at: 2, of: statement)
      bind(Array(row.heading.utf8), at: 3, of: statement)
      bind(row.body, at: 4, of: statement)
      sqlite3_step(statement)
      sqlite3_reset(statement)
      if ends.contains(index + 1) { run("COMMIT; BEGIN") }
    }
    run("COMMIT")
  }

  private func bind(_ bytes: [UInt8], at index: Int32, of statement: OpaquePointer?) {
    bytes.withUnsafeBytes {
      _ = sqlite3_bind_text(
        statement, index, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count),
        csqlite_transient())
    }
  }
}

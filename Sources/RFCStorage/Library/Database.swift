import CSQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A connection to an SQLite file. Not to be shared between threads. Source: <https://sqlite.org/cintro.html>.
final class Database {
  /// What SQLite says when it fails.
  struct Problem: Error, Hashable {
    /// The primary result code: `SQLITE_BUSY`.
    let code: Int32
    let words: String

    /// The file is no database, or not a whole one: it is to be made anew.
    var isDamage: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_FORMAT }
  }

  enum Access {
    /// Never waits for a writer, and works in a folder that cannot be written.
    case reading
    /// Makes the file where there is none. In the end it leaves one file, if nobody else has it open.
    case writing
  }

  private let handle: OpaquePointer
  private let access: Access

  init(_ path: String, _ access: Access) throws(Problem) {
    let flags: Int32
    switch access {
    case .reading: flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
    case .writing: flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw Problem(code: code & 0xFF, words: String(cString: sqlite3_errstr(code)))
    }
    handle = opened
    self.access = access
    sqlite3_busy_timeout(handle, 5000)
  }

  deinit {
    if access == .writing, !hasMoved { leaveOneFile() }
    sqlite3_close_v2(handle)
  }

  /// Lets others read while this one writes. Source: <https://sqlite.org/wal.html>.
  func allowReaders() throws(Problem) { try run("PRAGMA journal_mode = WAL") }

  /// A file without a log beside it opens in two thirds of the time. Whoever is reading it keeps the log.
  private func leaveOneFile() {
    sqlite3_busy_timeout(handle, 0)
    sqlite3_exec(handle, "PRAGMA journal_mode = DELETE", nil, nil, nil)
  }

  /// Another file may have its name by now, and a log.
  private var hasMoved: Bool {
    var moved: Int32 = 0
    sqlite3_file_control(handle, nil, SQLITE_FCNTL_HAS_MOVED, &moved)
    return moved != 0
  }

  /// Runs statements that return nothing, separated by semicolons.
  func run(_ statements: String) throws(Problem) {
    try check(sqlite3_exec(handle, statements, nil, nil, nil))
  }

  func prepare(_ text: String) throws(Problem) -> Statement {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, text, -1, &statement, nil))
    guard let statement else { throw Problem(code: SQLITE_MISUSE, words: "empty statement") }
    return Statement(statement, of: self)
  }

  /// Whether its pages are in order; 0.15 s for the whole series.
  func isSound() throws(Problem) -> Bool {
    do throws(Problem) {
      let statement = try prepare("PRAGMA quick_check(1)")
      return try statement.step() && statement.text(0) == "ok"
    } catch {
      if error.isDamage { return false }
      throw error
    }
  }

  /// All or nothing: what `body` throws undoes what it has written.
  func transaction(_ body: () throws(Problem) -> Void) throws(Problem) {
    try run("BEGIN IMMEDIATE")
    do throws(Problem) {
      try body()
      try run("COMMIT")
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  /// The functions of FTS5, which SQLite hands out through a pointer that is bound to a statement. It lives as long
  /// as the connection. Source: <https://sqlite.org/fts5.html>, section 7.
  func fullTextFunctions() throws(Problem) -> UnsafeMutablePointer<fts5_api> {
    let statement = try prepare("SELECT fts5(?)")
    guard let found = try statement.fullTextFunctions() else {
      throw Problem(code: SQLITE_ERROR, words: "this SQLite has no FTS5")
    }
    return found
  }

  fileprivate func check(_ code: Int32) throws(Problem) {
    guard code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE else {
      // A log that finds no room is an I/O error to SQLite.
      let isFull = code & 0xFF == SQLITE_IOERR && sqlite3_system_errno(handle) == ENOSPC
      throw Problem(code: isFull ? SQLITE_FULL : code & 0xFF, words: String(cString: sqlite3_errmsg(handle)))
    }
  }
}

/// A prepared statement. Parameters and columns count from 0 here.
final class Statement {
  private let handle: OpaquePointer
  private let database: Database

  fileprivate init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ text: String, at index: Int) {
    var text = text
    text.withUTF8 { bind($0, at: index) }
  }

  func bind(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    // A null pointer would bind NULL.
    let none: StaticString = ""
    let start = bytes.baseAddress ?? none.utf8Start
    _ = sqlite3_bind_text(
      handle, Int32(index + 1), UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self),
      Int32(bytes.count),
      csqlite_transient())
  }

  /// Bytes that are no text.
  func bind(blob bytes: [UInt8], at index: Int) {
    sqlite3_bind_blob64(handle, Int32(index + 1), bytes, UInt64(bytes.count), csqlite_transient())
  }

  func bind(_ number: Int?, at index: Int) {
    if let number {
      sqlite3_bind_int64(handle, Int32(index + 1), Int64(number))
    } else {
      sqlite3_bind_null(handle, Int32(index + 1))
    }
  }

  fileprivate func fullTextFunctions() throws(Database.Problem) -> UnsafeMutablePointer<fts5_api>? {
    let found = UnsafeMutablePointer<UnsafeMutablePointer<fts5_api>?>.allocate(capacity: 1)
    found.initialize(to: nil)
    defer { found.deallocate() }
    sqlite3_bind_pointer(handle, 1, found, "fts5_api_ptr", nil)
    _ = try step()
    return found.pointee
  }

  /// The next row; false after the last one.
  func step() throws(Database.Problem) -> Bool {
    let code = sqlite3_step(handle)
    try database.check(code)
    return code == SQLITE_ROW
  }

  /// Runs it to its end and makes it ready for other parameters.
  func run() throws(Database.Problem) {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  /// Makes it ready to run again.
  func reset() { sqlite3_reset(handle) }

  func text(_ column: Int) -> String { bytes(column) { String(decoding: $0, as: UTF8.self) } }

  /// A text where SQLite holds it, no longer than `body` runs.
  func bytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = sqlite3_column_text(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// NULL or a text of no length.
  func isEmpty(_ column: Int) -> Bool { sqlite3_column_bytes(handle, Int32(column)) == 0 }

  /// 0 for NULL.
  func int(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

  func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
}

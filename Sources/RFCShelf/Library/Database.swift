import CLibrary
import CSQLite
import StoreTerms

/// A connection to an SQLite file. Not to be shared between threads. Source: <https://sqlite.org/cintro.html>.
final class Database {
  /// What SQLite says when it fails.
  struct Problem: Error, Hashable {
    /// The primary result code: `SQLITE_BUSY`.
    let code: Int32
    let reason: LibraryFileProblem

    init(code: Int32, reason: LibraryFileProblem) {
      self.code = code
      self.reason = reason
    }

    /// - Parameter code: in full, as SQLite returns it.
    init(_ code: Int32) {
      self.init(code: code & 0xFF, reason: .sqlite(String(cString: sqlite3_errstr(code))))
    }

    /// The file is no database, or not one that this program has written: it is to be made anew. What the program
    /// writes breaks no rule and is not too big.
    var isDamage: Bool {
      [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT, SQLITE_CONSTRAINT, SQLITE_TOOBIG].contains(code)
    }

    /// Another program has it for itself.
    var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }

    /// A value that the program cannot have written.
    static let wrongValue = Problem(code: SQLITE_CORRUPT, reason: .wrongValue)
  }

  /// How long to wait for another program that has the file for itself, in milliseconds.
  enum Patience: Int32 {
    case none = 0
    /// A run of this one that has written puts its log into the file in the end, and for that moment nobody reads.
    case usual = 1000
  }

  enum Access {
    /// Works in a folder that cannot be written.
    case reading
    /// Makes the file where there is none. In the end it leaves one file, if nobody else has it open.
    case writing
  }

  private let handle: OpaquePointer
  private let access: Access

  init(_ path: String, _ access: Access, patience: Patience = .usual) throws(Problem) {
    let flags: Int32
    switch access {
    case .reading: flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
    case .writing: flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw Problem(code)
    }
    handle = opened
    self.access = access
    sqlite3_busy_timeout(handle, patience.rawValue)
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.mostBytes)
    csqlite_distrust(handle)
  }

  /// Of a value or a row: twice the largest text.
  private static let mostBytes: Int32 = 64 << 20

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

  /// - Throws: damage where the tables are not those that the statement is about.
  func prepare(_ text: String) throws(Problem) -> Statement {
    do throws(Problem) {
      return try prepareOfAnyFile(text)
    } catch {
      throw error.code == SQLITE_ERROR ? Problem(code: SQLITE_CORRUPT, reason: error.reason) : error
    }
  }

  private func prepareOfAnyFile(_ text: String) throws(Problem) -> Statement {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, text, -1, &statement, nil))
    guard let statement else { throw Problem(SQLITE_MISUSE) }
    return Statement(statement, of: self)
  }

  /// Whether its pages are in order, and the numbers in some columns; 0.3 s for the whole series.
  func isSound(_ columns: [NumberColumn]) throws(Problem) -> Bool {
    do throws(Problem) {
      let statement = try prepare("PRAGMA quick_check(1)")
      guard try statement.step(), statement.text(0) == "ok" else { return false }
      return try holdsOnly(columns)
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
    let statement = try prepareOfAnyFile("SELECT fts5(?)")
    guard let found = try statement.fullTextFunctions() else {
      throw Problem(code: SQLITE_ERROR, reason: .noFullText)
    }
    return found
  }

  fileprivate func check(_ code: Int32) throws(Problem) {
    guard code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE else {
      // A log that finds no room is an I/O error to SQLite.
      let isFull = code & 0xFF == SQLITE_IOERR && sqlite3_system_errno(handle) == ENOSPC
      throw Problem(
        code: isFull ? SQLITE_FULL : code & 0xFF, reason: .sqlite(String(cString: sqlite3_errmsg(handle))))
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

  /// SQLite keeps the address of a pointer's type, so it has to be one that stays: no Swift string's, which is gone with
  /// the call. Source: <https://sqlite.org/bindptr.html>.
  private static let apiType: StaticString = "fts5_api_ptr"

  fileprivate func fullTextFunctions() throws(Database.Problem) -> UnsafeMutablePointer<fts5_api>? {
    let found = UnsafeMutablePointer<UnsafeMutablePointer<fts5_api>?>.allocate(capacity: 1)
    found.initialize(to: nil)
    defer { found.deallocate() }
    let type = UnsafeRawPointer(Self.apiType.utf8Start).assumingMemoryBound(to: CChar.self)
    sqlite3_bind_pointer(handle, 1, found, type, nil)
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

  /// A text, cut where it is longer than any that the program writes there; what is no UTF-8 in it is replaced.
  ///
  /// - Parameter limit: in bytes.
  func text(_ column: Int, limit: Int = textLimit) -> String {
    bytes(column, limit: limit) { String(decoding: $0, as: UTF8.self) }
  }

  /// The same where SQLite holds it, no longer than `body` runs.
  func bytes<Result>(
    _ column: Int, limit: Int = textLimit, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = sqlite3_column_text(handle, Int32(column))
    let count = min(limit, Int(sqlite3_column_bytes(handle, Int32(column))))
    return body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Bytes of a text.
  static let textLimit = 64 << 10

  /// NULL or a text of no length.
  func isEmpty(_ column: Int) -> Bool { sqlite3_column_bytes(handle, Int32(column)) == 0 }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  /// A whole number within a range: there is no other way to one.
  ///
  /// - Throws: damage where it is not in the range, or no whole number.
  func int(_ column: Int, in range: ClosedRange<Int>) throws(Database.Problem) -> Int {
    guard sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER,
      let number = Int(exactly: sqlite3_column_int64(handle, Int32(column))), range.contains(number)
    else { throw .wrongValue }
    return number
  }

  /// What a column of the library holds.
  ///
  /// - Throws: damage where it cannot be that column's.
  func int(_ column: Int, _ kind: NumberColumn) throws(Database.Problem) -> Int {
    try int(column, in: kind.range)
  }

  /// The same, nil for NULL.
  func optionalInt(_ column: Int, _ kind: NumberColumn) throws(Database.Problem) -> Int? {
    isNull(column) ? nil : try int(column, kind)
  }
}

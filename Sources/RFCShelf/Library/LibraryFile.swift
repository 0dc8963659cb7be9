import CLibrary
import CSQLite
import StoreTerms
import Unix

/// `library.sqlite` beside the documents: the catalogue and the full text. It can always be made anew, so a damaged one is
/// thrown away by the next run that writes, and of one that is older the part that it writes. What a later program has
/// made stays.
struct LibraryFile {
  let path: String

  init(_ folders: StoreFolders) { path = folders.cache + "/library.sqlite" }

  /// Of the file as a whole: counts up where ``LibraryPart`` has other ways to keep its own.
  private static let version = 2

  /// Nil where there is none, or where this part of it is older than this program. Does not wait for a run of this
  /// program that writes.
  ///
  /// - Throws: also that it is newer.
  func openForReading(
    _ part: LibraryPart, patience: Database.Patience = .usual
  ) throws(Database.Problem) -> Database? {
    guard access(path, R_OK) == 0 else { return nil }
    do throws(Database.Problem) {
      let database = try Database(path, .reading, patience: patience)
      return try Self.holds(part, database) ? database : nil
    } catch {
      // Beside a file that is in WAL mode SQLite makes two more, which a folder that cannot be written does not allow.
      guard error.code == SQLITE_CANTOPEN || error.code == SQLITE_READONLY else { throw error }
      let database = try Database("file:" + Self.escaped(path) + "?immutable=1", .reading, patience: patience)
      return try Self.holds(part, database) ? database : nil
    }
  }

  private static func holds(_ part: LibraryPart, _ database: Database) throws(Database.Problem) -> Bool {
    let version = try version(of: database)
    if version > Self.version { throw .newer(nil) }
    guard version == Self.version else { return false }
    let parts = try LibraryParts(of: database)
    if parts.isNewer(part) { throw .newer(part) }
    return parts.holds(part)
  }

  /// Makes it where it is missing or damaged, and the part that is to be written where that is older. To be called by
  /// the owner of the ``WriterLock``.
  ///
  /// - Returns: the library, and whether a damaged one had to be thrown away.
  /// - Throws: also that it is newer.
  func openForWriting(
    _ part: LibraryPart
  ) throws(Database.Problem) -> (database: Database, wasDamaged: Bool) {
    // SQLite would make it readable for others, who then can hold its locks. An empty file is a new library to it.
    FileSystem.keepPrivate(path)
    var wasDamaged = false
    do throws(Database.Problem) {
      let database = try Database(path, .writing)
      // Reads the schema: a file that is no database fails here.
      let version = try Self.version(of: database)
      if version > Self.version { throw .newer(nil) }
      if version == Self.version {
        try LibraryParts.prepare(part, in: database)
        // With somebody in the middle of a question it stays as it is, and readers wait for a commit.
        try? database.allowReaders()
        return (database, false)
      }
      if version == 0, try Self.isEmpty(database) {
        try Self.make(in: database)
        return (database, false)
      }
    } catch {
      guard error.isDamage else { throw error }
      wasDamaged = true
    }
    remove()
    FileSystem.keepPrivate(path)
    let database = try Database(path, .writing)
    try Self.make(in: database)
    return (database, wasDamaged)
  }

  /// What goes wrong in `body`, as the store says it.
  func failing<Value>(_ body: () throws(Database.Problem) -> Value) throws(StoreError) -> Value {
    do throws(Database.Problem) {
      return try body()
    } catch {
      throw failure(error)
    }
  }

  func failure(_ problem: Database.Problem) -> StoreError { problem.failure(at: path) }

  /// The same for whoever reads the full text, with the way to mend it where it is damaged.
  func reading<Value>(_ body: () throws(Database.Problem) -> Value) throws(StoreError) -> Value {
    do throws(Database.Problem) {
      return try body()
    } catch {
      throw error.isDamage ? .damagedFullText(path: path) : failure(error)
    }
  }

  /// Throws it away; what it held is made from the index and the documents again.
  func remove() {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// - Note: pages that are free later can only be given back where `auto_vacuum` was set before there were any.
  private static func make(in database: Database) throws(Database.Problem) {
    try database.run("PRAGMA auto_vacuum = INCREMENTAL")
    try database.allowReaders()
    try database.transaction { () throws(Database.Problem) in
      try LibraryParts.make(in: database)
      try database.run("PRAGMA user_version = \(version)")
    }
  }

  private static func version(of database: Database) throws(Database.Problem) -> Int {
    try database.number("PRAGMA user_version", in: NumberColumn.anything)
  }

  private static func isEmpty(_ database: Database) throws(Database.Problem) -> Bool {
    try database.number("SELECT count(*) FROM sqlite_schema", in: NumberColumn.anything) == 0
  }

  /// A path in a URI: what has a meaning there is written as `%3F`.
  private static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2F || byte == 0x2D || byte == 0x2E || byte == 0x5F
      uri += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}

extension Database.Problem {
  /// As the store says it, of a library that is not to be made anew.
  func failure(at path: String) -> StoreError {
    if isBusy { return .libraryFileInUse }
    return code == SQLITE_FULL ? .cannotWrite(path: path, .diskFull) : .libraryFile(path: path, reason)
  }
}

import RFCModel
import StoreTerms

/// Takes what is new or has changed in the cache into the full text, some documents at a time. It can be let go of at
/// any moment: what has been taken in stays, and the next one goes on.
public final class FullTextBuilder {
  /// How far it is, in documents.
  public struct Progress: Hashable, Sendable {
    public let done: Int
    public let total: Int
  }

  public struct Outcome: Hashable, Sendable {
    /// New or changed documents that were taken in.
    public var added = 0
    /// Documents that are no longer in the cache.
    public var removed = 0
    /// What could not be read.
    public var unreadable: [DocumentID] = []
    /// The library was damaged and has been thrown away, the catalogue with it.
    public var wasDamaged = false
    /// All that the index holds now.
    public var documents = 0
    public var passages = 0
  }

  /// Text of a transaction: what an interrupted run loses is a second of work.
  static let usualBatch = 24 << 20
  /// From so much text on, the pieces of the index are not merged on the way.
  static let usualBulk = 16 << 20
  /// An index of more passages is merged into one piece at the end: a tenth of the time, and a search is half as long.
  private static let mostInPieces = 100_000
  /// What FTS5 collects before it writes a piece of the index: more no longer fits the processor's cache, and takes
  /// longer; less makes many pieces.
  private static let collectedBytes = 4 << 20

  public private(set) var outcome = Outcome()
  private let store: RFCStore
  private let lock: WriterLock
  private let library: LibraryFile
  private var database: Database
  /// Those in force; while everything is taken in again, others, which take their place in the end.
  private var tables = FullTextTables.inForce
  private let batchBytes: Int
  private let bulkBytes: Int
  private var pending: [CachedDocument] = []
  private var fingerprints: [String: Int] = [:]
  private var next = 0
  /// Parses what is pending from `next` on; nil until it is needed, and where there can be none.
  private var parsing: ParsingThread?
  private var isBulk = false
  private var isFinished = false

  /// - Parameters:
  ///   - rebuilds: whether everything is taken in again.
  ///   - lock: nil to take it.
  ///   - batchBytes: text of a transaction.
  ///   - bulkBytes: more text than this is taken in as a whole.
  init(
    _ store: RFCStore, rebuilds: Bool, lock: WriterLock?, batchBytes: Int = usualBatch,
    bulkBytes: Int = usualBulk
  ) throws(StoreError) {
    self.store = store
    self.batchBytes = batchBytes
    self.bulkBytes = bulkBytes
    if let lock { self.lock = lock } else { self.lock = try WriterLock.taken(store.folders) }
    library = LibraryFile(store.folders)
    let library = library
    (database, outcome.wasDamaged) = try library.failing { () throws(Database.Problem) in
      let opened = try library.openForWriting(.fullText)
      if try opened.database.isSound(LibraryParts(of: opened.database).numbers) { return opened }
      library.remove()
      return (try library.openForWriting(.fullText).database, true)
    }
    try repairing { () throws(Database.Problem) in
      // Whether one follows the other.
      _ = try IndexedDocuments(in: database, version: 0)
      // Of a run that was ended.
      try database.run(FullTextTables.beside.drops)
      if rebuilds { try beginBeside() }
    }
    try plan()
  }

  /// How far it is; nil once all is done.
  public func advance() throws(StoreError) -> Progress? {
    if isFinished { return nil }
    let batch = nextBatch()
    if !batch.isEmpty {
      if parsing == nil {
        parsing = ParsingThread(pending[next...], of: store, fingerprints: fingerprints)
      }
      try repairing { () throws(Database.Problem) in
        try database.transaction { () throws(Database.Problem) in
          var writer = try FullTextWriter(database, tables)
          for document in batch { try take(document, &writer) }
          try writer.finish()
        }
        next += batch.count
      }
    } else if try isDone() {
      guard isBulk || tables == .beside else {
        isFinished = true
        return nil
      }
      isBulk = false
      try repairing { () throws(Database.Problem) in try settle() }
    } else {
      try repairing { () throws(Database.Problem) in try beginBeside() }
      outcome.added = 0
      try plan()
    }
    return Progress(done: next, total: pending.count)
  }

  /// Drives it to its end.
  public func run(onProgress: (Progress) -> Void = { _ in }) throws(StoreError) -> Outcome {
    while let progress = try advance() { onProgress(progress) }
    return outcome
  }

  // MARK: Steps

  /// What is to be done: nothing for documents whose size and time are as they were.
  private func plan() throws(StoreError) {
    parsing = nil
    let cached = try store.cachedDocuments()
    try repairing { () throws(Database.Problem) in
      var known: [String: (bytes: Int, modified: Int)] = [:]
      fingerprints = [:]
      let rows = try database.prepare(
        "SELECT name, bytes, modified, fingerprint FROM \(tables.indexed)")
      while try rows.step() {
        let name = rows.text(0)
        known[name] = (try rows.int(1, FullTextTables.bytes), try rows.int(2, FullTextTables.modified))
        fingerprints[name] = try rows.int(3, FullTextTables.fingerprint)
      }
      pending = cached.filter { document in
        guard let old = known.removeValue(forKey: document.id.baseName) else { return true }
        return old != (document.bytes, document.modified)
      }
      next = 0
      try database.transaction { () throws(Database.Problem) in
        let writer = try FullTextWriter(database, tables)
        for name in known.keys { try writer.remove(name) }
      }
      outcome.removed = known.count
      isBulk = pending.reduce(0) { $0 + $1.bytes } > bulkBytes
      try database.run(
        """
        PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768;
        \(setting("hashsize", Self.collectedBytes)); \(setting("automerge", isBulk ? 0 : 4));
        \(setting("crisismerge", isBulk ? 64 : 16))
        """)
    }
  }

  private func setting(_ name: String, _ value: Int) -> String {
    "INSERT INTO \(tables.fullText)(\(tables.fullText), rank) VALUES ('\(name)', \(value))"
  }

  private func nextBatch() -> ArraySlice<CachedDocument> {
    var end = next
    var bytes = 0
    while end < pending.count, bytes < batchBytes {
      bytes += pending[end].bytes
      end += 1
    }
    return pending[next..<end]
  }

  private func take(_ document: CachedDocument, _ writer: inout FullTextWriter) throws(Database.Problem) {
    let parsed = parsing?.next() ?? ParsedDocument(document, of: store, fingerprints: fingerprints)
    switch parsed.content {
    case .unreadable:
      outcome.unreadable.append(parsed.document.id)
    case .known:
      try writer.confirm(parsed.document)
    case .entry(let entry, let fingerprint):
      try writer.add(entry, parsed.document, fingerprint: fingerprint)
      outcome.added += 1
    }
  }

  /// False where most of the index belongs to documents that have changed or gone since.
  private func isDone() throws(StoreError) -> Bool {
    var isCompact = true
    try repairing { () throws(Database.Problem) in
      let count = NumberColumn.ids.lowerBound - 1...NumberColumn.ids.upperBound
      outcome.documents = try database.number("SELECT count(*) FROM \(tables.indexed)", in: count)
      outcome.passages = try database.number(
        "SELECT coalesce(sum(passages), 0) FROM \(tables.indexed)", in: count)
      let next = try database.number(
        "SELECT nextPassage FROM \(tables.numbering)", in: FullTextTables.nextPassage.range)
      isCompact = next - 1 - outcome.passages <= max(1000, outcome.passages)
    }
    return next == pending.count && isCompact
  }

  /// Everything is taken in again, beside what there is: whoever reads goes on with that, also where this run is ended.
  private func beginBeside() throws(Database.Problem) {
    tables = .beside
    try database.transaction { () throws(Database.Problem) in
      try database.run(tables.drops + tables.schema)
    }
  }

  /// Merges what was left in pieces, has the tables that were made beside take their place, and gives back what is
  /// free. Readers go on.
  private func settle() throws(Database.Problem) {
    try database.run(setting("automerge", 4) + ";" + setting("crisismerge", 16))
    // Some pieces that were left apart on the way do no harm.
    if outcome.passages > Self.mostInPieces {
      try database.run("INSERT INTO \(tables.fullText)(\(tables.fullText)) VALUES ('optimize')")
    }
    if tables == .beside {
      try database.transaction { () throws(Database.Problem) in try database.run(FullTextTables.replacement) }
      tables = .inForce
    }
    // A quarter of the file, in one second where VACUUM takes five.
    try database.run("PRAGMA incremental_vacuum")
  }

  /// Where the library turns out to be damaged, it is thrown away, once, and everything begins again.
  private func repairing(_ body: () throws(Database.Problem) -> Void) throws(StoreError) {
    do throws(Database.Problem) {
      try body()
    } catch {
      // What it has handed out is lost with the transaction.
      parsing = nil
      guard error.isDamage, !outcome.wasDamaged else { throw library.failure(error) }
      library.remove()
      let library = library
      database = try library.failing { () throws(Database.Problem) in
        try library.openForWriting(.fullText).database
      }
      outcome = Outcome()
      outcome.wasDamaged = true
      tables = .inForce
      try plan()
    }
  }
}

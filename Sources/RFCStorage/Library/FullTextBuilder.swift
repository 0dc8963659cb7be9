import RFCModel

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
      let opened = try library.openForWriting()
      if try opened.database.isSound() { return opened }
      library.remove()
      return (try library.openForWriting().database, true)
    }
    try repairing { () throws(Database.Problem) in
      if rebuilds { try Self.clear(database) }
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
          var writer = try FullTextWriter(database)
          for document in batch { try take(document, &writer) }
          try writer.finish()
        }
        next += batch.count
      }
    } else if try isDone() {
      guard isBulk else {
        isFinished = true
        return nil
      }
      isBulk = false
      try repairing { () throws(Database.Problem) in
        try database.run(
          """
          INSERT INTO fullText(fullText, rank) VALUES ('automerge', 4);
          INSERT INTO fullText(fullText, rank) VALUES ('crisismerge', 16)
          """)
        // Some pieces that were left apart on the way do no harm.
        if outcome.passages > Self.mostInPieces {
          try database.run("INSERT INTO fullText(fullText) VALUES ('optimize')")
        }
        // What merging has left: a quarter of the file, in one second where VACUUM takes five. Readers go on.
        try database.run("PRAGMA incremental_vacuum")
      }
    } else {
      try repairing { () throws(Database.Problem) in try Self.clear(database) }
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
      let rows = try database.prepare("SELECT name, bytes, modified, fingerprint FROM indexed")
      while try rows.step() {
        known[rows.text(0)] = (rows.int(1), rows.int(2))
        fingerprints[rows.text(0)] = rows.int(3)
      }
      pending = cached.filter { document in
        guard let old = known.removeValue(forKey: document.id.baseName) else { return true }
        return old != (document.bytes, document.modified)
      }
      next = 0
      try database.transaction { () throws(Database.Problem) in
        let writer = try FullTextWriter(database)
        for name in known.keys { try writer.remove(name) }
      }
      outcome.removed = known.count
      isBulk = pending.reduce(0) { $0 + $1.bytes } > bulkBytes
      try database.run(
        """
        PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768;
        INSERT INTO fullText(fullText, rank) VALUES ('hashsize', \(Self.collectedBytes));
        INSERT INTO fullText(fullText, rank) VALUES ('automerge', \(isBulk ? 0 : 4));
        INSERT INTO fullText(fullText, rank) VALUES ('crisismerge', \(isBulk ? 64 : 16))
        """)
    }
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
      outcome.documents = try database.number("SELECT count(*) FROM indexed")
      outcome.passages = try database.number("SELECT sum(passages) FROM indexed")
      let dead =
        try database.number("SELECT nextPassage - 1 FROM numbering") - outcome.passages
      isCompact = dead <= max(1000, outcome.passages)
    }
    return next == pending.count && isCompact
  }

  private static func clear(_ database: Database) throws(Database.Problem) {
    try database.transaction { () throws(Database.Problem) in
      for name in FullTextTables.names { try database.run("DROP TABLE \(name)") }
      try database.run(FullTextTables.schema)
    }
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
      database = try library.failing { () throws(Database.Problem) in try library.openForWriting().database }
      outcome = Outcome()
      outcome.wasDamaged = true
      try plan()
    }
  }
}

import CLibrary

/// Reads and parses documents a few megabytes ahead of whoever writes them: parsing takes half as long as SQLite does
/// with the words, and so no time at all.
final class ParsingThread {
  /// Text that may wait to be written.
  private static let waitingBytes = 8 << 20
  private static let waitingDocuments = 128
  /// That of the main thread, where a C library gives others much less.
  private static let stackBytes = 8 << 20

  private let queue: BoundedQueue<ParsedDocument>
  private let thread: pthread_t

  /// Nil where the system has no thread to give.
  ///
  /// - Parameter fingerprints: of what the index has, by name.
  init?(_ documents: ArraySlice<CachedDocument>, of store: RFCStore, fingerprints: [String: Int]) {
    let queue = BoundedQueue<ParsedDocument>(bytes: Self.waitingBytes, count: Self.waitingDocuments)
    let work = Work(documents: documents, store: store, fingerprints: fingerprints, queue: queue)
    guard let thread = Self.start(work) else { return nil }
    self.queue = queue
    self.thread = thread
  }

  /// Ends with the document that is being parsed.
  deinit {
    queue.close()
    pthread_join(thread, nil)
  }

  /// The next document in the order they were given; waits for it. Nil after the last one.
  func next() -> ParsedDocument? { queue.take() }

  /// What the thread is given.
  fileprivate final class Work: Sendable {
    let documents: ArraySlice<CachedDocument>
    let store: RFCStore
    let fingerprints: [String: Int]
    let queue: BoundedQueue<ParsedDocument>

    init(
      documents: ArraySlice<CachedDocument>, store: RFCStore, fingerprints: [String: Int],
      queue: BoundedQueue<ParsedDocument>
    ) {
      self.documents = documents
      self.store = store
      self.fingerprints = fingerprints
      self.queue = queue
    }

    func run() {
      for document in documents {
        let parsed = ParsedDocument(document, of: store, fingerprints: fingerprints)
        guard queue.put(parsed, size: parsed.size) else { return }
      }
      queue.close()
    }
  }

  private static func start(_ work: Work) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    // Signals are for the main thread.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let context = Unmanaged.passRetained(work)
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    guard pthread_create(&thread, &attributes, parsingMain, context.toOpaque()) == 0 else {
      context.release()
      return nil
    }
    return thread
  }
}

/// What `pthread_create` starts. The parameter is optional on Linux only.
#if canImport(Darwin)
  private func parsingMain(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ParsingThread.Work>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#else
  private func parsingMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ParsingThread.Work>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#endif

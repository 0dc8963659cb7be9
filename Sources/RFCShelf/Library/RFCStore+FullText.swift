import RFCModel
import StoreTerms
import Unix

extension RFCStore {
  /// The full text of what has been indexed; nil where nothing has been. It stays open: what other runs add, it finds.
  ///
  /// - Throws: ``StoreError/libraryFileInUse`` where another program has it for itself, and goes on so for a second;
  ///   ``StoreError/damagedFullText(path:)`` or ``StoreError/libraryFile(path:_:)`` where it cannot be read.
  public func fullText() throws(StoreError) -> FullTextIndex? {
    let library = library
    let database = try library.reading { () throws(Database.Problem) in
      try library.openForReading(.fullText)
    }
    guard let database else { return nil }
    let index = try FullTextIndex(database, of: self)
    return index.documentCount > 0 ? index : nil
  }

  /// Takes what is new in the cache into the full text.
  ///
  /// - Parameter rebuilds: whether everything is taken in again. What is there stays until then.
  /// - Throws: ``StoreError/libraryFileBusy`` while another run changes the library.
  public func fullTextBuilder(rebuilds: Bool = false) throws(StoreError) -> FullTextBuilder {
    try FullTextBuilder(self, rebuilds: rebuilds, lock: nil)
  }

  /// The same for whoever has the lock already.
  func fullTextBuilder(lock: WriterLock) throws(StoreError) -> FullTextBuilder {
    try FullTextBuilder(self, rebuilds: false, lock: lock)
  }

  /// What is in the libraries and in the cache, in no order, but for documents of these file names.
  func cachedDocuments(except names: Set<String>) throws(StoreError) -> [DocumentID] {
    var ids: [DocumentID] = []
    if !settings.textFolders.isEmpty {
      return try cachedDocuments().map(\.id).filter { !names.contains($0.fileName) }
    }
    for folder in ["rfc", "draft"].map({ folders.cache + "/" + $0 }) {
      do throws(FileProblem) {
        for name in try FileSystem.names(in: folder) where !names.contains(name) {
          if let id = DocumentID(fileName: name) { ids.append(id) }
        }
      } catch {
        throw .cannotRead(path: folder, error)
      }
    }
    return ids
  }

  /// A search without an index: of these documents, or of all in the cache.
  public func plainScan(
    for query: FullTextQuery, in documents: [DocumentID]? = nil,
    surroundings: CatalogueFilter.Surroundings = CatalogueFilter.Surroundings()
  ) throws(StoreError) -> PlainScan {
    var names = documents ?? []
    if documents == nil { names = try cachedDocuments(except: []) }
    return try PlainScan(query, names, of: self, surroundings: surroundings)
  }
}

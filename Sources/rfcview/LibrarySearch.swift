import RFCModel
import RFCShelf
import ReaderCore
import StoreTerms

/// The searches of all texts that a reader asks for. The index answers at once; what is not in it is read document by
/// document, while nothing else is to be done.
final class LibrarySearch {
  /// As many as anybody looks through.
  private static let limit = 200

  private let store: RFCStore
  private let surroundings: () -> CatalogueFilter.Surroundings
  private var index: FullTextIndex?
  /// What is in the cache and not in the index; nil where that has to be looked at again.
  private var missing: [DocumentID]?

  private enum Stage {
    case idle
    /// Asked for, nothing done yet: a next letter may change it.
    case asked(FullTextQuery)
    case scanning(FullTextQuery, PlainScan, indexed: SearchResults)
  }

  private var stage = Stage.idle
  /// The last scan, for the excerpts of what it has found.
  private var scan: PlainScan?
  private var scanned: Set<DocumentID> = []

  init(_ store: RFCStore, surroundings: @escaping () -> CatalogueFilter.Surroundings) {
    self.store = store
    self.surroundings = surroundings
  }

  var isWorking: Bool {
    if case .idle = stage { return false }
    return true
  }

  /// Ends the search before; nil asks for nothing.
  func ask(_ query: FullTextQuery?) { stage = query.map(Stage.asked) ?? .idle }

  /// The cache or the index has changed.
  func forgetMissing() { missing = nil }

  /// Some milliseconds of work.
  ///
  /// - Returns: what has been found so far.
  func advance() throws(StoreError) -> ReaderEvent? {
    switch stage {
    case .idle: return nil
    case .asked(let query):
      stage = .idle
      return try begin(query)
    case .scanning(let query, let scan, let indexed):
      let goesOn = scan.advance(bytes: 4 << 20)
      if !goesOn { stage = .idle }
      return .found(
        indexed.joined(with: scan.results(limit: Self.limit), limit: Self.limit), for: query,
        note: note(scan), isComplete: !goesOn)
    }
  }

  private func begin(_ query: FullTextQuery) throws(StoreError) -> ReaderEvent {
    let surroundings = query.filter.isEmpty ? CatalogueFilter.Surroundings() : surroundings()
    if index == nil { index = try store.fullText() }
    scan = nil
    scanned = []
    var results = SearchResults()
    if let index {
      results = try index.search(query, surroundings: surroundings, limit: Self.limit)
      let missing = try missing(in: index)
      if missing.isEmpty { return .found(results, for: query, note: "", isComplete: true) }
      scanned = Set(missing)
    }
    let scan = try store.plainScan(for: query, in: index == nil ? nil : missing, surroundings: surroundings)
    self.scan = scan
    stage = .scanning(query, scan, indexed: results)
    return .found(results, for: query, note: note(scan), isComplete: false)
  }

  private func missing(in index: FullTextIndex) throws(StoreError) -> [DocumentID] {
    if let missing { return missing }
    let missing = try index.missingDocuments()
    self.missing = missing
    return missing
  }

  private func note(_ scan: PlainScan) -> String {
    index == nil
      ? "plain scan: no index" : "plain scan of \(scan.total) more"
  }

  /// Those that can still be read.
  func excerpts(of hits: [SearchHit], for query: FullTextQuery) -> [SearchHit: Excerpt] {
    var excerpts: [SearchHit: Excerpt] = [:]
    for hit in hits {
      let found: Excerpt??
      if let index, !scanned.contains(hit.document) {
        found = try? index.excerpt(of: hit, for: query)
      } else {
        found = try? scan?.excerpt(of: hit)
      }
      excerpts[hit] = found ?? nil
    }
    return excerpts
  }

  /// Where the documents of the index cite an RFC.
  func citing(_ number: RFCNumber) throws(StoreError) -> ReaderEvent {
    if index == nil { index = try store.fullText() }
    guard let index else {
      return .citing(
        number, [], note: "Who cites it is known of indexed documents: `rfcview index` indexes them.")
    }
    let missing = try missing(in: index)
    let note = missing.isEmpty ? "" : "\(missing.count) not indexed"
    return .citing(number, try index.citations(of: number), note: note)
  }
}

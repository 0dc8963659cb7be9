import RFCModel
import RFCShelf
import StoreTerms

/// A search of all texts: the index has answered when it is made, what is not in it is read in parts.
public final class Search {
  public enum Source: Hashable, Sendable {
    case index
    /// So many documents are not in it, and are read.
    case indexAndTexts(Int)
    /// There is no index.
    case texts
  }

  public let query: FullTextQuery
  public let source: Source
  /// Nothing is left to be read.
  public private(set) var isComplete: Bool

  private let limit: Int
  private let indexed: (index: FullTextIndex, results: SearchResults)?
  private let scan: PlainScan?
  private let scanned: Set<DocumentID>

  init(
    _ query: FullTextQuery, limit: Int, indexed: (index: FullTextIndex, results: SearchResults)?,
    scan: PlainScan?, scanned: Set<DocumentID>
  ) {
    self.query = query
    self.limit = limit
    self.indexed = indexed
    self.scan = scan
    self.scanned = scanned
    isComplete = scan == nil
    source =
      switch (indexed, scan) {
      case (nil, _): .texts
      case (_, nil): .index
      case (_, let scan?): .indexAndTexts(scan.total)
      }
  }

  /// Reads on.
  ///
  /// - Parameter bytes: of text, after which it returns; 1 MB takes about 10 ms.
  public func advance(bytes: Int = 1 << 20) {
    guard let scan, !isComplete else { return }
    isComplete = !scan.advance(bytes: bytes)
  }

  /// Reads all that is left.
  public func finish() { while !isComplete { advance() } }

  /// What has been found so far.
  public var results: SearchResults {
    let indexed = indexed?.results ?? SearchResults()
    return scan.map { indexed.joined(with: $0.results(limit: limit), limit: limit) } ?? indexed
  }

  /// The part of a section that has the most of the words; nil where the document is no longer in the cache.
  ///
  /// - Parameter width: bytes, about; more than 20.
  public func excerpt(of hit: SearchHit, width: Int = 160) throws(StoreError) -> Excerpt? {
    if let (index, _) = indexed, !scanned.contains(hit.document) {
      return try index.excerpt(of: hit, for: query, width: width)
    }
    return try scan?.excerpt(of: hit, width: width)
  }

  /// The documents with the excerpts of their best sections, and what is wrong with the files of those that have none,
  /// each once.
  public func found(
    width: Int = 160
  ) throws(DeskError) -> (documents: [(FoundDocument, Excerpt?)], problems: [StoreError]) {
    var documents: [(FoundDocument, Excerpt?)] = []
    var problems: [StoreError] = []
    for document in results.found {
      do throws(StoreError) {
        documents.append((document, try excerpt(of: document.best, width: width)))
      } catch {
        switch error {
        case .spoiled, .cannotRead:
          documents.append((document, nil))
          if !problems.contains(error) { problems.append(error) }
        default: throw .store(error)
        }
      }
    }
    return (documents, problems)
  }
}

extension FullTextQuery {
  /// As somebody has typed it who wants an answer.
  ///
  /// - Throws: ``DeskError/query(_:)``, or ``DeskError/emptyQuery`` where there are no words in it.
  public init(asked text: String) throws(DeskError) {
    do throws(FullTextQuery.Problem) {
      try self.init(typed: text)
    } catch {
      throw .query(error)
    }
    if expression == nil { throw .emptyQuery }
  }
}

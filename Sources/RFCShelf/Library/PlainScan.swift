import RFCFormats
import RFCModel
import StoreTerms

/// A search that reads the documents one by one, for what is not in the index. A few at a time: it can be let go of at
/// any moment.
public final class PlainScan {
  /// So many documents are kept, the best ones.
  static let mostKept = 2000

  private let store: RFCStore
  private let query: FullTextQuery
  private let matcher: PassageMatcher
  private let documents: [DocumentID]
  private let surroundings: CatalogueFilter.Surroundings
  private var rows: [DocumentID: CatalogueRow] = [:]
  private let necessaryWords: [[UInt8]]?

  private var found: [FoundDocument] = []
  private var sections = 0
  private var matchingDocuments = 0
  /// How many documents have been read.
  public private(set) var done = 0

  init(
    _ query: FullTextQuery, _ documents: [DocumentID], of store: RFCStore,
    surroundings: CatalogueFilter.Surroundings
  ) throws(StoreError) {
    self.query = query
    self.store = store
    self.surroundings = surroundings
    // The latest first.
    self.documents = documents.sorted { $1 < $0 }
    let library = store.library
    matcher = PassageMatcher(
      query, tokenizer: try library.reading { () throws(Database.Problem) in try Tokenizer() })
    necessaryWords = matcher.necessaryWords
    for row in (try? store.catalogue()?.rows()) ?? [] { rows[row.id] = row }
  }

  /// How many documents are to be read.
  public var total: Int { documents.count }

  /// Reads some documents more.
  ///
  /// - Parameter bytes: of text, after which it returns; 1 MB takes about 10 ms.
  /// - Returns: whether there are more to read.
  public func advance(bytes: Int = 1 << 20) -> Bool {
    var read = 0
    while done < documents.count, read < bytes {
      read += scan(documents[done])
      done += 1
    }
    return done < documents.count
  }

  /// What has been found so far.
  public func results(limit: Int) -> SearchResults {
    found.sort { $0.isBefore($1) }
    return SearchResults(
      Array(found.prefix(max(0, limit))), sections: sections, documents: matchingDocuments)
  }

  /// The part of a section that has the most of the words; nil where the document is no longer in the cache.
  ///
  /// - Parameter width: bytes, about; more than 20.
  public func excerpt(of hit: SearchHit, width: Int = 160) throws(StoreError) -> Excerpt? {
    guard let bytes = try store.load(hit.document) else { return nil }
    let text = ParsedText(TextDecoder.document(from: bytes))
    return matcher.excerpt(
      of: hit, in: text.document, pagination: text.pagination, contents: text.printedContents, width: width)
  }

  /// - Returns: how many bytes had to be read.
  private func scan(_ id: DocumentID) -> Int {
    // A document whose facts are known is passed over by them, unread.
    if let row = rows[id], !query.filter.matches(row, in: surroundings) { return 0 }
    guard query.expression != nil, let bytes = try? store.load(id) else { return 0 }
    let size = bytes.count
    if let necessaryWords, !bytes.mayHold(oneOf: necessaryWords) { return size }
    let parsed = ParsedText(TextDecoder.document(from: bytes))
    let front = parsed.frontMatter
    let row = rows[id] ?? CatalogueRow(id: id, front: front)
    guard query.filter.matches(row, in: surroundings) else { return size }
    let (outline, passages) = (parsed.outline, parsed.passages())
    var hits: [(hit: SearchHit, score: Double)] = []
    passages.text.withUnsafeBufferPointer { text in
      for (index, passage) in passages.all.enumerated() {
        let section = passage.section.map { outline.sections[$0] }
        let columns = [
          matcher.column(index == 0 ? front.title ?? "" : ""),
          matcher.column(passage.hasHeading ? section?.title ?? "" : ""),
          matcher.column(UnsafeBufferPointer(rebasing: text[passage.text])),
        ]
        guard matcher.matches(columns) else { continue }
        let hit = SearchHit(
          in: row, section: section?.number, heading: section?.title ?? "", lines: passage.lines,
          headingLines: passage.hasHeading ? section?.headingLines ?? 0 : 0)
        hits.append((hit, matcher.score(columns)))
      }
    }
    take(hits)
    return size
  }

  /// The sections of a document that match.
  private func take(_ hits: [(hit: SearchHit, score: Double)]) {
    let ranked = hits.indices.sorted { a, b in
      hits[a].score != hits[b].score ? hits[a].score > hits[b].score : a < b
    }
    guard let best = ranked.first.map({ hits[$0] }) else { return }
    sections += hits.count
    matchingDocuments += 1
    found.append(
      FoundDocument(
        best.hit, others: ranked.dropFirst().prefix(FoundDocument.mostSections - 1).map { hits[$0].hit },
        sectionCount: hits.count, score: best.score))
    if found.count > 2 * Self.mostKept {
      found.sort { $0.isBefore($1) }
      found.removeLast(found.count - Self.mostKept)
    }
  }
}

extension CatalogueRow {
  /// What a text says of itself.
  init(id: DocumentID, front: FrontMatter) {
    self.init(id: id, title: front.title ?? "", date: front.published)
  }
}

extension [UInt8] {
  /// False only where none of some words, in lower case, stands in a published text.
  fileprivate func mayHold(oneOf words: [[UInt8]]) -> Bool {
    withUnsafeBufferPointer { text in
      // Accents, which words are compared without, and overstrikes keep a word from being seen.
      if text.contains(where: { $0 >= 0x80 || $0 == 0x08 }) { return true }
      return words.contains { text.holds($0) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= count else { return word.isEmpty }
    func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    return word.withUnsafeBufferPointer { word in
      for start in 0...(count - word.count) where folded(self[start]) == first {
        var length = 1
        while length < word.count, folded(self[start + length]) == word[length] { length += 1 }
        if length == word.count { return true }
      }
      return false
    }
  }
}

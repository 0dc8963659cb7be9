import RFCFormats
import RFCModel
import StoreTerms

/// The words of the documents that have been indexed. It stays open from one search to the next.
///
/// What is bounded: of the sections that match, those taken in last are weighed, 10,000 or as many as hold 20,000 of
/// the words; 30,000 are counted. What is before them is ranked by the catalogue, and the sections of its best are
/// weighed, too.
public final class FullTextIndex {
  let database: Database
  let store: RFCStore
  private let slot = RowSlot()
  private let tokenizer: Tokenizer
  private let search: Statement
  private let passage: Statement
  private let layout: Statement
  private let facts: Statement
  /// Whether the library has a catalogue of this program's version; where not, the texts say what they say of themselves.
  private let hasCatalogue: Bool

  private(set) var documents = IndexedDocuments()
  private var words: CatalogueWords?
  /// Of the last query with fields.
  private var narrowed:
    (filter: CatalogueFilter, surroundings: CatalogueFilter.Surroundings, isWanted: [Bool])?

  init(_ database: Database, of store: RFCStore) throws(StoreError) {
    self.database = database
    self.store = store
    let slot = slot
    let hasCatalogue = try store.library.reading { () throws(Database.Problem) in
      try LibraryParts(of: database).holds(.catalogue)
    }
    self.hasCatalogue = hasCatalogue
    (tokenizer, search, passage, layout, facts) = try store.library.reading { () throws(Database.Problem) in
      try database.run("PRAGMA cache_size = -16384")
      try slot.install(as: "collect", in: database)
      return (
        try Tokenizer(of: database),
        try database.prepare(
          """
          SELECT collect(fullText) FROM fullText WHERE fullText MATCH ? AND rowid BETWEEN ? AND ?
          ORDER BY rowid DESC
          """),
        try database.prepare("SELECT section, heading, line, lines, headingLines FROM passage WHERE id = ?"),
        try database.prepare(
          "SELECT contents, contentsLines, breaks FROM layout JOIN indexed ON id = document WHERE name = ?"),
        try database.prepare(
          hasCatalogue
            ? """
            SELECT coalesce(rfc.title, indexed.title), date, year, status, obsoletedBy
            FROM indexed LEFT JOIN rfc ON number = indexed.rfc WHERE id = ?
            """ : "SELECT title, NULL, year, NULL, NULL FROM indexed WHERE id = ?")
      )
    }
    try refresh()
  }

  /// How many documents it holds.
  public var documentCount: Int { documents.all.count }

  /// The texts that are in the cache and not in the index. A document that has changed since counts as indexed, and a
  /// file that is no text is none that the index could take in.
  public func missingDocuments() throws(StoreError) -> [DocumentID] {
    // Names are compared as names: most are there, and need not be read as one.
    let indexed = Set(documents.all.map(\.id.fileName))
    return try store.cachedDocuments(except: indexed).filter { store.hasText(of: $0) }
  }

  /// - Parameters:
  ///   - surroundings: for the fields of the query that the catalogue does not know.
  ///   - limit: so many documents are kept.
  /// - Throws: ``StoreError/damagedFullText(path:)`` where the index cannot be read.
  public func search(
    _ query: FullTextQuery, surroundings: CatalogueFilter.Surroundings = CatalogueFilter.Surroundings(),
    limit: Int
  ) throws(StoreError) -> SearchResults {
    guard let expression = query.fts5 else { return SearchResults() }
    try refresh()
    let isWanted = try wanted(query.filter, surroundings)
    guard let first = isWanted.firstIndex(of: true), let last = isWanted.lastIndex(of: true) else {
      return SearchResults()
    }
    let rows = documents.all[first].first..<documents.all[last].first + documents.all[last].count
    return try store.library.reading { () throws(Database.Problem) in
      let collector = collector(isWanted)
      guard let typed = query.wordsAlone, hasCatalogue else {
        try collect(expression, rows, into: collector)
        return try ranked(collector, limit: limit)
      }
      let words = SmallWords.needed(of: typed)
      try collect(words.map(\.fts5).joined(separator: " AND "), rows, into: collector)
      let results = try ranked(words, collector, isWanted, limit: limit)
      if results.documents > 0 || words.count == 1 { return results }
      for leftOut in Self.leavingOut(words, rarity: try rarity(of: words)) {
        let others = words.indices.filter { !leftOut.contains($0) }.map { words[$0] }
        let collector = self.collector(isWanted)
        try collect(others.map(\.fts5).joined(separator: " AND "), rows, into: collector)
        var results = try ranked(others, collector, isWanted, limit: limit)
        results.leftOut = leftOut.sorted().map { words[$0].text }
        if results.documents > 0 { return results }
      }
      return results
    }
  }

  private func collector(_ isWanted: [Bool]) -> MatchCollector {
    MatchCollector(
      zip(documents.all, isWanted).map { MatchCollector.Span(first: $0.first, count: $0.count, isWanted: $1) }
    )
  }

  func collect(
    _ expression: String, _ rows: Range<Int>, into collector: MatchCollector
  ) throws(Database.Problem) {
    slot.collector = collector
    defer {
      slot.collector = nil
      search.reset()
    }
    search.bind(expression, at: 0)
    search.bind(rows.lowerBound, at: 1)
    search.bind(rows.upperBound - 1, at: 2)
    while !collector.isFull, try search.step() {}
  }

  func wordFinder() throws(Database.Problem) -> CatalogueWords {
    if let words { return words }
    // A catalogue that an earlier version has taken in gets its words when it is opened.
    if try !WordTables.areCurrent(in: database) { _ = try? store.catalogue() }
    let new = try CatalogueWords.opened(for: database)
    words = new
    return new
  }

  func hit(_ number: Int, in row: CatalogueRow) throws(Database.Problem) -> SearchHit? {
    passage.bind(number, at: 0)
    defer { passage.reset() }
    guard try passage.step() else { return nil }
    let line = try passage.int(2, FullTextTables.line)
    let count = try passage.int(3, FullTextTables.lineCount)
    let headingLines = try passage.optionalInt(4, FullTextTables.headingLines)
    return SearchHit(
      in: row, section: SectionNumber(passage.text(0)), heading: passage.text(1),
      lines: line..<line + max(1, count), headingLines: headingLines ?? 0)
  }

  // MARK: Excerpts

  /// The part of a section that has the most of the words; nil where the document is no longer in the cache.
  ///
  /// - Parameter width: bytes, about; more than 20.
  public func excerpt(of hit: SearchHit, for query: FullTextQuery, width: Int = 160) throws(StoreError)
    -> Excerpt?
  {
    guard let bytes = try store.load(hit.document) else { return nil }
    let (pagination, contents) = try layout(of: hit.document)
    return PassageMatcher(query, tokenizer: tokenizer).excerpt(
      of: hit, in: TextDecoder.document(from: bytes), pagination: pagination, contents: contents, width: width
    )
  }

  private func layout(of id: DocumentID) throws(StoreError) -> (Pagination, Range<Int>) {
    try store.library.reading { () throws(Database.Problem) in
      layout.bind(id.baseName, at: 0)
      defer { layout.reset() }
      guard try layout.step() else { return (.none, 0..<0) }
      let first = try layout.int(0, FullTextTables.contents)
      let count = try layout.int(1, FullTextTables.contentsLines)
      // Breaks for 300,000 pages.
      return (layout.bytes(2, limit: 1 << 20) { Pagination(packed: $0) }, first..<first + count)
    }
  }

  // MARK: Documents

  /// Reads anew what documents there are where another run has changed the library.
  func refresh() throws(StoreError) {
    try store.library.reading { () throws(Database.Problem) in
      let version = try database.number("PRAGMA data_version", in: NumberColumn.anything)
      guard version != documents.version else { return }
      documents = try IndexedDocuments(in: database, version: version)
      narrowed = nil
      words = nil
    }
  }

  private func wanted(
    _ filter: CatalogueFilter, _ surroundings: CatalogueFilter.Surroundings
  ) throws(StoreError) -> [Bool] {
    if filter.isEmpty { return Array(repeating: true, count: documents.all.count) }
    if let narrowed, narrowed.filter == filter, narrowed.surroundings == surroundings {
      return narrowed.isWanted
    }
    let catalogue = StoredCatalogue(database, path: store.library.path)
    let rows = Dictionary(try (hasCatalogue ? catalogue.rows() : []).map { ($0.id, $0) }) { first, _ in first
    }
    let isWanted = try store.library.reading { () throws(Database.Problem) in
      var isWanted: [Bool] = []
      for document in documents.all {
        var row = rows[document.id]
        if row == nil { row = try self.row(of: document, SuccessorTable(of: database)) }
        isWanted.append(row.map { filter.matches($0, in: surroundings) } ?? false)
      }
      return isWanted
    }
    narrowed = (filter, surroundings, isWanted)
    return isWanted
  }

  func row(of document: IndexedDocuments.Text) throws(Database.Problem) -> CatalogueRow? {
    try row(of: document, SuccessorTable(of: database))
  }

  /// What the catalogue knows of a document, or else the text itself.
  private func row(
    of document: IndexedDocuments.Text, _ successors: SuccessorTable
  ) throws(Database.Problem) -> CatalogueRow? {
    facts.bind(document.row, at: 0)
    defer { facts.reset() }
    guard try facts.step() else { return nil }
    var date = try facts.date(1)
    if date == nil, let year = try facts.optionalInt(2, FullTextTables.year) {
      date = CalendarDate(year: year, month: 1)
    }
    let obsoletedBy = facts.names(4).compactMap(\.rfc)
    let inForce = try document.id.rfc.map { (number) throws(Database.Problem) in
      try successors.inForce(insteadOf: number, obsoletedBy: obsoletedBy)
    }
    return CatalogueRow(
      id: document.id, title: facts.text(0),
      date: date,
      status: facts.isNull(3) ? .unknown : PublicationStatus(rawValue: facts.text(3)),
      obsoletedBy: obsoletedBy, inForce: inForce)
  }

  // MARK: Citations

  /// The places in other documents that cite an RFC, the latest documents first.
  ///
  /// - Parameter section: only what cites that section; nil for everything.
  public func citations(of number: RFCNumber, section: SectionNumber? = nil) throws(StoreError)
    -> [CitingPlace]
  {
    try refresh()
    return try store.library.reading { () throws(Database.Problem) in
      try CitingPlaces(in: database, documents: documents, hasCatalogue: hasCatalogue).all(
        of: number, section: section)
    }
  }
}

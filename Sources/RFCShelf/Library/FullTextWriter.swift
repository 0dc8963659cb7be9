import RFCModel

/// Writes documents into the full text, with statements that are prepared once.
struct FullTextWriter {
  private let words: Statement
  private let passage: Statement
  private let indexed: Statement
  private let layout: Statement
  private let citation: Statement
  private let amendment: Statement
  private let oldSpan: Statement
  private let confirmed: Statement
  private let database: Database
  private let tables: FullTextTables
  private var nextPassage: Int
  private var nextDocument: Int
  /// Of this transaction.
  private var citations: [(id: Int, place: FullTextEntry.CitedPlace)] = []

  init(_ database: Database, _ tables: FullTextTables) throws(Database.Problem) {
    self.database = database
    self.tables = tables
    words = try database.prepare(
      "INSERT INTO \(tables.fullText)(rowid, title, heading, body) VALUES (?, ?, ?, ?)")
    passage = try database.prepare("INSERT INTO \(tables.passage) VALUES (?, ?, ?, ?, ?, ?)")
    indexed = try database.prepare("INSERT INTO \(tables.indexed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    layout = try database.prepare("INSERT INTO \(tables.layout) VALUES (?, ?, ?, ?)")
    citation = try database.prepare("INSERT INTO \(tables.citation) VALUES (?, ?, ?, ?)")
    amendment = try database.prepare(
      "INSERT OR IGNORE INTO \(tables.amendment) VALUES (?, ?, ?, ?, ?, ?, ?)")
    oldSpan = try database.prepare("SELECT id, firstPassage, passages FROM \(tables.indexed) WHERE name = ?")
    confirmed = try database.prepare("UPDATE \(tables.indexed) SET bytes = ?, modified = ? WHERE name = ?")
    nextPassage = try database.number(
      "SELECT nextPassage FROM \(tables.numbering)", in: FullTextTables.nextPassage.range)
    nextDocument = try database.number(
      "SELECT nextDocument FROM \(tables.numbering)", in: FullTextTables.nextDocument.range)
  }

  /// Every write is part of a transaction of the caller's.
  mutating func add(
    _ entry: FullTextEntry, _ document: CachedDocument, fingerprint: Int
  ) throws(Database.Problem) {
    try remove(document.id.baseName)
    let firstPassage = nextPassage
    let id = nextDocument
    nextDocument += 1
    try entry.passages.text.withUnsafeBufferPointer { (text) throws(Database.Problem) in
      for (index, found) in entry.passages.all.enumerated() {
        let section = found.section.map { entry.outline.sections[$0] }
        let heading = found.hasHeading ? section?.title ?? "" : ""
        words.bind(nextPassage, at: 0)
        words.bind(index == 0 ? entry.title : "", at: 1)
        words.bind(heading, at: 2)
        words.bind(UnsafeBufferPointer(rebasing: text[found.text]), at: 3)
        try words.run()

        passage.bind(nextPassage, at: 0)
        passage.bind(section?.number?.text ?? "", at: 1)
        passage.bind(section?.title ?? "", at: 2)
        passage.bind(found.lines.lowerBound, at: 3)
        passage.bind(found.lines.count, at: 4)
        passage.bind(found.hasHeading ? section?.headingLines : 0, at: 5)
        try passage.run()
        nextPassage += 1
      }
    }
    indexed.bind(id, at: 0)
    indexed.bind(document.id.baseName, at: 1)
    indexed.bind(document.id.rfc?.value, at: 2)
    indexed.bind(firstPassage, at: 3)
    indexed.bind(nextPassage - firstPassage, at: 4)
    indexed.bind(entry.title, at: 5)
    indexed.bind(FullTextTables.year.held(entry.year), at: 6)
    indexed.bind(document.bytes, at: 7)
    indexed.bind(document.modified, at: 8)
    indexed.bind(fingerprint, at: 9)
    try indexed.run()

    layout.bind(id, at: 0)
    layout.bind(entry.passages.contents.lowerBound, at: 1)
    layout.bind(entry.passages.contents.count, at: 2)
    layout.bind(blob: entry.pagination.packed, at: 3)
    try layout.run()

    for (change, words) in entry.amendments {
      amendment.bind(change.rfc.value, at: 0)
      amendment.bind(id, at: 1)
      amendment.bind(change.line, at: 2)
      amendment.bind(change.section.text, at: 3)
      amendment.bind(change.kind.rawValue, at: 4)
      amendment.bind(change.place?.text ?? "", at: 5)
      amendment.bind(words, at: 6)
      try amendment.run()
    }
    for place in entry.citations { citations.append((id, place)) }
  }

  /// To be called at the end of a transaction.
  func finish() throws(Database.Problem) {
    // In the order of their table, which is written faster so.
    for (id, place) in citations.sorted(by: { ($0.place.rfc, $0.id) < ($1.place.rfc, $1.id) }) {
      citation.bind(place.rfc, at: 0)
      citation.bind(id, at: 1)
      citation.bind(place.line, at: 2)
      citation.bind(place.section, at: 3)
      try citation.run()
    }
    try database.run(
      "UPDATE \(tables.numbering) SET nextPassage = \(nextPassage), nextDocument = \(nextDocument)")
  }

  /// The file is another one with the same text.
  func confirm(_ document: CachedDocument) throws(Database.Problem) {
    confirmed.bind(document.bytes, at: 0)
    confirmed.bind(document.modified, at: 1)
    confirmed.bind(document.id.baseName, at: 2)
    try confirmed.run()
  }

  /// What the index holds of a document belongs to nobody from now on.
  func remove(_ name: String) throws(Database.Problem) {
    oldSpan.bind(name, at: 0)
    defer { oldSpan.reset() }
    guard try oldSpan.step() else { return }
    let id = try oldSpan.int(0, FullTextTables.document)
    let first = try oldSpan.int(1, FullTextTables.firstPassage)
    let count = try oldSpan.int(2, FullTextTables.passageCount)
    oldSpan.reset()
    try database.run(
      """
      DELETE FROM \(tables.indexed) WHERE id = \(id); DELETE FROM \(tables.layout) WHERE document = \(id);
      DELETE FROM \(tables.passage) WHERE id >= \(first) AND id < \(first + count)
      """)
  }
}

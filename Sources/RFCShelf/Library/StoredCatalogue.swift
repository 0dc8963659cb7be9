import RFCModel
import RFCTransfer
import StoreTerms

/// The catalogue as the library keeps it, for looking things up. It is read where it lies: to open it costs a fraction
/// of a millisecond, however long it is.
public final class StoredCatalogue {
  /// How old it is. Times are seconds since 1970, UTC.
  public struct Age: Hashable, Sendable {
    /// When the index came that it was made of.
    public let fetched: Int
    /// When the server was last asked for a newer one.
    public let checked: Int
  }

  let database: Database
  let path: String
  var words: CatalogueWords?

  init(_ database: Database, path: String) {
    self.database = database
    self.path = path
  }

  /// Nil where no index was ever taken in.
  public func age() throws(StoreError) -> Age? {
    guard let fetched = try moment("fetched") else { return nil }
    return Age(fetched: fetched, checked: try moment("checked") ?? fetched)
  }

  private func moment(_ fact: String) throws(StoreError) -> Int? {
    guard let text = try self.fact(fact) else { return nil }
    // Of the years up to 9999.
    guard let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
      throw .damagedCatalogue(path: path)
    }
    return seconds
  }

  /// Whether all of it can be read. 10 ms.
  func isSound() throws(StoreError) -> Bool {
    try asking { () throws(Database.Problem) in
      let hasWords = try LibraryParts(of: database).holds(.words)
      return try database.holdsOnly(CatalogueTables.numbers + (hasWords ? WordTables.numbers : []))
    }
  }

  /// What the server called the index; nil where it gave it no name.
  public func entityTag() throws(StoreError) -> String? {
    try fact("entityTag").flatMap { ResponseHead.isEntityTag($0) ? $0 : nil }
  }

  /// Whether each relation stands at both of its ends: a version before stored them as they came.
  func isUnited() throws(StoreError) -> Bool { try fact(CatalogueTables.united) != nil }

  /// Whether the words that are looked for are those of this catalogue.
  func hasWords() throws(StoreError) -> Bool {
    try asking { () throws(Database.Problem) in try WordTables.areCurrent(in: database) }
  }

  private func fact(_ name: String) throws(StoreError) -> String? {
    try first("SELECT value FROM fact WHERE name = ?", { $0.bind(name, at: 0) }, { $0.text(0) })
  }

  /// Every RFC, ascending by number.
  public func rows() throws(StoreError) -> [CatalogueRow] {
    let words = CommonWords()
    var rows = try all(
      StoredRow.query + " ORDER BY number", { _ in },
      { (row) throws(Database.Problem) in try StoredRow(row, words).made })
    // All that there is to ask is here.
    var successors: [RFCNumber: [RFCNumber]] = [:]
    for row in rows where row.isObsolete {
      if let number = row.id.rfc { successors[number] = row.obsoletedBy }
    }
    for index in rows.indices where rows[index].isObsolete {
      guard let number = rows[index].id.rfc else { continue }
      rows[index].inForce = Catalogue.inForce(insteadOf: number, obsoletedBy: rows[index].obsoletedBy) {
        successors[$0] ?? []
      }
    }
    return rows
  }

  /// Those that a filter leaves, ascending by number; no others are made.
  public func rows(
    matching filter: CatalogueFilter, in surroundings: CatalogueFilter.Surroundings
  ) throws(StoreError) -> [CatalogueRow] {
    let words = CommonWords()
    let successors = SuccessorTable(of: database)
    return try all(
      StoredRow.query + " ORDER BY number", { _ in },
      { (statement) throws(Database.Problem) in
        let row = try StoredRow(statement, words)
        return filter.matches(row, in: surroundings) ? try row.made(successors) : nil
      })
  }

  /// Those of some RFCs, ascending by number.
  public func rows(of numbers: [RFCNumber]) throws(StoreError) -> [CatalogueRow] {
    let list = "[" + numbers.map { String($0.value) }.joined(separator: ",") + "]"
    let words = CommonWords()
    let successors = SuccessorTable(of: database)
    return try all(
      StoredRow.query + " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number",
      { $0.bind(list, at: 0) },
      { (row) throws(Database.Problem) in try StoredRow(row, words).made(successors) })
  }

  public func row(of number: RFCNumber) throws(StoreError) -> CatalogueRow? {
    try first(
      StoredRow.query + " WHERE number = ?", { $0.bind(number.value, at: 0) },
      { (row) throws(Database.Problem) in
        try StoredRow(row, CommonWords()).made(SuccessorTable(of: database))
      })
  }

  /// How many pages some RFCs have, in no order; those that the index does not say it of are left out.
  public func pages(of numbers: [RFCNumber]) throws(StoreError) -> [Int] {
    let list = "[" + numbers.map { String($0.value) }.joined(separator: ",") + "]"
    return try all(
      "SELECT pages FROM detail WHERE number IN (SELECT value FROM json_each(?))",
      { $0.bind(list, at: 0) },
      { (row) throws(Database.Problem) in try row.optionalInt(0, CatalogueTables.pages) })
  }

  /// Nil for one that the catalogue does not list.
  func standing(of number: RFCNumber) throws(StoreError) -> Standing? {
    try first(
      "SELECT status, date, obsoletedBy, updatedBy FROM rfc WHERE number = ?",
      { $0.bind(number.value, at: 0) },
      { (row) throws(Database.Problem) in
        let obsoletedBy = row.names(2).compactMap(\.rfc)
        return Standing(
          status: PublicationStatus(rawValue: row.text(0)), date: try row.date(1), obsoletedBy: obsoletedBy,
          inForce: try SuccessorTable(of: database).inForce(insteadOf: number, obsoletedBy: obsoletedBy),
          updatedBy: row.names(3).compactMap(\.rfc))
      })
  }

  /// Everything the index says of an RFC; nil for one that it does not list.
  public func entry(_ number: RFCNumber) throws(StoreError) -> CatalogueEntry? {
    try first(
      """
      SELECT title, authors, date, pages, status, publicationStatus, stream, area, wg, keywords, abstract,
        obsoletes, obsoletedBy, updates, updatedBy, isAlso, doi, draft, errataURL FROM rfc JOIN detail USING (number) WHERE number = ?
      """, { $0.bind(number.value, at: 0) },
      { (row) throws(Database.Problem) in
        var entry = CatalogueEntry(number)
        entry.title = row.text(0)
        entry.authors = row.lines(1)
        entry.date = try row.date(2)
        entry.pages = try row.optionalInt(3, CatalogueTables.pages)
        entry.status = PublicationStatus(rawValue: row.text(4))
        entry.publicationStatus = PublicationStatus(rawValue: row.text(5))
        entry.stream = row.text(6)
        entry.area = row.text(7)
        entry.workingGroup = row.text(8)
        entry.keywords = CatalogueEntry.keywords(listed: row.lines(9))
        entry.abstract = row.lines(10)
        entry.obsoletes = row.names(11)
        entry.obsoletedBy = row.names(12)
        entry.inForce = try SuccessorTable(of: database).inForce(
          insteadOf: number, obsoletedBy: entry.obsoletedBy.compactMap(\.rfc))
        entry.updates = row.names(13)
        entry.updatedBy = row.names(14)
        entry.isAlso = row.names(15)
        entry.doi = row.text(16)
        entry.draft = row.text(17)
        entry.errataURL = row.text(18)
        return entry
      })
  }

  /// Nil for one that the index does not list.
  public func subSeries(_ series: SubSeries, _ number: Int) throws(StoreError) -> SubSeriesEntry? {
    try first(
      "SELECT title, members FROM subSeries WHERE series = ? AND number = ?",
      {
        $0.bind(series.rawValue, at: 0)
        $0.bind(number, at: 1)
      },
      {
        SubSeriesEntry(
          series: series, number: number, title: $0.text(0), members: $0.names(1).compactMap(\.rfc))
      })
  }

  public func isNeverIssued(_ number: RFCNumber) throws(StoreError) -> Bool {
    try first("SELECT 1 FROM neverIssued WHERE number = ?", { $0.bind(number.value, at: 0) }, { _ in true })
      ?? false
  }

  /// The highest number; nil in an empty catalogue.
  public func newest() throws(StoreError) -> RFCNumber? {
    try first(
      "SELECT number FROM rfc ORDER BY number DESC LIMIT 1", { _ in },
      { (row) throws(Database.Problem) in try row.rfcNumber(0) })
  }

  /// Every number that has been published, ascending.
  public func numbers() throws(StoreError) -> [RFCNumber] {
    try all(
      "SELECT number FROM rfc ORDER BY number", { _ in },
      { (row) throws(Database.Problem) in try row.rfcNumber(0) })
  }

  // MARK: Queries

  private func all<Value>(
    _ query: String, _ bind: (Statement) -> Void, _ value: (Statement) throws(Database.Problem) -> Value?
  ) throws(StoreError) -> [Value] {
    try asking { () throws(Database.Problem) in
      let statement = try database.prepare(query)
      bind(statement)
      var values: [Value] = []
      while try statement.step() {
        if let value = try value(statement) { values.append(value) }
      }
      return values
    }
  }

  private func first<Value>(
    _ query: String, _ bind: (Statement) -> Void, _ value: (Statement) throws(Database.Problem) -> Value
  ) throws(StoreError) -> Value? {
    try asking { () throws(Database.Problem) in
      let statement = try database.prepare(query)
      bind(statement)
      return try statement.step() ? try value(statement) : nil
    }
  }

  func asking<Value>(_ body: () throws(Database.Problem) -> Value) throws(StoreError) -> Value {
    do throws(Database.Problem) {
      return try body()
    } catch {
      throw error.isDamage ? .damagedCatalogue(path: path) : error.failure(at: path)
    }
  }
}

extension Statement {
  /// A list, as ``CatalogueTables`` keeps it.
  func lines(_ column: Int) -> [String] {
    text(column, limit: 1 << 20).utf8.split(separator: 0x0A).map { String(Substring($0)) }
  }

  func names(_ column: Int) -> [ListedDocument] {
    isEmpty(column)
      ? [] : text(column).utf8.split(separator: 0x0A).map { ListedDocument(name: Substring($0)) }
  }
}

extension Statement {
  func rfcNumber(_ column: Int) throws(Database.Problem) -> RFCNumber {
    guard let number = RFCNumber(try int(column, CatalogueTables.number)) else { throw .wrongValue }
    return number
  }

  func date(_ column: Int) throws(Database.Problem) -> CalendarDate? {
    try optionalInt(column, CatalogueTables.date).flatMap { CalendarDate(stored: $0) }
  }
}

extension CalendarDate {
  /// `20220801`, with day 0 where it is not known.
  init?(stored: Int) {
    self.init(year: stored / 10_000, month: stored / 100 % 100, day: stored % 100 == 0 ? nil : stored % 100)
  }

  var stored: Int { year * 10_000 + month * 100 + (day ?? 0) }
}

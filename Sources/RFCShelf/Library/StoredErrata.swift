import RFCModel
import RFCTransfer
import StoreTerms

/// The errata as the library keeps them.
public struct StoredErrata {
  private let database: Database
  private let path: String

  init(_ database: Database, path: String) {
    self.database = database
    self.path = path
  }

  /// Of the same library.
  init(of catalogue: StoredCatalogue) { self.init(catalogue.database, path: catalogue.path) }

  /// So many of an RFC are read; none has 200.
  public static let limit = 2000

  /// Those of an RFC, the earliest first.
  public func errata(of number: RFCNumber) throws(StoreError) -> [Erratum] {
    try asking { () throws(Database.Problem) in
      let rows = try database.prepare(
        """
        SELECT id, status, kind, section, original, corrected, notes, submitted, submitter, verifier
        FROM erratum WHERE rfc = ? ORDER BY id LIMIT \(Self.limit)
        """)
      rows.bind(number.value, at: 0)
      var errata: [Erratum] = []
      while try rows.step() {
        guard let status = Erratum.Status(rawValue: rows.text(1)),
          let kind = Erratum.Kind(rawValue: rows.text(2))
        else { continue }
        errata.append(
          Erratum(
            id: try rows.int(0, ErrataTables.id), document: number, status: status, kind: kind,
            section: rows.text(3), original: rows.text(4), corrected: rows.text(5), notes: rows.text(6),
            submitted: try rows.optionalInt(7, ErrataTables.submitted).flatMap { CalendarDate(stored: $0) },
            submitter: rows.text(8), verifier: rows.text(9)))
      }
      return errata
    }
  }

  public func count() throws(StoreError) -> Int {
    try asking { () throws(Database.Problem) in
      try database.number("SELECT count(*) FROM erratum", in: NumberColumn.anything)
    }
  }

  private static let counted = """
    count(*), sum(status = '\(Erratum.Status.verified.rawValue)' AND kind = '\(Erratum.Kind.technical.rawValue)')
    FROM erratum WHERE status <> '\(Erratum.Status.rejected.rawValue)'
    """

  /// How many there are of an RFC.
  public func count(of number: RFCNumber) throws(StoreError) -> ErrataCount {
    try asking { () throws(Database.Problem) in
      let row = try database.prepare("SELECT \(Self.counted) AND rfc = ?")
      row.bind(number.value, at: 0)
      return try row.step() ? try row.errataCount(0) : .none
    }
  }

  /// How many there are of each RFC that has some.
  public func counts() throws(StoreError) -> [RFCNumber: ErrataCount] {
    try asking { () throws(Database.Problem) in
      let rows = try database.prepare("SELECT rfc, \(Self.counted) GROUP BY rfc")
      var counts: [RFCNumber: ErrataCount] = [:]
      while try rows.step() {
        guard let number = RFCNumber(try rows.int(0, ErrataTables.rfc)) else { continue }
        counts[number] = try rows.errataCount(1)
      }
      return counts
    }
  }

  /// When the server was last asked for the list, in seconds since 1970, UTC; nil where that is not known.
  func checked() throws(StoreError) -> Int? { try fact("checked").flatMap { Int($0) } }

  /// What the server called the list; nil where it gave it no name, or longer than a week ago: a list that it names
  /// wrongly would never be replaced.
  func entityTag(now: Int) throws(StoreError) -> String? {
    guard let fetched = try fact("fetched").flatMap({ Int($0) }), (0..<7 * 86400).contains(now &- fetched)
    else {
      return nil
    }
    return try fact("entityTag").flatMap { ResponseHead.isEntityTag($0) ? $0 : nil }
  }

  private func fact(_ name: String) throws(StoreError) -> String? {
    try asking { () throws(Database.Problem) in
      let row = try database.prepare("SELECT value FROM errataFact WHERE name = ?")
      row.bind(name, at: 0)
      return try row.step() ? row.text(0) : nil
    }
  }

  private func asking<Value>(_ body: () throws(Database.Problem) -> Value) throws(StoreError) -> Value {
    do throws(Database.Problem) {
      return try body()
    } catch {
      throw error.isDamage ? .damagedErrata(path: path) : error.failure(at: path)
    }
  }
}

extension Statement {
  /// A count, and behind it how many of them are verified technical ones.
  fileprivate func errataCount(_ column: Int) throws(Database.Problem) -> ErrataCount {
    ErrataCount(
      all: try int(column, in: NumberColumn.anything),
      verifiedTechnical: isNull(column + 1) ? 0 : try int(column + 1, in: NumberColumn.anything))
  }
}

import CSQLite
import RFCModel
import StoreTerms

/// The RFC Editor's list of errata: `https://www.rfc-editor.org/errata.json`, an array of objects, any field of which may be
/// null or odd. SQLite reads the JSON.
public enum ErrataFeed {
  /// Bytes; the list has 12 MB.
  public static let limit = 48 << 20

  /// Those that have a number, an RFC, a status and a type that is known, in the list's order, each number once.
  ///
  /// - Throws: ``StoreError/badErrata`` for what is no JSON, is cut short, or has none.
  public static func errata(in bytes: [UInt8]) throws(StoreError) -> [Erratum] {
    do throws(Database.Problem) {
      let found = try read(bytes)
      if !found.isEmpty { return found }
    } catch {}
    throw .badErrata
  }

  private static func read(_ bytes: [UInt8]) throws(Database.Problem) -> [Erratum] {
    let database = try Database(":memory:", .writing)
    let rows = try database.prepare(
      """
      SELECT value->>'errata_id', value->>'doc-id', value->>'errata_status_code', value->>'errata_type_code',
        value->>'section', value->>'orig_text', value->>'correct_text', value->>'notes', value->>'submit_date',
        value->>'submitter_name', value->>'verifier_name'
      FROM json_each(?) WHERE type = 'object'
      """)
    bytes.withUnsafeBufferPointer { rows.bind($0, at: 0) }
    var errata: [Erratum] = []
    var ids: Set<Int> = []
    while try rows.step() {
      guard let id = Int(rows.text(0)), ErrataTables.id.range.contains(id),
        let number = RFCNumber(named: rows.text(1)), let status = Erratum.Status(rawValue: rows.text(2)),
        let kind = Erratum.Kind(rawValue: rows.text(3)), ids.insert(id).inserted
      else { continue }
      errata.append(
        Erratum(
          id: id, document: number, status: status, kind: kind, section: rows.text(4, limit: 1024),
          original: rows.lines(5), corrected: rows.lines(6), notes: rows.lines(7),
          submitted: CalendarDate(iso: rows.text(8).prefix(10)), submitter: rows.text(9, limit: 1024),
          verifier: rows.text(10, limit: 1024)))
    }
    return errata
  }
}

extension Statement {
  /// A text whose lines end in LF, without blanks at its end.
  fileprivate func lines(_ column: Int) -> String {
    bytes(column) { bytes in
      var lines: [UInt8] = []
      lines.reserveCapacity(bytes.count)
      for (index, byte) in bytes.enumerated()
      where byte != 0x0D || index + 1 < bytes.count && bytes[index + 1] != 0x0A {
        lines.append(byte)
      }
      while let last = lines.last, last <= 0x20 { lines.removeLast() }
      return String(decoding: lines, as: UTF8.self)
    }
  }
}

extension RFCNumber {
  /// `RFC4856`, `RFC0020`.
  fileprivate init?(named text: String) {
    guard text.hasPrefix("RFC") else { return nil }
    self.init(digits: text.dropFirst(3))
  }
}

import RFCModel

/// A row of the catalogue where SQLite holds it, until the next step of the statement.
struct StoredRow: CatalogueFields {
  /// Names what it reads of each RFC.
  static let query =
    "SELECT number, title, authors, date, status, stream, wg, isAlso, obsoletedBy FROM rfc"

  private let statement: Statement
  private let words: CommonWords
  private let number: RFCNumber
  let date: CalendarDate?

  init(_ statement: Statement, _ words: CommonWords) throws(Database.Problem) {
    number = try statement.rfcNumber(0)
    date = try statement.date(3)
    self.statement = statement
    self.words = words
  }

  var id: DocumentID { .rfc(number) }
  var status: PublicationStatus { PublicationStatus(rawValue: words.text(statement, 4)) }
  var isObsolete: Bool { !obsoletedBy.isEmpty }

  var obsoletedBy: [RFCNumber] { statement.names(8).compactMap(\.rfc) }

  func withUTF8<Result>(of field: CatalogueField, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch field {
    case .title: statement.bytes(1, body)
    case .authors:
      {
        var authors = authors
        return authors.withUTF8(body)
      }()
    case .stream: statement.bytes(5, body)
    case .workingGroup: statement.bytes(6, body)
    case .subSeries:
      // The first of the names.
      statement.bytes(7) { names in
        body(UnsafeBufferPointer(rebasing: names.prefix { $0 != 0x0A }))
      }
    }
  }

  /// The lines of the column, separated by a comma and a blank.
  private var authors: String {
    statement.bytes(2) { lines in
      let breaks = lines.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
      if breaks == 0 { return String(decoding: lines, as: UTF8.self) }
      let joined = [UInt8](unsafeUninitializedCapacity: lines.count + breaks) { bytes, count in
        for byte in lines {
          bytes[count] = byte == 0x0A ? 0x2C : byte
          count += 1
          guard byte == 0x0A else { continue }
          bytes[count] = 0x20
          count += 1
        }
      }
      return String(decoding: joined, as: UTF8.self)
    }
  }

  /// For whoever keeps it.
  func made(_ successors: SuccessorTable) throws(Database.Problem) -> CatalogueRow {
    var row = made
    row.inForce = try successors.inForce(insteadOf: number, obsoletedBy: row.obsoletedBy)
    return row
  }

  /// What is in force in its place is still to be found out.
  var made: CatalogueRow {
    CatalogueRow(
      id: id, title: statement.text(1), authors: authors, date: date, status: status,
      stream: words.text(statement, 5), workingGroup: statement.text(6),
      subSeries: statement.isEmpty(7)
        ? "" : withUTF8(of: .subSeries) { String(decoding: $0, as: UTF8.self) },
      obsoletedBy: obsoletedBy)
  }
}

/// Ten thousand rows share some ten words of status and stream: each is made once.
final class CommonWords {
  private var words: [String] = []

  func text(_ row: Statement, _ column: Int) -> String {
    row.bytes(column) { bytes in
      for word in words where word.utf8.count == bytes.count {
        if word.utf8.withContiguousStorageIfAvailable({ $0.elementsEqual(bytes) }) ?? false { return word }
      }
      let word = String(decoding: bytes, as: UTF8.self)
      if words.count < 32 { words.append(word) }
      return word
    }
  }
}

import ArgumentParser
import RFCModel
import StoreTerms

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find RFCs in the catalogue by their titles.",
    discussion: """
      Every word must be in the title or begin the number. author:NAME, status:PS, wg:GROUP, stream:IETF, \
      year:2020..2024 and cached: narrow the search. The newest come first; exit status 1 if nothing matches.

      With --json an array of {"number","title","authors","date","status","stream","obsoletedBy","isAlso"}: date is \
      "2022-08" or "2022-04-01", status as the index has it, obsoletedBy the numbers of RFCs as strings, isAlso "BCP 14" or null.

      Example: rfcview find ipv6 address status:std
      """)

  @Argument(help: "Words of the title, and fields.", completion: .nothing) var words: [String] = []
  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    try Self.find(words.joined(separator: " "), asJSON: json, in: Machine(options.settings))
  }

  /// Prints the RFCs of the catalogue that match.
  static func find(_ words: String, asJSON isJSON: Bool, in machine: Machine) throws(Failure) {
    let filter = CatalogueFilter(typed: words)
    guard !filter.isEmpty else { throw Failure.usage("Nothing is searched for.") }
    let rows = try machine.rows(matching: filter)
    Output.standard.write(isJSON ? json(rows) : table(rows))
    if rows.isEmpty { throw Failure("No RFC in the catalogue matches.") }
  }

  private static func json(_ rows: [CatalogueRow]) -> String {
    JSONText.array(rows) { row, json in
      json.object {
        $0.member("number", row.number?.value)
        $0.member("title", row.title)
        $0.member("authors", row.authors)
        $0.member("date", row.date?.iso)
        $0.member("status", row.status.rawValue)
        $0.member("stream", row.stream)
        $0.member("obsoletedBy", row.obsoletedBy.map { String($0.value) })
        $0.member("isAlso", row.subSeries.isEmpty ? nil : row.subSeries)
      }
    }
  }

  private static func table(_ rows: [CatalogueRow]) -> String {
    rows.map { line($0) }.joined()
  }

  private static func line(_ row: CatalogueRow) -> String {
    let number = row.number.map { String($0.value) } ?? ""
    let year = row.date.map { String($0.year) } ?? "    "
    let standing = printable(row.obsoletedBy.first.map { "-> \($0)" } ?? row.status.abbreviation)
    return blanks(5 - number.count) + number + "  " + year + "  " + standing
      + blanks(max(2, 9 - standing.count))
      + printable(row.title) + "\n"
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Machine {
  /// The newest first.
  func rows(matching filter: CatalogueFilter) throws(Failure) -> [CatalogueRow] {
    try asking { (catalogue) throws(StoreError) in
      var surroundings = CatalogueFilter.Surroundings()
      if filter.terms.contains(.cached) { surroundings.cached = Set(try store.cachedDocuments().map(\.id)) }
      return try catalogue.rows(matching: filter, in: surroundings).reversed()
    }
  }
}

extension CatalogueRow {
  var number: RFCNumber? {
    if case .rfc(let number) = id { return number }
    return nil
  }
}

extension IndexDate {
  /// As ISO 8601 has it: `2022-08`, `2022-04-01`.
  var iso: String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(two(month))" + (day.map { "-" + two($0) } ?? "")
  }
}

import ArgumentParser
import RFCDesk
import RFCModel

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find RFCs in the catalogue.",
    discussion: """
      The words are looked for in titles, keywords, abstracts and names of authors, or begin the number. The best come \
      first, obsolete RFCs last; where few have all the words, some that lack one follow. Exit status 1 if nothing \
      matches. Fields narrow it:

      \(FilterField.table(of: FilterField.ofCatalogue))

      With --json an array of {"document","rfc","title","authors","date","status","stream","obsoletedBy","inForce","isAlso","score"}: \
      date is "2022-08" or "2022-04-01", status as the index has it, obsoletedBy the numbers of RFCs, inForce of those \
      that are in force in its place, isAlso ["BCP 14"], score how well it answers: the higher the better, within one list; \
      it may be negative.

      Example: rfcview find ipv6 address status:std
      """)

  @Argument(help: "Words and fields.", completion: .nothing) var words: [String] = []
  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    try Self.find(words.joined(separator: " "), asJSON: json, at: options.desk())
  }

  /// Prints the RFCs of the catalogue that match.
  static func find(_ words: String, asJSON isJSON: Bool, at desk: Desk) throws(DeskError) {
    let found = try desk.find(CatalogueFilter(typed: words))
    if !found.leftOut.isEmpty, !found.all.isEmpty {
      Output.error.write("rfcview: No RFC has all the words; without \(found.leftOut.quoted):\n")
    }
    Output.standard.write(
      isJSON ? JSONText.found(try desk.entries(of: found.rows), found.all.map(\.score)) : table(found.rows))
    if found.all.isEmpty { throw .nothingListed }
  }

  private static func table(_ rows: [CatalogueRow]) -> String {
    rows.map { line($0) }.joined()
  }

  private static func line(_ row: CatalogueRow) -> String {
    let number = row.id.rfc.map { String($0.value) } ?? ""
    let year = row.date.map { String($0.year) } ?? "    "
    let standing = printable(row.inForce.arrowHead.map { "-> \($0)" } ?? row.status.abbreviation)
    return blanks(5 - number.count) + number + "  " + year + "  " + standing
      + blanks(max(2, 9 - standing.count))
      + printable(row.title) + "\n"
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

import ArgumentParser
import RFCDesk
import RFCModel

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what is in the cache: a name and a title per line.",
    discussion: """
      Words of titles and fields, as for find, narrow it; exit status 1 if nothing is left then.

      Example: rfcview list bookmarked: status:std
      """)

  @Argument(help: "Words of the title, and fields.", completion: .nothing) var words: [String] = []
  @OptionGroup var options: SharedOptions

  func run() throws {
    let rows = try options.desk().list(CatalogueFilter(typed: words.joined(separator: " ")))
    Output.standard.write(rows.map(Self.line).joined())
    if rows.isEmpty, !words.isEmpty { throw DeskError.nothingCached }
  }

  private static func line(_ row: CatalogueRow) -> String {
    let name = row.id.baseName
    return name + String(repeating: " ", count: max(2, 10 - name.count)) + row.title + "\n"
  }
}

import CellGrid
import RFCModel

/// The words that were typed in the library, and where a document has them that its title does not show.
struct TypedWords {
  /// In lower case.
  private let words: [String]

  init(_ filter: CatalogueFilter, leftOut: [String] = []) {
    let leftOut = Set(leftOut.map { $0.lowercased() })
    words = filter.words.map { String(decoding: $0, as: UTF8.self) }.filter { !leftOut.contains($0) }
  }

  /// Those that the title does not hold.
  private func missing(in row: CatalogueRow) -> [String] {
    let title = row.title.lowercased()
    let number = row.id.rfc.map { String($0.value) }
    return words.filter { !title.contains($0) && number?.hasPrefix($0) != true }
  }

  /// Whether what the catalogue has besides the row is to be asked for.
  func asksMore(of row: CatalogueRow) -> Bool { !missing(in: row).isEmpty }

  /// Authors and keywords that hold words which the title does not, else the abstract where it does; empty where nothing
  /// is known of them.
  ///
  /// - Parameter showsAuthors: whether they stand in the row.
  func clue(in row: CatalogueRow, _ entry: CatalogueEntry?, showsAuthors: Bool) -> String {
    var words = missing(in: row)
    if words.isEmpty { return "" }
    func holding(_ names: [String]) -> [String] {
      let held = names.filter { name in words.contains { name.lowercased().contains($0) } }
      words.removeAll { word in held.contains { $0.lowercased().contains(word) } }
      return held
    }
    let authors = holding(row.authors.split(separator: ",").map { String($0.drop { $0 == " " }) })
    let clues = (showsAuthors ? [] : authors) + holding(entry?.keywords ?? [])
    if !clues.isEmpty || words.isEmpty { return clues.joined(separator: ", ") }
    return abstract(of: entry, around: words)
  }

  /// From two words before the first one on.
  private func abstract(of entry: CatalogueEntry?, around words: [String]) -> String {
    let text = (entry?.abstract ?? []).joined(separator: " ").split(separator: " ")
    guard let place = text.firstIndex(where: { word in words.contains { word.lowercased().contains($0) } })
    else { return "" }
    let start = max(0, place - 2)
    return (start > 0 ? "\u{2026} " : "") + text[start...].prefix(20).joined(separator: " ")
  }
}

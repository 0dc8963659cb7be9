import RFCDesk
import RFCModel

extension Information {
  /// What the catalogue says of an RFC, for people: a heading, the facts, the abstract, at most 72 columns wide.
  var text: String {
    var text = Paragraphs.filled("RFC \(entry.number)  \(printable(entry.title, limit: 1000))", indent: 0)
    text += "\n"
    func fact(_ name: String, _ value: String) {
      if value.isEmpty { return }
      let label = name + String(repeating: " ", count: max(1, 15 - name.count))
      text += Paragraphs.filled(label + printable(value, limit: 2000), indent: 15, first: 0)
    }
    func names(_ documents: [ListedDocument]) -> String {
      documents.map(\.description).joined(separator: ", ")
    }
    let wasOther = entry.publicationStatus != entry.status && entry.publicationStatus != .unknown
    fact("Status", entry.status.name + (wasOther ? " (published as \(entry.publicationStatus.name))" : ""))
    fact("Obsoleted by", names(entry.obsoletedBy))
    if entry.inForce != entry.obsoletedBy.compactMap(\.rfc) {
      fact("In force", names(entry.inForce.map { .rfc($0) }))
    }
    fact("Updated by", names(entry.updatedBy))
    fact("Obsoletes", names(entry.obsoletes))
    fact("Updates", names(entry.updates))
    fact("Is also", names(entry.isAlso))
    fact("Authors", entry.authors.joined(separator: ", "))
    fact("Date", entry.date?.description ?? "")
    fact("Pages", entry.pages.map(String.init) ?? "")
    fact("Stream", entry.stream)
    fact("Area", entry.area)
    fact("Working group", entry.workingGroup == "NON WORKING GROUP" ? "none" : entry.workingGroup)
    fact("Keywords", entry.keywords.joined(separator: ", "))
    fact("Draft", entry.draft)
    fact("DOI", entry.doi)
    fact("Errata", entry.errataURL)
    fact("File", path ?? "not in the cache")
    for paragraph in entry.abstract {
      text += "\n" + Paragraphs.filled(printable(paragraph, limit: 20_000), indent: 0)
    }
    return text
  }
}

/// Lines of at most 72 columns.
private enum Paragraphs {
  /// - Parameter first: the indentation of the first line, `indent` unless told.
  static func filled(_ text: String, indent: Int, first: Int? = nil) -> String {
    var lines = ""
    var line = String(repeating: " ", count: first ?? indent)
    var isEmpty = true
    // Blanks behind a label are kept: they align what follows.
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + 1 + word.count > 72 {
        lines += line + "\n"
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + line + "\n"
  }
}

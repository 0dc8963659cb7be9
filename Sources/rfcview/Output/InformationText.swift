import RFCDesk
import RFCModel

extension Information {
  /// What the catalogue says of an RFC, for people: a heading, the facts, the abstract, at most 72 columns wide.
  var text: String { text() }

  /// - Parameter amended: the sections of it that newer RFCs change.
  func text(amended: [AmendingPlace] = []) -> String {
    var text = filled(words(entry.title, limit: 1000), behind: "RFC \(entry.number)  ")
    text += "\n"
    func fact(_ name: String, _ items: [String]) {
      guard items.contains(where: { !$0.isEmpty }) else { return }
      let label = name + String(repeating: " ", count: max(1, 15 - name.count))
      text += filled(list(items), behind: label, indent: 15)
    }
    func fact(_ name: String, _ value: String) { fact(name, [value]) }
    func fact(_ name: String, _ documents: [ListedDocument]) { fact(name, documents.map(\.description)) }
    let wasOther = entry.publicationStatus != entry.status && entry.publicationStatus != .unknown
    fact("Status", entry.status.name + (wasOther ? " (published as \(entry.publicationStatus.name))" : ""))
    fact("Obsoleted by", entry.obsoletedBy)
    if entry.inForce != entry.obsoletedBy.compactMap(\.rfc) {
      fact("In force", entry.inForce.map { ListedDocument.rfc($0) })
    }
    fact("Updated by", entry.updatedBy)
    var amendments: [String] = []
    for place in amended where !amendments.contains(place.description) {
      amendments.append(place.description)
    }
    for (index, amendment) in amendments.enumerated() {
      text += (index == 0 ? "Amended        " : String(repeating: " ", count: 15)) + amendment + "\n"
    }
    fact("Obsoletes", entry.obsoletes)
    fact("Updates", entry.updates)
    fact("Is also", entry.isAlso)
    fact("Authors", entry.authors)
    fact("Date", entry.date?.description ?? "")
    fact("Pages", entry.pages.map(String.init) ?? "")
    fact("Stream", entry.stream)
    fact("Area", entry.area)
    fact("Working group", entry.workingGroup == "NON WORKING GROUP" ? "none" : entry.workingGroup)
    fact("Keywords", entry.keywords)
    fact("Draft", entry.draft)
    fact("DOI", entry.doi.hasPrefix("10.") ? "https://doi.org/" + entry.doi : entry.doi)
    fact("Errata", [errata.words, entry.errataURL].filter { !$0.isEmpty })
    fact("File", path ?? "not in the cache")
    for paragraph in entry.abstract { text += "\n" + filled(words(paragraph, limit: 20_000)) }
    return text
  }
}

extension AmendingPlace {
  /// `Section 6.3.4 by RFC 8028, Section 2.1`.
  fileprivate var description: String {
    "\(section.named) by RFC \(by)" + (place.map { ", \($0.named)" } ?? "")
  }
}

/// What a line may be broken between.
private func words(_ text: String, limit: Int = 2000) -> [String] {
  printable(text, limit: limit).split(separator: " ").map(String.init)
}

/// Names with commas between them, each in one piece: `RFC 7230,`. What is longer than a name is broken like any text.
private func list(_ items: [String]) -> [String] {
  var pieces: [String] = []
  for (index, item) in items.enumerated() {
    let item = printable(item, limit: 2000) + (index < items.count - 1 ? "," : "")
    pieces += item.count <= 40 ? [item] : words(item)
  }
  return pieces
}

/// Lines of at most 72 columns.
///
/// - Parameters:
///   - label: what the first line begins with.
///   - indent: blanks before the others.
private func filled(_ words: [String], behind label: String = "", indent: Int = 0) -> String {
  var lines = ""
  var line = label
  var isEmpty = true
  for word in words {
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

import CellGrid
import RFCModel

/// The printed forms of a search.
enum SearchText {
  /// Columns.
  static let width = 80
  /// Of the excerpts.
  static let indent = 7

  /// Three lines a document: what it is, its best section, the words there.
  static func table(_ found: [(FoundDocument, Excerpt?)], isBold: Bool) -> String {
    found.map { document, excerpt in
      let heading = heading(of: document.best) + place(in: document)
      guard let excerpt, !excerpt.text.isEmpty else { return heading }
      return heading + blanks(indent) + line(of: excerpt, isBold: isBold) + "\n"
    }.joined()
  }

  /// `20 of 213 documents, 744 sections`.
  static func count(_ results: SearchResults) -> String {
    let more = results.isCountCut ? "over " : ""
    let shown = results.found.count < results.documents ? "\(results.found.count) of " : ""
    let documents =
      results.documents == 1 ? "1 document" : "\(shown)\(more)\(results.documents) documents"
    return documents + ", " + (results.sections == 1 ? "1 section" : "\(more)\(results.sections) sections")
      + "\n"
  }

  private static func heading(of hit: SearchHit) -> String {
    var name = hit.document.baseName
    if let number = hit.document.rfc { name = blanks(5 - String(number.value).count) + "\(number)" }
    let standing = hit.inForce.arrowHead.map { "-> \($0)" } ?? hit.year.map(String.init) ?? ""
    let words = printable(hit.title, limit: .max)
    let start = name + "  " + words.fitted(columns: max(10, width - name.count - 11))
    return start + blanks(width - start.displayColumns - standing.count) + standing + "\n"
  }

  /// `4.2  Slow Start  +7`; nothing before the first heading of a document with one section.
  private static func place(in document: FoundDocument) -> String {
    let hit = document.best
    let heading = hit.heading.isEmpty ? [] : [hit.heading]
    let more = document.sectionCount > 1 ? ["+\(document.sectionCount - 1)"] : []
    let parts = [hit.section?.text].compactMap(\.self) + heading
    if (parts + more).isEmpty { return "" }
    let words = printable(parts.joined(separator: "  "), limit: .max)
    let room = width - indent - (more.first.map { $0.count + 2 } ?? 0)
    return blanks(indent)
      + ([words.fitted(columns: room)] + more).filter { !$0.isEmpty }.joined(separator: "  ")
      + "\n"
  }

  private static func line(of excerpt: Excerpt, isBold: Bool) -> String {
    var text = ""
    var end = 0
    let bytes = Array(excerpt.text.utf8)
    func part(_ range: Range<Int>) -> String {
      printable(String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self), limit: .max)
    }
    for mark in excerpt.marks where isBold && mark.lowerBound >= end {
      text += part(end..<mark.lowerBound) + "\u{1B}[1m" + part(mark) + "\u{1B}[m"
      end = mark.upperBound
    }
    return text + part(end..<max(end, bytes.count))
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension [String] {
  /// `` `418`, `teapot` ``, as it can be printed.
  var quoted: String { map { "`\(printable($0))`" }.joined(separator: ", ") }
}

import CellGrid
import RFCModel

/// The printed forms of a search.
enum SearchText {
  /// Columns.
  static let width = 80
  /// Of the excerpts.
  static let indent = 7

  static func table(_ found: [(SearchHit, Excerpt?)], isBold: Bool) -> String {
    found.map { hit, excerpt in
      guard let excerpt, !excerpt.text.isEmpty else { return heading(of: hit) }
      return heading(of: hit) + blanks(indent) + line(of: excerpt, isBold: isBold) + "\n"
    }.joined()
  }

  /// `744 sections in 213 RFCs`.
  static func count(_ results: SearchResults) -> String {
    let more = results.isCountCut ? "over " : ""
    let shown = results.hits.count < results.sections ? "\(results.hits.count) of " : ""
    let sections = results.sections == 1 ? "1 section" : "\(shown)\(more)\(results.sections) sections"
    return
      "\(sections) in \(more)\(results.documents == 1 ? "1 document" : "\(results.documents) documents")\n"
  }

  private static func heading(of hit: SearchHit) -> String {
    var name = hit.document.baseName
    if let number = hit.document.rfc { name = blanks(5 - String(number.value).count) + "\(number)" }
    let place = [hit.section?.text, hit.heading.isEmpty ? hit.title : hit.heading].compactMap(\.self)
    let standing = hit.inForce.arrowHead.map { "-> \($0)" } ?? hit.year.map(String.init) ?? ""
    let words = printable(place.joined(separator: "  "), limit: .max)
    let start = name + "  " + words.fitted(columns: max(10, width - name.count - 11))
    return start + blanks(width - start.displayColumns - standing.count) + standing + "\n"
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

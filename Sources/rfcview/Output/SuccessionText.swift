import CellGrid
import RFCDesk
import RFCFormats
import RFCModel

/// The printed form of what sections became.
enum SuccessionText {
  /// Columns.
  private static let title = 32
  private static let widestNumber = 10

  /// A section a line: what it was, where it is, what is new about it.
  static func table(_ entries: [Succession.Entry]) -> String {
    let width = min(widestNumber, entries.map { number(of: $0.section).count }.max() ?? 0)
    return entries.map { entry in
      let old = cell(number(of: entry.section), width) + cell(printable(entry.section.title), title)
      let places = entry.places.map(name)
      guard let first = entry.places.first else {
        let last = entry.past.first.map { " since " + name($0) } ?? ""
        return old + "gone" + last + "\n"
      }
      let isRenamed = entry.relation == .renamed || entry.relation == .movedAndRenamed
      var words = isRenamed || entry.relation == .split ? [printable(first.section.title)] : []
      if places.count > 1 { words.append("also " + places.dropFirst().joined(separator: ", ")) }
      let new = words.isEmpty ? places[0] : cell(places[0], 12) + words.joined(separator: "; ")
      return old + new + "\n"
    }.joined()
  }

  /// `RFC 7233 and RFC 7235 are not in the cache and have been passed over; rfcview fetch brings them.`
  static func passedOver(_ numbers: [RFCNumber]) -> String {
    let names = numbers.map { "RFC \($0)" }
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    let fetch = numbers.map { "\($0)" }.joined(separator: " ")
    return list + (names.count == 1 ? " is" : " are") + " not in the cache and passed over."
      + " Run `rfcview fetch \(fetch)`."
  }

  /// `9111#5.2`; of a section without a number its title.
  private static func name(_ place: Succession.Place) -> String {
    let rfc = place.rfc.map { "\($0)" } ?? ""
    if let number = place.section.number { return rfc.isEmpty ? "\(number)" : "\(rfc)#\(number)" }
    return (rfc.isEmpty ? "" : rfc + " ") + printable(place.section.title)
  }

  private static func number(of section: Section) -> String { section.number?.text ?? "" }

  private static func cell(_ text: String, _ width: Int) -> String {
    let text = text.fitted(columns: max(width, 1))
    return text + String(repeating: " ", count: max(0, width - text.displayColumns) + 2)
  }
}

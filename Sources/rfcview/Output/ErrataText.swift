import CellGrid
import RFCDesk
import RFCModel

/// The printed form of errata.
enum ErrataText {
  static func list(_ errata: [LocatedErratum], in outline: Outline) -> String {
    errata.map { entry($0, in: outline) }.joined(separator: "\n")
  }

  private static func entry(_ located: LocatedErratum, in outline: Outline) -> String {
    let (erratum, place) = (located.erratum, located.place)
    var facts = ["\(erratum.id)", erratum.status.rawValue, erratum.kind.rawValue]
    facts.append(
      words(of: place, in: outline) ?? (erratum.section.isEmpty ? "the document" : erratum.section))
    if let date = erratum.submitted { facts.append("\(date)") }
    var text = printable(facts.joined(separator: "  "), limit: .max) + "\n"
    text += lines(erratum.original, behind: "- ")
    text += lines(erratum.corrected, behind: "+ ")
    return text + lines(erratum.notes, behind: "  ")
  }

  /// `10.2.3, lines 4799-4802`
  private static func words(of place: ErratumPlace, in outline: Outline) -> String? {
    let section = place.section.map { outline.sections[$0] }
    let lines = place.lines.map { range in
      range.count == 1 ? "\(range.upperBound)" : "\(range.lowerBound + 1)-\(range.upperBound)"
    }
    let isOne = place.lines.count == 1 && place.lines[0].count == 1
    let found = lines.isEmpty ? nil : (isOne ? "line " : "lines ") + lines.joined(separator: ", ")
    let words = [section.map { $0.number?.text ?? $0.title }, found].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private static func lines(_ text: String, behind sign: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.first?.allSatisfy({ $0 == " " }) ?? false { lines.removeFirst() }
    return lines.map { line in
      line.isEmpty ? "\n" : sign + printable(String(line), limit: .max) + "\n"
    }.joined()
  }
}

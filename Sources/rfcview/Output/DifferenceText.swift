import CellGrid
import RFCFormats
import RFCModel

/// The printed form of what differs between two texts.
struct DifferenceText {
  private let difference: TextDifference
  private let old: ParsedText
  private let new: ParsedText

  /// Columns that words are set in.
  private static let width = 72
  private static let indent = "   "
  /// Lines of a figure that are shown around those that differ.
  private static let context = 3

  init(_ difference: TextDifference, _ old: ParsedText, _ new: ParsedText) {
    (self.difference, self.old, self.new) = (difference, old, new)
  }

  // MARK: In full

  /// Part by part, for a text may differ in all of it.
  ///
  /// - Parameter heading: the names of the texts.
  func write(heading: [String], _ output: (String) -> Void) {
    output("--- \(printable(heading[0]))\n+++ \(printable(heading[1]))\n")
    for part in difference.parts {
      output("\n" + self.heading(of: part) + "\n")
      for change in part.changes { output("\n" + text(of: change)) }
    }
  }

  /// `3.2.  Rules (moved, was 3.7)`.
  private func heading(of part: TextDifference.Part) -> String {
    let before = part.old.map { name(old.outline.sections[$0]) }
    guard let section = part.new.map({ new.outline.sections[$0] }) else {
      guard let before else { return "Before the first section" }
      return before + " (gone)"
    }
    let words: String? =
      switch part.relation {
      case .same: nil
      case .added: "new"
      case .gone: "gone"
      case .renumbered: part.old.map { "was \(old.outline.sections[$0].number?.text ?? "without a number")" }
      case .renamed, .renumberedAndRenamed: before.map { "was \($0)" }
      case .moved: before.map { "moved, was \($0)" }
      }
    return name(section) + (words.map { " (\($0))" } ?? "")
  }

  /// `3.2.  Rules`.
  private func name(_ section: Section) -> String {
    (section.number.map { "\($0.text).  " } ?? "") + printable(section.title)
  }

  private func text(of change: TextDifference.Change) -> String {
    let pieces = difference.pieces(of: change, old, new)
    var note = ""
    if change.kind == .moved, let index = change.old {
      note = "\(Self.indent)(moved, was in \(place(ofOld: index)))\n"
    }
    return note + (difference.areLines(change) ? lines(pieces) : Self.wrapped(pieces))
  }

  private func place(ofOld index: Int) -> String {
    let paragraph = difference.comparison.old[index]
    guard let section = paragraph.section.map({ old.outline.sections[$0] }) else {
      return "the head, line \(paragraph.lines.lowerBound + 1)"
    }
    return (section.number?.text ?? printable(section.title)) + ", line \(paragraph.lines.lowerBound + 1)"
  }

  /// Those that differ, and some around them.
  private func lines(_ pieces: [TextDifference.Piece]) -> String {
    var text = ""
    var isLeftOut = false
    for (index, piece) in pieces.enumerated() {
      let near = pieces[max(0, index - Self.context)..<min(pieces.count, index + Self.context + 1)]
      guard piece.kind != .same || near.contains(where: { $0.kind != .same }) else {
        if !isLeftOut { text += "   ...\n" }
        isLeftOut = true
        continue
      }
      isLeftOut = false
      let sign =
        switch piece.kind {
        case .same: " "
        case .gone: "-"
        case .new: "+"
        }
      text += "\(sign) \(printable(piece.text, limit: .max))\n"
    }
    return text
  }

  /// Words in lines: `the [-octets-] {+bytes+} that`.
  private static func wrapped(_ pieces: [TextDifference.Piece]) -> String {
    var words: [String] = [""]
    for piece in pieces {
      let (open, close) =
        switch piece.kind {
        case .same: ("", "")
        case .gone: ("[-", "-]")
        case .new: ("{+", "+}")
        }
      var parts = printable(piece.text, limit: .max).split(separator: " ").map(String.init)
      guard !parts.isEmpty else { continue }
      parts[0] = open + parts[0]
      parts[parts.count - 1] += close
      let isGlued = piece.text.first != " "
      if isGlued { words[words.count - 1] += parts.removeFirst() }
      words += parts
    }
    var text = ""
    var columns = 0
    for word in words where !word.isEmpty {
      if columns > 0, columns + 1 + word.displayColumns > width {
        text += "\n"
        columns = 0
      }
      text += (columns == 0 ? indent : " ") + word
      columns += (columns == 0 ? indent.count : 1) + word.displayColumns
    }
    return text + "\n"
  }

  // MARK: In short

  /// A line for each part, and the sums.
  var table: String {
    var text = ""
    var sums: [(name: String, count: Int)] = []
    func count(_ name: String) {
      if let index = sums.firstIndex(where: { $0.name == name }) {
        sums[index].count += 1
      } else {
        sums.append((name, 1))
      }
    }
    for part in difference.parts {
      let number = part.new.map { new.outline.sections[$0] } ?? part.old.map { old.outline.sections[$0] }
      let title = number.map { (($0.number?.text).map { $0 + "  " } ?? "") + printable($0.title) } ?? "(head)"
      let words = part.relation == .same ? "changed" : part.relation.rawValue
      count(words)
      var figures: [String] = []
      for kind in TextDifference.Change.Kind.allCases {
        let number = part.changes.filter { $0.kind == kind }.count
        if number > 0 { figures.append("\(number) \(kind.rawValue)") }
      }
      let name = title.fitted(columns: 44)
      text +=
        name + String(repeating: " ", count: max(0, 44 - name.displayColumns)) + "  "
        + words + (figures.isEmpty ? "" : ": " + figures.joined(separator: ", ")) + "\n"
    }
    let moved = difference.parts.reduce(0) { $0 + $1.changes.filter { $0.kind == .moved }.count }
    let words = sums.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    return text + "Sections: \(words)." + (moved > 0 ? " Paragraphs moved: \(moved)." : "") + "\n"
  }
}

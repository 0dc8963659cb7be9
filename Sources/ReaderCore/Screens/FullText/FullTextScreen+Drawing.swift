import CellGrid
import RFCModel

/// Two rows a section: where it is, and the words in their surroundings.
extension FullTextScreen {
  var heading: ListTitle { ListTitle(name: "Full text", detail: filter, facts: facts) }

  /// `60 sections in 46 RFCs`, more or less at length.
  private var facts: [[String]] {
    if query == nil { return [] }
    let count = "\(grouped(results.sections))\(results.isCountCut ? "+" : "")"
    let working = isSearching ? ["searching"] : []
    let long =
      "\(count) section\(results.sections == 1 ? "" : "s") in \(grouped(results.documents)) RFC\(results.documents == 1 ? "" : "s")"
    let note = note.isEmpty ? [] : [note]
    return [working + [long] + note, working + [count] + note, working + [long], working + [count], [count]]
  }

  var emptyWords: Message {
    if let problem { return Message(warning: problem) }
    if query == nil {
      return Message("Words, \"phrases\", prefix*, OR, NOT, NEAR, in:title, and the fields of the library.")
    }
    return Message(isSearching ? "" : "No section matches.")
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in frame: inout Frame) {
    let hit = entries[index]
    drawPlace(of: hit, isSelected: isSelected, row: rows.lowerBound, in: &frame)
    if rows.count > 1, let excerpt = excerpts[hit] {
      drawExcerpt(excerpt, isSelected: isSelected, row: rows.lowerBound + 1, in: &frame)
    }
  }
}

private let textColumn = 9

private func drawPlace(of hit: SearchHit, isSelected: Bool, row: Int, in frame: inout Frame) {
  let width = frame.size.columns
  let base: Role = isSelected ? .selection : hit.obsoletedBy.isEmpty ? .text : .dimmed
  let faint: Role = isSelected ? .selection : .dimmed
  var column = textColumn
  if let number = hit.document.rfc {
    let digits = String(number.value)
    let start = max(1, textColumn - 2 - digits.count)
    frame.put(digits, row: row, column: start, role: base, limit: width - start)
  } else {
    column = 1
    column +=
      frame.put("\(hit.document)".fitted(columns: max(0, width - 20)), row: row, column: 1, role: base) + 2
  }
  var right = hit.year.map(String.init) ?? ""
  if let successor = hit.inForce.arrowHead { right = "-> \(successor)  " + right }
  if width < 44 { right = "" }
  let end = right.isEmpty ? width - 1 : width - 1 - right.displayColumns - 2
  if let section = hit.section {
    column +=
      frame.put(
        section.text.fitted(columns: max(0, end - column)), row: row, column: column, role: faint) + 2
  }
  let heading = hit.heading.isEmpty ? hit.title : hit.heading
  frame.put(heading.fitted(columns: max(0, end - column)), row: row, column: column, role: base)
  frame.put(right, row: row, column: width - 1 - right.displayColumns, role: faint)
}

private func drawExcerpt(_ excerpt: Excerpt, isSelected: Bool, row: Int, in frame: inout Frame) {
  let width = frame.size.columns
  let column = width < 44 ? 3 : textColumn
  let room = width - 1 - column
  guard room > 0 else { return }
  let bytes = Array(excerpt.text.utf8)
  func columns(_ count: Int) -> Int { String(decoding: bytes.prefix(count), as: UTF8.self).displayColumns }
  // The first of the words stays in sight.
  var start = 0
  if let first = excerpt.marks.first, columns(first.upperBound) > room {
    start = bytes[..<first.lowerBound].lastIndex(of: 0x20).map { $0 + 1 } ?? first.lowerBound
    while start > 0, columns(first.upperBound) - columns(start) < room / 2 {
      start = bytes[..<(start - 1)].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    }
  }
  let text = String(decoding: bytes[start...], as: UTF8.self).fitted(columns: room)
  frame.put(text, row: row, column: column, role: isSelected ? .selection : .dimmed)
  let before = columns(start)
  for mark in excerpt.marks where mark.lowerBound >= start && !isSelected {
    let cells = columns(mark.lowerBound) - before..<columns(mark.upperBound) - before
    let painted = cells.clamped(to: 0..<text.displayColumns)
    frame.paint(row: row, columns: column + painted.lowerBound..<column + painted.upperBound, role: .accent)
  }
}

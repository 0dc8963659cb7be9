import CellGrid
import RFCModel

extension DocumentScreen {
  func drawContents(columns: Range<Int>, rows: Range<Int>, in canvas: inout Canvas) {
    guard let outline = reading.outline else { return }
    let panel = reading.contents
    let (entries, selected) = contentsEntries()
    let current = sectionShown
    let first = contentsScrolled.top
    canvas.mark(.contents, rows: rows, columns: columns)

    // Numbers are aligned per level; a column apart from the text.
    let end = max(columns.lowerBound, columns.upperBound - 2)
    for (row, index) in zip(rows, entries.dropFirst(first)) {
      let section = outline.sections[index]
      let isSelected = panel.isFocused && index == entries[selected]
      let isCurrent = index == current
      canvas.mark(.section(index), rows: row..<row + 1, columns: columns)
      var role: Role = isCurrent ? .accent : section.number == nil ? .dimmed : .text
      if isSelected {
        role = .selection
        canvas.frame.paint(row: row, columns: columns.lowerBound..<end, role: .selection)
      }
      let hasChildren = index + 1 < outline.sections.count && outline.sections[index + 1].parent == index
      let isOpen = hasChildren && entries.contains(index + 1)
      let mark = isCurrent ? ">" : hasChildren ? (isOpen ? "v" : "+") : ""
      let indent = columns.lowerBound + min(2 * (section.level - 1), 8)
      canvas.frame.put(
        mark, row: row, column: indent + 1, role: isSelected ? .selection : isCurrent ? .accent : .dimmed)
      let counts = matchCount(in: index).map(String.init) ?? ""
      var column = indent + 3
      if let number = section.number {
        let width = max(number.text.count, outline.numberWidth(atLevel: section.level))
        canvas.frame.put(number.text, row: row, column: column, role: role, limit: end - column)
        column += width + 2
      }
      let room = end - column - (counts.isEmpty ? 0 : counts.count + 1)
      if room > 0 {
        canvas.frame.put(section.title.fitted(columns: room), row: row, column: column, role: role)
      }
      if !counts.isEmpty, end - counts.count > column {
        canvas.frame.put(
          counts, row: row, column: end - counts.count, role: isSelected ? .selection : .dimmed)
      }
    }
    if entries.isEmpty, let row = rows.first {
      canvas.frame.put(
        "No section matches.".fitted(columns: columns.count - 2), row: row, column: columns.lowerBound + 1,
        role: .dimmed)
    }
  }

  /// How many matches a section holds, with all below it; nil where it has none.
  private func matchCount(in index: Int) -> Int? {
    guard habits.highlightsMatches, let found = reading.found, pendingSearch == nil,
      let lines = reading.outline?.wholeRange(of: index)
    else { return nil }
    let start = found.text.range(ofRow: reading.layout.row(ofLine: lines.lowerBound)).lowerBound
    let end = found.text.range(ofRow: reading.layout.row(ofLine: lines.upperBound)).lowerBound
    let count =
      (found.matches.index(atOrAfter: end) ?? found.matches.count)
      - (found.matches.index(atOrAfter: start) ?? found.matches.count)
    return count > 0 ? count : nil
  }
}

extension Outline {
  /// Columns of the widest number of a level, 8 at most.
  fileprivate func numberWidth(atLevel level: Int) -> Int {
    sections.reduce(0) { $1.level == level ? max($0, min(8, $1.number?.text.count ?? 0)) : $0 }
  }
}

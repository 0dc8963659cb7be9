import CellGrid
import RFCModel

/// What a document cites, or what cites it.
func drawReferences(
  _ list: ReferenceList, cached: Set<DocumentID>, _ geometry: Geometry, in screen: inout Screen
) {
  let rows = geometry.textRows
  let shown = list.cursor.shown(entries: rows.count, of: list.count)
  for (row, index) in zip(rows, shown) {
    screen.mark(.entry(index), rows: row..<row + 1, columns: 0..<screen.frame.size.columns)
  }
  switch list.side {
  case .cites:
    if let row = geometry.titleRow {
      let normative = list.cites.count { $0.kind == .normative }
      let facts = ["\(list.cites.count) RFC\(list.cites.count == 1 ? "" : "s")", "\(normative) normative"]
      drawListTitle(
        "\(list.name) cites", detail: "", facts: [facts, [facts[0]]], row: row, in: &screen.frame)
    }
    let columns = LibraryColumns(width: screen.frame.size.columns)
    for (row, index) in zip(rows, shown) {
      let entry = list.cites[index]
      drawEntry(
        entry.row, isCached: cached.contains(entry.row.id), isSelected: index == list.cursor.selected,
        words: [],
        last: entry.kind.word, columns, row: row, in: &screen.frame)
    }
  case .citedBy:
    if let row = geometry.titleRow {
      let documents = Set((list.citedBy ?? []).map(\.document)).count
      let count =
        "\(grouped(list.count)) place\(list.count == 1 ? "" : "s")"
        + " in \(grouped(documents)) document\(documents == 1 ? "" : "s")"
      let facts = list.citedBy == nil ? [["asking"]] : [[count, list.note].filter { !$0.isEmpty }, [count]]
      drawListTitle("\(list.name) is cited by", detail: "", facts: facts, row: row, in: &screen.frame)
    }
    for (row, index) in zip(rows, shown) {
      draw(list.citedBy ?? [], index, isFirst: index == shown.lowerBound, list, row: row, in: &screen.frame)
    }
  }
  if list.count == 0, let row = rows.first {
    let words = list.side == .cites ? "It cites no RFC." : list.citedBy == nil ? "" : emptyWords(list)
    screen.frame.put(words.fitted(columns: screen.frame.size.columns - 2), row: row, column: 1, role: .dimmed)
  }
}

private func emptyWords(_ list: ReferenceList) -> String {
  list.note.isEmpty ? "No document in the cache cites it." : list.note
}

/// The number and the title once for all the places in a document.
private func draw(
  _ places: [CitingPlace], _ index: Int, isFirst: Bool, _ list: ReferenceList, row: Int, in frame: inout Frame
) {
  let width = frame.size.columns
  let place = places[index]
  let isSelected = index == list.cursor.selected
  let base: Role = isSelected ? .selection : .text
  let faint: Role = isSelected ? .selection : .dimmed
  if isSelected { frame.paint(row: row, columns: 0..<width, role: .selection) }
  let isNew = isFirst || places[index - 1].document != place.document
  if isNew, case .rfc(let number) = place.document {
    let digits = String(number.value)
    frame.put(digits, row: row, column: max(1, 8 - digits.count), role: base)
  }
  let cited = place.citedSection.map { "cites \($0)" } ?? ""
  let end = width - 1 - (cited.isEmpty ? 0 : cited.displayColumns + 2)
  var column = 10
  if case .draft(let name) = place.document, isNew {
    column +=
      frame.put(name.text.fitted(columns: max(0, end - column)), row: row, column: column, role: base) + 2
  }
  let heading = [place.section?.text, place.heading].compactMap(\.self).filter { !$0.isEmpty }.joined(
    separator: "  ")
  // The place first: it tells one row from the next; then whose it is.
  column += frame.put(heading.fitted(columns: max(0, end - column)), row: row, column: column, role: base)
  if isNew, end - column > 12 {
    frame.put(place.title.fitted(columns: end - column - 3), row: row, column: column + 3, role: faint)
  }
  frame.put(cited, row: row, column: width - 1 - cited.displayColumns, role: faint)
}

extension Reference.Kind {
  /// As long as a year, in whose place it stands.
  fileprivate var word: String {
    switch self {
    case .normative: "norm"
    case .informative: "info"
    case .unspecified: ""
    }
  }
}

import CellGrid
import RFCModel

func drawLibrary(_ library: Library, _ geometry: Geometry, in screen: inout Screen) {
  let width = screen.frame.size.columns
  if let row = geometry.titleRow { drawLibraryTitle(library, row: row, in: &screen.frame) }
  let rows = geometry.textRows
  guard !library.shown.isEmpty else {
    let words =
      library.contents.rows.isEmpty
      ? "Nothing is here yet. `rfcview update` fetches the catalogue, `rfcview 4291` an RFC."
      : "No document matches."
    if let row = rows.first {
      screen.frame.put(words.fitted(columns: width - 2), row: row, column: 1, role: .dimmed)
    }
    return
  }
  let columns = LibraryColumns(width: width)
  for (row, index) in zip(rows, library.cursor.shown(entries: rows.count, of: library.shown.count)) {
    let entry = library.contents.rows[Int(library.shown[index])]
    drawEntry(
      entry, isCached: library.isCached(entry), isSelected: index == library.cursor.selected,
      words: library.terms.words, columns, row: row, in: &screen.frame)
    screen.mark(.entry(index), rows: row..<row + 1, columns: 0..<width)
  }
}

private func drawLibraryTitle(_ library: Library, row: Int, in frame: inout Frame) {
  let filter =
    library.filter + (library.showsCachedOnly ? (library.filter.isEmpty ? "" : " ") + "cached only" : "")
  let total = library.contents.rows.count
  let here = "\(grouped(library.contents.surroundings.cached.count)) here"
  let counts =
    library.shown.count == total ? grouped(total) : "\(grouped(library.shown.count)) of \(grouped(total))"
  drawListTitle(
    "RFCs", detail: filter, facts: [[counts, here, library.contents.note], [counts, here], [counts]],
    row: row,
    in: &frame)
}

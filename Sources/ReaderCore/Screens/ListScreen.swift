import CellGrid
import RFCModel

func drawList(_ list: DocumentList, _ geometry: Geometry, in frame: inout Frame) {
  let width = frame.size.columns
  let shown = list.shown
  if let row = geometry.titleRow {
    var column = 1 + frame.put("RFCs", row: row, column: 1, role: .accent)
    if !list.filter.isEmpty {
      column +=
        2
        + frame.put(
          list.filter.fitted(columns: width - column - 4), row: row, column: column + 2, role: .heading)
    }
    let count = "\(list.documents.count) in the cache"
    if width - column - 3 > count.count {
      frame.put(count, row: row, column: width - 1 - count.count, role: .dimmed)
    }
  }
  let rows = geometry.textRows
  guard !shown.isEmpty else {
    let words =
      list.documents.isEmpty
      ? "Nothing is cached yet. `rfcview 4291` fetches RFC 4291 and keeps it." : "No document matches."
    if let row = rows.first {
      frame.put(words.fitted(columns: width - 2), row: row, column: 1, role: .dimmed)
    }
    return
  }
  let first = max(0, min(list.selected - rows.count / 2, shown.count - rows.count))
  let numberWidth = shown.reduce(5) { max($0, min(40, $1.id.shortName.count)) }
  for (row, index) in zip(rows, first..<max(first, shown.count)) {
    let document = shown[index]
    let isSelected = index == list.selected
    if isSelected { frame.paint(row: row, columns: 0..<width, role: .selection) }
    let base: Role = isSelected ? .selection : .text
    frame.put(
      document.id.shortName, row: row, column: 1, role: isSelected ? base : .accent, limit: numberWidth)
    let showsDate = width >= 60 && !document.date.isEmpty
    let year = showsDate ? String(document.date.suffix(4)) : ""
    let column = 1 + numberWidth + 2
    let room = width - column - 1 - (showsDate ? 6 : 0)
    if room > 0 { frame.put(document.title.fitted(columns: room), row: row, column: column, role: base) }
    if showsDate { frame.put(year, row: row, column: width - 5, role: isSelected ? base : .dimmed) }
  }
}

extension DocumentID {
  /// The number alone, or the draft's name.
  fileprivate var shortName: String {
    switch self {
    case .rfc(let number): String(number.value)
    case .draft(let name): name.text
    }
  }
}

import CellGrid
import RFCModel

/// Two rows a bookmark: where it is, and the note.
func drawBookmarks(_ list: BookmarkList, _ geometry: Geometry, in screen: inout Screen) {
  if let row = geometry.titleRow {
    let total = list.all.count - list.deleted.count
    let count = list.filter.isEmpty ? grouped(total) : "\(grouped(list.shown.count)) of \(grouped(total))"
    let documents = Set(list.all.map(\.document)).count
    let facts = [count, "\(grouped(documents)) document\(documents == 1 ? "" : "s")"]
    drawListTitle("Bookmarks", detail: list.filter, facts: [facts, [count]], row: row, in: &screen.frame)
  }
  let rows = geometry.textRows
  guard !list.shown.isEmpty else {
    let words = list.all.isEmpty ? "No bookmark yet. `a` adds one while reading." : "No bookmark matches."
    if let row = rows.first {
      screen.frame.put(
        words.fitted(columns: screen.frame.size.columns - 2), row: row, column: 1, role: .dimmed)
    }
    return
  }
  let shown = list.cursor.shown(entries: rows.count / BookmarkList.rowsPerEntry + 1, of: list.shown.count)
  for (offset, index) in shown.enumerated() {
    let row = rows.lowerBound + offset * BookmarkList.rowsPerEntry
    guard row < rows.upperBound else { break }
    screen.mark(
      .entry(index), rows: row..<min(row + BookmarkList.rowsPerEntry, rows.upperBound),
      columns: 0..<screen.frame.size.columns)
    let bookmark = list.shown[index]
    let isSelected = index == list.cursor.selected
    let look = BookmarkLook(isSelected: isSelected, isDeleted: list.deleted.contains(bookmark))
    if isSelected { screen.frame.paint(row: row, columns: 0..<screen.frame.size.columns, role: .selection) }
    drawPlace(of: bookmark, look, row: row, in: &screen.frame)
    guard row + 1 < rows.upperBound else { break }
    if isSelected {
      screen.frame.paint(row: row + 1, columns: 0..<screen.frame.size.columns, role: .selection)
    }
    let column = screen.frame.size.columns < 44 ? 3 : textColumn
    screen.frame.put(
      bookmark.note.fitted(columns: max(0, screen.frame.size.columns - 1 - column)), row: row + 1,
      column: column,
      role: look.base)
  }
}

private let textColumn = 9

private struct BookmarkLook {
  let isDeleted: Bool
  let base: Role
  let faint: Role

  init(isSelected: Bool, isDeleted: Bool) {
    self.isDeleted = isDeleted
    base = isSelected ? .selection : isDeleted ? .dimmed : .text
    faint = isSelected ? .selection : .dimmed
  }
}

/// `4291  2.5  Unicast Addresses   IP Version 6 Addressing Architecture`.
private func drawPlace(of bookmark: Bookmark, _ look: BookmarkLook, row: Int, in frame: inout Frame) {
  let right = look.isDeleted ? "deleted" : ""
  let end = frame.size.columns - 1 - (right.isEmpty ? 0 : right.count + 2)
  var column = textColumn
  func put(_ text: String, _ role: Role) -> Int {
    frame.put(text.fitted(columns: max(0, end - column)), row: row, column: column, role: role)
  }
  if case .rfc(let number) = bookmark.document {
    let digits = String(number.value)
    frame.put(digits, row: row, column: max(1, textColumn - 2 - digits.count), role: look.base)
  } else {
    column = 1
    column += put("\(bookmark.document)", look.base) + 2
  }
  if let section = bookmark.place.section { column += put(section.text, look.faint) + 2 }
  let heading = bookmark.heading.isEmpty ? "line \(bookmark.place.line)" : bookmark.heading
  column += put(heading, look.base)
  if end - column > 12 {
    column += 3
    _ = put(bookmark.title, look.faint)
  }
  frame.put(right, row: row, column: frame.size.columns - 1 - right.count, role: look.faint)
}

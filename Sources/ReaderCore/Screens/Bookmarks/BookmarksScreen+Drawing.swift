import CellGrid
import RFCModel

/// Two rows a bookmark: where it is, and the note.
extension BookmarksScreen {
  var heading: ListTitle {
    let total = entries.all.count - deleted.count
    let count = filter.isEmpty ? grouped(total) : "\(grouped(entries.shown.count)) of \(grouped(total))"
    let documents = Set(entries.all.map(\.document)).count
    let facts = [count, "\(grouped(documents)) document\(documents == 1 ? "" : "s")"]
    return ListTitle(name: "Bookmarks", detail: filter, facts: [facts, [count]])
  }

  var emptyWords: Message {
    Message(entries.all.isEmpty ? "No bookmarks yet. `a` adds one while reading." : "No bookmarks match.")
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in frame: inout Frame) {
    let bookmark = entries[index]
    let look = BookmarkLook(isSelected: isSelected, isDeleted: deleted.contains(bookmark))
    if isCached(bookmark.document) { frame.markCached(row: rows.lowerBound, isSelected: isSelected) }
    drawPlace(of: bookmark, look, row: rows.lowerBound, in: &frame)
    guard rows.count > 1 else { return }
    let column = frame.size.columns < 44 ? 3 : textColumn
    frame.put(
      bookmark.note.fitted(columns: max(0, frame.size.columns - 1 - column)), row: rows.lowerBound + 1,
      column: column, role: look.base)
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
  if let number = bookmark.document.rfc {
    let digits = String(number.value)
    frame.put(digits, row: row, column: max(1, textColumn - 2 - digits.count), role: look.base)
  } else {
    column = 3
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

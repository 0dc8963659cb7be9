import CellGrid
import RFCModel

/// Two rows a bookmark: where it is, and the note.
extension BookmarksScreen {
  var heading: ListTitle {
    let total = entries.all.count - deleted.count
    let count = filter.isEmpty ? grouped(total) : "\(grouped(entries.shown.count)) of \(grouped(total))"
    let documents = Set(entries.all.map(\.subject)).count
    let facts = [count, "\(grouped(documents)) document\(documents == 1 ? "" : "s")"]
    return ListTitle(name: "Bookmarks", detail: filter, facts: [facts, [count]])
  }

  var emptyWords: Message {
    Message(entries.all.isEmpty ? "No bookmarks yet. `a` adds one while reading." : "No bookmarks match.")
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas) {
    let bookmark = entries[index]
    let look = BookmarkLook(
      isSelected: isSelected, isDeleted: deleted.contains(bookmark),
      words: isSelected ? [] : WordFilter(filter)?.marked ?? [])
    if bookmark.document.map(isCached) ?? false {
      canvas.frame.markCached(row: rows.lowerBound, isSelected: isSelected)
    }
    drawPlace(of: bookmark, look, row: rows.lowerBound, in: &canvas.frame)
    guard rows.count > 1 else { return }
    let column = canvas.frame.size.columns < 44 ? 3 : textColumn
    let note = bookmark.note.fitted(columns: max(0, canvas.frame.size.columns - 1 - column))
    canvas.frame.put(note, row: rows.lowerBound + 1, column: column, role: look.base)
    canvas.frame.mark(look.words, in: note, row: rows.lowerBound + 1, column: column)
  }
}

private let textColumn = 9

private struct BookmarkLook {
  let isDeleted: Bool
  let base: Role
  let faint: Role
  /// To be marked.
  let words: [[UInt8]]

  init(isSelected: Bool, isDeleted: Bool, words: [[UInt8]]) {
    self.words = words
    self.isDeleted = isDeleted
    base = isSelected ? .selection : isDeleted ? .dimmed : .text
    faint = isSelected ? .selection : .dimmed
  }
}

/// `4291  2.5  Unicast Addresses   IP Version 6 Addressing Architecture      2026-11-30`.
private func drawPlace(of bookmark: Bookmark, _ look: BookmarkLook, row: Int, in frame: inout Frame) {
  // A narrow window has room for the place alone.
  let day = frame.size.columns < 44 ? "" : bookmark.added?.iso ?? ""
  let right = look.isDeleted ? "deleted" : day
  let end = frame.size.columns - 1 - (right.isEmpty ? 0 : right.count + 2)
  var column = textColumn
  func put(_ text: String, _ role: Role) -> Int {
    let shown = text.fitted(columns: max(0, end - column))
    let width = frame.put(shown, row: row, column: column, role: role)
    frame.mark(look.words, in: shown, row: row, column: column)
    return width
  }
  var title = bookmark.title
  switch bookmark.subject {
  case .document(.rfc(let number)):
    let digits = String(number.value)
    frame.put(digits, row: row, column: max(1, textColumn - 2 - digits.count), role: look.base)
  case .document(.draft(let name)):
    column = 3
    column += put(name.text, look.base) + 2
  case .file(let path):
    column = 3
    column +=
      put(
        String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]), look.base
      ) + 2
    // Of two files of a name the folder tells which one it is.
    title = path
  }
  if let section = bookmark.place.section { column += put(section.text, look.faint) + 2 }
  let heading = bookmark.heading.isEmpty ? "line \(bookmark.place.line)" : bookmark.heading
  column += put(heading, look.base)
  if end - column > 12 {
    column += 3
    _ = put(title, look.faint)
  }
  frame.put(right, row: row, column: frame.size.columns - 1 - right.count, role: look.faint)
}

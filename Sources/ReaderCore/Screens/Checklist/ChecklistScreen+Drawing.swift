import CellGrid
import RFCFormats
import RFCModel

/// A row with state, section, words of BCP 14 and who is meant; below it the sentence, and the note.
extension ChecklistScreen {
  /// Of a sentence, so that the list stays one.
  private static let mostRows = 6
  /// Where the sentence begins.
  private static let indent = 3

  var heading: ListTitle {
    let counts = counts
    let done = "\(grouped(counts.done)) of \(grouped(counts.total)) done"
    let shown = filter.isEmpty ? "" : "\(grouped(entries.shown.count)) shown"
    let others = [
      (counts.notApplicable, "not applicable"),
      (counts.questions, counts.questions == 1 ? "question" : "questions"),
      (counts.gone, "not in the text"),
    ].compactMap { $0 > 0 ? "\(grouped($0)) \($1)" : nil }
    // What does not fit is left out, from the end.
    let facts = others.indices.reversed().map { [shown, done] + others[...$0] }
    return ListTitle(
      name: "Requirements of \(name)", detail: filter,
      facts: facts + [[shown, done], [done], ["\(counts.done)/\(counts.total)"]])
  }

  var emptyWords: Message { Message("No match in this list.") }

  func rows(of index: Int) -> Int {
    let item = entries[index]
    return 1 + sentence(of: item, columns: window.size.columns).count + (item.note.isEmpty ? 0 : 1)
  }

  private func sentence(of item: Checklist.Item, columns: Int) -> [String] {
    let room = max(10, columns - Self.indent - 1)
    let rows = item.key.words.printable(limit: 4000).wrapped(columns: room)
    guard rows.count > Self.mostRows else { return rows }
    let rest = rows[(Self.mostRows - 1)...].joined(separator: " ")
    return rows.prefix(Self.mostRows - 1) + [rest.fitted(columns: room)]
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas) {
    let item = entries[index]
    let width = canvas.frame.size.columns
    let look = ChecklistLook(item, isSelected: isSelected, filter: filter)
    drawHead(of: item, look, row: rows.lowerBound, in: &canvas.frame)
    var row = rows.lowerBound + 1
    for line in sentence(of: item, columns: width) where row < rows.upperBound {
      canvas.frame.put(line, row: row, column: Self.indent, role: look.base)
      paintKeywords(of: line, look, row: row, in: &canvas.frame)
      canvas.frame.mark(look.words, in: line, row: row, column: Self.indent)
      row += 1
    }
    guard !item.note.isEmpty, row < rows.upperBound else { return }
    let note = ("\u{2502} " + item.note.printable(limit: 500)).fitted(
      columns: max(0, width - Self.indent - 1))
    canvas.frame.put(note, row: row, column: Self.indent, role: isSelected ? .selection : .accent)
    canvas.frame.mark(look.words, in: note, row: row, column: Self.indent)
  }

  private func drawHead(of item: Checklist.Item, _ look: ChecklistLook, row: Int, in frame: inout Frame) {
    let width = frame.size.columns
    if let state = item.state {
      frame.put(String(state.sign), row: row, column: 1, role: look.isSelected ? .selection : state.role)
    }
    var column = Self.indent
    func put(_ text: String, _ role: Role, limit: Int) {
      let shown = text.printable(limit: 200).fitted(columns: max(0, min(limit, width - 1 - column)))
      frame.put(shown, row: row, column: column, role: role)
      frame.mark(look.words, in: shown, row: row, column: column)
      column += shown.displayColumns + 2
    }
    put(
      item.key.section.isEmpty ? "-" : item.key.section, look.isSelected ? .selection : .accent,
      limit: max(12, width / 3))
    put(item.words, look.keyword, limit: width / 2)
    let aside = item.isGone ? "not in the text any more" : item.subject
    let room = width - 1 - column - 1
    guard !aside.isEmpty, room >= 12 else { return }
    let shown = aside.printable(limit: 200).fitted(columns: room)
    frame.put(
      shown, row: row, column: width - 1 - shown.displayColumns,
      role: look.isSelected ? .selection : item.isGone ? .warning : .dimmed)
  }

  private func paintKeywords(of line: String, _ look: ChecklistLook, row: Int, in frame: inout Frame) {
    let bytes = Array(line.utf8)
    for word in RequirementWords.ranges(in: bytes[...]) {
      let before = String(decoding: bytes[..<word.lowerBound], as: UTF8.self).displayColumns
      for column in Self.indent + before..<Self.indent + before + word.count {
        frame[row: row, column: column].emphasis.insert(.bold)
      }
    }
  }
}

private struct ChecklistLook {
  let isSelected: Bool
  let base: Role
  let keyword: Role
  /// To be marked.
  let words: [[UInt8]]

  init(_ item: Checklist.Item, isSelected: Bool, filter: String) {
    self.isSelected = isSelected
    base = isSelected ? .selection : item.isOpen && !item.isGone ? .text : .dimmed
    keyword = isSelected ? .selection : item.isOpen && !item.isGone ? .requirement : .dimmed
    words = isSelected ? [] : ChecklistFilter(filter)?.marked ?? []
  }
}

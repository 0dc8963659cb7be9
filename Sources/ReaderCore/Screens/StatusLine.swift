import CellGrid
import RFCModel

/// The last row: the breadcrumb or a message at the left, numbers at the right; or the prompt.
func drawStatus(_ state: ReaderState, _ geometry: Geometry, in screen: inout Screen) {
  guard let row = geometry.statusRow else { return }
  let width = screen.frame.size.columns
  if let prompt = state.prompt {
    drawPrompt(prompt, state, row: row, in: &screen.frame)
    return
  }
  let margin = width > 2 ? 1 : 0
  let reading = state.reading
  let right = state.typed.isEmpty ? (state.isBare ? "" : rightEnd(state, reading)) : state.typed.text
  let role: Role = state.typed.isEmpty ? .dimmed : .accent
  // In a narrow window the line number says more than half a breadcrumb.
  let rightWidth = min(right.displayColumns, width - margin * 2)
  let leftWidth = max(0, width - margin * 2 - rightWidth - 2)
  if rightWidth > 0 {
    screen.frame.put(
      right.fitted(columns: rightWidth), row: row, column: width - margin - rightWidth, role: role)
  }
  if let message = state.message {
    draw(message, leftWidth: leftWidth, margin: margin, row: row, above: geometry.textRows.count, in: &screen)
  } else if let download = state.download {
    drawDownload(download, row: row, column: margin, columns: leftWidth, in: &screen.frame)
  } else if state.isBare {
    screen.frame.put(":", row: row, column: 0)
  } else if let words = state.focusedWords {
    // One row, whatever it says: going from link to link nothing else moves.
    screen.frame.put(
      words.text.fitted(columns: leftWidth), row: row, column: margin,
      role: words.isWarning ? .warning : .text)
  } else if let reading {
    drawBreadcrumb(
      to: state.sectionShown, of: reading, row: row, column: margin, columns: leftWidth, in: &screen.frame)
  } else {
    drawHints(state, row: row, column: margin, columns: leftWidth, in: &screen.frame)
  }
}

/// The keys that matter in a list, as many of them as there is room for.
private func drawHints(_ state: ReaderState, row: Int, column: Int, columns: Int, in frame: inout Frame) {
  var text = ""
  // Without a file of the user's the table itself says it.
  let keyMap = state.settings.keys.isEmpty ? nil : state.keyMap
  for (command, hint) in CommandEntry.hints(in: state.context, keyMap) {
    var next = (text.isEmpty ? "" : "   ") + hint
    if command == .sortLibrary, let library = state.library { next += ": \(library.order.rawValue)" }
    guard (text + next).displayColumns <= columns else { break }
    text += next
  }
  frame.put(text, row: row, column: column, role: .dimmed)
}

/// A message may take the whole row, and rows above it where it says more than fits: it is gone with the next key.
private func draw(
  _ message: Message, leftWidth: Int, margin: Int, row: Int, above textRows: Int, in screen: inout Screen
) {
  let room = screen.frame.size.columns - margin * 2
  let role: Role = message.isWarning ? .warning : .text
  var lines = message.text.wrapped(columns: room)
  let limit = min(4, max(1, textRows / 3))
  if lines.count > limit {
    let rest = lines[(limit - 1)...].joined(separator: " ")
    lines = lines.prefix(limit - 1) + [rest.fitted(columns: room)]
  }
  guard lines.count > 1 || message.text.displayColumns > leftWidth else {
    screen.frame.put(message.text, row: row, column: margin, role: role)
    return
  }
  for (offset, line) in lines.enumerated() {
    let place = row - lines.count + 1 + offset
    screen.frame.blank(row: place)
    screen.mark(.message, rows: place..<place + 1, columns: 0..<screen.frame.size.columns)
    screen.frame.put(line, row: place, column: margin, role: role)
  }
}

extension String {
  /// Broken at blanks into lines of so many columns; a longer word, such as an address, also within itself.
  func wrapped(columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.displayColumns + 1 + word.displayColumns > columns {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      if word.displayColumns > columns {
        let parts = line.parts(ofColumns: columns)
        lines += parts.dropLast()
        line = parts.last ?? ""
      }
    }
    return lines + [line]
  }
}

extension Frame {
  fileprivate mutating func blank(row: Int) {
    for column in 0..<size.columns { self[row: row, column: column] = .blank }
  }
}

/// `3 of 41 · 18%  L240`.
private func rightEnd(_ state: ReaderState, _ reading: Reading?) -> String {
  guard let reading else {
    guard let list = state.list, list.count > 0 else { return "" }
    return "\(list.cursor.selected + 1) of \(list.count)"
  }
  var parts: [String] = []
  if let filter = reading.filter { parts.append("&" + filter.pattern.fitted(columns: 16)) }
  if state.highlightsMatches, let found = reading.found, state.pendingSearch == nil {
    let total = "\(found.matches.count)" + (found.isTruncated ? "+" : "")
    if found.matches.count > 0 {
      parts.append(
        found.current.map { "match \($0 + 1) of \(total)" } ?? (total == "1" ? "1 match" : "\(total) matches")
      )
    }
  } else if state.pendingSearch != nil {
    parts.append("searching")
  }
  if reading.isGrowing { parts.append("still reading") }
  parts.append("\(state.percent)%  L\(reading.layout.line(ofRow: reading.view.top) + 1)")
  return parts.joined(separator: " \u{B7} ")
}

/// `2.5.1 Interface Identifiers < 2.5 Unicast Addresses`: the section being read, dimmed towards the root.
private func drawBreadcrumb(
  to current: Int?, of reading: Reading, row: Int, column: Int, columns: Int, in frame: inout Frame
) {
  guard let outline = reading.outline, let current else { return }
  var left = column
  let end = column + columns
  var index: Int? = current
  while let section = index, left < end {
    let text = (section == current ? "" : " < ") + outline.sections[section].heading
    left += frame.put(
      text.fitted(columns: end - left), row: row, column: left, role: section == current ? .text : .dimmed)
    index = outline.sections[section].parent
  }
}

extension Section {
  /// Number and title, as a breadcrumb and a list have them.
  var heading: String { number.map { "\($0) \(title)" } ?? title }
}

/// `RFC 8446   132 of 337 kB   ████████░░░░`.
private func drawDownload(
  _ download: DownloadProgress, row: Int, column: Int, columns: Int, in frame: inout Frame
) {
  let end = column + columns
  var left = column
  left += frame.put("\(download.id)   ".fitted(columns: columns), row: row, column: left)
  guard let expected = download.expected, expected > 0 else {
    frame.put(byteCount(download.received).fitted(columns: end - left), row: row, column: left)
    return
  }
  let numbers = "\(byteCount(download.received)) of \(byteCount(expected))   "
  left += frame.put(numbers.fitted(columns: end - left), row: row, column: left)
  let bar = min(24, end - left)
  guard bar >= 4 else { return }
  let filled = min(bar, download.received * bar / expected)
  frame.put(String(repeating: "\u{2588}", count: filled), row: row, column: left, role: .accent)
  frame.put(
    String(repeating: "\u{2591}", count: bar - filled), row: row, column: left + filled, role: .dimmed)
}

/// The prompt takes the whole row; the count of matches stands at the right while typing.
private func drawPrompt(_ prompt: Prompt, _ state: ReaderState, row: Int, in frame: inout Frame) {
  let width = frame.size.columns
  var right = ""
  if case .search = prompt.kind, !prompt.line.isEmpty {
    if state.message == nil, let found = state.reading?.found, found.isComplete {
      let total = found.matches.count
      right =
        total == 0 ? "no match" : "\(total)\(found.isTruncated ? "+" : "") match\(total == 1 ? "" : "es")"
    } else if state.reading?.found == nil {
      right = "not yet a pattern"
    }
  } else if !prompt.words.isEmpty, let message = state.message {
    right = message.text
  } else if prompt.kind == .listFilter, prompt.line.isEmpty, state.context == .library {
    let hint = "words, number, \(FilterField.hint)"
    right = hint.wrapped(columns: max(1, width - 4))[0]
  }
  if case .note(let bookmark) = prompt.kind, prompt.line.isEmpty {
    right = bookmark == nil ? "Enter adds a bookmark without one" : "Enter leaves it without one"
  }
  if case .option(let use) = prompt.kind, state.message == nil { right = use.hint(prompt.line.text) }
  let label = prompt.label.fitted(columns: max(1, width - 8))
  var column = frame.put(label, row: row, column: 0, role: .accent)
  let rightWidth = min(right.displayColumns, max(0, prompt.line.isEmpty ? width - column - 3 : width / 2 - 1))
  let room = max(1, width - column - (rightWidth > 0 ? rightWidth + 2 : 1))
  // The end of what is typed stays in sight: it is shifted left by whole characters.
  var before = prompt.line.textBeforeCursor
  while before.displayColumns >= room, !before.isEmpty { before.removeFirst() }
  column += frame.put(before, row: row, column: column)
  frame.cursor = Position(column: min(column, width - 1), row: row)
  frame.put(
    prompt.line.textAfterCursor, row: row, column: column, limit: max(0, room - before.displayColumns))
  if rightWidth > 0 {
    frame.put(right.fitted(columns: rightWidth), row: row, column: width - 1 - rightWidth, role: .dimmed)
  }
}

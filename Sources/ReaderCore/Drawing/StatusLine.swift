import CellGrid
import RFCModel

extension Pane {
  /// Draws the pane. Reads it and nothing else.
  func drawn() -> Canvas {
    var canvas = Canvas(size: window.size)
    guard window.size.columns > 0, window.size.rows > 0 else { return canvas }
    let hasPrompt = prompt != nil
    let geometry =
      withText { $0.geometry(hasPrompt: hasPrompt) } ?? list?.geometry(hasPrompt: hasPrompt)
      ?? Geometry(of: window, hasPrompt: hasPrompt)
    if withText({ $0.draw(geometry, in: &canvas) }) == nil { list?.draw(geometry, in: &canvas) }
    if let row = geometry.statusRow { drawStatus(row: row, above: geometry.textRows.count, in: &canvas) }
    return canvas
  }

  /// The last row: the breadcrumb or a message at the left, numbers at the right; or the prompt.
  private func drawStatus(row: Int, above textRows: Int, in canvas: inout Canvas) {
    if let prompt { return drawPrompt(prompt, row: row, in: &canvas.frame) }
    let width = canvas.frame.size.columns
    let margin = width > 2 ? 1 : 0
    let right = typed.isEmpty ? withText(\.statusEnd) ?? list?.statusEnd ?? "" : typed.text
    // In a narrow window the line number says more than half a breadcrumb.
    let rightWidth = min(right.displayColumns, width - margin * 2)
    let leftWidth = max(0, width - margin * 2 - rightWidth - 2)
    if rightWidth > 0 {
      canvas.frame.put(
        right.fitted(columns: rightWidth), row: row, column: width - margin - rightWidth,
        role: typed.isEmpty ? .dimmed : .accent)
    }
    if let message {
      draw(message, leftWidth: leftWidth, margin: margin, row: row, above: textRows, in: &canvas)
    } else if let download {
      drawDownload(download, row: row, column: margin, columns: leftWidth, in: &canvas.frame)
    } else {
      // Without a file of the user's the table itself says the keys.
      let keyMap = settings.keys.isEmpty ? nil : keyMap
      if isFirstScreen {
        let commands: [Command] = (offersReflow ? [.toggleReflow] : []) + [.help, .contents, .searchForward]
        let hints = CommandEntry.hints(of: commands, in: .reading, keyMap)
        return canvas.frame.put(hints: hints, row: row, column: margin, columns: leftWidth)
      }
      let isText: Void? = withText {
        $0.drawStatus(row: row, column: margin, columns: leftWidth, keyMap: keyMap, in: &canvas.frame)
      }
      if isText == nil {
        list?.drawStatus(row: row, column: margin, columns: leftWidth, keyMap: keyMap, in: &canvas.frame)
      }
    }
  }

  /// The prompt takes the whole row; a word of it stands at the right.
  private func drawPrompt(_ prompt: some Prompt, row: Int, in frame: inout Frame) {
    let width = frame.size.columns
    let right = prompt.hint(in: self, columns: width)
    let label = prompt.label.fitted(columns: max(1, width - 8))
    var column = frame.put(label, row: row, column: 0, role: .accent)
    // What is typed needs the room more, but for a word that nobody could read.
    let typed = prompt.line.textBeforeCursor.displayColumns + prompt.line.textAfterCursor.displayColumns
    let free = max(0, min(width - column - typed - 3, prompt.line.isEmpty ? width : width / 2 - 1))
    let rightWidth = free < min(right.displayColumns, 8) ? 0 : min(right.displayColumns, free)
    let room = max(1, width - column - (rightWidth > 0 ? rightWidth + 2 : 1))
    // The end of what is typed stays in sight: it is shifted left by whole characters.
    var before = prompt.line.textBeforeCursor
    while before.displayColumns >= room, !before.isEmpty { before.removeFirst() }
    column += frame.put(before, row: row, column: column, role: prompt.line.isOffered ? .dimmed : .text)
    frame.cursor = Position(column: min(column, width - 1), row: row)
    frame.put(
      prompt.line.textAfterCursor, row: row, column: column, limit: max(0, room - before.displayColumns))
    if rightWidth > 0 {
      frame.put(right.fitted(columns: rightWidth), row: row, column: width - 1 - rightWidth, role: .dimmed)
    }
  }
}

/// A message may take the whole row, and rows above it where it says more than fits: it is gone with the next key.
private func draw(
  _ message: Message, leftWidth: Int, margin: Int, row: Int, above textRows: Int, in canvas: inout Canvas
) {
  let room = canvas.frame.size.columns - margin * 2
  let role: Role = message.isWarning ? .warning : .text
  var lines = message.text.wrapped(columns: room)
  let limit = min(4, max(1, textRows / 3))
  if lines.count > limit {
    let rest = lines[(limit - 1)...].joined(separator: " ")
    lines = lines.prefix(limit - 1) + [rest.fitted(columns: room)]
  }
  guard lines.count > 1 || message.text.displayColumns > leftWidth else {
    canvas.frame.put(message.text, row: row, column: margin, role: role)
    return
  }
  for (offset, line) in lines.enumerated() {
    let place = row - lines.count + 1 + offset
    canvas.frame.blank(row: place)
    canvas.mark(.message, rows: place..<place + 1, columns: 0..<canvas.frame.size.columns)
    canvas.frame.put(line, row: place, column: margin, role: role)
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
  /// What keys do, as many of them as there is room for, each whole.
  mutating func put(hints: [String], row: Int, column: Int, columns: Int) {
    var text = ""
    for hint in hints {
      let next = text.isEmpty ? hint : text + "   " + hint
      guard next.displayColumns <= columns else { break }
      text = next
    }
    put(text, row: row, column: column, role: .dimmed)
  }

  fileprivate mutating func blank(row: Int) {
    for column in 0..<size.columns { self[row: row, column: column] = .blank }
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

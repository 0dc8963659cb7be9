import CellGrid

/// Where the window of a peek stands: below what it is about, or above, and never over it.
struct PeekWindow {
  let rows: Range<Int>
  let columns: Range<Int>

  init(_ peek: Peek, in geometry: Geometry, size: Size) {
    let room = geometry.textRows
    let below = max(peek.about.upperBound, room.lowerBound)..<max(peek.about.upperBound, room.upperBound)
    let above = room.lowerBound..<max(room.lowerBound, min(peek.about.lowerBound, room.upperBound))
    let wanted = min(Peek.rows, peek.wanted + 2)
    if below.count >= min(wanted, Peek.rows) || below.count >= above.count {
      rows = below.prefix(wanted)
    } else {
      rows = above.suffix(wanted)
    }
    let width = max(0, min(peek.columns, size.columns - 2))
    let last = size.columns - width - 1
    var first = max(1, min(peek.column, last))
    // Of a few columns beside it nobody could read the text.
    let margin = max(1, min(geometry.textColumns.lowerBound, last))
    if first - margin < 12 { first = margin }
    columns = first..<min(size.columns, first + width)
  }

  /// Within the frame and a margin.
  var text: (rows: Range<Int>, columns: Range<Int>) {
    guard rows.count > 2, columns.count > 4 else { return (rows.lowerBound..<rows.lowerBound, columns) }
    return (rows.lowerBound + 1..<rows.upperBound - 1, columns.lowerBound + 2..<columns.upperBound - 2)
  }
}

func drawPeek(_ peek: Peek, _ geometry: Geometry, in canvas: inout Canvas) {
  let window = PeekWindow(peek, in: geometry, size: canvas.frame.size)
  let (rows, columns) = window.text
  guard !rows.isEmpty else { return }
  for row in window.rows {
    for column in window.columns { canvas.frame[row: row, column: column] = .blank }
  }
  canvas.mark(.peek, rows: window.rows, columns: window.columns)
  drawFrame(window, title: peek.title, in: &canvas.frame)
  let reading = peek.reading
  for row in rows {
    let index = reading.view.top + row - rows.lowerBound
    guard let bytes = reading.layout.bytes(ofRow: index, in: reading.document) else { continue }
    let shown = peek.indent..<peek.indent + columns.count
    let line = reading.cells(ofRow: index, bytes, columns: shown)
    line.draw(in: &canvas.frame, row: row, columns: columns, left: shown.lowerBound)
    for (range, mark) in peek.marks {
      guard let part = reading.layout.range(of: range, inRow: index, of: reading.document) else { continue }
      let cells = line.columns(ofBytes: part).clamped(to: shown)
      guard !cells.isEmpty else { continue }
      let first = columns.lowerBound - shown.lowerBound
      canvas.frame.show(mark, row: row, columns: cells.lowerBound + first..<cells.upperBound + first)
    }
    if line.holds(column: shown.upperBound) {
      canvas.frame[row: row, column: columns.upperBound - 1] = Cell(base: ">", role: .dimmed)
    }
  }
}

extension Frame {
  fileprivate mutating func show(_ mark: AnnotationText.Mark, row: Int, columns: Range<Int>) {
    switch mark {
    case .removed: underline(row: row, columns: columns, role: .warning)
    case .added: underline(row: row, columns: columns, role: .accent)
    case .label: paint(row: row, columns: columns, role: .dimmed)
    }
  }
}

private func drawFrame(_ window: PeekWindow, title: String, in frame: inout Frame) {
  let (top, bottom) = (window.rows.lowerBound, window.rows.upperBound - 1)
  let (left, right) = (window.columns.lowerBound, window.columns.upperBound - 1)
  func put(_ character: Unicode.Scalar, _ row: Int, _ column: Int) {
    frame[row: row, column: column] = Cell(base: character, role: .dimmed)
  }
  for column in left...right {
    put("\u{2500}", top, column)
    put("\u{2500}", bottom, column)
  }
  for row in top...bottom {
    put("\u{2502}", row, left)
    put("\u{2502}", row, right)
  }
  put("\u{250C}", top, left)
  put("\u{2510}", top, right)
  put("\u{2514}", bottom, left)
  put("\u{2518}", bottom, right)
  let shown = " \(title) ".fitted(columns: max(0, window.columns.count - 4))
  frame.put(shown, row: top, column: left + 2, role: .accent)
}

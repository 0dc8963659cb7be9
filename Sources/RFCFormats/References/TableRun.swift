import RFCModel

/// A line of a table with bars, `| a | b |`.
struct TableRow {
  /// 0-based.
  let line: Int
  /// What stands between the bars, without the blanks around it.
  let cells: [Range<Int>]
  /// Columns of the bars, the first at 0.
  let bars: [Int]

  /// Nil for any other line; what is wider than 400 bytes is no table.
  init?(line: Int, content: Range<Int>, view: borrowing LineView) {
    guard (3..<400).contains(content.count), view.text[content.lowerBound] == 0x7C,
      view.text[content.upperBound - 1] == 0x7C
    else { return nil }
    let count = view.text[content].count { $0 == 0x7C }
    var cells: [Range<Int>] = []
    cells.reserveCapacity(count - 1)
    var bars: [Int] = [0]
    bars.reserveCapacity(count)
    var column = 1
    var start = content.lowerBound + 1
    for offset in content.dropFirst() {
      let byte = view.text[offset]
      if byte == 0x7C {
        bars.append(column)
        cells.append(view.trimmed(start..<offset))
        start = offset + 1
      }
      // A character, not a byte, takes a column.
      if byte & 0xC0 != 0x80 { column += 1 }
    }
    self.line = line
    self.cells = cells
    self.bars = bars
  }

  /// Whether a row goes on with the one before: some cell has ended, and stands empty below its text.
  fileprivate func continues(_ row: TableRow) -> Bool {
    cells.first?.isEmpty ?? true || zip(row.cells, cells).contains { !$0.isEmpty && $1.isEmpty }
  }
}

/// Rows of a table one below the other. They are read cell by cell, because a sentence goes on in the next line of
/// its cell.
struct TableRun {
  var rows: [TableRow] = []

  /// Whether a row belongs to those before. A hostile text may be one table: it is cut.
  func accepts(_ row: TableRow) -> Bool {
    guard let last = rows.last else { return true }
    return last.bars == row.bars && rows.count < 200
  }

  /// A line of a cell.
  struct Part {
    let line: Int
    let content: Range<Int>
  }

  /// The lines of each cell, row by row.
  func cells() -> [[Part]] {
    var cells: [[Part]] = []
    var first = 0
    while first < rows.count {
      var end = first + 1
      while end < rows.count, rows[end].continues(rows[end - 1]) { end += 1 }
      for column in rows[first].cells.indices {
        cells.append(rows[first..<end].map { Part(line: $0.line, content: $0.cells[column]) })
      }
      first = end
    }
    return cells
  }
}

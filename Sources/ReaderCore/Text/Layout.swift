import RFCModel

/// The rows of a view: which line of the document each one shows, from the top of the text to its end.
struct Layout: Sendable {
  /// Per row a 0-based line, or -1 for a blank row that stands between the pages' texts.
  let rows: [Int32]

  init(rows: [Int32]) { self.rows = rows }

  /// The pages as printed: every line.
  init(printed document: Document) {
    rows = (0..<Int32(clamping: document.lines.count)).map { $0 }
  }

  var count: Int { rows.count }

  /// The 0-based line a row shows; for a blank row the one before it.
  func line(ofRow row: Int) -> Int {
    guard !rows.isEmpty else { return 0 }
    var row = min(max(0, row), rows.count - 1)
    while row > 0, rows[row] < 0 { row -= 1 }
    return max(0, Int(rows[row]))
  }

  /// The row that shows a line, or the first one after it where the line itself is not shown.
  func row(ofLine line: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if self.line(ofRow: middle) < line { low = middle + 1 } else { high = middle }
    }
    // A blank row counts as the line before it, so the row found may only be preceded by smaller lines.
    return low
  }
}

import CellGrid

/// The strip at the right edge: where the window is in the text, and where matches and marks are.
struct Strip {
  struct Tick {
    /// Of the screen.
    let row: Int
    /// Of the text.
    let textRow: Int
    let sign: Unicode.Scalar
  }

  /// Of the screen.
  let rows: Range<Int>
  let column: Int
  /// What the window shows of the text.
  let thumb: ClosedRange<Int>
  /// The later one of a row lies over the earlier.
  private(set) var ticks: [Tick] = []
  private let total: Int

  /// Nil where all of the text fits.
  init?(of screen: borrowing DocumentScreen, _ geometry: Geometry) {
    rows = geometry.textRows
    total = screen.reading.layout.count
    guard let column = geometry.stripColumn, rows.count > 1, total > rows.count else { return nil }
    self.column = column
    let (rows, total) = (rows, total)
    func row(ofTextRow row: Int) -> Int {
      rows.lowerBound + min(rows.count - 1, row * rows.count / total)
    }
    let first = row(ofTextRow: screen.reading.view.top)
    thumb = first...max(first, row(ofTextRow: min(total - 1, screen.reading.view.top + rows.count - 1)))
    for place in screen.reading.marks.values {
      let textRow = screen.reading.layout.row(ofLine: place.line - 1)
      ticks.append(Tick(row: row(ofTextRow: textRow), textRow: textRow, sign: "'"))
    }
    for landmark in screen.settings.reading.errata == .off ? [] : screen.reading.knownLandmarks(.annotation) {
      let textRow = screen.reading.layout.row(ofLine: landmark.line)
      guard let annotation = screen.reading.annotations.shown(atLine: landmark.line).first else { continue }
      ticks.append(Tick(row: row(ofTextRow: textRow), textRow: textRow, sign: annotation.sign))
    }
    guard screen.habits.highlightsMatches, screen.habits.options.marking == .all,
      let found = screen.reading.found
    else { return }
    // One look at each cell of the strip, however many matches there are.
    for row in rows {
      let start = (row - rows.lowerBound) * total / rows.count
      let end = (row - rows.lowerBound + 1) * total / rows.count
      if let match = found.firstMatch(atOrBelow: start), found.row(of: match) < end {
        ticks.append(Tick(row: row, textRow: found.row(of: match), sign: "-"))
      }
    }
  }

  /// The row of the text at the top of the window when the thumb is drawn to a row of the screen: from the first to
  /// `last`, which is the one with the end of the text in the window.
  func top(at row: Int, last: Int) -> Int {
    let offset = min(max(rows.lowerBound, row), rows.upperBound - 1) - rows.lowerBound
    return offset * last / (rows.count - 1)
  }
}

extension DocumentScreen {
  func drawStrip(_ geometry: Geometry, in canvas: inout Canvas) {
    guard let strip = Strip(of: self, geometry) else { return }
    func put(_ sign: Unicode.Scalar, row: Int, role: Role) {
      canvas.frame[row: row, column: strip.column] = Cell(
        base: strip.thumb.contains(row) ? "\u{2590}" : sign, role: role)
    }
    for row in strip.thumb { put(" ", row: row, role: .dimmed) }
    for tick in strip.ticks { put(tick.sign, row: tick.row, role: .accent) }
    canvas.mark(.strip, rows: strip.rows, columns: strip.column..<strip.column + 1)
  }
}

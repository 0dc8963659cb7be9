import CellGrid

/// A line laid out in cells, and where each cell's character stands in the text that is searched.
struct LineCells {
  /// Of a line of printable ASCII the bytes themselves: nearly every line is one, and byte, column and cell are the
  /// same thing there.
  private let plain: ArraySlice<UInt8>?
  private var cells: [Cell] = []
  /// Per cell the offset of its character in the line's searchable bytes.
  private var offsets: [Int] = []
  private let role: Role
  private let line: ArraySlice<UInt8>
  private let showsFormFeeds: Bool

  /// - Parameters:
  ///   - line: bytes of one line, without its end.
  ///   - showsFormFeeds: as ``glyphs(of:showsFormFeeds:)``.
  init(_ line: ArraySlice<UInt8>, role: Role, showsFormFeeds: Bool) {
    self.role = role
    self.line = line
    self.showsFormFeeds = showsFormFeeds
    if isPlainASCII(line) {
      plain = line
      return
    }
    plain = nil
    var offset = 0
    for glyph in glyphs(of: line, showsFormFeeds: showsFormFeeds) {
      switch glyph.kind {
      case .plain:
        cells.append(Cell(base: glyph.scalar, marks: glyph.marks, role: role, emphasis: glyph.emphasis))
        if glyph.width == 2 { cells.append(.rightHalf(role: role, emphasis: glyph.emphasis)) }
      case .tab:
        cells.append(contentsOf: repeatElement(Cell(base: " ", role: role), count: glyph.width))
      case .control:
        cells.append(contentsOf: glyph.spelling.unicodeScalars.map { Cell(base: $0, role: .control) })
      }
      offsets.append(contentsOf: repeatElement(offset, count: cells.count - offsets.count))
      offset += glyph.searchableLength
    }
  }

  /// Columns the line takes.
  var count: Int { plain?.count ?? cells.count }

  func isBlank(at column: Int) -> Bool {
    if let plain { return plain[plain.startIndex + column] == 0x20 }
    return cells[column].base == 0x20
  }

  /// Draws what of the line lies right of `left`, into so many columns of a row.
  func draw(in frame: inout Frame, row: Int, columns: Range<Int>, left: Int) {
    if let plain {
      frame.put(
        ascii: plain.dropFirst(left).prefix(columns.count), row: row, column: columns.lowerBound, role: role)
    } else {
      frame.put(cells.dropFirst(left).prefix(columns.count), row: row, column: columns.lowerBound)
    }
  }

  /// The columns of a range of the line's published bytes.
  func columns(ofBytes range: Range<Int>) -> Range<Int> {
    if let plain { return range.clamped(to: 0..<plain.count) }
    func column(_ count: Int) -> Int {
      LineCells(line.prefix(count), role: role, showsFormFeeds: showsFormFeeds).count
    }
    let start = min(column(range.lowerBound), count)
    return start..<max(start, min(column(range.upperBound), count))
  }

  /// The columns of a range of the line's searchable bytes.
  func columns(of range: Range<Int>) -> Range<Int> {
    if let plain { return range.clamped(to: 0..<plain.count) }
    let start = offsets.firstIndex { $0 >= range.lowerBound } ?? offsets.count
    let end = offsets[start...].firstIndex { $0 >= range.upperBound } ?? offsets.count
    return start..<end
  }
}

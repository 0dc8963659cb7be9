import CellGrid

/// A line laid out in cells, and where each cell's character stands in the text that is searched.
struct LineCells {
  private(set) var cells: [Cell] = []
  /// Per cell the offset of its character in the line's searchable bytes; empty where offset and column agree.
  private var offsets: [Int] = []

  /// - Parameters:
  ///   - line: bytes of one line, without its end.
  ///   - showsFormFeeds: as ``glyphs(of:showsFormFeeds:)``.
  init(_ line: ArraySlice<UInt8>, role: Role, showsFormFeeds: Bool) {
    if isPlainASCII(line) {
      cells = line.map { Cell(base: Unicode.Scalar($0), role: role) }
      return
    }
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

  /// The columns of a range of the line's searchable bytes.
  func columns(of range: Range<Int>) -> Range<Int> {
    guard !offsets.isEmpty else { return range.clamped(to: 0..<cells.count) }
    let start = offsets.firstIndex { $0 >= range.lowerBound } ?? offsets.count
    let end = offsets[start...].firstIndex { $0 >= range.upperBound } ?? offsets.count
    return start..<end
  }
}

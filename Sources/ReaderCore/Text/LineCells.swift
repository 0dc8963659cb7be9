import CellGrid
import RFCModel

/// What the window shows of a line, laid out in cells, and where each cell's character stands in the text.
struct LineCells {
  /// Of a short line of printable ASCII the bytes themselves: nearly every line is one, and byte, column and cell are
  /// the same thing there.
  private let plain: ArraySlice<UInt8>?
  private var cells: [Cell] = []
  /// The column of the first of the cells.
  private var first = 0
  /// Per cell the offset of its character in the line's bytes, and in its searchable ones; one more for what follows.
  private var bytes: [Int] = []
  private var searchable: [Int] = []
  let role: Role

  /// - Parameters:
  ///   - line: bytes of one line, without its end.
  ///   - columns: those that are shown; of a long line no others are laid out, but for some around them.
  ///   - parts: of the text that the line is a slice of; nil for a line that is laid out whole.
  ///   - showsFormFeeds: as ``glyphs(of:from:column:showsFormFeeds:)``.
  init(
    _ line: ArraySlice<UInt8>, columns: Range<Int>, parts: LineParts?, role: Role, showsFormFeeds: Bool
  ) {
    self.role = role
    let isShort = line.count <= LinePart.length || parts == nil
    plain = isShort && isPlainASCII(line) ? line : nil
    if plain != nil { return }
    var part = LinePart()
    if let parts {
      part = parts.part(of: line, showsFormFeeds: showsFormFeeds, holding: columns.lowerBound, by: \.column)
    }
    first = part.column
    repeat {
      let end = isShort ? line.count : LinePart.end(of: line, from: part.start)
      let glyphs = glyphs(
        of: line[clamped: part.start..<end], from: part.start, column: part.column,
        showsFormFeeds: showsFormFeeds)
      part.start = end
      for glyph in glyphs { add(glyph, at: &part) }
      // Over those that hold nothing but NUL.
      if let parts, end < line.count, part.column <= columns.upperBound {
        part = parts.part(of: line, showsFormFeeds: showsFormFeeds, holding: part.column, by: \.column)
      }
    } while part.start < line.count && part.column <= columns.upperBound
    bytes.append(part.start)
    searchable.append(part.searchable)
  }

  private mutating func add(_ glyph: Glyph, at part: inout LinePart) {
    switch glyph.kind {
    case .plain, .alone:
      cells.append(Cell(base: glyph.scalar, marks: glyph.marks, role: role, emphasis: glyph.emphasis))
      if glyph.width == 2 { cells.append(.rightHalf(role: role, emphasis: glyph.emphasis)) }
    case .tab:
      cells.append(contentsOf: repeatElement(Cell(base: " ", role: role), count: glyph.width))
    case .control:
      cells.append(contentsOf: glyph.scalar.spelling.unicodeScalars.map { Cell(base: $0, role: .control) })
    }
    let count = cells.count - bytes.count
    bytes.append(contentsOf: repeatElement(glyph.start, count: count))
    searchable.append(contentsOf: repeatElement(part.searchable, count: count))
    part.searchable += glyph.searchableLength
    part.column += glyph.width
  }

  /// Cells that were laid out: what a test counts.
  var count: Int { plain?.count ?? cells.count }

  /// Whether the line has a column, of those asked for and the one behind them.
  func holds(column: Int) -> Bool { column < end }

  private var end: Int { first + count }

  func isBlank(at column: Int) -> Bool {
    if let plain { return plain[plain.startIndex + column] == 0x20 }
    return cells[column - first].base == 0x20
  }

  /// Draws what of the line lies right of `left`, into so many columns of a row.
  func draw(in frame: inout Frame, row: Int, columns: Range<Int>, left: Int) {
    if let plain {
      frame.put(
        ascii: plain.dropFirst(left).prefix(columns.count), row: row, column: columns.lowerBound, role: role)
    } else {
      frame.put(cells.dropFirst(left - first).prefix(columns.count), row: row, column: columns.lowerBound)
    }
  }

  // MARK: Places in the text

  /// The bytes of some columns, in the line.
  func bytes(of columns: Range<Int>) -> Range<Int> { offsets(of: columns, in: bytes) }

  /// The same in the line's searchable bytes.
  func searchable(of columns: Range<Int>) -> Range<Int> { offsets(of: columns, in: searchable) }

  /// The columns of a range of the line's bytes, as far as they are laid out.
  func columns(ofBytes range: Range<Int>) -> Range<Int> { columns(of: range, in: bytes) }

  /// The same for a range of its searchable bytes.
  func columns(of range: Range<Int>) -> Range<Int> { columns(of: range, in: searchable) }

  private func offsets(of columns: Range<Int>, in offsets: [Int]) -> Range<Int> {
    let columns = columns.clamped(to: first..<end)
    if plain != nil { return columns }
    // All of the last character, whose other half may lie beyond.
    let last = offsets[columns.upperBound - first]
    let behind = columns.isEmpty ? last : offsets[max(0, columns.upperBound - first - 1)] + 1
    return offsets[columns.lowerBound - first]..<max(last, behind)
  }

  private func columns(of range: Range<Int>, in offsets: [Int]) -> Range<Int> {
    if let plain { return range.clamped(to: 0..<plain.count) }
    let start = offsets.partitioningIndex { $0 >= range.lowerBound }
    let end = offsets.partitioningIndex { $0 >= range.upperBound }
    return first + min(start, count)..<first + min(max(start, end), count)
  }
}

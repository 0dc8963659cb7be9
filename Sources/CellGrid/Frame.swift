/// What a screen shows: a grid of cells and, at a prompt, a cursor. Made by rendering, drawn by the terminal.
public struct Frame: Hashable, Sendable {
  public let size: Size
  /// Row by row, `size.columns * size.rows` of them.
  public private(set) var cells: [Cell]
  /// Nil where no cursor is shown.
  public var cursor: Position?

  /// A blank frame. Negative sizes count as 0.
  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// A place outside the frame reads as blank and is not written.
  public subscript(row row: Int, column column: Int) -> Cell {
    get { contains(row: row, column: column) ? cells[row * size.columns + column] : .blank }
    set {
      if contains(row: row, column: column) { cells[row * size.columns + column] = newValue }
    }
  }

  /// The cells of one row; empty for a row outside the frame.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes text from a column on, cut at `limit` columns and at the frame's edge. A wide character that does not
  /// fit whole is left out. What may not stand on a terminal is spelled out, as ``Appearance`` has it.
  ///
  /// - Returns: the columns taken.
  @discardableResult @inlinable
  public mutating func put(
    _ text: some StringProtocol, row: Int, column: Int, role: Role = .text, emphasis: Emphasis = [],
    limit: Int = .max
  ) -> Int {
    let plain = text.withPlainASCII { bytes in
      put(ascii: bytes, row: row, column: column, role: role, emphasis: emphasis, limit: limit)
    }
    return plain
      ?? put(text.unicodeScalars, row: row, column: column, role: role, emphasis: emphasis, limit: limit)
  }

  @usableFromInline mutating func put(
    _ scalars: some Sequence<Unicode.Scalar>, row: Int, column: Int, role: Role, emphasis: Emphasis,
    limit: Int
  ) -> Int {
    var used = 0
    var reader = AppearanceReader()
    func fits(_ width: Int) -> Bool { used + width <= limit && column + used + width <= size.columns }
    for scalar in scalars {
      let place = column + used
      switch reader.form(of: scalar) {
      case .letter(let width):
        guard fits(width) else { return used }
        self[row: row, column: place] = Cell(base: scalar, role: role, emphasis: emphasis)
        if width == 2 { self[row: row, column: place + 1] = .rightHalf(role: role, emphasis: emphasis) }
        used += width
      case .upon:
        let half = self[row: row, column: place - 1].isRightHalf ? 2 : 1
        self[row: row, column: place - half].add(mark: scalar)
      case .alone:
        guard fits(1) else { return used }
        self[row: row, column: place] = Cell(
          base: "\u{A0}", marks: (scalar.value, 0), role: role, emphasis: emphasis)
        used += 1
      case .spelled:
        let spelling = scalar.spelling
        guard fits(spelling.utf8.count) else { return used }
        for (offset, letter) in spelling.unicodeScalars.enumerated() {
          self[row: row, column: place + offset] = Cell(base: letter, role: .control)
        }
        used += spelling.utf8.count
      }
    }
    return used
  }

  /// Writes cells from a column on, cut at the frame's edge.
  public mutating func put(_ line: ArraySlice<Cell>, row: Int, column: Int) {
    let places = self.places(row: row, column: column, count: line.count)
    cells.replaceSubrange(places, with: line.prefix(places.count))
  }

  /// Writes printable ASCII from a column on, cut at the frame's edge; for the text itself, which is nothing else in
  /// nearly every line.
  public mutating func put(ascii line: ArraySlice<UInt8>, row: Int, column: Int, role: Role) {
    line.withUnsafeBufferPointer {
      _ = put(ascii: $0, row: row, column: column, role: role, emphasis: [], limit: .max)
    }
  }

  /// - Returns: the columns taken.
  @usableFromInline mutating func put(
    ascii bytes: UnsafeBufferPointer<UInt8>, row: Int, column: Int, role: Role, emphasis: Emphasis, limit: Int
  ) -> Int {
    let count = max(0, min(bytes.count, limit, size.columns - column))
    guard (0..<size.rows).contains(row) else { return count }
    let start = row * size.columns + column
    cells.withUnsafeMutableBufferPointer { cells in
      for index in min(max(0, -column), count)..<count {
        cells[start + index] = Cell(base: Unicode.Scalar(bytes[index]), role: role, emphasis: emphasis)
      }
    }
    return count
  }

  /// Indices of `count` cells from a place on, as far as the row goes.
  private func places(row: Int, column: Int, count: Int) -> Range<Int> {
    guard contains(row: row, column: column) else { return 0..<0 }
    let start = row * size.columns + column
    return start..<start + min(count, size.columns - column)
  }

  /// Gives every cell of a stretch of a row another role, its text unchanged.
  public mutating func paint(row: Int, columns: Range<Int>, role: Role) {
    for column in columns.clamped(to: 0..<size.columns) {
      self[row: row, column: column].role = role
    }
  }

  private func contains(row: Int, column: Int) -> Bool {
    (0..<size.rows).contains(row) && (0..<size.columns).contains(column)
  }
}

extension Frame {
  /// The text alone, a line a row, trailing blanks cut: what golden files hold.
  public var text: String {
    (0..<size.rows).map { row in
      var line = ""
      for cell in self.row(row) where !cell.isRightHalf {
        for value in [cell.base, cell.marks.0, cell.marks.1] where value != 0 {
          if let scalar = Unicode.Scalar(value) { line.unicodeScalars.append(scalar) }
        }
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}

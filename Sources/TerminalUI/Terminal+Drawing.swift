import CNCurses
import CellGrid

extension Terminal {
  /// Draws what differs from the frame before, with one flush. What does not fit into the window is left out.
  public func show(_ frame: Frame) {
    guard isOpen, frame != shown else { return }
    let old = shown.flatMap { $0.size == frame.size ? $0 : nil }
    draw(frame, over: old)
    let rows = RowDigests(frame)
    if old != nil { keepFromScrolling(from: shownRows, to: rows) }
    let cursor = frame.cursor ?? Position(column: -1, row: -1)
    cnc_set_cursor(Int32(clamping: cursor.row), Int32(clamping: cursor.column))
    cnc_flush()
    shown = frame
    shownRows = rows
  }

  /// ncurses would find the rows that stand elsewhere now and move them by SU and SD (ECMA-48), which many emulators
  /// do not know, whatever their terminfo entry says. By one row it uses what works everywhere.
  private func keepFromScrolling(from old: RowDigests, to new: RowDigests) {
    guard new.hasMovedRows(from: old), !new.isScrolledByOne(from: old) else { return }
    for row in new.digests.indices where new.digests[row] != old.digests[row] {
      cnc_forget(Int32(clamping: row))
    }
  }

  /// - Parameter old: of the same size; nil where the screen is not known.
  private func draw(_ frame: Frame, over old: Frame?) {
    let width = min(size.columns, frame.size.columns)
    frame.cells.withUnsafeBufferPointer { cells in
      (old?.cells ?? []).withUnsafeBufferPointer { old in
        for row in 0..<min(size.rows, frame.size.rows) {
          let range = row * frame.size.columns..<row * frame.size.columns + width
          let line = UnsafeBufferPointer(rebasing: cells[range])
          if old.isEmpty {
            draw(line, 0..<width, row: row)
          } else if let changed = Self.changes(in: line, over: UnsafeBufferPointer(rebasing: old[range])) {
            draw(line, changed, row: row)
          }
        }
      }
    }
  }

  /// From the first cell to the last that differ.
  private static func changes(
    in new: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>
  ) -> Range<Int>? {
    guard var first = new.indices.first(where: { new[$0] != old[$0] }) else { return nil }
    var end = new.count
    while new[end - 1] == old[end - 1] { end -= 1 }
    // Both halves of a wide character, or none.
    while first > 0, new[first].isRightHalf { first -= 1 }
    if end < new.count, new[end].isRightHalf { end += 1 }
    return first..<end
  }

  private func draw(_ line: UnsafeBufferPointer<Cell>, _ columns: Range<Int>, row: Int) {
    looks.withUnsafeBufferPointer { looks in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: columns.count) { run in
        var column = columns.lowerBound
        while column < columns.upperBound {
          let start = column
          while column < columns.upperBound, line[column].isASCII {
            let look = looks[Self.lookIndex(line[column].role, line[column].emphasis)]
            run.initializeElement(at: column - start, to: look | line[column].base)
            column += 1
          }
          if column > start {
            cnc_put_ascii(
              Int32(clamping: row), Int32(clamping: start), run.baseAddress, Int32(clamping: column - start))
          } else {
            column += draw(line[..<columns.upperBound], at: column, row: row)
          }
        }
      }
    }
  }

  /// - Returns: the columns of the character.
  private func draw(_ line: Slice<UnsafeBufferPointer<Cell>>, at column: Int, row: Int) -> Int {
    let cell = line[column]
    let isWide = !cell.isRightHalf && column + 1 < line.endIndex && line[column + 1].isRightHalf
    // A right half that has lost its left one is a blank.
    let character = cnc_character(
      base: cell.isRightHalf ? 0x20 : cell.base, marks: cell.marks, width: isWide ? 2 : 1,
      look: looks[Self.lookIndex(cell.role, cell.emphasis)])
    cnc_put_character(Int32(clamping: row), Int32(clamping: column), character)
    return isWide ? 2 : 1
  }

  private static func lookIndex(_ role: Role, _ emphasis: Emphasis) -> Int {
    Int(role.rawValue) << 2 | Int(emphasis.rawValue & 3)
  }

  func makeStyles() {
    let theme = theme.fitting(colours: Int(cnc_colours()))
    looks = Array(repeating: 0, count: Role.allCases.count << 2)
    for role in Role.allCases {
      for emphasis in [[], .bold, .underline, [.bold, .underline]] as [Emphasis] {
        looks[Self.lookIndex(role, emphasis)] = look(theme.style(role, emphasis: emphasis, own: roles))
      }
    }
    shown = nil
  }

  private func look(_ style: Style) -> UInt32 {
    var attributes = 0
    if style.isBold { attributes |= CNC_BOLD }
    if style.isUnderlined { attributes |= CNC_UNDERLINE }
    if style.isReversed { attributes |= CNC_REVERSE }
    return cnc_look(Int32(attributes), pair(of: style))
  }

  private func pair(of style: Style) -> Int32 {
    if style.foreground == nil, style.background == nil { return 0 }
    let colours = (style.foreground.map { Int32($0) } ?? -1, style.background.map { Int32($0) } ?? -1)
    let index = pairs.firstIndex { $0 == colours } ?? pairs.count
    let pair = Int32(index + 1)
    if index == pairs.count {
      pairs.append(colours)
      cnc_set_pair(pair, colours.0, colours.1)
    }
    return pair
  }
}

extension Cell {
  /// True for printable ASCII without marks.
  fileprivate var isASCII: Bool { 0x20..<0x7F ~= base && marks.0 == 0 }
}

import CNCurses
import CellGrid

extension Terminal {
  struct Look {
    var attributes: UInt16 = 0
    var pair: UInt16 = 0
  }

  /// Draws what differs from the frame before, with one flush. What does not fit into the window is left out.
  public func show(_ frame: Frame) {
    guard isOpen, frame != shown else { return }
    let old = shown.flatMap { $0.size == frame.size ? $0 : nil }
    for row in 0..<min(size.rows, frame.size.rows) {
      let cells = frame.row(row).prefix(size.columns)
      if let old {
        draw(cells, over: old.row(row).prefix(size.columns), row: row)
      } else {
        draw(cells, from: 0, row: row)
      }
    }
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

  /// Draws from the first cell to the last that differ.
  private func draw(_ cells: ArraySlice<Cell>, over old: ArraySlice<Cell>, row: Int) {
    guard let changed = Self.changes(in: cells, over: old) else { return }
    draw(cells[changed], from: changed.lowerBound - cells.startIndex, row: row)
  }

  private static func changes(in cells: ArraySlice<Cell>, over old: ArraySlice<Cell>) -> Range<Int>? {
    let found = cells.withUnsafeBufferPointer { new in
      old.withUnsafeBufferPointer { old -> Range<Int>? in
        guard new.count == old.count, var first = new.indices.first(where: { new[$0] != old[$0] }) else {
          return nil
        }
        var end = new.count
        while new[end - 1] == old[end - 1] { end -= 1 }
        // Both halves of a wide character, or none.
        while first > 0, new[first].isRightHalf { first -= 1 }
        if end < new.count, new[end].isRightHalf { end += 1 }
        return first..<end
      }
    }
    return found.map { $0.lowerBound + cells.startIndex..<$0.upperBound + cells.startIndex }
  }

  private func draw(_ cells: ArraySlice<Cell>, from column: Int, row: Int) {
    looks.withUnsafeBufferPointer { looks in
      cells.withUnsafeBufferPointer { cells in
        withUnsafeTemporaryAllocation(of: cnc_cell.self, capacity: cells.count) { line in
          for (offset, cell) in cells.enumerated() {
            let look = looks[Self.lookIndex(cell.role, cell.emphasis)]
            line.initializeElement(
              at: offset,
              to: cnc_cell(base: cell.base, marks: cell.marks, attributes: look.attributes, pair: look.pair))
          }
          cnc_put(
            Int32(clamping: row), Int32(clamping: column), line.baseAddress, Int32(clamping: line.count))
        }
      }
    }
  }

  private static func lookIndex(_ role: Role, _ emphasis: Emphasis) -> Int {
    Int(role.rawValue) << 2 | Int(emphasis.rawValue & 3)
  }

  func makeStyles() {
    let theme = theme.fitting(colours: Int(cnc_colours()))
    looks = Array(repeating: Look(), count: Role.allCases.count << 2)
    for role in Role.allCases {
      for emphasis in [[], .bold, .underline, [.bold, .underline]] as [Emphasis] {
        looks[Self.lookIndex(role, emphasis)] = look(theme.style(role, emphasis: emphasis, own: roles))
      }
    }
    shown = nil
  }

  private func look(_ style: Style) -> Look {
    var look = Look()
    if style.isBold { look.attributes |= UInt16(CNC_BOLD) }
    if style.isUnderlined { look.attributes |= UInt16(CNC_UNDERLINE) }
    if style.isReversed { look.attributes |= UInt16(CNC_REVERSE) }
    if style.foreground == nil, style.background == nil { return look }
    let colours = (style.foreground.map { Int32($0) } ?? -1, style.background.map { Int32($0) } ?? -1)
    let index = pairs.firstIndex { $0 == colours } ?? pairs.count
    look.pair = UInt16(index + 1)
    if index == pairs.count {
      pairs.append(colours)
      cnc_set_pair(Int32(look.pair), colours.0, colours.1)
    }
    return look
  }
}

import CNCurses
import CellGrid

extension Terminal {
  /// Draws what differs from the frame before, with one flush but for symbols of doubtful width. What does not fit into
  /// the window is left out.
  public func show(_ frame: Frame) {
    guard isOpen, frame != shown else { return }
    let old = shown.flatMap { $0.size == frame.size ? $0 : nil }
    let symbols = draw(frame, over: old)
    let rows = RowDigests(frame)
    if old != nil { keepFromScrolling(from: shownRows, to: rows) }
    flush(with: frame.cursor)
    if !symbols.isEmpty {
      for place in symbols { drawByItself(frame, at: place) }
      flush(with: frame.cursor)
    }
    shown = frame
    shownRows = rows
  }

  private func flush(with cursor: Position?) {
    let cursor = cursor ?? Position(column: -1, row: -1)
    cnc_set_cursor(Int32(clamping: cursor.row), Int32(clamping: cursor.column))
    cnc_flush()
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
  /// - Returns: where the frame has symbols of doubtful width in rows that were drawn; blanks stand there.
  private func draw(_ frame: Frame, over old: Frame?) -> [Position] {
    var symbols: [Position] = []
    let width = min(size.columns, frame.size.columns)
    frame.cells.withUnsafeBufferPointer { cells in
      (old?.cells ?? []).withUnsafeBufferPointer { old in
        for row in 0..<min(size.rows, frame.size.rows) {
          let range = row * frame.size.columns..<row * frame.size.columns + width
          let line = UnsafeBufferPointer(rebasing: cells[range])
          var columns = 0..<width
          if !old.isEmpty {
            guard let changed = Self.changes(in: line, over: UnsafeBufferPointer(rebasing: old[range])) else {
              continue
            }
            columns = changed
          }
          let doubtful = line.indices.filter { line[$0].isDoubtful }
          // None stays among what is drawn, for ncurses may draw the row whole.
          draw(line, doubtful.isEmpty ? columns : 0..<width, row: row)
          symbols += doubtful.map { Position(column: $0, row: row) }
        }
      }
    }
    return symbols
  }

  /// To where ncurses believes that the cursor is behind it, the cursor is moved, from wherever it is.
  private func drawByItself(_ frame: Frame, at place: Position) {
    frame.row(place.row).withUnsafeBufferPointer { line in
      draw(line, at: place.column, row: place.row)
      let isWide = place.column + 1 < line.count && line[place.column + 1].isRightHalf
      let next = min(place.column + (isWide ? 2 : 1), size.columns - 1)
      cnc_flush_at(Int32(clamping: place.row), Int32(clamping: next))
    }
  }

  /// From the first cell to the last that differ.
  private static func changes(
    in new: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>
  ) -> Range<Int>? {
    guard var first = new.indices.first(where: { new[$0] != old[$0] }) else { return nil }
    var end = new.count
    while new[end - 1] == old[end - 1] { end -= 1 }
    // Both halves of a wide character or none, of the one that comes and of the one that goes.
    func isRightHalf(_ column: Int) -> Bool { new[column].isRightHalf || old[column].isRightHalf }
    while first > 0, isRightHalf(first) { first -= 1 }
    while end < new.count, isRightHalf(end) { end += 1 }
    return first..<end
  }

  /// First the ASCII, with blanks where other characters come: ncurses, given a character over the right half of one
  /// that is there, blanks all from that one's left half on, whatever has been put there meanwhile.
  private func draw(_ line: UnsafeBufferPointer<Cell>, _ columns: Range<Int>, row: Int) {
    var isASCII = true
    looks.withUnsafeBufferPointer { looks in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: columns.count) { run in
        for column in columns {
          let cell = line[column]
          let look = looks[Self.lookIndex(cell.role, cell.emphasis)]
          if !cell.isASCII { isASCII = false }
          run.initializeElement(at: column - columns.lowerBound, to: look | (cell.isASCII ? cell.base : 0x20))
        }
        cnc_put_ascii(
          Int32(clamping: row), Int32(clamping: columns.lowerBound), run.baseAddress,
          Int32(clamping: columns.count))
      }
    }
    if isASCII { return }
    for column in columns {
      let cell = line[column]
      if !cell.isASCII, !cell.isRightHalf, !cell.isDoubtful { draw(line, at: column, row: row) }
    }
  }

  private func draw(_ line: UnsafeBufferPointer<Cell>, at column: Int, row: Int) {
    let cell = line[column]
    let isWide = cell.displayWidth == 2 && column + 1 < line.count && line[column + 1].isRightHalf
    let character = cnc_character(
      base: Self.drawn(base: cell.base),
      marks: (Self.drawn(mark: cell.marks.0), Self.drawn(mark: cell.marks.1)),
      width: isWide ? 2 : 1, look: looks[Self.lookIndex(cell.role, cell.emphasis)])
    cnc_put_character(Int32(clamping: row), Int32(clamping: column), character)
  }

  /// A letter in place of a half of a flag: two of them take the columns of one on some terminals.
  private static func drawn(base: UInt32) -> UInt32 {
    0x1F1E6...0x1F1FF ~= base ? base - 0x1F1E6 + 0x41 : base
  }

  /// Nothing in place of what joins characters, chooses between their forms or turns their direction: to one terminal it
  /// changes how many columns they take, to another it does not.
  private static func drawn(mark value: UInt32) -> UInt32 {
    guard value != 0, let mark = Unicode.Scalar(value)?.properties else { return 0 }
    return mark.generalCategory == .format || mark.isVariationSelector ? 0 : value
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

  /// True for symbols that are wide to some terminals and not to others: each knows those of its own year's Unicode.
  fileprivate var isDoubtful: Bool { base >= 0x1F000 || (0x2300..<0x2C00 ~= base && displayWidth == 2) }

  fileprivate var displayWidth: Int? { Unicode.Scalar(base).flatMap { CellGrid.displayWidth(of: $0) } }
}

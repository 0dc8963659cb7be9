import CellGrid

/// What a terminal of xterm's kind shows after what ncurses has written to it. A sequence that it does not know is kept
/// in ``unknown``, so that no test passes by what was not understood.
///
/// Source: xterm's control sequences, ECMA-48.
public struct EmulatedScreen {
  /// How characters look that are written from here on; colours of the palette, nil for the terminal's own.
  public struct Pen: Hashable, Sendable {
    public var isBold = false
    public var isUnderlined = false
    public var isReversed = false
    public var foreground: Int?
    public var background: Int?

    public init() {}
  }

  /// A column of a row.
  public struct Cell: Hashable, Sendable {
    /// A character and what combines with it; empty in the right half of a wide one.
    public var text = " "
    public var pen = Pen()
  }

  public let size: Size
  /// Whether there is an empty screen for programs, and one for the shell to go back to, which is empty here too.
  public let hasOtherScreen: Bool
  /// Columns of a symbol that is wide by the Unicode of today.
  public let symbolColumns: Int
  public private(set) var rows: [[Cell]]
  public private(set) var unknown: [String] = []

  public private(set) var cursor = Position(column: 0, row: 0)
  private var saved = Position(column: 0, row: 0)
  private var pen = Pen()
  private var region: ClosedRange<Int>
  /// The last column is written, and the next character goes to the next row.
  private var isWrapping = false
  /// The last character, for REP.
  private var last: Unicode.Scalar = " "
  private var unread: [UInt8] = []

  public init(size: Size, hasOtherScreen: Bool = true, symbolColumns: Int = 2) {
    self.size = size
    self.symbolColumns = symbolColumns
    self.hasOtherScreen = hasOtherScreen
    rows = Array(repeating: Array(repeating: Cell(), count: size.columns), count: size.rows)
    region = 0...max(0, size.rows - 1)
  }

  /// The text of the rows, trailing blanks cut.
  public var text: String {
    rows.map { row in
      let line = row.map(\.text).joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// Takes what was written; a sequence may come in parts.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    unread += bytes
    var rest = unread[...]
    while !rest.isEmpty, case let count = take(rest), count > 0 { rest = rest.dropFirst(count) }
    unread = Array(rest)
  }

  /// - Returns: the bytes taken; 0 where some are missing.
  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    switch first {
    case 0x07, 0x0F: return 1
    case 0x08: move(column: cursor.column - 1)
    case 0x09: move(column: (cursor.column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: move(column: 0)
    case 0x1B: return takeEscape(bytes)
    case 0x20..<0x7F: put(Unicode.Scalar(first))
    case 0xC2...0xF4:
      let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard bytes.count >= length else { return 0 }
      guard let text = String(validating: bytes.prefix(length), as: UTF8.self),
        let scalar = text.unicodeScalars.first
      else {
        unknown.append("\(Array(bytes.prefix(length)))")
        return 1
      }
      put(scalar)
      return length
    default: unknown.append("byte \(first)")
    }
    return 1
  }

  // MARK: Sequences

  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int {
    let body = bytes.dropFirst()
    guard let second = body.first else { return 0 }
    switch UnicodeScalar(second) {
    case "[":
      guard let end = body.dropFirst().firstIndex(where: { (0x40...0x7E).contains($0) }) else { return 0 }
      control(
        String(decoding: body[(body.startIndex + 1)..<end], as: UTF8.self),
        Character(UnicodeScalar(bytes[end])))
      return end - bytes.startIndex + 1
    case "]":
      guard let end = body.firstIndex(of: 0x07) else { return 0 }
      return end - bytes.startIndex + 1
    case "(", ")":
      guard body.count >= 2 else { return 0 }
      if second == UInt8(ascii: "("), body[body.startIndex + 1] != UInt8(ascii: "B") {
        unknown.append("ESC ( other than B")
      }
      return 3
    case "7": saved = cursor
    case "8": move(column: saved.column, row: saved.row)
    case "M": reverseLineFeed()
    case "=", ">": break
    default: unknown.append("ESC \(UnicodeScalar(second))")
    }
    return 2
  }

  private mutating func control(_ parameters: String, _ final: Character) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "m": setPen(numbers)
    case "H": move(column: max(1, numbers.dropFirst().first ?? 1) - 1, row: count - 1)
    case "d": move(column: cursor.column, row: count - 1)
    case "G": move(column: count - 1)
    case "A": move(column: cursor.column, row: cursor.row - count)
    case "B": move(column: cursor.column, row: cursor.row + count)
    case "C": move(column: cursor.column + count)
    case "D": move(column: cursor.column - count)
    case "Z": move(column: (max(0, cursor.column - 1) / 8) * 8)
    case "J" where (numbers.first ?? 0) == 0:
      erase(row: cursor.row, cursor.column..<size.columns)
      for row in (cursor.row + 1)..<max(cursor.row + 1, size.rows) { erase(row: row, 0..<size.columns) }
    case "J" where numbers.first == 2:
      for row in 0..<size.rows { erase(row: row, 0..<size.columns) }
    case "K" where (numbers.first ?? 0) == 0: erase(row: cursor.row, cursor.column..<size.columns)
    case "K" where numbers.first == 1: erase(row: cursor.row, 0..<cursor.column + 1)
    case "X": erase(row: cursor.row, cursor.column..<min(size.columns, cursor.column + count))
    case "@": insert(count)
    case "P": delete(count)
    case "L": for _ in 0..<min(count, size.rows) { scrollDown(from: cursor.row) }
    case "M": for _ in 0..<min(count, size.rows) { scrollUp(from: cursor.row) }
    case "S": for _ in 0..<min(count, size.rows) { scrollUp(from: region.lowerBound) }
    case "T": for _ in 0..<min(count, size.rows) { scrollDown(from: region.lowerBound) }
    case "b": for _ in 0..<count { put(last) }
    case "r":
      let bottom = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : size.rows
      region = (count - 1)...max(count - 1, min(bottom, size.rows) - 1)
      move(column: 0, row: 0)
    case "h", "l":
      // Of what changes what is shown, ncurses uses these alone: the application's keys, the cursor, the other screen,
      // pastes, the mouse, wrapping around the last cell, and the end of inserting.
      let known = ["?1", "?7", "?12", "?25", "?1049", "?2004", "?1002", "?1006", "?12;25", "4"]
      if !known.contains(parameters) || (parameters == "4" && final == "h") {
        unknown.append("CSI \(parameters)\(final)")
      }
      if parameters == "?1049", hasOtherScreen {
        for row in 0..<size.rows { erase(row: row, 0..<size.columns) }
      }
    case "t" where parameters.hasPrefix("22;") || parameters.hasPrefix("23;"): break
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func setPen(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = Pen()
      case 1: pen.isBold = true
      case 4: pen.isUnderlined = true
      case 7: pen.isReversed = true
      case 22: pen.isBold = false
      case 24: pen.isUnderlined = false
      case 27: pen.isReversed = false
      case 30...37: pen.foreground = number - 30
      case 39: pen.foreground = nil
      case 40...47: pen.background = number - 40
      case 49: pen.background = nil
      case 90...97: pen.foreground = number - 82
      case 100...107: pen.background = number - 92
      case 38 where rest.first == 5 && rest.count > 1, 48 where rest.first == 5 && rest.count > 1:
        let colour = rest[rest.startIndex + 1]
        if number == 38 { pen.foreground = colour } else { pen.background = colour }
        rest = rest.dropFirst(2)
      default: unknown.append("SGR \(number)")
      }
    }
  }

  // MARK: Characters

  private mutating func put(_ scalar: Unicode.Scalar) {
    guard var width = displayWidth(of: scalar) else {
      unknown.append("U+\(String(scalar.value, radix: 16))")
      return
    }
    if width == 2, scalar.value >= 0x1F000 { width = symbolColumns }
    guard width > 0 else {
      var column = isWrapping ? cursor.column : cursor.column - 1
      if column > 0, rows[cursor.row][column].text.isEmpty { column -= 1 }
      if column >= 0 { rows[cursor.row][column].text.unicodeScalars.append(scalar) }
      return
    }
    if isWrapping || cursor.column + width > size.columns {
      lineFeed()
      move(column: 0)
    }
    guard width <= size.columns else { return }
    last = scalar
    split(at: cursor.column, row: cursor.row)
    split(at: cursor.column + width, row: cursor.row)
    rows[cursor.row][cursor.column] = Cell(text: String(scalar), pen: pen)
    if width == 2 { rows[cursor.row][cursor.column + 1] = Cell(text: "", pen: pen) }
    let column = cursor.column + width
    move(column: column)
    isWrapping = column == size.columns
  }

  /// Nothing is left of a wide character across the left edge of a column.
  private mutating func split(at column: Int, row: Int) {
    guard column > 0, column < size.columns, rows[row][column].text.isEmpty else { return }
    rows[row][column - 1].text = " "
    rows[row][column].text = " "
  }

  private var blank: Cell {
    var cell = Cell()
    cell.pen.background = pen.background
    return cell
  }

  private mutating func erase(row: Int, _ columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    split(at: columns.lowerBound, row: row)
    split(at: columns.upperBound, row: row)
    for column in columns { rows[row][column] = blank }
    isWrapping = false
  }

  private mutating func insert(_ count: Int) {
    split(at: cursor.column, row: cursor.row)
    let count = min(count, size.columns - cursor.column)
    split(at: size.columns - count, row: cursor.row)
    rows[cursor.row].removeLast(count)
    rows[cursor.row].insert(contentsOf: Array(repeating: blank, count: count), at: cursor.column)
  }

  private mutating func delete(_ count: Int) {
    let count = min(count, size.columns - cursor.column)
    split(at: cursor.column, row: cursor.row)
    split(at: cursor.column + count, row: cursor.row)
    rows[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    rows[cursor.row] += Array(repeating: blank, count: count)
  }

  // MARK: Moving

  private mutating func move(column: Int, row: Int? = nil) {
    cursor.column = max(0, min(column, size.columns - 1))
    if let row { cursor.row = max(0, min(row, size.rows - 1)) }
    isWrapping = false
  }

  private mutating func lineFeed() {
    if cursor.row == region.upperBound {
      scrollUp(from: region.lowerBound)
    } else {
      cursor.row = min(cursor.row + 1, size.rows - 1)
    }
    isWrapping = false
  }

  private mutating func reverseLineFeed() {
    if cursor.row == region.lowerBound {
      scrollDown(from: region.lowerBound)
    } else {
      cursor.row = max(cursor.row - 1, 0)
    }
  }

  private mutating func scrollUp(from row: Int) {
    guard region.contains(row) else { return }
    rows.remove(at: row)
    rows.insert(Array(repeating: blank, count: size.columns), at: region.upperBound)
  }

  private mutating func scrollDown(from row: Int) {
    guard region.contains(row) else { return }
    rows.remove(at: region.upperBound)
    rows.insert(Array(repeating: blank, count: size.columns), at: row)
  }
}

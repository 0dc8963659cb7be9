import CellGrid
import Foundation
import ReaderCore
import TestSupport
import Testing

@testable import TerminalUI

/// What a terminal shows behind what is written to it.
extension Terminals {
  /// A window that is looked at after each frame.
  private final class Watched {
    let window: PseudoTerminal
    let terminal: Terminal
    var screen: EmulatedScreen
    private let reader: Reader
    private let isScreen: Bool

    init(columns: Int, rows: Int, name: String = "xterm-256color", symbolColumns: Int = 2) throws {
      window = try PseudoTerminal(columns: columns, rows: rows)
      terminal = try Terminal(theme: .dark, input: dup(window.slave), output: window.slave, name: name)
      screen = EmulatedScreen(size: terminal.size, symbolColumns: symbolColumns)
      isScreen = name.hasPrefix("screen")
      reader = Reader(window.master)
    }

    deinit { reader.stop() }

    /// Draws, and reads what came of it.
    func show(_ frame: Frame) throws {
      terminal.show(frame)
      try read()
    }

    func read() throws {
      // A frame may be more than the line holds, so somebody reads while it is drawn.
      terminal.copyToClipboard("")
      screen.feed(try reader.bytes(until: "\u{1B}]52;c;\u{7}"))
    }

    /// The rows that do not show what the frame has, as `row: what it shows | what it should`.
    func differences(from frame: Frame) -> [String] {
      let looks = frame.cells.indices.map { index in
        let cell = frame.cells[index]
        // Both halves have the look of the left one, where it fills both.
        let seen =
          cell.isRightHalf && index > 0 && frame.cells[index - 1].isWide
            && (screen.symbolColumns == 2 || frame.cells[index - 1].base < 0x1F000)
          ? frame.cells[index - 1] : cell
        return Theme.dark.style(seen.role, emphasis: seen.emphasis)
      }
      return (0..<frame.size.rows).compactMap { row in
        let cells = Array(frame.row(row))
        var wanted = cells.indices.map { Self.text(of: cells, at: $0) }
        for column in wanted.indices where wanted[column].isEmpty && screen.symbolColumns == 1 {
          if cells[column - 1].base >= 0x1F000 { wanted[column] = " " }
        }
        // By screen's terminfo the last cell cannot be had without a move of the one before it.
        let last = wanted.count - 1
        if isScreen, row == frame.size.rows - 1, last > 1, cells[last - 1].isRightHalf, cells[last - 2].isWide
        {
          wanted[last - 2] = "?"
          wanted[last - 1] = " "
        }
        let shown = screen.rows[row]
        if shown.map(\.text) != wanted {
          return "\(row): \(shown.map(\.text).joined())| \(wanted.joined())|"
        }
        let wrong = cells.indices.filter { column in
          // A blank that is erased has no letter's colour, which nobody sees.
          !Self.looks(shown[column], like: looks[row * frame.size.columns + column])
        }
        return wrong.isEmpty ? nil : "\(row): colours of the columns \(wrong)"
      }
    }

    /// What a cell of the frame shows, as the emulator has it.
    private static func text(of cells: [Cell], at column: Int) -> String {
      let cell = cells[column]
      if cell.isRightHalf { return column > 0 && cells[column - 1].isWide ? "" : " " }
      if cell.isWide, column + 1 == cells.count || !cells[column + 1].isRightHalf { return "?" }
      let marks = [cell.marks.0, cell.marks.1].compactMap { $0 == 0 ? nil : Unicode.Scalar($0) }
        .filter { $0.properties.generalCategory != .format && !$0.properties.isVariationSelector }
      // Halves of flags are letters.
      let base = 0x1F1E6...0x1F1FF ~= cell.base ? cell.base - 0x1F1E6 + 0x41 : cell.base
      return String(String.UnicodeScalarView([Unicode.Scalar(base) ?? "?"] + marks))
    }

    private static func looks(_ shown: EmulatedScreen.Cell, like style: Style) -> Bool {
      let isBlank = shown.text == " "
      return shown.pen.isReversed == style.isReversed && shown.pen.isUnderlined == style.isUnderlined
        && shown.pen.background == style.background.map { Int($0) }
        && (isBlank
          || shown.pen.isBold == style.isBold && shown.pen.foreground == style.foreground.map { Int($0) })
    }
  }

  /// Reads what is written to a window, in a thread of its own.
  private final class Reader: @unchecked Sendable {
    private let condition = NSCondition()
    private var unread: [UInt8] = []
    private var isOver = false
    private var hasEnded = false

    init(_ master: Int32) {
      Thread { [self] in
        var buffer = [UInt8](repeating: 0, count: 65536)
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while !condition.withLock({ isOver }) {
          guard poll(&descriptor, 1, 10) > 0,
            case let count = Foundation.read(master, &buffer, buffer.count), count > 0
          else { continue }
          condition.withLock {
            unread += buffer[..<count]
            condition.signal()
          }
        }
        condition.withLock {
          hasEnded = true
          condition.signal()
        }
      }.start()
    }

    /// Another window may have the descriptor after this one.
    func stop() {
      condition.withLock {
        isOver = true
        while !hasEnded { condition.wait() }
      }
    }

    /// What has come up to a text, and that.
    func bytes(until end: String) throws -> [UInt8] {
      try condition.withLock {
        while !unread.suffix(end.utf8.count).elementsEqual(end.utf8) {
          try #require(condition.wait(until: Date().addingTimeInterval(10)))
        }
        defer { unread = [] }
        return unread
      }
    }
  }

  /// Where halves of wide characters come to stand in each other's place.
  private static let pieces = [
    "a", "b", " ", ".", "x y", "   ", "漢", "字", "漢字", "🐋", "🐳", "e\u{301}", "漢\u{301}", "o\u{308}\u{304}",
    "★", "\u{2026}",
    "\u{200B}", "한글", "ｆｕ", "❤\u{FE0F}", "👩\u{200D}🔬", "👍🏽", "🇩🇪", "1\u{FE0F}\u{20E3}", "\u{202E}", "ｱ",
  ]

  private func line(columns: Int, _ random: inout SplitMix) -> String {
    var text = ""
    while text.displayColumns < columns { text += Self.pieces.randomElement(using: &random) ?? "" }
    return text
  }

  private static let names = ["xterm-256color", "screen-256color", "xterm-256color", "rfcview"]

  @Test(arguments: 0..<8)
  func `After every frame the screen shows it and nothing else`(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let watched = try Watched(
      columns: 23, rows: 6, name: Self.names[seed % Self.names.count], symbolColumns: 1 + seed / 2 % 2)
    var frame = Frame(size: watched.terminal.size)
    for step in 0..<120 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: frame = Frame(size: frame.size)
      case 1:
        // As a window over the text does, which may cut a character in two.
        let row = Int.random(in: 0..<6, using: &random)
        let column = Int.random(in: 0..<20, using: &random)
        frame.put(line(columns: 4, &random), row: row, column: column, role: .selection, limit: 5)
      case 2:
        let row = Int.random(in: 0..<6, using: &random)
        let columns = Int.random(in: 0..<10, using: &random)..<Int.random(in: 10..<23, using: &random)
        frame.paint(row: row, columns: columns, role: Role.allCases.randomElement(using: &random) ?? .text)
      case 3:
        let rows = (0..<6).map { Array(frame.row($0)) }
        for row in 1..<6 { frame.put(rows[row - 1][...], row: row, column: 0) }
      default:
        let row = Int.random(in: 0..<6, using: &random)
        frame.put(line(columns: 23, &random), row: row, column: Int.random(in: 0..<8, using: &random))
      }
      if step % 10 == 9 { watched.terminal.redraw() }
      try watched.show(frame)
      try #require(watched.differences(from: frame) == [], "step \(step)")
    }
    #expect(watched.screen.unknown == [])
    watched.terminal.close()
  }

  private static let keys = [
    "j", "k", "3j", "d", "u", " ", "b", "G", "g", "1<Right>", "1<Left>", "2<Right>", "<Right>", "<Left>",
    "7<Right>", "9g", "W",
    "A", "t", "S", "/漢", "字", "🐋<Enter>", "/x", "<Enter>", "n", "N", "<Backspace>", "<ESC>", ":漢字", "q", "K",
    ";", "h",
    "<Left>", "&漢<Enter>", "&<Enter>", "-N", "^L", "o🐋", "<Up>", "<Tab>", ")",
  ]

  @Test(arguments: 0..<6)
  func `After every key the screen shows the frame and nothing else`(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) + 100)
    var text = "Request for Comments: 4242\n\n        \(line(columns: 30, &random))\n\n"
    for number in 1...12 {
      text += "\(number).  \(line(columns: 20, &random))\n\n"
      for _ in 0..<6 {
        text += "   " + line(columns: Int.random(in: 0..<150, using: &random), &random) + "\n"
      }
      text += "\n"
    }
    let (columns, rows) = [(80, 24), (41, 12), (130, 40)][seed % 3]
    let watched = try Watched(columns: columns, rows: rows, symbolColumns: 1 + seed / 2 % 2)
    var settings = ReaderSettings()
    settings.isBare = seed % 2 == 1
    var robot = ReaderRobot(columns: columns, rows: rows, settings: settings)
    robot.open(text)
    try watched.show(robot.frame)
    for step in 0..<120 {
      let keys = Self.keys.randomElement(using: &random) ?? "j"
      let before = robot.effects.count
      robot.type(keys)
      if robot.effects[before...].contains(.redraw) { watched.terminal.redraw() }
      let frame = robot.frame
      try watched.show(frame)
      try #require(watched.differences(from: frame) == [], "step \(step), \(keys)")
    }
    #expect(watched.screen.unknown == [])
    watched.terminal.close()
  }
}

extension Cell {
  fileprivate var isWide: Bool { Unicode.Scalar(base).flatMap { displayWidth(of: $0) } == 2 }
}

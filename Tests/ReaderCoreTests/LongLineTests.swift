import CellGrid
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// Lines that no window shows: they look as they would laid out whole, and no more of them is laid out than is shown.
@Suite struct LongLineTests {
  /// What a line can be made of, each with its trap for a layout that begins in the middle.
  private static let pieces = [
    "a", " ", "word ", "é", "日本", "😀", "e\u{301}", "\u{301}", "\u{301}\u{302}\u{303}", "\t", "\0",
    "\u{1B}[2J",
    "\u{202E}", "\u{FEFF}", "\u{AD}", "\u{200D}", "B\u{8}B", "_\u{8}x", "ab\u{8}\u{8}ab", "=\u{8}/", "\u{8}",
    "\u{C}",
    "\u{9B}", "\u{FE0F}", "[RFC2119] ",
  ]

  /// Of each kind a line of many parts: one piece over and over, or all of them in no order.
  private static let lines: [[UInt8]] = {
    var random = SplitMix(state: 60_000)
    let mixed = (0..<6).map { round in
      // Fewer kinds in one line, so that there are long runs of them.
      let pieces = (0...round * 4).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }
      return (0..<9000).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    }
    let repeated = Self.pieces.map { String(repeating: $0, count: 20_000 / $0.utf8.count) }
    let after = Self.pieces.map {
      "é" + String(repeating: " ", count: 9000) + String(repeating: $0, count: 900)
    }
    return (mixed + repeated + after).map { Array($0.utf8) }
  }()

  /// All of a line, and where its parts begin.
  private static func whole(_ line: [UInt8]) -> LineCells {
    LineCells(line[...], columns: 0..<Int.max - 1, parts: LineParts(), role: .text, showsFormFeeds: false)
  }

  private static func drawn(_ cells: LineCells, left: Int, columns: Int) -> [Cell] {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    cells.draw(in: &frame, row: 0, columns: 0..<columns, left: left)
    return frame.cells
  }

  @Test(arguments: lines.indices)
  func `a window on a long line shows what it would of the whole`(index: Int) {
    let line = Self.lines[index]
    let whole = Self.whole(line)
    let parts = LineParts()
    var random = SplitMix(state: UInt64(index))
    for round in 0..<60 {
      let width = Int(random.next() % 200) + 1
      let left = round == 0 ? 0 : Int(random.next() % UInt64(whole.count + 300))
      let shown = left..<left + width
      let cells = LineCells(line[...], columns: shown, parts: parts, role: .text, showsFormFeeds: false)
      #expect(Self.drawn(cells, left: left, columns: width) == Self.drawn(whole, left: left, columns: width))
      #expect(cells.holds(column: shown.upperBound) == whole.holds(column: shown.upperBound))
      #expect(cells.bytes(of: shown) == whole.bytes(of: shown) || left >= whole.count)
      #expect(cells.searchable(of: shown) == whole.searchable(of: shown) || left >= whole.count)
      let first = Int(random.next() % UInt64(line.count))
      let range = first..<min(line.count, first + Int(random.next() % 400))
      #expect(
        cells.columns(ofBytes: range).clamped(to: shown) == whole.columns(ofBytes: range).clamped(to: shown))
      #expect(cells.columns(of: range).clamped(to: shown) == whole.columns(of: range).clamped(to: shown))
      // Two parts of tabs at most, the widest there are.
      #expect(cells.count <= (width / LinePart.length + 2) * 2 * LinePart.length * tabWidth)
    }
  }

  @Test(arguments: lines.indices)
  func `a long line is searched as it is laid out`(index: Int) {
    let line = Self.lines[index]
    let document = Document(bytes: line, lines: Lines(starts: [0], ends: [UInt32(line.count)]))
    let text = SearchableText(document, layout: Layout(printed: document), showsFormFeeds: false)
    var expected: [UInt8] = []
    var part = LinePart()
    while part.start < line.count {
      let end = LinePart.end(of: line[...], from: part.start)
      for glyph in glyphs(of: line[part.start..<end], column: part.column, showsFormFeeds: false) {
        expected += glyph.searchable
      }
      part.start = end
    }
    #expect(text.bytes.dropLast() == expected[...])
  }

  /// Cells, parts and matches: what a frame takes, whatever the clock says.
  @Test(arguments: ["é", "a", "\t", "漢", "\0", "a\u{8}a ", "\u{8}", "\u{301}", "[RFC2119] "] as [Spelled])
  func `a frame takes what its window shows, however long the line`(piece: Spelled) {
    func cost(_ count: Int, at column: Int) -> (cells: Int, parts: Int) {
      let line = Array(("é" + String(repeating: piece.raw, count: count / piece.raw.utf8.count)).utf8)
      let parts = LineParts()
      let shown = column..<column + 80
      let cells = LineCells(line[...], columns: shown, parts: parts, role: .text, showsFormFeeds: false)
      let before = parts.measured
      _ = LineCells(line[...], columns: shown, parts: parts, role: .text, showsFormFeeds: false)
      #expect(parts.measured == before, "the second frame measures nothing")
      return (cells.count, before)
    }
    for column in [0, 5000] {
      let (small, large) = (cost(100_000, at: column), cost(3_000_000, at: column))
      #expect(large.cells == small.cells)
      // NUL takes no columns, so that one looks for the end of them, once.
      #expect(large.parts == small.parts || piece.raw == "\0" || small.cells == 0)
    }
  }

  @Test func `links and matches of a long line are marked where they stand, far right too`() {
    let words = (0..<4000).map { "é see [RFC\(2000 + $0)] too, " }.joined()
    var robot = ReaderRobot(words + "\n", columns: 80, rows: 24)
    func marked(_ role: Role) -> [String] { robot.text(in: role) }
    #expect(marked(.link).first?.hasPrefix("[RFC2000]") == true)
    robot.type("/RFC5123<Enter>")
    #expect(marked(.currentMatch) == ["RFC5123"])
    #expect(marked(.link).joined().contains("[") && robot.topRow.contains("see [RFC5123] too"))
    robot.type("<Right><Right>")
    #expect(!robot.topRow.contains("RFC5123") && robot.topRow.contains("see [RFC51"))
    robot.type("<Tab>")
    #expect(
      marked(.focusedLink).first?.hasPrefix("[RFC51") == true
        || marked(.focusedLink).first?.hasPrefix("RFC51") == true)
    robot.type("/too<Enter>")
    #expect(marked(.match).joined().contains("too"))
  }
}

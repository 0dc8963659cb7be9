import CellGrid
import RFCFormats
import RFCModel

extension Layout {
  /// Prose, lists and definitions at another width; figures, tables, code and all else as they are. Lines that were not
  /// broken for want of room stay lines.
  ///
  /// - Parameter columns: of the window; the text's own width at least where that is less than 20.
  init(_ text: ParsedText, columns: Int) {
    let (document, blocks) = (text.document, text.blocks)
    var flow = Flow(
      document: document, columns: max(20, columns), margin: Flow.margin(of: blocks, in: document))
    var block = 0
    for row in Self.plainRows(of: document, pagination: text.pagination) {
      while row >= 0, block < blocks.count, blocks[block].lines.upperBound <= Int(row) { block += 1 }
      guard row >= 0, block < blocks.count, blocks[block].lines.contains(Int(row)), blocks[block].kind.isProse
      else {
        flow.add(row)
        continue
      }
      flow.add(Int(row), of: block, kind: blocks[block].kind)
    }
    flow.end()
    self.init(rows: flow.rows, flowed: flow.flowed)
  }
}

extension Block.Kind {
  fileprivate var isProse: Bool {
    switch self {
    case .paragraph, .list, .definition, .reference: true
    case .verbatim, .heading, .contents, .other: false
    }
  }
}

/// Collects the lines of a paragraph, then breaks its words anew.
private struct Flow {
  private(set) var rows: [Int32] = []
  private(set) var flowed: [FlowedRow] = []
  private let document: Document
  private let columns: Int
  /// The column that full lines reach.
  private let margin: Int
  private var lines: [Int] = []
  private var block = -1
  private var kind = Block.Kind.other

  init(document: Document, columns: Int, margin: Int) {
    self.document = document
    self.columns = columns
    self.margin = margin
    rows.reserveCapacity(document.lines.count)
  }

  /// The width that nine of ten lines of paragraphs keep to.
  static func margin(of blocks: [Block], in document: Document) -> Int {
    var counts = [Int](repeating: 0, count: 133)
    var total = 0
    for block in blocks where block.kind == .paragraph && block.lines.count > 1 {
      for line in block.lines.dropLast() {
        counts[min(document.lines[line].count, 132)] += 1
        total += 1
      }
    }
    var seen = 0
    for (width, count) in counts.enumerated() {
      seen += count
      if seen * 10 >= total * 9, total > 0 { return width }
    }
    return 72
  }

  /// A line that stays as it is, or a blank row.
  mutating func add(_ row: Int32) {
    end()
    rows.append(row)
  }

  /// A line of prose.
  mutating func add(_ line: Int, of block: Int, kind: Block.Kind) {
    if document.isBlank(line: line) {
      end()
      rows.append(Int32(clamping: line))
      return
    }
    if block != self.block || lines.last.map({ isDeliberateEnd($0, before: line, kind: kind) }) ?? false {
      end()
    }
    self.block = block
    self.kind = kind
    lines.append(line)
  }

  /// Sets the lines collected.
  mutating func end() {
    defer { lines = [] }
    guard let first = lines.first else { return }
    // Controls and tabs are laid out line by line.
    guard lines.allSatisfy({ isPlain($0) }) else {
      rows += lines.map { Int32(clamping: $0) }
      return
    }
    var indent = self.indent(of: first)
    var hanging = lines.count > 1 ? self.indent(of: lines[1]) : hangingIndent(of: first)
    // Deep in a narrow window the words need the room more.
    let excess = max(0, max(indent, hanging) + 24 - columns)
    indent = max(0, indent - excess)
    hanging = max(0, hanging - excess)
    let before = (rows.count, flowed.count)
    if !set(indent: indent, hanging: hanging) {
      rows.removeLast(rows.count - before.0)
      flowed.removeLast(flowed.count - before.1)
      rows += lines.map { Int32(clamping: $0) }
    }
  }

  // MARK: Lines

  private func indent(of line: Int) -> Int { document[line: line].prefix { $0 == 0x20 }.count }

  private func isPlain(_ line: Int) -> Bool {
    let bytes = document[line: line]
    return isPlainASCII(bytes) || !bytes.contains { $0 < 0x20 || $0 == 0x7F }
  }

  /// Whether a line was ended although the next word would have fitted: verse, an address, a term of its own.
  private func isDeliberateEnd(_ line: Int, before next: Int, kind: Block.Kind) -> Bool {
    let bytes = document[line: next]
    let word = bytes.drop { $0 == 0x20 }.prefix { $0 != 0x20 }.count
    let width = width(of: document.lines[line])
    // In a paragraph a line may be somewhat short: authors break before a long name, after a sentence.
    let slack = kind == .paragraph ? 14 : 6
    return width + 1 + word + slack <= margin
  }

  /// Behind the marker of a list's item, where there is one: `o  `, `1.  `, `[RFC2119]  `.
  private func hangingIndent(of line: Int) -> Int {
    let indent = self.indent(of: line)
    guard kind != .paragraph else { return indent }
    let text = document[line: line].dropFirst(indent)
    let marker = text.prefix { $0 != 0x20 }
    let gap = text.dropFirst(marker.count).prefix { $0 == 0x20 }.count
    return marker.count <= 14 && (gap > 1 || marker.count <= 2 && gap == 1)
      ? indent + marker.count + gap : indent
  }

  private func width(of range: Range<Int>) -> Int {
    let bytes = document.bytes[range]
    return isPlainASCII(bytes) ? bytes.count : String(decoding: bytes, as: UTF8.self).displayColumns
  }

  // MARK: Words

  private struct Word {
    let range: Range<Int>
    let line: Int
    /// Columns of the blanks before it where it does not begin a row; 0 where the word before goes on with it.
    let gap: Int
    let width: Int
  }

  /// Breaks the words of the lines into rows, one row at a time: a paragraph may be a whole book.
  ///
  /// - Returns: false for a word that no window shows; its line is scrolled along.
  private mutating func set(indent: Int, hanging: Int) -> Bool {
    var row: [Word] = []
    var left = indent
    var width = left
    // Of the word before.
    var last: Word?
    for line in lines {
      let range = document.lines[line]
      var index = range.lowerBound
      while true {
        let start = index
        while index < range.upperBound, document.bytes[index] == 0x20 { index += 1 }
        let first = index
        while index < range.upperBound, document.bytes[index] != 0x20 { index += 1 }
        guard first < index else { break }
        guard index - first <= LinePart.length else { return false }
        var gap = first - start
        if let last, last.line != line {
          gap = document.wordGoesOn(from: last.range.upperBound, to: first) ? 0 : 1
        }
        let word = Word(range: first..<index, line: line, gap: gap, width: self.width(of: first..<index))
        last = word
        if !row.isEmpty, width + word.gap + word.width > columns {
          add(row, indent: left)
          row.removeAll(keepingCapacity: true)
          left = hanging
          width = left
        }
        width += row.isEmpty ? word.width : word.gap + word.width
        row.append(word)
      }
    }
    if !row.isEmpty { add(row, indent: left) }
    return true
  }

  private mutating func add(_ words: [Word], indent: Int) {
    rows.append(-2 - Int32(clamping: flowed.count))
    flowed.append(row(words[...], indent: indent))
  }

  /// Words of the same line are one piece, with the blanks between them.
  private func row(_ words: ArraySlice<Word>, indent: Int) -> FlowedRow {
    var pieces: [Range<Int>] = []
    var last = -1
    for word in words {
      if word.line == last, let piece = pieces.popLast() {
        pieces.append(piece.lowerBound..<word.range.upperBound)
      } else {
        pieces.append(word.range)
      }
      last = word.line
    }
    return FlowedRow(
      indent: indent, pieces: pieces, line: words.first?.line ?? 0, lastLine: words.last?.line ?? 0)
  }
}

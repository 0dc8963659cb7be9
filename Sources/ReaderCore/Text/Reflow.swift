import CellGrid
import RFCFormats
import RFCModel

extension Layout {
  /// Prose, lists and definitions at another width, headings broken where they do not fit. Figures, tables and code as
  /// they are: moved to the left where they fit then, scrolled sideways where not. Lines that were not broken for want of
  /// room stay lines.
  init(_ text: ParsedText, _ measure: Measure) {
    let (document, blocks) = (text.document, text.blocks)
    var flow = Flow(
      document: document, measure: measure, margin: Flow.margin(of: blocks, in: document))
    flow.leavesFitting =
      measure.onlyWide
      && (measure.room >= Geometry.publishedColumns
        || !blocks.contains { block in
          block.kind.isProse
            && block.lines.contains { !flow.fits($0) && !text.pagination.isFurniture($0) }
        })
    var block = 0
    for row in Self.plainRows(of: document, pagination: text.pagination) {
      while row >= 0, block < blocks.count, blocks[block].lines.upperBound <= Int(row) { block += 1 }
      if row >= 0, block < blocks.count, blocks[block].lines.contains(Int(row)) {
        flow.add(Int(row), of: block, kind: blocks[block].kind)
      } else {
        flow.add(row)
      }
    }
    flow.end()
    self.init(rows: flow.rows, flowed: flow.flowed, wide: flow.wide, setsProse: flow.setsProse)
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

/// Collects the lines of a paragraph, or of what stands as it is, then sets them.
struct Flow {
  /// As a layout has them.
  var rows: [Int32] = []
  private(set) var flowed: [FlowedRow] = []
  /// The lines that do not fit and are scrolled sideways, ascending.
  var wide: [Range<Int>] = []
  let document: Document
  let measure: Measure
  /// The column that full lines reach.
  let margin: Int
  /// Of a paragraph.
  private var lines: [Int] = []
  /// The rows of what stands as it is, blank ones and all.
  private var standing: [Int32] = []
  private var block = -1
  private(set) var kind = Block.Kind.other
  /// Paragraphs that fit stay as they are.
  var leavesFitting = false
  /// Some paragraph has been set.
  private(set) var setsProse = false
  /// No heading has come yet.
  private(set) var isInHead = true

  init(document: Document, measure: Measure, margin: Int) {
    self.document = document
    self.measure = measure
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

  /// A row that is of no block.
  mutating func add(_ row: Int32) {
    // Between the lines of a figure it is of the figure.
    if !standing.isEmpty { return standing.append(row) }
    endParagraph()
    rows.append(row)
  }

  /// A line of a block.
  mutating func add(_ line: Int, of block: Int, kind: Block.Kind) {
    if block != self.block {
      end()
      self.block = block
      self.kind = kind
      if kind == .heading { isInHead = false }
    }
    guard kind.isProse else { return standing.append(Int32(clamping: line)) }
    if document.isBlank(line: line) {
      endParagraph()
      rows.append(Int32(clamping: line))
      return
    }
    // A bar alone parts paragraphs as a blank line does.
    if isBarred(line), words(of: line) == document.lines[line].upperBound {
      endParagraph()
      return leave([line])
    }
    if let last = lines.last, isDeliberateEnd(last, before: line) || isBarred(last) != isBarred(line) {
      endParagraph()
    }
    lines.append(line)
  }

  /// Sets what has been collected.
  mutating func end() {
    endParagraph()
    guard !standing.isEmpty else { return }
    let rows = standing
    standing = []
    setStanding(rows)
  }

  private mutating func endParagraph() {
    guard !lines.isEmpty else { return }
    let paragraph = lines
    lines = []
    if leavesFitting, paragraph.allSatisfy({ fits($0) }) {
      rows += paragraph.map { Int32(clamping: $0) }
    } else {
      setsProse = true
      setProse(paragraph)
    }
  }

  /// Sets lines as a paragraph.
  mutating func setProse(_ lines: [Int], hanging: Int? = nil) {
    guard let first = lines.first else { return }
    // Controls and tabs are laid out line by line.
    guard lines.allSatisfy({ isPlain($0) }) else { return leave(lines) }
    let bar = isBarred(first) ? self.indent(of: first) : nil
    var indent = column(ofWordsIn: first)
    var hanging = hanging ?? (lines.count > 1 ? column(ofWordsIn: lines[1]) : hangingIndent(of: first))
    // Deep in a narrow window the words need the room more.
    let excess = max(0, min(max(indent, hanging) + 24 - measure.columns, bar ?? .max))
    indent = max(0, indent - excess)
    hanging = max(0, hanging - excess)
    let before = (rows.count, flowed.count)
    if !set(lines, indent: indent, hanging: hanging, bar: bar.map { $0 - excess }) {
      rows.removeLast(rows.count - before.0)
      flowed.removeLast(flowed.count - before.1)
      leave(lines)
    }
  }

  /// Lines as they are, whatever their width.
  mutating func leave(_ lines: [Int]) {
    for line in lines {
      if !fits(line) { wide.append(line..<line + 1) }
      rows.append(Int32(clamping: line))
    }
  }

  mutating func add(_ row: FlowedRow) {
    rows.append(-2 - Int32(clamping: flowed.count))
    flowed.append(row)
  }

  // MARK: Lines

  func indent(of line: Int) -> Int { document[line: line].prefix { $0 == 0x20 }.count }

  /// Whether a line begins with a bar, as asides and quotations do: `|  *Note:* ...`.
  func isBarred(_ line: Int) -> Bool {
    let text = document[line: line].dropFirst(indent(of: line))
    return text.first == 0x7C && (text.count == 1 || text[text.startIndex + 1] == 0x20)
  }

  /// Where in the document a line's words begin, behind a bar.
  private func words(of line: Int) -> Int {
    let start = document.lines[line].lowerBound + indent(of: line)
    guard isBarred(line) else { return start }
    return document.bytes[start + 1..<document.lines[line].upperBound].firstIndex { $0 != 0x20 }
      ?? document.lines[line].upperBound
  }

  private func column(ofWordsIn line: Int) -> Int { words(of: line) - document.lines[line].lowerBound }

  func isPlain(_ line: Int) -> Bool {
    let bytes = document[line: line]
    return isPlainASCII(bytes) || !bytes.contains { $0 < 0x20 || $0 == 0x7F }
  }

  func width(of range: Range<Int>) -> Int {
    let bytes = document.bytes[range]
    return isPlainASCII(bytes) ? bytes.count : String(decoding: bytes, as: UTF8.self).displayColumns
  }

  /// Without the blanks at its end.
  func content(of line: Int) -> Range<Int> {
    let range = document.lines[line]
    let start = range.lowerBound + indent(of: line)
    var end = range.upperBound
    while end > start, document.bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether the window shows a line whole. Bytes are columns or more of them, but for controls and tabs.
  func fits(_ line: Int) -> Bool {
    guard isPlain(line) else { return false }
    if document.lines[line].count <= measure.room { return true }
    let content = content(of: line)
    return content.count <= LinePart.length && indent(of: line) + width(of: content) <= measure.room
  }

  /// Whether a line was ended although the next word would have fitted: verse, an address, a term of its own. Not in the
  /// midst of a word: `well-`, `left-`.
  private func isDeliberateEnd(_ line: Int, before next: Int) -> Bool {
    let end = document[line: line].suffix(2)
    if let last = end.last, let before = end.first, before > 0x20, last == 0x2D || last == 0x2F {
      return false
    }
    let word = document.bytes[words(of: next)..<document.lines[next].upperBound].prefix { $0 != 0x20 }.count
    let width = width(of: document.lines[line])
    // In a paragraph a line may be somewhat short: authors break before a long name, after a sentence.
    let slack = kind == .paragraph ? 14 : 6
    return width + 1 + word + slack <= margin
  }

  /// Behind the marker of a list's item, where there is one: `o  `, `1.  `, `[RFC2119]  `.
  func hangingIndent(of line: Int) -> Int {
    let indent = column(ofWordsIn: line)
    guard kind != .paragraph else { return indent }
    let text = document[line: line].dropFirst(indent)
    let marker = text.prefix { $0 != 0x20 }
    let gap = text.dropFirst(marker.count).prefix { $0 == 0x20 }.count
    return marker.count <= 14 && (gap > 1 || marker.count <= 2 && gap == 1)
      ? indent + marker.count + gap : indent
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
  private mutating func set(_ lines: [Int], indent: Int, hanging: Int, bar: Int?) -> Bool {
    let longest = measure.columns - max(indent, hanging)
    var row: [Word] = []
    var left = indent
    var width = left
    // Of the word before.
    var last: Word?
    for line in lines {
      let range = document.lines[line]
      var index = bar == nil ? range.lowerBound : words(of: line)
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
        // An address that is longer than a row goes on in the next one.
        if index - first > longest { index = self.end(of: first..<index, within: longest) }
        let word = Word(range: first..<index, line: line, gap: gap, width: self.width(of: first..<index))
        last = word
        if !row.isEmpty, width + word.gap + word.width > measure.columns {
          add(self.row(row[...], indent: left, bar: bar))
          row.removeAll(keepingCapacity: true)
          left = hanging
          width = left
        }
        width += row.isEmpty ? word.width : word.gap + word.width
        row.append(word)
      }
    }
    if !row.isEmpty { add(self.row(row[...], indent: left, bar: bar)) }
    return true
  }

  /// Where the first part of a long word ends: behind a slash or a hyphen, where a search still finds it as one.
  private func end(of word: Range<Int>, within columns: Int) -> Int {
    guard columns > 0, isPlainASCII(document.bytes[word]) else { return word.upperBound }
    let part = document.bytes[word.prefix(columns)]
    let joint = part.indices.dropFirst(columns / 2).last { document.wordGoesOn(from: $0 + 1, to: $0 + 1) }
    return joint.map { $0 + 1 } ?? part.endIndex
  }

  /// Words of the same line are one piece, with the blanks between them.
  private func row(_ words: ArraySlice<Word>, indent: Int, bar: Int?) -> FlowedRow {
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
      indent: indent, bar: bar, pieces: pieces, gap: nil, line: words.first?.line ?? 0,
      lastLine: words.last?.line ?? 0)
  }
}

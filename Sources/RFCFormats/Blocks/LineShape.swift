import RFCModel

/// What a line with text shows by itself, counted in one pass over its first 127 bytes.
struct LineShape {
  /// 0-based.
  let line: Int32
  /// Blank lines above it, the page breaks taken away; 255 and more as 255.
  var blanksAbove: UInt8 = 0
  var zone = Zone.body
  /// Columns before the text and up to its end.
  var indent: Int16 = 0
  var width: Int16 = 0
  /// Columns of the first word.
  var firstWord: UInt8 = 0
  var words: UInt8 = 0
  /// Words of letters in lower case, at most the first one a capital.
  var plain: UInt8 = 0
  /// Words that English sentences are held together by: `the`, `of`, `is`.
  var binding: UInt8 = 0
  /// Words of signs alone: `=`, `=>`, `|`.
  var operators: UInt8 = 0
  /// Words of an even number of hexadecimal digits.
  var hexadecimals: UInt8 = 0
  /// Runs of two blanks or more that end no sentence, and of three or more.
  var gaps: UInt8 = 0
  var wideGaps: UInt8 = 0
  /// Columns of the text before the first gap, and the column behind it; 0 where there is none.
  var firstGap: UInt8 = 0
  var afterGap: Int16 = 0
  /// A colon or a question mark stands before the first gap: `Type:  8 bits`.
  var gapIsIntroduced = false
  /// Bytes that boxes and arrows are drawn with, and bytes that code is full of.
  var drawing: UInt8 = 0
  var code: UInt8 = 0
  var digits: UInt8 = 0
  var capitals: UInt8 = 0
  /// A quotation that begins or ends in it does not end or begin in it.
  var hasOddQuotes = false
  /// An equals sign touches a word: `length=8`.
  var assigns = false
  /// The first and the last byte; the last but one tells `//` from `/`.
  var first: UInt8 = 0
  var second: UInt8 = 0
  var last: UInt8 = 0
  /// Columns up to the text behind a list's marker; 0 where there is none.
  var item: Int16 = 0
  /// The first word ends with a colon, one blank behind it: `Host: example.net`.
  var isField = false
  /// Its second word sets the first one equal to what follows: `name ::= value`.
  var isRule = false
  /// The text of a quotation is set behind a bar.
  var isBarred = false
  /// Part of code that says itself where it begins and ends: see ``EnclosedCode``.
  var isEnclosed = false

  /// The first gap may stand behind a term: `MAC   Media Access Control`.
  var hasTermGap: Bool { gaps == 1 && firstGap <= 24 && afterGap - indent <= 32 }

  /// Columns of the text.
  var columns: Int { Int(width) - Int(indent) }
  /// Nothing but a bar: a blank line of a quotation, or a part of a drawing.
  var isLoneBar: Bool { columns == 1 && first == 0x7C }

  /// - Parameter line: one with text.
  init(_ line: Int, content: Range<Int>, in view: borrowing LineView, tables: WordCount.Tables) {
    self.line = Int32(truncatingIfNeeded: line)
    let indent = view.indent(line)
    var content = content
    if let bar = Self.barredText(content, in: view) {
      isBarred = true
      content = bar
    }
    self.indent = Int16(clamping: indent)
    first = view.text[content.lowerBound]
    let start = content.lowerBound
    if start + 1 < content.upperBound { second = view.text[start + 1] }
    let words = WordCount(content, in: view.text, tables: tables)
    if words.endsInStatementNumber(content, indent: indent, in: view.text) {
      content = start..<words.lastWord.gap
      take(WordCount(content, in: view.text, tables: tables), columns: content.count)
    } else {
      take(words, columns: content.count)
    }
    last = view.text[content.upperBound - 1]
    if let marker = Self.marker(content, in: view) {
      item = Int16(clamping: indent + marker - start)
      // `*` and `+` are signs of code elsewhere.
      if first == 0x2A || first == 0x2B, operators > 0 { operators -= 1 }
    }
  }

  /// - Parameter columns: of the text, where each byte takes one.
  private mutating func take(_ count: WordCount, columns: Int) {
    width = Int16(clamping: Int(indent) + columns - count.total.following)
    firstWord = UInt8(clamping: count.firstWord)
    words = UInt8(clamping: count.words)
    plain = UInt8(clamping: count.plain)
    binding = UInt8(clamping: count.binding)
    operators = UInt8(clamping: count.operators)
    hexadecimals = UInt8(clamping: count.hexadecimals)
    gaps = UInt8(clamping: count.gaps)
    wideGaps = UInt8(clamping: count.wideGaps)
    firstGap = UInt8(clamping: count.firstGap)
    afterGap = count.firstGap > 0 ? Int16(clamping: Int(indent) + count.afterGap) : 0
    gapIsIntroduced = count.gapIsIntroduced
    drawing = UInt8(clamping: count.total.drawing + count.total.equals + count.rules)
    code = UInt8(clamping: count.total.code + count.total.equals)
    digits = UInt8(clamping: count.total.digits)
    capitals = UInt8(clamping: count.total.capitals)
    assigns = count.assigns
    hasOddQuotes = count.total.quotes & 1 == 1
    isField = count.isField
    isRule = count.isRule
  }

  /// The text behind the bar that quotations are set with since 2019; nil where the line is a box's.
  private static func barredText(_ content: Range<Int>, in view: borrowing LineView) -> Range<Int>? {
    let start = content.lowerBound
    guard view.text[start] == 0x7C, content.count > 4, view.text[content.upperBound - 1] != 0x7C,
      view.text[start + 1] == 0x20, view.text[start + 2] == 0x20
    else { return nil }
    let text = view.trimmed(start + 1..<content.upperBound)
    return text.isEmpty ? nil : text
  }
}

/// What the headings say of the lines below them.
enum Zone: UInt8 {
  /// Above the first heading: who wrote it, and when.
  case head
  case body, heading, contents, references
  /// Authors' addresses and the index.
  case addresses
}

import RFCModel

/// A document's lines as the parsers read them: bytes behind a pointer, white space and control bytes as blanks.
///
/// Lives only inside ``withLines(of:_:)``.
struct LineView {
  let text: UnsafeBufferPointer<UInt8>
  let lines: Lines

  static func with<Result>(_ document: Document, _ body: (LineView) -> Result) -> Result {
    document.bytes.withUnsafeBufferPointer { body(LineView(text: $0, lines: document.lines)) }
  }

  var count: Int { lines.count }

  /// The bytes of a line from its first to its last printing one; empty for a blank line. NUL, form feed and the
  /// other control bytes are blanks: RFC 734 pads its pages with hundreds of NULs.
  func content(_ line: Int) -> Range<Int> { trimmed(lines[line]) }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, Self.isBlank(text[start]) { start += 1 }
    while start < end, Self.isBlank(text[end - 1]) { end -= 1 }
    return start..<end
  }

  func isBlank(_ line: Int) -> Bool { content(line).isEmpty }

  /// Columns before the first printing byte, tabs to multiples of eight; a form feed takes none.
  func indent(_ line: Int) -> Int { leadingBlanks(line).columns }

  /// The same; nil for a blank line.
  func indentOfText(_ line: Int) -> Int? {
    let blanks = leadingBlanks(line)
    return blanks.hasTextBehind ? blanks.columns : nil
  }

  @inline(__always)
  private func leadingBlanks(_ line: Int) -> (columns: Int, hasTextBehind: Bool) {
    var column = 0
    for byte in text[lines[line]] {
      switch byte {
      case 0x20: column += 1
      case 0x09: column += 8 - column % 8
      case 0x00...0x1F, 0x7F: continue
      default: return (column, true)
      }
    }
    return (column, false)
  }

  /// Columns up to the last printing byte, a byte a column.
  func width(_ line: Int) -> Int {
    let content = content(line)
    return content.isEmpty ? 0 : indent(line) + content.count
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
  /// A letter or a digit.
  static func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// Whether the bytes at `range` are `word`, an ASCII word in lower case, in any case.
  func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && hasPrefix(range, word)
  }

  func hasPrefix(_ range: Range<Int>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard range.count >= count else { return false }
    for k in 0..<count where Self.lowercased(text[range.lowerBound + k]) != word.utf8Start[k] { return false }
    return true
  }

  /// The first word of a range that is trimmed: up to the next blank.
  func firstWord(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, !Self.isBlank(text[end]) { end += 1 }
    return range.lowerBound..<end
  }

  /// White space folded to single blanks, control bytes gone, overstrikes (a letter, backspace, the letter) as one.
  func string(_ range: Range<Int>) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    for byte in text[range] {
      if byte == 0x08 {
        if !folded.isEmpty { folded.removeLast() }
      } else if byte == 0x20 || byte == 0x09 {
        if let last = folded.last, last != 0x20 { folded.append(0x20) }
      } else if byte > 0x20, byte != 0x7F {
        folded.append(byte)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}

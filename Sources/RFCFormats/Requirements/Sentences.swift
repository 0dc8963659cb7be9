import RFCModel

/// Where sentences end in running text.
extension ByteReader {
  /// The first sentence of a part of a paragraph: from its first word, behind a list item's marker, to its end.
  ///
  /// - Returns: the sentence, and where the next one may begin.
  func sentence(in range: Range<Int>) -> (sentence: Range<Int>, next: Int) {
    var start = range.lowerBound
    while start < range.upperBound, Self.isGap(byte(start)) { start += 1 }
    // A marker stands at the beginning of a line: `A.` elsewhere is somebody's name.
    if byte(start - 1) < 0x20, let text = itemText(at: start), text < range.upperBound { start = text }
    var index = start
    while index < range.upperBound {
      let byte = byte(index)
      // Letters and blanks end no sentence, and most bytes are that.
      if byte > 0x3F || byte == 0x20 {
        index += 1
        continue
      }
      switch byte {
      case 0x2E, 0x21, 0x3F:
        if let end = sentenceEnd(at: index, start: start) { return (start..<min(end, range.upperBound), end) }
      case RunningText.lineEnd, RunningText.pageEnd:
        // The next item of a list, without a blank line between.
        if itemText(at: index + 1) != nil || isTerm(start..<index) { return (start..<index, index + 1) }
        if byte == RunningText.pageEnd, !LineView.isLower(self.byte(index + 1)) {
          return (start..<index, index + 1)
        }
      default: break
      }
      index += 1
    }
    return (start..<range.upperBound, range.upperBound)
  }

  /// `"size": "Number" (OPTIONAL)`: a term in a line of its own, with what it means below.
  private func isTerm(_ line: Range<Int>) -> Bool {
    guard byte(line.upperBound - 1) == 0x29, LineView.isUpper(byte(line.upperBound - 2)),
      LineView.isUpper(byte(line.upperBound + 1)), let open = text[line].lastIndex(of: 0x28),
      let word = nextKeyword(in: open..<line.upperBound)
    else { return false }
    return word.range == open + 1..<line.upperBound - 1 && !text[line].contains(RunningText.lineEnd)
  }

  /// The end of a sentence that a full stop at `index` closes; nil for the dot of `e.g.`, `4.2` or `J. Postel`.
  private func sentenceEnd(at index: Int, start: Int) -> Int? {
    var end = index + 1
    // `).`, `."`, `.)`
    while Self.closes(byte(end)) { end += 1 }
    guard Self.isGap(byte(end)) || byte(end) == RunningText.paragraphEnd else { return nil }
    let next = skipBlanks(end)
    // Two blanks end a sentence; one, or a line's end, does before a word that may begin one.
    if LineView.isLower(byte(next)) { return nil }
    if next - end < 2, byte(index) == 0x2E, isAbbreviation(before: index, start: start) { return nil }
    return end
  }

  /// `e.g.`, `i.e.`, `cf.`, `vs.`, `Sec.`, `Fig.`, `No.`, `Dr.`, or one letter.
  private func isAbbreviation(before dot: Int, start: Int) -> Bool {
    var word = dot
    while word > start, Self.isWord(byte(word - 1)), dot - word < 5 { word -= 1 }
    if dot - word == 1, LineView.isLetter(byte(word)) { return true }
    return Self.abbreviations.contains { self.word($0, at: word) == dot }
  }

  private static let abbreviations: [StaticString] = [
    "cf", "vs", "sec", "fig", "no", "resp", "dr", "mr", "mrs", "prof",
  ]

  private static func closes(_ byte: UInt8) -> Bool {
    byte == 0x29 || byte == 0x22 || byte == 0x27 || byte == 0x5D || byte == 0x2E
  }

  /// Where the text of a list's item begins behind its marker, `o`, `*`, `-`, `+`, `1.`, `(a)`, `2)`; nil for what
  /// begins otherwise.
  func itemText(at index: Int) -> Int? {
    var end = index
    switch byte(index) {
    case 0x6F, 0x2A, 0x2D, 0x2B: end += 1
    case 0x28, 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
      if byte(end) == 0x28 { end += 1 }
      let label = end
      while Self.isWord(byte(end)), end - label < 3 { end += 1 }
      let isNumber = (label..<end).allSatisfy { LineView.isDigit(byte($0)) }
      guard end > label, isNumber || end == label + 1,
        byte(end) == 0x29 || byte(end) == 0x2E && label == index
      else { return nil }
      end += 1
    // U+2022, a bullet.
    case 0xE2 where byte(index + 1) == 0x80 && byte(index + 2) == 0xA2: end += 3
    default: return nil
    }
    return Self.isGap(byte(end)) ? skipBlanks(end) : nil
  }
}

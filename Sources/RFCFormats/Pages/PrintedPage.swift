import RFCModel

/// The number that a line prints for its page: `Postel   [Page 7]`, `Protocols   Page 7`, `- 7 -`, `iv`.
struct PrintedPage: Equatable {
  enum Form {
    /// `[Page 7]` at the line's beginning or end.
    case bracketed
    /// `Page 7` at its end.
    case word
    /// A number and nothing else.
    case bare
  }

  let form: Form
  let number: Int
}

extension LineView {
  /// Whether a line ends as a page's number does, in a digit, a numeral or a stroke: few lines do.
  func mayEndInPage(_ line: Int) -> Bool {
    let range = lines[line]
    var end = range.upperBound
    while end > range.lowerBound, Self.isBlank(text[end - 1]) { end -= 1 }
    return end > range.lowerBound && Self.mayEndPage(text[end - 1])
  }

  private static func mayEndPage(_ byte: UInt8) -> Bool { isDigit(byte) || isRoman(byte) || byte == 0x2D }

  func printedPage(_ content: Range<Int>) -> PrintedPage? {
    guard let last = text[content].last else { return nil }
    if let number = bracketedPage(content) { return PrintedPage(form: .bracketed, number: number) }
    guard Self.mayEndPage(last) else { return nil }
    if content.count <= 9, let number = number(bare(content)) {
      return PrintedPage(form: .bare, number: number)
    }
    var start = content.upperBound
    while start > content.lowerBound, !Self.isBlank(text[start - 1]) { start -= 1 }
    let before = trimmed(content.lowerBound..<start)
    guard before.count >= 4, hasPrefix(before.upperBound - 4..<before.upperBound, "page"),
      before.count == 4 || Self.isBlank(text[before.upperBound - 5]),
      let number = number(start..<content.upperBound)
    else { return nil }
    return PrintedPage(form: .word, number: number)
  }

  /// `[Page 7]`, `[page iv]` at the end of a line or, of an even page, at its beginning.
  func bracketedPage(_ content: Range<Int>) -> Int? {
    guard content.count >= 8 else { return nil }
    if text[content.upperBound - 1] == 0x5D {
      var open = content.upperBound - 2
      while open > content.lowerBound, content.upperBound - open < 16, text[open] != 0x5B { open -= 1 }
      if text[open] == 0x5B, let number = pageInBrackets(open + 1..<content.upperBound - 1) { return number }
    }
    guard text[content.lowerBound] == 0x5B else { return nil }
    var close = content.lowerBound + 1
    while close < content.upperBound, close - content.lowerBound < 16, text[close] != 0x5D { close += 1 }
    guard close < content.upperBound, text[close] == 0x5D else { return nil }
    return pageInBrackets(content.lowerBound + 1..<close)
  }

  private func pageInBrackets(_ inner: Range<Int>) -> Int? {
    guard hasPrefix(inner, "page"), inner.count > 4, Self.isBlank(text[inner.lowerBound + 4]) else {
      return nil
    }
    let word = trimmed(inner.lowerBound + 4..<inner.upperBound)
    guard !word.isEmpty, !text[word].contains(where: Self.isBlank) else { return nil }
    // `[Page A-3]` is a page's number as well, if none to count with.
    return number(word) ?? 0
  }

  /// What stands between the strokes of `- 7 -`.
  private func bare(_ content: Range<Int>) -> Range<Int> {
    guard content.count > 2, text[content.lowerBound] == 0x2D, text[content.upperBound - 1] == 0x2D else {
      return content
    }
    return trimmed(content.lowerBound + 1..<content.upperBound - 1)
  }

  /// Digits, or a roman numeral of one case.
  func number(_ word: Range<Int>) -> Int? {
    guard !word.isEmpty, word.count <= 6 else { return nil }
    if text[word].allSatisfy(Self.isDigit) { return text[word].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let roman = text[word]
    guard roman.allSatisfy(Self.isRoman), roman.allSatisfy({ ($0 ^ roman[word.lowerBound]) & 0x20 == 0 })
    else {
      return nil
    }
    return romanValue(word)
  }

  func romanValue(_ word: Range<Int>) -> Int {
    var (sum, last) = (0, 0)
    for byte in text[word].reversed() {
      let value =
        switch byte | 0x20 {
        case 0x69: 1
        case 0x76: 5
        case 0x78: 10
        case 0x6C: 50
        default: 0
        }
      sum += value < last ? -value : value
      last = max(last, value)
    }
    return sum
  }

  static func isRoman(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x69, 0x76, 0x78, 0x6C: true
    default: false
    }
  }
}

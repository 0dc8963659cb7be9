import RFCModel

extension LineView {
  /// A row of a table: a gap of four blanks inside.
  func hasColumns(_ range: Range<Int>) -> Bool {
    var run = 0
    for byte in text[range] {
      run = Self.isBlank(byte) ? run + 1 : 0
      if run == 4 { return true }
    }
    return false
  }

  /// Where a gap of three blanks or more begins in a title.
  func gap(in range: Range<Int>) -> Int? {
    var run = 0
    for at in range {
      run = text[at] == 0x20 ? run + 1 : 0
      if run == 3 { return at - 2 }
    }
    return nil
  }

  /// Where a title ends that is the first sentence of a paragraph: some words that begin with capitals, and a dot.
  func titleSentence(_ range: Range<Int>) -> Int? {
    guard
      let dot = range.prefix(50).first(where: {
        text[$0] == 0x2E && $0 + 2 < range.upperBound && text[$0 + 1] == 0x20
      }), dot - range.lowerBound > 3, Self.isLetter(text[dot - 2]),
      !text[range.lowerBound..<dot].contains(0x2C)
    else { return nil }
    let rest = trimmed(dot + 1..<range.upperBound)
    guard Self.isUpper(text[rest.lowerBound]) || text[rest.lowerBound] == 0x22,
      hasCapitals(range.lowerBound..<dot)
    else { return nil }
    return dot
  }

  /// Words of four letters and more begin with capitals, and none is the code of a message, `NRJ205R`.
  func hasCapitals(_ range: Range<Int>) -> Bool {
    text[range].split(separator: 0x20).allSatisfy { word in
      let isCode =
        word.contains(where: Self.isDigit) && !word.contains(where: Self.isLower)
        && word.last.map(Self.isUpper) ?? false
      return !isCode && (word.count < 4 || word.first.map { !Self.isLower($0) } ?? true)
    }
  }

  /// Words, mostly letters, no sentence and no code.
  func looksLikeTitle(_ content: Range<Int>) -> Bool {
    guard (3...68).contains(content.count), let last = text[content].last else { return false }
    if [0x2E, 0x2C, 0x3B, 0x21].contains(last) { return false }
    var letters = 0
    var words = 1
    var previous: UInt8 = 0
    for byte in text[content] {
      switch byte {
      case 0x20:
        if previous == 0x20 { return false }
        words += 1
      // Signs of code, grammars and figures: tab # ; < = > @ [ \ ] ^ _ { | }
      case 0x09, 0x23, 0x3B, 0x3C, 0x3D, 0x3E, 0x40, 0x5B...0x5F, 0x7B...0x7D: return false
      default: if Self.isLetter(byte) { letters += 1 }
      }
      previous = byte
    }
    return words <= 12 && letters * 10 >= (content.count - words + 1) * 8
  }

  /// Where a title ends whose paragraph begins in the same line, behind a dash or a gap:
  /// `5.1  Scaling - What is a reasonable estimate`.
  func runInEnd(_ title: Range<Int>) -> Int? {
    var index = title.lowerBound + 1
    while index + 3 < title.upperBound, index - title.lowerBound < 60 {
      if text[index] == 0x20 {
        if text[index + 1] == 0x20, text[index + 2] == 0x20 { return index }
        let next = text[index + 2] == 0x2D ? index + 3 : index + 2
        if text[index + 1] == 0x2D, next < title.upperBound, text[next] == 0x20 { return index }
      }
      index += 1
    }
    return nil
  }

  /// Where the title ends before a statement number at the right margin, `2a1`, as the NLS system of the seventies
  /// printed behind every paragraph. Nil where there is none.
  func statementNumber(in title: Range<Int>) -> Int? {
    var start = title.upperBound
    while start > title.lowerBound, Self.isDigit(text[start - 1]) || Self.isLower(text[start - 1]) {
      start -= 1
    }
    guard start < title.upperBound, title.upperBound - start <= 6, Self.isDigit(text[start]) else {
      return nil
    }
    var end = start
    while end > title.lowerBound, Self.isBlank(text[end - 1]) { end -= 1 }
    // Far to the right, behind a gap that no table of contents leaves without dots.
    return start - end >= 8 && end > title.lowerBound && text[end - 1] != 0x2E ? end : nil
  }
}

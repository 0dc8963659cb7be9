import RFCModel

/// A line with text near a page edge, and what makes it the same as one on another page.
struct EdgeLine {
  let line: Int
  /// How many lines with text lie between it and the edge.
  let place: Int
  /// No blank line lies between it and the one nearer to the edge.
  let touchesPrevious: Bool
  /// Fingerprint of its words with numbers masked.
  let whole: UInt64
  let parts: Parts?
  let letters: Int
  /// Whether a number was masked.
  let hasNumber: Bool
  /// `7`, `- 7 -`: a page's number and nothing else.
  let isPageNumber: Bool

  /// Fingerprints of what stands left of the first gap and right of the last one: a chapter's title may change
  /// between `RFC1122` and `October 1989`.
  struct Parts {
    let left: UInt64
    let right: UInt64
    var both: UInt64 { left &* 31 &+ right }
    var prints: [UInt64] { [left, right, both] }
  }

  init(_ line: Int, place: Int, touchesPrevious: Bool, in view: LineView) {
    let content = view.content(line)
    let print = view.fingerprint(content)
    self.line = line
    self.place = place
    self.touchesPrevious = touchesPrevious
    whole = print.hash
    letters = print.letters
    hasNumber = print.numbers > 0
    isPageNumber =
      print.numbers == 1 && content.count <= 9 && print.letters == 0
      && view.text[content].allSatisfy {
        LineView.isDigit($0) || LineView.isLetter($0) || $0 == 0x2D || $0 == 0x20
      }
    parts =
      place > 0
      ? nil
      : view.outerParts(content).map { left, right in
        // Odd and even, so that a part never passes for a whole line.
        Parts(left: view.fingerprint(left).hash &+ 1, right: view.fingerprint(right).hash &+ 2)
      }
  }
}

/// The lines with text on both sides of an edge, nearest first.
struct EdgeLines {
  let edge: PageEdge
  let above: [EdgeLine]
  let below: [EdgeLine]
}

extension LineView {
  /// How many lines with text may be furniture, and how far from the edge they may lie.
  private static let (depth, reach) = (4, 14)

  func edgeLines(_ edges: [PageEdge]) -> [EdgeLines] {
    edges.indices.map { page in
      EdgeLines(
        edge: edges[page],
        above: linesAbove(edges[page].above, notBefore: page > 0 ? edges[page - 1].below : 0),
        below: linesBelow(edges[page].below, before: page + 1 < edges.count ? edges[page + 1].above : count))
    }
  }

  func linesAbove(_ end: Int, notBefore start: Int) -> [EdgeLine] {
    var found: [EdgeLine] = []
    var line = end - 1
    while line >= max(start, end - Self.reach), found.count < Self.depth {
      if !isBlank(line) {
        let touches = found.last.map { $0.line == line + 1 } ?? false
        found.append(EdgeLine(line, place: found.count, touchesPrevious: touches, in: self))
      }
      line -= 1
    }
    return found
  }

  private func linesBelow(_ start: Int, before end: Int) -> [EdgeLine] {
    var found: [EdgeLine] = []
    var line = start
    while line < min(end, start + Self.reach), found.count < Self.depth {
      if !isBlank(line) {
        let touches = found.last.map { $0.line == line - 1 } ?? false
        found.append(EdgeLine(line, place: found.count, touchesPrevious: touches, in: self))
      }
      line += 1
    }
    return found
  }

  /// FNV-1a over the bytes that print, each number as one `#`: runs of digits, roman numerals that stand alone or
  /// behind `page`.
  func fingerprint(_ range: Range<Int>) -> (hash: UInt64, letters: Int, numbers: Int) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var letters = 0
    var numbers = 0
    var inNumber = false
    let isLoneNumeral = text[range].allSatisfy { Self.isRoman($0) || $0 == 0x2D || Self.isBlank($0) }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      index += 1
      if Self.isBlank(byte) { continue }
      let isNumber = Self.isDigit(byte) || isLoneNumeral && Self.isRoman(byte)
      if isNumber, inNumber { continue }
      hash = (hash ^ UInt64(isNumber ? 0x23 : byte)) &* 0x100_0000_01b3
      if isNumber { numbers += 1 }
      if !isNumber, Self.isLetter(byte) { letters += 1 }
      inNumber = isNumber
      if byte | 0x20 == 0x65, index - 4 >= range.lowerBound, hasPrefix(index - 4..<index, "page") {
        while index < range.upperBound, Self.isBlank(text[index]) { index += 1 }
        let start = index
        while index < range.upperBound, Self.isRoman(text[index]) || Self.isDigit(text[index]) { index += 1 }
        if index > start { numbers += 1 }
      }
    }
    return (hash, letters, numbers)
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x69, 0x76, 0x78, 0x6C: true
    default: false
    }
  }

  /// The parts before the first and after the last gap of three blanks; nil for a line without such a gap, or short.
  func outerParts(_ content: Range<Int>) -> (left: Range<Int>, right: Range<Int>)? {
    guard content.count >= 40 else { return nil }
    var first = content.lowerBound
    while first < content.upperBound, !isGap(first) { first += 1 }
    guard first < content.upperBound else { return nil }
    var last = content.upperBound
    while !isGap(last - 3) { last -= 1 }
    return (content.lowerBound..<first, last..<content.upperBound)
  }

  private func isGap(_ at: Int) -> Bool {
    at + 3 <= text.count && Self.isBlank(text[at]) && Self.isBlank(text[at + 1]) && Self.isBlank(text[at + 2])
  }
}

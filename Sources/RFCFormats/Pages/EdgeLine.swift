import RFCModel

/// A line with text near a page edge, and what makes it the same as one on another page.
struct EdgeLine {
  let line: Int
  /// How many lines with text lie between it and the edge.
  let place: Int
  /// No blank line lies between it and the one nearer to the edge.
  let touchesPrevious: Bool
  let print: Fingerprint
  let parts: Parts?
  /// From margin to margin, with a gap; asked of the first line and of those with a number.
  let hasColumns: Bool
  /// `7`, `- 7 -`: a page's number and nothing else.
  let isPageNumber: Bool

  var whole: UInt64 { print.hash }

  /// `Protocols  Page 7`, `[Page 7]`, and no sentence about page 7.
  let namesPage: Bool

  /// With a page's number, or a number between columns, which only furniture has on page after page.
  var looksPrinted: Bool { isPageNumber || namesPage || print.numbers > 0 && hasColumns }

  /// Fingerprints of what stands left of the first gap and right of the last one: a chapter's title may change
  /// between `RFC1122` and `October 1989`.
  struct Parts {
    let left: Fingerprint
    let right: Fingerprint
    let both: Fingerprint
    var prints: [Fingerprint] { [left, right, both] }

    init(left: Fingerprint, right: Fingerprint) {
      // Odd and even, so that a part never passes for a whole line.
      self.left = left.marked(1)
      self.right = right.marked(2)
      both = Fingerprint(self.left, self.right)
    }
  }

  init(_ line: Int, place: Int, touchesPrevious: Bool, in view: LineView) {
    let content = view.content(line)
    print = view.fingerprint(content)
    self.line = line
    self.place = place
    self.touchesPrevious = touchesPrevious
    isPageNumber =
      print.numbers == 1 && content.count <= 9 && view.isPageNumber(content, letters: print.letters)
    namesPage = print.namesPage && view.printedPage(content) != nil
    // Of the body's lines most have no number, and need no more than their words.
    let outer = place == 0 || print.numbers > 0 ? view.outerParts(content) : nil
    hasColumns = outer != nil
    parts =
      place > 0
      ? nil : outer.map { left, right in Parts(left: view.fingerprint(left), right: view.fingerprint(right)) }
  }
}

/// What a line says: its bytes that print, its numbers apart.
struct Fingerprint {
  /// FNV-1a, each number as one `#`.
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var letters = 0
  private(set) var numbers = 0
  /// The numbers added up: rises by one from page to page where one of them is the page's.
  private(set) var sum = 0
  /// A number stands behind the word `page`.
  private(set) var namesPage = false

  init() {}

  /// Of two parts of a line.
  init(_ left: Fingerprint, _ right: Fingerprint) {
    hash = left.hash &* 31 &+ right.hash
    letters = left.letters + right.letters
    numbers = left.numbers + right.numbers
    sum = left.sum &+ right.sum
    namesPage = left.namesPage || right.namesPage
  }

  func marked(_ mark: UInt64) -> Fingerprint {
    var marked = self
    marked.hash &+= mark
    return marked
  }

  mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    if LineView.isLetter(byte) { letters += 1 }
  }

  mutating func add(letter: UInt8) {
    hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
    letters += 1
  }

  mutating func add(number: Int) {
    hash = (hash ^ 0x23) &* 0x100_0000_01b3
    numbers += 1
    sum &+= number
  }

  /// The number behind `page`, which may be missing.
  mutating func add(page: Int) {
    numbers += 1
    sum &+= page
    namesPage = true
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
    found.reserveCapacity(Self.depth)
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
    found.reserveCapacity(Self.depth)
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
  func fingerprint(_ range: Range<Int>) -> Fingerprint {
    var print = Fingerprint()
    let isLoneNumeral = text[range].allSatisfy { Self.isRoman($0) || $0 == 0x2D || Self.isBlank($0) }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if !isLoneNumeral, (byte | 0x20) &- 0x61 < 26, byte | 0x20 != 0x65 {
        index += 1
        print.add(letter: byte)
      } else if Self.isBlank(byte) {
        index += 1
      } else if Self.isDigit(byte) {
        var value = 0
        // Blanks between digits are none: `1 2` is as good as `12`.
        while index < range.upperBound, Self.isDigit(text[index]) || Self.isBlank(text[index]) {
          if Self.isDigit(text[index]) { value = (value &* 10 &+ Int(text[index] - 0x30)) % 1_000_000 }
          index += 1
        }
        print.add(number: value)
      } else if isLoneNumeral, Self.isRoman(byte) {
        let start = index
        while index < range.upperBound, Self.isRoman(text[index]) { index += 1 }
        print.add(number: romanValue(start..<index))
      } else {
        index += 1
        print.add(byte)
        if byte | 0x20 == 0x65, index - 4 >= range.lowerBound, hasPrefix(index - 4..<index, "page") {
          while index < range.upperBound, Self.isBlank(text[index]) { index += 1 }
          let start = index
          while index < range.upperBound, Self.isRoman(text[index]) || Self.isDigit(text[index]) {
            index += 1
          }
          if index > start {
            print.add(page: number(start..<index) ?? 0)
          }
        }
      }
    }
    return print
  }

  /// A short text with a number: whether there is nothing else to it but strokes or `P.`.
  func isPageNumber(_ content: Range<Int>, letters: Int) -> Bool {
    let isP = letters == 1 && hasPrefix(content, "p.")
    return (letters == 0 || isP)
      && text[content].dropFirst(isP ? 2 : 0).allSatisfy {
        Self.isDigit($0) || Self.isLetter($0) || $0 == 0x2D || $0 == 0x20
      }
  }

  /// The parts before the first and after the last gap of three columns, or of a tab; nil for a line without such a
  /// gap, or short.
  func outerParts(_ content: Range<Int>) -> (left: Range<Int>, right: Range<Int>)? {
    guard content.count >= 40 || text[content].contains(0x09) else { return nil }
    var first: Int?
    var last = content.lowerBound
    var columns = 0
    var gap = 0
    for index in content {
      let byte = text[index]
      guard Self.isBlank(byte) else {
        columns += 1
        gap = 0
        continue
      }
      // A tab is wider than it is long.
      let width = byte == 0x09 ? 8 - columns % 8 : 1
      columns += width
      gap += byte == 0x09 ? max(3, width) : 1
      guard gap >= 3 else { continue }
      if first == nil { first = index }
      last = index + 1
    }
    guard columns >= 40, let first else { return nil }
    return (trimmed(content.lowerBound..<first), last..<content.upperBound)
  }
}

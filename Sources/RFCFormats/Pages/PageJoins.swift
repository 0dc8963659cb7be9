import RFCModel

/// Decides how many blank lines stand between the last line of a page and the first of the next once the pages are
/// taken away.
struct PageJoins {
  let view: LineView
  /// The lines that go, and where the running head ends within them.
  private var cuts: [(lines: Range<Int>, headEnd: Int)] = []

  init(view: LineView) { self.view = view }

  /// - Parameter range: with the blank lines around it; not before the one added last. Pages with furniture and
  ///   nothing else make one cut of two.
  mutating func add(_ range: Range<Int>, headEnd: Int) {
    guard !range.isEmpty else { return }
    if let last = cuts.last, range.lowerBound <= last.lines.upperBound {
      let joined = last.lines.lowerBound..<max(last.lines.upperBound, range.upperBound)
      cuts[cuts.count - 1] = (joined, max(last.headEnd, headEnd))
    } else {
      cuts.append((range, headEnd))
    }
  }

  func breaks() -> [PageBreak] {
    let usual = usualGap()
    return cuts.map { cut in
      PageBreak(
        lines: cut.lines, blankLines: blankLines(cut.lines, extra: cut.lines.upperBound - cut.headEnd - usual)
      )
    }
  }

  /// How many blank lines most running heads have below them.
  private func usualGap() -> Int {
    let gaps = cuts.map { $0.lines.upperBound - $0.headEnd }.sorted()
    return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
  }

  /// - Parameter extra: blank lines below the running head beyond the usual ones; they are the text's own.
  private func blankLines(_ range: Range<Int>, extra: Int) -> Int {
    let (last, first) = (range.lowerBound - 1, range.upperBound)
    guard last >= 0, first < view.count else { return 0 }
    if isDrawing(last), isDrawing(first) { return max(0, min(extra, 3)) }
    return extra <= 0 && goesOn(last, first) ? 0 : 1
  }

  /// Whether the text goes on from `last`, a page's last line, to `first`, the next one's first, without a blank line.
  private func goesOn(_ last: Int, _ first: Int) -> Bool {
    let (a, b) = (view.content(last), view.content(first))
    guard let ending = view.text[a].last, let beginning = view.text[b].first else { return false }
    if view.listMarker(b) != nil { return isTight(before: last, after: first) }
    let (left, right) = (textColumn(last, a), view.indent(first))
    // 72 columns less what the next page's first word would have taken: with room left, the paragraph has ended.
    let isFull = view.indent(last) + a.count + 1 + view.firstWord(b).count > 70
    let endsSentence = ending == 0x2E || ending == 0x3A || ending == 0x3F || ending == 0x21
    if LineView.isLower(beginning) { return !endsSentence || isFull && right == left }
    if right == left || right == view.indent(last), isFull { return !endsSentence }
    return isSolid(last, first)
  }

  /// A list whose items follow each other without a blank line, judged by the item before and the one after.
  private func isTight(before last: Int, after first: Int) -> Bool {
    let indent = view.indent(first)
    for step in [-1, 1] {
      var line = step < 0 ? last : first + 1
      var seen = 0
      while line > 0, line < view.count, seen < 12 {
        let content = view.content(line)
        if !content.isEmpty, view.indent(line) < indent { break }
        if !content.isEmpty, view.indent(line) == indent {
          guard view.listMarker(content) != nil else { break }
          return !view.isBlank(line - 1)
        }
        line += step
        seen += 1
      }
      // The first item, behind the words that lead to it.
      if step < 0, view.text[view.content(last)].last == 0x3A { return false }
    }
    return false
  }

  /// Rows of a table, of contents or of code: the lines around the cut stand close, and alike.
  private func isSolid(_ last: Int, _ first: Int) -> Bool {
    guard first + 1 < view.count, last > 0 else { return false }
    return view.indent(first) == view.indent(last) && hasColumns(last) && hasColumns(first)
      && !view.isBlank(last - 1) && !view.isBlank(first + 1)
  }

  private func hasColumns(_ line: Int) -> Bool {
    let content = view.content(line)
    var run = 0
    for byte in view.text[content] {
      run = LineView.isBlank(byte) || byte == 0x2E ? run + 1 : 0
      if run == 4 { return true }
    }
    return false
  }

  /// A line of a figure or of a table with borders.
  private func isDrawing(_ line: Int) -> Bool {
    let content = view.content(line)
    guard let first = view.text[content].first, let last = view.text[content].last else { return false }
    func isBorder(_ byte: UInt8) -> Bool { byte == 0x7C || byte == 0x2B }
    return isBorder(first) && isBorder(last) && content.count > 1
  }

  /// Where a line's text begins: behind the marker of a list's item.
  private func textColumn(_ line: Int, _ content: Range<Int>) -> Int {
    guard let marker = view.listMarker(content) else { return view.indent(line) }
    return view.indent(line) + view.trimmed(marker.upperBound..<content.upperBound).lowerBound
      - content.lowerBound
  }
}

extension LineView {
  /// The marker that a list's item begins with: `o`, `*`, `-`, `1.`, `(a)`, `iv)`, `[RFC2119]`. Nil for other text.
  func listMarker(_ content: Range<Int>) -> Range<Int>? {
    let word = firstWord(content)
    guard !word.isEmpty, word.upperBound < content.upperBound else { return nil }
    let bytes = text[word]
    let first = text[word.lowerBound]
    let last = text[word.upperBound - 1]
    if word.count == 1 {
      return first == 0x6F || first == 0x2A || first == 0x2D || first == 0x2B ? word : nil
    }
    // U+2022, a bullet.
    if word.count == 3, first == 0xE2, bytes.dropFirst().elementsEqual([0x80, 0xA2]) { return word }
    if first == 0x5B, last == 0x5D { return word }
    guard word.count <= 7, last == 0x2E || last == 0x29 || last == 0x3A else { return nil }
    let inner = bytes.dropLast().drop { $0 == 0x28 }
    let isNumber = inner.allSatisfy { LineView.isDigit($0) || $0 == 0x2E }
    let isShort = inner.count <= 2 && inner.allSatisfy { LineView.isLetter($0) || LineView.isDigit($0) }
    let isNumeral = inner.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    return !inner.isEmpty && (isNumber || isShort || isNumeral) ? word : nil
  }
}

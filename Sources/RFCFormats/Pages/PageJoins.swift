import RFCModel

/// Decides how many blank lines stand between the last line of a page and the first of the next once the pages are
/// taken away.
struct PageJoins {
  let view: LineView
  private var cuts: [Cut] = []

  /// The lines that go at a page's end.
  private struct Cut {
    var lines: Range<Int>
    /// Where the running head ends within them.
    var headEnd: Int
    /// Blank lines between the page's text and its foot, but of the last page.
    let room: Int?
  }

  init(view: LineView) { self.view = view }

  /// - Parameter range: with the blank lines around it; not before the one added last. Pages with furniture and
  ///   nothing else make one cut of two.
  mutating func add(_ range: Range<Int>, foot: Int?, headEnd: Int) {
    guard !range.isEmpty else { return }
    if let last = cuts.last, range.lowerBound <= last.lines.upperBound {
      cuts[cuts.count - 1].lines = last.lines.lowerBound..<max(last.lines.upperBound, range.upperBound)
      cuts[cuts.count - 1].headEnd = max(last.headEnd, headEnd)
    } else {
      cuts.append(Cut(lines: range, headEnd: headEnd, room: foot.map { $0 - range.lowerBound }))
    }
  }

  func breaks() -> [PageBreak] {
    // How many blank lines most running heads have below them, and a full page above its foot. A page or two may hold
    // a line too many.
    let gaps = cuts.map { $0.lines.upperBound - $0.headEnd }.sorted()
    let rooms = cuts.compactMap(\.room).sorted()
    let full = rooms.count >= 4 ? rooms[rooms.count / 10] : Int.max
    let lines = cuts.map(\.lines)
    var known = JoinTable(view: view)
    return cuts.indices.map { index in
      let cut = cuts[index]
      let extra = cut.lines.upperBound - cut.headEnd - gaps[gaps.count / 2]
      return PageBreak(
        lines: cut.lines,
        blankLines: blankLines(lines, at: index, extra: extra, hasRoom: cut.room ?? 0 > full, &known))
    }
  }

  /// - Parameters:
  ///   - extra: blank lines below the running head beyond the usual ones; they are the text's own.
  ///   - hasRoom: the page ends before it is full: what follows was to stay together.
  ///   - known: of all lines, for all page ends.
  private func blankLines(
    _ cuts: [Range<Int>], at index: Int, extra: Int, hasRoom: Bool, _ known: inout JoinTable
  ) -> Int {
    let (end, start) = (cuts[index].lowerBound - 1, cuts[index].upperBound)
    guard end >= 0, start < view.count, let a = view.indentOfText(end), let b = view.indentOfText(start)
    else {
      return 0
    }
    if isDrawing(end), isDrawing(start) { return max(0, min(extra, 3)) }
    let (last, first) = (JoinLine(end, indent: a, in: view), JoinLine(start, indent: b, in: view))
    return extra <= 0 && goesOn(last, first, cuts, at: index, hasRoom: hasRoom, &known) ? 0 : 1
  }

  /// Whether the text goes on from `last`, a page's last line, to `first`, the next one's first, without a blank line.
  private func goesOn(
    _ last: JoinLine, _ first: JoinLine, _ cuts: [Range<Int>], at index: Int, hasRoom: Bool,
    _ known: inout JoinTable
  ) -> Bool {
    // The first line of its block, as far as it stands on the page.
    let isAlone =
      last.line == 0 || view.isBlank(last.line - 1) || index > 0 && cuts[index - 1].contains(last.line - 1)
    if view.isMarginHeading(first) || isAlone && view.isMarginHeading(last) { return false }

    // A rule of a grammar, and prose below it.
    if first.indent == last.indent, first.opening == 0x41, view.isRule(last), !view.isRule(first),
      view.hasWords(first)
    {
      return false
    }

    let isAligned = first.indent == last.textColumn || first.indent == last.indent
    // Far from it, and apart from what follows, stands a title in the middle of the page.
    let isCentred = first.indent > last.indent + 24 && view.hasBlankBelow(first.line)
    let hangs = first.indent > last.indent && isAlone && !isCentred
    let isFull = view.isFull(last, first)
    if !first.isItem, !last.endsSentence {
      // Of a paragraph that was to stay together no single line stands alone; but the first of a hanging one does.
      let isProse =
        first.beginsLower || last.endsAsProse && !first.isLabel(in: view) && !(hasRoom && isAlone && !hangs)
      if isFull, isAligned || hangs, isProse { return true }
      // Lines that are set at a narrower measure, or by hand.
      if first.beginsLower, last.endsOpen, isAligned, !isAlone, view.width(last, with: first) > 62 {
        return true
      }
    }
    if hasRoom, !hangs { return false }
    var votes = BlankVotes(last, first, isFull: isFull, in: view)
    for range in BlankVotes.neighbours(cuts, at: index, count: view.count) { votes.ask(range, &known) }
    if hasRoom { return votes.areTight(ways: 1..<2) ?? false }
    // Behind the end of a sentence its own words do not say enough.
    if let areTight = votes.areTight(ways: 0..<(last.endsSentence ? 3 : 4)) { return areTight }
    return looksGoingOn(last, first) || first.beginsLower && last.endsOpen && isAligned
  }

  /// Where there is nothing like it: brackets that are open, trees, entries of a contents.
  private func looksGoingOn(_ last: JoinLine, _ first: JoinLine) -> Bool {
    // { [ ( \ and } ] ), and a comma before { [ "
    if [0x7B, 0x5B, 0x28, 0x5C].contains(last.ending) || [0x7D, 0x5D, 0x29].contains(first.opening) {
      return true
    }
    if last.ending == 0x2C, [0x7B, 0x5B, 0x22].contains(first.opening) { return true }
    // + | -
    if [0x2B, 0x7C].contains(last.opening), first.indent > last.indent { return true }
    if [0x2B, 0x7C].contains(first.opening), [0x2B, 0x7C, 0x2D].contains(last.opening) { return true }
    return view.hasLeader(last.content) && view.hasLeader(first.content)
  }

  /// A line of a figure or of a table with borders.
  private func isDrawing(_ line: Int) -> Bool {
    let content = view.content(line)
    guard let first = view.text[content].first, let last = view.text[content].last else { return false }
    func isBorder(_ byte: UInt8) -> Bool { byte == 0x7C || byte == 0x2B }
    return isBorder(first) && isBorder(last) && content.count > 1
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

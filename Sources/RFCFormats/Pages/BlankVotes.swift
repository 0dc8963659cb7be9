import RFCModel

/// How two lines that follow each other stand elsewhere near a page's end: with a blank line between them or without.
///
/// Lines are alike by their indents, by how the first ends and how the second begins. What is alike in more ways is asked
/// first.
struct BlankVotes {
  /// Of pairs with the same second word; the same kind of both; the same kind of the second; the same second alone.
  private var tight = SIMD4<Int32>(repeating: 0)
  private var loose = SIMD4<Int32>(repeating: 0)

  private let last: JoinLine
  private let first: JoinLine
  private let isFull: Bool
  private let view: LineView

  /// No more lines than this are asked on each side.
  private static let reach = 170

  init(_ last: JoinLine, _ first: JoinLine, isFull: Bool, in view: LineView) {
    (self.last, self.first, self.isFull, self.view) = (last, first, isFull, view)
  }

  /// - Parameter range: lines with no page end within.
  mutating func ask(_ range: Range<Int>, _ known: inout JoinTable) {
    known.learnIndents(of: range)
    // The last line with text, where it is indented as the page's last one.
    var above: Int?
    for line in range {
      let indent = known.indent(line)
      guard indent >= 0 else { continue }
      if let above, indent == first.indent {
        let a = known.traits(above)
        // Behind the end of a sentence only lines that end alike are asked.
        if !last.endsSentence || a.ending == last.ending {
          ask(a, at: above, known.traits(line), at: line)
        }
      }
      above = indent == last.indent ? line : nil
    }
  }

  private mutating func ask(
    _ a: JoinTable.Traits, at above: Int, _ b: JoinTable.Traits, at line: Int
  ) {
    var vote = SIMD4<Int32>(repeating: 0)
    let beginsAlike = b.begins(like: first, at: line, in: view)
    vote[3] = beginsAlike ? 1 : 0
    if a.ending == last.ending, a.isFull(before: b) == isFull {
      let isSameKind = b.isItem || first.isItem ? b.isItem == first.isItem : b.opening == first.opening
      vote[2] = isSameKind ? 1 : 0
      if a.begins(like: last, at: above, in: view) {
        vote[1] = beginsAlike ? 1 : 0
        vote[0] = b.hasWord(of: first, at: line, in: view) ? 1 : 0
      }
    }
    if line == above + 1 { tight &+= vote } else { loose &+= vote }
  }

  /// Whether the lines follow each other without a blank line, by the first that are sure; nil if none are.
  ///
  /// - Parameter ways: how many of the four are asked.
  func areTight(ways: Range<Int>) -> Bool? {
    for way in ways {
      if tight[way] > 3 * loose[way] { return true }
      if loose[way] > 3 * tight[way] { return false }
    }
    return nil
  }

  /// What lies near a page end, by the lines that go at it and at those before and behind.
  static func neighbours(_ cuts: [Range<Int>], at index: Int, count: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let (from, to) = (max(0, cuts[index].lowerBound - reach), min(count, cuts[index].upperBound + reach))
    var end = cuts[index].lowerBound
    for cut in cuts[..<index].reversed() where end > from {
      ranges.append(min(end, max(from, cut.upperBound))..<end)
      end = cut.lowerBound
    }
    if end > from, ranges.count == index { ranges.append(from..<end) }
    var start = cuts[index].upperBound
    for cut in cuts[(index + 1)...] where start < to {
      ranges.append(start..<max(start, min(to, cut.lowerBound)))
      start = cut.upperBound
    }
    if start < to { ranges.append(start..<to) }
    return ranges
  }
}

extension LineView {
  /// Columns; a line that would be wider with the next word is full.
  static let fullWidth = 70

  /// Whether the next line's first word had no room in a line of 72 columns: with room left a paragraph has ended.
  func isFull(_ last: JoinLine, _ first: JoinLine) -> Bool { width(last, with: first) > Self.fullWidth }
}

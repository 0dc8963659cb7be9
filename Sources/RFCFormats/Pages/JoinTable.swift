import RFCModel

/// What ``BlankVotes`` asks of the lines near page ends. Each is taken apart once, however many page ends ask it.
struct JoinTable {
  private let view: LineView
  /// -1 for a blank line; empty until the first are asked for.
  private var indents: [Int32] = []
  private var known: [Traits] = []

  private static let unknown = Int32.min

  init(view: LineView) { self.view = view }

  /// What a ``JoinLine`` says, in a few bytes.
  struct Traits {
    fileprivate(set) var opening: UInt8 = 0
    fileprivate(set) var ending: UInt8 = 0
    /// Columns up to its end, and of the first word; no more than 200.
    fileprivate var width: UInt8 = 0
    fileprivate var word: UInt8 = 0
    fileprivate(set) var isItem = false
    fileprivate var isLabel = false

    /// As ``LineView/isFull(_:_:)``.
    func isFull(before next: Traits) -> Bool { Int(width) + 1 + Int(next.word) > LineView.fullWidth }

    /// Whether two lines begin with the same label, or with none and alike: an item, a letter of one case, a digit,
    /// the same sign.
    func begins(like other: JoinLine, at line: Int, in view: LineView) -> Bool {
      guard isLabel == other.isLabel(in: view) else { return false }
      if isLabel { return hasWord(of: other, at: line, in: view) }
      return isItem || other.isItem ? isItem == other.isItem : opening == other.opening
    }

    func hasWord(of other: JoinLine, at line: Int, in view: LineView) -> Bool {
      view.text[view.firstWord(view.content(line))].elementsEqual(view.text[other.word])
    }
  }

  mutating func learnIndents(of range: Range<Int>) {
    if indents.isEmpty {
      indents = [Int32](repeating: Self.unknown, count: view.count)
      known = [Traits](repeating: Traits(), count: view.count)
    }
    for line in range where indents[line] == Self.unknown {
      indents[line] = view.indentOfText(line).map { Int32(truncatingIfNeeded: $0) } ?? -1
    }
  }

  /// Columns; below 0 for a blank line. Of those that ``learnIndents(of:)`` has seen.
  func indent(_ line: Int) -> Int { Int(indents[line]) }

  /// Of a line with text, whose indent is known.
  mutating func traits(_ line: Int) -> Traits {
    let traits = known[line]
    // A line with text has a first byte.
    if traits.opening != 0 { return traits }
    let parts = JoinLine(line, indent: indent(line), in: view)
    let made = Traits(
      opening: parts.opening, ending: parts.ending,
      width: UInt8(min(200, parts.indent + parts.content.count)),
      word: UInt8(min(200, view.boundWord(of: parts))),
      isItem: parts.isItem, isLabel: parts.isLabel(in: view))
    known[line] = made
    return made
  }
}

import RFCModel

/// A line with a blank one before it, as the title of a section without a number.
struct UnnumberedTitle {
  let row: Int
  let line: Int
  let content: Range<Int>
  let scanner: HeadingScanner
  private var view: LineView { scanner.view }

  private var isAtMargin: Bool { content.lowerBound == view.lines[line].lowerBound }
  private var hasBlankAfter: Bool { scanner.isBlank(row + 1) }

  init(row: Int, line: Int, content: Range<Int>, scanner: HeadingScanner) {
    self.row = row
    self.line = line
    self.content = content
    self.scanner = scanner
  }

  /// A heading that RFCs are known to have, or one that the printed contents name.
  var isKnown: Bool {
    let indent = view.indent(line)
    if view.isFrontHeading(content), indent <= max(3, scanner.bodyIndent) || indent > 12 && hasBlankAfter {
      return isAtMargin || hasBlankAfter && indent != scanner.bodyIndent
    }
    guard hasBlankAfter, isAtMargin || indent != scanner.bodyIndent else { return false }
    let letters = view.letters(content)
    return letters.count >= 6 && scanner.contents.confirms(unnumbered: letters)
  }

  /// Any other title: at the margin of a text that is indented, underlined, or centred over prose.
  ///
  /// - Parameter isNumbered: whether the document numbers its sections; then what else looks like a title is more
  ///   often a part of a figure.
  func isLikely(isNumbered: Bool) -> Bool {
    if isUnderlined { return view.indent(line) <= scanner.bodyIndent && looksLikeTitle }
    guard isAtMargin || scanner.bodyIndent < 2, hasBlankAfter, looksLikeTitle else { return false }
    guard view.text[content.upperBound - 1] != 0x3A, let next = lineBelow else { return false }
    if scanner.bodyIndent >= 2 { return view.indent(next) >= 2 || isOverTitle(next) }
    if isNumbered || content.count > 50 { return false }
    let indent = view.indent(line)
    let isCentred = indent >= 8 && abs(indent * 2 + content.count - 68) <= 10
    return (isAtMargin || isCentred) && view.width(next) > 45 && view.outerParts(view.content(next)) == nil
  }

  /// A rule of dashes below it and as long, and nothing else in that line.
  var isUnderlined: Bool {
    guard let below = scanner.line(row + 1) else { return false }
    return view.indent(below) == view.indent(line) && scanner.isRule(row + 1, below: content, within: 2)
  }

  private var lineBelow: Int? {
    for row in row + 1..<row + 6 {
      if let line = scanner.line(row), !view.isBlank(line) { return line }
    }
    return nil
  }

  /// A title stands above a title.
  private func isOverTitle(_ line: Int) -> Bool {
    let content = view.content(line)
    return view.indent(line) == 0 && content.count < 60
  }

  /// Words, mostly letters, no sentence and no code.
  private var looksLikeTitle: Bool {
    guard (3...68).contains(content.count), let last = view.text[content].last else { return false }
    if [0x2E, 0x2C, 0x3B, 0x21].contains(last) { return false }
    var letters = 0
    var words = 1
    var previous: UInt8 = 0
    for byte in view.text[content] {
      switch byte {
      case 0x20:
        if previous == 0x20 { return false }
        words += 1
      // Signs of code, grammars and figures: tab # ; < = > @ [ \ ] ^ _ { | }
      case 0x09, 0x23, 0x3B, 0x3C, 0x3D, 0x3E, 0x40, 0x5B...0x5F, 0x7B...0x7D: return false
      default: if LineView.isLetter(byte) { letters += 1 }
      }
      previous = byte
    }
    return words <= 12 && letters * 10 >= (content.count - words + 1) * 8
  }
}

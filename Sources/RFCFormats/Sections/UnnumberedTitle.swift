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
  ///
  /// - Parameter isNumbered: whether the document numbers its sections; then `Scope:` in the text is a template's field.
  func isKnown(isNumbered: Bool) -> Bool {
    let indent = view.indent(line)
    let isField = isNumbered && indent > 0 && view.text[content.upperBound - 1] == 0x3A
    if !isField, view.isFrontHeading(content),
      indent <= max(3, scanner.bodyIndent) || indent > 12 && hasBlankAfter
    {
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
    if isUnderlined { return view.indent(line) <= scanner.bodyIndent && view.looksLikeTitle(content) }
    guard isAtMargin || scanner.bodyIndent < 2, hasBlankAfter, view.looksLikeTitle(content) else {
      return false
    }
    guard let next = lineBelow else { return false }
    if view.text[content.upperBound - 1] == 0x3A {
      // `The command line:` at the margin of an indented text; elsewhere a list follows.
      return !isNumbered && isAtMargin && scanner.bodyIndent >= 2 && isProse(next)
    }
    if scanner.bodyIndent >= 2 { return view.indent(next) >= 2 || isOverTitle(next) }
    if isNumbered || content.count > 50 { return false }
    let indent = view.indent(line)
    let isCentred = indent >= 8 && abs(indent * 2 + content.count - 68) <= 10
    return (isAtMargin || isCentred) && view.width(next) > 45 && view.outerParts(view.content(next)) == nil
  }

  /// A title in the middle of the page, in capitals, above the text of a document without numbers.
  var isCentred: Bool {
    let indent = view.indent(line)
    guard indent > 12, hasBlankAfter, abs(indent * 2 + content.count - 72) <= 12,
      view.looksLikeTitle(content),
      !view.text[content].contains(where: LineView.isLower), view.hasCapitals(content), let next = lineBelow
    else { return false }
    return view.indent(next) <= scanner.bodyIndent + 2 && isProse(next)
  }

  /// A title where the prose begins, above prose that is indented more than it; its words begin with capitals.
  var isSubheading: Bool {
    let indent = view.indent(line)
    guard indent > 0, indent <= scanner.bodyIndent, hasBlankAfter, view.looksLikeTitle(content),
      content.count <= 50, view.text[content.upperBound - 1] != 0x3A, view.hasCapitals(content),
      let next = lineBelow
    else { return false }
    return (indent + 2...indent + 8).contains(view.indent(next)) && isProse(next)
  }

  /// A full line, or a short sentence.
  private func isProse(_ line: Int) -> Bool {
    let content = view.content(line)
    guard view.outerParts(content) == nil, view.text[content].count(where: { $0 == 0x20 }) > 1 else {
      return false
    }
    return view.width(line) > 55 || view.text[content.upperBound - 1] == 0x2E
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
}

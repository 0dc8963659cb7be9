import RFCModel

/// Parts the prose between two blank lines into paragraphs, items and definitions.
struct ProseReader {
  let body: BodyLines
  private let isVerbatim: [Bool]
  private var items = OpenItems()
  private var lines: [LineShape] { body.lines }

  init(_ body: BodyLines, isVerbatim: [Bool]) {
    self.body = body
    self.isVerbatim = isVerbatim
  }

  /// A heading ends every list.
  mutating func begin() { items.close() }

  /// - Parameter passage: lines of prose in the body, no blank one between them.
  mutating func read(_ passage: Range<Int>, _ found: (Block.Kind, Range<Int>) -> Void) {
    var start = passage.lowerBound
    while start < passage.upperBound {
      var end = start + 1
      while end < passage.upperBound, !begins(end, in: passage, from: start) { end += 1 }
      found(kind(of: start..<end), start..<end)
      start = end
    }
  }

  /// Whether a line within a passage begins something of its own.
  private func begins(_ index: Int, in passage: Range<Int>, from start: Int) -> Bool {
    let (line, above, first) = (lines[index], lines[index - 1], lines[start])
    let isShort = !body.isFull(above, before: line)
    let endsSentence = [0x2E, 0x3A, 0x3B, 0x3F, 0x21].contains(above.last)
    if line.item > 0 {
      // A dash or a number may begin a line of a paragraph by chance.
      return line.indent != first.indent || first.item > 0 || isShort && endsSentence || above.last == 0x3A
    }
    if first.item > 0 {
      return line.indent < first.indent || line.indent == first.indent && isShort && endsSentence
    }
    if isTerm(index), line.indent == first.indent,
      index == start + 1 ? isTerm(start) : above.indent > line.indent
    {
      return true
    }
    // A term and its text below it, then the next term.
    if line.indent == first.indent, above.indent > line.indent, isShort { return true }
    // Short sentences, or names, one a line.
    let room = body.margin - Int(above.width) - 1 - Int(line.firstWord)
    if line.indent == above.indent, room > (endsSentence ? 10 : 30), !LineView.isLower(line.first) {
      return true
    }
    // A paragraph's first line is indented.
    return line.indent > above.indent && isShort && endsSentence && index > start + 1
      && above.indent < first.indent
      || line.indent > first.indent && above.indent == first.indent && isShort && endsSentence
        && index + 1 < passage.upperBound && lines[index + 1].indent == first.indent
  }

  private mutating func kind(of part: Range<Int>) -> Block.Kind {
    let first = lines[part.lowerBound]
    let column = Int(first.indent)
    let second = part.count > 1 ? lines[part.lowerBound + 1] : nil
    if first.item > 0 {
      items.open(.list, at: column)
      return .list
    }
    if let second, second.indent > first.indent, isHanging(part) {
      items.open(.definition, at: column)
      return .definition
    }
    if part.count == 1, isTerm(part.lowerBound) {
      items.open(.definition, at: column)
      return .definition
    }
    if isTermAlone(part) {
      items.open(.definition, at: column)
      return .definition
    }
    return items.kind(of: column) ?? .paragraph
  }

  /// `AFI:  Address Family Identifier`, `MAC   Media Access Control`.
  private func isTerm(_ index: Int) -> Bool {
    let line = lines[index]
    return line.hasTermGap || line.gaps == 1 && line.gapIsIntroduced && line.firstGap <= 60
  }

  /// All lines below the first begin deeper, at one column.
  private func isHanging(_ part: Range<Int>) -> Bool {
    let first = lines[part.lowerBound]
    let column = lines[part.lowerBound + 1].indent
    guard column > first.indent + 1 else { return false }
    return lines[part.dropFirst()].allSatisfy { $0.indent >= column }
  }

  /// A short line without a verb, deeper text below it: `Form`, `KRT : (PID, KT, KL)`.
  private func isTermAlone(_ part: Range<Int>) -> Bool {
    guard part.count == 1, part.upperBound < lines.count, !isVerbatim[part.upperBound] else { return false }
    let (line, next) = (lines[part.lowerBound], lines[part.upperBound])
    // What stands at the margin of an indented text is a heading.
    guard line.columns <= 48, line.binding < 2, next.zone == .body, line.indent > 0 || body.bodyIndent == 0
    else {
      return false
    }
    guard next.indent > line.indent + 1, next.indent <= line.indent + 16, next.item == 0 else { return false }
    switch line.last {
    case 0x2E, 0x2C, 0x3B, 0x3F: return false
    case 0x3A: return true
    default: return !isOverMuch(part.upperBound, deeperThan: line.indent)
    }
  }

  /// Whether four passages and more lie deeper than a line without a colon: then it is a heading.
  private func isOverMuch(_ start: Int, deeperThan indent: Int16) -> Bool {
    var passages = 0
    for line in lines[start..<min(lines.count, start + 60)] {
      guard line.indent > indent, line.zone == .body else { return false }
      if line.blanksAbove > 0 { passages += 1 }
      if passages == 4 { return true }
    }
    return false
  }
}

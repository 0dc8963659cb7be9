import RFCModel

/// Reads a document's rows for what may be a heading.
struct HeadingScanner {
  let view: LineView
  /// Lines and inserted blank rows, the pages taken away.
  let rows: [Int32]
  let contents: PrintedContents
  let modules: ModuleRows
  /// Where most of the prose begins.
  let bodyIndent: Int
  /// A hostile text may number every line.
  static let limit = 20_000
  /// Bytes. What is longer is no heading, and may be a whole book.
  static let longestLine = 2000

  init(view: LineView, rows: [Int32]) {
    self.view = view
    self.rows = rows
    contents = PrintedContents(in: view, rows: rows)
    modules = ModuleRows(in: view, rows: rows)
    bodyIndent = Self.bodyIndent(of: rows, in: view)
  }

  /// Prose is what fills its line; figures and lists are left out by that, and the head by its two columns. A text of
  /// a few lines may have none that is full.
  private static func bodyIndent(of rows: [Int32], in view: LineView) -> Int {
    for width in [58, 30] {
      var histogram = [Int](repeating: 0, count: 16)
      for (index, row) in rows.prefix(20_000).enumerated() where row >= 0 {
        let range = view.lines[Int(row)]
        guard range.count > width, index > 40 || view.outerParts(view.content(Int(row))) == nil else {
          continue
        }
        var indent = 0
        while indent < 15, view.text[range.lowerBound + indent] == 0x20 { indent += 1 }
        histogram[indent] += 1
      }
      if let usual = histogram.indices.max(by: { histogram[$0] < histogram[$1] }), histogram[usual] > 0 {
        return usual
      }
    }
    return 0
  }

  func line(_ row: Int) -> Int? {
    guard rows.indices.contains(row), rows[row] >= 0 else { return nil }
    return Int(rows[row])
  }

  /// True past both ends of the text too.
  func isBlank(_ row: Int) -> Bool {
    guard let line = line(row) else { return true }
    return view.isBlank(line)
  }

  func candidates() -> [HeadingCandidate] {
    var found: [HeadingCandidate] = []
    var paragraphs = 0
    var lastFound = -1
    var previousIsBlank = true
    var previous = -1
    for (row, entry) in rows.enumerated() {
      guard entry >= 0 else {
        previousIsBlank = true
        continue
      }
      let line = Int(entry)
      let isPageTop = line > previous + 1
      previous = line
      // What stands at the margin at the top of a page, and apart from what follows, begins there.
      let hasBlankBefore =
        previousIsBlank
        || isPageTop && isAtMargin(line) && isBlank(row + 1)
          && (bodyIndent >= 2 || view.hasPrefix(view.content(line), "appendix"))
      let range = view.lines[line]
      var start = range.lowerBound
      while start < range.upperBound, LineView.isBlank(view.text[start]) { start += 1 }
      previousIsBlank = start == range.upperBound
      if hasBlankBefore, !previousIsBlank { paragraphs += 1 }
      guard !previousIsBlank, found.count < Self.limit, range.count <= Self.longestLine else { continue }
      // A digit or an upper-case letter, and a blank line before, or the margin.
      let first = view.text[start]
      guard
        LineView.isDigit(first) || LineView.isUpper(first) || first == 0x61 && range.lowerBound == start
          || first == 0x28
      else { continue }
      guard
        hasBlankBefore || start == range.lowerBound || LineView.isDigit(first)
          || first == 0x53 && lastFound == line - 1
      else { continue }
      if contents.lines.contains(line) { continue }
      guard let number = view.headingNumber(view.trimmed(start..<range.upperBound)) else { continue }
      if let candidate = candidate(row, line, number, hasBlankBefore: hasBlankBefore) {
        found.append(candidate)
        lastFound = line
      }
    }
    found = belowArticles(withNumerals(withoutStatements(found, among: paragraphs)))
    return weighed(withoutBareRuns(inOneStyle(found)))
  }

  private func isAtMargin(_ line: Int) -> Bool {
    view.lines[line].first.map { !LineView.isBlank(view.text[$0]) } ?? false
  }

  private func candidate(_ row: Int, _ line: Int, _ number: HeadingNumber, hasBlankBefore: Bool)
    -> HeadingCandidate?
  {
    let content = view.content(line)
    var title = number.title..<max(number.title, content.upperBound)
    if let statement = view.statementNumber(in: title) { title = title.lowerBound..<statement }
    let indent = view.indent(line)
    let isUnderlined = isRule(row + 1, below: content, within: 5)
    if number.isBracketed, !isUnderlined { return nil }
    let entry = view.contentsEntry(content.lowerBound..<max(content.lowerBound, title.upperBound))
    if entry.hasPage, entry.text.upperBound > number.title,
      contents.hasPageNumbers || number.depth == 1 || !hasBlankBefore
    {
      return nil
    }
    var rows = titleRows(row, line, title: number.title)
    var titleEnd = title.upperBound
    if title.isEmpty {
      guard number.isNamed else { return nil }
      if let below = titleBelow(row) {
        (title, rows) = (below.title, below.row - row + 1)
      } else if !isBlank(row + rows), !number.isPunctuated {
        return nil
      }
    }
    var runIn = hasBlankBefore && titleEnd > number.title ? gapBeforeParagraph(row, line, title, number) : nil
    if let runIn {
      title = title.lowerBound..<runIn
      rows = 1
    }
    let hasGap = runIn != nil
    var letters = view.letters(title)
    for extra in 1..<max(1, rows) where titleEnd > number.title {
      if let next = self.line(row + extra) { letters += view.letters(view.content(next)) }
    }
    let confirmation = contents.confirms(number, title: letters)
    if modules.contains(row), confirmation != .whole { return nil }
    if !hasGap, hasBlankBefore, confirmation != .whole, !isUnderlined,
      !isBlank(row + rows) || indent > 0 && isSentence(row + rows - 1)
    {
      runIn = view.runInEnd(title)
    }
    // A short paragraph is no wrapped title.
    if let runIn { (rows, titleEnd) = (1, runIn) }
    let hasBlankAfter = isBlank(row + rows) || isUnderlined
    let lastLine = line == self.line(row + rows - 1) ? nil : self.line(row + rows - 1)
    let evidence = HeadingEvidence(
      number: number, indent: indent, bodyIndent: bodyIndent, rows: rows,
      hasBlankBefore: hasBlankBefore,
      hasBlankAfter: hasBlankAfter, confirmation: confirmation, first: view.text[title].first,
      last: view.text[title].last, ending: lastLine.flatMap { view.text[view.content($0)].last },
      runsIn: hasGap || runIn != nil && number.depth > 1,
      isAppendix: LineView.lowercased(view.text[content.lowerBound]) == 0x61,
      isFullLine: content.count > 62 && isFull(row, line), isLong: title.count > 75,
      hasColumns: view.hasColumns(title), isUnderlined: isUnderlined)
    return HeadingCandidate(
      row: row, line: line, number: number, indent: indent, rows: rows, isUnderlined: isUnderlined,
      titleEnd: titleEnd,
      hasBlankBefore: hasBlankBefore, hasBlankAfter: hasBlankAfter, confirmation: confirmation,
      weight: evidence.weight)
  }

  /// A rule of dashes below a title and as long, give or take some, and nothing else in that row.
  func isRule(_ row: Int, below title: Range<Int>, within slack: Int) -> Bool {
    guard let below = line(row) else { return false }
    let rule = view.content(below)
    guard let dash = view.text[rule].first, [0x2D, 0x3D, 0x5F, 0x7E].contains(dash) else { return false }
    return abs(rule.count - title.count) <= slack && view.text[rule].allSatisfy { $0 == dash }
  }

  /// The title that stands by itself below `Appendix A`, in the next line or past a blank one or two.
  private func titleBelow(_ row: Int) -> (row: Int, title: Range<Int>)? {
    guard let below = (row + 1...row + 3).first(where: { !isBlank($0) }), let line = line(below),
      isBlank(below + 1)
    else { return nil }
    let content = view.content(line)
    guard content.count <= 60, view.looksLikeTitle(content), view.headingNumber(content) == nil,
      !LineView.isLower(view.text[content.lowerBound])
    else { return nil }
    return (below, content)
  }

  /// Where the title ends whose paragraph begins in the same line: behind a gap, `5. MAY   This word means`, or at the
  /// margin as a sentence by itself, `2.  Mistakes. The user may`. The printed contents say so, or nothing.
  private func gapBeforeParagraph(_ row: Int, _ line: Int, _ title: Range<Int>, _ number: HeadingNumber)
    -> Int?
  {
    guard let next = self.line(row + 1), view.width(line) > 50 else { return nil }
    if isAtMargin(line), number.topLevelKind == .digits, !view.isBlank(next),
      let end = view.titleSentence(title),
      contents.confirms(number, title: view.letters(title.lowerBound..<end)) == .unknown
    {
      return end
    }
    guard let gap = view.gap(in: title) else { return nil }
    let below = view.content(next)
    let rest = view.trimmed(gap..<title.upperBound)
    guard below.count > 20, view.gap(in: below) == nil, view.gap(in: rest) == nil,
      LineView.isUpper(view.text[title.lowerBound]), LineView.isUpper(view.text[rest.lowerBound])
    else { return nil }
    switch contents.confirms(number, title: view.letters(title.lowerBound..<gap)) {
    case .whole, .unknown: return gap
    case .otherTitle, .absent: return nil
    }
  }

  private func isSentence(_ row: Int) -> Bool {
    guard let line = line(row), let last = view.text[view.content(line)].last else { return false }
    return last == 0x2E || last == 0x3F
  }

  /// Whether the first word of the next line would not have fitted.
  private func isFull(_ row: Int, _ line: Int) -> Bool {
    guard let next = self.line(row + 1) else { return false }
    return view.width(line) + 1 + view.firstWord(view.content(next)).count > 66
  }

  /// How many rows a heading takes: a title too long for its line goes on below its own beginning.
  func titleRows(_ row: Int, _ line: Int, title: Int) -> Int {
    var count = 1
    var width = view.width(line)
    let content = view.content(line)
    guard title < content.upperBound else { return 1 }
    let column = view.indent(line) + title - content.lowerBound
    while count < 4, let next = self.line(row + count) {
      let more = view.content(next)
      guard !more.isEmpty, !isRule(row + count, below: more, within: 0) else { break }
      let indent = view.indent(next)
      let isFull = width + 1 + view.firstWord(more).count > 66
      let isAligned = indent == column && column > view.indent(line)
      let ends = isBlank(row + count + 1)
      guard ends || count < 3 && isAligned && isFull else { return count > 1 ? 1 : count }
      // The body may begin at the title's column too: then only a full line goes on.
      let goesOn =
        isAligned && (isFull || column != bodyIndent && width > 40)
        || indent > 0 && isFull && ends && more.count < 50
      guard goesOn, view.headingNumber(more) == nil || isAligned else { break }
      width = view.width(next)
      count += 1
    }
    return count
  }
}

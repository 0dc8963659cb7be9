import RFCModel

/// Reads a document's rows for what may be a heading.
struct HeadingScanner {
  let view: LineView
  /// Lines and inserted blank rows, the pages taken away.
  let rows: [Int32]
  let contents: PrintedContents
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
    var histogram = [Int](repeating: 0, count: 16)
    for row in rows.prefix(20_000) where row >= 0 {
      let range = view.lines[Int(row)]
      // Prose is what fills its line; figures and lists are left out by that.
      guard range.count > 58 else { continue }
      var indent = 0
      while indent < 15, view.text[range.lowerBound + indent] == 0x20 { indent += 1 }
      histogram[indent] += 1
    }
    bodyIndent = histogram.indices.max { histogram[$0] < histogram[$1] } ?? 0
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
    var previousIsBlank = true
    for (row, entry) in rows.enumerated() {
      guard entry >= 0 else {
        previousIsBlank = true
        continue
      }
      let line = Int(entry)
      let hasBlankBefore = previousIsBlank
      let range = view.lines[line]
      var start = range.lowerBound
      while start < range.upperBound, LineView.isBlank(view.text[start]) { start += 1 }
      previousIsBlank = start == range.upperBound
      guard !previousIsBlank, found.count < Self.limit, range.count <= Self.longestLine else { continue }
      // A digit or an upper-case letter, and a blank line before, or the margin.
      let first = view.text[start]
      guard
        LineView.isDigit(first) || LineView.isUpper(first) || first == 0x61 && range.lowerBound == start
          || first == 0x28
      else { continue }
      guard hasBlankBefore || start == range.lowerBound || LineView.isDigit(first) else { continue }
      if contents.lines.contains(line) { continue }
      guard let number = view.headingNumber(view.trimmed(start..<range.upperBound)) else { continue }
      if let candidate = candidate(row, line, number, hasBlankBefore: hasBlankBefore) {
        found.append(candidate)
      }
    }
    return weighed(withNumerals(found))
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
    if title.isEmpty, !(number.isNamed && isBlank(row + rows)) { return nil }
    var letters = view.letters(title)
    for extra in 1..<max(1, rows) {
      if let next = self.line(row + extra) { letters += view.letters(view.content(next)) }
    }
    let confirmation = contents.confirms(number, title: letters)
    var runIn: Int?
    if hasBlankBefore, confirmation != .whole, !isUnderlined,
      !isBlank(row + rows) || indent > 0 && isSentence(row + rows - 1)
    {
      runIn = view.runInEnd(title)
    }
    // A short paragraph is no wrapped title.
    if runIn != nil { rows = 1 }
    let hasBlankAfter = isBlank(row + rows) || isUnderlined
    let lastLine = line == self.line(row + rows - 1) ? nil : self.line(row + rows - 1)
    let evidence = HeadingEvidence(
      number: number, indent: indent, bodyIndent: bodyIndent, rows: rows,
      hasBlankBefore: hasBlankBefore,
      hasBlankAfter: hasBlankAfter, confirmation: confirmation, first: view.text[title].first,
      last: view.text[title].last, ending: lastLine.flatMap { view.text[view.content($0)].last },
      runsIn: runIn != nil && number.depth > 1,
      isAppendix: LineView.lowercased(view.text[content.lowerBound]) == 0x61,
      isFullLine: content.count > 62 && isFull(row, line), isLong: title.count > 75,
      hasColumns: view.hasColumns(title), isUnderlined: isUnderlined)
    return HeadingCandidate(
      row: row, line: line, number: number, indent: indent, rows: rows, isUnderlined: isUnderlined,
      titleEnd: runIn ?? title.upperBound,
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

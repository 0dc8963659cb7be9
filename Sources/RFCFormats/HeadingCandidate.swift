import RFCModel

/// A line that may be a numbered heading, and how much speaks for it.
struct HeadingCandidate {
  let row: Int
  let line: Int
  var number: HeadingNumber
  let indent: Int
  /// How many rows the heading takes.
  let rows: Int
  /// Where the title ends in its first line, before text that runs on from it.
  let titleEnd: Int
  let hasBlankBefore: Bool
  let hasBlankAfter: Bool
  let confirmation: PrintedContents.Confirmation
  var weight: Int
}

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
      guard !previousIsBlank, found.count < Self.limit else { continue }
      // A digit or an upper-case letter, and a blank line before, or the margin.
      let first = view.text[start]
      guard LineView.isDigit(first) || LineView.isUpper(first) || first == 0x61 && range.lowerBound == start
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

  /// Reads a lone I, V or X as a numeral where others of the same kind are: `Appendix II` makes one of `Appendix I`.
  /// Below numerals, letters and then digits count their own level, from the beginning each time.
  private func withNumerals(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    let kinds = [false, true].filter { isNamed in
      candidates.contains { $0.number.isNamed == isNamed && $0.number.isRoman && $0.weight > 0 }
    }
    guard !kinds.isEmpty else { return candidates }
    var (romans, digits) = (0, 0)
    for candidate in candidates where candidate.weight > 0 && !candidate.number.isNamed {
      if candidate.number.isRoman { romans += 1 } else if !candidate.number.isLetter { digits += 1 }
    }
    var numeral: [Int] = []
    var letter: [Int] = []
    return candidates.map { candidate in
      var candidate = candidate
      let isOutline = !candidate.number.isNamed && kinds.contains(false) && romans * 2 > digits
      if kinds.contains(candidate.number.isNamed), let value = candidate.number.loneNumeral {
        // After H comes I, whatever the numerals are.
        let follows = letter.last.map { $0 + 1 } == candidate.number.parts.first
        if !follows { candidate.number = candidate.number.asNumeral(value) }
      }
      guard isOutline, candidate.weight > -6 else { return candidate }
      if candidate.number.isRoman {
        (numeral, letter) = (candidate.number.parts, [])
      } else if candidate.number.isLetter {
        letter = candidate.number.parts
        candidate.number = candidate.number.below(numeral)
        if candidate.hasBlankBefore, candidate.hasBlankAfter { candidate.weight += 4 }
      } else if candidate.number.depth == 1, !letter.isEmpty {
        candidate.number = candidate.number.below(numeral + letter)
      }
      return candidate
    }
  }

  /// Top-level headings share their indentation. What stands elsewhere and is in no printed contents is a list.
  private func weighed(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var votes = [Int](repeating: 0, count: 81)
    for candidate in candidates where candidate.number.depth == 1 && !candidate.number.isNamed {
      votes[min(candidate.indent, 80)] += max(0, candidate.weight)
    }
    guard let usual = votes.indices.max(by: { votes[$0] < votes[$1] }), votes[usual] > 0 else {
      return candidates
    }
    return candidates.map { candidate in
      guard candidate.indent != usual, candidate.confirmation != .whole, !candidate.number.isNamed,
        candidate.number.depth == 1 || usual == 0 && candidate.indent > bodyIndent
      else { return candidate }
      var candidate = candidate
      candidate.weight -= 12
      return candidate
    }
  }

  private func candidate(_ row: Int, _ line: Int, _ number: HeadingNumber, hasBlankBefore: Bool)
    -> HeadingCandidate?
  {
    let content = view.content(line)
    let titleRange = number.title..<max(number.title, content.upperBound)
    let entry = view.contentsEntry(content)
    if entry.hasPage, entry.text.upperBound > number.title,
      contents.hasPageNumbers || number.depth == 1 || !hasBlankBefore
    {
      return nil
    }
    let indent = view.indent(line)
    let rows = titleRows(row, line, title: number.title)
    let hasBlankAfter = isBlank(row + rows)
    var title = view.letters(titleRange)
    for extra in 1..<max(1, rows) {
      if let next = self.line(row + extra) { title += view.letters(view.content(next)) }
    }
    let confirmation = contents.confirms(number, title: title)
    if title.isEmpty, !(number.isNamed && hasBlankAfter) { return nil }

    var weight = 0
    if let first = view.text[titleRange].first {
      if LineView.isUpper(first) || first >= 0x80 {
        weight += 3
      } else if LineView.isLower(first) {
        weight -= indent == 0 && hasBlankBefore && hasBlankAfter && number.isPunctuated ? 0 : 2
      } else if LineView.isDigit(first) {
        weight += 0
      } else {
        weight += 1
      }
    }
    weight += indent == 0 && bodyIndent >= 2 ? 6 : indent == 0 ? 2 : 0
    weight += hasBlankBefore ? 4 : -6
    weight += hasBlankAfter ? 3 : -2
    if indent > 0 {
      weight += number.depth == 1 ? -4 : 0
      if indent > bodyIndent, !number.isNamed {
        weight -= number.isPunctuated ? 2 : 9
      }
      if !hasBlankAfter { weight -= 6 }
    }
    if !number.isPunctuated, number.depth == 1, !number.isNamed { weight -= 1 }
    if number.isNamed {
      weight += hasBlankBefore ? LineView.lowercased(view.text[content.lowerBound]) == 0x61 ? 4 : -4 : -4
      // `Appendix A describes`: a sentence.
      if !number.isPunctuated, let first = view.text[titleRange].first, !LineView.isUpper(first) {
        weight -= 12
      }
    }
    if (number.parts.first ?? 0) >= HeadingNumber.letters, number.depth == 1, !number.isNamed {
      weight -= number.isPunctuated ? 2 : 9
    }
    if let last = view.text[titleRange].last {
      if [0x2C, 0x3B].contains(last) { weight -= 5 }
      if last == 0x2E || last == 0x3A {
        weight -= hasBlankAfter ? indent > 0 ? number.depth == 1 ? 6 : 3 : 1 : 4
      }
    }
    // A sentence of several lines.
    if rows > 1, confirmation != .whole, let end = self.line(row + rows - 1),
      view.text[view.content(end)].last == 0x2E
    {
      weight -= 10
    }
    if hasColumns(titleRange) { weight -= 6 }
    if titleRange.count > 75 { weight -= 4 }
    let runIn =
      !hasBlankAfter && rows == 1 && number.depth > 1 && hasBlankBefore && confirmation != .whole
      ? runInEnd(titleRange) : nil
    if runIn != nil {
      weight += indent > 0 ? 6 : 0
    } else if !hasBlankAfter, rows == 1, content.count > 62, isFull(row, line) {
      // A paragraph with a number: its first line is full, and it goes on.
      weight -= 10
    }
    switch confirmation {
    case .whole: weight += 12
    case .otherTitle: weight -= 3
    case .absent: weight -= 4
    case .unknown: break
    }
    return HeadingCandidate(
      row: row, line: line, number: number, indent: indent, rows: rows,
      titleEnd: runIn ?? titleRange.upperBound, hasBlankBefore: hasBlankBefore,
      hasBlankAfter: hasBlankAfter, confirmation: confirmation, weight: weight)
  }

  /// A row of a table: a gap of four blanks inside.
  private func hasColumns(_ range: Range<Int>) -> Bool {
    var run = 0
    for byte in view.text[range] {
      run = LineView.isBlank(byte) ? run + 1 : 0
      if run == 4 { return true }
    }
    return false
  }

  /// Where a title ends whose paragraph begins in the same line: `5.1  Scaling - What is a reasonable estimate`.
  func runInEnd(_ title: Range<Int>) -> Int? {
    var index = title.lowerBound
    while index + 3 < title.upperBound, index - title.lowerBound < 60 {
      if view.text[index] == 0x20, view.text[index + 1] == 0x2D {
        let next = view.text[index + 2] == 0x2D ? index + 3 : index + 2
        if next < title.upperBound, view.text[next] == 0x20, index > title.lowerBound { return index }
      }
      index += 1
    }
    return nil
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
      guard !more.isEmpty else { break }
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

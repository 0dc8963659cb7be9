import RFCModel

extension RunningText {
  /// - Parameters:
  ///   - pagination, outline: of the same document.
  ///   - bibliography: of the same document; its sections are told from prose, and its entries lose their tags.
  init(
    of document: Document, pagination: Pagination, outline: Outline, bibliography: Bibliography = .empty
  ) {
    let rows = pagination.plainLines(of: document)
    self = LineView.with(document) { view in
      var builder = RunningTextBuilder(
        view: view, rows: rows, contents: outline.printedContents,
        marks: LineMarks(outline: outline, bibliography: bibliography))
      return builder.text()
    }
  }
}

private struct RunningTextBuilder {
  let view: LineView
  let rows: [Int32]
  private let contents: Range<Int>
  private var marks: LineMarks
  private var running: RunningText
  private var table = TableRun()
  private var inBibliography = false

  init(view: LineView, rows: [Int32], contents: Range<Int>, marks: LineMarks) {
    self.view = view
    self.rows = rows
    self.contents = contents
    self.marks = marks
    running = RunningText(capacity: view.text.count, pieces: rows.count)
  }

  mutating func text() -> RunningText {
    let gap = isDoubleSpaced ? RunningText.lineEnd : RunningText.paragraphEnd
    var blanks = 0
    for row in rows {
      guard row >= 0 else {
        flushTable()
        running.end(with: RunningText.pageEnd)
        continue
      }
      let line = Int(row)
      enter(line)
      let content = unbarred(view.content(line))
      if content.isEmpty || contents.contains(line) {
        blanks += 1
        flushTable()
        running.end(with: blanks > 1 ? RunningText.paragraphEnd : gap)
      } else {
        blanks = 0
        add(line, content)
      }
    }
    flushTable()
    running.end(with: RunningText.paragraphEnd)
    closeBibliography()
    return running
  }

  /// Notes where the first section and the bibliography begin and end.
  private mutating func enter(_ line: Int) {
    let hadBegun = marks.hasBegun
    marks.advance(to: line)
    if marks.hasBegun, !hadBegun { running.headEnd = running.bytes.count }
    guard marks.isBibliography != inBibliography else { return }
    flushTable()
    running.end(with: RunningText.paragraphEnd)
    inBibliography = marks.isBibliography
    if inBibliography {
      running.bibliography.append(running.bytes.count..<running.bytes.count)
    } else {
      closeBibliography()
    }
  }

  /// Without the bar that quotations and asides are set behind since 2019; a box has one at each end.
  private func unbarred(_ content: Range<Int>) -> Range<Int> {
    guard view.text[content].first == 0x7C else { return content }
    if content.count == 1 { return content.dropFirst() }
    guard content.count > 4, view.text[content.upperBound - 1] != 0x7C,
      view.text[content.lowerBound + 1] == 0x20,
      view.text[content.lowerBound + 2] == 0x20
    else { return content }
    return view.trimmed(content.dropFirst())
  }

  private mutating func add(_ line: Int, _ content: Range<Int>) {
    if view.text[content.lowerBound] == 0x7C, let row = TableRow(line: line, content: content, view: view) {
      if !table.accepts(row) { flushTable() }
      table.rows.append(row)
      return
    }
    flushTable()
    var content = content
    if marks.isHeading(line) {
      running.end(with: RunningText.paragraphEnd)
      if marks.isNumbered { content = content.dropFirst(view.headingLabel(content)) }
    }
    if marks.isEntry(line) { content = content.dropFirst(view.bracketed(content)) }
    append(content, of: line)
    running.end(with: marks.isHeadingEnd(line) ? RunningText.paragraphEnd : RunningText.lineEnd)
  }

  private mutating func flushTable() {
    if table.rows.isEmpty { return }
    for cell in table.cells() {
      for part in cell where !part.content.isEmpty {
        append(part.content, of: part.line)
        running.end(with: RunningText.lineEnd)
      }
      running.end(with: RunningText.paragraphEnd)
    }
    table.rows.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ content: Range<Int>, of line: Int) {
    running.append(UnsafeBufferPointer(rebasing: view.text[content]), source: content.lowerBound, line: line)
  }

  private mutating func closeBibliography() {
    guard let last = running.bibliography.last, last.isEmpty else { return }
    running.bibliography[running.bibliography.count - 1] = last.lowerBound..<running.bytes.count
  }

  /// A blank line below most lines of text, as typewriters set them.
  private var isDoubleSpaced: Bool {
    var lines = 0
    var alone = 0
    var previousIsBlank = true
    for row in rows.prefix(2_000) {
      let isBlank = row < 0 || view.isBlank(Int(row))
      if !isBlank {
        lines += 1
        if previousIsBlank { alone += 1 }
      }
      previousIsBlank = isBlank
    }
    return lines > 100 && alone * 4 > lines * 3
  }
}

/// What the outline and the bibliography say of a line, for lines that come in order.
private struct LineMarks {
  private let headings: [(start: Int, end: Int, isNumbered: Bool)]
  private let lists: [Range<Int>]
  /// First lines of the entries that have a tag.
  private let entries: [Int]
  private var section = -1
  private var list = 0
  private var entry = 0

  init(outline: Outline, bibliography: Bibliography) {
    headings = outline.sections.map { section in
      let start = section.lines.lowerBound
      return (start, start + section.headingLines - 1, section.number != nil)
    }
    lists = bibliography.sections
    entries = bibliography.references.compactMap { $0.tag == nil ? nil : $0.lines.lowerBound }
  }

  mutating func advance(to line: Int) {
    while section + 1 < headings.count, headings[section + 1].start <= line { section += 1 }
    while list < lists.count, lists[list].upperBound <= line { list += 1 }
    while entry < entries.count, entries[entry] < line { entry += 1 }
    isBibliography = list < lists.count && lists[list].contains(line)
  }

  /// Whether the line lies in a section.
  var hasBegun: Bool { section >= 0 }

  /// Whether the line lies in a section of references.
  private(set) var isBibliography = false

  func isHeading(_ line: Int) -> Bool { section >= 0 && headings[section].start == line }

  func isHeadingEnd(_ line: Int) -> Bool { section >= 0 && headings[section].end == line }

  /// Whether the section that the line lies in has a number.
  var isNumbered: Bool { section >= 0 && headings[section].isNumbered }

  /// The first line of an entry that has a tag.
  func isEntry(_ line: Int) -> Bool { entry < entries.count && entries[entry] == line }
}

extension LineView {
  /// How many bytes of a heading say its number: `Appendix A.`, `3.1`.
  fileprivate func headingLabel(_ content: Range<Int>) -> Int {
    let first = firstWord(content)
    guard let byte = text[first].first, Self.isLetter(byte), first.count > 3 else { return first.count }
    let second = firstWord(trimmed(first.upperBound..<content.upperBound))
    return second.upperBound - content.lowerBound
  }

  /// How many bytes a tag in brackets takes at the beginning.
  fileprivate func bracketed(_ content: Range<Int>) -> Int {
    guard text[content].first == 0x5B else { return 0 }
    let close = text[content.prefix(80)].firstIndex(of: 0x5D)
    return close.map { $0 + 1 - content.lowerBound } ?? 0
  }
}

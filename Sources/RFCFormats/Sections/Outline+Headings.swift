import RFCModel

extension Outline {
  /// The sections of a document by its headings, numbered and not. The printed table of contents confirms them and
  /// holds none of them.
  ///
  /// - Parameter pagination: of the same document.
  init(of document: Document, pagination: Pagination) {
    let rows = pagination.plainLines(of: document)
    self = LineView.with(document) { view in OutlineBuilder(HeadingScanner(view: view, rows: rows)).outline()
    }
  }
}

private struct OutlineBuilder {
  let scanner: HeadingScanner
  var view: LineView { scanner.view }

  /// How often a title may stand in a document.
  private static let recurringTitles = 3

  init(_ scanner: HeadingScanner) { self.scanner = scanner }

  private struct Heading {
    let row: Int
    let line: Int
    let rows: Int
    let number: HeadingNumber?
    let section: SectionNumber?
    let title: String
  }

  func outline() -> Outline {
    let candidates = scanner.candidates()
    var chain = HeadingChain(candidates).chosen()
    if let only = chain.first, chain.count == 1, candidates[only].isLikelyItem { chain = [] }
    var numbered: [Heading] = []
    for (index, next) in zip(chain, chain.dropFirst().map { candidates[$0].row } + [.max]) {
      // What reads like the rest of a title may be the next heading.
      let candidate = candidates[index]
      if let heading = heading(candidate, rows: min(candidate.rows, next - candidate.row)) {
        numbered.append(heading)
      }
    }
    let taken = Set(numbered.map(\.line))
    var all = numbered + unnumbered(except: taken, isNumbered: numbered.count > 2)
    all.sort { $0.line < $1.line }
    return Outline(sections: sections(all))
  }

  private func heading(_ candidate: HeadingCandidate, rows: Int) -> Heading? {
    guard let section = candidate.number.sectionNumber else { return nil }
    let first = candidate.number.title..<candidate.titleEnd
    return Heading(
      row: candidate.row, line: candidate.line,
      rows: rows + (candidate.isUnderlined && rows == candidate.rows ? 1 : 0),
      number: candidate.number,
      section: section,
      title: title(first, candidate.row, rows))
  }

  /// The whole title; a word broken by a hyphen at a line's end stays as printed.
  private func title(_ first: Range<Int>, _ row: Int, _ rows: Int) -> String {
    var title = view.string(first)
    for extra in 1..<max(1, rows) {
      guard let line = scanner.line(row + extra) else { continue }
      if !title.isEmpty, !(title.hasSuffix("-") && !title.hasSuffix(" -")) { title += " " }
      title += view.string(view.content(line))
    }
    return title
  }

  private func unnumbered(except taken: Set<Int>, isNumbered: Bool) -> [Heading] {
    var found: [Heading] = []
    /// How often a title stands there that is known for nothing else.
    var guesses: [String: Int] = [:]
    var previousIsBlank = true
    var isInHead = true
    for (row, entry) in scanner.rows.enumerated() {
      guard entry >= 0 else {
        previousIsBlank = true
        continue
      }
      let line = Int(entry)
      let hasBlankBefore = previousIsBlank
      let content = view.content(line)
      previousIsBlank = content.isEmpty
      guard hasBlankBefore, !content.isEmpty else { continue }
      // The head of the first page ends where a heading or a paragraph stands.
      if isInHead, taken.contains(line) || isParagraph(row) { isInHead = false }
      guard content.count < 80, !taken.contains(line) else { continue }
      let isContents = line == scanner.contents.lines.first
      if scanner.contents.lines.contains(line), !isContents { continue }
      let first = view.text[content.lowerBound]
      guard LineView.isUpper(first) || first == 0x22 else { continue }
      let title = UnnumberedTitle(row: row, line: line, content: content, scanner: scanner)
      let isKnown = isContents || title.isKnown
      guard isKnown || !isInHead && title.isLikely(isNumbered: isNumbered) else { continue }
      isInHead = false
      let heading = Heading(
        row: row, line: line, rows: title.isUnderlined ? 2 : 1, number: nil, section: nil,
        title: view.string(content))
      if !isKnown { guesses[heading.title, default: 0] += 1 }
      found.append(heading)
    }
    // What recurs is a label: `OBJECT:`.
    let limit = Self.recurringTitles
    return guesses.values.contains { $0 > limit }
      ? found.filter { guesses[$0.title, default: 0] <= limit } : found
  }

  /// Two full lines, one below the other.
  private func isParagraph(_ row: Int) -> Bool {
    guard let first = scanner.line(row), let second = scanner.line(row + 1) else { return false }
    return view.width(first) > 55 && !view.isBlank(second) && view.outerParts(view.content(first)) == nil
      && view.indent(second) <= 12
  }

  private func sections(_ headings: [Heading]) -> [Section] {
    var sections: [Section] = []
    sections.reserveCapacity(headings.count)
    var byNumber: [UInt64: Int] = [:]
    for (index, heading) in headings.enumerated() {
      let next = index + 1 < headings.count ? headings[index + 1].line : view.count
      var parent: Int?
      if let parts = heading.number?.parts {
        var depth = parts.count - 1
        while depth > 0, parent == nil {
          parent = byNumber[HeadingNumber.key(parts[..<depth])]
          depth -= 1
        }
        byNumber[HeadingNumber.key(parts[...])] = index
      }
      let last = scanner.line(heading.row + heading.rows - 1) ?? heading.line
      sections.append(
        Section(
          number: heading.section, title: heading.title, level: heading.number?.depth ?? 1,
          lines: heading.line..<max(next, heading.line + 1), headingLines: last - heading.line + 1,
          parent: parent))
    }
    return sections
  }
}

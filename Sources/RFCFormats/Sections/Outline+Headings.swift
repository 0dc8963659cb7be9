import RFCModel

extension Outline {
  /// The sections of a document by its headings, numbered and not. The printed table of contents confirms them and
  /// holds none of them.
  ///
  /// - Parameter pagination: of the same document.
  init(of document: Document, pagination: Pagination) {
    let rows = pagination.plainLines(of: document)
    self = LineView.with(document) { view in
      OutlineBuilder(HeadingScanner(view: view, rows: rows)).outline()
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
    var level = 1
    /// Its paragraph begins in its line.
    var runsIn = false
  }

  func outline() -> Outline {
    if let markdown = MarkdownHeadings(in: view, rows: scanner.rows) {
      return Outline(
        sections: sections(
          markdown.headings.map { heading in
            Heading(
              row: heading.row, line: heading.line, rows: 1, number: nil, section: nil,
              title: view.string(heading.title), level: heading.level)
          }), printedContents: scanner.contents.lines)
    }
    let candidates = scanner.candidates()
    var chain = HeadingChain(candidates).chosen()
    if let only = chain.first, chain.count == 1, candidates[only].isLikelyItem { chain = [] }
    chain = withKnownTitles(chain, of: candidates)
    var numbered: [Heading] = []
    for (index, next) in zip(chain, chain.dropFirst().map { candidates[$0].row } + [.max]) {
      // What reads like the rest of a title may be the next heading.
      let candidate = candidates[index]
      if let heading = heading(candidate, rows: min(candidate.rows, next - candidate.row)) {
        numbered.append(heading)
      }
    }
    var taken: Set<Int> = []
    for heading in numbered {
      for row in heading.row..<heading.row + heading.rows {
        if let line = scanner.line(row) { taken.insert(line) }
      }
    }
    var all = numbered + unnumbered(except: taken, among: numbered)
    all.sort { $0.line < $1.line }
    return Outline(sections: sections(withoutLists(all)), printedContents: scanner.contents.lines)
  }

  /// A section that RFCs are known to have is one, though its number was used before or comes behind an appendix:
  /// once, and set as the others are.
  private func withKnownTitles(_ chain: [Int], of candidates: [HeadingCandidate]) -> [Int] {
    guard chain.count > 2 else { return chain }
    func title(_ index: Int) -> Range<Int> {
      let number = candidates[index].number
      return view.trimmed(number.title..<max(number.title, candidates[index].titleEnd))
    }
    var isChosen = [Bool](repeating: false, count: candidates.count)
    for index in chain { isChosen[index] = true }
    let others = candidates.indices.filter { index in
      let candidate = candidates[index]
      return !isChosen[index] && candidate.number.topLevelKind == .digits && candidate.indent == 0
        && candidate.weight > 0
        && candidate.hasBlankBefore && candidate.hasBlankAfter && view.isFrontHeading(title(index))
    }
    guard !others.isEmpty else { return chain }
    var found = chain
    var titles = Set(chain.map { view.letters(title($0)) })
    for index in others {
      let isUsual = chain.contains {
        candidates[$0].indent == 0 && candidates[$0].number.topLevelKind == .digits
          && candidates[$0].number.style == candidates[index].number.style
      }
      if isUsual, titles.insert(view.letters(title(index))).inserted { found.append(index) }
    }
    return found.sorted()
  }

  /// Without the numbered items of a list of changes or of references: they begin again where sections have been
  /// numbered before, or read like entries.
  private func withoutLists(_ headings: [Heading]) -> [Heading] {
    var kept: [Heading] = []
    kept.reserveCapacity(headings.count)
    var top = 0
    var item: Int?
    for heading in headings {
      if let number = heading.number, number.topLevelKind == .digits, let value = number.parts.first {
        if value == item.map({ $0 + 1 }) || isItem(heading, value, below: kept.last?.title, top: top) {
          item = value
          continue
        }
      }
      item = nil
      if let number = heading.number, !number.isNamed, let first = number.parts.first {
        top = max(top, first)
      }
      kept.append(heading)
    }
    return kept
  }

  private func isItem(_ heading: Heading, _ value: Int, below title: String?, top: Int) -> Bool {
    guard let title else { return false }
    let mayFollow = value == 1 && top > 0
    let mayBeEntry = mayFollow || heading.runsIn || heading.rows > 1 || heading.title.utf8.contains(0x22)
    guard mayBeEntry else { return false }
    let words = title.utf8.split { !LineView.isLetter($0) }.map { $0.map(LineView.lowercased) }
    func has(_ word: String) -> Bool { words.contains { $0.elementsEqual(word.utf8) } }
    return has("references") || has("bibliography") || mayFollow && has("changes")
  }

  private func heading(_ candidate: HeadingCandidate, rows: Int) -> Heading? {
    guard let section = candidate.number.sectionNumber else { return nil }
    let first = candidate.number.title..<candidate.titleEnd
    return Heading(
      row: candidate.row, line: candidate.line,
      rows: rows + (candidate.isUnderlined && rows == candidate.rows ? 1 : 0),
      number: candidate.number,
      section: section,
      title: title(first, candidate.row, rows),
      runsIn: candidate.titleEnd < view.content(candidate.line).upperBound)
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

  /// A document numbers its sections, or has numbers below titles that have none: two at least, and then the first one.
  private func unnumbered(except taken: Set<Int>, among numbered: [Heading]) -> [Heading] {
    guard numbered.count > 2 else { return unnumbered(except: taken, isNumbered: false) }
    let found = unnumbered(except: taken, isNumbered: true)
    guard scanner.bodyIndent < 2, let first = numbered.first?.line else { return found }
    let more = unnumbered(except: taken, isNumbered: false)
    return more.count { $0.line < first } > found.count { $0.line < first } + 1 ? more : found
  }

  private func unnumbered(except taken: Set<Int>, isNumbered: Bool) -> [Heading] {
    var found: [Heading] = []
    /// Two at least, or it is a word above its meaning.
    var subheadings: [Heading] = []
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
      if scanner.modules.contains(row), !isContents { continue }
      if scanner.contents.lines.contains(line), !isContents { continue }
      let first = view.text[content.lowerBound]
      guard LineView.isUpper(first) || first == 0x22 else { continue }
      let title = UnnumberedTitle(row: row, line: line, content: content, scanner: scanner)
      let isKnown = isContents || title.isKnown(isNumbered: isNumbered)
      let isSub = !isKnown && !isNumbered && title.isSubheading && isBelow(found.last)
      guard
        isKnown || isSub
          || !isInHead && (title.isLikely(isNumbered: isNumbered) || !isNumbered && title.isCentred)
      else { continue }
      isInHead = false
      var heading = Heading(
        row: row, line: line, rows: title.isUnderlined ? 2 : 1, number: nil, section: nil,
        title: view.string(content))
      if !isKnown || heading.title.hasSuffix(":") { guesses[heading.title, default: 0] += 1 }
      if isSub {
        heading.level = 2
        subheadings.append(heading)
      } else {
        found.append(heading)
      }
    }
    if subheadings.count > 1 { found += subheadings }
    // What recurs is a label: `OBJECT:`.
    let limit = Self.recurringTitles
    return guesses.values.contains { $0 > limit }
      ? found.filter { guesses[$0.title, default: 0] <= limit } : found
  }

  /// Whether sub-headings may stand below a heading: terms do below `Definitions`.
  private func isBelow(_ heading: Heading?) -> Bool {
    guard let heading else { return false }
    let title = heading.title.lowercased()
    return !["definition", "glossary", "terminology", "terms"].contains { title.contains($0) }
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
      } else if heading.level > 1 {
        parent = index > 0 ? index - 1 : nil
        while let above = parent, sections[above].level >= heading.level { parent = sections[above].parent }
      }
      let last = scanner.line(heading.row + heading.rows - 1) ?? heading.line
      sections.append(
        Section(
          number: heading.section, title: heading.title, level: heading.number?.depth ?? heading.level,
          lines: heading.line..<max(next, heading.line + 1), headingLines: last - heading.line + 1,
          parent: parent))
    }
    return sections
  }
}

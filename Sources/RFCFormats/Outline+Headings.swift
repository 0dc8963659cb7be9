import RFCModel

extension Outline {
  /// The sections of a document by its headings, numbered and not. The printed table of contents confirms them and
  /// holds none of them.
  ///
  /// - Parameter pagination: of the same document.
  public init(of document: Document, pagination: Pagination) {
    let rows = pagination.plainLines(of: document)
    self = LineView.with(document) { view in OutlineBuilder(HeadingScanner(view: view, rows: rows)).outline()
    }
  }
}

private struct OutlineBuilder {
  let scanner: HeadingScanner
  var view: LineView { scanner.view }

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
    let chain = HeadingChain(candidates).chosen()
    var numbered: [Heading] = []
    for index in chain {
      let candidate = candidates[index]
      if let heading = heading(candidate) { numbered.append(heading) }
    }
    let taken = Set(candidates.map(\.line))
    var all = numbered + unnumbered(except: taken, numbered: numbered)
    all.sort { $0.line < $1.line }
    return Outline(sections: sections(all))
  }

  private func heading(_ candidate: HeadingCandidate) -> Heading? {
    let content = view.content(candidate.line)
    let roman =
      (candidate.number.parts.first ?? 0) >= HeadingNumber.romans
      ? view.string(view.firstWord(view.trimmed(content.lowerBound..<candidate.number.title))) : nil
    guard let section = candidate.number.sectionNumber(romanText: roman.map(romanDigits)) else { return nil }
    return Heading(
      row: candidate.row, line: candidate.line, rows: candidate.rows, number: candidate.number,
      section: section,
      title: title(
        candidate.number.title..<max(candidate.number.title, content.upperBound), candidate.row,
        candidate.rows))
  }

  private func romanDigits(_ text: String) -> String {
    text.filter { "IVXL".contains($0) }
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

  private func unnumbered(except taken: Set<Int>, numbered: [Heading]) -> [Heading] {
    var found: [Heading] = []
    var previousIsBlank = true
    for (row, entry) in scanner.rows.enumerated() {
      guard entry >= 0 else {
        previousIsBlank = true
        continue
      }
      let line = Int(entry)
      let hasBlankBefore = previousIsBlank
      let content = view.content(line)
      previousIsBlank = content.isEmpty
      guard hasBlankBefore, !content.isEmpty, content.count < 80 else { continue }
      let isContents = line == scanner.contents.lines.first
      if scanner.contents.lines.contains(line), !isContents { continue }
      guard LineView.isUpper(view.text[content.lowerBound]) || view.text[content.lowerBound] == 0x22 else {
        continue
      }
      let isAtMargin = content.lowerBound == view.lines[line].lowerBound
      guard isContents || isUnnumbered(row, line, content, isAtMargin: isAtMargin), !taken.contains(line)
      else { continue }
      found.append(
        Heading(row: row, line: line, rows: 1, number: nil, section: nil, title: view.string(content)))
    }
    return found
  }

  private func isUnnumbered(_ row: Int, _ line: Int, _ content: Range<Int>, isAtMargin: Bool) -> Bool {
    let indent = view.indent(line)
    if view.isFrontHeading(content),
      indent <= max(3, scanner.bodyIndent) || indent > 12 && scanner.isBlank(row + 1)
    {
      return isAtMargin || scanner.isBlank(row + 1) && indent != scanner.bodyIndent
    }
    guard scanner.isBlank(row + 1) else { return false }
    let letters = view.letters(content)
    if letters.count >= 6, scanner.contents.confirms(unnumbered: letters),
      isAtMargin || indent != scanner.bodyIndent
    {
      return true
    }
    return false
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

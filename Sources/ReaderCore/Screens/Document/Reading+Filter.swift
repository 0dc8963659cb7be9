import RFCModel

extension Reading {
  /// What `&` leaves of a text.
  struct Filter {
    /// One behind the other; never empty.
    let searches: [Search]
    /// 0-based lines that match all of them, ascending.
    let found: [Int32]
    /// Those that are shown: with the headings of their sections.
    let lines: [Int32]

    /// As it is typed.
    var pattern: String {
      searches.map { ($0.options.isInverted ? "!" : "") + $0.pattern }.joined(separator: " &")
    }
  }

  /// Leaves only lines that match so many searches, ascending, and the headings of their sections.
  mutating func filter(by searches: [Search], leaving found: [Int32]) {
    let outline = workOutOutline()
    var lines: [Int32] = []
    for line in found {
      if let index = outline.index(ofSectionAt: Int(line)) {
        let section = outline.sections[index]
        let heading = Int32(section.lines.lowerBound)..<Int32(section.lines.lowerBound + section.headingLines)
        lines.append(contentsOf: heading.filter { $0 > lines.last ?? -1 && $0 < line })
      }
      if line > lines.last ?? -1 { lines.append(line) }
    }
    apply(Filter(searches: searches, found: found, lines: lines))
  }

  /// The filter of when there was less of the text: it leaves what it has left, and what matches from a line on.
  mutating func filter(as before: Filter, from line: Int) {
    let rest = layout.rows(fromLine: line)
    let text = SearchableText(document, layout: rest, showsFormFeeds: showsPages)
    // A pattern that takes too long takes no more of the time than an eighth of a second.
    let parts = 12 + text.bytes.count / Found.partLength
    var matching: [Int32]?
    for search in before.searches {
      var found = Found(search, in: text)
      for _ in 0..<parts where !found.isComplete { found.advance() }
      if !found.isComplete { found.stop() }
      let lines = lines(of: found, in: rest)
      matching = matching?.filter(Set(lines).contains) ?? lines
    }
    let new = matching?.filter { $0 >= line } ?? []
    filter(by: before.searches, leaving: before.found.filter { $0 < line } + new)
  }

  /// 0-based lines that matches touch, ascending; of a row of several lines all.
  func lines(of found: Found, in layout: Layout) -> [Int32] {
    found.text.rows(touchedBy: found.matches).flatMap { row in
      layout.sources(ofRow: row, in: document).map { range in
        Int32(clamping: document.lines.line(containing: range.lowerBound))
      }
    }
  }
}

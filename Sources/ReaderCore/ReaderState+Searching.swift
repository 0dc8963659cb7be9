import RFCModel
import TextSearch

extension ReaderState {
  /// Begins a search in the view on the screen; `work` goes on with it.
  mutating func begin(_ search: Search, then purpose: PendingSearch) {
    guard let text = reading?.searchableText() else { return }
    reading?.found = Found(search, in: text)
    pendingSearch = purpose
  }

  /// Marks the matches of the search in force in a view that has changed, without moving.
  mutating func refreshSearch() {
    guard let search, !search.options.isInverted, reading != nil else { return }
    begin(search, then: .preview)
    if prompt == nil { pendingSearch = .move(.forward, count: 0) }
  }

  mutating func workOnSearch() {
    guard let purpose = pendingSearch else { return }
    reading?.found?.advance()
    guard reading?.found?.isComplete != false else { return }
    pendingSearch = nil
    if let failure = reading?.found?.failure { giveUp(failure) }
    switch purpose {
    case .preview: previewMatch()
    case .stand(let row): standAtMatch(from: row)
    case .move(let direction, let count): finishMove(direction, count: count)
    case .filter(let pattern): finishFilter(pattern)
    case .resume(let current):
      let count = reading?.found?.matches.count ?? 0
      reading?.found?.current = current.flatMap { $0 < count ? $0 : nil }
    }
  }

  /// A key that was typed ahead finds the search at its end, as in less. One that takes long goes on beside the keys.
  mutating func finishSearch() {
    for _ in 0..<Self.partsWaitedFor where pendingSearch != nil { workOnSearch() }
  }

  /// 2 MB of text, or 0.3 s of a hopeless pattern.
  private static let partsWaitedFor = 32

  private mutating func giveUp(_ failure: QueryError) {
    message = Message(warning: "Search given up: \(failure).")
  }

  /// Index of the section that the status line names: the one of the current match while that is in the window, else
  /// the one at the window's top.
  var sectionShown: Int? {
    let (shownRow, rows, highlightsMatches) = (currentRow, pageRows, highlightsMatches)
    return withReading { reading in
      if highlightsMatches, let found = reading.found, let current = found.current {
        let row = found.row(of: current)
        if (reading.view.top..<reading.view.top + rows).contains(row) {
          return reading.outline?.index(ofSectionAt: reading.layout.line(ofRow: row))
        }
      }
      return reading.section(atRow: shownRow)
    } ?? nil
  }

  // MARK: From a search of all texts

  /// The words of a search of all texts, and the place where they were found.
  mutating func searchOnArrival(_ pattern: String, from line: Int) {
    guard let query = try? Query(pattern: pattern, isLiteral: false), let reading = document else { return }
    search = Search(pattern: pattern, direction: .forward, options: SearchOptions(), query: query)
    highlightsMatches = true
    let row = reading.layout.row(ofLine: line)
    let top = max(0, min(row - pageRows / 3, lastTop))
    document?.view.top = top
    if let search { begin(search, then: .stand(row: row)) }
  }

  private mutating func standAtMatch(from row: Int) {
    guard let match = reading?.found?.firstMatch(atOrBelow: row) ?? reading?.found?.lastMatch(above: row)
    else {
      return
    }
    stand(on: match)
  }

  // MARK: n and N

  mutating func goToMatch(_ direction: SearchDirection, count: Int) {
    guard let search else {
      message = Message("Nothing has been searched for. / searches.")
      return
    }
    highlightsMatches = true
    if reading?.found == nil {
      begin(search, then: .move(direction, count: count))
    } else if pendingSearch != nil {
      pendingSearch = .move(direction, count: count)
    } else {
      finishMove(direction, count: count)
    }
  }

  private mutating func finishMove(_ direction: SearchDirection, count: Int) {
    guard count > 0, let search, var reading, let found = reading.found else { return }
    guard found.matches.count > 0 else {
      if found.failure == nil { message = Message("\(search.pattern): not found.") }
      return
    }
    let step = direction == .forward ? 1 : -1
    let target: Int
    if let current = found.current,
      (reading.view.top..<reading.view.top + pageRows).contains(found.row(of: current))
    {
      target = current + step * count
    } else if options.target != nil, found.current != nil {
      // As in less from the target line, or the screen would go back to a match that lies above it.
      let row = currentRow
      target =
        direction == .forward
        ? (found.firstMatch(atOrBelow: row + 1) ?? found.matches.count) + count - 1
        : (found.lastMatch(above: row) ?? -1) - count + 1
    } else if direction == .forward {
      target = (found.firstMatch(atOrBelow: reading.view.top) ?? found.matches.count) + count - 1
    } else {
      // less looks back from the end of the screen, the first time.
      let start = reading.view.top + (isBare && found.current == nil ? pageRows : 0)
      target = (found.lastMatch(above: start) ?? -1) - count + 1
    }
    let total = found.matches.count
    if !(0..<total).contains(target) {
      guard search.options.wraps else {
        message = Message(target < 0 ? "No match above." : "No match below.")
        return
      }
      message = Message(target < 0 ? "Continued at the end." : "Continued at the top.")
    }
    leaveTrace()
    reading.beforeJump = reading.place()
    self.reading = reading
    stand(on: ((target % total) + total) % total)
  }

  /// Makes a match the current one and brings it into the window.
  private mutating func stand(on match: Int) {
    guard let found = reading?.found else { return }
    reading?.found?.current = match
    let row = found.row(of: match)
    reveal(row: row)
    revealColumns(of: match, row: row)
  }

  private mutating func revealColumns(of match: Int, row: Int) {
    guard let reading, let found = reading.found, case .line = reading.layout[row],
      let columns = reading.columns(of: found.range(of: match, onRow: row), inRow: row)
    else { return }
    let width = geometry.textColumns.count
    if columns.upperBound <= width {
      self.reading?.view.left = 0
    } else if !(reading.view.left..<reading.view.left + width).contains(columns.upperBound) {
      self.reading?.view.left = max(0, columns.lowerBound - width / 3)
    }
  }

  // MARK: As one types

  /// Shows the first match from where the prompt was opened.
  private mutating func previewMatch() {
    guard let prompt, case .search(let direction) = prompt.kind, let found = reading?.found else { return }
    guard !prompt.options.keepsPlace else { return }
    let origin = prompt.origin.top
    var match: Int?
    switch direction {
    case .forward: match = found.firstMatch(atOrBelow: prompt.options.fromStart ? 0 : origin)
    case .backward:
      // less looks back from the end of the screen.
      let start = isBare ? origin + pageRows : origin
      match = found.lastMatch(above: prompt.options.fromStart ? reading?.layout.count ?? 0 : start)
    }
    if match == nil, prompt.options.wraps, found.matches.count > 0 {
      match = direction == .forward ? 0 : found.matches.count - 1
    }
    reading?.view = prompt.origin
    if let match { stand(on: match) }
  }

  /// After each key at the prompt: what is typed so far is searched for.
  mutating func searchWhatIsTyped() {
    guard let prompt, case .search(let direction) = prompt.kind else { return }
    guard !prompt.line.isEmpty, let query = try? prompt.query() else {
      reading?.found = nil
      pendingSearch = nil
      reading?.view = prompt.origin
      return
    }
    begin(
      Search(pattern: prompt.line.text, direction: direction, options: prompt.options, query: query),
      then: .preview)
  }

  /// Enter at the prompt.
  mutating func confirmSearch(_ prompt: Prompt, direction: SearchDirection) -> [Effect] {
    if prompt.line.isEmpty {
      // As in less and vi: the last pattern once more.
      reading?.view = prompt.origin
      goToMatch(direction, count: 1)
      return []
    }
    guard let search = compiled(prompt, direction: direction) else {
      reading?.view = prompt.origin
      return []
    }
    self.search = search
    highlightsMatches = true
    let kept = remember(search.pattern, at: .patterns)
    if let found = reading?.found, found.isComplete {
      if let failure = found.failure {
        giveUp(failure)
      } else if found.matches.isEmpty {
        message = Message("\(search.pattern): not found.")
      }
      let wrapped =
        found.current.map {
          direction == .forward
            ? found.row(of: $0) < prompt.origin.top : found.row(of: $0) >= prompt.origin.top
        } ?? false
      if wrapped, !prompt.options.fromStart {
        message = Message(direction == .forward ? "Continued at the top." : "Continued at the end.")
      }
    } else {
      begin(search, then: .move(direction, count: prompt.options.keepsPlace ? 0 : 1))
    }
    if var reading, reading.view != prompt.origin {
      leaveTrace(at: prompt.origin)
      let line = reading.layout.line(ofRow: prompt.origin.top)
      reading.beforeJump = reading.place(ofLine: line)
      self.reading = reading
    }
    return kept
  }

  private mutating func compiled(_ prompt: Prompt, direction: SearchDirection) -> Search? {
    do {
      let query = try prompt.query()
      return Search(
        pattern: prompt.line.text, direction: direction, options: prompt.options, query: query)
    } catch {
      message = Message(warning: "\(prompt.line.text): \(error).")
      return nil
    }
  }

  // MARK: The filter

  mutating func confirmFilter(_ prompt: Prompt) -> [Effect] {
    if prompt.line.isEmpty {
      reading?.apply(nil)
      refreshSearch()
      return []
    }
    guard let search = compiled(prompt, direction: .forward) else { return [] }
    reading?.apply(nil)
    // As in less, what `n` repeats stays what it is; where it is nothing, the lines' own matches are as good.
    self.search = self.search ?? search
    begin(search, then: .filter(pattern: search.pattern))
    return remember(search.pattern, at: .patterns)
  }

  private mutating func finishFilter(_ pattern: String) {
    guard var reading, let found = reading.found else { return }
    defer { endFilter() }
    guard found.failure == nil else { return }
    let rows = found.text.rows(touchedBy: found.matches)
    guard !rows.isEmpty else {
      message = Message("\(pattern): no line matches.")
      return
    }
    let outline = reading.workOutOutline()
    var lines: [Int32] = []
    // Of a row of several lines the filter leaves all.
    let shown = rows.flatMap { reading.layout.sources(ofRow: $0, in: reading.document) }
    for line in shown.map({ Int32(clamping: reading.document.lines.line(containing: $0.lowerBound)) }) {
      if let index = outline.index(ofSectionAt: Int(line)) {
        let section = outline.sections[index]
        let heading = Int32(section.lines.lowerBound)..<Int32(section.lines.lowerBound + section.headingLines)
        lines.append(contentsOf: heading.filter { $0 > lines.last ?? -1 && $0 < line })
      }
      if line > lines.last ?? -1 { lines.append(line) }
    }
    reading.apply(Reading.Filter(pattern: pattern, lines: lines))
    self.reading = reading
    if found.isTruncated {
      message = Message(warning: "Too many matches: the filter stops at the last one counted.")
    }
  }

  /// The matches shown are those of the search again, which the filter's were in place of.
  mutating func endFilter() {
    reading?.found = nil
    refreshSearch()
  }
}

extension Prompt {
  /// - Throws: what is wrong with the pattern.
  func query() throws(QueryError) -> Query {
    try Query(pattern: line.text, isLiteral: options.isLiteral, letterCase: options.letterCase)
  }
}

import RFCModel
import TextSearch

extension ReaderState {
  /// Begins a search in the view on the screen; `work` goes on with it.
  mutating func begin(_ search: Search, then purpose: PendingSearch.Purpose) {
    guard reading != nil else { return }
    reading?.found = nil
    pendingSearch = PendingSearch(search: search, purpose: purpose)
  }

  /// Marks the matches of the search in force in a view that has changed, without moving. What is under way goes on
  /// in the new view.
  mutating func refreshSearch() {
    guard pendingSearch == nil else { return }
    if let prompt, case .search = prompt.kind, !prompt.line.isEmpty { return searchWhatIsTyped() }
    if let search { begin(search, then: .mark) }
  }

  mutating func workOnSearch() {
    guard let pending = pendingSearch, let text = reading?.searchableText() else {
      pendingSearch = nil
      return
    }
    if reading?.found == nil { reading?.found = Found(pending.search, in: text) }
    reading?.found?.advance()
    guard reading?.found?.isComplete != false else { return }
    pendingSearch = nil
    reading?.findMatch()
    if let failure = reading?.found?.failure { giveUp(failure) }
    switch pending.purpose {
    case .mark: break
    case .preview: previewMatch()
    case .confirm(let prompt, let direction): finish(prompt, direction: direction)
    case .stand(let line): standAtMatch(from: line)
    case .move(let direction, let count): finishMove(direction, count: count)
    case .filter: finishFilter()
    }
  }

  /// A key that was typed ahead finds the search at its end, as in less. One that takes long goes on beside the keys.
  mutating func finishSearch() {
    var slow = 0
    for _ in 0..<Self.partsWaitedFor where pendingSearch != nil && slow < Self.slowPartsWaitedFor {
      workOnSearch()
      if reading?.found?.isSlow == true { slow += 1 }
    }
  }

  /// 2 MB of text, or 30 ms of a hopeless pattern.
  private static let partsWaitedFor = 32
  private static let slowPartsWaitedFor = 3

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
    if let search { begin(search, then: .stand(line: line)) }
  }

  private mutating func standAtMatch(from line: Int) {
    guard let row = reading?.layout.row(ofLine: line),
      let match = reading?.found?.firstMatch(atOrBelow: row) ?? reading?.found?.lastMatch(above: row)
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
    if pendingSearch == nil, reading?.found?.search.isSame(as: search) == true {
      finishMove(direction, count: count)
    } else {
      begin(search, then: .move(direction, count: count))
    }
  }

  private mutating func finishMove(_ direction: SearchDirection, count: Int) {
    guard let search, let reading, let found = reading.found else { return }
    let here = currentRow
    // As in less from the line that one is at: with --pages, or a match above it would be led to downwards.
    let begins = isBare ? here..<here + 1 : reading.view.top..<reading.view.top + pageRows
    let current = found.current.flatMap { begins.contains(found.row(of: $0)) ? $0 : nil }
    let isAtLine = isBare || options.target != nil && found.current != nil
    let target: Int
    switch direction {
    case .forward:
      let next = found.firstMatch(atOrBelow: isAtLine ? here + 1 : reading.view.top) ?? found.matches.count
      target = (current.map { $0 + 1 } ?? next) + count - 1
    case .backward:
      let last = found.lastMatch(above: isAtLine ? here : reading.view.top) ?? -1
      target = (current.map { $0 - 1 } ?? last) - count + 1
    }
    guard let match = match(target, of: search) else { return }
    leaveTrace()
    let before = self.reading?.place()
    self.reading?.beforeJump = before
    stand(on: match)
  }

  /// The match of that index, counted on from the other end where there is none; nil where the search does not go on
  /// there, which a message says.
  private mutating func match(_ index: Int, of search: Search) -> Int? {
    guard let found = reading?.found else { return nil }
    let total = found.matches.count
    guard total > 0 else {
      if found.failure == nil { message = Message("\(search.pattern): not found.") }
      return nil
    }
    if (0..<total).contains(index) { return index }
    let limit = found.isTruncated ? "Only the first \(total) matches are counted. " : ""
    guard search.options.wraps else {
      message = Message(limit + (index < 0 ? "No match above." : "No match below."))
      return nil
    }
    message = Message(limit + (index < 0 ? "Continued at the end." : "Continued at the top."))
    return wrapped(index, total)
  }

  private func wrapped(_ index: Int, _ total: Int) -> Int { ((index % total) + total) % total }

  /// Makes a match the current one and brings it into the window.
  private mutating func stand(on match: Int) {
    guard let found = reading?.found else { return }
    reading?.stand(onMatch: match)
    let row = found.row(of: match)
    reveal(row: row)
    revealColumns(of: match, row: row)
  }

  private mutating func revealColumns(of match: Int, row: Int) {
    guard let reading, let found = reading.found, case .line = reading.layout[row],
      let columns = reading.columns(of: found.range(of: match, onRow: row), inRow: row)
    else { return }
    let width = geometry.textColumns.count
    guard width > 0 else { return }
    if isBare {
      // less shifts by whole windows.
      let (first, last) = (columns.lowerBound / width * width, columns.upperBound / width * width)
      if first < reading.view.left || last > reading.view.left { self.reading?.view.left = first }
    } else if columns.upperBound <= width {
      self.reading?.view.left = 0
    } else if !(reading.view.left..<reading.view.left + width).contains(columns.upperBound) {
      self.reading?.view.left = max(0, columns.lowerBound - width / 3)
    }
  }

  /// As in less also what `n` would go on with.
  mutating func clearSearch() {
    search = nil
    pendingSearch = nil
    reading?.found = nil
    reading?.view.match = nil
  }

  // MARK: As one types

  /// Shows the match that what is typed leads to.
  private mutating func previewMatch() {
    guard let prompt, case .search(let direction) = prompt.kind, let found = reading?.found else { return }
    returnToOrigin(of: prompt)
    guard !prompt.options.keepsPlace else { return }
    let (index, total) = (match(from: prompt, direction), found.matches.count)
    if (0..<total).contains(index) || prompt.options.wraps && total > 0 { stand(on: wrapped(index, total)) }
  }

  /// Index of the match that a prompt leads to, from where it was opened; there need not be one.
  private func match(from prompt: Prompt, _ direction: SearchDirection) -> Int {
    guard let reading, let found = reading.found else { return 0 }
    let (top, fromStart) = (reading.view.top, prompt.options.fromStart)
    switch direction {
    case .forward:
      return (found.firstMatch(atOrBelow: fromStart ? 0 : top) ?? found.matches.count) + prompt.count - 1
    case .backward:
      // less looks back from the end of the screen.
      let end = isBare ? top + pageRows : top
      return (found.lastMatch(above: fromStart ? reading.layout.count : end) ?? -1) - prompt.count + 1
    }
  }

  private mutating func returnToOrigin(of prompt: Prompt) {
    if let origin = prompt.origin { reading?.stand(at: origin) }
  }

  /// After each key at the prompt: what is typed so far is searched for.
  mutating func searchWhatIsTyped() {
    guard let prompt, case .search(let direction) = prompt.kind else { return }
    guard !prompt.line.isEmpty, let query = try? prompt.query() else {
      reading?.found = nil
      pendingSearch = nil
      return returnToOrigin(of: prompt)
    }
    begin(
      Search(pattern: prompt.line.text, direction: direction, options: prompt.options, query: query),
      then: .preview)
  }

  /// Enter at the prompt.
  mutating func confirmSearch(_ prompt: Prompt, direction: SearchDirection) -> [Effect] {
    returnToOrigin(of: prompt)
    if prompt.line.isEmpty {
      repeatSearch(prompt, direction)
      return []
    }
    guard let search = compiled(prompt, direction: direction) else { return [] }
    self.search = search
    highlightsMatches = true
    let kept = remember(search.pattern, at: .patterns)
    if let found = reading?.found, found.isComplete, found.search.isSame(as: search) {
      if let failure = found.failure { giveUp(failure) }
      finish(prompt, direction: direction)
    } else {
      begin(search, then: .confirm(prompt, direction))
    }
    return kept
  }

  /// As in less and vi: the last pattern once more, as it is meant this time and from now on.
  private mutating func repeatSearch(_ prompt: Prompt, _ direction: SearchDirection) {
    guard let old = search else { return goToMatch(direction, count: prompt.count) }
    var options = prompt.options
    options.isLiteral = old.options.isLiteral
    let search = Search(pattern: old.pattern, direction: direction, options: options, query: old.query)
    self.search = search
    highlightsMatches = true
    if options.keepsPlace || options.fromStart {
      begin(search, then: .confirm(prompt, direction))
    } else {
      goToMatch(direction, count: prompt.count)
    }
  }

  /// The search that Enter was pressed at is through the text.
  private mutating func finish(_ prompt: Prompt, direction: SearchDirection) {
    guard let search,
      let index = match(prompt.options.keepsPlace ? 0 : match(from: prompt, direction), of: search),
      !prompt.options.keepsPlace, var reading
    else { return }
    let before = reading.place()
    self.reading = reading
    stand(on: index)
    guard self.reading?.view.top != reading.view.top || self.reading?.view.left != reading.view.left else {
      return
    }
    leaveTrace(at: reading.standpoint)
    self.reading?.beforeJump = before
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
    // As in less, what `n` repeats stays what it is; where it is nothing, the lines' own matches are as good.
    self.search = self.search ?? search
    begin(search, then: .filter)
    return remember(search.pattern, at: .patterns)
  }

  private mutating func finishFilter() {
    guard var reading, let found = reading.found else { return }
    defer { endFilter() }
    guard found.failure == nil else { return }
    let shown = reading.lines(of: found, in: reading.layout)
    // As in less the lines of another filter after the first match both.
    let before = reading.filter.map { Set($0.found) }
    let matching = shown.filter { before?.contains($0) ?? true }
    guard !matching.isEmpty else {
      message = Message("\(found.search.pattern): no line matches.")
      return
    }
    reading.filter(by: (reading.filter?.searches ?? []) + [found.search], leaving: matching)
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

import RFCModel
import TextSearch

extension DocumentScreen {
  /// A command of searching.
  ///
  /// - Returns: false for another one.
  mutating func search(_ command: Command, count: Int?) -> Bool {
    let direction = habits.search?.direction
    switch command {
    case .searchForward: outcome.prompt = searchPrompt(.forward, count: count ?? 1)
    case .searchBackward: outcome.prompt = searchPrompt(.backward, count: count ?? 1)
    case .filterLines: outcome.prompt = FilterPrompt(options: searchOptions)
    case .nextMatch: goToMatch(direction ?? .forward, count: count ?? 1)
    case .previousMatch: goToMatch(direction?.opposite ?? .backward, count: count ?? 1)
    case .toggleHighlight: habits.highlightsMatches.toggle()
    case .clearSearch: clearSearch()
    default: return false
    }
    return true
  }

  func searchPrompt(_ direction: SearchDirection, count: Int = 1) -> SearchPrompt {
    SearchPrompt(direction: direction, options: searchOptions, origin: reading.standpoint, count: count)
  }

  private var searchOptions: SearchOptions {
    var options = SearchOptions()
    options.isLiteral = settings.reading.search == .literal
    options.letterCase = habits.options.letterCase
    return options
  }

  /// Begins a search in the view on the screen; ``work()`` goes on with it.
  mutating func begin(_ search: Search, then purpose: PendingSearch.Purpose) {
    reading.found = nil
    if case .mark = purpose {} else { reading.isAmongMatches = true }
    pendingSearch = PendingSearch(search: search, purpose: purpose)
  }

  /// Marks the matches of the search in force in a view that has changed, without moving. What is under way goes on
  /// in the new view.
  mutating func refreshSearch() {
    guard pendingSearch == nil else { return }
    if let typing, !typing.line.isEmpty { return preview(typing) }
    if let search = habits.search { begin(search, then: .mark) }
  }

  /// What is under way is given up: something else comes to have the window.
  mutating func stopSearching() { pendingSearch = nil }

  /// - Returns: false where there is none.
  mutating func cancelSearch() -> Bool {
    guard let pendingSearch else { return false }
    self.pendingSearch = nil
    reading.found?.stop()
    if case .filter = pendingSearch.purpose { endFilter() }
    return true
  }

  mutating func workOnSearch() {
    guard let pending = pendingSearch else { return }
    if reading.found == nil { reading.found = Found(pending.search, in: reading.searchableText()) }
    reading.found?.advance()
    guard reading.found?.isComplete != false else { return }
    pendingSearch = nil
    reading.findMatch()
    if let failure = reading.found?.failure { giveUp(failure) }
    switch pending.purpose {
    case .mark: break
    case .preview(let prompt): showMatch(of: prompt)
    case .confirm(let prompt): finish(prompt)
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
      if reading.found?.isSlow == true { slow += 1 }
    }
  }

  /// 2 MB of text, or 30 ms of a hopeless pattern.
  private static let partsWaitedFor = 32
  private static let slowPartsWaitedFor = 3

  private mutating func giveUp(_ failure: QueryError) {
    message = Message(warning: "Search stopped: \(failure).")
  }

  /// Index of the section that the status line names: the one of the current match while that is in the window, else
  /// the one at the window's top.
  var sectionShown: Int? {
    if habits.highlightsMatches, let row = reading.matchShown(in: pageRows) {
      return reading.outline?.index(ofSectionAt: reading.layout.line(ofRow: row))
    }
    return reading.section(atRow: currentRow)
  }

  // MARK: From a search of all texts

  /// The words of a search of all texts, and the place where they were found.
  mutating func searchOnArrival(_ pattern: String, from line: Int) {
    guard let query = try? Query(pattern: pattern, isLiteral: false) else { return }
    let search = Search(pattern: pattern, direction: .forward, options: SearchOptions(), query: query)
    habits.search = search
    habits.highlightsMatches = true
    let row = reading.layout.row(ofLine: line)
    reading.view.top = max(0, min(row - pageRows / 3, lastTop))
    begin(search, then: .stand(line: line))
  }

  private mutating func standAtMatch(from line: Int) {
    let row = reading.layout.row(ofLine: line)
    guard let match = reading.found?.firstMatch(atOrBelow: row) ?? reading.found?.lastMatch(above: row)
    else { return }
    stand(on: match)
  }

  // MARK: n and N

  private mutating func goToMatch(_ direction: SearchDirection, count: Int) {
    guard let search = habits.search else {
      message = Message("There is no search to repeat. / starts one.")
      return
    }
    habits.highlightsMatches = true
    if pendingSearch == nil, reading.found?.search.isSame(as: search) == true {
      finishMove(direction, count: count)
    } else {
      begin(search, then: .move(direction, count: count))
    }
  }

  private mutating func finishMove(_ direction: SearchDirection, count: Int) {
    guard let search = habits.search, let found = reading.found else { return }
    let here = currentRow
    // As in less from the line that one is at: with --pages, or a match above it would be led to downwards.
    let begins = isBare ? here..<here + 1 : reading.view.top..<reading.view.top + pageRows
    let current = found.current.flatMap { begins.contains(found.row(of: $0)) ? $0 : nil }
    let isAtLine = isBare || habits.options.target != nil && found.current != nil
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
    reading.beforeJump = reading.place()
    stand(on: match)
  }

  /// The match of that index, counted on from the other end where there is none; nil where the search does not go on
  /// there, which a message says.
  private mutating func match(_ index: Int, of search: Search) -> Int? {
    guard let found = reading.found else { return nil }
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
    message = Message(limit + (index < 0 ? "Continued from the end." : "Continued from the top."))
    return wrapped(index, total)
  }

  private func wrapped(_ index: Int, _ total: Int) -> Int { ((index % total) + total) % total }

  /// Makes a match the current one and brings it into the window.
  private mutating func stand(on match: Int) {
    guard let found = reading.found else { return }
    let row = found.row(of: match)
    reveal(row: row)
    revealColumns(of: match, row: row)
    reading.stand(onMatch: match)
  }

  private mutating func revealColumns(of match: Int, row: Int) {
    guard let found = reading.found, reading.layout.scrolls(row: row),
      let columns = reading.columns(of: found.range(of: match, onRow: row), inRow: row)
    else { return }
    let width = geometry.textColumns.count
    guard width > 0 else { return }
    if isBare {
      // less shifts by whole windows.
      let (first, last) = (columns.lowerBound / width * width, columns.upperBound / width * width)
      if first < reading.view.left || last > reading.view.left { reading.view.left = first }
    } else if columns.upperBound <= width {
      reading.view.left = 0
    } else if !(reading.view.left..<reading.view.left + width).contains(columns.upperBound) {
      reading.view.left = max(0, columns.lowerBound - width / 3)
    }
  }

  /// As in less also what `n` would go on with.
  private mutating func clearSearch() {
    habits.search = nil
    pendingSearch = nil
    reading.found = nil
    reading.view.match = nil
  }

  // MARK: As one types

  /// After each key at the prompt: what is typed so far is searched for.
  mutating func preview(_ prompt: SearchPrompt) {
    typing = prompt
    guard !prompt.line.isEmpty, let query = try? prompt.query() else {
      reading.found = nil
      pendingSearch = nil
      return reading.stand(at: prompt.origin)
    }
    begin(
      Search(pattern: prompt.line.text, direction: prompt.direction, options: prompt.options, query: query),
      then: .preview(prompt))
  }

  /// Shows the match that what is typed leads to.
  private mutating func showMatch(of prompt: SearchPrompt) {
    guard let found = reading.found else { return }
    reading.stand(at: prompt.origin)
    guard !prompt.options.keepsPlace else { return }
    let (index, total) = (match(from: prompt), found.matches.count)
    if (0..<total).contains(index) || prompt.options.wraps && total > 0 { stand(on: wrapped(index, total)) }
  }

  /// Index of the match that a prompt leads to, from where it was opened; there need not be one.
  private func match(from prompt: SearchPrompt) -> Int {
    guard let found = reading.found else { return 0 }
    let (top, fromStart) = (reading.view.top, prompt.options.fromStart)
    switch prompt.direction {
    case .forward:
      return (found.firstMatch(atOrBelow: fromStart ? 0 : top) ?? found.matches.count) + prompt.count - 1
    case .backward:
      // less looks back from the end of the screen.
      let end = isBare ? top + pageRows : top
      return (found.lastMatch(above: fromStart ? reading.layout.count : end) ?? -1) - prompt.count + 1
    }
  }

  /// ESC at the prompt.
  mutating func giveUp(_ prompt: SearchPrompt) {
    typing = nil
    pendingSearch = nil
    reading.stand(at: prompt.origin)
    reading.found = nil
    refreshSearch()
  }

  /// Enter at the prompt.
  mutating func search(_ prompt: SearchPrompt) {
    typing = nil
    reading.stand(at: prompt.origin)
    if prompt.line.isEmpty { return repeatSearch(prompt) }
    guard let query = compiled(prompt.line.text, { () throws(QueryError) in try prompt.query() }) else {
      return
    }
    let search = Search(
      pattern: prompt.line.text, direction: prompt.direction, options: prompt.options, query: query)
    habits.search = search
    habits.highlightsMatches = true
    outcome.typed = Outcome.Typed(text: search.pattern, history: .patterns)
    if let found = reading.found, found.isComplete, found.search.isSame(as: search) {
      if let failure = found.failure { giveUp(failure) }
      finish(prompt)
    } else {
      begin(search, then: .confirm(prompt))
    }
  }

  /// As in less and vi: the last pattern once more, as it is meant this time and from now on.
  private mutating func repeatSearch(_ prompt: SearchPrompt) {
    guard let old = habits.search else { return goToMatch(prompt.direction, count: prompt.count) }
    var options = prompt.options
    options.isLiteral = old.options.isLiteral
    let search = Search(
      pattern: old.pattern, direction: prompt.direction, options: options, query: old.query)
    habits.search = search
    habits.highlightsMatches = true
    if options.keepsPlace || options.fromStart {
      begin(search, then: .confirm(prompt))
    } else {
      goToMatch(prompt.direction, count: prompt.count)
    }
  }

  /// The search that Enter was pressed at is through the text.
  private mutating func finish(_ prompt: SearchPrompt) {
    reading.isAmongMatches = true
    guard let search = habits.search,
      let index = match(prompt.options.keepsPlace ? 0 : match(from: prompt), of: search),
      !prompt.options.keepsPlace
    else { return }
    let (place, view, standpoint) = (reading.place(), reading.view, reading.standpoint)
    stand(on: index)
    guard reading.view.top != view.top || reading.view.left != view.left else { return }
    leaveTrace(at: standpoint)
    reading.beforeJump = place
  }

  private mutating func compiled(_ pattern: String, _ compile: () throws(QueryError) -> Query) -> Query? {
    do throws(QueryError) {
      return try compile()
    } catch {
      message = Message(warning: "\(pattern): \(error).")
      return nil
    }
  }

  // MARK: The filter

  /// Enter at the prompt of `&`.
  mutating func filter(_ prompt: FilterPrompt) {
    if prompt.line.isEmpty {
      reading.apply(nil)
      return refreshSearch()
    }
    guard let query = compiled(prompt.line.text, { () throws(QueryError) in try prompt.query() }) else {
      return
    }
    let search = Search(pattern: prompt.line.text, direction: .forward, options: prompt.options, query: query)
    // As in less, what `n` repeats stays what it is; where it is nothing, the lines' own matches are as good.
    habits.search = habits.search ?? search
    begin(search, then: .filter)
    outcome.typed = Outcome.Typed(text: search.pattern, history: .patterns)
  }

  private mutating func finishFilter() {
    guard let found = reading.found else { return }
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
    if found.isTruncated {
      message = Message(warning: "Too many matches: the filter stops at the last one counted.")
    }
  }

  /// The matches shown are those of the search again, which the filter's were in place of.
  mutating func endFilter() {
    reading.found = nil
    refreshSearch()
  }
}

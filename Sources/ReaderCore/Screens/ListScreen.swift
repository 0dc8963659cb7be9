import CellGrid
import RFCModel

/// A list that has the window. Moving, selecting, narrowing, sorting and the mouse are the same in all of them; a list
/// says what its entries are and how they look.
protocol ListScreen: Screen, Sendable {
  associatedtype Entry: Sendable
  var entries: EntryList<Entry> { get set }
  /// What the catalogue does not know of documents.
  var surroundings: CatalogueFilter.Surroundings { get set }
  /// The rows that an entry takes on the screen, 1 at least.
  ///
  /// - Parameter index: among those that are left.
  func rows(of index: Int) -> Int
  /// The orders in turn.
  var orders: [ListOrder] { get }

  /// Nil for what no document of the series is.
  func document(of entry: Entry) -> DocumentID?
  func title(of entry: Entry) -> String
  /// Whether two entries are the same one, as it was and as it is.
  func isSame(_ a: Entry, _ b: Entry) -> Bool
  /// Indices of all the entries, in an order.
  func indices(in order: ListOrder) -> [Int32]
  /// What is left by what was typed; nil: all.
  func passes(_ filter: String) -> ((Entry) -> Bool)?
  /// The same as indices of all entries, the best first, where the program has said so; nil: ``passes(_:)`` tells.
  var ranking: [Int32]? { get }
  /// The document that comes first, whatever the order: what was typed is its number.
  var first: DocumentID? { get }
  /// What `/` opens.
  var filterPrompt: any Prompt { get }

  /// Enter.
  mutating func open(count: Count) -> Outcome
  /// A command that not all lists have.
  mutating func answer(_ command: Command, count: Count) -> Outcome
  /// What is asked for when the list comes to have the window.
  var questions: [Effect] { get }
  /// What is asked for when the window shows other entries than before.
  mutating func missing() -> [Effect]

  /// The first row.
  var heading: ListTitle { get }
  /// What there is to say of what is left, below it.
  var remark: String? { get }
  /// Where nothing is left.
  var emptyWords: Message { get }
  /// - Parameters:
  ///   - index: among those that are left.
  ///   - isFirst: of those in the window.
  ///   - rows: of the screen; fewer than an entry takes at the window's end.
  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas)
}

extension ListScreen {
  func rows(of index: Int) -> Int { 1 }
  var filter: String { entries.filter }
  var filterPrompt: any Prompt { ListFilterPrompt(filter) }
  var selectedDocument: DocumentID? { entries.selected.flatMap(document(of:)) }
  var first: DocumentID? { nil }
  var ranking: [Int32]? { nil }
  var remark: String? { nil }
  var questions: [Effect] { [] }
  mutating func missing() -> [Effect] { [] }
  func answer(_ command: Command, count: Count) -> Outcome { .unanswered }
  func take(_ event: ReaderEvent) -> Outcome { Outcome() }

  /// Of the entry that the keys are on.
  var selectedIndex: Int { entries.cursor.selected }

  /// What the window shows of them.
  var listRows: ListRows {
    ListRows(count: entries.shown.count, room: pageRows, height: rows(of:))
  }

  func isCached(_ document: DocumentID) -> Bool { surroundings.cached.contains(document) }

  // MARK: Commands

  mutating func run(_ command: Command, count: Count) -> Outcome {
    switch command {
    case .select: return open(count: count)
    case .searchForward:
      var outcome = Outcome()
      outcome.prompt = filterPrompt
      return outcome
    case .sortLibrary: sortNext()
    case .toggleCachedOnly: toggleCachedOnly()
    default:
      guard let row = row(after: command, count: count.number) else {
        var outcome = answer(command, count: count)
        outcome.effects += fit()
        return outcome
      }
      entries.cursor.selected = row
    }
    var outcome = Outcome()
    outcome.effects = fit()
    return outcome
  }

  /// Nil for a command that does not move.
  private func row(after command: Command, count: Int?) -> Int? {
    let page = listRows.page(beginningWith: entries.cursor.top)
    let half = window.isBare ? usualHalf : max(1, page / 2)
    return Moving(from: entries.cursor.selected, of: entries.shown.count, page: page, half: half)
      .target(of: command, count: count)
  }

  /// Keeps the keys in the window.
  ///
  /// - Returns: what the window needs.
  mutating func fit() -> [Effect] {
    keepInView()
    return missing()
  }

  private mutating func keepInView() {
    entries.cursor.keepInView(of: listRows)
  }

  // MARK: What is left, and in which order

  mutating func narrow(to filter: String) {
    narrow(to: filter, in: entries.order)
  }

  mutating func narrow(to filter: String, in order: ListOrder) {
    entries.filter = filter
    if order == entries.order {
      choose()
    } else {
      entries.order = order
      sort()
    }
    entries.cursor = ListCursor()
    keepInView()
  }

  /// Takes what the program says of what was typed. The first one may be another one now; any other stays selected.
  mutating func takeRanking() {
    let selected = entries.cursor.selected == 0 ? nil : entries.selected
    choose()
    select(selected)
  }

  /// Takes what there is now; filter, order and selection stay.
  mutating func replace(by all: [Entry]) {
    let (selected, index) = (entries.selected, entries.cursor.selected)
    entries.replace(by: all)
    sort()
    select(selected, otherwise: index)
  }

  /// Takes what is known of documents now.
  mutating func know(_ surroundings: CatalogueFilter.Surroundings) {
    guard surroundings != self.surroundings else { return }
    let selected = entries.selected
    self.surroundings = surroundings
    choose()
    select(selected)
  }

  /// The entry selected stays so, unless it is the first one: then the list is seen from its new beginning.
  private mutating func sortNext() {
    let selected = entries.cursor.selected == 0 ? nil : entries.selected
    let next = (orders.firstIndex(of: entries.order) ?? 0) + 1
    guard !orders.isEmpty else { return }
    entries.order = orders[next % orders.count]
    sort()
    select(selected)
  }

  private mutating func toggleCachedOnly() {
    let selected = entries.selected
    entries.showsCachedOnly.toggle()
    choose()
    select(selected)
  }

  private mutating func sort() {
    entries.sort(into: indices(in: entries.order))
    choose()
  }

  private mutating func choose() {
    let ranking = ranking
    let passes = ranking == nil ? passes(entries.filter) : nil
    let cached = entries.showsCachedOnly ? surroundings.cached : nil
    guard passes != nil || cached != nil else { return entries.choose(nil, among: ranking) }
    let list = self
    func isCached(_ entry: Entry) -> Bool {
      cached.map { list.document(of: entry).map($0.contains) ?? false } ?? true
    }
    entries.choose({ isCached($0) && (passes?($0) ?? true) }, among: ranking)
    if let first { entries.bringToFront { list.document(of: $0) == first } }
  }

  private mutating func select(_ entry: Entry?, otherwise other: Int = 0) {
    let list = self
    if let entry {
      entries.select(where: { list.isSame($0, entry) }, otherwise: other)
    } else {
      entries.cursor.selected = other
    }
    keepInView()
  }

  func indices(in order: ListOrder) -> [Int32] {
    let indices = entries.all.indices.map { Int32($0) }
    switch order {
    case .normative, .here, .verified: return indices
    case .title:
      let titles = entries.all.map { title(of: $0).lowercased() }
      return indices.sorted { (titles[Int($0)], $0) < (titles[Int($1)], $1) }
    case .best, .oldest, .newest:
      // Drafts, which have no number, stay at the end.
      let numbers = entries.all.map { entry -> Int in
        guard let number = document(of: entry)?.rfc else { return .max }
        return order == .oldest ? number.value : -number.value
      }
      return indices.sorted { (numbers[Int($0)], $0) < (numbers[Int($1)], $1) }
    }
  }

  // MARK: The mouse

  mutating func scroll(by rows: Int, over spot: Spot?) -> Outcome {
    // Whole entries, and one at least.
    let height = entries.shown.isEmpty ? 1 : self.rows(of: min(entries.cursor.top, entries.shown.count - 1))
    entries.cursor.scroll(by: rows.signum() * max(1, abs(rows) / height), over: listRows)
    var outcome = Outcome()
    outcome.effects = fit()
    return outcome
  }

  mutating func press(_ spot: Spot?, at position: Position) -> Outcome {
    var outcome = Outcome()
    if case .fold(let index) = spot {
      entries.cursor.selected = index
      return run(.toggleFold, count: .none)
    }
    guard case .entry(let index) = spot else { return outcome }
    if entries.cursor.selected == index {
      outcome.confirms = true
    } else {
      entries.cursor.selected = index
      outcome.effects = fit()
    }
    return outcome
  }

  // MARK: Drawing

  func geometry(hasPrompt: Bool) -> Geometry {
    Geometry(of: window, hasPrompt: hasPrompt, hasRemark: remark != nil)
  }

  var statusEnd: String {
    let count = entries.shown.count
    return count > 0 ? "\(entries.cursor.selected + 1) of \(count)" : ""
  }

  func draw(_ geometry: Geometry, in canvas: inout Canvas) {
    let width = canvas.frame.size.columns
    if let row = geometry.titleRow {
      heading.draw(row: row, in: &canvas.frame)
      if let remark, row + 1 < geometry.textRows.lowerBound {
        canvas.frame.put(remark.fitted(columns: max(0, width - 2)), row: row + 1, column: 1, role: .dimmed)
      }
    }
    let rows = geometry.textRows
    let count = entries.shown.count
    if count == 0 {
      let words = emptyWords
      for (row, line) in zip(rows, words.text.wrapped(columns: max(1, width - 2))) {
        canvas.frame.put(line, row: row, column: 1, role: words.isWarning ? .warning : .dimmed)
      }
    }
    let shown = entries.cursor.shown(of: listRows)
    var first = rows.lowerBound
    for index in shown where first < rows.upperBound {
      let place = first..<min(first + self.rows(of: index), rows.upperBound)
      first = place.upperBound
      let isSelected = index == entries.cursor.selected
      canvas.mark(.entry(index), rows: place, columns: 0..<width)
      if isSelected {
        for row in place { canvas.frame.paint(row: row, columns: 0..<width, role: .selection) }
      }
      draw(
        index, isSelected: isSelected, isFirst: index == shown.lowerBound, rows: place, in: &canvas)
    }
  }

  /// The keys that matter in a list, as many of them as there is room for.
  func drawStatus(row: Int, column: Int, columns: Int, keyMap: KeyMap?, in frame: inout Frame) {
    let hints = CommandEntry.hints(in: context, keyMap).map { command, hint in
      command == .sortLibrary ? "\(hint): \(entries.order.rawValue)" : hint
    }
    frame.put(hints: hints, row: row, column: column, columns: columns)
  }
}

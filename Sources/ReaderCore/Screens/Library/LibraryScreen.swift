import RFCModel

/// Every document there is.
struct LibraryScreen: ListScreen {
  var window: Window
  var entries = EntryList<CatalogueRow>()
  var surroundings: CatalogueFilter.Surroundings
  /// A word on where the list comes from: `index from 3 days ago`.
  private(set) var note: String
  /// The order of the whole list, while what was typed leaves a part of it.
  private var orderOfAll = ListOrder.newest
  /// What the program was asked to rank.
  private var asked: Question?
  /// Its answer: the documents as indices of all entries.
  private var ranked: (question: Question, ranking: [Int32], leftOut: [String])?

  /// What the catalogue says of those that the title alone does not explain, as far as they were in the window.
  private(set) var described: [RFCNumber: CatalogueEntry] = [:]
  /// Asked for, so that none is asked for twice.
  private var askedOf: Set<RFCNumber> = []

  /// What a ranking depends on.
  private struct Question: Hashable {
    let filter: CatalogueFilter
    /// None where they do not matter.
    let surroundings: CatalogueFilter.Surroundings
  }

  init(_ contents: LibraryContents, in window: Window) {
    self.window = window
    surroundings = contents.surroundings
    note = contents.note
    replace(by: contents.rows)
  }

  let context = Context.library

  var orders: [ListOrder] {
    let orders: [ListOrder] = [.newest, .oldest, .title]
    return CatalogueFilter(typed: filter).ranks ? [.best] + orders : orders
  }

  func document(of row: CatalogueRow) -> DocumentID? { row.id }
  func title(of row: CatalogueRow) -> String { row.title }
  func isSame(_ a: CatalogueRow, _ b: CatalogueRow) -> Bool { a.id == b.id }

  // MARK: What is typed

  /// Once words are typed the best comes first.
  mutating func narrow(to filter: String) {
    let (before, now) = (CatalogueFilter(typed: self.filter).ranks, CatalogueFilter(typed: filter).ranks)
    if now, !before { orderOfAll = entries.order }
    narrow(to: filter, in: now == before ? entries.order : now ? .best : orderOfAll)
  }

  /// By the titles alone, as long as there is no answer.
  func passes(_ filter: String) -> ((CatalogueRow) -> Bool)? {
    let terms = CatalogueFilter(typed: filter)
    let surroundings = surroundings
    return terms.isEmpty ? nil : { terms.matches($0, in: surroundings) }
  }

  private var question: Question? {
    let terms = CatalogueFilter(typed: filter)
    if terms.isEmpty { return nil }
    return Question(filter: terms, surroundings: terms.asksSurroundings ? surroundings : .init())
  }

  var ranking: [Int32]? { ranked.flatMap { $0.question == question ? $0.ranking : nil } }
  var leftOut: [String] { ranked.flatMap { $0.question == question ? $0.leftOut : nil } ?? [] }

  var first: DocumentID? { filter.isEmpty ? nil : CatalogueFilter(typed: filter).first }

  mutating func missing() -> [Effect] {
    let question = question
    guard question == asked else {
      asked = question
      return question.map { [.rank($0.filter, in: $0.surroundings)] } ?? []
    }
    let typed = typedWords
    let columns = LibraryColumns(width: window.size.columns)
    let numbers = entries.cursor.shown(of: listRows).compactMap { index -> RFCNumber? in
      let row = entries[index]
      guard let number = row.id.rfc, !askedOf.contains(number), typed.asksMore(of: row) else { return nil }
      return columns.asideWidth(behind: row.title) > 0 ? number : nil
    }
    askedOf.formUnion(numbers)
    return numbers.isEmpty ? [] : [.describe(numbers)]
  }

  var typedWords: TypedWords { TypedWords(CatalogueFilter(typed: filter), leftOut: leftOut) }

  var filterPrompt: any Prompt {
    ListFilterPrompt(filter, fields: "words, number, \(FilterField.hint)", isOfLibrary: true)
  }

  // MARK: Questions and answers

  mutating func open(count: Count) -> Outcome {
    // `9110` and Enter: who types a number in the list of RFCs means the RFC.
    if let number = count.number.flatMap({ RFCNumber($0) }) {
      return .asks(for: .open(.rfc(number), at: nil))
    }
    let name = TypedName(filter)
    // What is named need not be listed, as long as there is no catalogue.
    guard let row = entries.selected else { return name.map { .opens($0) } ?? Outcome() }
    return .asks(for: .open(row.id, at: name?.anchor(in: row.id)))
  }

  mutating func take(_ event: ReaderEvent) -> Outcome {
    var outcome = Outcome()
    switch event {
    case .library(let contents):
      update(contents)
      outcome.effects = fit()
    case .ranked(let ranked, let filter):
      guard let question, question.filter == filter else { break }
      let indices = ranked.all.compactMap { index(of: $0.id) }
      self.ranked = (question, indices, ranked.leftOut)
      (described, askedOf) = ([:], [])
      takeRanking()
      outcome.effects = fit()
    case .described(let entries):
      for entry in entries where askedOf.contains(entry.number) { described[entry.number] = entry }
    default: break
    }
    return outcome
  }

  /// Takes what the program knows now; filter, order and the row selected stay.
  mutating func update(_ contents: LibraryContents) {
    surroundings = contents.surroundings
    note = contents.note
    asked = nil
    ranked = nil
    replace(by: contents.rows)
  }

  /// The entries ascend.
  private func index(of id: DocumentID) -> Int32? {
    let all = entries.all
    let index = all.partitioningIndex { $0.id >= id }
    return index < all.count && all[index].id == id ? Int32(index) : nil
  }
}

extension CatalogueFilter {
  /// Whether of what it leaves one thing answers better than another.
  fileprivate var ranks: Bool { !words.isEmpty }

  fileprivate var asksSurroundings: Bool {
    terms.contains { $0 == .cached || $0 == .recent || $0 == .bookmarked }
  }
}

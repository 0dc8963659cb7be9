import RFCFormats
import RFCModel

/// The requirements of a text, to be ticked off.
struct ChecklistScreen: ListScreen {
  /// `RFC 9110`.
  let name: String
  let id: DocumentID?
  /// What the list is kept with; nil for a text that cannot be opened again.
  let subject: Bookmark.Subject?
  var window: Window
  var surroundings = CatalogueFilter.Surroundings()
  var entries = EntryList<Checklist.Item>(in: .here)
  private var checklist: Checklist
  /// 0-based lines of the headings of sections, by their numbers or titles.
  private let headings: [String: Int]
  /// What was changed since the list was narrowed: it stays in it, so that it can be changed back.
  private var changed: Set<RequirementKey> = []

  /// - Parameter line: 0-based, that one stands at.
  init(_ checklist: Checklist, of reading: Reading, at line: Int, in window: Window) {
    name = reading.name
    id = reading.id
    subject = reading.subject
    self.window = window
    self.checklist = checklist
    let sections = reading.outline?.sections ?? []
    headings = Dictionary(
      sections.map { ($0.number?.text ?? $0.title, $0.lines.lowerBound) },
      uniquingKeysWith: { first, _ in first })
    replace(by: checklist.items)
    entries.select(
      where: { $0.requirement.map { $0.lines.upperBound > line } ?? false },
      otherwise: max(0, checklist.count - 1))
    _ = fit()
    // What comes before it is seen, too, and more of what follows.
    let shown = entries.cursor.shown(of: listRows)
    entries.cursor.scroll(by: max(0, selectedIndex - 1 - shown.lowerBound), over: listRows)
  }

  let context = Context.checklist
  let orders: [ListOrder] = []
  var questions: [Effect] { subject.map { [.checklist($0)] } ?? [] }
  var filterPrompt: any Prompt { ListFilterPrompt(filter, fields: ChecklistFilter.hint, stays: true) }

  func document(of item: Checklist.Item) -> DocumentID? { id }
  func title(of item: Checklist.Item) -> String { item.key.words }

  func isSame(_ a: Checklist.Item, _ b: Checklist.Item) -> Bool {
    a.key == b.key && a.requirement?.lines == b.requirement?.lines
  }

  func passes(_ filter: String) -> ((Checklist.Item) -> Bool)? {
    guard let filter = ChecklistFilter(filter) else { return nil }
    let changed = changed
    return { filter.matches($0, isKept: changed.contains($0.key)) }
  }

  mutating func narrow(to filter: String) {
    changed = []
    narrow(to: filter, in: entries.order)
  }

  /// How many are done, and so on.
  var counts: (total: Int, done: Int, notApplicable: Int, questions: Int, gone: Int) {
    (
      checklist.count, checklist.count(.done), checklist.count(.notApplicable), checklist.count(.question),
      checklist.gone
    )
  }

  /// Enter: its place in the text; of one that is not there the heading of its section.
  func open(count: Count) -> Outcome {
    guard let item = entries.selected else { return Outcome() }
    var outcome = Outcome()
    let landmark =
      item.requirement.map { Landmark(line: $0.lines.lowerBound) }
      ?? headings[item.key.section].map { Landmark(line: $0) }
    if item.isGone { outcome.message = Message("The text does not have this sentence any more.") }
    outcome.place = landmark.map { .init(name: name, id: id, landmark: $0) }
    return outcome
  }

  mutating func answer(_ command: Command, count: Count) -> Outcome {
    switch command {
    case .markDone: return toggle(.done)
    case .markNotApplicable: return toggle(.notApplicable)
    case .markQuestion: return toggle(.question)
    case .editNote:
      guard let item = entries.selected else { return Outcome() }
      guard let subject else { return unkept }
      return .opens(RequirementNotePrompt(of: item, in: subject))
    default: return .unanswered
    }
  }

  /// Gives the selected one a state, or takes that back. It is shown when it is kept, and not before.
  private mutating func toggle(_ state: RequirementState) -> Outcome {
    guard let item = entries.selected else { return Outcome() }
    guard let subject else { return unkept }
    changed.insert(item.key)
    let new = item.state == state ? nil : state
    return .asks(for: .note([ChecklistChange(item.noted, .state(new))], of: subject))
  }

  private var unkept: Outcome {
    .says(Message(warning: "Nothing can be kept of \(name): it has neither a number nor a path."))
  }

  mutating func take(_ event: ReaderEvent) -> Outcome {
    guard case .checklist(let kept, let subject) = event, subject == self.subject else { return Outcome() }
    checklist.take(kept)
    replace(by: checklist.items)
    return Outcome()
  }
}

import CellGrid
import RFCModel

/// A reader: what has its window, the keys that are typed, the way back. What it shows follows from it and from nothing
/// else.
struct Pane {
  let settings: ReaderSettings
  private(set) var window: Window
  /// As what it asks for things.
  var asker: Asker
  /// What is asked of the workspace, until it has been done.
  var change: WorkspaceChange?

  // MARK: What has the window, one over the other

  /// What is read.
  var document: DocumentScreen?
  /// A list, over the document.
  var list: (any ListScreen)?
  /// A text of ours, help or what the catalogue says, over whatever it was called from, until it is closed.
  var cover: DocumentScreen?

  /// Lists as they were left.
  private var left: [Context: any ListScreen] = [:]
  /// Every document there is, where the reader was started with it, or it was asked for.
  var library: LibraryContents?
  /// What is cached, and so on; nil until the first list has asked.
  var surroundings: CatalogueFilter.Surroundings?
  var history = History()
  /// What to do when the document that was asked for has come.
  var arrival: Arrival?
  var download: DownloadProgress?

  // MARK: What is typed

  private var madeKeyMap: KeyMap?
  var typed = TypedKeys()
  var prompt: (any Prompt)?
  var message: Message?
  /// What was typed at the prompts, the oldest first.
  var histories: PromptHistories
  var lastCommand: Command?
  /// Whether this is one more step of the same kind: from section to section, from match to match.
  var isStepping = false
  /// What the run began with in a text that is still coming, until it is reached or the user does something.
  var awaited: StartCommand?
  /// No key has been pressed in a text.
  private var isUntouched = true
  /// Whether the reader was told in a narrow window how prose is set at its width.
  private var hasOfferedReflow = false
  /// How texts are read here, as long as there is none.
  private var firstHabits: ReadingHabits

  init(size: Size, settings: ReaderSettings, asker: Asker) {
    self.settings = settings
    self.asker = asker
    window = Window(size: size, isBare: settings.isBare)
    histories = settings.histories
    firstHabits = ReadingHabits(settings)
  }

  /// The text that has the window; nil where a list has it.
  var text: DocumentScreen? {
    get { withText { $0 } }
    _modify {
      if cover != nil {
        yield &cover
      } else if list == nil {
        yield &document
      } else {
        var none: DocumentScreen?
        yield &none
      }
    }
  }

  /// Hands over the text that has the window without the copy that ``text`` makes: for what each key asks several times.
  ///
  /// - Returns: nil where a list has the window.
  func withText<Result>(_ use: (DocumentScreen) -> Result) -> Result? {
    if let cover { return use(cover) }
    guard list == nil, let document else { return nil }
    return use(document)
  }

  /// Whether a text has the window.
  var showsText: Bool { cover != nil || list == nil && document != nil }

  /// How texts are read here, whichever it is.
  var habits: ReadingHabits {
    get { cover?.habits ?? document?.habits ?? firstHabits }
    set {
      firstHabits = newValue
      document?.habits = newValue
      cover?.habits = newValue
    }
  }

  /// Where the keys go.
  var context: Context { withText(\.context) ?? list?.context ?? .reading }

  /// The document that is read, or that the keys are on in a list.
  var selectedDocument: DocumentID? { withText(\.selectedDocument) ?? list?.selectedDocument }

  /// For the window around the screen.
  var title: String { (list == nil ? document?.title : nil) ?? "rfcview" }

  /// What the search has found in the text that has the window.
  var found: Found? { withText(\.reading.found) ?? nil }

  /// Whether the library is on the screen, or under what is.
  var showsLibrary: Bool { library != nil }

  /// True while something is left to do that nobody has to press a key for.
  var hasWork: Bool { withText(\.hasWork) ?? false }

  /// The keys in force.
  var keyMap: KeyMap { madeKeyMap ?? KeyMap(settings.keys) }

  /// Made after the first screen, which does not wait for it, and before the first key, which would pay for it.
  mutating func prepareKeys() {
    if madeKeyMap == nil { madeKeyMap = KeyMap(settings.keys) }
  }

  /// The place and the marks to keep, wherever the program ends.
  mutating func memory() -> (id: DocumentID, memory: DocumentMemory)? { document?.memory() }

  /// What is to be kept when the document, or the pane, is given up.
  mutating func keptMemory() -> [Effect] { memory().map { [.remember($0.id, $0.memory)] } ?? [] }

  // MARK: Having screens do things

  /// Has the text that has the window do something.
  ///
  /// - Returns: what follows for the program.
  mutating func inText(_ use: (inout DocumentScreen) -> Void) -> [Effect] {
    (text?.perform(use)).map { apply($0) } ?? []
  }

  /// Has what has the window answer a command.
  mutating func answer(_ command: Command, count: Count = .none) -> [Effect] {
    let outcome = text?.run(command, count: count) ?? list?.run(command, count: count)
    if outcome?.isUnanswered ?? true { message = Message("\(command.rawValue) does nothing here.") }
    return outcome.map { apply($0) } ?? []
  }

  /// Whether the text that has the window has a place.
  mutating func has(_ place: Anchor) -> Bool { text?.reading.line(at: place) != nil }

  /// Narrows what the keys go through.
  mutating func narrow(to filter: String) -> [Effect] {
    if showsText { return inText { $0.narrow(to: filter) } }
    list?.narrow(to: filter)
    return list?.fit() ?? []
  }

  /// Whether it shows the first document that it has, and nobody has done anything there.
  var isFirstScreen: Bool { isUntouched && !window.isBare && cover == nil && list == nil && document != nil }

  /// A key: what was to be seen until then is gone.
  mutating func forgetMarks() {
    if showsText { isUntouched = false }
    message = nil
    document?.reading.marksLandmark = false
    cover?.reading.marksLandmark = false
  }

  /// Hands news and answers to all screens: each knows its own.
  mutating func spread(_ event: ReaderEvent) -> [Effect] {
    var outcomes = [document?.take(event), cover?.take(event), list?.take(event)].compactMap(\.self)
    for context in left.keys { outcomes.append(left[context]?.take(event) ?? Outcome()) }
    return outcomes.flatMap { apply($0) }
  }

  mutating func apply(_ outcome: Outcome) -> [Effect] {
    if let message = outcome.message { self.message = message }
    if let trace = outcome.trace, !isStepping, cover == nil { history.push(.document(trace)) }
    if let prompt = outcome.prompt { self.prompt = prompt }
    if let command = outcome.awaitsLetter { typed.awaitsLetter = command }
    if let arrival = outcome.arrival { self.arrival = arrival }
    if let change = outcome.change { self.change = change }
    let kept = outcome.typed.map { remember($0.text, at: $0.history) } ?? []
    let shown =
      outcome.list.map { show($0) } ?? outcome.citation.map { show($0) } ?? outcome.remark.map { show($0) }
      ?? outcome.place.map { show($0) }
      ?? []
    return shown + outcome.effects + kept
  }

  // MARK: What has the window

  mutating func resize(to size: Size) -> [Effect] {
    window.size = size
    document?.window = window
    cover?.window = window
    wrapHelp()
    var effects = (document?.perform { $0.fit() }).map { apply($0) } ?? []
    effects += (cover?.perform { $0.fit() }).map { apply($0) } ?? []
    list?.window = window
    effects += list?.fit() ?? []
    offerReflow()
    return effects
  }

  /// Brings a list into the window; the way back leads to where one was.
  mutating func show(_ new: some ListScreen) -> [Effect] {
    let effects = keptMemory()
    close()
    if list?.context != new.context { leaveTrace() }
    return effects + put(new)
  }

  /// A list as it was; what is known of documents, as it is now.
  mutating func put(_ new: some ListScreen) -> [Effect] {
    close()
    document?.stopSearching()
    if let list { left[list.context] = list }
    var list: any ListScreen = new
    list.window = window
    if let surroundings { list.know(surroundings) }
    self.list = list
    return (surroundings == nil ? [.surroundings] : []) + (self.list?.fit() ?? []) + new.questions
  }

  /// A list as it was left; nil where it has not been on the screen.
  func list(_ context: Context) -> (any ListScreen)? { list?.context == context ? list : left[context] }

  /// The document again, from under a list.
  mutating func putDocument() {
    if let list { left[list.context] = list }
    list = nil
  }

  /// Shows a text of ours over what is there, until it is closed.
  mutating func cover(with source: Source, about id: DocumentID? = nil, outline: Outline) {
    let reading = Reading(source, about: id, outline: outline)
    var screen = DocumentScreen(reading, in: window, settings, habits)
    screen.reading.contents.visibility = .closed
    screen.isCover = true
    screen.fit()
    text?.stopSearching()
    cover = screen
  }

  /// Closes it.
  mutating func close() {
    guard let cover else { return }
    self.cover = nil
    habits = cover.habits
  }

  /// Closes it for what it was called from.
  mutating func closeCover() -> [Effect] {
    close()
    return inText { $0.refreshSearch() }
  }

  /// Another document.
  mutating func put(_ screen: DocumentScreen) {
    close()
    putDocument()
    document = screen
  }

  // MARK: Narrow windows

  /// Where lines do not fit and are not set anew by themselves: in a text that is no RFC.
  var offersReflow: Bool {
    guard window.size.columns < Geometry.publishedColumns, settings.reading.reflow == .auto,
      let reading = document?.reading
    else { return false }
    return reading.measure == nil && reading.reflows == nil && reading.isWider(than: window.size.columns)
  }

  /// Once, unless the first screen says so.
  mutating func offerReflow() {
    guard cover == nil, list == nil, !window.isBare, !hasOfferedReflow, offersReflow,
      message == nil
    else { return }
    hasOfferedReflow = true
    guard !isFirstScreen, let key = keyMap.firstKey(of: .toggleReflow) else { return }
    message = Message("\(key) wraps the text to this width.")
  }
}

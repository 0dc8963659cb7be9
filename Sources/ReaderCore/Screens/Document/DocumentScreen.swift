import CellGrid
import RFCModel

/// A text that is read, with what lies beside and over it: the contents, the window of `K`, letters on the links.
struct DocumentScreen: Screen {
  var reading: Reading
  var window: Window
  let settings: ReaderSettings
  var habits: ReadingHabits
  /// A text of ours, over another screen until it is closed.
  var isCover = false
  /// The window over the text.
  var peek: Peek?
  /// Letters on the links, while one of them is to be typed.
  var hints: LinkHints?
  var pendingSearch: PendingSearch?
  /// The prompt at which a pattern is typed.
  var typing: SearchPrompt?
  /// The mouse has taken the strip and not let it go.
  var holdsStrip = false
  /// What has followed from what is being done.
  var outcome = Outcome()

  init(_ reading: Reading, in window: Window, _ settings: ReaderSettings, _ habits: ReadingHabits) {
    self.reading = reading
    self.window = window
    self.settings = settings
    self.habits = habits
  }

  var isBare: Bool { window.isBare }

  var context: Context { peek != nil ? .peek : reading.contents.isFocused ? .contents : .reading }

  var selectedDocument: DocumentID? { reading.id }

  /// `RFC 4291: IP Version 6 Addressing Architecture`.
  var title: String { reading.name + (reading.title.isEmpty ? "" : ": " + reading.title) }

  /// True while something is left to do that nobody has to press a key for: the sections of a new document, a search
  /// through a long one. ``work()`` does a part of it, some milliseconds at most.
  var hasWork: Bool {
    pendingSearch != nil || reading.outline == nil || !reading.hasAskedForCited || reading.isPlacingErrata
      || !isCover
        && (reading.errataToAskFor != nil || reading.amendmentsToAskFor != nil
          || reading.checklistToAskFor != nil)
  }

  // MARK: What is done

  /// Does something, and hands over what has followed from it.
  mutating func perform(_ use: (inout DocumentScreen) -> Void) -> Outcome {
    use(&self)
    fitReflow()
    // Notes keep to the window, whatever has been changed beside it.
    if !reading.annotations.isEmpty { fitNotes() }
    defer { outcome = Outcome() }
    return outcome
  }

  mutating func run(_ command: Command, count: Count) -> Outcome {
    perform { text in
      switch text.context {
      case .peek: text.outcome.isUnanswered = !text.runInPeek(command, count: count.number)
      case .contents where text.runInContents(command, count: count.number): break
      default: text.move(command, count: count)
      }
    }
  }

  mutating func take(_ event: ReaderEvent) -> Outcome {
    perform { text in
      switch event {
      case .peeked(let source, let id, let place): text.takePeek(source, of: id, at: place)
      case .annotations(let annotations, let id) where id == text.reading.id:
        text.fitNotes(sent: annotations)
      case .errata(let errata, let number) where number == text.reading.number && !text.isCover:
        text.reading.take(errata)
      case .checklist(let entries, let subject) where subject == text.reading.subject && !text.isCover:
        text.reading.take(entries)
      case .amendments(let places, let number, let next) where number == text.reading.number && !text.isCover:
        text.take(places, next: next)
      case .cited(let rows):
        for row in rows {
          if let number = row.id.rfc { text.reading.cited[number] = row }
        }
      default: break
      }
    }
  }

  /// Leaves word of what is wrong, or of what was done.
  var message: Message? {
    get { outcome.message }
    set { outcome.message = newValue }
  }

  mutating func ask(_ effects: Effect...) { outcome.effects += effects }

  /// Remembers this place: what follows is a jump.
  ///
  /// - Parameter place: where the jump began, unless that is where the document stands.
  mutating func leaveTrace(at place: Standpoint? = nil) {
    guard !isCover else { return }
    let here = DocumentStop(reading)
    outcome.trace = DocumentStop(
      origin: here.origin, place: place ?? here.place, showsPages: here.showsPages)
  }

  /// One part of the work that is left.
  mutating func work() {
    if reading.outline == nil {
      reading.workOutOutline()
    } else if pendingSearch != nil {
      workOnSearch()
    } else if !isCover, let number = reading.errataToAskFor {
      askForErrata(of: number)
    } else if reading.isPlacingErrata {
      workOnErrata()
    } else if !isCover, let step = reading.amendmentsToAskFor {
      ask(for: step)
    } else if let rfcs = reading.citedToAskFor() {
      if !rfcs.isEmpty { ask(.lookUp(rfcs)) }
    } else if !isCover, let subject = reading.checklistToAskFor {
      reading.hasAskedForChecklist = true
      ask(.checklist(subject))
    } else {
      reading.workOnLinks()
    }
  }

  // MARK: Coming and going

  /// The document has just been opened.
  mutating func arrive(_ source: Source, at anchor: Anchor?, _ arrival: Arrival?) {
    if isBare {
      reading.togglePages()
      if source.memory.position == nil { reading.view.top = 0 }
    }
    // The panel would push the text aside after the first screen.
    if window.size.columns >= settings.contentsColumns ?? .max { reading.workOutOutline() }
    fitReflow()
    if case .place(let place, let subject) = arrival, subject == source.subject {
      stand(at: reading.row(of: place), below: 0)
    }
    if let anchor { stand(at: anchor) }
    switch arrival {
    case .stop(let stop, _):
      stand(at: stop)
      refreshSearch()
    case .match(let pattern, let line): searchOnArrival(pattern, from: line)
    case .place, nil: refreshSearch()
    }
  }

  private mutating func stand(at anchor: Anchor) {
    if let line = reading.line(at: anchor) {
      let above = min(reading.rows(above: anchor), pageRows - 1)
      stand(atLine: line, below: max(targetRow, above))
    } else {
      message = noPlace(anchor)
    }
  }

  /// A position of before.
  mutating func stand(at stop: DocumentStop) {
    if reading.showsPages != stop.showsPages { reading.togglePages() }
    reading.stand(at: stop.place)
  }

  /// More of the text has come.
  mutating func grow(_ source: Source) { reading = reading.grown(to: source) }

  /// Whether what the run began with has come, where less waits for it.
  func isReached(_ start: StartCommand) -> Bool {
    switch start {
    case .search: pendingSearch != nil || (reading.found.map { $0.matches.count > 0 } ?? false)
    case .line(let line): line < reading.document.lines.count
    case .keys(let keys): keys != [.character("G")]
    }
  }

  /// After a change of the window.
  mutating func fit() { fitReflow() }

  /// What is known about the lines has changed, or the window has.
  mutating func fitNotes(
    sent: [Annotation]? = nil, placed: [Annotation]? = nil, amended: [Annotation]? = nil
  ) {
    let columns = settings.reading.errata == .inline ? geometry.textColumns.count : nil
    guard reading.annotate(sent: sent, placed: placed, amended: amended, columns: columns) else { return }
    refreshSearch()
  }

  /// The place and the marks to keep; nil for a text that nothing is remembered of.
  mutating func memory() -> (id: DocumentID, memory: DocumentMemory)? {
    guard let id = reading.id else { return nil }
    return (id, DocumentMemory(position: reading.place(), marks: reading.marks))
  }

  // MARK: Panels

  /// Closes the innermost of what was opened beside the text, or over it.
  ///
  /// - Returns: false where nothing was.
  mutating func closePanel() -> Bool {
    if peek != nil {
      peek = nil
      return true
    }
    guard reading.contents.visibility == .open, closeContents() else { return false }
    fitReflow()
    return true
  }

  var filter: String { reading.contents.filter }

  mutating func narrow(to filter: String) {
    reading.contents.filter = filter
    reading.contents.selected = nil
    // The first entry that is left, unless the section being read is among them.
    let (entries, _) = contentsEntries()
    if !filter.isEmpty { reading.contents.selected = entries.first }
  }

  // MARK: Bookmarks

  mutating func placeOfBookmark() -> (subject: Bookmark.Subject, place: Place)? {
    guard !isCover, let subject = reading.subject else { return nil }
    return (subject, reading.place(ofLine: reading.line(atOrBelow: reading.view.top)))
  }

  /// `a`: the prompt for a note.
  mutating func beginBookmark() {
    guard !isCover else { return }
    guard reading.subject != nil else {
      message = Message(warning: "\(reading.name) cannot be bookmarked: it has neither a number nor a path.")
      return
    }
    outcome.prompt = NotePrompt(of: nil)
    ask(.bookmarks)
  }

  mutating func addBookmark(note: String) {
    guard let (subject, place) = placeOfBookmark() else { return }
    let outline = reading.workOutOutline()
    let section = outline.index(ofSectionAt: reading.line(atOrBelow: reading.view.top))
    let heading = section.map { outline.sections[$0].title } ?? ""
    message = Message("Bookmark added. I lists them.")
    ask(
      .addBookmark(Bookmark(in: subject, at: place, title: reading.title, heading: heading, note: note)))
  }

  /// `L`: what the document cites, and what cites it.
  mutating func openReferences() {
    guard !isCover else { return }
    reading.workOutLinks()
    outcome.list = ReferencesScreen(of: reading, links: reading.links ?? .none, in: window)
  }
}

import CLibrary
import CellGrid
import RFCDesk
import RFCModel
import RFCTransfer
import ReaderCore
import StoreTerms
import TerminalUI
import Unix
import UserFiles

/// The reader on the terminal: the one loop, which waits for keys, for the answers of downloads and for signals, and
/// carries out what the reader asks for.
final class Session {
  let machine: Machine
  /// It answers from what is here: a reader is not to wait, and standard error is under the screen.
  let desk: Desk
  let memory: ReadingMemory
  let terminal: Terminal
  var workspace: Workspace
  private var isOver = false
  /// What the screen has still to show; standard error tells it where the screen is gone before.
  var partingWords: String?
  private let start: StartCommand?
  /// With the settings, to be said on the first screen.
  private let problem: String?
  /// Until the user has chosen a theme.
  private var followsBackground: Bool

  /// - `problem`: of a file that is here, and why it is asked for all the same.
  var download: (id: DocumentID, job: Download, anchor: Anchor?, problem: StoreError?, asker: Asker?)?
  /// Who has asked for what is being done; nil for nobody.
  private(set) var asker: Asker?
  var unkept = UnkeptDocuments()
  /// That something cannot be kept is said once.
  var hasSaidWhatIsNotKept = false
  /// As it was loaded or last saved: only what has changed since is written.
  var savedMemory: [DocumentID: DocumentMemory] = [:]
  let fullTextSearch: FullTextSearch
  /// Ranks what was last listed.
  var ranker: LibraryRanker?
  /// Asks for a newer catalogue while one reads.
  var catalogueUpdate: BackgroundJob?
  /// Takes documents that have come into the full text.
  var indexing: BackgroundJob?
  /// The files that the run was started with and those opened by their names, and the index of the one opened last.
  var files: (paths: [String], current: Int)
  /// The text that is still coming.
  var incoming: IncomingText?
  /// What a browser has been handed, as long as that may fail.
  var browsing: BrowserStart?

  /// Takes the terminal.
  ///
  /// - Parameter files: those that the run was started with, the first of which it opens with.
  init(_ machine: Machine, files: [String] = []) throws(TerminalError) {
    self.machine = machine
    self.files = (files, 0)
    memory = ReadingMemory(folders: machine.folders)
    desk = machine.desk.atHand.unwatched
    fullTextSearch = FullTextSearch(desk)
    terminal = try Terminal(
      theme: Theme(machine), roles: machine.configuration.screen.roles,
      mouse: machine.configuration.screen.mouse)
    followsBackground = machine.followsBackground
    let settings = machine.readerSettings()
    workspace = Workspace(size: terminal.size, settings: settings)
    start = settings.options.start
    problem = machine.problem(with: settings) ?? terminal.warning.map { printable($0) }
  }

  /// Shows a document until the reader is left.
  ///
  /// - Parameter notices: what there is to say of how it came.
  func run(_ opening: Opening, notices: [StoreError] = []) {
    var opening = opening
    // The first match of the text, wherever one was in it.
    if case .search = start { opening.anchor = opening.anchor ?? .line(1) }
    show(opening)
    if let id = opening.id { unkept.take(id, opening.document.bytes, notices) }
    if let start {
      send(.start(start))
      work()
    }
    if let problem { send(.warning(problem)) }
    say(notices)
    loop()
  }

  /// Shows the library.
  ///
  /// - Parameters:
  ///   - filter: what it is narrowed by.
  ///   - problem: why the catalogue could not be had.
  func run(_ library: LibraryListing, filter: String = "", problem: DeskError? = nil) {
    send(.showLibrary(contents(of: library), filter: filter, asks: false))
    if let problem = self.problem { send(.warning(problem)) }
    if let problem { send(.warning(problem.message)) }
    loop()
  }

  // MARK: The loop

  private func loop() {
    show()
    if followsBackground { terminal.askForBackground() }
    rehearse()
    startUpdate()
    while !isOver {
      if workspace.hasWork, !isInputWaiting(milliseconds: 0) {
        work()
      } else if fullTextSearch.isWorking, !isInputWaiting(milliseconds: 0) {
        advanceSearch()
        show()
      } else {
        wait()
      }
    }
    terminal.close()
    if let partingWords { Output.error.write("rfcview: \(partingWords)\n") }
  }

  /// Turns the page where nobody sees it, so that the first key finds its tables made and its code in memory.
  private func rehearse() {
    terminal.prepareForKeys()
    var workspace = workspace
    _ = update(&workspace, .key(.character(" ")))
    _ = render(workspace)
  }

  private func show() {
    terminal.show(render(workspace))
    partingWords = nil
    terminal.title = workspace.title
  }

  /// Goes on with what is left to do until a key comes or some milliseconds are over; then the screen shows it.
  private func work() {
    let end = Clock.milliseconds + 15
    repeat {
      send(.work)
    } while workspace.hasWork && Clock.milliseconds < end
    show()
  }

  /// Sleeps until something happens. With nothing happening for two seconds the place is saved, so that a crash or a
  /// power cut loses no more than that.
  private func wait() {
    var polled = [terminal.inputDescriptor, terminal.signalDescriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    for descriptor in (download?.job.descriptors ?? [])
      + [catalogueUpdate?.descriptor, indexing?.descriptor, incoming?.descriptor].compactMap(\.self)
    {
      polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    var timeout: Int32 = browsing == nil ? 2000 : 100
    if let deadline = download?.job.deadline {
      let now = Clock.milliseconds
      let due = Int(deadline / 1_000_000)
      timeout = Int32(max(0, min(Int(timeout), due - now + 1)))
    }
    if let due = incoming?.due { timeout = Int32(max(0, min(Int(timeout), due - Clock.milliseconds))) }
    if let inputTimeout = terminal.inputTimeout { timeout = min(timeout, inputTimeout) }
    if fullTextSearch.isWorking { timeout = 0 }
    let ready = poll(&polled, nfds_t(polled.count), timeout)
    if ready == 0, download == nil, browsing == nil { saveMemory() }
    if polled[1].revents != 0 { handleSignals() }
    if polled[0].revents != 0 || terminal.inputTimeout == 0 { handleInput() }
    advanceDownload()
    advanceIncoming()
    advanceJobs()
    advanceBrowser()
    if isOver { return }
    // A search that is over in a moment shows its matches with the key, not after it.
    if workspace.hasWork { work() } else { show() }
  }

  private func isInputWaiting(milliseconds: Int32) -> Bool {
    var polled = [terminal.inputDescriptor, terminal.signalDescriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    return poll(&polled, 2, milliseconds) > 0
  }

  private func handleInput() {
    for event in terminal.readEvents() {
      switch event {
      case .key(let key): send(.key(key))
      case .pasted(let bytes): send(.pasted(bytes))
      case .mouse(let mouse): send(.mouse(mouse))
      case .background(let isLight):
        if followsBackground { terminal.theme = isLight ? .light : .dark }
      case .resized(let size): send(.resized(size))
      }
      if isOver { return }
    }
  }

  /// Before anything is drawn where the terminal was somebody else's: told to end meanwhile, the reader does not.
  func handleSignals() { handle(terminal.readSignals()) }

  func handle(_ signals: [TerminalSignal]) {
    for signal in signals {
      switch signal {
      case .windowChanged: send(.resized(terminal.updateSize()))
      case .suspend: suspend()
      case .continued: terminal.redraw()
      case .terminate: end(by: SIGTERM)
      case .hangup: end(by: SIGHUP)
      case .interrupt: end(by: SIGINT)
      }
    }
  }

  /// Saves, restores the terminal and ends as the signal would have: the parent is to see which one it was.
  private func end(by number: Int32) -> Never {
    end()
    terminal.close()
    signal(number, SIG_DFL)
    raise(number)
    exit(128 + number)
  }

  private func suspend() {
    saveMemory()
    terminal.suspend()
    handleSignals()
    send(.resized(terminal.updateSize()))
  }

  // MARK: What the reader asks for

  func send(_ event: ReaderEvent) {
    for request in update(&workspace, event, for: asker) {
      answering(request.asker) { carryOut(request.effect) }
    }
  }

  /// Does something for who has asked for it: what is sent meanwhile goes there.
  func answering(_ asker: Asker?, _ work: () -> Void) {
    let before = self.asker
    self.asker = asker
    work()
    self.asker = before
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .open(let id, let anchor): load(id, at: anchor)
    case .search(let query): fullTextSearch.ask(query)
    case .excerpts(let hits, let query):
      send(.excerpts(fullTextSearch.excerpts(of: hits), for: query))
    case .peek(let id, let place): peek(into: id, at: place)
    case .successors(let number): answerSuccessors(of: number)
    case .citing(let number): answerCiting(number)
    case .citingLines(let places): fullTextSearch.askLines(of: places)
    case .errata(let number): send(.errata((try? desk.errata(of: number)) ?? [], of: number))
    case .amendments(let number, let newer, let step):
      let (places, next) = desk.amendments(to: number, by: newer, step: step)
      send(.amendments(places, of: number, next: next))
    case .surroundings: send(.surroundings(desk.surroundings()))
    case .listLibrary: listLibrary()
    case .describe(let numbers): describe(numbers)
    case .rank(let filter, let surroundings): rank(filter, in: surroundings)
    case .openSubSeries(let series, let number, let anchor): load(series, number, at: anchor)
    case .lookUp(let numbers): lookUp(numbers)
    case .information(let id): inform(about: id)
    case .cancelDownload: download = nil
    case .stopGrowing: stopIncoming()
    case .remember(let id, let now): save(now, of: id)
    case .rememberTyped(let text, let prompt):
      try? SearchHistory(folders: machine.folders, of: .init(prompt)).append([text])
    case .nextTheme:
      followsBackground = false
      terminal.theme = terminal.theme.next
      send(.notice("Theme: \(terminal.theme.rawValue)."))
    case .addBookmark(let bookmark): tellBookmarks { (desk) throws(DeskError) in try desk.add(bookmark) }
    case .removeBookmark(let bookmark):
      tellBookmarks { (desk) throws(DeskError) in try desk.remove(bookmark) }
    case .bookmarks: tellBookmarks()
    case .checklist(let subject):
      tellChecklist(of: subject) { (desk) throws(DeskError) in try desk.checklist(of: subject) }
    case .note(let changes, let subject):
      tellChecklist(of: subject) { (desk) throws(DeskError) in try desk.note(changes, of: subject) }
    case .copy(let text): terminal.copyToClipboard(text)
    case .browse(let address): browse(address)
    case .shell(let line):
      run(ForegroundCommand(shell: line, environment: machine.environment), waits: !line.isEmpty)
    case .pipe(let bytes, let line):
      run(ForegroundCommand(shell: line, environment: machine.environment), input: bytes, waits: true)
    case .save(let bytes, let name): save(bytes, as: name)
    case .edit(let id, let line): edit(id, line: line)
    case .editFile(let path, let line): edit(file: path, line: line)
    case .openFile(let path, let isBeside): openFile(path, beside: isBeside)
    case .completePath(let path, let step):
      let completion = PathCompletion(of: path, home: machine.environment["HOME"])
      send(.paths(completion.paths, goingOn: path, by: step))
    case .anotherFile(let step): openFile(by: step)
    case .redraw: terminal.redraw()
    case .suspend: suspend()
    case .quit: end()
    }
  }

  private func end() {
    saveMemory()
    download = nil
    catalogueUpdate = nil
    indexing = nil
    incoming = nil
    isOver = true
  }
}

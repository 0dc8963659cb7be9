import CellGrid
import RFCFormats
import RFCModel
import RFCStorage
import ReaderCore
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The reader on the terminal: the one loop, which waits for keys, for the answers of downloads and for signals, and
/// carries out what the reader asks for.
final class Session {
  let machine: Machine
  private let memory: ReadingMemory
  private let bookmarks: BookmarkFile
  let terminal: Terminal
  private var workspace: Workspace
  private var isOver = false
  private let start: StartCommand?
  /// With the settings, to be said on the first screen.
  private let problem: String?

  private var download: (id: DocumentID, job: Download, anchor: Anchor?)?
  /// As it was loaded or last saved: only what has changed since is written.
  private var savedMemory: [DocumentID: DocumentMemory] = [:]
  private let librarySearch: LibrarySearch
  /// Asks for a newer catalogue while one reads.
  private var catalogueUpdate: BackgroundJob?
  /// Takes documents that have come into the full text.
  private var indexing: BackgroundJob?

  /// Takes the terminal.
  init(_ machine: Machine) throws(Failure) {
    self.machine = machine
    memory = ReadingMemory(folders: machine.folders)
    bookmarks = BookmarkFile(folders: machine.folders)
    librarySearch = LibrarySearch(machine.store) { machine.surroundings() }
    do throws(TerminalError) {
      terminal = try Terminal(theme: Theme(machine), roles: machine.roles())
    } catch {
      throw Failure("\(error)")
    }
    let settings = machine.readerSettings()
    workspace = Workspace(size: terminal.size, settings: settings)
    start = settings.options.start
    problem = machine.problem(with: settings)
  }

  /// Shows a document until the reader is left.
  func run(_ opening: Opening) {
    var opening = opening
    // The first match of the text, wherever one was in it.
    if case .search = start { opening.anchor = opening.anchor ?? .line(1) }
    open(opening)
    if let start {
      send(.start(start))
      work()
    }
    if let problem { send(.failed(problem)) }
    loop()
  }

  /// Shows the library.
  ///
  /// - Parameters:
  ///   - filter: what it is narrowed by.
  ///   - problem: why the catalogue could not be had.
  func run(_ library: LibraryContents, filter: String = "", problem: Failure? = nil) {
    send(.showLibrary(library, filter: filter, asks: false))
    if let problem = self.problem { send(.failed(problem)) }
    if let problem { send(.failed(problem.message)) }
    loop()
  }

  // MARK: The loop

  private func loop() {
    show()
    rehearse()
    startUpdate()
    while !isOver {
      if workspace.hasWork, !isInputWaiting(milliseconds: 0) {
        work()
      } else if librarySearch.isWorking, !isInputWaiting(milliseconds: 0) {
        advanceSearch()
        show()
      } else {
        wait()
      }
    }
    terminal.close()
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
  }

  /// Goes on with what is left to do until a key comes or some milliseconds are over; then the screen shows it.
  private func work() {
    let end = monotonicMilliseconds() + 15
    repeat {
      send(.work)
    } while workspace.hasWork && monotonicMilliseconds() < end
    show()
  }

  /// Sleeps until something happens. With nothing happening for two seconds the place is saved, so that a crash or a
  /// power cut loses no more than that.
  private func wait() {
    var polled = [terminal.inputDescriptor, terminal.signalDescriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    for descriptor in (download?.job.descriptors ?? [])
      + [catalogueUpdate, indexing].compactMap(\.?.descriptor)
    {
      polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    var timeout: Int32 = 2000
    if let deadline = download?.job.deadline {
      let now = monotonicMilliseconds()
      let due = Int(deadline / 1_000_000)
      timeout = Int32(max(0, min(2000, due - now + 1)))
    }
    if librarySearch.isWorking { timeout = 0 }
    let ready = poll(&polled, nfds_t(polled.count), timeout)
    if ready == 0, download == nil { saveMemory() }
    handleSignals()
    if polled[0].revents != 0 { handleInput() }
    advanceDownload()
    advanceJobs()
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
      case .resized(let size): send(.resized(size))
      }
      if isOver { return }
    }
  }

  private func handleSignals() {
    for signal in terminal.readSignals() {
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
    send(.resized(terminal.updateSize()))
  }

  // MARK: What the reader asks for

  func send(_ event: ReaderEvent) {
    for effect in update(&workspace, event) { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .open(let id, let anchor): open(id, at: anchor)
    case .search(let query): librarySearch.ask(query)
    case .excerpts(let hits, let query):
      send(.excerpts(librarySearch.excerpts(of: hits, for: query), for: query))
    case .peek(let id, let place): peek(into: id, at: place)
    case .citing(let number): answerCiting(number)
    case .listLibrary: listLibrary()
    case .openSubSeries(let series, let number): open(series, number)
    case .lookUp(let numbers): lookUp(numbers)
    case .information(let id): inform(about: id)
    case .cancelDownload: download = nil
    case .remember(let id, let now): save(now, of: id)
    case .rememberTyped(let text, let prompt):
      try? SearchHistory(folders: machine.folders, of: .init(prompt)).append([text])
    case .nextTheme:
      terminal.theme = terminal.theme.next
      send(.notice("Theme: \(terminal.theme.rawValue)."))
    case .addBookmark(let bookmark): change { (file) throws(StoreError) in try file.add(bookmark) }
    case .removeBookmark(let bookmark): change { (file) throws(StoreError) in try file.remove(bookmark) }
    case .bookmarks: change { (_) throws(StoreError) in }
    case .copy(let text): copy(text)
    case .browse(let address): browse(address)
    case .shell(let line):
      run(ForegroundCommand(shell: line, environment: machine.environment), waits: !line.isEmpty)
    case .pipe(let bytes, let line):
      run(ForegroundCommand(shell: line, environment: machine.environment), input: bytes, waits: true)
    case .save(let bytes, let name): save(bytes, as: name)
    case .edit(let id, let line): edit(id, line: line)
    case .redraw: terminal.redraw()
    case .suspend: suspend()
    case .quit: end()
    }
  }

  private func end() {
    saveMemory()
    download = nil
    isOver = true
  }

  private func open(_ opening: Opening) {
    var remembered = DocumentMemory()
    if let id = opening.id {
      remembered = (try? memory.load(id)) ?? remembered
      savedMemory[id] = remembered
    }
    let source = Source(
      name: opening.name, id: opening.id, document: opening.document, memory: remembered,
      standing: opening.id.flatMap { machine.standing(of: $0) })
    send(.opened(source, at: opening.anchor))
  }

  private func open(_ id: DocumentID, at anchor: Anchor?) {
    download = nil
    do throws(StoreError) {
      if let bytes = try machine.store.load(id) {
        open(Opening(name: "\(id)", id: id, bytes: bytes, anchor: anchor))
      } else {
        download = (id, try machine.store.fetch(id), anchor)
        send(.downloading(id, received: 0, expected: nil))
      }
    } catch {
      send(.failed(error.message))
    }
  }

  private func advanceDownload() {
    guard let (id, job, anchor) = download else { return }
    do throws(StoreError) {
      switch try job.advance() {
      case .connecting: send(.downloading(id, received: 0, expected: nil))
      case .waitingToRetry, .notModified: break
      case .receiving(let bytes, let expected):
        send(.downloading(id, received: bytes, expected: expected))
      case .finished(let bytes):
        download = nil
        startIndexing()
        open(Opening(name: "\(id)", id: id, bytes: bytes, anchor: anchor))
      }
    } catch {
      download = nil
      send(.failed(error.message))
    }
  }

  // MARK: The catalogue

  /// Once a day, while one reads.
  private func startUpdate() {
    guard !machine.configuration.isOffline, machine.store.wantsNewerIndex() == true else { return }
    catalogueUpdate = BackgroundJob(
      arguments: ["update", "--quiet"] + machine.options, environment: machine.environment)
  }

  private func lookUp(_ numbers: [RFCNumber]) {
    guard let rows = try? machine.store.catalogue()?.rows(of: numbers) else { return }
    send(.cited(rows))
  }

  /// The catalogue as it is here: to wait for a newer one is for `rfcview` alone.
  private func listLibrary() { send(.showLibrary(machine.library(), filter: "", asks: true)) }

  /// The only member at once, several as a list.
  private func open(_ series: SubSeries, _ number: Int) {
    do throws(Failure) {
      guard machine.store.catalogue() != nil else {
        throw Failure("There is no catalogue yet. `rfcview update` fetches it.")
      }
      let members = try machine.members(of: series, number)
      if members.count == 1, let only = members.first {
        open(.rfc(only), at: nil)
      } else {
        send(.showLibrary(machine.library(), filter: "\(series.rawValue)\(number)".lowercased(), asks: false))
      }
    } catch {
      send(.failed(error.message))
    }
  }

  private func inform(about id: DocumentID) {
    guard case .rfc(let number) = id else {
      send(.failed("\(id) is a draft: the catalogue knows RFCs."))
      return
    }
    do throws(Failure) {
      guard machine.store.catalogue() != nil else {
        throw Failure("There is no catalogue yet. `rfcview update` fetches it.")
      }
      let text = machine.information(about: try machine.entry(number))
      send(.information(name: "About \(id)", text: Array(text.utf8)))
    } catch {
      send(.failed(error.message))
    }
  }

  private func advanceJobs() {
    if let isDone = catalogueUpdate?.result() {
      catalogueUpdate = nil
      if isDone, workspace.showsLibrary { send(.library(machine.library())) }
    }
    if indexing?.result() != nil {
      indexing = nil
      librarySearch.forgetMissing()
    }
  }

  // MARK: The full text

  /// Takes in what has come; where another run does so already, this one gives way.
  private func startIndexing() {
    librarySearch.forgetMissing()
    guard indexing == nil else { return }
    indexing = BackgroundJob(arguments: ["index", "--quiet"], environment: machine.environment)
  }

  private func advanceSearch() {
    do throws(StoreError) {
      if let event = try librarySearch.advance() { send(event) }
    } catch {
      librarySearch.ask(nil)
      send(.failed(error.message))
    }
  }

  private func peek(into id: DocumentID, at place: PeekPlace) {
    do throws(StoreError) {
      let bytes = try machine.store.load(id)
      let source = bytes.map { Source(name: "\(id)", id: id, document: TextDecoder.document(from: $0)) }
      send(.peeked(source, of: id, at: place))
    } catch {
      send(.failed(error.message))
    }
  }

  private func answerCiting(_ number: RFCNumber) {
    do throws(StoreError) {
      send(try librarySearch.citing(number))
    } catch {
      send(.failed(error.message))
    }
  }

  // MARK: What is remembered

  /// Changes the bookmarks, and tells the reader which there are now.
  private func change(_ body: (BookmarkFile) throws(StoreError) -> Void) {
    do throws(StoreError) {
      try body(bookmarks)
      send(.bookmarks(try bookmarks.load()))
    } catch {
      send(.failed(error.message))
    }
  }

  private func saveMemory() {
    for (id, now) in workspace.memories() { save(now, of: id) }
  }

  /// A place that cannot be kept is no reason to disturb the reading; the next run opens at the top.
  private func save(_ now: DocumentMemory, of id: DocumentID) {
    guard let before = savedMemory[id], before != now else { return }
    if (try? memory.save(now, of: id, loaded: before)) != nil { savedMemory[id] = now }
  }
}

/// Milliseconds of a clock that only goes forward.
private func monotonicMilliseconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
}

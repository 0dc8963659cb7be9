import CellGrid
import RFCFormats
import RFCModel

extension ReaderState {
  /// Changes the state by what has happened.
  ///
  /// - Returns: what the program around the reader is to do, in order.
  mutating func handle(_ event: ReaderEvent) -> [Effect] {
    switch event {
    case .key(let key):
      awaited = nil
      return self.press(key)
    case .pasted(let bytes):
      awaited = nil
      return self.paste(bytes)
    case .mouse(let mouse):
      awaited = nil
      return self.handle(mouse)
    case .start(let command): return self.start(command)
    case .resized(let size):
      self.size = size
      fitReflow()
      self.keepListsInView()
      return self.excerptsWanted()
    case .opened(let source, let anchor): return self.open(source, at: anchor)
    case .grown(let source):
      grow(source)
      return []
    case .downloading(let id, let received, let expected):
      self.download = DownloadProgress(id: id, received: received, expected: expected)
      return []
    case .notice(let words):
      message = Message(words)
      return []
    case .warning(let words):
      message = Message(warning: words)
      return []
    case .failed(let words):
      self.download = nil
      self.arrival = nil
      self.message = Message(warning: words)
      return []
    case .information(let name, let text):
      cover(
        with: Source(name: name, id: nil, document: TextDecoder.document(from: text)), outline: .empty)
      return []
    case .library(let contents):
      self.show(contents)
      return []
    case .showLibrary(let contents, let filter, let asks):
      return self.showLibrary(contents, filter: filter, asks: asks)
    case .found(let results, let query, let note, let isComplete):
      self.fullText.take(results, for: query, note: note, isComplete: isComplete)
      self.keepListsInView()
      return self.excerptsWanted()
    case .peeked(let source, let id, let place):
      takePeek(source, of: id, at: place)
      return []
    case .excerpts(let excerpts, let query):
      self.fullText.take(excerpts, for: query)
      return []
    case .citing(let number, let places, let note):
      if self.references?.number == number { self.references?.take(places, note: note) }
      self.keepListsInView()
      return []
    case .bookmarks(let bookmarks):
      self.take(bookmarks)
      return []
    case .cited(let rows):
      for row in rows {
        if let number = row.number { self.document?.cited[number] = row }
      }
      return []
    case .work: return self.work()
    }
  }
}

extension ReaderState {
  mutating func press(_ key: Key) -> [Effect] {
    prepareKeys()
    if prompt == nil, key != .control("c") { finishSearch() }
    let isAwaited = key == .enter && message?.awaitsEnter == true
    message = nil
    if isAwaited { return [] }
    if prompt != nil { return pressInPrompt(key) }
    if hints != nil { return pressInHints(key) }
    if let command = typed.awaitsLetter {
      typed = TypedKeys()
      return complete(command, with: key)
    }
    if let command = typed.foreign {
      typed = TypedKeys()
      if command.argument == .letter || key == .escape {
        message = command.message
      } else {
        openPrompt(.foreign(command))
      }
      return []
    }
    let isFree = keyMap.lookup([key], in: context) == .unbound
    if typed.takeCount(key, isFree: isFree) { return [] }
    if key == .escape, typed.isEmpty, closePanel() { return [] }
    if key == .escape, !typed.pending.isEmpty {
      typed = TypedKeys()
      return []
    }
    switch keyMap.lookup(typed.pending + [key], in: context) {
    case .command(let command):
      let (count, millionths) = (typed.count, typed.millionths)
      typed = TypedKeys()
      return run(command, count: count == 0 ? nil : count, millionths: millionths)
    case .prefix:
      typed.pending.append(key)
    case .unbound:
      let sequence = typed.pending + [key]
      typed = TypedKeys()
      // What is one sequence in a text does not fall apart in a list.
      if keyMap.lookup(sequence, in: .reading) == .prefix {
        typed.pending = sequence
        return []
      }
      if let command = ForeignCommand(sequence, keyMap) {
        if command.argument == .line { openPrompt(.foreign(command)) } else { typed.foreign = command }
        return []
      }
      // Typed by habit, to be sure that nothing is under way.
      if sequence.dropLast() == [.escape] { return press(key) }
      let keys = sequence.map(\.name).joined()
      if key != .escape { message = Message("\(keys) is not bound. h lists the keys.") }
    }
    return []
  }

  /// Carries out a command by name: a key, or a word at the `:` prompt.
  ///
  /// - Parameter millionths: of one more, where the count has a point.
  mutating func run(_ command: Command, count: Int?, millionths: Int = 0) -> [Effect] {
    isStepping = command.isStep && command == lastCommand
    lastCommand = command
    switch command {
    case .quit: return end()
    case .copyLink: return copyLink()
    case .shell:
      openPrompt(.shell)
      return []
    case .save:
      if reading != nil { openPrompt(.save) }
      return []
    case .edit: return edit()
    case .split:
      request = .split
      return []
    case .changePane:
      request = .changePane
      return []
    case .followElsewhere:
      request = focusedTarget == nil ? nil : .followElsewhere
      return focusedTarget == nil ? followLink() : []
    case .closeOrQuit: return closeOrQuit()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .toggleTheme: return [.nextTheme]
    case .version:
      message = Message(settings.version)
      return []
    case .help:
      openHelp()
      return []
    case .cancel: return cancel()
    case .information:
      if let id = selectedDocument { return [.information(id)] }
      if context == .reading {
        message = Message(warning: "This text is not an RFC; the catalogue lists RFCs only.")
      }
      return []
    case .open: return [.listLibrary]
    case .searchLibrary: return openFullText(context == .library ? library?.filter : nil)
    case .references: return openReferences()
    case .otherSide: return turnReferences()
    case .addBookmark:
      return beginBookmark()
    case .editNote:
      editNote()
      return []
    case .bookmarks: return openBookmarks()
    case .option, .showOption:
      openPrompt(.option(command == .option ? .change : .show))
      return []
    case .commandPrompt:
      openPrompt(.command)
      return []
    case .select: return context == .peek ? followPeek() : select(count: count)
    case .nextLink:
      focusLink(by: count ?? 1)
      return []
    case .previousLink:
      focusLink(by: -(count ?? 1))
      return []
    case .follow: return followLink()
    case .linkHints:
      openHints()
      return []
    case .peek:
      if context == .peek { return [] }
      return openPeek()
    case .followOrDown:
      if context == .reading, focus != nil { return followLink() }
      return run(.scrollDown, count: count)
    case .back: return travel(.back, count: count ?? 1)
    case .forward: return travel(.forward, count: count ?? 1)
    case .scrollDown, .scrollUp, .pageDown, .pageUp, .pagePastEnd, .pageDownKeep, .pageUpKeep, .halfDown,
      .halfUp, .goToTop, .goToBottom, .goToPercent, .scrollLeft, .scrollRight, .searchForward,
      .searchBackward,
      .nextMatch, .previousMatch, .toggleHighlight, .clearSearch, .pipe, .filterLines, .setMark, .goToMark,
      .clearMark, .goBackMark, .nextSection,
      .previousSection, .nextSibling, .previousSibling, .parentSection, .nextChapter, .previousChapter,
      .nextRequirement, .previousRequirement, .nextFigure, .previousFigure,
      .contents,
      .fold, .unfold, .togglePages, .toggleReflow, .position, .sortLibrary, .toggleCachedOnly,
      .deleteBookmark:
      switch context {
      case .reading: move(command, count: count, millionths: millionths)
      case .contents: moveInContents(command, count: count)
      case .library: moveInLibrary(command, count: count)
      case .fullText: return moveInFullText(command, count: count)
      case .references: return moveInReferences(command, count: count)
      case .peek: moveInPeek(command, count: count)
      case .bookmarks: return moveInBookmarks(command, count: count)
      }
      return []
    }
  }

  /// The document that is read, or that the keys are on in a list.
  private var selectedDocument: DocumentID? {
    if let reading { return reading.id }
    switch front {
    case .document: return nil
    case .library: return library?.selectedRow?.id
    case .fullText: return fullText.selectedHit?.document
    case .references: return references?.selected?.id
    case .bookmarks: return bookmarks.selected?.document
    }
  }

  private mutating func end() -> [Effect] { leave() + [.quit] }

  /// Asks for the end of the pane, or of the program.
  private mutating func close() -> [Effect] {
    request = .close
    return []
  }

  /// What is to be kept when the pane is given up.
  mutating func leave() -> [Effect] { memory().map { [.remember($0.id, $0.memory)] } ?? [] }

  /// `q`: the innermost panel, then help, then the document for the list it came from, then the program.
  private mutating func closeOrQuit() -> [Effect] {
    if closePanel() { return [] }
    if cover != nil {
      cover = nil
      pendingSearch = nil
      refreshSearch()
      return []
    }
    switch front {
    case .library, .fullText, .references, .bookmarks:
      return history.back.isEmpty ? close() : travel(.back, count: 1)
    case .document: return returnToList() ?? close()
    }
  }

  /// - Returns: false where no panel has the keys.
  private mutating func closePanel() -> Bool {
    if peek != nil {
      peek = nil
      return true
    }
    guard reading?.contents.isFocused == true else { return false }
    closeContents()
    return true
  }

  private mutating func cancel() -> [Effect] {
    if let pendingSearch {
      self.pendingSearch = nil
      reading?.found?.stop()
      if pendingSearch.purpose == .filter { endFilter() }
      message = Message("Search cancelled.")
      return []
    }
    guard let download else { return document?.isGrowing == true ? [.stopGrowing] : [] }
    self.download = nil
    arrival = nil
    message = Message("Download of \(download.id) cancelled.")
    return [.cancelDownload]
  }

  mutating func open(_ source: Source, at anchor: Anchor?) -> [Effect] {
    let effects = document?.id == source.id ? [] : keptMemory()
    let arrival = self.arrival
    self.arrival = nil
    download = nil
    pendingSearch = nil
    cover = nil
    peek = nil
    switch arrival {
    case .stop(_, let direction): history.step(direction, from: here)
    case .match, .place, nil: leaveTrace()
    }
    var reading = Reading(source)
    if isBare {
      reading.togglePages()
      if source.memory.position == nil { reading.view.top = 0 }
    }
    reading.contents.visibility = document?.contents.visibility ?? reading.contents.visibility
    // The panel would push the text aside after the first screen.
    if size.columns >= settings.contentsColumns ?? .max { reading.workOutOutline() }
    if case .place(let place, let id) = arrival, id == source.id { reading.view.top = reading.row(of: place) }
    document = reading
    front = .document
    fitReflow()
    if let anchor { stand(at: anchor) }
    if let id = source.id { library?.note(opened: id) }
    switch arrival {
    case .stop(let stop, _):
      stand(at: stop)
      refreshSearch()
    case .match(let pattern, let line): searchOnArrival(pattern, from: line)
    case .place, nil: refreshSearch()
    }
    return effects
  }

  /// In a document that has just been opened.
  private mutating func stand(at anchor: Anchor) {
    guard var reading = document else { return }
    if let line = reading.line(at: anchor) {
      reading.stand(at: reading.layout.row(ofLine: line), below: targetRow)
    } else if case .section(let number) = anchor {
      message = Message(warning: "\(reading.name) has no section \(number).")
    }
    document = reading
  }

  /// One part of the work that is left.
  mutating func work() -> [Effect] {
    defer { prepareKeys() }
    if reading?.outline == nil {
      reading?.workOutOutline()
    } else if pendingSearch != nil {
      workOnSearch()
    } else if let rfcs = reading?.citedToAskFor() {
      if !rfcs.isEmpty { return [.lookUp(rfcs)] }
    } else {
      reading?.workOnLinks()
    }
    return []
  }
}

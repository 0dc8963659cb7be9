import CellGrid
import RFCFormats
import RFCModel

extension Pane {
  /// Changes the pane by what has happened.
  ///
  /// - Returns: what the program around the reader is to do, in order.
  mutating func handle(_ event: ReaderEvent) -> [Effect] {
    switch event {
    case .key(let key):
      awaited = nil
      return press(key)
    case .pasted(let bytes):
      awaited = nil
      return paste(bytes)
    case .mouse(let mouse):
      awaited = nil
      return handle(mouse)
    case .start(let command): return start(command)
    case .resized(let size): return resize(to: size)
    case .opened(let source, let anchor): return open(source, at: anchor)
    case .openedBeside(let source): return open(source, at: nil)
    case .paths(let paths, let path, let step): complete(path, by: step, among: paths)
    case .grown(let source): return grow(source)
    case .downloading(let id, let received, let expected):
      download = DownloadProgress(id: id, received: received, expected: expected)
    case .notice(let words): message = Message(words)
    case .warning(let words): message = Message(warning: words)
    case .failed(let words):
      download = nil
      arrival = nil
      message = Message(warning: words)
    case .information(let id, let text):
      let document = TextDecoder.document(from: text)
      cover(with: Source(name: "About \(id)", id: nil, document: document), about: id, outline: .empty)
    case .library(let contents): return take(contents)
    case .surroundings(let known): return know(known)
    case .showLibrary(let contents, let filter, let asks):
      return showLibrary(contents, filter: filter, asks: asks)
    case .bookmarks(let bookmarks): return take(bookmarks) + spread(event)
    // The workspace has answered it.
    case .successors: break
    case .peeked:
      // Whoever has gone on to a list meanwhile wants no window over the text.
      return (text?.take(event)).map { apply($0) } ?? []
    case .found: return spread(event) + openFound()
    case .excerpts, .ranked, .described, .citing, .citingLines, .cited, .annotations, .errata, .amendments,
      .checklist:
      return spread(event)
    case .work:
      defer { prepareKeys() }
      return inText { $0.work() }
    }
    return []
  }

  private mutating func open(_ source: Source, at anchor: Anchor?) -> [Effect] {
    var effects = document?.reading.id == source.id ? [] : keptMemory()
    let arrival = self.arrival
    self.arrival = nil
    download = nil
    close()
    switch arrival {
    case .stop(_, let direction): history.step(direction, from: here)
    case .match, .place, nil: leaveTrace()
    }
    var screen = DocumentScreen(Reading(source), in: window, settings, habits)
    screen.reading.contents.visibility =
      document?.reading.contents.visibility ?? screen.reading.contents.visibility
    put(screen)
    if let id = source.id { note(opened: id) }
    effects += inText { $0.arrive(source, at: anchor, arrival) }
    offerReflow()
    return effects
  }

  private mutating func take(_ bookmarks: [Bookmark]) -> [Effect] {
    let effects = note(bookmarked: Set(bookmarks.compactMap(\.document)))
    if var prompt {
      prompt.take(bookmarks, in: &self)
      self.prompt = prompt
    }
    return effects
  }

  /// The document, and the place in it, that `a` would add a bookmark at.
  mutating func placeOfBookmark() -> (subject: Bookmark.Subject, place: Place)? {
    guard cover == nil, list == nil else { return nil }
    return document?.placeOfBookmark()
  }

  // MARK: A text that is still coming

  /// More of it has come, or all of it.
  private mutating func grow(_ source: Source) -> [Effect] {
    history.renew(source)
    guard document?.reading.isGrowing == true else { return [] }
    let goesOn = awaited.map { document?.isReached($0) == false } ?? false
    document?.grow(source)
    guard cover == nil, list == nil else { return [] }
    return goesOn ? goOn() : inText { $0.refreshSearch() }
  }

  /// Tries once more to reach what the run began with, from where the user still is.
  private mutating func goOn() -> [Effect] {
    guard let awaited else { return [] }
    // That it was not found is over.
    if message?.isWarning == false { message = nil }
    let (before, beforeJump) = (history, document?.reading.beforeJump)
    _ = start(awaited)
    history = before
    document?.reading.beforeJump = beforeJump
    return []
  }
}

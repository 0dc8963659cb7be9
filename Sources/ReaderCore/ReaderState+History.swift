import CellGrid
import RFCModel

extension ReaderState {
  /// Where the reader is now; nil before anything is shown.
  var here: Stop? {
    switch front {
    case .library: return .library
    case .fullText: return .fullText(fullText)
    case .references: return references.map { .references($0) }
    case .bookmarks: return .bookmarks(bookmarks)
    case .document: return document.map { .document(DocumentStop($0)) }
    }
  }

  /// Remembers this place: what follows is a jump. Steps of the same kind in a row count as one.
  ///
  /// - Parameter place: where the jump began, unless that is where the document stands.
  mutating func leaveTrace(at place: Standpoint? = nil) {
    guard !isStepping, cover == nil, let here else { return }
    switch here {
    case .library, .fullText, .references, .bookmarks: history.push(here)
    case .document(let stop):
      let place = place ?? stop.place
      history.push(.document(DocumentStop(origin: stop.origin, place: place, showsPages: stop.showsPages)))
    }
  }

  /// Back or forward, to the exact position.
  mutating func travel(_ direction: History.Direction, count: Int) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<min(count, 100) {
      guard let stop = history.next(direction) else {
        message = Message(direction == .back ? "This is where you began." : "You have not been further.")
        break
      }
      switch stop {
      case .library, .fullText, .references, .bookmarks:
        effects += keptMemory()
        history.step(direction, from: here)
        effects += show(list: stop)
      case .document(let place):
        if isOpen(place) || place.id == nil {
          history.step(direction, from: here)
          effects += open(place)
        } else if let id = place.id {
          // The step is taken when the document is there: it may have to be downloaded again.
          arrival = .stop(place, direction)
          return effects + [.open(id, at: nil)]
        }
      }
    }
    return effects
  }

  /// `q` in a document: to the list that it was opened from, however many documents ago.
  ///
  /// - Returns: nil where there is none.
  mutating func returnToList() -> [Effect]? {
    if let index = history.back.lastIndex(where: \.isList) {
      let stop = history.back[index]
      let effects = keptMemory()
      history.rewind(to: index, from: here)
      return effects + show(list: stop)
    }
    guard library != nil else { return nil }
    return keptMemory() + show(list: .library)
  }

  /// A list as it was; what changes meanwhile, the library, as it is now.
  private mutating func show(list stop: Stop) -> [Effect] {
    pendingSearch = nil
    cover = nil
    switch stop {
    case .library: front = .library
    case .fullText(let search):
      fullText = search
      front = .fullText
    case .references(let list):
      references = list
      front = .references
    case .bookmarks(let list):
      bookmarks = list
      front = .bookmarks
      keepListsInView()
      return [.bookmarks]
    case .document: break
    }
    keepListsInView()
    return excerptsWanted()
  }

  /// Whether it is the document at hand, read or lying under a list.
  private func isOpen(_ stop: DocumentStop) -> Bool {
    stop.id != nil && stop.id == document?.id
  }

  private mutating func open(_ stop: DocumentStop) -> [Effect] {
    var effects: [Effect] = []
    if case .text(let source) = stop.origin {
      effects = keptMemory()
      document = Reading(source, after: document)
    }
    front = .document
    stand(at: stop)
    pendingSearch = nil
    refreshSearch()
    return effects
  }

  /// The position itself, in a document that is open.
  mutating func stand(at stop: DocumentStop) {
    if document?.showsPages != stop.showsPages { document?.togglePages() }
    document?.stand(at: stop.place)
  }

  /// In another pane what is shown now is one more step of the way that the pane has gone.
  mutating func takeHistory(of pane: ReaderState) {
    history = pane.history
    if let stop = pane.here { history.push(stop) }
  }

  /// What is to be kept of the document when it is left.
  func keptMemory() -> [Effect] {
    var state = self
    return state.memory().map { [.remember($0.id, $0.memory)] } ?? []
  }
}

extension DocumentStop {
  init(_ reading: Reading) {
    self.init(
      origin: reading.id.map(Origin.stored) ?? .text(reading.source), place: reading.standpoint,
      showsPages: reading.showsPages)
  }
}

import RFCModel

extension Pane {
  /// Where the reader is now; nil before anything is shown.
  var here: Stop? { list.map { .list($0) } ?? document.map { .document(DocumentStop($0.reading)) } }

  /// Remembers this place: what follows is a jump. Steps of the same kind in a row count as one.
  mutating func leaveTrace() {
    guard !isStepping, cover == nil, let here else { return }
    history.push(here)
  }

  /// Back or forward, to the exact position.
  mutating func travel(_ direction: TravelDirection, count: Int) -> [Effect] {
    // From help back to what it was called from.
    if direction == .back, cover != nil { return closeCover() + travel(.back, count: count - 1) }
    var effects: [Effect] = []
    for _ in 0..<min(count, 100) {
      guard let stop = history.next(direction) else {
        message = Message(direction == .back ? "There is no earlier place." : "There is no later place.")
        break
      }
      switch stop {
      case .list(let list):
        effects += keptMemory()
        history.step(direction, from: here)
        effects += put(list)
      case .document(let place):
        if let id = place.id, id != document?.reading.id {
          // The step is taken when the document is there: it may have to be downloaded again.
          arrival = .stop(place, direction)
          return effects + [.open(id, at: nil)]
        }
        history.step(direction, from: here)
        effects += open(place)
      }
    }
    return effects
  }

  /// `q` in a document: to the list that it was opened from, however many documents ago.
  ///
  /// - Returns: nil where there is none.
  mutating func returnToList() -> [Effect]? {
    for (index, stop) in history.back.enumerated().reversed() {
      guard case .list(let list) = stop else { continue }
      let effects = keptMemory()
      history.rewind(to: index, from: here)
      return effects + put(list)
    }
    guard let library = libraryScreen() else { return nil }
    return keptMemory() + put(library)
  }

  private mutating func open(_ stop: DocumentStop) -> [Effect] {
    var effects: [Effect] = []
    close()
    putDocument()
    if case .text(let source) = stop.origin {
      effects = keptMemory()
      document = DocumentScreen(Reading(source, after: document?.reading), in: window, settings, habits)
    }
    return effects
      + inText { text in
        text.stand(at: stop)
        text.stopSearching()
        text.refreshSearch()
      }
  }

  /// In another pane what is shown now is one more step of the way that the pane has gone.
  mutating func takeHistory(of pane: Pane) {
    history = pane.history
    if let stop = pane.here { history.push(stop) }
  }
}

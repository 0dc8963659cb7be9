import RFCModel

/// A text that is read while it is still coming: out of a pipe.
extension ReaderState {
  /// More of it has come, or all of it.
  mutating func grow(_ source: Source) {
    history.renew(source)
    guard let document, document.isGrowing else { return }
    let goesOn = isReached == false
    self.document = document.grown(to: source)
    guard cover == nil, front == .document else { return }
    if goesOn { goOn() } else { refreshSearch() }
  }

  /// Whether what the run began with has come, where less waits for it; nil where nothing is awaited.
  private var isReached: Bool? {
    switch awaited {
    case .search: pendingSearch != nil || document?.found.map { $0.matches.count > 0 } ?? false
    case .line(let line): line < document?.document.lines.count ?? 0
    case .keys([.character("G")]): false
    case .keys, nil: nil
    }
  }

  /// Tries once more to reach it, from where the user still is.
  private mutating func goOn() {
    guard let awaited else { return }
    // That it was not found is over.
    if message?.isWarning == false { message = nil }
    let (before, beforeJump) = (history, document?.beforeJump)
    _ = start(awaited)
    history = before
    document?.beforeJump = beforeJump
  }
}

extension History {
  /// Puts what has come of a text in the place of what was known of it.
  mutating func renew(_ source: Source) {
    replaceStops { stop in
      guard case .document(let old) = stop, case .text(let known) = old.origin, known.isGrowing else {
        return stop
      }
      return .document(
        DocumentStop(origin: .text(source), place: old.place, showsPages: old.showsPages))
    }
  }
}

import RFCModel

/// A text that is read while it is still coming: out of a pipe.
extension ReaderState {
  /// More of it has come, or all of it.
  mutating func grow(_ source: Source) {
    history.renew(source)
    guard let document, document.isGrowing else { return }
    self.document = document.grown(to: source)
    guard cover == nil, front == .document else { return }
    refreshSearch()
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

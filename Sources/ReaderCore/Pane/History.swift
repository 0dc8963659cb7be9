import CellGrid
import RFCModel

/// A place to come back to.
enum Stop: Sendable {
  /// As it was.
  case list(any ListScreen)
  case document(DocumentStop)
}

/// Where one has been, and where one came back from.
struct History: Sendable {
  private static let limit = 100

  /// The last one is where Back leads.
  private(set) var back: [Stop] = []
  /// The last one is where Forward leads.
  private(set) var forward: [Stop] = []

  /// Remembers the place that a jump leaves.
  mutating func push(_ stop: Stop) {
    back.append(stop)
    if back.count > Self.limit { back.removeFirst(back.count - Self.limit) }
    forward = []
  }

  func next(_ direction: TravelDirection) -> Stop? {
    switch direction {
    case .back: back.last
    case .forward: forward.last
    }
  }

  /// Puts what has come of a text in the place of what was known of it.
  mutating func renew(_ source: Source) {
    func renewed(_ stop: Stop) -> Stop {
      guard case .document(let old) = stop, case .text(let known) = old.origin, known.isGrowing else {
        return stop
      }
      return .document(
        DocumentStop(origin: .text(source), place: old.place, showsPages: old.showsPages))
    }
    back = back.map(renewed)
    forward = forward.map(renewed)
  }

  /// Takes a step: `current` is where Back or Forward leads afterwards.
  mutating func step(_ direction: TravelDirection, from current: Stop?) {
    switch direction {
    case .back:
      _ = back.popLast()
      if let current { forward.append(current) }
    case .forward:
      _ = forward.popLast()
      if let current { back.append(current) }
    }
  }

  /// Steps back until Back leads to `index`.
  mutating func rewind(to index: Int, from current: Stop?) {
    var current = current
    while back.count > index + 1 {
      let stop = back.last
      step(.back, from: current)
      current = stop
    }
    if let current { forward.append(current) }
    _ = back.popLast()
  }
}

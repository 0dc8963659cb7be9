import CellGrid
import RFCModel

/// A place to come back to.
enum Stop: Sendable {
  case library
  case fullText(FullTextSearch)
  case references(ReferenceList)
  case bookmarks(BookmarkList)
  case document(DocumentStop)

  /// Whether documents are opened from it.
  var isList: Bool {
    switch self {
    case .library, .fullText, .references, .bookmarks: true
    case .document: false
    }
  }
}

/// A document and the exact position in it.
struct DocumentStop: Sendable {
  enum Origin: Sendable {
    case stored(DocumentID)
    /// A file or the standard input, which cannot be asked for again.
    case text(Source)
  }

  let origin: Origin
  let place: Standpoint
  let showsPages: Bool

  var id: DocumentID? {
    if case .stored(let id) = origin { return id }
    return nil
  }
}

/// Where one has been, and where one came back from.
struct History: Sendable {
  enum Direction: Sendable {
    case back, forward
  }

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

  func next(_ direction: Direction) -> Stop? {
    switch direction {
    case .back: back.last
    case .forward: forward.last
    }
  }

  mutating func replaceStops(by change: (Stop) -> Stop) {
    back = back.map(change)
    forward = forward.map(change)
  }

  /// Takes a step: `current` is where Back or Forward leads afterwards.
  mutating func step(_ direction: Direction, from current: Stop?) {
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

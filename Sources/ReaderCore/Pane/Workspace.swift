import CellGrid
import RFCFormats
import RFCModel

/// What is on the screen: a reader, or two of them side by side or above each other. Each has its own document, place,
/// search and way back.
public struct Workspace {
  public private(set) var size: Size
  /// One or two, from the left or from the top.
  private(set) var panes: [Pane]
  /// Index of the pane that has the keys.
  private(set) var active = 0
  private var lastAsker = Asker(number: 0)
  private var lastComparison = 0

  public init(size: Size, settings: ReaderSettings = ReaderSettings()) {
    self.size = size
    panes = [Pane(size: size, settings: settings, asker: lastAsker)]
  }

  /// True while something is left to do that nobody has to press a key for: the sections of a new document, a search
  /// through a long one. `update(&workspace, .work)` does a part of it, some milliseconds at most.
  public var hasWork: Bool { panes.indices.contains { panes[$0].hasWork } }

  /// The places and the marks to keep when the program ends, wherever it is now.
  public mutating func memories() -> [(id: DocumentID, memory: DocumentMemory)] {
    // Of the same document in both, the pane that has the keys says where one is.
    let order = [1 - active, active].filter { panes.indices.contains($0) }
    return order.compactMap { panes[$0].memory() }
  }

  /// Whether the library is on the screen, or under what is.
  public var showsLibrary: Bool { panes.contains(where: \.showsLibrary) }

  /// For the window around the screen: what is read, in the pane that has the keys. Its characters are the document's.
  public var title: String { panes[active].title }

  // MARK: Events

  /// - Parameter asker: who has asked for what the event answers; nil for news. Who has gone meanwhile gets no answer.
  fileprivate mutating func handle(_ event: ReaderEvent, for asker: Asker?) -> [Request] {
    switch event {
    case .key, .pasted, .start: return handle(event, in: active)
    case .mouse(let mouse): return handle(mouse)
    case .work:
      let index = panes[active].hasWork ? active : panes.firstIndex(where: \.hasWork)
      return index.map { handle(event, in: $0) } ?? []
    case .resized(let size):
      self.size = size
      return arrange()
    case .successors(let successors, let number):
      return compare(number, with: successors, in: panes.firstIndex { $0.asker == asker } ?? active)
    case .openedBeside: return openBeside(event, of: panes.firstIndex { $0.asker == asker } ?? active)
    case .opened, .downloading, .failed, .showLibrary, .information, .peeked, .paths:
      let index = asker.map { asker in panes.firstIndex { $0.asker == asker } } ?? active
      return index.map { handle(event, in: $0) } ?? []
    // Somebody is to read it, whoever has gone.
    case .notice, .warning: return handle(event, in: panes.firstIndex { $0.asker == asker } ?? active)
    // These say themselves what they answer.
    case .library, .surroundings, .ranked, .described, .found, .excerpts, .citing, .citingLines, .cited,
      .annotations, .errata, .amendments, .checklist, .bookmarks, .grown:
      return panes.indices.flatMap { handle(event, in: $0) }
    }
  }

  /// The pane under the mouse scrolls, and has the keys when the button goes down in it; what is dragged stays in the
  /// pane that it was taken in.
  private mutating func handle(_ mouse: MouseEvent) -> [Request] {
    let places = places
    var index = active
    switch mouse.kind {
    case .press, .wheelUp, .wheelDown:
      guard let pane = places.firstIndex(where: { $0.size.holds(mouse.position, from: $0.origin) }) else {
        return []
      }
      index = pane
    case .drag, .release: break
    }
    if mouse.kind == .press, index != active {
      // What is typed at a prompt is for its pane.
      guard panes[active].prompt == nil else { return [] }
      panes[active].forgetTyped()
      active = index
    }
    // Of what is outside of the window it is enough to know on which side.
    let column = min(max(-1, mouse.position.column), size.columns) - places[index].origin.column
    let row = min(max(-1, mouse.position.row), size.rows) - places[index].origin.row
    return handle(.mouse(MouseEvent(mouse.kind, at: Position(column: column, row: row))), in: index)
  }

  private mutating func handle(_ event: ReaderEvent, in index: Int) -> [Request] {
    let effects = panes[index].handle(event)
    let requests = panes[index].asker.requests(effects)
    // The pane under the mouse leads, else the one that has the keys, whichever an answer is for.
    if case .mouse = event { keepCompared(with: index) } else { keepCompared(with: active) }
    guard let change = panes[index].change else { return requests }
    panes[index].change = nil
    return requests + carryOut(change)
  }

  private mutating func carryOut(_ change: WorkspaceChange) -> [Request] {
    switch change {
    case .split:
      if panes.count == 2 { return close(1 - active) }
      append(panes[active])
      active = 1
      return arrange()
    case .changePane:
      if panes.count == 2 { active = 1 - active }
      return []
    case .close:
      if panes.count == 1 { return panes[active].asker.requests(panes[active].keptMemory() + [.quit]) }
      return close(active)
    case .followElsewhere: return followElsewhere()
    case .openBeside(let name):
      let requests = elsewhere { $0.apply(.opens(name)) }
      active = 1 - active
      return requests
    }
  }

  private mutating func close(_ index: Int) -> [Request] {
    let requests = panes[index].asker.requests(panes[index].keptMemory())
    panes.remove(at: index)
    active = 0
    keepCompared(with: active)
    return requests + arrange()
  }

  /// A second pane, which asks for itself.
  private mutating func append(_ pane: Pane) {
    lastAsker = Asker(number: lastAsker.number + 1)
    panes.append(pane)
    panes[panes.count - 1].asker = lastAsker
  }

  private mutating func followElsewhere() -> [Request] {
    // A link that leads to no place in a document: an address.
    guard panes[active].text?.focusedTarget?.isPlace ?? false else {
      return panes[active].asker.requests(panes[active].inText { $0.followLink() })
    }
    return elsewhere { $0.inText { $0.followLink() } }
  }

  /// What the pane that has the keys would do, in the other pane.
  private mutating func elsewhere(_ act: (inout Pane) -> [Effect]) -> [Request] {
    var other = panes[active]
    if panes.count == 2 { other.takeHistory(of: panes[1 - active]) }
    let effects = act(&other)
    panes[active].message = other.message
    if panes.count == 1 {
      append(other)
      return arrange() + panes[1].asker.requests(effects)
    }
    let kept = panes[1 - active].asker.requests(panes[1 - active].keptMemory())
    other.asker = panes[1 - active].asker
    panes[1 - active] = other
    return kept + arrange() + panes[1 - active].asker.requests(effects)
  }

  /// A text that is here already, in the other pane, where the way back leads to what that has shown.
  private mutating func openBeside(_ event: ReaderEvent, of index: Int) -> [Request] {
    var requests: [Request] = []
    if panes.count == 1 {
      append(panes[index])
      requests = arrange()
    }
    active = 1 - index
    return requests + handle(event, in: active)
  }

  // MARK: A comparison

  /// Opens beside a text the one that the section became, or came from, and has both show what differs.
  private mutating func compare(_ number: RFCNumber, with successors: Successors, in index: Int) -> [Request]
  {
    guard panes[index].showsText, panes[index].cover == nil, var reading = panes[index].document?.reading,
      reading.number == number
    else { return [] }
    let texts = successors.sources.map { ParsedText($0.document, of: $0.id) }
    let map = SectionMap(from: reading.parsed, to: texts)
    let line = reading.line(atOrBelow: reading.view.top)
    let place = map.place(ofSection: reading.workOutOutline().index(ofSectionAt: line))
    guard let source = successors.sources[at: place?.text ?? 0] else {
      panes[index].message = Message(warning: successors.words(of: number))
      return []
    }
    var requests: [Request] = []
    if panes.count == 1 {
      append(panes[index])
      active = index
    } else if panes[1 - index].document?.reading.id != source.id {
      requests += panes[1 - index].asker.requests(panes[1 - index].keptMemory())
    }
    requests += arrange()
    let other = 1 - index
    if panes[other].document?.reading.id != source.id || panes[other].document?.reading.compared == nil {
      requests += panes[other].asker.requests(panes[other].handle(.opened(source, at: nil)))
    }
    guard let beside = panes[other].document?.reading.parsed else { return requests }
    lastComparison += 1
    let (own, others) = Compared.both(
      reading, map, with: beside, number: place?.text ?? 0, successors, comparison: lastComparison)
    panes[index].document?.reading.compared = own
    panes[other].document?.reading.compared = others
    panes[other].message = nil
    if let words = own.summary(in: beside) {
      panes[index].message = Message(words)
    } else if !successors.missing.isEmpty {
      panes[index].message = Message(successors.words(of: number))
    }
    keepCompared(with: index)
    return requests
  }

  /// Has the other text of a comparison stand where this one does; of one that is over nothing stays.
  private mutating func keepCompared(with index: Int) {
    let comparisons = panes.map { $0.document?.reading.compared?.comparison }
    guard comparisons.contains(where: { $0 != nil }) else { return }
    guard panes.count == 2, comparisons[0] == comparisons[1] else {
      for pane in panes.indices { panes[pane].document?.reading.compared = nil }
      return
    }
    guard let reading = panes[index].document?.reading, let compared = reading.compared,
      let rows = panes[index].document?.pageRows
    else { return }
    guard var place = compared.standpoint(of: reading, rows: rows) else { return }
    if size.columns >= Self.sideBySide {
      // The same on the same row, whatever the heads of the two take.
      let heads = panes.map { $0.document?.geometry.textRows.lowerBound ?? 0 }
      place.below += heads[index] - heads[1 - index]
    }
    panes[1 - index].document?.follow(place)
  }

  // MARK: The window

  /// The columns from which on two panes stand side by side.
  private static let sideBySide = 120

  /// The sizes of the panes, and where each one begins.
  private var places: [(origin: Position, size: Size)] {
    let whole = (Position(column: 0, row: 0), size)
    guard panes.count == 2 else { return [whole] }
    if size.columns >= Self.sideBySide {
      // A column between them.
      let left = (size.columns - 1) / 2
      return [
        (Position(column: 0, row: 0), Size(columns: left, rows: size.rows)),
        (Position(column: left + 1, row: 0), Size(columns: size.columns - left - 1, rows: size.rows)),
      ]
    }
    let top = size.rows / 2
    return [
      (Position(column: 0, row: 0), Size(columns: size.columns, rows: top)),
      (Position(column: 0, row: top), Size(columns: size.columns, rows: size.rows - top)),
    ]
  }

  private mutating func arrange() -> [Request] {
    var requests: [Request] = []
    for (index, place) in places.enumerated() {
      requests += panes[index].asker.requests(panes[index].handle(.resized(place.size)))
    }
    return requests
  }

  func rendered() -> Frame {
    if panes.count == 1 { return panes[0].drawn().frame }
    var frame = Frame(size: size)
    for (index, place) in places.enumerated() {
      let pane = panes[index].drawn().frame
      for row in 0..<pane.size.rows {
        frame.put(pane.row(row), row: place.origin.row + row, column: place.origin.column)
        if index == 1, place.origin.column > 0 {
          frame[row: row, column: place.origin.column - 1] = Cell(base: "\u{2502}", role: .dimmed)
        }
      }
      if index == active {
        frame.cursor = pane.cursor.map {
          Position(column: $0.column + place.origin.column, row: $0.row + place.origin.row)
        }
      } else {
        // The pane without the keys steps back by its title.
        frame.paint(
          row: place.origin.row, columns: place.origin.column..<place.origin.column + place.size.columns,
          role: .dimmed)
      }
    }
    return frame
  }
}

/// Changes the workspace by what has happened.
///
/// - Parameter asker: who has asked for what the event answers; nil for news.
/// - Returns: what the program around the reader is to do, in order.
public func update(_ workspace: inout Workspace, _ event: ReaderEvent, for asker: Asker? = nil) -> [Request] {
  workspace.handle(event, for: asker)
}

/// Draws the workspace. Reads it and nothing else.
public func render(_ workspace: Workspace) -> Frame { workspace.rendered() }

extension Size {
  /// Whether a place is in a window of this size that begins at another one.
  fileprivate func holds(_ place: Position, from origin: Position) -> Bool {
    (origin.column..<origin.column + columns).contains(place.column)
      && (origin.row..<origin.row + rows).contains(place.row)
  }
}

import CellGrid
import RFCModel

/// What is typed and not yet a command.
extension Pane {
  mutating func press(_ key: Key) -> [Effect] {
    prepareKeys()
    var effects: [Effect] = []
    if prompt == nil, key != .control("c") { effects = inText { $0.finishSearch() } }
    let isAwaited = key == .enter && message?.awaitsEnter == true
    forgetMarks()
    return isAwaited ? effects : effects + take(key)
  }

  private mutating func take(_ key: Key) -> [Effect] {
    if prompt != nil { return pressInPrompt(key) }
    if withText({ $0.hints != nil }) == true { return inText { $0.pressInHints(key) } }
    if let command = typed.awaitsLetter {
      typed = TypedKeys()
      return inText { $0.complete(command, with: key) }
    }
    if let command = typed.foreign {
      typed = TypedKeys()
      if command.argument == .letter || key == .escape {
        message = command.message
      } else {
        prompt = ForeignPrompt(command)
      }
      return []
    }
    let isFree = keyMap.lookup([key], in: context) == .unbound
    if typed.takeCount(key, isFree: isFree) { return [] }
    if key == .escape, typed.pending.isEmpty, let effects = closeInnermost() {
      typed = TypedKeys()
      return effects
    }
    if key == .escape, !typed.pending.isEmpty {
      typed = TypedKeys()
      return []
    }
    switch keyMap.lookup(typed.pending + [key], in: context) {
    case .command(let command):
      let count = typed.count
      typed = TypedKeys()
      return run(command, count: count)
    case .prefix:
      typed.pending.append(key)
      return []
    case .unbound: return takeUnbound(typed.pending + [key])
    }
  }

  private mutating func takeUnbound(_ sequence: [Key]) -> [Effect] {
    typed = TypedKeys()
    guard let key = sequence.last else { return [] }
    // What is one sequence in a text does not fall apart in a list.
    if keyMap.lookup(sequence, in: .reading) == .prefix {
      typed.pending = sequence
      return []
    }
    if let command = ForeignCommand(sequence, keyMap) {
      if command.argument == .line { prompt = ForeignPrompt(command) } else { typed.foreign = command }
      return []
    }
    // Typed by habit, to be sure that nothing is under way.
    if sequence.dropLast() == [.escape] { return press(key) }
    let keys = sequence.map(\.name).joined()
    if key != .escape { message = Message("\(keys) is not bound. h lists the keys.") }
    return []
  }

  /// Half of a command, or letters on the links: something else is meant.
  mutating func forgetTyped() {
    typed = TypedKeys()
    text?.hints = nil
  }

  // MARK: The mouse

  /// Rows that the wheel scrolls at a time.
  private static let wheelRows = 3

  mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: return scroll(by: -Self.wheelRows, at: mouse.position)
    case .wheelDown: return scroll(by: Self.wheelRows, at: mouse.position)
    case .press: return press(at: mouse.position)
    case .drag: return inText { $0.drag(to: mouse.position.row) }
    case .release: return inText { $0.release() }
    }
  }

  private mutating func scroll(by rows: Int, at position: Position) -> [Effect] {
    forgetMarks()
    let spot = drawn().spot(at: position)
    let outcome = text?.scroll(by: rows, over: spot) ?? list?.scroll(by: rows, over: spot)
    return outcome.map { apply($0) } ?? []
  }

  private mutating func press(at position: Position) -> [Effect] {
    let spot = drawn().spot(at: position)
    // What narrows a list leaves the list to the mouse; another prompt waits for its line.
    if let prompt { guard prompt.isOverList, spot?.isEntry ?? false else { return [] } }
    forgetTyped()
    forgetMarks()
    guard let outcome = text?.press(spot, at: position) ?? list?.press(spot, at: position) else { return [] }
    let effects = apply(outcome)
    guard outcome.confirms else { return effects }
    return effects + (prompt == nil ? answer(.select) : pressInPrompt(.enter))
  }
}

extension Spot {
  /// A part of a list.
  fileprivate var isEntry: Bool {
    switch self {
    case .section, .entry, .fold: true
    case .link, .contents, .sign, .strip, .peek, .message: false
    }
  }
}

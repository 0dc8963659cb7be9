import CellGrid

/// What the mouse does, where it is reported. What is under it is asked of the screen as it is drawn.
extension ReaderState {
  /// Rows that the wheel scrolls at a time.
  private static let wheelRows = 3

  mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: return scroll(by: -Self.wheelRows, at: mouse.position)
    case .wheelDown: return scroll(by: Self.wheelRows, at: mouse.position)
    case .press: return press(at: mouse.position)
    case .drag: dragStrip(to: mouse.position.row)
    case .release: holdsStrip = false
    }
    return []
  }

  /// Scrolls what is there.
  private mutating func scroll(by rows: Int, at position: Position) -> [Effect] {
    message = nil
    switch drawn().spot(at: position) {
    case .contents, .section:
      let now = contentsScrolled
      reading?.contents.scrolled = .init(top: now.top + rows, focus: now.focus)
      // No further than there are entries.
      let shown = contentsScrolled
      reading?.contents.scrolled = shown
    case .peek: moveInPeek(rows > 0 ? .scrollDown : .scrollUp, count: abs(rows))
    case .link, .entry, .strip, .message, nil:
      guard reading == nil, var list else {
        scroll(by: rows)
        return []
      }
      // Whole entries, and one at least.
      let entries = rows.signum() * max(1, abs(rows) / list.rowsPerEntry)
      let room = max(1, geometry.textRows.count / list.rowsPerEntry)
      list.cursor.scroll(by: entries, room: room, of: list.count)
      return moveList(to: list.cursor)
    }
    return []
  }

  private mutating func press(at position: Position) -> [Effect] {
    let spot = drawn().spot(at: position)
    if let prompt {
      // What narrows a list leaves the list to the mouse; another prompt waits for its line.
      guard prompt.kind == .listFilter || prompt.kind == .fullText, spot?.isEntry ?? false else { return [] }
    }
    forgetTyped()
    message = nil
    if peek != nil, spot != .peek {
      peek = nil
      return []
    }
    switch spot {
    case .link(let focus):
      reading?.contents.isFocused = false
      reading?.focus = focus
      return followLink()
    case .section(let index):
      reading?.contents.selected = index
      if prompt != nil { return pressInPrompt(.enter) }
      selectInContents()
    case .entry(let index):
      guard var cursor = list?.cursor, cursor.selected != index else {
        return prompt == nil ? select() : pressInPrompt(.enter)
      }
      cursor.selected = index
      return moveList(to: cursor)
    case .strip: holdStrip(at: position.row)
    case .contents, .peek, .message, nil: break
    }
    return []
  }

  /// Half of a command, or letters on the links: the mouse means something else.
  mutating func forgetTyped() {
    typed = TypedKeys()
    hints = nil
  }

  // MARK: The strip

  /// To the match or the mark whose sign is there, else to that part of the text. `''` takes it back.
  private mutating func holdStrip(at row: Int) {
    guard let strip = withReading({ Strip(of: $0, self, geometry) }) ?? nil else { return }
    if let tick = strip.ticks.last(where: { $0.row == row }) {
      goTo(.row(tick.textRow), below: pageRows / 3)
    } else {
      goTo(.top(strip.top(at: row, last: lastTop)))
    }
    holdsStrip = true
  }

  private mutating func dragStrip(to row: Int) {
    guard holdsStrip, let strip = withReading({ Strip(of: $0, self, geometry) }) ?? nil else { return }
    let top = strip.top(at: row, last: lastTop)
    self.reading?.view.top = top
  }
}

extension Spot {
  /// An entry of a list, which Enter would open.
  fileprivate var isEntry: Bool {
    switch self {
    case .section, .entry: true
    case .link, .contents, .strip, .peek, .message: false
    }
  }
}

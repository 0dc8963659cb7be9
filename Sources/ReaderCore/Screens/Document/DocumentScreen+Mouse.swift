import CellGrid

/// What the mouse does in a text. What is under it is asked of the screen as it is drawn.
extension DocumentScreen {
  mutating func scroll(by rows: Int, over spot: Spot?) -> Outcome {
    perform { text in
      text.hints = nil
      switch spot {
      case .contents, .section:
        let now = text.contentsScrolled
        text.reading.contents.scrolled = .init(top: now.top + rows, focus: now.focus)
        // No further than there are entries.
        text.reading.contents.scrolled = text.contentsScrolled
      case .peek: _ = text.runInPeek(rows > 0 ? .scrollDown : .scrollUp, count: abs(rows))
      case .link, .entry, .fold, .strip, .sign, .message, nil: text.scroll(by: rows)
      }
    }
  }

  mutating func press(_ spot: Spot?, at position: Position) -> Outcome {
    perform { text in
      if text.peek != nil, spot != .peek {
        text.peek = nil
        return
      }
      switch spot {
      case .link(let focus):
        text.reading.contents.isFocused = false
        text.reading.focus = focus
        text.followLink()
      case .section(let index):
        text.reading.contents.isFocused = true
        text.reading.contents.selected = index
        text.outcome.confirms = true
      case .strip: text.holdStrip(at: position.row)
      case .sign(let row):
        let known = text.reading.annotations(ofRow: row).map(\.annotation)
        if let line = known.first?.line {
          text.goTo(.landmark(Landmark(line: line, isAnnotation: true)), below: 2)
        }
        text.peek(at: known)
      case .entry, .fold, .contents, .peek, .message, nil: break
      }
    }
  }

  // MARK: The strip

  /// To the match or the mark whose sign is there, else to that part of the text. `''` takes it back.
  private mutating func holdStrip(at row: Int) {
    guard let strip = Strip(of: self, geometry) else { return }
    if let tick = strip.ticks.last(where: { $0.row == row }) {
      goTo(.row(tick.textRow), below: pageRows / 3)
    } else {
      goTo(.top(strip.top(at: row, last: lastTop)))
    }
    holdsStrip = true
  }

  mutating func drag(to row: Int) {
    guard holdsStrip, let strip = Strip(of: self, geometry) else { return }
    reading.view.top = strip.top(at: row, last: lastTop)
  }

  mutating func release() { holdsStrip = false }
}

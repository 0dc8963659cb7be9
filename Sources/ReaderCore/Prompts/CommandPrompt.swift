import RFCModel

/// `:`: a section, a figure or a table of this RFC, an RFC, `l120` for a line, or a command's name.
struct CommandPrompt: Prompt {
  var line = LineEditor()
  let label = ":"
  let history: PromptHistory? = .commands
  let words = Command.allCases.map(\.rawValue).sorted()

  func confirmed(in pane: inout Pane) -> [Effect] {
    pane.remember(line.text, at: .commands) + run(line.text, in: &pane)
  }

  /// What less and vi call them here, beside their own names.
  private static let knownByHeart: [Substring: Command] = [
    "q": .closeOrQuit, "q!": .closeOrQuit, "qa": .quit, "qa!": .quit, "Q": .quit, "$": .goToBottom,
    "f": .position,
  ]

  private func run(_ text: String, in pane: inout Pane) -> [Effect] {
    let words = text.split(separator: " ")
    guard let first = words.first else { return [] }
    // less examines another file so.
    if words.count > 1, first == "e" { return run(words.dropFirst().joined(separator: " "), in: &pane) }
    if words.count == 1 {
      if let command = Self.knownByHeart[first] ?? Command(rawValue: String(first)) {
        return pane.run(command, count: .none)
      }
      if first == "n" || first == "p" { return [.anotherFile(by: first == "n" ? 1 : -1)] }
      if first.hasPrefix("l"), let line = Int(first.dropFirst()), line >= 0 {
        return pane.inText { $0.goTo(.line(line)) }
      }
      if let number = SectionNumber(first), pane.hasSection(number) {
        return pane.inText { $0.goTo(anchor: .section(number)) }
      }
    }
    if let place = PrintedPlace(typed: text) { return pane.inText { $0.goTo(anchor: .printed(place)) } }
    if let locator = Locator(typed: text) {
      guard locator.document == pane.text?.reading.id else {
        return [.open(locator.document, at: locator.anchor)]
      }
      return pane.inText { text in
        if let anchor = locator.anchor { text.goTo(anchor: anchor) }
      }
    }
    if SectionNumber(text) != nil, let name = pane.text?.reading.name {
      pane.message = Message(warning: "\(name) has no section \(text). t shows the contents.")
    } else {
      let way = Command.nearest(to: text).map { "Did you mean \($0)?" } ?? "h lists the commands."
      pane.message = Message(warning: "\(text): no section, RFC or command. \(way)")
    }
    return []
  }
}

import RFCModel

/// `:`: a section, a figure or a table of this RFC, an RFC, `l120` for a line, `e` and `split` with a file, or a command's
/// name.
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

  /// What opens what is named behind it.
  private enum Opener: String {
    /// As less examines another file.
    case e
    case split
  }

  /// The name, or its beginning; nil where no opener stands before it.
  private static func opened(_ text: String) -> (Opener, name: String)? {
    let words = text.drop { $0 == " " }
    guard let blank = words.firstIndex(of: " "), let opener = Opener(rawValue: String(words[..<blank])) else {
      return nil
    }
    return (opener, String(words[blank...].drop { $0 == " " }))
  }

  var path: String? { Self.opened(line.stem)?.name }

  /// As on the command line a file is what names no document.
  private func open(_ name: String, beside isBeside: Bool, in pane: inout Pane) -> [Effect] {
    switch TypedName(name) {
    case .draft, nil:
      return [.openFile(String(name.reversed().drop { $0 == " " }.reversed()), beside: isBeside)]
    case let document? where isBeside:
      pane.change = .openBeside(document)
      return []
    case let document?: return open(document, in: &pane)
    }
  }

  private func run(_ text: String, in pane: inout Pane) -> [Effect] {
    let words = text.split(separator: " ")
    guard let first = words.first else { return [] }
    if let (opener, name) = Self.opened(text), !name.isEmpty {
      return open(name, beside: opener == .split, in: &pane)
    }
    if words.count == 1 {
      if let command = Self.knownByHeart[first] ?? Command(rawValue: String(first)) {
        return pane.run(command, count: .none)
      }
      if first == "n" || first == "p" { return [.anotherFile(by: first == "n" ? 1 : -1)] }
      if first.hasPrefix("l"), let line = Int(first.dropFirst()), line >= 0 {
        return pane.inText { $0.goTo(.line(line)) }
      }
    }
    if let place = PrintedPlace(typed: text) { return pane.inText { $0.goTo(anchor: .printed(place)) } }
    // A section of this text is meant before an RFC of that number.
    let place = Self.place(text)
    if let place, pane.has(place) { return pane.inText { $0.goTo(anchor: place) } }
    if let name = TypedName(text) { return open(name, in: &pane) }
    if let place, let message = pane.withText({ $0.noPlace(place) }) {
      pane.message = message
    } else {
      let way = Command.nearest(to: text).map { "Did you mean \($0)?" } ?? "h lists the commands."
      pane.message = Message(warning: "\(text): no section, RFC or command. \(way)")
    }
    return []
  }

  /// `4.2`, `§4.2`, `appendix A`, `#name-overview`. A heading's bare name is none: commands have names, too.
  private static func place(_ text: String) -> Anchor? {
    let place = Anchor(typed: text)
    if case .section = place { return place }
    return text.hasPrefix("#") ? place : nil
  }

  /// Sections have numbers below it; for an RFC of one somebody has hardly asked.
  private static let leastUsualRFC = 100

  private func open(_ name: TypedName, in pane: inout Pane) -> [Effect] {
    if case .document(let locator) = name {
      if locator.document == pane.text?.reading.id {
        return pane.inText { text in
          if let anchor = locator.anchor { text.goTo(anchor: anchor) }
        }
      }
      if pane.showsText, let number = SectionNumber(line.text.filter { $0 != " " }),
        let rfc = locator.document.rfc, rfc.value < Self.leastUsualRFC
      {
        pane.prompt = QuestionPrompt(
          "No section \(number). Open \(locator.document)?", yes: .open(locator.document, at: nil))
        return []
      }
    }
    return pane.apply(.opens(name))
  }
}

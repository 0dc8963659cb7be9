import CellGrid
import RFCModel

extension ReaderState {
  mutating func openPrompt(_ kind: Prompt.Kind, count: Int? = nil) {
    var prompt = Prompt(kind: kind)
    prompt.origin = withReading(\.standpoint)
    prompt.count = count ?? 1
    prompt.options.isLiteral = settings.reading.search == .literal
    prompt.options.letterCase = options.letterCase
    if kind == .listFilter { prompt.line = LineEditor(listFilter) }
    if kind == .word { prompt.line = LineEditor(matchedWord ?? "") }
    if case .note(let bookmark?) = kind { prompt.line = LineEditor(bookmark.note) }
    if kind == .fullText { prompt.line = LineEditor(fullText.typed) }
    self.prompt = prompt
  }

  /// The word that the search stands on, where it is on the screen.
  private var matchedWord: String? {
    guard let reading, let found = reading.found, let current = found.current,
      (reading.view.top..<reading.view.top + pageRows).contains(found.row(of: current))
    else { return nil }
    let word = String(decoding: found.text.bytes[found.matches[current]], as: UTF8.self)
    return word.contains(" ") || word.contains("\n") ? nil : word
  }

  mutating func pressInPrompt(_ key: Key) -> [Effect] {
    guard var prompt else { return [] }
    switch key {
    case .escape, .control("c"), .control("g"):
      return giveUp(prompt)
    case .backspace where prompt.line.isEmpty:
      return giveUp(prompt)
    case .enter:
      self.prompt = nil
      return confirm(prompt)
    case .up, .down:
      guard recall(key == .up ? -1 : 1, at: &prompt) else {
        return run(key == .up ? .scrollUp : .scrollDown, count: nil)
      }
    case .tab where !prompt.words.isEmpty:
      let candidates = prompt.words.filter { $0.hasPrefix(prompt.line.text) }
      if let completed = commonPrefix(of: candidates) { prompt.line = LineEditor(completed) }
      if candidates.count > 1 { message = Message(candidates.joined(separator: "  ")) }
    case .pageUp, .pageDown:
      guard prompt.kind == .listFilter || prompt.kind == .fullText else { return [] }
      return run(key == .pageUp ? .pageUp : .pageDown, count: nil)
    case .tab where prompt.kind == .listFilter && context == .library:
      self.prompt = nil
      return openFullText(prompt.line.text)
    default:
      if prompt.takesPattern,
        prompt.options.toggle(key, isAtStart: prompt.line.isEmpty, isFilter: prompt.kind == .filter)
      {
        break
      }
      guard prompt.line.edit(key) else { return [] }
      prompt.historyIndex = nil
    }
    return edited(prompt)
  }

  /// Pasted text is typed into the prompt, and nothing of it is run as keys. Without a prompt that of `/` opens for it.
  mutating func paste(_ bytes: [UInt8]) -> [Effect] {
    let text = LineEditor.line(pasted: bytes)
    guard !text.isEmpty else { return [] }
    message = nil
    forgetTyped()
    var effects: [Effect] = []
    if prompt == nil {
      effects = run(.searchForward, count: nil)
      prompt?.line = LineEditor()
    }
    guard var prompt else {
      message = Message("Pasted text is only taken at a prompt.")
      return effects
    }
    for scalar in text { prompt.line.insert(scalar) }
    prompt.historyIndex = nil
    return effects + edited(prompt)
  }

  /// What follows from another text in the prompt.
  private mutating func edited(_ prompt: Prompt) -> [Effect] {
    self.prompt = prompt
    switch prompt.kind {
    case .listFilter: listFilter = prompt.line.text
    case .fullText: return askFullText(prompt.line.text)
    case .search, .filter, .command, .word, .shell, .pipe, .save: searchWhatIsTyped()
    case .option(let use):
      if use.isComplete(prompt.line.text) {
        self.prompt = nil
        return confirm(prompt)
      }
    case .note, .foreign: break
    }
    return []
  }

  private mutating func giveUp(_ prompt: Prompt) -> [Effect] {
    self.prompt = nil
    switch prompt.kind {
    case .search:
      pendingSearch = nil
      if let origin = prompt.origin { reading?.stand(at: origin) }
      reading?.found = nil
      refreshSearch()
    case .listFilter: listFilter = ""
    case .fullText:
      // What has been found stays; with nothing asked for there is nothing to look at.
      if fullText.query == nil, !history.back.isEmpty { return travel(.back, count: 1) }
      return fullText.query == nil ? [] : remember(prompt.line.text, at: .questions)
    case .filter, .command, .option, .foreign, .word, .shell, .pipe, .save, .note: break
    }
    return []
  }

  private mutating func confirm(_ prompt: Prompt) -> [Effect] {
    switch prompt.kind {
    case .search(let direction): return confirmSearch(prompt, direction: direction)
    case .filter: return confirmFilter(prompt)
    case .listFilter: return select()
    case .fullText:
      return (fullText.query == nil ? [] : remember(prompt.line.text, at: .questions)) + select()
    case .command: return remember(prompt.line.text, at: .commands) + runCommandLine(prompt.line.text)
    case .option(let use): return take(option: prompt.line.text, for: use)
    case .foreign(let command):
      message = command.message
      return []
    case .note(let bookmark): return confirmNote(prompt.line.text, of: bookmark)
    case .word: return peek(atWord: prompt.line.text)
    case .shell: return [.shell(prompt.line.text)]
    case .pipe(let lines): return prompt.line.isEmpty ? [] : [.pipe(bytes(of: lines), to: prompt.line.text)]
    case .save:
      guard let reading, !prompt.line.isEmpty else { return [] }
      return [.save(reading.document.bytes, as: prompt.line.text)]
    }
  }

  /// What less and vi call them here, beside their own names.
  private static let knownByHeart: [Substring: Command] = [
    "q": .closeOrQuit, "q!": .closeOrQuit, "qa": .quit, "qa!": .quit, "Q": .quit, "$": .goToBottom,
    "f": .position,
  ]

  /// What was typed at `:`: a section of this RFC, an RFC, `lN` for a line, or a command's name.
  private mutating func runCommandLine(_ text: String) -> [Effect] {
    let words = text.split(separator: " ")
    guard let first = words.first else { return [] }
    // less examines another file so.
    if words.count > 1, first == "e" { return runCommandLine(words.dropFirst().joined(separator: " ")) }
    if words.count == 1 {
      if let command = Self.knownByHeart[first] { return run(command, count: nil) }
      if let command = Command(rawValue: String(first)) { return run(command, count: nil) }
      if first == "n" || first == "p" { return [.anotherFile(by: first == "n" ? 1 : -1)] }
      if first.hasPrefix("l"), let line = Int(first.dropFirst()), line >= 0 {
        goTo(.line(line))
        return []
      }
      if let number = SectionNumber(first), let line = reading?.line(at: .section(number)) {
        goTo(.row(reading?.layout.row(ofLine: line) ?? 0))
        return []
      }
    }
    if let locator = Locator(typed: text) {
      if let id = reading?.id, id == locator.document {
        if let anchor = locator.anchor { goTo(anchor: anchor) }
        return []
      }
      return [.open(locator.document, at: locator.anchor)]
    }
    if SectionNumber(text) != nil, let reading {
      message = Message(warning: "\(reading.name) has no section \(text). t shows the contents.")
    } else {
      let way = Command.nearest(to: text).map { "Did you mean \($0)?" } ?? "h lists the commands."
      message = Message(warning: "\(text): no section, RFC or command. \(way)")
    }
    return []
  }

  mutating func goTo(anchor: Anchor) {
    if let line = reading?.line(at: anchor) {
      goTo(.row(reading?.layout.row(ofLine: line) ?? 0))
    } else if case .section(let number) = anchor, let reading {
      message = Message(warning: "\(reading.name) has no section \(number). t shows the contents.")
    }
  }

  private func commonPrefix(of words: [String]) -> String? {
    guard var prefix = words.first else { return nil }
    for word in words { prefix = String(zip(prefix, word).prefix { $0 == $1 }.map(\.0)) }
    return prefix
  }
}

import CellGrid
import RFCModel

extension Pane {
  mutating func pressInPrompt(_ key: Key) -> [Effect] {
    guard var prompt else { return [] }
    switch key {
    case .escape, .control("c"), .control("g"): return giveUp(prompt)
    case .backspace where prompt.line.isEmpty: return giveUp(prompt)
    case .enter:
      self.prompt = nil
      return prompt.confirmed(in: &self)
    case .up, .down:
      guard recall(key == .up ? -1 : 1, at: &prompt) else {
        return run(key == .up ? .scrollUp : .scrollDown, count: .none)
      }
    case .tab where prompt.path != nil || !prompt.words.isEmpty: return complete(1, at: prompt)
    case .backTab where prompt.path != nil || !prompt.words.isEmpty: return complete(-1, at: prompt)
    case .pageUp, .pageDown:
      return prompt.isOverList ? run(key == .pageUp ? .pageUp : .pageDown, count: .none) : []
    default:
      if let effects = prompt.take(key, in: &self) { return effects }
      guard prompt.line.edit(key) else { return [] }
    }
    self.prompt = prompt
    return prompt.edited(in: &self)
  }

  private mutating func giveUp(_ prompt: any Prompt) -> [Effect] {
    self.prompt = nil
    return prompt.givenUp(in: &self)
  }

  /// Pasted text is typed into the prompt, and nothing of it is run as keys. Without a prompt that of `/` opens for it.
  mutating func paste(_ bytes: [UInt8]) -> [Effect] {
    let text = LineEditor.line(pasted: bytes)
    guard !text.isEmpty else { return [] }
    forgetMarks()
    forgetTyped()
    var effects: [Effect] = []
    if prompt == nil {
      effects = run(.searchForward, count: .none)
      prompt?.line = LineEditor()
    }
    guard var prompt else {
      message = Message("Text can be pasted only at a prompt.")
      return effects
    }
    for scalar in text { prompt.line.insert(scalar) }
    self.prompt = prompt
    return effects + prompt.edited(in: &self)
  }

  // MARK: Tab

  private mutating func complete(_ step: Int, at prompt: any Prompt) -> [Effect] {
    if let path = prompt.path { return [.completePath(path, by: step)] }
    self.prompt?.line.complete(step, among: prompt.words)
    return self.prompt?.edited(in: &self) ?? []
  }

  /// What the path that is typed may go on with has come.
  mutating func complete(_ path: String, by step: Int, among paths: [String]) {
    guard let prompt, prompt.path == path else { return }
    let before = prompt.line.stem.dropLast(path.count)
    self.prompt?.line.complete(step, among: paths.map { before + $0 })
    let names = paths.map { path in
      String(path[(path.dropLast().lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
    }
    if names.count != 1 { message = Message(names.isEmpty ? "no file" : names.joined(separator: "  ")) }
  }

  // MARK: What was typed before

  private static let historyLimit = 100

  /// Keeps what was typed, as the latest, in this run and for the next one.
  mutating func remember(_ typed: String, at history: PromptHistory) -> [Effect] {
    guard !typed.allSatisfy({ $0 == " " }) else { return [] }
    var all = histories[history]
    all.removeAll { $0 == typed }
    all.append(typed)
    histories[history] = Array(all.suffix(Self.historyLimit))
    return [.rememberTyped(typed, history)]
  }

  /// Up and Down at a prompt. Among the results of a search of all texts they lead from one to the next, and only up
  /// from the first one to earlier questions.
  ///
  /// - Returns: false where they move in the list behind the prompt.
  private func recall(_ step: Int, at prompt: inout any Prompt) -> Bool {
    guard let history = prompt.history else { return false }
    if prompt.isOverList, !prompt.line.isRecalled, step > 0 || (list?.selectedIndex ?? 0) > 0 { return false }
    prompt.line.recall(step, from: histories[history])
    return true
  }
}

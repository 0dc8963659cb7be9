/// The prompts that what was typed at is kept of, each for itself.
public enum PromptHistory: Hashable, CaseIterable, Sendable {
  /// Of a search in a document, and of the filter of its lines.
  case patterns
  /// `:`.
  case commands
  /// Of the search of all texts.
  case questions
}

extension Prompt {
  /// Nil for a prompt whose words are of no use a second time.
  var history: PromptHistory? {
    switch kind {
    case .search, .filter: .patterns
    case .command: .commands
    case .fullText: .questions
    case .listFilter, .option, .foreign, .note, .word, .shell, .pipe, .save: nil
    }
  }

  /// Up and Down: what was typed before and begins with what is typed now.
  ///
  /// - Parameters:
  ///   - step: -1 to an earlier one, 1 to a later one, and at the end back to what was being typed.
  ///   - history: the oldest first.
  mutating func recall(_ step: Int, from history: [String]) {
    if historyIndex == nil { draft = line.text }
    let fitting = history.filter { $0.hasPrefix(draft) }
    let index = (historyIndex ?? fitting.count) + step
    guard index >= 0 else { return }
    if index < fitting.count {
      historyIndex = index
      line = LineEditor(fitting[index])
    } else {
      historyIndex = nil
      line = LineEditor(draft)
    }
  }
}

extension ReaderState {
  private static let historyLimit = 100

  /// Keeps what was typed, as the latest, in this run and for the next one.
  mutating func remember(_ typed: String, at history: PromptHistory) -> [Effect] {
    guard !typed.allSatisfy({ $0 == " " }) else { return [] }
    var all = histories[history] ?? []
    all.removeAll { $0 == typed }
    all.append(typed)
    histories[history] = Array(all.suffix(Self.historyLimit))
    return [.rememberTyped(typed, history)]
  }

  /// Up and Down at a prompt. Among the results of a search of all texts they lead from one to the next, and only up
  /// from the first one to earlier questions.
  ///
  /// - Returns: false where they move in the list behind the prompt.
  func recall(_ step: Int, at prompt: inout Prompt) -> Bool {
    guard let history = prompt.history else { return false }
    if prompt.kind == .fullText, prompt.historyIndex == nil, step > 0 || fullText.cursor.selected > 0 {
      return false
    }
    prompt.recall(step, from: histories[history] ?? [])
    return true
  }
}

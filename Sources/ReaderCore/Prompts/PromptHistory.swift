/// The prompts that what was typed at is kept of, each for itself.
public enum PromptHistory: Hashable, CaseIterable, Sendable {
  /// Of a search in a document, and of the filter of its lines.
  case patterns
  /// `:`.
  case commands
  /// Of the search of all texts.
  case questions
}

/// What was typed at each, the oldest first.
public struct PromptHistories: Sendable {
  private var patterns: [String] = []
  private var commands: [String] = []
  private var questions: [String] = []

  public init() {}

  public subscript(_ prompt: PromptHistory) -> [String] {
    get {
      switch prompt {
      case .patterns: patterns
      case .commands: commands
      case .questions: questions
      }
    }
    set {
      switch prompt {
      case .patterns: patterns = newValue
      case .commands: commands = newValue
      case .questions: questions = newValue
      }
    }
  }
}

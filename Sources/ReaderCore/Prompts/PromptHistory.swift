/// The prompts that what was typed at is kept of, each for itself.
public enum PromptHistory: Hashable, CaseIterable, Sendable {
  /// Of a search in a document, and of the filter of its lines.
  case patterns
  /// `:`.
  case commands
  /// Of the search of all texts.
  case questions
}

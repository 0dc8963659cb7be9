import TextSearch

/// What the reader is started with: what the user has chosen, and what is known of earlier runs.
public struct ReaderSettings: Sendable {
  /// What was typed in earlier runs, the oldest first.
  public var histories: [PromptHistory: [String]] = [:]
  /// The contents open by themselves in windows of so many columns; nil: in none.
  public var contentsColumns: Int? = 120
  /// Columns of the contents; nil: a third of the window.
  public var contentsWidth: Int?
  /// Columns that prose is set at where the window has more; nil: the window's.
  public var textWidth: Int?
  /// Pages as printed, without title and status line, as less shows a text.
  public var isBare = false
  /// Whether documents open with their prose set anew.
  public var reflows = false
  /// Whether the characters of a pattern stand for themselves, unless the prompt is told otherwise.
  public var isLiteral = false
  public var letterCase = Query.LetterCase.smart
  /// Over the default keys.
  public var keys = KeyFile()

  public init() {}
}

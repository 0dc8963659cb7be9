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
  /// The options of less, before those of the environment and the command line.
  public var defaults = ReaderOptions() {
    didSet { options = defaults }
  }
  public private(set) var options = ReaderOptions()
  /// The program's name and version, for the key that asks.
  public var version = "rfcview"
  /// Over the default keys.
  public var keys = KeyFile()
  /// What of all this cannot be used, a line each.
  public var problems: [String] = []

  public init() {}

  /// An option of the environment or the command line.
  public mutating func apply(_ setting: OptionSetting) { options.apply(setting, defaults: defaults) }
}

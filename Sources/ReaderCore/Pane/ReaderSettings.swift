import RFCModel

/// What the reader is started with: what the user has chosen, and what is known of earlier runs.
public struct ReaderSettings: Sendable {
  /// What was typed in earlier runs.
  public var histories = PromptHistories()
  /// What the user has chosen.
  public var reading = ReadingSettings() {
    didSet { defaults.letterCase = reading.letterCase }
  }
  /// Pages as printed, without title and status line, as less shows a text.
  public var isBare = false
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

  /// The contents open by themselves in windows of so many columns; nil: in none.
  var contentsColumns: Int? { isBare ? nil : reading.contents.columns }

  /// An option of the environment or the command line.
  public mutating func apply(_ setting: OptionSetting) { options.apply(setting, defaults: defaults) }
}

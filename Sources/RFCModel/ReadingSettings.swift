/// How somebody wants to read.
public struct ReadingSettings: Hashable, Sendable {
  public var contents = ContentsPanel.auto
  /// Columns of the contents, 20...80; nil: a third of the window.
  public var contentsWidth: Int?
  /// Columns that prose is set at where the window has more, 40...200; nil: the window's.
  public var textWidth: Int?
  public var reflow = Reflow.auto
  public var errata = ErrataDisplay.signs
  public var requirements = RequirementStops.all
  /// How a pattern is read, unless the prompt is told otherwise.
  public var search = PatternKind.regex
  public var letterCase = LetterCase.smart

  public init() {}

  public static let table: [Setting<ReadingSettings>] = [
    .choice("contents", \.contents, "whether the contents open automatically"),
    .columns(
      "contents-width", 20...80, unset: "a third of the window", \.contentsWidth, "columns of the contents"),
    .choice("reflow", \.reflow, "when prose is wrapped to the window"),
    .columns(
      "text-width", 40...200, unset: "the window's", \.textWidth,
      "columns that wrapped prose takes at most"),
    .choice("errata", \.errata, "how errata and amendments are shown in the text"),
    .choice("requirements", \.requirements, "which requirements ]m stops at"),
    .choice("search", \.search, "how a pattern is read"),
    .choice("case", \.letterCase, "whether a search tells upper and lower case apart"),
  ]
}

/// Whether the contents stand beside the text from the start.
public enum ContentsPanel: String, CaseIterable, Sendable {
  /// Where the window is wide enough.
  case auto
  case on, off

  /// Windows of so many columns have them; nil: none has.
  public var columns: Int? {
    switch self {
    case .auto: 120
    case .on: 72
    case .off: nil
    }
  }
}

/// When prose is set at the window's width.
public enum Reflow: String, CaseIterable, Sendable {
  /// Where the window is narrower than a paragraph.
  case auto
  case on, off
}

/// How errata are shown in the text.
public enum ErrataDisplay: String, CaseIterable, Sendable {
  /// In the margin, and the words underlined.
  case signs
  /// The corrections below the lines, too.
  case inline
  /// In the list alone.
  case off
}

/// The requirements that a key leads to.
public enum RequirementStops: String, CaseIterable, Sendable {
  case all
  /// Those that the checklist has as open, or as a question.
  case open
}

/// What a pattern is.
public enum PatternKind: String, CaseIterable, Sendable {
  case regex
  /// Its characters stand for themselves.
  case literal
}

/// Whether a search tells upper and lower case apart.
public enum LetterCase: String, CaseIterable, Sendable {
  /// Where the pattern has an upper-case letter.
  case smart
  case sensitive, insensitive
}

/// An option of less that means the same here. The raw value is its letter. Source: less(1), OPTIONS.
public enum ReaderOption: Character, CaseIterable, Sendable {
  case ignoreCase = "i"
  case ignoreCaseAlways = "I"
  case markCurrent = "g"
  case markNone = "G"
  case jumpTarget = "j"
  case lineNumbers = "N"
  case pattern = "p"
  case chopLines = "S"

  /// The long name, less's own.
  public var name: String {
    switch self {
    case .ignoreCase: "ignore-case"
    case .ignoreCaseAlways: "IGNORE-CASE"
    case .markCurrent: "hilite-search"
    case .markNone: "HILITE-SEARCH"
    case .jumpTarget: "jump-target"
    case .lineNumbers: "LINE-NUMBERS"
    case .pattern: "pattern"
    case .chopLines: "chop-long-lines"
    }
  }

  /// What it does, in a few words.
  public var summary: String {
    switch self {
    case .ignoreCase: "ignore case, unless a pattern has a capital"
    case .ignoreCaseAlways: "ignore case in all searches"
    case .markCurrent: "mark only the current match"
    case .markNone: "mark no matches"
    case .jumpTarget: "put jumps on this line of the screen: 5, -3, .5"
    case .lineNumbers: "show line numbers"
    case .pattern: "begin at the first match"
    case .chopLines: "chop long lines, which is always on"
    }
  }

  /// Whether a number or a pattern stands behind it.
  public var takesValue: Bool { self == .jumpTarget || self == .pattern }

  /// A long name or its beginning, if no other option begins so. As in less only the first letter's case counts.
  public init?(name: some StringProtocol) {
    let lower = name.lowercased()
    let candidates = Self.allCases.filter {
      $0.name.first == name.first && $0.name.lowercased().hasPrefix(lower)
    }
    guard candidates.count == 1, let only = candidates.first else { return nil }
    self = only
  }
}

/// What is said of an option, on the command line, in `$RFCVIEW` or behind `-`.
public enum OptionSetting: Hashable, Sendable {
  /// One that takes no value.
  case on(ReaderOption)
  case target(JumpTarget)
  case start(StartCommand)
  /// `-+N`: as it is without options.
  case reset(ReaderOption)
  /// `-!N`: the opposite of that.
  case opposite(ReaderOption)

  public var isStart: Bool {
    if case .start = self { return true }
    return false
  }

  /// Nil for `+120`, which is no option.
  var option: ReaderOption? {
    switch self {
    case .on(let option), .reset(let option), .opposite(let option): option
    case .target: .jumpTarget
    case .start(.search): .pattern
    case .start: nil
    }
  }
}

/// Why something cannot be taken for an option.
public enum OptionProblem: Error, Hashable, Sendable {
  /// `-x`, `--foo`.
  case unknown(String)
  /// A value that is none of the option's.
  case value(ReaderOption, String)
  /// Behind `+`.
  case start(String)
}

extension OptionProblem {
  var isUnknown: Bool {
    if case .unknown = self { return true }
    return false
  }

  public var message: String {
    switch self {
    case .unknown(let name): "\(name) is not an option here"
    case .value(.jumpTarget, let value):
      "-j takes a line of the screen, such as 5, -3 from its end, or .5 for its middle: not `\(value)`"
    case .value(let option, let value): "-\(option.rawValue) does not take `\(value)`"
    case .start(let text): "+\(text) is not a line, a key or a /pattern"
    }
  }
}

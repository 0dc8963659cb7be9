import RFCModel
import TextSearch

/// What the options of less are set to.
public struct ReaderOptions: Hashable, Sendable {
  /// Which matches are marked.
  public enum Marking: Hashable, Sendable {
    case none, current, all
  }

  public var letterCase = LetterCase.smart
  public var marking = Marking.all
  /// Where jumps lead to; nil: matches come into view, other places to the top of the screen.
  public var target: JumpTarget?
  public var showsLineNumbers = false
  /// Done in the document that the run begins with.
  public var start: StartCommand?

  public init() {}

  /// As on a command line: what is said twice is set all the same.
  ///
  /// - Parameter defaults: what `-+N` leads back to.
  public mutating func apply(_ setting: OptionSetting, defaults: ReaderOptions) {
    switch setting {
    case .on(let option): set(option)
    case .target(let target): self.target = target
    case .start(let command): start = command
    case .reset(let option): reset(option, to: defaults)
    case .opposite(let option):
      reset(option, to: defaults)
      toggle(option)
    }
  }

  private mutating func set(_ option: ReaderOption) {
    switch option {
    case .ignoreCase: letterCase = .smart
    case .ignoreCaseAlways: letterCase = .insensitive
    case .markCurrent: marking = .current
    case .markNone: marking = .none
    case .lineNumbers: showsLineNumbers = true
    case .chopLines, .jumpTarget, .pattern: break
    }
  }

  /// As behind the key `-`: of an option that is set, the opposite. Source: less(1), `-`.
  mutating func toggle(_ option: ReaderOption) {
    switch option {
    case .ignoreCase where letterCase == .smart: letterCase = .sensitive
    case .ignoreCaseAlways where letterCase == .insensitive: letterCase = .sensitive
    case .markCurrent where marking == .current: marking = .all
    case .markNone where marking == .none: marking = .all
    case .lineNumbers where showsLineNumbers: showsLineNumbers = false
    default: set(option)
    }
  }

  private mutating func reset(_ option: ReaderOption, to defaults: ReaderOptions) {
    switch option {
    case .ignoreCase, .ignoreCaseAlways: letterCase = defaults.letterCase
    case .markCurrent, .markNone: marking = defaults.marking
    case .jumpTarget: target = defaults.target
    case .lineNumbers: showsLineNumbers = defaults.showsLineNumbers
    case .pattern: start = defaults.start
    case .chopLines: break
    }
  }

  /// How an option stands, in a sentence.
  func description(of option: ReaderOption) -> String {
    switch option {
    case .ignoreCase, .ignoreCaseAlways:
      switch letterCase {
      case .smart: "Searches ignore case, unless the pattern has a capital."
      case .insensitive: "Searches ignore case."
      case .sensitive: "Searches tell upper and lower case apart."
      }
    case .markCurrent, .markNone:
      switch marking {
      case .none: "Matches are not marked."
      case .current: "Only the match you stand on is marked."
      case .all: "All matches are marked."
      }
    case .jumpTarget:
      target.map { "Jumps lead to \($0.words)." } ?? "Jumps lead to the top; a match is brought into view."
    case .lineNumbers: showsLineNumbers ? "Line numbers are shown." : "Line numbers are not shown."
    case .pattern: "-p is for the start of a run; / searches."
    case .chopLines: "Long lines are always chopped; Right and Left scroll, W sets prose anew."
    }
  }
}

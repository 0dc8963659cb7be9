import ArgumentParser
import ReaderCore

/// The options of less that mean the same here.
struct ReadingOptions: ParsableArguments {
  @Flag var flags: [ReaderFlag] = []

  @Option(
    name: .less(.jumpTarget), parsing: .unconditional,
    help: .summary(of: .jumpTarget, valueName: "N"))
  var jumpTarget: String?

  @Option(
    name: .less(.pattern), parsing: .unconditional,
    help: .summary(of: .pattern, valueName: "PATTERN"))
  var pattern: String?

  @Option(
    name: .customShort("+", allowingJoined: true), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Take back what $RFCVIEW says of an option: -+N.", valueName: "OPTION", visibility: .hidden))
  var reset: [String] = []

  /// What takes back comes first: it is for what the environment says.
  func settings() throws(Failure) -> [OptionSetting] {
    var settings: [OptionSetting] = []
    for letters in reset {
      let line = OptionLine("-+" + letters)
      if let problem = line.problems.first { throw .usage("\(printable(problem.message)).") }
      settings += line.settings
    }
    settings += flags.map { .on($0.option) }
    if let jumpTarget {
      guard let target = JumpTarget(jumpTarget) else {
        throw .usage(OptionProblem.value(.jumpTarget, printable(jumpTarget)).message + ".")
      }
      settings.append(.target(target))
    }
    if let pattern { settings.append(.start(.search(pattern))) }
    return settings
  }
}

/// An option that takes no value. They are kept in the order in which they are given: the last one counts.
struct ReaderFlag: EnumerableFlag {
  let option: ReaderOption

  static let allCases = ReaderOption.allCases.filter { !$0.takesValue }.map { ReaderFlag(option: $0) }

  static func name(for value: ReaderFlag) -> NameSpecification { .less(value.option) }

  static func help(for value: ReaderFlag) -> ArgumentHelp? {
    .summary(of: value.option)
  }
}

extension ArgumentHelp {
  fileprivate static func summary(of option: ReaderOption, valueName: String? = nil) -> ArgumentHelp {
    let summary = option.summary
    return ArgumentHelp(
      "\(summary.prefix(1).uppercased() + summary.dropFirst()).", valueName: valueName)
  }
}

extension NameSpecification {
  fileprivate static func less(_ option: ReaderOption) -> NameSpecification {
    [.customShort(option.rawValue, allowingJoined: option.takesValue), .customLong(option.name)]
  }
}

extension DocumentArguments {
  /// Takes `+120`, `+/PATTERN` and the like out of the words that name a document.
  mutating func takeStart() throws(Failure) -> [OptionSetting] {
    var settings: [OptionSetting] = []
    for word in document where word.hasPrefix("+") {
      let text = String(word.dropFirst())
      guard let command = StartCommand(text) else {
        throw .usage(OptionProblem.start(printable(text)).message + ".")
      }
      settings.append(.start(command))
    }
    document.removeAll { $0.hasPrefix("+") }
    return settings
  }
}

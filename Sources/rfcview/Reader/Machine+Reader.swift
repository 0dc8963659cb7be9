import CellGrid
import RFCModel
import ReaderCore
import StoreTerms
import UserFiles

extension Machine {
  /// The user's own keys, and what is wrong with them.
  func keyFile() -> KeyFile {
    do throws(ConfigurationError) {
      return KeyFile(try folders.keyFileBytes(limit: KeyFile.limit), name: printable(folders.keyFile))
    } catch {
      return KeyFile(problem: error.message)
    }
  }

  /// What the reader is started with.
  func readerSettings() -> ReaderSettings {
    var settings = ReaderSettings()
    for prompt in PromptHistory.allCases {
      settings.histories[prompt] = (try? SearchHistory(folders: folders, of: .init(prompt)).load()) ?? []
    }
    settings.isBare = isBare
    settings.reading = configuration.reading
    settings.version = Version.words
    settings.keys = keyFile()
    settings.problems = settings.keys.problems
    let line = OptionLine(environment["RFCVIEW"] ?? "")
    if let problem = line.problem { settings.problems.append("RFCVIEW: \(printable(problem))") }
    for setting in line.settings + readerOptions { settings.apply(setting) }
    return settings
  }

  /// The first of the settings and keys that cannot be used, in a line; nil where all can.
  func problem(with settings: ReaderSettings) -> String? {
    let problems = configuration.problems.map(\.message) + settings.problems
    guard let first = problems.first else { return nil }
    return first + (problems.count > 1 ? " (and \(problems.count - 1) more)" : "")
  }
}

extension Machine {
  /// Whether the theme is the one that the terminal's background asks for: nobody has chosen another.
  var followsBackground: Bool {
    configuration.screen.theme == nil && (environment["NO_COLOR"] ?? "").isEmpty
  }
}

extension Theme {
  /// The configuration's, where NO_COLOR does not ask for none; else what the terminal says of itself.
  init(_ machine: Machine) {
    self.init(noColor: machine.environment["NO_COLOR"], colorFGBG: machine.environment["COLORFGBG"])
    if let chosen = machine.configuration.screen.theme, self != .plain { self = chosen }
  }
}

extension SearchHistory.Kind {
  /// Where what is typed at a prompt is kept.
  init(_ prompt: PromptHistory) {
    switch prompt {
    case .patterns: self = .patterns
    case .commands: self = .commands
    case .questions: self = .questions
    }
  }
}

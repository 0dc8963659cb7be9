import CellGrid
import RFCModel
import ReaderCore
import StoreTerms
import TerminalUI
import TextSearch
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
    settings.contentsColumns = isBare ? nil : configuration.contents.columns
    settings.contentsWidth = configuration.contentsWidth
    settings.textWidth = configuration.textWidth
    settings.reflows = configuration.reflows
    settings.isLiteral = configuration.search == .literal
    settings.defaults.letterCase = Query.LetterCase(configuration.letterCase)
    settings.version = RootCommand.configuration.version
    settings.keys = keyFile()
    settings.problems = settings.keys.problems
    let line = OptionLine(environment["RFCVIEW"] ?? "")
    if let problem = line.problem { settings.problems.append("RFCVIEW: \(printable(problem))") }
    for setting in line.settings + readerOptions { settings.apply(setting) }
    return settings
  }

  /// The looks that the configuration gives single roles.
  func roles() -> [Role: Style] {
    var looks: [Role: Style] = [:]
    for setting in configuration.roles {
      if let role = Role(name: setting.role) { looks[role] = Style(setting.look) }
    }
    return looks
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
    configuration.theme == nil && (environment["NO_COLOR"] ?? "").isEmpty
  }
}

extension Theme {
  /// The configuration's, where NO_COLOR does not ask for none; else what the terminal says of itself.
  init(_ machine: Machine) {
    self.init(noColor: machine.environment["NO_COLOR"], colorFGBG: machine.environment["COLORFGBG"])
    guard let chosen = machine.configuration.theme, self != .plain else { return }
    switch chosen {
    case .dark: self = .dark
    case .light: self = .light
    case .eightColours: self = .eightColours
    case .plain: self = .plain
    }
  }
}

extension Style {
  fileprivate init(_ look: RoleLook) {
    self.init(
      foreground: look.foreground, background: look.background, isBold: look.isBold,
      isUnderlined: look.isUnderlined, isReversed: look.isReversed)
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

extension Query.LetterCase {
  fileprivate init(_ configured: Configuration.LetterCase) {
    switch configured {
    case .smart: self = .smart
    case .sensitive: self = .sensitive
    case .insensitive: self = .insensitive
    }
  }
}

extension Configuration.ContentsPanel {
  /// The contents open by themselves in windows of so many columns; nil: in none.
  fileprivate var columns: Int? {
    switch self {
    case .auto: 120
    case .on: 72
    case .off: nil
    }
  }
}

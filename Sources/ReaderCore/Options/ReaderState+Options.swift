import TextSearch

/// What is done with the option that is typed behind `-` or `_`. Source: less(1), `-` and `_`.
enum OptionUse: Hashable, Sendable {
  case change, show

  var label: String { self == .change ? "-" : "_" }

  /// The long names as they are typed behind it.
  var words: [String] { ReaderOption.allCases.map { label + $0.name } }

  /// Whether what is typed is a whole option, so that no Enter is waited for.
  func isComplete(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if String(first) == label { return false }
    if first == "+" || first == "!" { return text.count > 1 }
    if self == .show { return true }
    return ReaderOption(rawValue: first)?.takesValue != true && ForeignOption(letter: first)?.argument == nil
  }

  /// What may be typed.
  func hint(_ text: String) -> String {
    switch text {
    case "":
      ReaderOption.allCases.map { String($0.rawValue) }.joined(separator: " ") + ", or \(label) and a name"
    case "j": "5, -3 from the end, .5 the middle"
    default: ""
    }
  }
}

extension ReaderState {
  /// What was typed behind `-` or `_`: a setting of ``OptionLine``.
  mutating func take(option text: String, for use: OptionUse) -> [Effect] {
    if use == .change, lacksArgument(text) {
      // As in less, which asks for it by itself.
      openPrompt(.option(.change))
      prompt?.line = LineEditor(text + "=")
      return []
    }
    let effects = take(
      OptionLine("-" + (text.hasPrefix(use.label) ? "-" + text.dropFirst() : text[...])), for: use)
    message?.awaitsEnter = true
    return effects
  }

  /// Whether a long name waits for the text that belongs to it: `-jump-target`, `-prompt`.
  private func lacksArgument(_ text: String) -> Bool {
    guard text.hasPrefix("-"), !text.contains("=") else { return false }
    let name = text.dropFirst()
    if let option = ReaderOption(name: name) { return option.takesValue }
    return ForeignOption(name: name)?.argument != nil
  }

  private mutating func take(_ line: OptionLine, for use: OptionUse) -> [Effect] {
    switch line.problems.first {
    case .value(let option, "")?: message = Message(options.description(of: option))
    case .unknown(let name)?: message = Message("\(name) is not an option here. h lists those that are.")
    case let problem?: message = Message(warning: problem.message + ".")
    case nil:
      guard let setting = line.settings.first else { return [] }
      let effects = use == .change ? change(setting) : []
      if let option = setting.option, message == nil { message = Message(options.description(of: option)) }
      return effects
    }
    return []
  }

  private mutating func change(_ setting: OptionSetting) -> [Effect] {
    let before = options
    switch setting {
    case .on(let option): options.toggle(option)
    case .start(let command): return start(command)
    case .target, .reset, .opposite: options.apply(setting, defaults: settings.defaults)
    }
    if options.marking != before.marking { highlightsMatches = true }
    if options.showsLineNumbers != before.showsLineNumbers { fitReflow() }
    if options.letterCase != before.letterCase { searchAnew() }
    return []
  }

  /// The search in force, with the letter case that is now meant.
  private mutating func searchAnew() {
    guard let old = search,
      let query = try? Query(
        pattern: old.pattern, isLiteral: old.options.isLiteral, letterCase: options.letterCase)
    else { return }
    var meant = old.options
    meant.letterCase = options.letterCase
    search = Search(pattern: old.pattern, direction: old.direction, options: meant, query: query)
    refreshSearch()
  }

  /// What a run begins with.
  mutating func start(_ command: StartCommand) -> [Effect] {
    awaited = document?.isGrowing == true ? command : nil
    switch command {
    case .search(let pattern):
      guard reading != nil else {
        message = Message(warning: "There is no text here to find \(pattern) in.")
        return []
      }
      openPrompt(.search(.forward))
      guard var prompt else { return [] }
      self.prompt = nil
      prompt.type(pattern: pattern)
      return confirmSearch(prompt, direction: .forward)
    case .line(let line):
      goTo(.line(line))
      return []
    case .keys(let keys):
      let effects = keys.flatMap { press($0) }
      return prompt == nil ? effects : effects + press(.enter)
    }
  }
}

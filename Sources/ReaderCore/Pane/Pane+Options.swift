import TextSearch

extension Pane {
  /// What was typed behind `-` or `_`: a setting of ``OptionLine``.
  mutating func take(option text: String, for use: OptionUse) -> [Effect] {
    if use == .change, lacksArgument(text) {
      // As in less, which asks for it by itself.
      prompt = OptionPrompt(.change, typed: text + "=")
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
    case .value(let option, "")?: message = Message(habits.options.description(of: option))
    case .unknown(let name)?: message = Message("\(name) is not an option here. h lists the options.")
    case let problem?: message = Message(warning: problem.message + ".")
    case nil:
      guard let setting = line.settings.first else { return [] }
      let effects = use == .change ? change(setting) : []
      if let option = setting.option, message == nil {
        message = Message(habits.options.description(of: option))
      }
      return effects
    }
    return []
  }

  private mutating func change(_ setting: OptionSetting) -> [Effect] {
    let before = habits.options
    var options = before
    switch setting {
    case .on(let option): options.toggle(option)
    case .start(let command): return start(command)
    case .target, .reset, .opposite: options.apply(setting, defaults: settings.defaults)
    }
    var habits = habits
    habits.options = options
    if options.marking != before.marking { habits.highlightsMatches = true }
    if options.letterCase != before.letterCase {
      habits.search = habits.search?.meant(options.letterCase)
    }
    self.habits = habits
    if options.showsLineNumbers != before.showsLineNumbers { document?.fitReflow() }
    return options.letterCase == before.letterCase ? [] : inText { $0.refreshSearch() }
  }

  /// What a run begins with.
  mutating func start(_ command: StartCommand) -> [Effect] {
    awaited = document?.reading.isGrowing == true ? command : nil
    switch command {
    case .search(let pattern):
      guard var prompt = text?.searchPrompt(.forward) else {
        message = Message(warning: "There is no text here to search for \(pattern).")
        return []
      }
      prompt.type(pattern: pattern)
      return prompt.confirmed(in: &self)
    case .line(let line): return inText { $0.goTo(.line(line)) }
    case .keys(let keys):
      let effects = keys.flatMap { press($0) }
      return prompt == nil ? effects : effects + press(.enter)
    }
  }
}

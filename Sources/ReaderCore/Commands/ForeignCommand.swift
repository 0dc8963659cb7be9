import CellGrid

/// A command of less that is none here and that more is typed behind: taken away with it, or it would run as keys.
/// Source: less(1), COMMANDS.
enum ForeignCommand: Hashable, Sendable {
  /// `#` and `+`: a line, up to Enter.
  case line(String)
  /// ESC-^F and ESC-^B: two brackets.
  case brackets(String)

  /// Nil for keys that are no such command.
  init?(_ keys: [Key]) {
    let name = KeySequence(keys).name
    switch keys {
    case [.character("#")], [.character("+")]: self = .line(name)
    case [.escape, .control("f")], [.escape, .control("b")]: self = .brackets(name)
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .line(let name), .brackets(let name): name
    }
  }

  /// What is said when it has been taken away.
  var message: Message {
    let words =
      switch self {
      case .line("#"): "# is no command here. ! runs one of the shell."
      case .line, .brackets: "\(name) is no command here. h lists the keys."
      }
    var message = Message(words)
    message.awaitsEnter = true
    return message
  }
}

extension ReaderState {
  mutating func begin(_ command: ForeignCommand) {
    switch command {
    case .line: openPrompt(.foreign(command))
    case .brackets: typed.foreign = command
    }
  }
}

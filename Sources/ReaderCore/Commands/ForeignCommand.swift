import CellGrid

/// A command that is none here and that something is typed behind: taken away with it, or it would run as keys. Those
/// of less everywhere, those of a text in a list. Source: less(1), COMMANDS.
struct ForeignCommand: Hashable, Sendable {
  /// Its keys, as they are written.
  let name: String
  let argument: Command.Argument

  /// Nil for keys that are no such command.
  init?(_ keys: [Key], _ keyMap: KeyMap) {
    name = keys.map(\.name).joined()
    if case .command(let command) = keyMap.lookup(keys, in: .reading), let argument = command.argument {
      self.argument = argument
    } else if name == "#" || name == "+" {
      argument = .line
    } else {
      return nil
    }
  }

  /// What is said when it has been taken away.
  var message: Message {
    let way = name == "#" ? "! runs one of the shell." : "h lists the keys."
    var message = Message("\(name) is not a command here. \(way)")
    message.awaitsEnter = argument != .letter
    return message
  }
}

extension Command {
  /// What is typed behind the keys of a command.
  enum Argument: Hashable, Sendable {
    case letter
    /// Up to Enter.
    case line
    case letterAndLine
  }

  /// Nil for one that stands alone, and for one that is everywhere.
  var argument: Argument? {
    switch self {
    case .setMark, .goToMark, .clearMark, .copyToMark: .letter
    case .searchForward, .searchBackward, .filterLines, .save: .line
    case .pipe: .letterAndLine
    default: nil
    }
  }
}

import CellGrid

/// A command of less that is none here and that a line is typed behind: taken away with it, or it would run as keys.
/// Source: less(1), COMMANDS.
enum ForeignCommand: Character, Sendable {
  case expandedShell = "#"
  case firstCommand = "+"

  /// Nil for keys that are no such command.
  init?(_ keys: [Key]) {
    guard keys.count == 1, case .character(let scalar) = keys[0] else { return nil }
    self.init(rawValue: Character(scalar))
  }

  /// What is said when it has been taken away.
  var message: Message {
    let way = self == .expandedShell ? "! runs one of the shell." : "h lists the keys."
    var message = Message("\(rawValue) is not a command here. \(way)")
    message.awaitsEnter = true
    return message
  }
}

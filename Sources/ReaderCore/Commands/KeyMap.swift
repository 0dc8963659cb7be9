import CellGrid

/// Keys typed one after the other that mean one command: `j`, `ZZ`, `]]`, `^X^X`, `ESC-v`.
public struct KeySequence: Hashable, Sendable {
  public let keys: [Key]

  public init(_ keys: [Key]) { self.keys = keys }

  /// A key's name, or several without a blank between them. Nil for an empty name or one that holds no key.
  public init?(name: some StringProtocol) {
    if let key = Key(name: name) {
      keys = [key]
      return
    }
    var keys: [Key] = []
    var rest = Substring(name)
    while let first = rest.first {
      let length = first == "^" && rest.count > 1 ? 2 : 1
      guard let key = Key(name: rest.prefix(length)) else { return nil }
      keys.append(key)
      rest = rest.dropFirst(length)
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  public var name: String { keys.map(\.name).joined() }
}

/// Which command a key sequence means, in each context.
public struct KeyMap: Sendable {
  /// What a key typed after `pending` ones leads to.
  public enum Lookup: Hashable, Sendable {
    case command(Command)
    /// The beginning of a longer sequence.
    case prefix
    case unbound
  }

  private var commands: [Context: [[Key]: Command]] = [:]
  private var prefixes: [Context: Set<[Key]>] = [:]

  /// The default keys.
  public init() {
    for entry in CommandEntry.all {
      for name in entry.keys.split(separator: " ") {
        guard let sequence = KeySequence(name: name) else { continue }
        for context in entry.contexts { bind(sequence, to: entry.command, in: context) }
      }
    }
  }

  public mutating func bind(_ sequence: KeySequence, to command: Command, in context: Context) {
    for keys in Self.spellings(of: sequence.keys) {
      commands[context, default: [:]][keys] = command
      for length in 1..<max(1, keys.count) {
        prefixes[context, default: []].insert(Array(keys.prefix(length)))
      }
    }
  }

  /// A complete sequence wins over the beginning of a longer one, except a mark's `'`, which waits for its letter.
  public func lookup(_ keys: [Key], in context: Context) -> Lookup {
    if let command = commands[context]?[keys] { return .command(command) }
    return prefixes[context]?.contains(keys) == true ? .prefix : .unbound
  }

  // ESC-v arrives as one key from a terminal's Meta key, as two where ESC is typed first.
  private static func spellings(of keys: [Key]) -> [[Key]] {
    guard case .alt(let scalar) = keys.first else { return [keys] }
    return [keys, [.escape, .character(scalar)] + keys.dropFirst()]
  }
}

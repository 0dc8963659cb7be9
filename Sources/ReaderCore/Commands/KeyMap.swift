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
      // Behind another key a name of several letters is one key: `^WEnter`.
      let named = keys.isEmpty ? nil : Key.names.first { rest.hasPrefix($0) }
      let length = named?.count ?? (first == "^" && rest.count > 1 ? 2 : 1)
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
  /// What keys typed one after the other lead to.
  public enum Lookup: Hashable, Sendable {
    case command(Command)
    /// The beginning of a longer sequence.
    case prefix
    case unbound
  }

  private struct Binding {
    /// In the array itself: looking for a key goes through all of them, and nothing else of most.
    let first: Key
    let rest: [Key]
    let command: Command

    func begins(with keys: [Key]) -> Bool { first == keys.first && rest.starts(with: keys.dropFirst()) }
    func isSpelled(_ keys: [Key]) -> Bool { rest.count == keys.count - 1 && begins(with: keys) }
  }

  // A hundred in the largest: looking through it takes a microsecond a key, building a table takes longer.
  private var bindings: [Context: [Binding]] = [:]
  /// The names of the keys that the user's file binds.
  private var userKeys: [Command: [String]] = [:]

  /// The default keys, and what a user's file makes of them, line after line.
  public init(_ file: KeyFile = KeyFile()) {
    for entry in CommandEntry.all {
      for name in entry.keys.split(separator: " ") {
        guard let sequence = KeySequence(name: name) else { continue }
        for context in entry.contexts { bind(sequence, to: entry.command, in: context) }
      }
    }
    for change in file.changes {
      for context in change.contexts {
        unbind(change.sequence, in: context)
        if let command = change.command { bind(change.sequence, to: command, in: context) }
      }
      if let command = change.command { userKeys[command, default: []].append(change.sequence.name) }
    }
  }

  /// The last binding of a sequence is the one that counts.
  public mutating func bind(_ sequence: KeySequence, to command: Command, in context: Context) {
    for keys in Self.spellings(of: sequence.keys) {
      guard let first = keys.first else { continue }
      bindings[context, default: []].append(
        Binding(first: first, rest: Array(keys.dropFirst()), command: command))
    }
  }

  /// Takes a sequence away; longer ones that begin with it stay.
  public mutating func unbind(_ sequence: KeySequence, in context: Context) {
    let spellings = Self.spellings(of: sequence.keys)
    bindings[context]?.removeAll { binding in spellings.contains { binding.isSpelled($0) } }
  }

  /// The keys that mean the command of a row of the table in one of its contexts, as help writes them: the row's own as
  /// far as they are in force, then the user's.
  ///
  /// - Parameter context: the only one that matters; nil: all of the row's.
  public func keys(of entry: CommandEntry, in context: Context? = nil) -> String {
    let defaults = entry.keys.split(separator: " ").map(String.init)
    func isInForce(_ name: String, in contexts: [Context]) -> Bool {
      guard let sequence = KeySequence(name: name) else { return false }
      return contexts.contains { lookup(sequence.keys, in: $0) == .command(entry.command) }
    }
    var names = defaults.filter { isInForce($0, in: context.map { [$0] } ?? entry.contexts) }
    guard let own = userKeys[entry.command] else { return names.joined(separator: " ") }
    // Also where no row of the table has the command.
    let others = CommandEntry.all.filter { $0.command == entry.command }.flatMap(\.contexts)
    let contexts =
      context.map { [$0] } ?? entry.contexts + Context.allCases.filter { !others.contains($0) }
    for name in own where !names.contains(name) && isInForce(name, in: contexts) { names.append(name) }
    return names.joined(separator: " ")
  }

  /// The key that a command is called by while reading; nil where it has none.
  func firstKey(of command: Command) -> String? {
    let rows = CommandEntry.all.filter { $0.command == command && $0.contexts.contains(.reading) }
    return rows.lazy.compactMap {
      self.keys(of: $0, in: .reading).split(separator: " ").first.map(String.init)
    }
    .first
  }

  /// A complete sequence wins over the beginning of a longer one.
  public func lookup(_ keys: [Key], in context: Context) -> Lookup {
    let longer = (bindings[context] ?? []).filter { $0.begins(with: keys) }
    if let binding = longer.last(where: { $0.isSpelled(keys) }) { return .command(binding.command) }
    return longer.isEmpty ? .unbound : .prefix
  }

  // ESC-v arrives as one key from a terminal's Meta key, as two where ESC is typed first.
  private static func spellings(of keys: [Key]) -> [[Key]] {
    guard case .alt(let scalar) = keys.first else { return [keys] }
    return [keys, [.escape, .character(scalar)] + keys.dropFirst()]
  }
}

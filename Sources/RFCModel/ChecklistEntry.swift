/// How far an implementer is with a requirement. One without a state is open. The raw value is the word of files.
public enum RequirementState: String, Hashable, Sendable, CaseIterable {
  case done
  case notApplicable = "not-applicable"
  case question
}

/// What a requirement is known by, whatever the layout of its text and its place among the others: its section and its
/// words.
public struct RequirementKey: Sendable {
  /// `4.1`, `A.2`, the title of a section without a number; empty before the first heading.
  public let section: String
  /// On one line, white space folded.
  public let words: String
  /// The same without white space: where lines are joined, and how, may change.
  private let letters: String

  /// Unicode scalars. What is longer is known by its beginning.
  private static let limit = 4000

  public init(section: String, words: String) {
    self.section = Self.folded(section)
    self.words = Self.folded(words)
    letters = String(decoding: self.words.utf8.filter { $0 != 0x20 }, as: UTF8.self)
  }

  private static func folded(_ text: String) -> String {
    if isFolded(text) { return text }
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    return words.map { String($0) }.joined(separator: " ").singleLine(limit: limit)
  }

  /// Most are: words of ASCII, as a file has them.
  private static func isFolded(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      guard (0x21...0x7E).contains(byte) || byte == 0x20 && last != 0x20 else { return false }
      last = byte
    }
    return text.utf8.count <= limit && (last != 0x20 || text.isEmpty)
  }
}

extension RequirementKey: Hashable {
  public static func == (a: Self, b: Self) -> Bool { a.section == b.section && a.letters == b.letters }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(section)
    hasher.combine(letters)
  }

  /// The same for equal words of all sections.
  package var ofAnySection: RequirementKey { RequirementKey(section: "", words: words) }
}

/// What somebody has noted of a requirement.
public struct ChecklistEntry: Hashable, Sendable {
  public let key: RequirementKey
  /// Nil for an open one.
  public let state: RequirementState?
  /// A single line of 500 characters at most; empty for none.
  public let note: String

  public init(_ key: RequirementKey, state: RequirementState?, note: String = "") {
    self.key = key
    self.state = state
    self.note = note.singleLine(limit: 500)
  }

  /// Whether there is anything to keep.
  public var isEmpty: Bool { state == nil && note.isEmpty }

  public func with(_ change: Change) -> ChecklistEntry {
    switch change {
    case .state(let state): ChecklistEntry(key, state: state, note: note)
    case .note(let note): ChecklistEntry(key, state: state, note: note)
    }
  }

  /// What is done to it at a time: who changes the note meanwhile does not lose the state.
  public enum Change: Hashable, Sendable {
    /// Nil opens it again.
    case state(RequirementState?)
    case note(String)
  }
}

/// What is changed of which requirement.
public struct ChecklistChange: Hashable, Sendable {
  public let key: RequirementKey
  public let change: ChecklistEntry.Change

  public init(_ key: RequirementKey, _ change: ChecklistEntry.Change) {
    self.key = key
    self.change = change
  }
}

import StoreTerms

/// What was typed at the prompts, across documents and runs: `search-history` and its kin below the state folder, one
/// a line, the oldest first.
public struct SearchHistory: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Patterns, at the prompts of a search in a document.
    case patterns = "search-history"
    /// Places and commands, at `:`.
    case commands = "command-history"
    /// Words, at the prompt of the search of all texts.
    case questions = "text-history"
  }

  /// How many are kept of each kind.
  public static let limit = 100
  private static let longestPattern = 500

  private let file: StateFile

  public init(folders: StoreFolders, of kind: Kind = .patterns) {
    file = StateFile(path: folders.state + "/" + kind.rawValue, lockPath: folders.state + "/lock")
  }

  /// The oldest first; none where there is no file.
  public func load() throws(StoreError) -> [String] { Self.patterns(in: try file.read()) }

  /// Adds the patterns of this run behind those that are there, also by other runs since. A pattern that is there
  /// already moves to the end; an empty one, one of more than 500 bytes or with a control character is left out.
  public func append(_ patterns: [String]) throws(StoreError) {
    let new = patterns.filter(Self.canBeKept)
    if new.isEmpty { return }
    try file.update { bytes in
      var kept: [String] = []
      var seen: Set<String> = []
      // From the newest back, so that of two alike the later one stays.
      for pattern in (Self.patterns(in: bytes) + new).reversed() where kept.count < Self.limit {
        if seen.insert(pattern).inserted { kept.append(pattern) }
      }
      return kept.reversed().flatMap { Array($0.utf8) + [0x0A] }
    }
  }

  private static func patterns(in bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }.filter(canBeKept).suffix(limit)
  }

  private static func canBeKept(_ pattern: String) -> Bool {
    !pattern.isEmpty && pattern.utf8.count <= longestPattern
      && pattern.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}

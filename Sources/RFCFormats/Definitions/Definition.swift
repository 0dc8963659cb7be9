/// Where a word is explained.
public enum Definition: Hashable, Sendable {
  /// In this document, from this 0-based line on.
  case line(Int)
  /// In RFC 5234, for all grammars: a rule and what it stands for. See ``CoreRule``.
  case coreRule(String)
}

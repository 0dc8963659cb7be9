/// Why there is no query, or no more of its matches.
public enum QueryError: Error, Hashable, Sendable {
  /// PCRE2's words, and how many characters of the pattern, as typed, stand before the place.
  case syntax(message: String, offset: Int)
  /// The pattern has more bytes than ``Query/longestPattern``.
  case tooLong
  /// An attempt at one place took more steps than ``Query/stepLimit``, as `(a+)+$` does.
  case tooComplex
}

extension QueryError: CustomStringConvertible {
  /// Short enough for a status line: `missing closing parenthesis at 5`.
  public var description: String {
    switch self {
    case .syntax(let message, let offset): "\(message) at \(offset)"
    case .tooLong: "pattern too long (at most \(Query.longestPattern) bytes)"
    case .tooComplex: "pattern too complex for this text"
    }
  }
}

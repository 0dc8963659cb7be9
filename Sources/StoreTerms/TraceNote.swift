import RFCModel

/// What the store does of its own accord while a conversation is traced.
package enum TraceNote: Hashable, Sendable {
  case redirected(to: WebURL)
  case tryAgain(Int, of: Int, after: IdleTimeout)
  /// The text ends in the middle.
  case askedOnceMore
  /// Of the user's settings for curl these options go along: the rest is for that server.
  case partOfCurlConfig([String], owner: WebURL)
  /// Nothing of them does; why, where that lies in the file.
  case noCurlConfig(CurlConfigProblem?, owner: WebURL)
}

/// Why nobody can tell for certain what settings for curl say.
package enum CurlConfigProblem: Hashable, Sendable {
  /// Or longer than so many bytes.
  case unreadable(limit: Int)
  case holdsNUL
  /// 1-based.
  case unclear(line: Int)
}

import CellGrid

/// What of curl's conversation is shown: whom it talks to and what they say, and no value that may be a secret.
enum TraceLine {
  /// Nil for lines that say nothing to people. Control characters are replaced.
  static func shown(_ line: String) -> String? {
    guard let mark = line.first, "*<>".contains(mark) else { return nil }
    let rest = line.dropFirst()
    guard rest.isEmpty || rest.hasPrefix(" ") else { return nil }
    let text = mark == "*" ? note(String(rest.dropFirst())) : message(rest.dropFirst())
    return (rest.isEmpty ? "\(mark)" : "\(mark) \(text)").printable(limit: 200)
  }

  private static let hidden = "(hidden)"

  // MARK: Heads

  /// Fields whose values tell nothing of who asks. Of all others, also of those that nobody has thought of yet, only
  /// the names are shown.
  private static let harmlessFields: Set<String> = [
    "accept", "accept-charset", "accept-encoding", "accept-language", "accept-ranges", "age", "allow",
    "alt-svc",
    "cache-control", "connection", "content-disposition", "content-encoding", "content-language",
    "content-length", "content-location", "content-range", "content-type", "date", "etag", "expect",
    "expires",
    "host", "if-match", "if-modified-since", "if-none-match", "if-range", "keep-alive", "last-modified",
    "location", "pragma", "proxy-connection", "range", "retry-after", "server", "strict-transport-security",
    "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "vary", "via", "warning",
    // HTTP/2 and later have the request line in fields.
    ":authority", ":method", ":path", ":scheme", ":status",
  ]

  /// A line of a head, sent or received.
  private static func message(_ line: Substring) -> String {
    let words = line.split(separator: " ")
    if line.isEmpty || line.hasPrefix("HTTP/") { return String(line) }
    if words.count == 3, words[2].hasPrefix("HTTP/") {
      return "\(words[0]) \(withoutSecrets(String(words[1]))) \(words[2])"
    }
    return field(line) ?? hidden
  }

  /// `name: value`; nil for what is none.
  private static func field(_ text: Substring) -> String? {
    guard let first = text.first, let colon = text.dropFirst().firstIndex(of: ":"), first != " ",
      first != "\t"
    else { return nil }
    let name = text[..<colon]
    guard !name.contains(where: { " []".contains($0) }) else { return nil }
    let value = text[text.index(after: colon)...]
    guard harmlessFields.contains(name.lowercased()) else { return "\(name): \(hidden)" }
    return "\(name):\(withoutSecrets(String(value)))"
  }

  // MARK: Notes

  /// Words of curl behind which stands a name, a cookie, a signature.
  private static let secretiveWords = [
    "with user ", "cookie", "authorization", "password", "passphrase", "passwd", "token", "secret", "bearer",
    "signature", "sigv4", "api-key", "apikey",
  ]

  private static func note(_ line: String) -> String {
    // HTTP/2: `[HTTP/2] [1] [user-agent: x]`, `h2h3 [user-agent: x]`.
    if line.hasSuffix("]") {
      for bracket in line.indices where line[bracket] == "[" {
        if let field = field(line[bracket...].dropFirst().dropLast()) {
          return "\(line[...bracket])\(field)]"
        }
      }
    }
    // In ASCII a letter has one byte in either case.
    let lower = Array(line.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    let ends = secretiveWords.compactMap { lower.endOfFirst($0.utf8) }
    if let end = ends.min() {
      return String(decoding: line.utf8.prefix(end), as: UTF8.self).trimmingEnd + " " + hidden
    }
    return withoutSecrets(line)
  }

  // MARK: URLs

  /// Without a user, a password and the values of a query, which may be a key of its own.
  private static func withoutSecrets(_ text: String) -> String {
    var text = text
    if let at = text.lastIndex(of: "@") {
      let before = text[..<at]
      let start =
        before.endOfFirst("://") ?? (before.lastIndex { " '\"".contains($0) }).map(before.index(after:))
      text = text[..<(start ?? text.startIndex)] + hidden + text[at...]
    }
    guard let query = text.firstIndex(of: "?") else { return text }
    let end = text[query...].firstIndex { " '\"".contains($0) } ?? text.endIndex
    return text[...query] + hidden + text[end...]
  }
}

extension [UInt8] {
  /// The index behind the first occurrence.
  fileprivate func endOfFirst(_ word: String.UTF8View) -> Int? {
    indices.first { self[$0...].starts(with: word) }.map { $0 + word.count }
  }
}

extension Substring {
  fileprivate func endOfFirst(_ word: String) -> Index? {
    indices.first { self[$0...].hasPrefix(word) }.map { index($0, offsetBy: word.count) }
  }
}

extension String {
  fileprivate var trimmingEnd: Substring {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// Words that headings and sentences set beside the name of what they are about: `HANDSHAKE_DONE Frames`.
enum TradeWords {
  /// What is left of a name without the article before it and up to `count` words of the trade behind it; at least its
  /// first word.
  static func stripped<Bytes: BidirectionalCollection>(_ name: Bytes, words count: Int = 3) -> Bytes
  where Bytes.Element == UInt8, Bytes.SubSequence == Bytes {
    var rest = name
    if let first = rest.first, first | 0x20 == 0x61 || first | 0x20 == 0x74,
      let blank = rest.prefix(4).firstIndex(where: LineView.isBlank)
    {
      let article = rest[..<blank].map(LineView.lowercased)
      if articles.contains(article) { rest = rest[blank...].drop(while: LineView.isBlank) }
    }
    for _ in 0..<count {
      guard let blank = rest.lastIndex(where: LineView.isBlank) else { break }
      let left = rest[..<blank]
      guard let last = left.lastIndex(where: { !LineView.isBlank($0) }) else { break }
      let word = hash(rest[rest.index(after: blank)...])
      guard hashes.contains(word) || nameHashes.contains(word) && isName(left[...last]) else { break }
      rest = left[...last]
    }
    return rest
  }

  private static let articles = ["a", "an", "the"].map { Array($0.utf8) }

  /// `NFS4ERR_STALE`, `TIME-WAIT`, and no word of the language.
  private static func isName(_ text: some Sequence<UInt8>) -> Bool {
    !text.contains { LineView.isLower($0) || $0 <= 0x20 } || text.contains(0x5F)
  }

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(LineView.lowercased($1))) &* 0x100_0000_01B3 }
  }

  private static let hashes = hashes(of: [
    "algorithm", "alert", "attribute", "avp", "capability", "chunk", "claim", "command", "data", "definition",
    "directive",
    "element", "encoding", "extension", "field", "flag", "format", "frame", "grammar", "header", "indication",
    "mechanism",
    "message", "method", "object", "operation", "option", "packet", "parameter", "payload", "pdu",
    "procedure",
    "production", "property", "protocol", "rdata", "record", "reply", "request", "response", "rr", "rule",
    "segment",
    "setting", "structure", "sub-tlv", "syntax", "tlv", "value",
  ])
  /// Those that make another thing of a word of the language: an interface identifier is no interface.
  private static let nameHashes = hashes(of: [
    "bit", "block", "class", "code", "condition", "entry", "error", "event", "function", "group",
    "identifier", "mode",
    "name", "number", "opcode", "registry", "scheme", "state", "status", "string", "table", "tag", "timer",
    "token",
    "type", "variable",
  ])

  private static func hashes(of words: [String]) -> Set<UInt64> {
    Set((words + words.map(plural)).map { hash($0.utf8) })
  }

  private static func plural(_ word: String) -> String {
    if word.hasSuffix("y") { return word.dropLast() + "ies" }
    return word + (word.hasSuffix("s") || word.hasSuffix("x") ? "es" : "s")
  }
}

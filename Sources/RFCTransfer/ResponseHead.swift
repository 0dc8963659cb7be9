/// The status line and the few header fields of a response that decide what becomes of its body.
package struct ResponseHead: Hashable {
  package let status: Int
  /// HTTP/1.x, where a body without a length and not in chunks ends with the connection.
  let isHTTP1: Bool
  var contentLength: Int?
  /// It tells two lengths, and nobody knows where the body ends. Source: RFC 9112, section 6.3.
  var hasTwoLengths = false
  /// In lower case, without parameters: `text/html`.
  var contentType: String?
  var isEncoded = false
  var isChunked = false
  package var retryAfter: String?
  /// Nil for one that no request could repeat.
  var entityTag: String?

  /// `HTTP/1.1 200 OK`, `HTTP/2 200`; nil for anything else.
  init?(statusLine: some StringProtocol) {
    let words = statusLine.split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0].hasPrefix("HTTP/"), words[1].utf8.count == 3, let status = Int(words[1]),
      (100...999).contains(status)
    else { return nil }
    self.status = status
    isHTTP1 = words[0].hasPrefix("HTTP/1")
  }

  /// One header field, as the server wrote it.
  mutating func accept(field line: some StringProtocol) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    switch line[..<colon].lowercased() {
    case "content-length":
      // Several fields may have been put into one, `5, 5`.
      for part in value.split(whereSeparator: { ", \t".contains($0) }) { accept(length: String(part)) }
    case "content-type":
      contentType = value.prefix { $0 != ";" && $0 != " " }.lowercased()
    case "content-encoding":
      isEncoded = value.lowercased() != "identity"
    case "transfer-encoding":
      isChunked = value.lowercased().hasSuffix("chunked")
    case "etag":
      if Self.isEntityTag(value) { entityTag = String(value) }
    case "retry-after":
      retryAfter = String(value.prefix(64))
    default:
      return
    }
  }

  /// 15 digits do not overflow, and are beyond any limit.
  private mutating func accept(length text: String) {
    guard (1...15).contains(text.utf8.count), let length = Int(text), length >= 0 else { return }
    if let contentLength, contentLength != length { hasTwoLengths = true }
    contentLength = length
  }

  /// Whether a request can repeat it, as a field of one line.
  package static func isEntityTag(_ text: some StringProtocol) -> Bool {
    (1...200).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// How long the body will be as we receive it; nil where that is not known.
  var expectedBytes: Int? { isEncoded || isChunked ? nil : contentLength }

  /// Nothing but the end of the connection tells where the body ends, so a body cut short looks like a whole one.
  var endsWithConnection: Bool { isHTTP1 && !isChunked && contentLength == nil }

  var isHTML: Bool { contentType == "text/html" || contentType == "application/xhtml+xml" }
}

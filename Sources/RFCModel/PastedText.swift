// What surrounds and stands in for the letters of a name that was copied from somewhere.

/// A text in lower case and in the characters of a keyboard: typographic blanks, hyphens and quotes as those, what is
/// not seen left out, `§` as a word. Nil where anything else is not printable ASCII.
func asciiLine(_ source: some StringProtocol) -> String? {
  var text = ""
  for scalar in source.unicodeScalars {
    switch scalar {
    case "A"..."Z": text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case " "..."~": text.unicodeScalars.append(scalar)
    case "\t", "\n", "\r", "\u{A0}", "\u{2002}"..."\u{200A}", "\u{202F}": text.append(" ")
    case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}": break
    case "\u{2010}"..."\u{2013}", "\u{2212}": text.append("-")
    case "\u{AB}", "\u{BB}", "\u{2018}"..."\u{201F}": text.append("\"")
    case "\u{A7}": text.append(" section ")
    default: return nil
    }
  }
  return text
}

extension Substring {
  /// Without the brackets, quotes, punctuation and blanks around it.
  var bare: Substring {
    let opening = drop { " \"'`([{<".contains($0) }
    let count = opening.reversed().prefix { " \"'`)]}>.,;:!?".contains($0) }.count
    return opening.dropLast(count)
  }

  /// At least one, and nothing else.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

/// The address of a page, of which its path and its fragment matter here.
struct WebAddress {
  /// Without empty parts: `doc`, `html`, `rfc9110`.
  let path: [Substring]
  let fragment: Substring?

  /// Where the documents are: what a browser shows of their addresses is taken for one without `https://`.
  private static let sites = ["rfc-editor.org", "ietf.org", "doi.org"]

  /// - Parameter text: in lower case.
  init?(_ text: Substring) {
    let scheme = ["https://", "http://"].first(where: text.hasPrefix)
    let rest = text.dropFirst(scheme?.count ?? 0)
    let address = rest.prefix { $0 != "#" }
    let parts = address.prefix { $0 != "?" }.split(separator: "/")
    guard let host = parts.first, parts.count > 1 else { return nil }
    guard scheme != nil || Self.sites.contains(where: { host == $0 || host.hasSuffix("." + $0) }) else {
      return nil
    }
    path = Array(parts.dropFirst())
    fragment = address.endIndex == rest.endIndex ? nil : rest[rest.index(after: address.endIndex)...]
  }
}

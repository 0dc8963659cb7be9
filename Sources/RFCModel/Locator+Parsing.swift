extension Locator {
  /// Reads a document's name as people type or paste it: `4291`, `rfc4291`, `RFC 4291`, `rfc-4291`, `rfc4291.txt`,
  /// `4291#2.5`, `4291#section-2.5`, `4291#appendix-A`, `4291 2.5`, `draft-ietf-quic-transport-34`, and the URL of
  /// an RFC on any site. Nil for anything else.
  ///
  /// A URL's fragment that names no section (`#name-introduction`) is passed over; a typed one must name one.
  public init?(typed source: String) {
    guard source.utf8.count <= 2000 else { return nil }
    var text = Substring(source.lowercased())
    let isURL = text.hasPrefix("https://") || text.hasPrefix("http://")
    var anchor: Anchor?

    if let hash = text.firstIndex(of: "#") {
      anchor = Self.anchor(fragment: text[text.index(after: hash)...])
      if anchor == nil, !isURL { return nil }
      text = text[..<hash]
    }
    if isURL {
      text = text.prefix { $0 != "?" }
      guard let slash = text.lastIndex(of: "/"), slash > text.index(text.startIndex, offsetBy: 7) else {
        return nil
      }
      text = text[text.index(after: slash)...]
    } else if anchor == nil, let blank = text.lastIndex(of: " ") {
      // `4291 2.5`, but not `RFC 4291`.
      let first = text[..<blank]
      if let document = Self.document(named: first),
        let number = SectionNumber(text[text.index(after: blank)...])
      {
        self.init(document, at: .section(number))
        return
      }
    }
    guard let document = Self.document(named: text) else { return nil }
    self.init(document, at: anchor)
  }

  /// `section-2.5`, `section-2.5-3` (its third paragraph), `appendix-A`, `2.5`.
  private static func anchor(fragment: Substring) -> Anchor? {
    var name = fragment
    for prefix in ["section-", "appendix-", "sec-"] where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
      break
    }
    return SectionNumber(name.prefix { $0 != "-" }).map(Anchor.section)
  }

  fileprivate static func document(named name: Substring) -> DocumentID? {
    var name = name
    for suffix in [".txt", ".html", ".pdf", ".xml", ".json"] where name.hasSuffix(suffix) {
      name = name.dropLast(suffix.count)
      break
    }
    if let draft = DraftName(name) { return .draft(draft) }
    if name.hasPrefix("rfc") {
      name = name.dropFirst(3)
      if let first = name.first, first == " " || first == "-" { name = name.dropFirst() }
    }
    return RFCNumber(digits: name).map(DocumentID.rfc)
  }
}

extension DocumentID {
  /// The document that a file holds by its name: `rfc9110.txt`, `RFC9110.html`, `draft-ietf-quic-transport-34.txt`, packed
  /// or not. A number alone may be anything.
  public init?(copiedTo path: some StringProtocol) {
    var name = Substring(
      path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...].lowercased())
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    guard name.hasPrefix("rfc") || name.hasPrefix("draft-"), let document = Locator.document(named: name)
    else {
      return nil
    }
    self = document
  }
}

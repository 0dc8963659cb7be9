extension TypedName {
  /// Bytes. What is longer names nothing.
  private static let longest = 2000

  /// Reads `4291`, `RFC 4291`, `rfc-4291.txt`, `BCP14`, `STD0097`, `draft-ietf-quic-transport-34`,
  /// `I-D.ietf-quic-transport`, `urn:ietf:rfc:4291`, and the address of any of them on any site, with a place:
  /// `4291#2.5`, `4291#name-anycast`, `[RFC4291], Section 2.5`, `RFC 4291 §2.5`, `section 2.5 of RFC 4291`. Brackets,
  /// quotes, punctuation and blanks around it are passed over, and so is the title in `RFC 4291: IP Version 6 …`. Nil
  /// for anything else.
  public init?(_ source: some StringProtocol) {
    guard source.utf8.count <= Self.longest, let text = asciiLine(source) else { return nil }
    let bare = text[...].bare
    if let address = WebAddress(bare) { self.init(address) } else { self.init(words: bare) }
  }

  private init?(words text: Substring) {
    var anchor: Anchor?
    var name = text
    if let hash = text.firstIndex(of: "#") {
      guard let place = Anchor(fragment: text[text.index(after: hash)...]) else { return nil }
      anchor = place
      name = text[..<hash]
    }
    var words = name.split(separator: " ")[...]
    if anchor == nil, let of = words.firstIndex(of: "of"), let place = Anchor(words: words[..<of]) {
      anchor = place
      words = words[(of + 1)...]
    }
    guard let first = words.popFirst() else { return nil }
    // `RFC 4291`, `BCP 14` are two words.
    var last = first
    var document = Self.document(first.bare)
    if document == nil, Self.isSeries(first.bare), let number = words.popFirst() {
      last = number
      document = Self.document(first.bare + number.bare)
    }
    guard let document else { return nil }
    if !words.isEmpty {
      guard anchor == nil else { return nil }
      anchor = Anchor(words: words)
      // Behind a colon is the title.
      guard anchor != nil || last.last == ":" && !first.bare.isDigits else { return nil }
    }
    self = document.at(anchor)
  }

  private init?(_ address: WebAddress) {
    let names = address.path
    // Some pages of a document are below its own: `/doc/rfc9110/history/`, `/doc/draft-ietf-quic-transport/34/`.
    for index in names.indices.reversed() where !names[index].isDigits {
      guard var document = Self.document(names[index]) else { continue }
      if case .draft(let draft) = document, index + 1 < names.count,
        let exact = DraftName("\(draft)-\(names[index + 1])")
      {
        document = .document(Locator(.draft(exact)))
      }
      self = document.at(address.fragment.flatMap { Anchor(fragment: $0) })
      return
    }
    guard let last = names.last, let document = Self.document(last) else { return nil }
    self = document.at(address.fragment.flatMap { Anchor(fragment: $0) })
  }

  private func at(_ anchor: Anchor?) -> TypedName {
    switch self {
    case .document(let locator): .document(Locator(locator.document, at: anchor))
    case .subSeries(let series, let number, _): .subSeries(series, number, at: anchor)
    case .draft: self
    }
  }

  /// Whether it is what stands before a number.
  private static func isSeries(_ word: Substring) -> Bool {
    word == "rfc" || SubSeries(rawValue: word.uppercased()) != nil
  }

  /// One word, in lower case.
  private static func document(_ word: Substring) -> TypedName? {
    var word = word
    // Of a pasted file's name; `rfc9110.txt.pdf` has two.
    for suffix in [".gz", ".pdf", ".txt", ".html", ".htm", ".xml", ".json", ".ps"]
    where word.hasSuffix(suffix) {
      word = word.dropLast(suffix.count)
    }
    for prefix in ["doi:", "10.17487/", "urn:ietf:"] where word.hasPrefix(prefix) {
      word = word.dropFirst(prefix.count)
    }
    if word.hasPrefix("i-d.") {
      word = word.dropFirst(4)
      return draft(word.hasPrefix("draft-") ? word : "draft-" + word)
    }
    if word.hasPrefix("draft-") { return draft(word) }
    if word.isDigits { return RFCNumber(digits: word).map { .document(Locator(.rfc($0))) } }
    guard isSeries(word.prefix(3)) else { return nil }
    var digits = word.dropFirst(3)
    if let first = digits.first, "-_:".contains(first) { digits = digits.dropFirst() }
    // The numbers of a sub-series are small; ``RFCNumber`` has the same digits and more.
    guard let number = RFCNumber(digits: digits) else { return nil }
    guard let subSeries = SubSeries(rawValue: word.prefix(3).uppercased()) else {
      return .document(Locator(.rfc(number)))
    }
    return .subSeries(subSeries, number.value, at: nil)
  }

  private static func draft(_ name: Substring) -> TypedName? {
    if let exact = DraftName(name) { return .document(Locator(.draft(exact))) }
    // With a revision it is a name; so without one it would be.
    guard !name.hasSuffix("-"), DraftName("\(name)-00") != nil else { return nil }
    return .draft(String(name))
  }
}

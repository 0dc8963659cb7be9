extension Anchor {
  /// A place as people type it where only one can be meant: `4.2`, `§4.2`, `Section 4.2`, `appendix a`, `A.1`, a
  /// heading's name, `Retry-After`, or what is behind `#` in the address of a page. Nil for what has no letter and no
  /// digit, or is no single line of ASCII.
  public init?(typed source: some StringProtocol) {
    guard source.utf8.count <= 200, let text = asciiLine(source) else { return nil }
    let bare = text[...].bare
    let words = bare.split(separator: " ")[...]
    if let place = Anchor(words: words)
      ?? (words.count == 1 ? Anchor(fragment: bare.drop { $0 == "#" }) : nil)
    {
      self = place
    } else if bare.contains(where: { $0.isLetter || $0.isNumber }) {
      self = .name(words.joined(separator: " "))
    } else {
      return nil
    }
  }

  /// `section 2.5`, `appendix a`, `2.5`: nil for all that has no number.
  ///
  /// - Parameter words: in lower case.
  init?(words: ArraySlice<Substring>) {
    var words = words
    if words.count == 2, let first = words.first?.bare, Self.kinds.contains(String(first)) {
      words.removeFirst()
    }
    guard words.count == 1, let number = words.first.flatMap({ Self.number($0.bare) }) else { return nil }
    self = .section(number)
  }

  /// What stands behind `#`: `section-2.5`, `section-2.5-3` (its third paragraph), `appendix-A`, `2.5`, `name-anycast`.
  /// A directive to a browser, `:~:text=…`, is none.
  ///
  /// - Parameter text: in lower case.
  init?(fragment text: Substring) {
    var text = text
    if let directive = text.firstRange(of: ":~:") { text = text[..<directive.lowerBound] }
    guard (1...200).contains(text.utf8.count), !text.contains(" ") else { return nil }
    let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    let section = parts.count > 2 && Self.kinds.contains(String(parts[0])) ? parts[1] : text
    self = Self.number(section).map(Anchor.section) ?? .name(String(text))
  }

  /// What is said before a number.
  private static let kinds = ["section", "appendix", "annex", "sect", "sec", "app"]

  /// `2.5`, `section-2.5`, `appendix-a`, `rfc.section.2.5`.
  private static func number(_ word: Substring) -> SectionNumber? {
    var word = word
    if word.hasPrefix("rfc.") { word = word.dropFirst(4) }
    for kind in kinds where word.hasPrefix(kind) {
      let rest = word.dropFirst(kind.count)
      guard let first = rest.first, "-.0123456789".contains(first) else { continue }
      word = rest.drop { "-.".contains($0) }
      break
    }
    return SectionNumber(word)
  }
}

extension Outline {
  /// Index of the section that a place names; nil where there is none.
  public func index(of anchor: Anchor) -> Int? {
    switch anchor {
    case .section(let number): index(of: number)
    case .name(let name): index(named: name)
    case .line(let line): index(ofSectionAt: max(1, line) - 1)
    case .printed: nil
    }
  }

  /// Letters that a name must have to be the beginning of a longer heading.
  private static let shortestBeginning = 3

  /// By its heading: first one that says just this, then one that begins so. Pages have the headings as identifiers,
  /// cut to 32 characters: `name-field-lines-and-combined-fi`; of several alike the second is `name-overview-2`. Other
  /// identifiers have a heading behind a dot: `field.retry-after`.
  private func index(named name: String) -> Int? {
    var names = [slug(name)]
    if let first = names.first, first.hasPrefix("name-") { names.append(String(first.dropFirst(5))) }
    if let dot = name.lastIndex(of: ".") { names.append(slug(name[name.index(after: dot)...])) }
    let slugs = sections.map { slug($0.title) }
    for name in names where !name.isEmpty {
      if let index = slugs.firstIndex(of: name) { return index }
      guard let hyphen = name.lastIndex(of: "-"), let count = Int(name[name.index(after: hyphen)...]),
        count > 1
      else { continue }
      let alike = slugs.indices.lazy.filter { slugs[$0] == name[..<hyphen] }
      if let index = alike.dropFirst(count - 1).first { return index }
    }
    return names.lazy.filter { $0.utf8.count >= Self.shortestBeginning }
      .compactMap { name in slugs.firstIndex { $0.hasPrefix(name) } }.first
  }
}

/// Letters and digits in lower case, and one hyphen for whatever is between them: `retry-after`. Source: xml2rfc's
/// identifiers of headings.
private func slug(_ title: some StringProtocol) -> String {
  var slug: [UInt8] = []
  var isBehindGap = false
  for byte in title.utf8 {
    let letter = byte | 0x20
    guard (0x30...0x39).contains(byte) || (0x61...0x7A).contains(letter) else {
      isBehindGap = true
      continue
    }
    if isBehindGap, !slug.isEmpty { slug.append(0x2D) }
    isBehindGap = false
    slug.append((0x30...0x39).contains(byte) ? byte : letter)
  }
  return String(decoding: slug, as: UTF8.self)
}

/// What people type to find an RFC in the catalogue: words of the title, a number, `bcp14`, and `author:`, `status:`, `wg:`,
/// `stream:`, `year:2020..2024`, `cached:`, `recent:`, `bookmarked:`. An entry matches that matches every term.
public struct CatalogueFilter: Hashable, Sendable {
  public enum Term: Hashable, Sendable {
    /// In the title or the name of a draft, or the beginning of the number, or a sub-series; in lower case.
    case word([UInt8])
    case author([UInt8])
    /// The abbreviation, or within the status' words.
    case status([UInt8])
    case workingGroup([UInt8])
    case stream([UInt8])
    case year(ClosedRange<Int>)
    case cached, recent, bookmarked
  }

  public let terms: [Term]

  /// Everything that can be typed is a filter: a name that is no field's is a word like any other, and a field whose
  /// value has not been typed yet leaves everything.
  public init(typed text: some StringProtocol) {
    terms = text.lowercased().split(whereSeparator: \.isWhitespace).compactMap(Self.term)
  }

  public var isEmpty: Bool { terms.isEmpty }

  /// The words to be marked in titles, in lower case.
  public var words: [[UInt8]] {
    terms.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  private static func term(_ text: Substring) -> Term? {
    guard let colon = text.firstIndex(of: ":") else { return .word(Array(text.utf8)) }
    let value = text[text.index(after: colon)...]
    let bytes = Array(value.utf8)
    switch text[..<colon] {
    case "author": return bytes.isEmpty ? nil : .author(bytes)
    case "status": return bytes.isEmpty ? nil : .status(bytes)
    case "wg": return bytes.isEmpty ? nil : .workingGroup(bytes)
    case "stream": return bytes.isEmpty ? nil : .stream(bytes)
    case "year": return years(value).map(Term.year)
    case "cached": return .cached
    case "recent": return .recent
    case "bookmarked": return .bookmarked
    default: return .word(Array(text.utf8))
    }
  }

  /// `2020`, `2020..2024`, `2020..`, `..1989`; nil while it is neither.
  private static func years(_ text: Substring) -> ClosedRange<Int>? {
    func year(_ digits: Substring) -> Int? {
      digits.utf8.count <= 4 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 1 { return year(text).map { $0...$0 } }
    guard parts.count == 3, parts[1].isEmpty else { return nil }
    let first = parts[0].isEmpty ? 0 : year(parts[0])
    let last = parts[2].isEmpty ? 9999 : year(parts[2])
    guard let first, let last, first <= last else { return nil }
    return first...last
  }
}

extension CatalogueFilter {
  /// What the catalogue does not know of a document, and the reader does.
  public struct Surroundings: Hashable, Sendable {
    public var cached: Set<DocumentID>
    public var recent: Set<DocumentID>
    public var bookmarked: Set<DocumentID>

    public init(cached: Set<DocumentID> = [], recent: Set<DocumentID> = [], bookmarked: Set<DocumentID> = [])
    {
      self.cached = cached
      self.recent = recent
      self.bookmarked = bookmarked
    }
  }

  /// - Parameter row: a ``CatalogueRow``, or one that has not been made yet.
  public func matches(_ row: some CatalogueFields, in surroundings: Surroundings) -> Bool {
    terms.allSatisfy { term in
      switch term {
      case .word(let word):
        row.holds(word, in: .title) || row.id.isNamed(word)
          || row.withUTF8(of: .subSeries) { isSubSeries($0, named: word) }
      case .author(let word): row.holds(word, in: .authors)
      case .status(let word):
        row.status.abbreviation.lowercased().utf8.elementsEqual(word) || row.status.rawValue.holds(word)
          || (word.elementsEqual("obsolete".utf8) && row.isObsolete)
      case .workingGroup(let word): row.holds(word, in: .workingGroup)
      case .stream(let word): row.holds(word, in: .stream)
      case .year(let years): row.date.map { years.contains($0.year) } ?? false
      case .cached: surroundings.cached.contains(row.id)
      case .recent: surroundings.recent.contains(row.id)
      case .bookmarked: surroundings.bookmarked.contains(row.id)
      }
    }
  }
}

extension CatalogueFields {
  fileprivate func holds(_ word: [UInt8], in field: CatalogueField) -> Bool {
    withUTF8(of: field) { text in word.withUnsafeBufferPointer { isHeld($0, in: text) } }
  }
}

extension DocumentID {
  /// Whether it is what somebody types `word` for: the beginning of the number, a part of a draft's name.
  fileprivate func isNamed(_ word: [UInt8]) -> Bool {
    switch self {
    case .rfc(let number):
      word.first.map { (0x30...0x39).contains($0) } ?? true && String(number.value).utf8.starts(with: word)
    case .draft(let name): name.text.holds(word)
    }
  }
}

extension String {
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    var text = self
    return text.withUTF8 { text in word.withUnsafeBufferPointer { isHeld($0, in: text) } }
  }
}

/// Whether `bcp14` is what somebody types for `BCP 14`.
private func isSubSeries(_ name: UnsafeBufferPointer<UInt8>, named word: [UInt8]) -> Bool {
  var index = 0
  for byte in name where byte != 0x20 {
    guard index < word.count, word[index] == folded(byte) else { return false }
    index += 1
  }
  return index == word.count
}

/// Whether a text holds a word, whatever the case of ASCII letters. The word is in lower case.
private func isHeld(_ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = word.first, word.count <= text.count else { return word.isEmpty }
  for start in 0...(text.count - word.count) where folded(text[start]) == first {
    var length = 1
    while length < word.count, folded(text[start + length]) == word[length] { length += 1 }
    if length == word.count { return true }
  }
  return false
}

@inline(__always) private func folded(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}

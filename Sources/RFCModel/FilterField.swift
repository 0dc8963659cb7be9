/// A field of what people type to find documents, `author:postel`: the one table of them. ``CatalogueFilter`` and
/// ``FullTextQuery`` are read by it, and the hints, the help and the manual list what stands here.
public enum FilterField: String, CaseIterable, Hashable, Sendable {
  case author, status
  case workingGroup = "wg"
  case stream, year, errata, cached, recent, bookmarked
  /// Of a search of the texts alone.
  case part = "in"

  /// Those that narrow the catalogue, and with it everything else.
  public static let ofCatalogue = allCases.filter { $0 != .part }

  /// As it is typed, with a value: `author:NAME`.
  public var example: String {
    switch self {
    case .author: "author:NAME"
    case .status: "status:PS"
    case .workingGroup: "wg:GROUP"
    case .stream: "stream:IETF"
    case .year: "year:2020..2024"
    case .errata: "errata:"
    case .cached: "cached:"
    case .recent: "recent:"
    case .bookmarked: "bookmarked:"
    case .part: "in:title"
    }
  }

  /// What it leaves, as the help says it.
  public var meaning: String {
    switch self {
    case .author: "an author's name contains it"
    case .status: "the status: its abbreviation, some of its words, or obsolete"
    case .workingGroup: "the working group contains it"
    case .stream: "the stream contains it"
    case .year: "published in that year or those years; also 2020.. and ..1989"
    case .errata: "has errata; errata:verified, verified technical ones"
    case .cached: "in the cache"
    case .recent: "read before, with its place remembered"
    case .bookmarked: "has a bookmark"
    case .part: "in titles and headings only, when searching the texts"
    }
  }

  /// What a value asks for; nil while it asks for nothing yet.
  func term(_ value: Substring) -> CatalogueFilter.Term? {
    func word(_ term: ([UInt8]) -> CatalogueFilter.Term) -> CatalogueFilter.Term? {
      value.isEmpty ? nil : term(Array(value.utf8))
    }
    return switch self {
    case .author: word { .author($0) }
    case .status: word { .status($0) }
    case .workingGroup: word { .workingGroup($0) }
    case .stream: word { .stream($0) }
    case .year: Self.years(value).map { .year($0) }
    case .errata: .errata(onlyVerified: !value.isEmpty && "verified".hasPrefix(value))
    case .cached: .cached
    case .recent: .recent
    case .bookmarked: .bookmarked
    case .part: nil
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

extension FilterField {
  /// `author: status: wg: ...`, for a prompt.
  public static var hint: String { ofCatalogue.map { $0.rawValue + ":" }.joined(separator: " ") }

  /// `author:NAME, status:PS, ... or in:title`, for a sentence.
  static var listed: String {
    let examples = allCases.map(\.example)
    return examples.dropLast().joined(separator: ", ") + " or " + (examples.last ?? "")
  }

  /// One a line, what is typed and what it leaves, for a help text.
  public static func table(of fields: [FilterField]) -> String {
    let width = (fields.map(\.example.count).max() ?? 0) + 2
    return fields.map { field in
      field.example + String(repeating: " ", count: width - field.example.count) + field.meaning
    }.joined(separator: "\n")
  }
}

extension CatalogueFilter.Term {
  /// How a document answers it.
  func matches(_ row: some CatalogueFields, in surroundings: CatalogueFilter.Surroundings) -> Bool {
    switch self {
    case .word(let word):
      row.holds(word, in: .title) || row.id.isNamed(word)
        || row.withUTF8(of: .subSeries) { isSubSeries($0, named: word) }
    case .number(let digits): row.id.rfc != nil && row.id.isNamed(digits)
    case .document(let id): row.id == id
    case .author(let word): row.holds(word, in: .authors)
    case .status(let word):
      row.status.abbreviation.lowercased().utf8.elementsEqual(word) || row.status.rawValue.holds(word)
        || (word.elementsEqual("obsolete".utf8) && row.isObsolete)
    case .workingGroup(let word): row.holds(word, in: .workingGroup)
    case .stream(let word): row.holds(word, in: .stream)
    case .year(let years): row.date.map { years.contains($0.year) } ?? false
    case .errata(let onlyVerified):
      row.id.rfc.flatMap { surroundings.errata[$0] }.map { !onlyVerified || $0.verifiedTechnical > 0 }
        ?? false
    case .cached: surroundings.cached.contains(row.id)
    case .recent: surroundings.recent.contains(row.id)
    case .bookmarked: surroundings.bookmarked.contains(row.id)
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

/// What people type to find an RFC in the catalogue: words of the title, a number, `bcp14`, and the fields of
/// ``FilterField``. An entry matches that matches every term.
public struct CatalogueFilter: Hashable, Sendable {
  public enum Term: Hashable, Sendable {
    /// In the title or the name of a draft, or the beginning of the number, or a sub-series; in lower case.
    case word([UInt8])
    /// The beginning of an RFC's number.
    case number([UInt8])
    case document(DocumentID)
    case author([UInt8])
    /// The abbreviation, or within the status' words.
    case status([UInt8])
    case workingGroup([UInt8])
    case stream([UInt8])
    case year(ClosedRange<Int>)
    /// It has errata, or verified technical ones.
    case errata(onlyVerified: Bool)
    case cached, recent, bookmarked
  }

  public let terms: [Term]
  /// What a number or a name says exactly: it comes first in a list, whatever its order.
  public let first: DocumentID?

  /// Everything that can be typed is a filter: a name that is no field's is a word like any other, and a field whose
  /// value has not been typed yet leaves everything. What names a document leaves that one, and without a place in it
  /// those whose numbers begin alike: it may not be typed to its end.
  public init(typed text: some StringProtocol) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    // A number alone may be a word of a title as well.
    let isNumber = words.count == 1 && words[0].isDigits && words[0].first != "0"
    guard !isNumber, let name = TypedName(text) else {
      terms = words.compactMap(Self.term)
      first = words.lazy.compactMap { RFCNumber(digits: $0) }.first.map(DocumentID.rfc)
      return
    }
    switch name {
    case .document(let locator):
      first = locator.document
      if let number = locator.document.rfc, locator.anchor == nil {
        terms = [.number(Array("\(number)".utf8))]
      } else {
        terms = [.document(locator.document)]
      }
    case .subSeries(let series, let number, _):
      terms = [.word(Array("\(series.rawValue)\(number)".lowercased().utf8))]
      first = nil
    case .draft(let draft):
      terms = [.word(Array(draft.utf8))]
      first = nil
    }
  }

  public var isEmpty: Bool { terms.isEmpty }

  /// Whether it asks for errata.
  public var asksForErrata: Bool { terms.contains { if case .errata = $0 { true } else { false } } }

  /// The words to be marked in titles, in lower case.
  public var words: [[UInt8]] {
    terms.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  /// Its fields alone, and what is named.
  public var withoutWords: CatalogueFilter {
    CatalogueFilter(terms: terms.filter { if case .word = $0 { false } else { true } }, first: first)
  }

  private init(terms: [Term], first: DocumentID?) {
    self.terms = terms
    self.first = first
  }

  private static func term(_ text: Substring) -> Term? {
    guard let colon = text.firstIndex(of: ":"), let field = FilterField(rawValue: String(text[..<colon])),
      FilterField.ofCatalogue.contains(field)
    else { return .word(Array(text.utf8)) }
    return field.term(text[text.index(after: colon)...])
  }
}

extension CatalogueFilter {
  /// What the catalogue does not know of a document, and the reader does.
  public struct Surroundings: Hashable, Sendable {
    public var cached: Set<DocumentID>
    public var recent: Set<DocumentID>
    public var bookmarked: Set<DocumentID>
    /// Of those that have some.
    public var errata: [RFCNumber: ErrataCount]

    public init(
      cached: Set<DocumentID> = [], recent: Set<DocumentID> = [], bookmarked: Set<DocumentID> = [],
      errata: [RFCNumber: ErrataCount] = [:]
    ) {
      self.cached = cached
      self.recent = recent
      self.bookmarked = bookmarked
      self.errata = errata
    }
  }

  /// - Parameter row: a ``CatalogueRow``, or one that has not been made yet.
  public func matches(_ row: some CatalogueFields, in surroundings: Surroundings) -> Bool {
    terms.allSatisfy { $0.matches(row, in: surroundings) }
  }
}

extension Array {
  /// Moves the first element that passes to the front; the others stay in their order.
  public mutating func bringToFront(where passes: (Element) -> Bool) {
    guard let index = firstIndex(where: passes) else { return }
    insert(remove(at: index), at: 0)
  }
}

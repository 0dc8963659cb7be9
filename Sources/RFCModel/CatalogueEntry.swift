/// What the RFC Editor's index says of one RFC. Source: the schema rfc-index.xsd.
public struct CatalogueEntry: Hashable, Sendable {
  public let number: RFCNumber
  public var title = ""
  /// `J. Postel`; an editor as `J. Postel, Ed.`
  public var authors: [String] = []
  public var date: CalendarDate?
  public var pages: Int?
  /// Now.
  public var status = PublicationStatus.unknown
  /// When it was published.
  public var publicationStatus = PublicationStatus.unknown
  /// `IETF`, `IAB`, `IRTF`, `INDEPENDENT`, `Legacy`; empty where there is none.
  public var stream = ""
  public var area = ""
  public var workingGroup = ""
  public var keywords: [String] = []
  /// Its paragraphs.
  public var abstract: [String] = []
  public var obsoletes: [ListedDocument] = []
  public var obsoletedBy: [ListedDocument] = []
  /// What is in force in its place, ascending; none where it is current. The index does not say it.
  public var inForce: [RFCNumber] = []
  public var updates: [ListedDocument] = []
  public var updatedBy: [ListedDocument] = []
  /// The sub-series it belongs to: `BCP 14`.
  public var isAlso: [ListedDocument] = []
  public var doi = ""
  /// The Internet-Draft it was, with its revision.
  public var draft = ""
  /// The page of its errata; empty where there are none.
  public var errataURL = ""

  public init(_ number: RFCNumber) { self.number = number }
}

extension CatalogueEntry {
  /// Keywords as people read them, each once. The index has acronyms in brackets, with a letter of the status behind
  /// some, and eight hyphens where an RFC has none: `[SMTP]`, `[HTTP|d]`, `[--------|p]`.
  public static func keywords(listed: [String]) -> [String] {
    var seen: Set<String> = []
    return listed.flatMap(keywords(in:)).filter { seen.insert($0).inserted }
  }

  /// Those in brackets: `SMTP`, `HTTP`.
  public static func acronyms(listed: [String]) -> [String] {
    listed.filter { $0.first == "[" || $0.first == "]" }.compactMap { listed in
      let acronym = listed.dropFirst().prefix { !"]|}".contains($0) }
      return acronym.isEmpty || acronym.hasPrefix("---") ? nil : String(acronym)
    }
  }

  /// Of one that is listed: mostly one, of `[--------]. Multicast` what stands behind, of `[PKICMP|p] security` both.
  private static func keywords(in listed: String) -> [String] {
    guard let first = listed.first, first == "[" || first == "]" else {
      return [listed.hasSuffix("|") ? String(listed.dropLast()) : listed]
    }
    let acronym = listed.dropFirst().prefix { !"]|}".contains($0) }
    let rest = listed[acronym.endIndex...].drop { !"]}".contains($0) }.dropFirst().drop { " .".contains($0) }
    return [acronym.hasPrefix("---") ? "" : acronym, rest].map { words in
      words.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

/// A document as the index names it: `RFC0791`, `BCP0014`, `IEN0128`.
public enum ListedDocument: Hashable, Sendable, CustomStringConvertible {
  case rfc(RFCNumber)
  case subSeries(SubSeries, Int)
  /// Of a series of its own, as written.
  case other(String)

  /// Never fails: what is none of the known names is kept.
  public init(name: some StringProtocol) {
    let text = String(name)
    let letters = text.utf8.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    let digits = Substring(text.utf8.dropFirst(letters.count).drop { $0 == 0x20 })
    let series = Substring(letters).uppercased()
    if series == "RFC", let number = RFCNumber(digits: digits) {
      self = .rfc(number)
    } else if let series = SubSeries(rawValue: series), (1...6).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
    {
      self = .subSeries(series, number)
    } else {
      self = .other(String(name))
    }
  }

  /// `RFC 791`, `BCP 14`; the inverse of ``init(name:)``.
  public var description: String {
    switch self {
    case .rfc(let number): "RFC \(number)"
    case .subSeries(let series, let number): "\(series.rawValue) \(number)"
    case .other(let name): name
    }
  }

  public var rfc: RFCNumber? {
    if case .rfc(let number) = self { return number }
    return nil
  }
}

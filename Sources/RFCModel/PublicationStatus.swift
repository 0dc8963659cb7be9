/// The standing of an RFC in the series, in the words of the RFC Editor's index: `PROPOSED STANDARD`. Words that a
/// later index brings are kept as they are. Source: RFC 2026, section 4; RFC 6410.
public struct PublicationStatus: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let unknown = PublicationStatus(rawValue: "UNKNOWN")
  public static let internetStandard = PublicationStatus(rawValue: "INTERNET STANDARD")

  private static let abbreviations = [
    "INTERNET STANDARD": "STD", "DRAFT STANDARD": "DS", "PROPOSED STANDARD": "PS",
    "BEST CURRENT PRACTICE": "BCP",
    "INFORMATIONAL": "Info", "EXPERIMENTAL": "Exp", "HISTORIC": "Hist", "UNKNOWN": "-",
  ]

  /// As a column of a list shows it, four letters at most for the known ones: `PS`.
  public var abbreviation: String { Self.abbreviations[rawValue] ?? name }

  /// As a sentence has it: `Proposed Standard`.
  public var name: String {
    rawValue.lowercased().split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}

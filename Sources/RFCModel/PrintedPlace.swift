/// A place that a text names as it is printed there: `Figure 2`, `Table A-1`, `page 41`.
public struct PrintedPlace: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable {
    case figure = "Figure"
    case table = "Table"
    case page
  }

  public let kind: Kind
  /// Letters in upper case: `2`, `4.1`, `A-1`.
  public let number: String

  public init(_ kind: Kind, _ number: some StringProtocol) {
    self.kind = kind
    self.number = number.uppercased()
  }

  /// `Figure 2`, `fig. 2`, `table A-1`, `page 41`, as people type it; nil for anything else.
  public init?(typed text: String) {
    let words = text.lowercased().split(separator: " ")
    guard words.count == 2, (1...12).contains(words[1].utf8.count),
      words[1].utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }),
      words[1].utf8.contains(where: { $0 &- 0x30 < 10 }) || words[1].utf8.count < 5
    else { return nil }
    switch words[0] {
    case "figure", "fig", "fig.": self.init(.figure, words[1])
    case "table", "tab.": self.init(.table, words[1])
    case "page": self.init(.page, words[1])
    default: return nil
    }
  }

  public var description: String { "\(kind.rawValue) \(number)" }
}

/// A sentence that says with a BCP 14 word what is required. Source: RFC 2119, RFC 8174.
public struct Requirement: Hashable, Sendable {
  public enum Keyword: String, Hashable, Sendable, CaseIterable {
    case must = "MUST"
    case mustNot = "MUST NOT"
    case required = "REQUIRED"
    case shall = "SHALL"
    case shallNot = "SHALL NOT"
    case should = "SHOULD"
    case shouldNot = "SHOULD NOT"
    case recommended = "RECOMMENDED"
    case notRecommended = "NOT RECOMMENDED"
    case may = "MAY"
    case optional = "OPTIONAL"

    /// How much it asks. Source: RFC 2119.
    public var level: Level {
      switch self {
      case .must, .mustNot, .required, .shall, .shallNot: .must
      case .should, .shouldNot, .recommended, .notRecommended: .should
      case .may, .optional: .may
      }
    }
  }

  /// Ascending by what they ask.
  public enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
    case may = "MAY"
    case should = "SHOULD"
    case must = "MUST"

    public static func < (a: Level, b: Level) -> Bool {
      switch (a, b) {
      case (.may, .should), (.may, .must), (.should, .must): true
      default: false
      }
    }
  }

  /// In the order of the sentence; never empty.
  public let keywords: [Keyword]
  /// The most that one of them asks.
  public var level: Level { keywords.lazy.map(\.level).max() ?? .may }
  /// Index in ``Outline/sections`` of the section it stands in; nil before the first heading.
  public let section: Int?
  /// 0-based lines that the sentence touches.
  public let lines: Range<Int>
  /// Byte ranges of the sentence in ``Document/bytes``, one for each line it touches, ascending; never empty.
  public let ranges: [Range<Int>]
  /// Byte ranges of the words that say who or what it is required of, `The client`; empty where it does not say so
  /// before its first keyword.
  public let subject: [Range<Int>]
  /// The list that the sentence leads to, `The sender MUST:`; byte ranges for each item, without its marker.
  public let items: [[Range<Int>]]

  public init(
    keywords: [Keyword], section: Int?, lines: Range<Int>, ranges: [Range<Int>], subject: [Range<Int>] = [],
    items: [[Range<Int>]] = []
  ) {
    self.keywords = keywords
    self.section = section
    self.lines = lines
    self.ranges = ranges
    self.subject = subject
    self.items = items
  }
}

/// What people type to search the texts: words, `"phrases"`, `prefix*`, `OR`, `NOT`, `NEAR`, parentheses, `in:title`,
/// and the fields of ``FilterField``. A section matches that matches the expression.
public struct FullTextQuery: Hashable, Sendable {
  /// Words that stand one behind the other in a text, whatever blanks, line ends and signs lie between them.
  public struct Phrase: Hashable, Sendable {
    /// As typed: `slow start`, `TLS1.3`. Holds a letter or a digit.
    public let text: String
    /// The last word may go on.
    public let isPrefix: Bool

    public init(_ text: String, isPrefix: Bool = false) {
      self.text = text
      self.isPrefix = isPrefix
    }
  }

  public indirect enum Expression: Hashable, Sendable {
    case phrase(Phrase)
    /// All of them, with at most so many words between the first one's end and the last one's beginning.
    case near([Phrase], distance: Int)
    case all([Expression])
    case any([Expression])
    case difference(Expression, without: Expression)
  }

  /// Nil where no words are typed, or not yet.
  public let expression: Expression?
  /// Titles and headings only.
  public let isInTitles: Bool
  /// Which documents; its words are none.
  public let filter: CatalogueFilter

  public init(_ expression: Expression?, isInTitles: Bool = false, filter: CatalogueFilter = .everything) {
    self.expression = expression
    self.isInTitles = isInTitles
    self.filter = filter
  }

  /// The phrases whose words are to be marked in a text: all but those behind `NOT`.
  public var markedPhrases: [Phrase] { expression?.markedPhrases ?? [] }
}

extension FullTextQuery.Expression {
  fileprivate var markedPhrases: [FullTextQuery.Phrase] {
    switch self {
    case .phrase(let phrase): [phrase]
    case .near(let phrases, _): phrases
    case .all(let parts), .any(let parts): parts.flatMap(\.markedPhrases)
    case .difference(let wanted, _): wanted.markedPhrases
    }
  }
}

extension CatalogueFilter {
  /// Leaves everything.
  public static let everything = CatalogueFilter(typed: "")
}

extension FullTextQuery {
  /// What is wrong with a query, and where. The words are in ``message``.
  public struct Problem: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case openQuote, openParenthesis, extraParenthesis, emptyParentheses
      /// An operator without words on its left, on its right.
      case nothingBefore, nothingAfter
      /// Neither a letter nor a digit.
      case noWord
      /// Too short to be looked for: see ``FullTextQuery/shortestPrefix``.
      case shortPrefix
      /// `NEAR` takes words and phrases, and a distance.
      case noPhraseNear, badDistance
      /// `year:soon`, `in:body`, `author:`.
      case badField
      /// A field within parentheses.
      case innerField
      case tooLong, tooDeep, tooManyWords
    }

    public let kind: Kind
    /// The part of the query that it is about.
    public let place: String

    /// One line for people: the place and what is expected there.
    public var message: String {
      let quoted = "`\(place)`"
      return switch kind {
      case .openQuote: "\(quoted): a second \" is expected where the phrase ends."
      case .openParenthesis: "\(quoted): a ) is expected where the group ends."
      case .extraParenthesis: "\(quoted): there is no ( for this )."
      case .emptyParentheses: "\(quoted): words are expected between ( and )."
      case .nothingBefore: "\(quoted): words are expected before it. As a word it is written \"\(place)\"."
      case .nothingAfter: "\(quoted): words are expected after it. As a word it is written \"\(place)\"."
      case .noWord: "\(quoted): a word with a letter or a digit is expected."
      case .shortPrefix:
        "\(quoted): at least \(FullTextQuery.shortestPrefix) letters are expected before the *."
      case .noPhraseNear: "\(quoted): a word or a phrase is expected on both sides of NEAR."
      case .badDistance:
        "\(quoted): words are expected, then perhaps a distance from 0 to \(FullTextQuery.longestDistance): "
          + "NEAR(slow start, 5)."
      case .badField:
        "\(quoted): expected is \(FilterField.listed). As words it is written \"\(place)\"."
      case .innerField: "\(quoted): a field narrows the whole search; it is expected outside ( and )."
      case .tooLong: "The query has over \(FullTextQuery.longestQuery) characters."
      case .tooDeep: "\(quoted): at most \(FullTextQuery.deepestGroup) groups in one another are expected."
      case .tooManyWords: "\(quoted): at most \(FullTextQuery.mostPhrases) words and phrases are expected."
      }
    }
  }
}

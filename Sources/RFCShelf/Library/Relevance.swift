import CLibrary

/// How much a passage is about the words of a query. Source: S. Robertson and H. Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond", 2009.
enum Relevance {
  /// About how many words a section has.
  static let usualWords = 200.0

  private static let saturation = 1.2
  private static let lengthWeight = 0.75

  /// A phrase that is there once says more than the second time, and more in a short text.
  ///
  /// - Parameters:
  ///   - count: how often it stands there, weighted.
  ///   - words: of the passage.
  ///   - average: of all passages, more than 0.
  static func saturated(_ count: Double, words: Int, average: Double) -> Double {
    let length = 1 - lengthWeight + lengthWeight * Double(words) / average
    return count * (saturation + 1) / (count + saturation * length)
  }

  /// A phrase that few passages have says more than one that most have.
  static func rarity(passages: Int, of all: Int) -> Double {
    log(1 + (Double(all - passages) + 0.5) / (Double(passages) + 0.5))
  }

  /// What the best section of a document counts, as a part of all words' rarity.
  static let sectionWeight = 2.2

  /// What a document's standing counts, and the logarithm of how many texts cite it, where citations are known.
  static let citedWeight = 0.6

  /// - Parameter cited: how many texts cite it.
  static func authority(_ standing: Double, cited: Double) -> Double {
    citedWeight * (standing + log(1 + cited))
  }

  /// A section of some of the words: the fewer they are, the less.
  static func section(_ points: Double, share: Double) -> Double { points * share * share }
}

/// What the catalogue's fields of a document have of the words that are looked for.
struct FieldEvidence {
  /// How rare the words of the title are together, and those that stand in the acronyms alone.
  var titleRarity = 0.0
  var acronymRarity = 0.0
  /// By their rarity, what part of all words stands in the title, and what part the title's names have of the one that
  /// counts most: 0...1.
  var titleShare = 0.0
  var nameShare = 0.0
  /// What part of all words is there, those counting less of which only a longer one is: 0...1.
  var found = 0.0
  /// What part of the title, of its words that say something, and of the draft's name the words are: 0...1 but for
  /// words that are looked for twice.
  var titlePart = 0.0
  var contentPart = 0.0
  var draftPart = 0.0
  /// Whether every word is an acronym or a keyword.
  var isNamed = false
  /// How rare it is to have all words: somewhere, in the title, in title or abstract. 0 where the document has not.
  var allRarity = 0.0
  var allTitleRarity = 0.0
  var allAbstractRarity = 0.0

  /// A sum whose weights were fitted to queries of which the answer is known, so that this comes before the others.
  var points: Double {
    let missing = 1 - found
    return 0.36 * titleRarity + 0.47 * acronymRarity - 4.32 * titleShare + nameShare
      - 2.6 * missing - 4.1 * missing * missing
      + 1.32 * titlePart + 2.25 * min(1, contentPart) + 1.88 * draftPart
      + (isNamed ? 0.61 : 0) + 1.72 * allRarity + 2.26 * allTitleRarity + 0.82 * allAbstractRarity
  }

  /// What a document's renown counts where all words are in its title.
  static let renownWeight = 0.54

  /// How rare it is to be one of so many.
  static func rarity(of some: Int, among all: Int) -> Double {
    log(max(1, Double(all)) / max(1, Double(some))) / 5
  }
}

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

  static func logarithm(_ value: Double) -> Double { log(value) }

  /// What is made of how well the catalogue's words answer. A document that lacks a word comes far behind those that
  /// have all, the farther the rarer that is.
  static func document(fields: Double, coverage: Double, authority: Double) -> Double {
    (fields + 10 * authority * coverage) * pow(coverage, 12)
  }

  /// The same with the best section of a document.
  ///
  /// - Parameter found: what part of the words is in the text or the catalogue, by their rarity.
  static func document(
    fields: Double, coverage: Double, authority: Double, section: Double, hasAll: Bool, found: Double
  ) -> Double {
    (fields * pow(coverage, 8) + 10 * authority * coverage + section + (hasAll ? 6 : 0)) * pow(found, 6)
  }

  /// A section of some of the words: the fewer they are, the less.
  static func section(_ points: Double, share: Double) -> Double { points * share * share }
}

import RFCModel

/// Words that say nothing of what a title or a question is about.
enum SmallWords {
  private static let all = [
    "the", "a", "an", "of", "for", "and", "in", "to", "its", "on", "with", "using", "by", "as", "from",
  ]
  /// What a question has beside them. `DNS over HTTPS` is a title.
  private static let ofQuestions = ["over", "or", "at", "is", "are", "how", "what"]

  static func contain(_ word: [UInt8]) -> Bool { all.contains { word.elementsEqual($0.utf8) } }

  /// Those of a query's words that a text has to have: all others where there are any.
  static func needed(of words: [FullTextQuery.Phrase]) -> [FullTextQuery.Phrase] {
    let others = words.filter { word in
      let text = Array(word.text.lowercased().utf8)
      return word.isPrefix || !contain(text) && !ofQuestions.contains { text.elementsEqual($0.utf8) }
    }
    return others.isEmpty ? words : others
  }
}

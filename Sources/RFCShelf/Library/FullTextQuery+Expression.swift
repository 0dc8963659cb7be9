import RFCModel

extension FullTextQuery {
  /// In the language of FTS5, every word in quotes: nothing that is typed means anything there. Nil where nothing is
  /// to be looked for. Source: <https://sqlite.org/fts5.html>, section 3.
  var fts5: String? {
    guard let expression else { return nil }
    return isInTitles ? "{title heading} : (\(expression.fts5))" : expression.fts5
  }

  /// The words and phrases of a query that has nothing else: all of them are wanted, wherever they stand. Nil for one
  /// with operators.
  var wordsAlone: [Phrase]? {
    if isInTitles { return nil }
    switch expression {
    case .phrase(let phrase): return [phrase]
    case .all(let parts):
      let phrases = parts.compactMap { part in
        if case .phrase(let phrase) = part { phrase } else { nil }
      }
      return phrases.count == parts.count ? phrases : nil
    case .near, .any, .difference, nil: return nil
    }
  }
}

extension FullTextQuery.Expression {
  fileprivate var fts5: String {
    switch self {
    case .phrase(let phrase): phrase.fts5
    case .near(let phrases, let distance): "NEAR(\(phrases.map(\.fts5).joined(separator: " ")), \(distance))"
    case .all(let parts): "(" + parts.map(\.fts5).joined(separator: " AND ") + ")"
    case .any(let parts): "(" + parts.map(\.fts5).joined(separator: " OR ") + ")"
    case .difference(let wanted, let unwanted): "(\(wanted.fts5) NOT \(unwanted.fts5))"
    }
  }
}

extension FullTextQuery.Phrase {
  var fts5: String {
    // By scalars: a quote with an accent on it is one character.
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + (isPrefix ? "\" *" : "\"")
  }
}

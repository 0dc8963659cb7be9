import CellGrid
import TextSearch

/// `&`: leaves only the lines of a text that match.
struct FilterPrompt: Prompt {
  var line = LineEditor()
  /// How the pattern is meant.
  var options: SearchOptions

  var label: String { options.words + "&/" }
  let history: PromptHistory? = .patterns

  mutating func take(_ key: Key, in pane: inout Pane) -> [Effect]? {
    guard options.toggle(key, isAtStart: line.isEmpty, isFilter: true) else { return nil }
    pane.prompt = self
    return []
  }

  func confirmed(in pane: inout Pane) -> [Effect] { pane.inText { $0.filter(self) } }

  /// - Throws: what is wrong with the pattern.
  func query() throws(QueryError) -> Query {
    try Query(pattern: line.text, isLiteral: options.isLiteral, letterCase: options.letterCase)
  }
}

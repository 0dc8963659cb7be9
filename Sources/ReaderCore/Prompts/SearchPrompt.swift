import CellGrid
import TextSearch

/// `/` and `?` in a text: what is typed is searched for at once.
struct SearchPrompt: Prompt {
  let direction: SearchDirection
  var line = LineEditor()
  /// How the pattern is meant.
  var options: SearchOptions
  /// Where the view was, to go back to when the prompt is given up.
  let origin: Standpoint
  /// Which match is meant, counted from 1.
  let count: Int

  var label: String { options.words + (direction == .forward ? "/" : "?") }
  let history: PromptHistory? = .patterns

  /// The count of the matches.
  func hint(in pane: borrowing Pane, columns: Int) -> String {
    guard !line.isEmpty else { return "" }
    guard let found = pane.found else { return "not yet a pattern" }
    guard pane.message == nil, found.isComplete else { return "" }
    let total = found.matches.count
    return total == 0 ? "no match" : "\(total)\(found.isTruncated ? "+" : "") match\(total == 1 ? "" : "es")"
  }

  mutating func take(_ key: Key, in pane: inout Pane) -> [Effect]? {
    guard options.toggle(key, isAtStart: line.isEmpty, isFilter: false) else { return nil }
    pane.prompt = self
    return edited(in: &pane)
  }

  func edited(in pane: inout Pane) -> [Effect] { pane.inText { $0.preview(self) } }
  func confirmed(in pane: inout Pane) -> [Effect] { pane.inText { $0.search(self) } }
  func givenUp(in pane: inout Pane) -> [Effect] { pane.inText { $0.giveUp(self) } }

  /// - Throws: what is wrong with the pattern.
  func query() throws(QueryError) -> Query {
    try Query(pattern: line.text, isLiteral: options.isLiteral, letterCase: options.letterCase)
  }

  /// Types a pattern with what may stand before it: `!`, `*` and `@` are no part of it.
  mutating func type(pattern: String) {
    var rest = pattern.unicodeScalars[...]
    while let first = rest.first, options.toggle(.character(first), isAtStart: true, isFilter: false) {
      rest.removeFirst()
    }
    line = LineEditor(String(rest))
  }
}

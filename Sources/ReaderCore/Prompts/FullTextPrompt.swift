import CellGrid

/// `O`: asks the texts of all that is cached.
struct FullTextPrompt: Prompt {
  var line: LineEditor

  init(_ question: String) { line = LineEditor(question) }

  let label = "/"
  let history: PromptHistory? = .questions
  let isOverList = true

  func take(_ key: Key, in pane: inout Pane) -> [Effect]? {
    key == .tab ? pane.answer(.toggleFold) : nil
  }

  func edited(in pane: inout Pane) -> [Effect] { pane.askFullText(line.text) }

  func confirmed(in pane: inout Pane) -> [Effect] {
    (pane.isAskingFullText ? pane.remember(line.text, at: .questions) : []) + pane.answer(.select)
  }

  /// What has been found stays; with nothing asked for there is nothing to look at.
  func givenUp(in pane: inout Pane) -> [Effect] {
    if pane.isAskingFullText { return pane.remember(line.text, at: .questions) }
    return pane.history.back.isEmpty ? [] : pane.travel(.back, count: 1)
  }
}

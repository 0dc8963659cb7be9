/// `-` and `_`: an option of less, which needs no Enter once it is whole.
struct OptionPrompt: Prompt {
  var line: LineEditor
  let use: OptionUse

  init(_ use: OptionUse, typed: String = "") {
    self.use = use
    line = LineEditor(typed)
  }

  var label: String { use.label }
  var words: [String] { use.words }

  func hint(in pane: borrowing Pane, columns: Int) -> String {
    if let message = pane.message { return message.text }
    let hint = use.hint(line.text)
    return hint.isEmpty ? Completion(of: line.stem, among: words).hint : hint
  }

  func edited(in pane: inout Pane) -> [Effect] {
    guard use.isComplete(line.text) else { return [] }
    pane.prompt = nil
    return confirmed(in: &pane)
  }

  func confirmed(in pane: inout Pane) -> [Effect] { pane.take(option: line.text, for: use) }
}

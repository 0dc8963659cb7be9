/// `K` where no link has the focus: asks what a word means.
struct WordPrompt: Prompt {
  var line: LineEditor

  init(_ word: String) { line = LineEditor(word) }

  let label = "Meaning of: "

  func confirmed(in pane: inout Pane) -> [Effect] { pane.inText { $0.peek(atWord: line.text) } }
}

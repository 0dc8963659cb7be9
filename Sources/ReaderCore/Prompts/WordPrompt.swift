import RFCFormats

/// `K` where no link has the focus: asks what a word means.
struct WordPrompt: Prompt {
  var line: LineEditor
  let label = "Meaning of: "
  /// What the document defines.
  let words: [String]

  init(_ word: String, in text: ParsedText) {
    line = LineEditor(word)
    words = text.definedWords
  }

  func confirmed(in pane: inout Pane) -> [Effect] { pane.inText { $0.peek(atWord: line.text) } }
}

/// `s` in a text: the name of a new file for it.
struct SavePrompt: Prompt {
  var line = LineEditor()
  let label = "Save as: "
  var path: String? { line.text }

  func hint(in pane: borrowing Pane, columns: Int) -> String { pane.message?.text ?? "" }

  func confirmed(in pane: inout Pane) -> [Effect] {
    guard let bytes = pane.text?.reading.document.bytes, !line.isEmpty else { return [] }
    return [.save(bytes, as: line.text)]
  }
}

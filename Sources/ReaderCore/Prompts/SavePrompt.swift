/// `s` in a text: the name of a new file for it.
struct SavePrompt: Prompt {
  var line: LineEditor
  let label: String
  var path: String? { line.stem }
  /// 0-based lines; nil: all.
  let lines: Range<Int>?

  init(_ lines: Range<Int>?, as name: String, label: String) {
    line = LineEditor(offering: name)
    self.label = label
    self.lines = lines
  }

  func confirmed(in pane: inout Pane) -> [Effect] {
    guard let bytes = pane.text?.bytes(of: lines), !line.isEmpty else { return [] }
    return [.save(bytes, as: line.text)]
  }
}

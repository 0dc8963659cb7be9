/// `|` and its letter: a command of the shell that reads some lines.
struct PipePrompt: Prompt {
  var line = LineEditor()
  /// As published, with their ends.
  let bytes: [UInt8]
  let label = "!"

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func confirmed(in pane: inout Pane) -> [Effect] { line.isEmpty ? [] : [.pipe(bytes, to: line.text)] }
}

/// `!`: a command of the shell.
struct ShellPrompt: Prompt {
  var line = LineEditor()
  let label = "!"

  func confirmed(in pane: inout Pane) -> [Effect] { [.shell(line.text)] }
}

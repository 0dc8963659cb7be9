/// What stands behind a command of less that is none here: it is taken away with it, or it would run as keys.
struct ForeignPrompt: Prompt {
  var line = LineEditor()
  private let command: ForeignCommand

  init(_ command: ForeignCommand) { self.command = command }

  var label: String { command.name }

  func confirmed(in pane: inout Pane) -> [Effect] {
    pane.message = command.message
    return []
  }
}

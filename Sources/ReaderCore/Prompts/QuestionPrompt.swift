import CellGrid

/// A question to which `y` says yes, and every other key no.
struct QuestionPrompt: Prompt {
  var line = LineEditor()
  let label: String
  /// What follows from yes.
  private let effects: [Effect]

  init(_ question: String, yes effects: Effect...) {
    label = question + " (y/n) "
    self.effects = effects
  }

  mutating func take(_ key: Key, in pane: inout Pane) -> [Effect]? {
    pane.prompt = nil
    return key == .character("y") || key == .character("Y") ? effects : []
  }

  func confirmed(in pane: inout Pane) -> [Effect] { [] }
}

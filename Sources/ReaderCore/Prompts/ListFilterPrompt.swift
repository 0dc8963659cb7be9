import CellGrid
import RFCModel

/// `/` in a list, or in the contents of a text: narrows it.
struct ListFilterPrompt: Prompt {
  var line: LineEditor
  /// What the list takes besides words; empty where there is nothing else.
  private let fields: String
  private let isOfLibrary: Bool
  /// Enter leaves the list as it is narrowed: what is left is worked on there.
  private let stays: Bool

  init(_ filter: String, fields: String = "", isOfLibrary: Bool = false, stays: Bool = false) {
    line = LineEditor(filter)
    self.fields = fields
    self.isOfLibrary = isOfLibrary
    self.stays = stays
  }

  let label = "/"
  let isOverList = true

  func hint(in pane: borrowing Pane, columns: Int) -> String {
    guard !fields.isEmpty, line.isEmpty else { return "" }
    return fields.wrapped(columns: max(1, columns - 4))[0]
  }

  mutating func take(_ key: Key, in pane: inout Pane) -> [Effect]? {
    guard key == .tab, isOfLibrary else { return nil }
    pane.prompt = nil
    return pane.openFullText(line.text)
  }

  func edited(in pane: inout Pane) -> [Effect] { pane.narrow(to: line.text) }
  func confirmed(in pane: inout Pane) -> [Effect] { stays ? [] : pane.answer(.select) }
  func givenUp(in pane: inout Pane) -> [Effect] { pane.narrow(to: "") }
}

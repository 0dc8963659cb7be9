import RFCFormats
import RFCModel

/// A note on a requirement of the checklist.
struct RequirementNotePrompt: Prompt {
  var line: LineEditor
  private let item: Checklist.Item
  private let subject: Bookmark.Subject

  init(of item: Checklist.Item, in subject: Bookmark.Subject) {
    self.item = item
    self.subject = subject
    line = LineEditor(item.note)
  }

  let label = "Note: "

  func hint(in pane: borrowing Pane, columns: Int) -> String {
    line.isEmpty && !item.note.isEmpty ? "Enter removes the note" : ""
  }

  func confirmed(in pane: inout Pane) -> [Effect] {
    let note = String(line.text.drop { $0 == " " })
    guard note != item.note else { return [] }
    return [.note([ChecklistChange(item.noted, .note(note))], of: subject)]
  }
}

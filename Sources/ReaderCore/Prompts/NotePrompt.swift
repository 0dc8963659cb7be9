import RFCModel

/// A note on a bookmark.
struct NotePrompt: Prompt {
  var line: LineEditor
  /// Nil for a new one, at the place that is read.
  private let bookmark: Bookmark?

  init(of bookmark: Bookmark?) {
    self.bookmark = bookmark
    line = LineEditor(bookmark?.note ?? "")
  }

  let label = "Note: "

  func hint(in pane: borrowing Pane, columns: Int) -> String {
    guard line.isEmpty else { return "" }
    return bookmark == nil ? "Enter bookmarks without a note" : "Enter removes the note"
  }

  func confirmed(in pane: inout Pane) -> [Effect] {
    let note = String(line.text.drop { $0 == " " })
    guard let bookmark else { return pane.inText { $0.addBookmark(note: note) } }
    pane.message = Message(note == bookmark.note ? "Note unchanged." : "Note changed.")
    return note == bookmark.note ? [] : [.addBookmark(bookmark.with(note: note))]
  }

  /// Where there is a bookmark already, it is its note that is changed.
  mutating func take(_ bookmarks: [Bookmark], in pane: inout Pane) {
    guard bookmark == nil, line.isEmpty, let (subject, place) = pane.placeOfBookmark() else { return }
    if let here = bookmarks.first(where: { $0.subject == subject && $0.place == place }) {
      self = NotePrompt(of: here)
    }
  }
}

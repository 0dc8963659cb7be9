import CellGrid
import RFCModel

extension ReaderState {
  /// `a`: the prompt for a note, with the words of the bookmark that is there already.
  mutating func beginBookmark() -> [Effect] {
    guard cover == nil, let document else { return [] }
    guard document.id != nil else {
      message = Message(warning: "\(document.name) has no number: there would be no way back to it.")
      return []
    }
    openPrompt(.note(of: nil))
    return [.bookmarks]
  }

  /// The same key in the list of bookmarks.
  mutating func editNote() {
    guard let bookmark = bookmarks.selected else { return }
    openPrompt(.note(of: bookmark))
  }

  /// Enter at that prompt, with or without words.
  mutating func confirmNote(_ note: String, of old: Bookmark?) -> [Effect] {
    let note = String(note.drop { $0 == " " })
    guard let old else { return newBookmark(note: note).map { [.addBookmark($0)] } ?? [] }
    message = Message(note == old.note ? "Kept as it was." : "Note changed.")
    return note == old.note ? [] : [.addBookmark(old.with(note: note))]
  }

  private mutating func newBookmark(note: String) -> Bookmark? {
    guard var document, let id = document.id else { return nil }
    let line = document.line(atOrBelow: document.view.top)
    let place = document.place(ofLine: line)
    let outline = document.workOutOutline()
    let heading = outline.index(ofSectionAt: line).map { outline.sections[$0].title }
    let bookmark = Bookmark(
      document: id, place: place, title: document.title, heading: heading ?? "",
      note: note)
    self.document = document
    message = Message("Bookmark added. I lists them.")
    return bookmark
  }

  /// `I`: the bookmarks of all documents in front of what is shown.
  mutating func openBookmarks() -> [Effect] {
    if front == .bookmarks, cover == nil { return [] }
    let effects = keptMemory()
    cover = nil
    pendingSearch = nil
    leaveTrace()
    bookmarks = BookmarkList()
    front = .bookmarks
    return effects + [.bookmarks]
  }

  mutating func take(_ bookmarks: [Bookmark]) {
    self.bookmarks.replace(by: bookmarks)
    library?.note(bookmarked: Set(bookmarks.map(\.document)))
    if prompt?.kind == .note(of: nil), prompt?.line.isEmpty == true, var document {
      let place = document.place(ofLine: document.line(atOrBelow: document.view.top))
      let here = bookmarks.first { $0.document == document.id && $0.place == place }
      if let here { openPrompt(.note(of: here)) }
    }
    keepListsInView()
  }

  mutating func moveInBookmarks(_ command: Command, count: Int?) -> [Effect] {
    defer { keepListsInView() }
    switch command {
    case .searchForward: openPrompt(.listFilter)
    case .deleteBookmark:
      guard let (bookmark, isDeleted) = bookmarks.toggleDeleted() else { return [] }
      message = Message(isDeleted ? "Deleted. The same key takes it back." : "Here again.")
      return [isDeleted ? .removeBookmark(bookmark) : .addBookmark(bookmark)]
    default:
      let row = listRow(
        after: command, count: count, from: bookmarks.cursor.selected, of: bookmarks.shown.count,
        rowsPerEntry: BookmarkList.rowsPerEntry)
      if let row { bookmarks.cursor.selected = row }
    }
    return []
  }

  /// Enter: the document at the bookmark's place.
  mutating func openBookmark() -> [Effect] {
    guard let bookmark = bookmarks.selected else { return [] }
    arrival = .place(bookmark.place, in: bookmark.document)
    return [.open(bookmark.document, at: nil)]
  }
}

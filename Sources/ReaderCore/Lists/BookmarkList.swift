import RFCModel

/// The bookmarks of all documents, as they are listed.
struct BookmarkList: Sendable {
  /// Every one, ascending, with those that were deleted here.
  private(set) var all: [Bookmark]
  /// Deleted while the list is on the screen: they stay in it until it is left, so that they can be had back.
  private(set) var deleted: Set<Bookmark> = []
  /// As typed.
  private(set) var filter = ""
  private(set) var shown: [Bookmark] = []
  /// In ``shown``.
  var cursor = ListCursor()

  /// The rows that a bookmark takes on the screen.
  static let rowsPerEntry = 2

  init(_ bookmarks: [Bookmark] = []) {
    all = bookmarks.sorted()
    shown = all
  }

  var selected: Bookmark? { shown.indices.contains(cursor.selected) ? shown[cursor.selected] : nil }

  /// Takes what is kept now; filter and selection stay.
  mutating func replace(by bookmarks: [Bookmark]) {
    let selected = selected
    deleted = deleted.filter { gone in !bookmarks.contains { $0.isAt(gone) } }
    all = (bookmarks + deleted).sorted()
    choose()
    cursor.selected = selected.flatMap { old in shown.firstIndex { $0.isAt(old) } } ?? cursor.selected
  }

  mutating func narrow(to filter: String) {
    self.filter = filter
    choose()
    cursor = ListCursor()
  }

  /// Deletes the selected one, or takes that back.
  ///
  /// - Returns: the bookmark, and whether it is deleted now.
  mutating func toggleDeleted() -> (bookmark: Bookmark, isDeleted: Bool)? {
    guard let selected else { return nil }
    if deleted.remove(selected) != nil { return (selected, false) }
    deleted.insert(selected)
    return (selected, true)
  }

  mutating func keepInView(rows: Int) {
    cursor.keepInView(entries: max(1, rows / Self.rowsPerEntry), of: shown.count)
  }

  /// Those that hold every word somewhere.
  private mutating func choose() {
    let words = filter.lowercased().split(separator: " ")
    shown =
      words.isEmpty
      ? all
      : all.filter { bookmark in
        let text = [
          bookmark.document.description, bookmark.place.section?.text ?? "", bookmark.title, bookmark.heading,
          bookmark.note,
        ].joined(separator: " ").lowercased()
        return words.allSatisfy { text.contains($0) }
      }
  }
}

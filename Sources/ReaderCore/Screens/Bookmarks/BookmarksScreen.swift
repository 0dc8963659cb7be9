import RFCModel

/// The bookmarks of all documents.
struct BookmarksScreen: ListScreen {
  var window: Window
  /// With those that were deleted here.
  var entries = EntryList<Bookmark>(in: .oldest)
  var surroundings = CatalogueFilter.Surroundings()
  /// Deleted while the list is on the screen: they stay in it until it is left, so that they can be had back.
  private(set) var deleted: Set<Bookmark> = []

  init(in window: Window) { self.window = window }

  let context = Context.bookmarks
  let orders: [ListOrder] = [.oldest, .newest, .title]
  let questions: [Effect] = [.bookmarks]

  func rows(of index: Int) -> Int { 2 }
  func document(of bookmark: Bookmark) -> DocumentID? { bookmark.document }
  func title(of bookmark: Bookmark) -> String { bookmark.title }
  func isSame(_ a: Bookmark, _ b: Bookmark) -> Bool { a.isAt(b) }

  func passes(_ filter: String) -> ((Bookmark) -> Bool)? {
    guard let words = WordFilter(filter) else { return nil }
    return { bookmark in
      words.matches(
        bookmark.subject.description, bookmark.added?.iso ?? "", bookmark.place.section?.text ?? "",
        bookmark.title, bookmark.heading,
        bookmark.note)
    }
  }

  /// Enter: the document at the bookmark's place.
  func open(count: Count) -> Outcome {
    guard let bookmark = entries.selected else { return Outcome() }
    var outcome: Outcome
    switch bookmark.subject {
    case .document(let id): outcome = .asks(for: .open(id, at: nil))
    case .file(let path): outcome = .asks(for: .openFile(path, beside: false))
    }
    outcome.arrival = .place(bookmark.place, in: bookmark.subject)
    return outcome
  }

  mutating func answer(_ command: Command, count: Count) -> Outcome {
    switch command {
    case .editNote: return entries.selected.map { .opens(NotePrompt(of: $0)) } ?? Outcome()
    case .deleteBookmark: return toggleDeleted()
    default: return .unanswered
    }
  }

  /// Deletes the selected one, or takes that back.
  private mutating func toggleDeleted() -> Outcome {
    guard let bookmark = entries.selected else { return Outcome() }
    let isDeleted = deleted.remove(bookmark) == nil
    if isDeleted { deleted.insert(bookmark) }
    var outcome = Outcome.asks(for: isDeleted ? .removeBookmark(bookmark) : .addBookmark(bookmark))
    outcome.message = Message(isDeleted ? "Deleted. The same key restores it." : "Restored.")
    return outcome
  }

  mutating func take(_ event: ReaderEvent) -> Outcome {
    guard case .bookmarks(let kept) = event else { return Outcome() }
    deleted = deleted.filter { gone in !kept.contains { $0.isAt(gone) } }
    replace(by: (kept + deleted).sorted())
    return Outcome()
  }
}

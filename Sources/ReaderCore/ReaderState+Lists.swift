import CellGrid
import RFCModel

extension ReaderState {
  mutating func show(_ contents: LibraryContents) {
    if library == nil {
      library = Library(contents)
      if document == nil { front = .library }
    } else {
      library?.replace(by: contents)
    }
    keepListsInView()
  }

  /// The library in front of what is read, narrowed.
  mutating func showLibrary(_ contents: LibraryContents, filter: String, asks: Bool) -> [Effect] {
    let effects = keptMemory()
    cover = nil
    if front != .library { leaveTrace() }
    show(contents)
    front = .library
    pendingSearch = nil
    library?.narrow(to: filter)
    keepListsInView()
    if asks { openPrompt(.listFilter) }
    return effects
  }

  mutating func keepListsInView() {
    let rows = geometry.textRows.count
    library?.keepInView(rows: rows)
    fullText.keepInView(rows: rows)
    references?.keepInView(rows: rows)
    bookmarks.keepInView(rows: rows)
  }

  /// The list that has the screen: where the keys are in it, its entries, and the rows that each one takes.
  var list: (cursor: ListCursor, count: Int, rowsPerEntry: Int)? {
    switch front {
    case .document: nil
    case .library: library.map { ($0.cursor, $0.shown.count, 1) }
    case .fullText: (fullText.cursor, fullText.results.hits.count, FullTextSearch.rowsPerHit)
    case .references: references.map { ($0.cursor, $0.count, 1) }
    case .bookmarks: (bookmarks.cursor, bookmarks.shown.count, BookmarkList.rowsPerEntry)
    }
  }

  mutating func moveList(to cursor: ListCursor) -> [Effect] {
    switch front {
    case .document: break
    case .library: library?.cursor = cursor
    case .fullText: fullText.cursor = cursor
    case .references: references?.cursor = cursor
    case .bookmarks: bookmarks.cursor = cursor
    }
    keepListsInView()
    return excerptsWanted()
  }

  /// The row that a moving command leads to in a list; nil for other commands and in an empty list.
  ///
  /// - Parameter rowsPerEntry: that an entry takes on the screen.
  func listRow(
    after command: Command, count: Int?, from row: Int, of rows: Int, rowsPerEntry: Int = 1
  ) -> Int? {
    guard rows > 0 else { return nil }
    let page = max(1, pageRows / rowsPerEntry)
    let target: Int
    switch command {
    case .scrollDown: target = row + (count ?? 1)
    case .scrollUp: target = row - (count ?? 1)
    case .pageDown: target = row + (count ?? page)
    case .pageUp: target = row - (count ?? page)
    case .halfDown: target = row + (count ?? (isBare ? usualHalf : max(1, page / 2)))
    case .halfUp: target = row - (count ?? (isBare ? usualHalf : max(1, page / 2)))
    case .goToTop: target = (count ?? 1) - 1
    case .goToBottom: target = (count ?? rows) - 1
    default: return nil
    }
    return min(max(0, target), rows - 1)
  }

  mutating func moveInLibrary(_ command: Command, count: Int?) {
    guard let library else { return }
    switch command {
    case .searchForward: openPrompt(.listFilter)
    case .sortLibrary: self.library?.sortNext()
    case .toggleCachedOnly: self.library?.toggleCachedOnly()
    default:
      let row = listRow(after: command, count: count, from: library.cursor.selected, of: library.shown.count)
      if let row { self.library?.cursor.selected = row }
    }
    keepListsInView()
  }

  mutating func moveInFullText(_ command: Command, count: Int?) -> [Effect] {
    if command == .searchForward {
      openPrompt(.fullText)
      return []
    }
    let hits = fullText.results.hits.count
    if let row = listRow(after: command, count: count, from: fullText.cursor.selected, of: hits) {
      fullText.cursor.selected = row
    }
    keepListsInView()
    return excerptsWanted()
  }

  mutating func moveInReferences(_ command: Command, count: Int?) -> [Effect] {
    guard let references else { return [] }
    if let row = listRow(after: command, count: count, from: references.cursor.selected, of: references.count)
    {
      self.references?.cursor.selected = row
    }
    keepListsInView()
    return []
  }

  // MARK: Full text

  /// The full-text screen in front of what is shown, with the prompt open.
  ///
  /// - Parameter words: what is asked for; nil: what was asked for last.
  mutating func openFullText(_ words: String?) -> [Effect] {
    let effects = keptMemory()
    cover = nil
    pendingSearch = nil
    if front != .fullText { leaveTrace() }
    front = .fullText
    let asked = words.map { askFullText($0) } ?? []
    openPrompt(.fullText)
    return effects + asked
  }

  mutating func askFullText(_ text: String, isComplete: Bool = false) -> [Effect] {
    guard fullText.ask(text, isComplete: isComplete) else { return [] }
    fullText.cursor = ListCursor()
    return [.search(fullText.query)]
  }

  /// The excerpts that the window needs.
  mutating func excerptsWanted() -> [Effect] {
    guard front == .fullText, let query = fullText.query else { return [] }
    let hits = fullText.missingExcerpts(rows: geometry.textRows.count)
    return hits.isEmpty ? [] : [.excerpts(hits, query)]
  }

  private mutating func openHit() -> [Effect] {
    if let problem = fullText.problem {
      message = Message(warning: problem)
      return []
    }
    guard let hit = fullText.selectedHit, let pattern = fullText.query?.pattern else { return [] }
    let line = fullText.excerpts[hit]?.line ?? hit.lines.lowerBound
    arrival = .match(pattern: pattern, line: line)
    return [.open(hit.document, at: .line(line + 1))]
  }

  // MARK: References

  mutating func openReferences() -> [Effect] {
    guard cover == nil, var reading = document else { return [] }
    reading.workOutLinks()
    document = reading
    let list = ReferenceList(of: reading, links: reading.links ?? .none)
    let effects = keptMemory()
    leaveTrace()
    references = list
    front = .references
    pendingSearch = nil
    return effects
  }

  mutating func turnReferences() -> [Effect] {
    references?.turn()
    keepListsInView()
    guard let references, references.side == .citedBy, references.citedBy == nil,
      let number = references.number
    else { return [] }
    return [.citing(number)]
  }

  /// Enter: what is selected in the list or the panel that has the keys.
  mutating func select(count: Int? = nil) -> [Effect] {
    switch context {
    case .reading, .peek: return []
    case .contents:
      selectInContents()
      return []
    case .library:
      // `9110` and Enter: who types a number in the list of RFCs means the RFC.
      if let number = count.flatMap({ RFCNumber($0) }) { return [.open(.rfc(number), at: nil)] }
      guard let row = library?.selectedRow else { return [] }
      return [.open(row.id, at: nil)]
    case .fullText: return openHit()
    case .references: return references?.selected.map { [.open($0.id, at: $0.anchor)] } ?? []
    case .bookmarks: return openBookmark()
    }
  }

  /// What was typed to narrow the list that has the keys.
  var listFilter: String {
    get { reading?.contents.filter ?? (front == .bookmarks ? bookmarks.filter : library?.filter) ?? "" }
    set {
      if context == .contents {
        reading?.contents.filter = newValue
        reading?.contents.selected = nil
        // The first entry that is left, unless the section being read is among them.
        let (entries, _) = contentsEntries()
        if !newValue.isEmpty { reading?.contents.selected = entries.first }
      } else if context == .bookmarks {
        bookmarks.narrow(to: newValue)
      } else {
        library?.narrow(to: newValue)
      }
    }
  }
}

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
    keepLibraryInView()
  }

  /// The library in front of what is read, narrowed.
  mutating func showLibrary(_ contents: LibraryContents, filter: String) -> [Effect] {
    let effects = keptMemory()
    cover = nil
    if front != .library { leaveTrace() }
    show(contents)
    front = .library
    pendingSearch = nil
    library?.narrow(to: filter)
    keepLibraryInView()
    return effects
  }

  mutating func keepLibraryInView() {
    let rows = geometry.textRows.count
    library?.keepInView(rows: rows)
  }

  /// The row that a moving command leads to in a list; nil for other commands and in an empty list.
  func listRow(after command: Command, count: Int?, from row: Int, of rows: Int) -> Int? {
    guard rows > 0 else { return nil }
    let target: Int
    switch command {
    case .scrollDown: target = row + (count ?? 1)
    case .scrollUp: target = row - (count ?? 1)
    case .pageDown: target = row + (count ?? pageRows)
    case .pageUp: target = row - (count ?? pageRows)
    case .halfDown: target = row + (count ?? max(1, pageRows / 2))
    case .halfUp: target = row - (count ?? max(1, pageRows / 2))
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
      if let row = listRow(after: command, count: count, from: library.selected, of: library.shown.count) {
        self.library?.selected = row
      }
    }
    keepLibraryInView()
  }

  /// Enter: what is selected in the list or the panel that has the keys.
  mutating func select(count: Int? = nil) -> [Effect] {
    switch context {
    case .reading: return []
    case .contents:
      selectInContents()
      return []
    case .library:
      // `9110` and Enter: who types a number in the list of RFCs means the RFC.
      if let number = count.flatMap({ RFCNumber($0) }) { return [.open(.rfc(number), at: nil)] }
      guard let row = library?.selectedRow else { return [] }
      return [.open(row.id, at: nil)]
    }
  }

  /// What was typed to narrow the list that has the keys.
  var listFilter: String {
    get { reading?.contents.filter ?? library?.filter ?? "" }
    set {
      if context == .contents {
        reading?.contents.filter = newValue
        reading?.contents.selected = nil
        // The first entry that is left, unless the section being read is among them.
        let (entries, _) = contentsEntries()
        if !newValue.isEmpty { reading?.contents.selected = entries.first }
      } else {
        library?.narrow(to: newValue)
      }
    }
  }
}

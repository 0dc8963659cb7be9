import CellGrid
import RFCModel

/// The list of documents and where the keys are in it.
struct DocumentList: Sendable {
  var documents: [ListedDocument]
  var filter = ""
  /// Index in ``shown``.
  var selected = 0

  /// Those that hold every word typed, in the number or the title.
  var shown: [ListedDocument] {
    let words = filter.lowercased().split(separator: " ")
    if words.isEmpty { return documents }
    return documents.filter { document in
      let text = "\(document.id) \(document.title)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }
}

extension ReaderState {
  mutating func show(_ documents: [ListedDocument]) {
    let selected = list.flatMap { $0.shown.indices.contains($0.selected) ? $0.shown[$0.selected].id : nil }
    var list = self.list ?? DocumentList(documents: [])
    list.documents = documents
    list.selected = list.shown.firstIndex { $0.id == selected } ?? 0
    self.list = list
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

  mutating func moveInList(_ command: Command, count: Int?) {
    guard let list else { return }
    if command == .searchForward {
      openPrompt(.listFilter)
    } else if let row = listRow(after: command, count: count, from: list.selected, of: list.shown.count) {
      self.list?.selected = row
    }
  }

  /// Enter: what is selected in the list or the panel that has the keys.
  mutating func select() -> [Effect] {
    switch context {
    case .reading: return []
    case .contents:
      selectInContents()
      return []
    case .list:
      guard let list, list.shown.indices.contains(list.selected) else { return [] }
      return [.open(list.shown[list.selected].id, at: nil)]
    }
  }

  /// What was typed to narrow the list that has the keys.
  var listFilter: String {
    get { reading?.contents.filter ?? list?.filter ?? "" }
    set {
      if reading != nil {
        reading?.contents.filter = newValue
        reading?.contents.selected = nil
        // The first entry that is left, unless the section being read is among them.
        let (entries, _) = contentsEntries()
        if !newValue.isEmpty { reading?.contents.selected = entries.first }
      } else {
        list?.filter = newValue
        list?.selected = 0
      }
    }
  }
}

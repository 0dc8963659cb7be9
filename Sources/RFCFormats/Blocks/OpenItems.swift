import RFCModel

/// The items of lists and definitions that the text is still inside of, by the columns they begin at.
struct OpenItems {
  private struct Item {
    /// Where the marker or the term stands.
    let column: Int
    let kind: Block.Kind
  }

  private var items: [Item] = []
  /// Deeper than any list of people; a hostile text may indent each line.
  private static let limit = 32

  mutating func close() { items.removeAll(keepingCapacity: true) }

  /// Ends the items that a line at `column` is not inside of. An item may begin beside its siblings; other text lies
  /// inside an item when it is deeper than its marker.
  mutating func close(at column: Int) {
    while let last = items.last, column <= last.column { items.removeLast() }
  }

  mutating func open(_ kind: Block.Kind, at column: Int) {
    close(at: column)
    if items.count == Self.limit { items.removeFirst() }
    items.append(Item(column: column, kind: kind))
  }

  /// What text at `column` goes on with: the innermost item that it is inside of; nil for none.
  mutating func kind(of column: Int) -> Block.Kind? {
    close(at: column)
    return items.last?.kind
  }
}

import CellGrid

/// What a pane shows, and what the mouse finds there: drawing a thing says where it is.
struct Canvas {
  var frame: Frame
  private var spots: [(rows: Range<Int>, columns: Range<Int>, spot: Spot)] = []

  init(size: Size) { frame = Frame(size: size) }

  /// Over what was marked there before.
  mutating func mark(_ spot: Spot, rows: Range<Int>, columns: Range<Int>) {
    spots.append((rows, columns, spot))
  }

  /// Nil for the rest of the text or the list, and outside of the frame.
  func spot(at position: Position) -> Spot? {
    spots.last { $0.rows.contains(position.row) && $0.columns.contains(position.column) }?.spot
  }
}

extension Frame {
  /// Underlines what stands in some cells, and not the blanks at its ends.
  ///
  /// - Parameter role: that they get; nil for the one that they have.
  mutating func underline(row: Int, columns: Range<Int>, role: Role?) {
    for column in columns {
      self[row: row, column: column].emphasis.insert(.underline)
      if let role { self[row: row, column: column].role = role }
    }
  }
}

/// What the mouse can be on.
enum Spot: Hashable, Sendable {
  case link(LinkFocus)
  /// The contents where they have no entry.
  case contents
  /// An entry of the contents: index in the outline.
  case section(Int)
  /// An entry of the list that has the screen: index in it.
  case entry(Int)
  /// What folds and unfolds it.
  case fold(Int)
  /// A row of the text, by its sign.
  case sign(Int)
  case strip
  case peek
  /// A message that lies over the text.
  case message
}

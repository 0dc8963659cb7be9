import CellGrid

/// The part of the terminal that a pane has.
struct Window: Hashable, Sendable {
  var size: Size
  /// The text alone, without title and status line, as less shows it.
  let isBare: Bool
}

/// The number typed before a command.
struct Count: Hashable, Sendable {
  /// Nil where none was typed.
  var number: Int?
  /// Of one more, where it has a point.
  var millionths = 0

  static let none = Count()
}

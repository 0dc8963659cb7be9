/// How prose is set for a window.
struct Measure: Hashable, Sendable {
  /// Columns of the window that the text has: a line of so many is shown whole.
  let room: Int
  /// Columns that prose is set at.
  let columns: Int
  /// Leaves prose that fits as it is published: that of the whole text or, where the window has the room for the lines of
  /// most RFCs, each paragraph.
  let onlyWide: Bool

  /// What is narrower than this is no window for prose: the contents have it, or nobody reads there.
  static let leastRoom = 20

  /// - Parameter textWidth: columns that prose takes at most, where it was chosen.
  init(room: Int, textWidth: Int?, onlyWide: Bool) {
    self.room = room
    // A column is left free at the right, beside the strip or the window's edge.
    columns = max(Self.leastRoom, min(room - 1, textWidth ?? .max))
    self.onlyWide = onlyWide
  }
}

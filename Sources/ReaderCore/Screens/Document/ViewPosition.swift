/// Where a view stands.
struct ViewPosition: Hashable, Sendable {
  /// The row at the top of the window.
  var top = 0
  /// The column at its left edge.
  var left = 0
  /// The byte of the document that the match begins with that one stands on.
  var match: Int?
}

/// Where a view stands, said of the document: it is found again whatever rows the text is laid out in.
struct Standpoint: Hashable, Sendable {
  /// The byte that the row at the top begins with, or the last row above it that is not blank.
  let offset: Int
  /// Blank rows from there to the top.
  let blanks: Int
  let left: Int
  /// Nil also where one has left the matches.
  let match: Int?
  let focus: LinkFocus?
}

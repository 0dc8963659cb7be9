import RFCModel

/// What to do when the document that was asked for has come.
enum Arrival: Sendable {
  /// Stand where one stood before.
  case stop(DocumentStop, TravelDirection)
  /// Search for a pattern, and stand at its first match from a line on.
  case match(pattern: String, line: Int)
  /// Stand at a place of a document, if it is this one that comes.
  case place(Place, in: Bookmark.Subject)
}

/// Along the places where one has been.
enum TravelDirection: Sendable {
  case back, forward
}

import RFCModel

/// A window over the text that shows what something means: a section, an entry of the bibliography, a definition.
struct Peek {
  /// Where Enter leads.
  enum Destination: Hashable, Sendable {
    case link(Link.Target)
    /// A 0-based line of another document, or of the one that is read.
    case line(Int, of: DocumentID?)
    case nowhere
  }

  let title: String
  /// Set at the width of the window.
  var reading: Reading
  let destination: Destination
  /// Rows of the text to be shown, where there is room.
  let wanted: Int
  /// The columns that all of the first rows leave blank, and that the window does without.
  let indent: Int
  /// Rows of the screen that it is about, and does not cover.
  let about: Range<Int>
  /// The column of the screen that it begins at, if there is room.
  let column: Int

  /// Of the window, which is as wide as the longest of its lines.
  let columns: Int

  /// Bytes of the text that are marked.
  var marks: [(range: Range<Int>, mark: AnnotationText.Mark)] = []

  /// The lines of the series; no window is wider than they are.
  static let text = 72
  /// What the frame and the margin in it add to that.
  static let frame = 4
  static let narrowest = 24
  /// With the frame.
  static let rows = 14
}

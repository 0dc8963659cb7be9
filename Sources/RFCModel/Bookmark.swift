/// A place in a document that somebody wants to come back to, and why.
public struct Bookmark: Hashable, Sendable {
  public let document: DocumentID
  public let place: Place
  /// Of the document; empty where it has none.
  public let title: String
  /// Of the section, without its number; empty where it has none.
  public let heading: String
  /// What was typed; may be empty.
  public let note: String

  /// Words are single lines of 500 characters at most: what would not fit into a line of a file is left out.
  public init(document: DocumentID, place: Place, title: String, heading: String, note: String) {
    self.document = document
    self.place = place
    self.title = Self.line(title)
    self.heading = Self.line(heading)
    self.note = Self.line(note)
  }

  /// Whether it marks the same place, whatever the note. There is one bookmark a place.
  public func isAt(_ other: Bookmark) -> Bool { document == other.document && place == other.place }

  /// The same place with other words.
  public func with(note: String) -> Bookmark {
    Bookmark(document: document, place: place, title: title, heading: heading, note: note)
  }

  private static func line(_ text: String) -> String {
    let scalars = text.unicodeScalars.lazy.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    return String(String.UnicodeScalarView(scalars.prefix(500)))
  }
}

extension Bookmark: Comparable {
  /// By document, then by line.
  public static func < (a: Bookmark, b: Bookmark) -> Bool {
    (a.document, a.place.line, a.note) < (b.document, b.place.line, b.note)
  }
}

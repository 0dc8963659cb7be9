/// A place in a document that somebody wants to come back to, and why.
public struct Bookmark: Hashable, Sendable {
  /// What it is in.
  public enum Subject: Hashable, Sendable {
    case document(DocumentID)
    /// By its path from the root, in which no control character is.
    case file(String)

    /// Nil for a path that begins elsewhere, that is longer than 4,096 bytes or would not fit into a line of a file.
    public init?(path: String) {
      guard path.hasPrefix("/"), path.utf8.count <= 4096, path.unicodeScalars.allSatisfy(\.isOfLine)
      else { return nil }
      self = .file(path)
    }

    /// Nil for a file.
    public var document: DocumentID? {
      if case .document(let id) = self { id } else { nil }
    }
  }

  public let subject: Subject
  public let place: Place
  /// Of the document; empty where it has none.
  public let title: String
  /// Of the section, without its number; empty where it has none.
  public let heading: String
  /// What was typed; may be empty.
  public let note: String
  /// Nil where it is not known: older versions did not keep it.
  public let added: CalendarDate?

  public init(
    document: DocumentID, place: Place, title: String, heading: String, note: String,
    added: CalendarDate? = nil
  ) {
    self.init(
      in: .document(document), at: place, title: title, heading: heading, note: note, added: added)
  }

  /// Words are single lines of 500 characters at most: what would not fit into a line of a file is left out.
  public init(
    in subject: Subject, at place: Place, title: String, heading: String, note: String,
    added: CalendarDate? = nil
  ) {
    self.subject = subject
    self.place = place
    self.added = added
    self.title = title.singleLine(limit: 500)
    self.heading = heading.singleLine(limit: 500)
    self.note = note.singleLine(limit: 500)
  }

  /// Whether it marks the same place, whatever the note. There is one bookmark a place.
  public func isAt(_ other: Bookmark) -> Bool { subject == other.subject && place == other.place }

  /// Nil for a file.
  public var document: DocumentID? { subject.document }

  /// The same place with other words.
  public func with(note: String) -> Bookmark {
    Bookmark(in: subject, at: place, title: title, heading: heading, note: note, added: added)
  }

  /// The same bookmark, of another day.
  public func with(added: CalendarDate?) -> Bookmark {
    Bookmark(in: subject, at: place, title: title, heading: heading, note: note, added: added)
  }
}

extension Bookmark: Comparable {
  /// By document, then by line.
  public static func < (a: Bookmark, b: Bookmark) -> Bool {
    a.subject == b.subject ? (a.place.line, a.note) < (b.place.line, b.note) : a.subject < b.subject
  }
}

extension Bookmark.Subject: Comparable {
  /// Documents, then files by their paths.
  public static func < (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.document(let a), .document(let b)): a < b
    case (.file(let a), .file(let b)): a < b
    case (.document, .file): true
    case (.file, .document): false
    }
  }
}

extension Bookmark.Subject: CustomStringConvertible {
  /// `RFC 4291`, or the path.
  public var description: String {
    switch self {
    case .document(let id): id.description
    case .file(let path): path
    }
  }
}

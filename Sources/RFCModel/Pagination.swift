/// What separates two printed pages: the footer, the form feed, the header and the blank lines around them.
public struct PageBreak: Hashable, Sendable {
  /// 0-based lines of the footer, the header and every blank line between the last body line before and the first
  /// one after. May be empty of text (blank lines only).
  public let lines: Range<Int>
  /// How many blank lines belong between the two body lines when the pages are taken away: 0 where a paragraph, a
  /// figure or a table goes on.
  public let blankLines: Int

  public init(lines: Range<Int>, blankLines: Int) {
    self.lines = lines
    self.blankLines = blankLines
  }
}

/// The printed pages of a document. Empty for those published without pages (RFC 8650 and later).
public struct Pagination: Sendable {
  /// Ascending, not overlapping. The first page's head is no break; a footer after the last body line is one.
  public let breaks: [PageBreak]

  public init(breaks: [PageBreak]) { self.breaks = breaks }

  public static let none = Pagination(breaks: [])
}

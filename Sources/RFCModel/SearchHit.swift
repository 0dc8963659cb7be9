/// A section that a search of the texts has found.
public struct SearchHit: Hashable, Sendable {
  public let document: DocumentID
  /// Of the document; empty where it says none.
  public let title: String
  public let year: Int?
  public let status: PublicationStatus
  /// What obsoletes the document, none where it is current.
  public let obsoletedBy: [RFCNumber]
  /// What is in force in its place, as ``CatalogueRow/inForce``.
  public let inForce: [RFCNumber]
  /// Nil before the first heading and in a section without a number.
  public let section: SectionNumber?
  /// Of the section; empty before the first heading.
  public let heading: String
  /// 0-based lines of the section, or of the part of a long one that was found.
  public let lines: Range<Int>
  /// How many of these lines are the section's heading.
  public let headingLines: Int

  public init(
    document: DocumentID, title: String, year: Int?, status: PublicationStatus, obsoletedBy: [RFCNumber],
    inForce: [RFCNumber]? = nil, section: SectionNumber?, heading: String, lines: Range<Int>,
    headingLines: Int
  ) {
    self.document = document
    self.title = title
    self.year = year
    self.status = status
    self.obsoletedBy = obsoletedBy
    self.inForce = inForce ?? obsoletedBy
    self.section = section
    self.heading = heading
    self.lines = lines
    self.headingLines = headingLines
  }

  /// - Parameter row: what is known of the document.
  public init(
    in row: CatalogueRow, section: SectionNumber?, heading: String, lines: Range<Int>, headingLines: Int
  ) {
    self.init(
      document: row.id, title: row.title, year: row.date?.year, status: row.status,
      obsoletedBy: row.obsoletedBy, inForce: row.inForce,
      section: section, heading: heading, lines: lines, headingLines: headingLines)
  }
}

/// A line of a section with the words that were looked for.
public struct Excerpt: Hashable, Sendable {
  /// On one line, without control characters; cut ends are `...`.
  public let text: String
  /// Ranges of ``text`` in UTF-8, ascending and apart.
  public let marks: [Range<Int>]
  /// 0-based line of the published text that holds the first of them; the section's first one where none is found.
  public let line: Int

  public init(text: String, marks: [Range<Int>], line: Int) {
    self.text = text
    self.marks = marks
    self.line = line
  }
}

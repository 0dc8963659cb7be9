/// A line in another document that cites an RFC.
public struct CitingPlace: Hashable, Sendable {
  public let document: DocumentID
  /// Of the document.
  public let title: String
  /// The section that the citation stands in; nil before the first heading and in a section without a number.
  public let section: SectionNumber?
  public let heading: String
  /// 0-based.
  public let line: Int
  /// The section that is cited; nil for the whole RFC.
  public let citedSection: SectionNumber?

  public init(
    document: DocumentID, title: String, section: SectionNumber?, heading: String, line: Int,
    citedSection: SectionNumber?
  ) {
    self.document = document
    self.title = title
    self.section = section
    self.heading = heading
    self.line = line
    self.citedSection = citedSection
  }
}

/// A sentence that changes a section of an older RFC: `Section 4.2 of RFC 2119 is replaced`.
public struct Amendment: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case replaces, updates, adds, deletes, deprecates, clarifies
  }

  /// What is changed.
  public let rfc: RFCNumber
  public let section: SectionNumber
  public let kind: Kind
  /// 0-based line that names the section, or leads to the text that is quoted of it.
  public let line: Int
  /// Byte ranges of the sentence in ``Document/bytes``, one for each line it touches, ascending; never empty.
  public let ranges: [Range<Int>]
  /// The section that the sentence stands in; nil where that has no number.
  public let place: SectionNumber?

  public init(
    rfc: RFCNumber, section: SectionNumber, kind: Kind, line: Int, ranges: [Range<Int>], place: SectionNumber?
  ) {
    self.rfc = rfc
    self.section = section
    self.kind = kind
    self.line = line
    self.ranges = ranges
    self.place = place
  }
}

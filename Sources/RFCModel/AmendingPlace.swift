/// Where an RFC says that it changes a section of an older one.
public struct AmendingPlace: Hashable, Sendable {
  /// The newer one, and its 0-based line.
  public let by: RFCNumber
  public let line: Int
  /// The section of it that says so; nil where that has no number.
  public let place: SectionNumber?
  /// What is changed.
  public let section: SectionNumber
  public let kind: Amendment.Kind
  /// The sentence that says so, on one line; its beginning, where it is a long one.
  public let words: String

  public init(
    by: RFCNumber, line: Int, place: SectionNumber?, section: SectionNumber, kind: Amendment.Kind,
    words: String
  ) {
    self.by = by
    self.line = line
    self.place = place
    self.section = section
    self.kind = kind
    self.words = words
  }

  public init(_ amendment: Amendment, by number: RFCNumber, words: String) {
    self.init(
      by: number, line: amendment.line, place: amendment.place, section: amendment.section,
      kind: amendment.kind, words: words)
  }
}

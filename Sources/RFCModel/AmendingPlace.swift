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

  public init(by: RFCNumber, line: Int, place: SectionNumber?, section: SectionNumber, kind: Amendment.Kind) {
    self.by = by
    self.line = line
    self.place = place
    self.section = section
    self.kind = kind
  }
}

/// What the catalogue knows of an RFC that its own text cannot say: it is older.
public struct Standing: Hashable, Sendable {
  /// Now, which may not be what the first page says.
  public let status: PublicationStatus
  public let date: CalendarDate?
  public let obsoletedBy: [RFCNumber]
  /// What is in force in its place, as ``CatalogueRow/inForce``.
  public let inForce: [RFCNumber]
  public let updatedBy: [RFCNumber]
  public var errata: ErrataCount

  public init(
    status: PublicationStatus, date: CalendarDate?, obsoletedBy: [RFCNumber] = [],
    inForce: [RFCNumber]? = nil, updatedBy: [RFCNumber] = [], errata: ErrataCount = .none
  ) {
    self.status = status
    self.date = date
    self.obsoletedBy = obsoletedBy
    self.inForce = inForce ?? obsoletedBy
    self.updatedBy = updatedBy
    self.errata = errata
  }

  /// Whether a reader has to know it before the first line.
  public var isRemarkable: Bool { !obsoletedBy.isEmpty || !updatedBy.isEmpty || errata.all > 0 }
}

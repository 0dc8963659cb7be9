/// The RFC Editor's index of the whole series.
public struct Catalogue: Sendable {
  /// Ascending by number.
  public var entries: [CatalogueEntry]
  /// `BCP 14` and its kin, in the order of the index.
  public var subSeries: [SubSeriesEntry]
  /// Numbers that no RFC was ever published under, ascending.
  public var neverIssued: [RFCNumber]

  public init(entries: [CatalogueEntry] = [], subSeries: [SubSeriesEntry] = [], neverIssued: [RFCNumber] = [])
  {
    self.entries = entries
    self.subSeries = subSeries
    self.neverIssued = neverIssued
  }
}

/// `BCP 14` and the RFCs it stands for.
public struct SubSeriesEntry: Hashable, Sendable {
  public let series: SubSeries
  public let number: Int
  public var title: String
  /// None for one that is not used any more, or was not yet.
  public var members: [RFCNumber]

  public init(series: SubSeries, number: Int, title: String = "", members: [RFCNumber] = []) {
    self.series = series
    self.number = number
    self.title = title
    self.members = members
  }
}

/// What a list shows of a document; ten thousand of them are at hand at once.
public struct CatalogueRow: Hashable, Sendable {
  /// A draft, where it is in the cache; the catalogue itself holds RFCs.
  public let id: DocumentID
  public let title: String
  /// Separated by a comma and a blank.
  public let authors: String
  public let date: CalendarDate?
  public let status: PublicationStatus
  public let stream: String
  public let workingGroup: String
  /// The first sub-series it belongs to: `BCP 195`; empty where there is none.
  public let subSeries: String
  /// What obsoletes it, none where it is current.
  public let obsoletedBy: [RFCNumber]
  /// What is in force in its place, ascending: see ``Catalogue/inForce(insteadOf:obsoletedBy:asking:)``.
  public var inForce: [RFCNumber]

  /// - Parameter inForce: as far as is known what obsoletes it, unless told.
  public init(
    id: DocumentID, title: String, authors: String = "", date: CalendarDate? = nil,
    status: PublicationStatus = .unknown, stream: String = "", workingGroup: String = "",
    subSeries: String = "",
    obsoletedBy: [RFCNumber] = [], inForce: [RFCNumber]? = nil
  ) {
    self.id = id
    self.title = title
    self.authors = authors
    self.date = date
    self.status = status
    self.stream = stream
    self.workingGroup = workingGroup
    self.subSeries = subSeries
    self.obsoletedBy = obsoletedBy
    self.inForce = inForce ?? obsoletedBy
  }
}

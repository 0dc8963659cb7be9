/// What a filter asks of a document. A row answers it, and so does one that lies in the library still: of ten
/// thousand only those that match need be made.
public protocol CatalogueFields {
  var id: DocumentID { get }
  var date: CalendarDate? { get }
  var status: PublicationStatus { get }
  var isObsolete: Bool { get }

  /// Calls `body` with a text, as ``CatalogueRow`` has it.
  func withUTF8<Result>(of field: CatalogueField, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
}

/// The texts that words are looked for in.
public enum CatalogueField: Hashable, Sendable {
  case title, authors, stream, workingGroup, subSeries
}

extension CatalogueRow: CatalogueFields {
  public var isObsolete: Bool { !obsoletedBy.isEmpty }

  public func withUTF8<Result>(
    of field: CatalogueField, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var text =
      switch field {
      case .title: title
      case .authors: authors
      case .stream: stream
      case .workingGroup: workingGroup
      case .subSeries: subSeries
      }
    return text.withUTF8(body)
  }
}

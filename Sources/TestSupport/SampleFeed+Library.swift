import RFCFormats
import RFCModel
import ReaderCore

extension SampleFeed {
  /// The library of a reader who has these documents and the index ``xml``, or another one, of today.
  public static func library(of xml: String = xml, cached: Set<DocumentID> = []) throws -> LibraryContents {
    let catalogue = try Catalogue(feedXML: Array(xml.utf8))
    return LibraryContents(
      rows: catalogue.entries.map { CatalogueRow($0) }, surroundings: .init(cached: cached),
      note: "index from today")
  }
}

extension CatalogueRow {
  fileprivate init(_ entry: CatalogueEntry) {
    self.init(
      id: .rfc(entry.number), title: entry.title, authors: entry.authors.joined(separator: ", "),
      date: entry.date,
      status: entry.status, stream: entry.stream, workingGroup: entry.workingGroup,
      subSeries: entry.isAlso.first?.description ?? "", obsoletedBy: entry.obsoletedBy.compactMap(\.rfc))
  }
}

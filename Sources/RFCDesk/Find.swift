import RFCModel
import StoreTerms

/// RFCs of the catalogue that answer a filter.
public struct RankedRows: Sendable {
  /// In the order of ``RankedDocuments/all``.
  public let all: [(row: CatalogueRow, score: Double)]
  /// As ``RankedDocuments/leftOut``.
  public let leftOut: [String]

  public var rows: [CatalogueRow] { all.map(\.row) }
}

extension Desk {
  /// The RFCs of the catalogue that answer a filter, the best first.
  ///
  /// - Throws: ``DeskError/emptyFilter`` for one that leaves everything.
  public func find(_ filter: CatalogueFilter) throws(DeskError) -> RankedRows {
    guard !filter.isEmpty else { throw .emptyFilter }
    let surroundings = try surroundings(for: filter)
    return try askingCatalogue { (catalogue) throws(StoreError) in
      let ranked = try catalogue.ranked(filter, in: surroundings)
      return RankedRows(all: try catalogue.rows(of: ranked), leftOut: ranked.leftOut)
    }
  }

  /// Every RFC of the catalogue, ascending.
  public func listed() throws(DeskError) -> [CatalogueRow] {
    try askingCatalogue { (catalogue) throws(StoreError) in try catalogue.rows() }
  }

  /// All that the index says of some RFCs of the catalogue, in their order.
  public func entries(of rows: [CatalogueRow]) throws(DeskError) -> [CatalogueEntry] {
    if rows.isEmpty { return [] }
    return try atHand.askingCatalogue { (catalogue) throws(StoreError) in
      var entries: [CatalogueEntry] = []
      for row in rows {
        if let number = row.id.rfc, let entry = try catalogue.entry(number) { entries.append(entry) }
      }
      return entries
    }
  }

  /// What the catalogue says of some RFCs, ascending; those that it does not list are left out.
  public func rows(of numbers: [RFCNumber]) throws(DeskError) -> [CatalogueRow] {
    try askingCatalogue { (catalogue) throws(StoreError) in try catalogue.rows(of: numbers) }
  }
}

import RFCModel
import StoreTerms

extension Desk {
  /// The RFCs of the catalogue that a filter leaves: the one that it names, then the newest first.
  ///
  /// - Throws: ``DeskError/emptyFilter`` for one that leaves everything.
  public func find(_ filter: CatalogueFilter) throws(DeskError) -> [CatalogueRow] {
    guard !filter.isEmpty else { throw .emptyFilter }
    let surroundings = try surroundings(for: filter)
    var rows = try askingCatalogue { (catalogue) throws(StoreError) in
      try catalogue.rows(matching: filter, in: surroundings)
    }
    rows.reverse()
    rows.bringToFront { $0.id == filter.first }
    return rows
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

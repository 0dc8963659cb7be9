import RFCModel
import StoreTerms

extension FullTextIndex {
  /// What the indexed texts say that they change of an RFC, in no order. The catalogue knows which of them update it.
  ///
  /// - Throws: ``StoreError/damagedFullText(path:)`` where the index cannot be read.
  public func amendments(of number: RFCNumber) throws(StoreError) -> [AmendingPlace] {
    try refresh()
    return try store.library.reading { () throws(Database.Problem) in
      let rows = try database.prepare(
        "SELECT document, line, section, kind, place FROM amendment WHERE rfc = ? LIMIT 10000")
      rows.bind(number.value, at: 0)
      var found: [AmendingPlace] = []
      while try rows.step() {
        // Rows of a document that has changed or gone belong to nobody.
        guard let by = documents.text(row: try rows.int(0, FullTextTables.amending))?.id.rfc,
          let section = SectionNumber(rows.text(2)), let kind = Amendment.Kind(rawValue: rows.text(3))
        else { continue }
        found.append(
          AmendingPlace(
            by: by, line: try rows.int(1, FullTextTables.amendingLine), place: SectionNumber(rows.text(4)),
            section: section, kind: kind))
      }
      return found
    }
  }

  /// Whether it has the text of an RFC.
  public func holds(_ number: RFCNumber) -> Bool { documents.span(of: number.value) != nil }
}

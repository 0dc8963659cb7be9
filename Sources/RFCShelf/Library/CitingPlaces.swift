import RFCModel

/// Reads who cites whom.
struct CitingPlaces {
  private let documents: IndexedDocuments
  private let places: Statement
  private let sections: Statement
  private let title: Statement

  /// - Parameter hasCatalogue: whether the library knows titles besides those of the texts.
  init(
    in database: Database, documents: IndexedDocuments, hasCatalogue: Bool
  ) throws(Database.Problem) {
    self.documents = documents
    places = try database.prepare(
      "SELECT document, line, section FROM citation WHERE rfc = ? ORDER BY document, line, section")
    sections = try database.prepare(
      "SELECT line, section, heading FROM passage WHERE id BETWEEN ? AND ? ORDER BY id")
    title = try database.prepare(
      hasCatalogue
        ? """
        SELECT coalesce(rfc.title, indexed.title) FROM indexed LEFT JOIN rfc ON number = indexed.rfc WHERE id = ?
        """ : "SELECT title FROM indexed WHERE id = ?")
  }

  func all(of number: RFCNumber, section: SectionNumber?) throws(Database.Problem) -> [CitingPlace] {
    var found: [(row: Int, line: Int, section: String)] = []
    places.bind(number.value, at: 0)
    while try places.step() {
      let cited = places.text(2)
      guard section == nil || cited == section?.text else { continue }
      let row = try places.int(0, FullTextTables.citing)
      found.append((row, try places.int(1, FullTextTables.citingLine), cited))
    }
    var groups: [[CitingPlace]] = []
    var start = 0
    while start < found.count {
      let end = found[start...].firstIndex { $0.row != found[start].row } ?? found.count
      if let text = documents.text(row: found[start].row) {
        groups.append(try group(text, found[start..<end]))
      }
      start = end
    }
    // The latest RFC first; drafts before all.
    return groups.sorted { a, b in
      guard let first = a.first, let second = b.first else { return false }
      return second.document < first.document
    }.flatMap { $0 }
  }

  private func group(
    _ text: IndexedDocuments.Text, _ found: ArraySlice<(row: Int, line: Int, section: String)>
  ) throws(Database.Problem) -> [CitingPlace] {
    title.bind(text.row, at: 0)
    defer { title.reset() }
    let name = try title.step() ? title.text(0) : ""
    sections.bind(text.first, at: 0)
    sections.bind(text.first + text.count - 1, at: 1)
    defer { sections.reset() }
    var next = try sections.step()
    var number = ""
    var heading = ""
    var group: [CitingPlace] = []
    for place in found {
      while next, try sections.int(0, FullTextTables.line) <= place.line {
        number = sections.text(1)
        heading = sections.text(2)
        next = try sections.step()
      }
      group.append(
        CitingPlace(
          document: text.id, title: name, section: SectionNumber(number), heading: heading, line: place.line,
          citedSection: SectionNumber(place.section)))
    }
    return group
  }
}

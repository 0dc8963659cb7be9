import RFCModel

extension CatalogueTables {
  /// Replaces the catalogue by another one, all or nothing.
  static func replace(
    in database: Database, by catalogue: Catalogue, entityTag: String?, now: Int
  ) throws(Database.Problem) {
    try database.transaction { () throws(Database.Problem) in
      try database.run("DELETE FROM rfc; DELETE FROM subSeries; DELETE FROM neverIssued; DELETE FROM fact")
      try insert(catalogue.entries, into: database)

      let series = try database.prepare("INSERT OR REPLACE INTO subSeries VALUES (?, ?, ?, ?)")
      for entry in catalogue.subSeries {
        series.bind(entry.series.rawValue, at: 0)
        series.bind(entry.number, at: 1)
        series.bind(entry.title, at: 2)
        series.bind(lines(entry.members.map { IndexedDocument.rfc($0) }), at: 3)
        try series.run()
      }
      let neverIssued = try database.prepare("INSERT OR REPLACE INTO neverIssued VALUES (?)")
      for number in catalogue.neverIssued {
        neverIssued.bind(number.value, at: 0)
        try neverIssued.run()
      }
      try set("fetched", to: String(now), in: database)
      try set("checked", to: String(now), in: database)
      if let entityTag { try set("entityTag", to: entityTag, in: database) }
    }
  }

  static func set(_ fact: String, to value: String, in database: Database) throws(Database.Problem) {
    let statement = try database.prepare("INSERT OR REPLACE INTO fact VALUES (?, ?)")
    statement.bind(fact, at: 0)
    statement.bind(value, at: 1)
    try statement.run()
  }

  private static func insert(_ entries: [IndexEntry], into database: Database) throws(Database.Problem) {
    let statement = try database.prepare(
      """
      INSERT OR REPLACE INTO rfc(number, title, authors, date, status, stream, wg, isAlso, obsoletedBy, updatedBy,
        obsoletes, updates, publicationStatus, area, pages, keywords, abstract, doi, draft, errataURL)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for entry in entries {
      statement.bind(entry.number.value, at: 0)
      statement.bind(entry.title, at: 1)
      statement.bind(entry.authors.joined(separator: "\n"), at: 2)
      statement.bind(entry.date?.stored, at: 3)
      statement.bind(entry.status.rawValue, at: 4)
      statement.bind(entry.stream, at: 5)
      statement.bind(entry.workingGroup, at: 6)
      statement.bind(lines(entry.isAlso), at: 7)
      statement.bind(lines(entry.obsoletedBy), at: 8)
      statement.bind(lines(entry.updatedBy), at: 9)
      statement.bind(lines(entry.obsoletes), at: 10)
      statement.bind(lines(entry.updates), at: 11)
      statement.bind(entry.publicationStatus.rawValue, at: 12)
      statement.bind(entry.area, at: 13)
      statement.bind(entry.pages, at: 14)
      statement.bind(entry.keywords.joined(separator: "\n"), at: 15)
      statement.bind(entry.abstract.joined(separator: "\n"), at: 16)
      statement.bind(entry.doi, at: 17)
      statement.bind(entry.draft, at: 18)
      statement.bind(entry.errataURL, at: 19)
      try statement.run()
    }
  }

  private static func lines(_ names: [IndexedDocument]) -> String {
    names.map(\.description).joined(separator: "\n")
  }
}

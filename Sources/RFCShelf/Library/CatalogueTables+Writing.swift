import RFCModel

extension CatalogueTables {
  /// Replaces the catalogue by another one, all or nothing.
  static func replace(
    in database: Database, by catalogue: Catalogue, entityTag: String?, now: Int
  ) throws(Database.Problem) {
    try database.transaction { () throws(Database.Problem) in
      try database.run(
        "DELETE FROM rfc; DELETE FROM detail; DELETE FROM subSeries; DELETE FROM neverIssued; DELETE FROM fact"
      )
      var catalogue = catalogue
      catalogue.unite()
      try insert(catalogue.entries, into: database)
      try set(united, to: "1", in: database)

      let series = try database.prepare("INSERT OR REPLACE INTO subSeries VALUES (?, ?, ?, ?)")
      for entry in catalogue.subSeries {
        series.bind(entry.series.rawValue, at: 0)
        series.bind(entry.number, at: 1)
        series.bind(entry.title, at: 2)
        series.bind(lines(entry.members.map { ListedDocument.rfc($0) }), at: 3)
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
      try WordTables.fill(database, from: database)
    }
  }

  /// A fact that is there where each relation stands at both of its ends.
  static let united = "united"

  /// Does the same for a catalogue that is stored as its index was. 0.1 s, once.
  static func unite(in database: Database) throws(Database.Problem) {
    try database.transaction { () throws(Database.Problem) in
      let rows = try database.prepare(
        "SELECT number, obsoletes, obsoletedBy, updates, updatedBy FROM rfc JOIN detail USING (number)")
      var before = Catalogue()
      while try rows.step() {
        var entry = CatalogueEntry(try rows.rfcNumber(0))
        entry.obsoletes = rows.names(1)
        entry.obsoletedBy = rows.names(2)
        entry.updates = rows.names(3)
        entry.updatedBy = rows.names(4)
        before.entries.append(entry)
      }
      var after = before
      after.unite()
      let row = try database.prepare("UPDATE rfc SET obsoletedBy = ?, updatedBy = ? WHERE number = ?")
      let detail = try database.prepare("UPDATE detail SET obsoletes = ?, updates = ? WHERE number = ?")
      for (old, new) in zip(before.entries, after.entries) where old != new {
        row.bind(lines(new.obsoletedBy), at: 0)
        row.bind(lines(new.updatedBy), at: 1)
        row.bind(new.number.value, at: 2)
        try row.run()
        detail.bind(lines(new.obsoletes), at: 0)
        detail.bind(lines(new.updates), at: 1)
        detail.bind(new.number.value, at: 2)
        try detail.run()
      }
      try set(united, to: "1", in: database)
    }
  }

  static func set(_ fact: String, to value: String, in database: Database) throws(Database.Problem) {
    let statement = try database.prepare("INSERT OR REPLACE INTO fact VALUES (?, ?)")
    statement.bind(fact, at: 0)
    statement.bind(value, at: 1)
    try statement.run()
  }

  private static func insert(_ entries: [CatalogueEntry], into database: Database) throws(Database.Problem) {
    let row = try database.prepare("INSERT OR REPLACE INTO rfc VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let detail = try database.prepare(
      "INSERT OR REPLACE INTO detail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for entry in entries {
      row.bind(entry.number.value, at: 0)
      row.bind(entry.title, at: 1)
      row.bind(entry.authors.joined(separator: "\n"), at: 2)
      row.bind(date.held(entry.date?.stored), at: 3)
      row.bind(entry.status.rawValue, at: 4)
      row.bind(entry.stream, at: 5)
      row.bind(entry.workingGroup, at: 6)
      row.bind(lines(entry.isAlso), at: 7)
      row.bind(lines(entry.obsoletedBy), at: 8)
      row.bind(lines(entry.updatedBy), at: 9)
      try row.run()

      detail.bind(entry.number.value, at: 0)
      detail.bind(lines(entry.obsoletes), at: 1)
      detail.bind(lines(entry.updates), at: 2)
      detail.bind(entry.publicationStatus.rawValue, at: 3)
      detail.bind(entry.area, at: 4)
      detail.bind(pages.held(entry.pages), at: 5)
      detail.bind(entry.keywords.joined(separator: "\n"), at: 6)
      detail.bind(entry.abstract.joined(separator: "\n"), at: 7)
      detail.bind(entry.doi, at: 8)
      detail.bind(entry.draft, at: 9)
      detail.bind(entry.errataURL, at: 10)
      try detail.run()
    }
  }

  private static func lines(_ names: [ListedDocument]) -> String {
    names.map(\.description).joined(separator: "\n")
  }
}

import Foundation
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import StoreTerms

/// A library that anybody may have written: it is read without a trap, and made anew.
struct HostileLibraryTests {
  private static let columns =
    FullTextTables.numbers + CatalogueTables.numbers + WordTables.numbers + ErrataTables.numbers
    + [LibraryParts.version]
  private static let index = Array(SampleFeed.xml.utf8)
  private static let errata = Array(SampleErrata.json.utf8)
  private static let texts = [4241, 4242, 4243]

  /// As SQLite reads them, and the number where it is one.
  private static let values: [(text: String, number: Int?)] = [
    ("9223372036854775807", .max), ("-9223372036854775808", .min), ("-1", -1), ("0", 0),
    ("67108864", 1 << 26), ("1099511627777", 1 << 40 + 1),
    ("NULL", nil), ("'text'", nil), ("x'00FF'", nil), ("1.5", nil), ("1e300", nil),
  ]

  private let scene: FullTextScene
  private let whole: [UInt8]

  init() throws {
    scene = try FullTextScene()
    for number in Self.texts {
      let body =
        "apple\(number), and RFC 4242, and Section 1 of RFC 4241.  This updates Section 2 of RFC 4240."
      try scene.write(
        FullTextScene.text(number, updates: 4240, [("Apples", body), ("Pears", "None.")]), number)
    }
    try scene.store.takeFeed(Self.index, entityTag: "\"1\"")
    try scene.store.takeErrata(Self.errata, entityTag: "\"2\"")
    try scene.index()
    whole = [UInt8](try #require(FileManager.default.contents(atPath: scene.store.library.path)))
  }

  /// Lays the library down as it was, and changes it.
  ///
  /// - Returns: false where SQLite does not let it be changed so.
  private func damage(_ statement: String) throws -> Bool {
    scene.store.library.remove()
    try scene.scene.folder.write(whole, to: "cache/rfcview/library.sqlite")
    let database = try Database(scene.store.library.path, .writing)
    return (try? database.run(statement)) != nil
  }

  /// Asks all that is asked of a library. What it throws is words; anything else ends the tests.
  private func ask() throws {
    let store = scene.store
    let numbers = Self.texts.compactMap { RFCNumber($0) }
    let questions: [() throws -> Void] = [
      { for number in numbers { _ = store.standing(of: number) } },
      { _ = try store.knownFeedTag() },
      { _ = store.wantsNewerFeed() },
      { _ = try store.catalogue()?.rows() },
      { _ = try store.catalogue()?.rows(of: numbers) },
      { _ = try store.catalogue()?.newest() },
      { _ = try store.catalogue()?.numbers() },
      { for number in numbers { _ = try store.catalogue()?.entry(number) } },
      { _ = try store.catalogue()?.subSeries(.std, 9) },
      { _ = try store.catalogue()?.isNeverIssued(numbers[0]) },
      {
        let filter = CatalogueFilter(typed: "protocol author:writer year:1999.. status:ps")
        _ = try store.catalogue()?.rows(matching: filter, in: CatalogueFilter.Surroundings())
      },
      {
        let filter = CatalogueFilter(typed: "protocol")
        _ = try store.catalogue()?.ranked(filter, in: CatalogueFilter.Surroundings())
      },
      {
        for typed in ["apple*", "apple* year:1990..", "apple4242 NOT pear"] {
          let query = try FullTextQuery(typed: typed)
          guard let index = try store.fullText() else { continue }
          for hit in try index.search(query, limit: 10).hits { _ = try index.excerpt(of: hit, for: query) }
          _ = try index.missingDocuments()
        }
      },
      { for number in numbers { _ = try store.errata()?.errata(of: number) } },
      { _ = try store.errata()?.counts() },
      { for number in numbers { _ = try store.errata()?.count(of: number) } },
      { _ = try store.knownErrataTag() },
      { _ = store.wantsNewerErrata() },
      { for number in numbers { _ = try store.fullText()?.citations(of: number) } },
      { _ = try store.fullText()?.citations(of: numbers[0], section: SectionNumber("1")) },
      { for number in numbers { _ = try store.amendments()?.amendments(of: number) } },
      { for number in numbers { _ = try store.amendments()?.holds(number) } },
    ]
    for question in questions {
      do {
        try question()
      } catch let error as StoreError {
        #expect(!error.message.isEmpty && error.message.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
  }

  private func expectWholeCatalogue() throws {
    let catalogue = try #require(try scene.store.catalogue())
    #expect(try catalogue.rows().count == 3 && catalogue.isSound())
    #expect(try catalogue.entry(#require(RFCNumber(4241)))?.pages == 12)
  }

  @Test func `every column of numbers has a range`() throws {
    let database = try #require(try scene.store.library.openForReading(.fullText))
    let rows = try database.prepare(
      """
      SELECT schema.name, field.name FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS field
      WHERE schema.type = 'table' AND schema.name NOT LIKE 'fullText%'
        AND schema.name NOT LIKE 'listing%' AND field.type = 'INTEGER'
      """)
    var found: Set<String> = []
    while try rows.step() { found.insert(rows.text(0) + "." + rows.text(1)) }
    #expect(found == Set(Self.columns.map { $0.table + "." + $0.name }))
    #expect(found.count == Self.columns.count)
  }

  @Test(arguments: columns.indices)
  func `a number that cannot be is no trap, and what it stands in is made anew`(index: Int) throws {
    let column = Self.columns[index]
    for (value, number) in Self.values {
      let one = "(SELECT \(column.name) FROM \(column.table) ORDER BY 1 LIMIT 1)"
      let change = "UPDATE \(column.table) SET \(column.name) = \(value) WHERE \(column.name) IS \(one)"
      guard try damage(change) else { continue }
      try ask()
      let isHeld = value == "NULL" ? column.isOptional : number.map(column.range.contains) ?? false
      if isHeld { continue }
      if CatalogueTables.numbers.contains(column) {
        #expect(try scene.store.knownFeedTag() == nil, "\(column.table).\(column.name) = \(value)")
        try scene.store.takeFeed(Self.index, entityTag: "\"1\"")
        try expectWholeCatalogue()
        #expect(try scene.store.knownFeedTag() == "\"1\"")
      } else if ErrataTables.numbers.contains(column) {
        try scene.store.takeErrata(Self.errata, entityTag: "\"2\"")
        #expect(try scene.store.errata()?.errata(of: #require(RFCNumber(4242))).count == 3)
        #expect(try scene.store.knownErrataTag() == "\"2\"")
      } else {
        #expect(try scene.index().wasDamaged, "\(column.table).\(column.name) = \(value)")
      }
      #expect(try !scene.index().wasDamaged)
      #expect(try scene.found("apple4242") == ["4242 1"])
      #expect(try scene.fullText.citations(of: #require(RFCNumber(4242))).count == 2)
    }
  }

  @Test(arguments: ["fetched", "checked"])
  func `a moment that cannot be has the index asked for again`(fact: String) throws {
    // Two of them are moments of 1970 and 1972.
    for value in Self.values where !["0", "67108864"].contains(value.text) {
      #expect(try damage("UPDATE fact SET value = \(value.text) WHERE name = '\(fact)'"))
      try ask()
      #expect(scene.store.wantsNewerFeed() == true)
      #expect(try scene.store.knownFeedTag() == nil)
      try scene.store.takeFeed(Self.index, entityTag: nil)
      #expect(scene.store.wantsNewerFeed() == false)
      try expectWholeCatalogue()
    }
  }

  @Test func `the name of an index is one that a request can repeat`() throws {
    let store = scene.store
    for tag in [
      "'a' || char(13, 10) || 'X-Other: b'", "'a' || char(0) || 'b'", "hex(zeroblob(200))", "''", "NULL",
      "x'FF'",
    ] {
      #expect(try damage("UPDATE fact SET value = \(tag) WHERE name = 'entityTag'"))
      #expect(try store.knownFeedTag() == nil)
    }
  }

  @Test func `texts of every column are cut, and are what they are`() throws {
    let database = try #require(try scene.store.library.openForReading(.fullText))
    let rows = try database.prepare(
      """
      SELECT schema.name, field.name FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS field
      WHERE schema.type = 'table' AND schema.name NOT LIKE 'fullText%'
        AND schema.name NOT LIKE 'listing%' AND field.type <> 'INTEGER'
      """)
    var columns: [(String, String)] = []
    while try rows.step() { columns.append((rows.text(0), rows.text(1))) }
    #expect(columns.count > 20)
    let values = [
      "replace(hex(zeroblob(500000)), '00', 'RFC 1' || char(10))", "CAST(x'FFFE80C328' AS TEXT)",
      "char(27) || '[2J' || char(0, 155, 8238, 10) || 'RFC 1'", "x'FFFF00'", "NULL", "9223372036854775807",
    ]
    for (table, column) in columns {
      for value in values where try damage("UPDATE \(table) SET \(column) = \(value)") {
        try ask()
        guard let rows = try? scene.store.catalogue()?.rows() else { continue }
        // What is no UTF-8 becomes three bytes.
        for row in rows {
          #expect(row.title.utf8.count <= 3 * 65_536 && row.authors.utf8.count <= 4 * 65_536)
        }
      }
    }
  }

  @Test func `what is none of the tables is made anew`() throws {
    for table in ["passage", "indexed", "layout", "citation", "amendment", "numbering", "fullText", "rfc"] {
      for other in ["", "CREATE TABLE \(table)(other);", "CREATE VIEW \(table) AS SELECT 1 AS id;"] {
        #expect(try damage("DROP TABLE \(table);" + other))
        try ask()
        #expect(try scene.index().wasDamaged, "\(table) \(other)")
        try scene.store.takeFeed(Self.index, entityTag: nil)
        #expect(try !scene.index().wasDamaged)
        #expect(try scene.found("apple4242") == ["4242 1"])
      }
    }
  }

  @Test func `numbers that were given before are given again to a library made anew`() throws {
    #expect(try damage("UPDATE numbering SET nextPassage = 1, nextDocument = 1"))
    try scene.write(FullTextScene.text(1, [("Plums", "plum")]), 1)
    #expect(try scene.index().wasDamaged)
    #expect(try scene.found("plum") == ["1 1"])
  }

  // MARK: Another program

  @Test(arguments: ["DELETE", "WAL"])
  func `a library that another program has for itself is in use, and not damaged`(journal: String) throws {
    var other: Database? = try Database(scene.store.library.path, .writing)
    try other?.run(
      "PRAGMA journal_mode = \(journal); PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM rfc")
    #expect(scene.store.standing(of: try #require(RFCNumber(4241))) == nil)
    #expect(scene.store.wantsNewerFeed() == nil)
    #expect(throws: StoreError.libraryFileInUse) { try scene.store.catalogue() }
    #expect(throws: StoreError.libraryFileInUse) { try scene.store.fullText() }
    #expect(try scene.store.load(.fixture("rfc4241.txt")) != nil)
    #expect(throws: StoreError.libraryFileInUse) { try scene.store.takeFeed(Self.index, entityTag: nil) }
    #expect(throws: StoreError.libraryFileInUse) { try scene.index(rebuilds: true) }
    try other?.run("ROLLBACK")
    other = nil
    try expectWholeCatalogue()
    #expect(try !scene.index().wasDamaged)
  }
}

import RFCModel
import TestSupport
import Testing

@testable import RFCShelf

/// The right document first, in the catalogue and in the texts.
struct RankingTests {
  private static func entry(
    _ number: Int, _ title: String, keywords: [String] = [], abstract: String = "", more: String = ""
  ) -> String {
    """
    <rfc-entry><doc-id>RFC\(number)</doc-id><title>\(title)</title><author><name>A. Writer</name></author>
    <date><month>May</month><year>2001</year></date>
    <keywords>\(keywords.map { "<kw>\($0)</kw>" }.joined())</keywords><abstract><p>\(abstract)</p></abstract>
    \(more)<current-status>PROPOSED STANDARD</current-status></rfc-entry>
    """
  }

  /// Words are rare only where there are documents without them.
  private static let others =
    (4100..<4200).map { entry($0, "Knots") } + (4200..<4204).map { entry($0, "How SPX Came to Part \($0)") }

  private static let feed =
    "<rfc-index>"
    + [
      entry(4001, "Sending Parcels", keywords: ["[SPX|p]"], abstract: "How a parcel is sent over a river."),
      entry(4002, "SPX Stamps for Parcels with a Long Name of Their Own", abstract: "RFC 4001 is extended."),
      entry(4003, "Bridges", abstract: "Of lanterns, stamps and SPX."),
      entry(4004, "The HTTX/3 Way", more: "<obsoletes><doc-id>RFC4005</doc-id></obsoletes>"),
      entry(4005, "The HTTX Way"),
      entry(4006, "Ferries", more: "<draft>draft-ietf-boats-wherry-07</draft>"),
      entry(4007, "Buoys: Where They Lie", abstract: "Lights."),
      entry(4008, "Lights of Harbours and Where the Buoys of a Channel Lie"),
    ].joined() + others.joined() + "</rfc-index>"

  private static func ranked(_ typed: String) throws -> (numbers: [Int], leftOut: [String]) {
    let scene = try FullTextScene()
    try scene.store.takeFeed(Array(feed.utf8), entityTag: nil)
    let ranked = try #require(try scene.store.catalogue()).ranked(
      CatalogueFilter(typed: typed), in: CatalogueFilter.Surroundings())
    return (ranked.all.compactMap(\.id.rfc?.value), ranked.leftOut)
  }

  @Test(arguments: [
    ("spx", [4001]), ("parcel river", [4001]), ("lanter", [4003]), ("httx3", [4004]),
    ("httx/3", [4004]), ("writer bridges", [4003]), ("4004", [4004]), ("httx", [4004, 4005]),
    ("wherry", [4006]), ("buoys", [4007, 4008]), ("buoys lights", [4008, 4007]),
  ])
  func `acronyms, keywords, abstracts and authors are looked for`(typed: String, first: [Int]) throws {
    let (numbers, leftOut) = try Self.ranked(typed)
    #expect(Array(numbers.prefix(first.count)) == first && leftOut.isEmpty)
  }

  @Test func `what nothing has is left out, and said`() throws {
    let (numbers, leftOut) = try Self.ranked("lanterns teapot")
    #expect(numbers == [4003] && leftOut == ["teapot"])
    #expect(try Self.ranked("teapot").numbers.isEmpty)
  }

  @Test func `an older program's catalogue gets its words when it is opened`() throws {
    let scene = try FullTextScene()
    try scene.store.takeFeed(Array(Self.feed.utf8), entityTag: nil)
    let path = scene.store.library.path
    try Database(path, .writing).run(
      """
      DROP TABLE listing; DROP TABLE weights; DROP TABLE before; DROP TABLE listed;
      DELETE FROM part WHERE name = 'words'
      """)
    let filter = CatalogueFilter(typed: "river")
    let catalogue = try #require(try scene.store.catalogue())
    #expect(try catalogue.ranked(filter, in: .init()).all.map(\.id.rfc?.value) == [4001])
    #expect(try catalogue.hasWords())
    // One that was replaced without them.
    try Database(path, .writing).run("UPDATE fact SET value = '7' WHERE name = 'fetched'")
    #expect(try !catalogue.hasWords())
    #expect(try scene.store.catalogue()?.hasWords() == true)
  }

  @Test func `a document has all the words in a section and the catalogue together`() throws {
    let scene = try FullTextScene()
    try scene.write(
      FullTextScene.text(4001, title: "Sending Parcels", [("One", "A ferry."), ("Two", "A rope.")]), 4001)
    try scene.write(FullTextScene.text(4003, title: "Bridges", [("One", "A ferry and a parcel.")]), 4003)
    try scene.store.takeFeed(Array(Self.feed.utf8), entityTag: nil)
    try scene.index()
    let fullText = try scene.fullText
    let found = try fullText.search(FullTextQuery(typed: "parcels rope"), limit: 9)
    #expect(found.found.map(\.id.rfc?.value) == [4001] && found.sections == 1)
    #expect(found.found.first?.best.heading == "Two")
    for typed in ["a rope for the parcels", "What is a rope over parcels"] {
      let found = try fullText.search(FullTextQuery(typed: typed), limit: 9)
      #expect(found.found.map(\.id.rfc?.value) == [4001] && found.leftOut.isEmpty)
    }
    let without = try fullText.search(FullTextQuery(typed: "ferry teapot"), limit: 9)
    #expect(without.documents == 2 && without.leftOut == ["teapot"])
    #expect(
      try fullText.search(FullTextQuery(typed: "ferry AND (teapot OR kettle)"), limit: 9).documents == 0)
  }

  @Test func `what is named in the catalogue alone answers with its abstract`() throws {
    let scene = try FullTextScene()
    try scene.write(FullTextScene.text(4001, title: "Sending Parcels", [("One", "A rope.")]), 4001)
    try scene.store.takeFeed(Array(Self.feed.utf8), entityTag: nil)
    try scene.index()
    let fullText = try scene.fullText
    let query = try FullTextQuery(typed: "parcels")
    let hit = try #require(try fullText.search(query, limit: 1).found.first?.best)
    #expect(hit.heading == "Abstract")
    #expect(try fullText.excerpt(of: hit, for: query)?.text.hasPrefix("This text is a sample.") == true)
  }

  @Test func `documents behind as many words as are counted are ranked, too`() throws {
    let scene = try FullTextScene()
    try scene.write(
      FullTextScene.text(4001, title: "Crossing a River", [("One", "A ferry."), ("Two", "The river.")]), 4001)
    try scene.index()
    let often = String(repeating: "   river river river river river river\n", count: 350)
    for number in 5001...5011 {
      try scene.write(FullTextScene.text(number, [("One", often), ("Two", "A rope.")]), number)
    }
    try scene.store.takeFeed(Array(Self.feed.utf8), entityTag: nil)
    try scene.index()
    let fullText = try scene.fullText
    let found = try fullText.search(FullTextQuery(typed: "river"), limit: 20)
    #expect(found.found.first?.id.rfc?.value == 4001 && found.found.first?.best.heading == "Two")
    #expect(found.found.count == 12 && found.documents == 12)
    let any = try fullText.search(FullTextQuery(typed: "river OR stream"), limit: 20)
    #expect(any.found.count == 12 && any.found.last?.id.rfc?.value == 4001)
  }
}

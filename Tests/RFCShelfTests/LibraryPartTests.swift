import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import StoreTerms

/// A library of which one part is of another version of the program than this one.
@Suite struct LibraryPartTests {
  private let scene: FullTextScene

  init() throws {
    scene = try FullTextScene([
      4242: FullTextScene.text(4242, title: "Printed Title", [("Purpose", "A kettle is cited nowhere.")]),
      4243: FullTextScene.text(4243, [("Citing", "A teapot, as RFC 4242 has it.")]),
    ])
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil)
    try scene.index()
  }

  private func change(_ statements: String) throws {
    try Database(scene.store.library.path, .writing).run(statements)
  }

  private func check(catalogue: Int?, found: [String]) throws {
    #expect(try scene.store.catalogue()?.rows().count == catalogue)
    let index = try scene.store.fullText()
    let hits = try index?.search(try FullTextQuery(typed: "kettle"), limit: 10).hits ?? []
    #expect(hits.map { $0.document.baseName } == found)
  }

  @Test func `a library of before parts had versions keeps the catalogue`() throws {
    try change("DROP TABLE part")
    try check(catalogue: 3, found: [])
    // Its texts do not say what they change.
    #expect(try scene.index().added == 2)
    try check(catalogue: 3, found: ["rfc4242"])
    #expect(try scene.index().added == 0)
  }

  @Test func `an older catalogue is made anew, and the texts stay`() throws {
    // With other columns, as a version before may have had.
    try change(
      """
      DROP TABLE rfc; CREATE TABLE rfc(id INTEGER); INSERT INTO rfc VALUES (1);
      UPDATE part SET version = 0 WHERE name = 'catalogue'
      """)
    try check(catalogue: nil, found: ["rfc4242"])
    let cited = try #require(RFCNumber(4242))
    #expect(try scene.fullText.citations(of: cited).map(\.document) == [.fixture("rfc4243.txt")])
    #expect(try scene.index().added == 0)
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil)
    try check(catalogue: 3, found: ["rfc4242"])
    #expect(try scene.index().added == 0)
  }

  @Test func `an older full text is made anew, and the catalogue stays`() throws {
    try change(
      """
      DROP TABLE layout; DROP TABLE indexed; CREATE TABLE indexed(number INTEGER);
      UPDATE part SET version = 0 WHERE name = 'fullText'
      """)
    try check(catalogue: 3, found: [])
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil)
    #expect(try scene.index().added == 2)
    try check(catalogue: 3, found: ["rfc4242"])
  }

  @Test func `a newer catalogue is left alone, and that is said`() throws {
    try change("DROP TABLE rfc; UPDATE part SET version = 1000 WHERE name = 'catalogue'")
    let path = scene.store.library.path
    let problem = StoreError.libraryFile(path: path, .newerCatalogue)
    #expect(
      problem.message
        == "The library \(path): its catalogue was made by a newer rfcview. Use that version, or remove the file"
        + " and run `rfcview update` to rebuild it.")
    #expect(throws: problem) { try scene.store.catalogue() }
    #expect(throws: problem) { try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil) }
    try scene.write(FullTextScene.text(4244, [("More", "A kettle again.")]), 4244)
    #expect(try scene.index().added == 1)
    let hits = try scene.fullText.search(try FullTextQuery(typed: "kettle"), limit: 10).hits
    #expect(Set(hits.map { $0.document.baseName }) == ["rfc4242", "rfc4244"])
    #expect(throws: problem) { try scene.store.catalogue() }
  }

  @Test func `a newer full text is left alone, and that is said`() throws {
    try change("DROP TABLE indexed; UPDATE part SET version = 1000 WHERE name = 'fullText'")
    let problem = StoreError.libraryFile(path: scene.store.library.path, .newerFullText)
    #expect(throws: problem) { try scene.store.fullText() }
    #expect(throws: problem) { try scene.index() }
    #expect(throws: problem) { try scene.index(rebuilds: true) }
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil)
    #expect(try scene.store.catalogue()?.rows().count == 3)
    #expect(throws: problem) { try scene.store.fullText() }
  }

  @Test func `a newer library is left alone as a whole`() throws {
    try change("PRAGMA user_version = 3")
    let problem = StoreError.libraryFile(path: scene.store.library.path, .newer)
    let before = scene.scene.folder.read("cache/rfcview/library.sqlite")
    #expect(throws: problem) { try scene.store.fullText() }
    #expect(throws: problem) { try scene.store.catalogue() }
    #expect(throws: problem) { try scene.index() }
    #expect(throws: problem) { try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil) }
    #expect(scene.scene.folder.read("cache/rfcview/library.sqlite") == before)
  }
}

import RFCModel
import TestSupport
import Testing

@testable import RFCShelf

/// A chain of RFCs, and an index that tells each of its steps at one end only.
@Suite struct RelationTests {
  private static let index = """
    <rfc-index>
      <rfc-entry><doc-id>RFC4241</doc-id><title>The oldest</title></rfc-entry>
      <rfc-entry><doc-id>RFC4242</doc-id><title>The next</title>
        <obsoletes><doc-id>RFC4241</doc-id></obsoletes>
        <obsoleted-by><doc-id>RFC4243</doc-id></obsoleted-by></rfc-entry>
      <rfc-entry><doc-id>RFC4243</doc-id><title>In force</title></rfc-entry>
      <rfc-entry><doc-id>RFC4245</doc-id><title>An update</title>
        <updates><doc-id>RFC4241</doc-id></updates></rfc-entry>
    </rfc-index>
    """

  private let scene: Scene

  init() throws {
    scene = try Scene()
    try scene.store.takeFeed(Array(Self.index.utf8), entityTag: nil)
  }

  private func number(_ value: Int) throws -> RFCNumber { try #require(RFCNumber(value)) }

  private func check() throws {
    let catalogue = try #require(try scene.store.catalogue())
    let first = try number(4241)
    let standing = try #require(try scene.store.standing(of: first))
    #expect(standing.obsoletedBy.map(\.value) == [4242])
    #expect(standing.inForce.map(\.value) == [4243])
    #expect(standing.updatedBy.map(\.value) == [4245])
    let all = try catalogue.rows()
    #expect(all.map { $0.inForce.map(\.value) } == [[4243], [4243], [], []])
    #expect(try catalogue.rows(of: [first]) == [all[0]])
    #expect(try catalogue.row(of: first) == all[0])
    #expect(
      try catalogue.rows(matching: CatalogueFilter(typed: "status:obsolete"), in: .init()) == all.dropLast(2))
    let entry = try #require(try catalogue.entry(first))
    #expect(entry.inForce.map(\.value) == [4243])
    #expect(try catalogue.entry(number(4243))?.obsoletes.compactMap(\.rfc?.value) == [4242])
  }

  @Test func `everything names what is in force, whichever end the index tells`() throws { try check() }

  @Test func `a catalogue that a version before has stored is right as well`() throws {
    let database = try Database(scene.store.library.path, .writing)
    try database.run(
      """
      DELETE FROM fact WHERE name = 'united';
      UPDATE rfc SET obsoletedBy = '', updatedBy = '' WHERE number = 4241;
      UPDATE detail SET obsoletes = '' WHERE number = 4243
      """)
    #expect(try scene.store.standing(of: number(4241))?.obsoletedBy == [])
    try check()
    // It is as it was made then, and is not looked through again.
    try database.run("UPDATE rfc SET updatedBy = '' WHERE number = 4241")
    _ = try scene.store.catalogue()
    #expect(try scene.store.standing(of: number(4241))?.updatedBy == [])
  }

  @Test func `where another run writes it is read as it is`() throws {
    let database = try Database(scene.store.library.path, .writing)
    try database.run(
      "DELETE FROM fact WHERE name = 'united'; UPDATE rfc SET obsoletedBy = '' WHERE number = 4241")
    let lock = try WriterLock.taken(scene.store.folders)
    defer { withExtendedLifetime(lock) {} }
    #expect(try scene.store.catalogue()?.rows().first?.obsoletedBy == [])
  }
}

import CLibrary
import RFCModel
import TestSupport
import Testing
import Unix

@testable import RFCDesk

/// Which RFCs a sync chooses, and what comes of it.
@Suite struct SyncTests {
  /// RFC N cites 2N normatively and 3N else, RFC 5 does not tell its references apart.
  private static func text(_ number: Int) -> String {
    """
    Network Working Group                                          A. Writer
    Request for Comments: \(number)                                  Sample Ltd
                                                                    May 1980

                               A Text

    1.  Introduction

       Nothing is said here but what a text of this length says.

    2.  Security Considerations

       None.

    3.  References

    3.1.  Normative References

       [RFC\(2 * number)]  Writer, A., "A Text", RFC \(2 * number), May 1980.

    3.2.  Informative References

       [RFC\(3 * number)]  Writer, A., "A Text", RFC \(3 * number), May 1980.

    """
  }

  private static func server() throws -> LoopbackServer {
    try mirror(
      Dictionary(uniqueKeysWithValues: (1...50).map { ($0, text($0)) }), index: SampleFeed.xml(of: 60))
  }

  private func scene(_ server: LoopbackServer) throws -> DeskScene {
    let scene = try DeskScene(mirror: server.url)
    try scene.store.takeFeed(Array(SampleFeed.xml(of: 60).utf8), entityTag: nil)
    return scene
  }

  private func texts(_ numbers: [Int]) -> [String] { numbers.map { "rfc\($0).txt" }.sorted() }

  // MARK: The choice

  @Test(arguments: [
    (["10-12"], [10, 11, 12]), (["10..12", "20"], [10, 11, 12, 20]), (["rfc10", "RFC", "11"], [10, 11]),
    (["7-10"], [7, 10]), (["1-5", "status:informational"], [1, 2, 3, 4, 5]), (["many", "3"], [3]),
    (["1-5", "bookmarked:"], [4]), (["1-5", "recent:"], [3]), (["cached:"], [2]), (["year:1999"], []),
  ])
  func `words choose, and fields narrow`(words: [String], expected: [Int]) throws {
    let scene = try scene(Self.server())
    try scene.cache(Self.text(2), as: 2)
    try scene.folder.write("position - +0 @1\n".utf8, to: ".local/state/rfcview/documents/rfc3")
    try scene.folder.write("bookmark rfc4 - +0 @1\t\t\t\n".utf8, to: ".local/state/rfcview/bookmarks")
    let plan = try scene.desk.plan(SyncChoice(words: words))
    #expect(plan.chosen.map(\.value) == expected)
    #expect(plan.wanted.map(\.value) == expected.filter { $0 != 2 })
    #expect(try scene.refreshing.plan(SyncChoice(words: words)).wanted.map(\.value) == expected)
    #expect(plan.problems.isEmpty)
  }

  @Test func `the whole series is chosen by no words`() throws {
    let scene = try scene(Self.server())
    let choice = try SyncChoice(words: [])
    #expect(choice.isEverything)
    // RFC 8, 9 and 51 have no text, 14 and 26 were never issued.
    #expect(try scene.desk.plan(choice).chosen.count == 55)
  }

  @Test func `what is named and is not there is told`() throws {
    let scene = try DeskScene.furnished()
    let plan = try scene.desk.plan(SyncChoice(words: ["4241", "4244", "4250", "bcp8", "std9", "5000-6000"]))
    #expect(plan.chosen.map(\.value) == [4241, 4242, 4243])
    #expect(plan.wanted.map(\.value) == [4241])
    #expect(
      try plan.problems == [
        .neverIssued(rfc(4244)), .notInCatalogue(rfc(4250), newest: rfc(4243)), .noSuchSubSeries(.bcp, 8),
      ])
  }

  @Test func `a slip of the fingers chooses nothing`() throws {
    #expect(problem { try SyncChoice(words: ["9-3"]) } == .emptyRange("9-3"))
    #expect(problem { try SyncChoice(words: ["year:x"]) } == .namesNothing("year:x"))
    #expect(problem { try DeskScene().desk.plan(SyncChoice(words: [])) } == .noCatalogue)
  }

  // MARK: The sync

  @Test func `what is lacking comes, and what cannot be had is named`() throws {
    let server = try Self.server()
    let scene = try scene(server)
    try scene.cache(Self.text(2), as: 2)
    let report = try scene.desk.sync(SyncChoice(words: ["1-3", "60"]), jobs: 2)
    #expect(scene.cached == texts([1, 2, 3]))
    #expect(report.chosen == 4 && report.outcome?.progress.arrived == 2 && !report.isWhole)
    #expect(report.outcome?.failures.count == 1)
    #expect(scene.client.waits == 1 && !scene.client.isWaiting && !scene.client.isShown)
    #expect(scene.client.seen.contains { if case .sync = $0 { true } else { false } })

    let again = try scene.desk.sync(SyncChoice(words: ["1-3"]), jobs: 2)
    #expect(again.outcome == nil && again.isWhole && again.chosen == 3)
    #expect(scene.client.waits == 1)
    #expect(try !scene.desk.sync(SyncChoice(words: ["year:1999"]), jobs: 2).isWhole)
    #expect(try !scene.desk.sync(SyncChoice(words: ["1", "999"]), jobs: 2).isWhole)
  }

  @Test(arguments: [
    (FollowedReferences.normative, [5, 10, 20, 40]), (.all, [5, 10, 15, 20, 30, 40, 45]),
  ])
  func `references are followed all the way down`(references: FollowedReferences, expected: [Int]) throws {
    let server = try Self.server()
    let scene = try scene(server)
    try scene.cache(Self.text(10), as: 10)
    let report = try scene.desk.sync(SyncChoice(words: ["5"]), following: references, jobs: 2)
    #expect(scene.cached == texts(expected))
    let asked = server.requests.count
    let again = try scene.desk.sync(SyncChoice(words: ["5"]), following: references, jobs: 2)
    #expect(again.chosen == report.chosen)
    if references == .normative {
      #expect(report.isWhole && again.outcome == nil)
      #expect(server.requests.count == asked)
      let anew = try scene.refreshing.sync(SyncChoice(words: ["5"]), following: references, jobs: 2)
      #expect(anew.outcome?.progress.arrived == expected.count)
    }
  }

  @Test(arguments: [
    (0, [5]), (1, [5, 10, 15]), (2, [5, 10, 15, 20, 30, 45]), (3, [5, 10, 15, 20, 30, 40, 45]),
  ])
  func `references are followed so many steps, by the shortest way`(depth: Int, expected: [Int]) throws {
    let server = try Self.server()
    let scene = try scene(server)
    try scene.cache(Self.text(10), as: 10)
    _ = try scene.desk.sync(SyncChoice(words: ["5"]), following: .all, depth: depth, jobs: 2)
    #expect(Set(scene.cached) == Set(texts(expected)).union(texts([10])))
  }

  @Test func `each step of references says beforehand how many documents and about how much it brings`()
    throws
  {
    let server = try Self.server()
    let scene = try scene(server)
    try scene.cache(Self.text(10), as: 10)
    _ = try scene.desk.sync(SyncChoice(words: ["5"]), following: .normative, depth: 3, jobs: 2)
    let words = scene.client.heard.map(\.message).filter { $0.hasPrefix("Bringing") }
    #expect(
      words == [
        "Bringing 1 RFC, about 0.1 MB by its pages; what it refers to follows.",
        "Bringing 1 RFC, about 0.1 MB by its pages; what it refers to follows.",
        "Bringing 1 RFC, about 0.1 MB by its pages.",
      ])
  }

  @Test func `who loses patience keeps what has come`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let patience = ends[1]
    let slow = try LoopbackServer { _, request in
      let number = Int(request.path.dropFirst(8).dropLast(4)) ?? 0
      guard number == 30 else { return .init(body: Array(Self.text(number).utf8)) }
      _ = write(patience, "x", 1)
      return .fault(.stall, Array(Self.text(30).utf8))
    }
    let scene = try scene(slow)
    scene.client.interrupt = ends[0]
    let report = try scene.desk.sync(SyncChoice(words: ["29-31"]), jobs: 1)
    #expect(report.outcome?.isInterrupted == true)
    #expect(scene.client.gaveUp.map { $0?.wanted } == [3])
    #expect(!scene.cached.contains("rfc30.txt"))
    #expect(scene.cached.allSatisfy { !$0.hasPrefix(".") })
  }

  // MARK: The catalogue

  @Test func `an index is taken once, and asked for again when it is due`() throws {
    let server = try mirror()
    let scene = try DeskScene(mirror: server.url)
    let desk = try scene.desk
    #expect(!desk.wantsUpdateMeanwhile)
    try desk.updateWhereDue()
    try desk.updateWhereDue()
    #expect(server.requests.count == 1)
    #expect(try desk.update() == .upToDate(3))
    #expect(try scene.refreshing.update() == .taken(3))
    #expect(server.requests.map { $0.headers["if-none-match"] } == [nil, "\"1\"", nil])
    // The errata have not been asked for. A mirror that has none is not asked again at once.
    #expect(desk.wantsUpdateMeanwhile)
    #expect(problem { try desk.updateErrata() } != nil)
    #expect(!desk.wantsUpdateMeanwhile)
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil, now: Clock.wall - 100_000)
    #expect(desk.wantsUpdateMeanwhile)
    #expect(desk.library().catalogue == .fetched(daysAgo: 1))
    server.stop()
    // An old one does where no newer one can be had.
    try desk.updateWhereDue()
    #expect(problem { try desk.update() } != nil)
    #expect(try DeskScene(mirror: server.url).desk.wantsUpdateMeanwhile == false)
    let empty = try DeskScene(mirror: server.url)
    #expect(problem { try empty.desk.updateWhereDue() } != nil)
  }

  @Test func `a damaged library is thrown away, and who looks on hears that the full text is`() throws {
    let server = try mirror()
    let scene = try DeskScene(mirror: server.url)
    try scene.folder.write([UInt8](repeating: 7, count: 9000), to: ".cache/rfcview/library.sqlite")
    #expect(try scene.desk.update() == .taken(3))
    #expect(scene.client.heard == [.fullTextLost])
  }
}

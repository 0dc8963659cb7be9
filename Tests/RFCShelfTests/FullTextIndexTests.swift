import Foundation
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import StoreTerms

/// How the index is made and kept up with the cache.
struct FullTextIndexTests {
  private static func text(_ number: Int, _ word: String) -> String {
    FullTextScene.text(number, [("One", "The word is \(word), see RFC 1.")])
  }

  @Test func `only what is new or has changed is taken in`() throws {
    let scene = try FullTextScene([1: Self.text(1, "apple"), 2: Self.text(2, "pear")])
    #expect(try scene.index().added == 2)
    #expect(try scene.index().added == 0)
    try scene.write(Self.text(2, "damson"), 2)
    try scene.write(Self.text(3, "cherry"), 3)
    let fullText = try scene.fullText
    #expect(try fullText.missingDocuments() == [.fixture("rfc3.txt")])
    let outcome = try scene.index()
    #expect(outcome.added == 2)
    #expect(outcome.documents == 3)
    #expect(try scene.found("pear") == [])
    #expect(try scene.found("damson OR cherry").sorted() == ["2 1", "3 1"])
    #expect(try scene.fullText.citations(of: #require(RFCNumber(1))).count == 2)
    // One that was opened before finds it too.
    #expect(try fullText.search(FullTextQuery(typed: "damson"), limit: 5).sections == 1)
    #expect(try fullText.missingDocuments().isEmpty)
  }

  @Test func `a file that was only touched is known again`() throws {
    let scene = try FullTextScene([1: Self.text(1, "apple")])
    try scene.index()
    let path = scene.store.path(of: .fixture("rfc1.txt"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: path)
    #expect(try scene.index().added == 0)
    #expect(try scene.found("apple") == ["1 1"])
  }

  @Test func `what is no longer in the cache is no longer found, and its numbers are not given again`() throws
  {
    let scene = try FullTextScene([1: Self.text(1, "apple"), 2: Self.text(2, "pear")])
    try scene.index()
    try scene.remove(2)
    let outcome = try scene.index()
    #expect(outcome.removed == 1)
    #expect(outcome.documents == 1)
    try scene.write(Self.text(3, "cherry"), 3)
    try scene.index()
    #expect(try scene.found("pear") == [])
    #expect(try scene.found("word").sorted() == ["1 1", "3 1"])
    #expect(
      try scene.fullText.citations(of: #require(RFCNumber(1))).map(\.document) == [.fixture("rfc3.txt")])
  }

  @Test func `an index that is mostly of the past is made anew`() throws {
    let scene = try FullTextScene()
    func fill(_ word: String) throws {
      for number in 1...150 {
        try scene.write(
          FullTextScene.text(
            number, (0..<9).map { ("Part \($0)", "\(word) \(String(repeating: "x", count: $0))") }), number)
      }
    }
    for word in ["apple", "pear!", "cherry", "damson!!"] {
      try fill(word)
      #expect(try scene.index().documents == 150)
    }
    let database = try #require(try scene.store.library.openForReading(.fullText))
    #expect(try database.number("SELECT nextPassage FROM numbering", in: NumberColumn.ids) < 150 * 11 * 3)
    #expect(try scene.fullText.search(FullTextQuery(typed: "damson"), limit: 5).documents == 150)
    #expect(try scene.fullText.search(FullTextQuery(typed: "apple"), limit: 5).documents == 0)
  }

  @Test func `a large run gives back what it no longer needs, and a reader goes on meanwhile`() throws {
    let scene = try FullTextScene()
    for number in 1...80 {
      let sections = (0..<40).map { ("Part \($0)", "word\(number) \($0 &* 7919)") }
      try scene.write(FullTextScene.text(number, sections), number)
    }
    #expect(try scene.index().documents == 80)
    func pages() throws -> (free: Int, all: Int) {
      let database = try #require(try scene.store.library.openForReading(.fullText))
      return (
        try database.number("PRAGMA freelist_count", in: NumberColumn.anything),
        try database.number("PRAGMA page_count", in: NumberColumn.anything)
      )
    }
    let before = try pages()
    let reader = try scene.fullText
    for number in 2...80 { try scene.remove(number) }
    let builder = try FullTextBuilder(scene.store, rebuilds: true, lock: nil, bulkBytes: 1000)
    #expect(try reader.search(FullTextQuery(typed: "word50"), limit: 100).documents == 1)
    #expect(try builder.run().documents == 1)
    #expect(try reader.search(FullTextQuery(typed: "word50"), limit: 100).documents == 0)
    let after = try pages()
    #expect(after.free == 0)
    #expect(after.all < before.all / 2)
    #expect(try reader.search(FullTextQuery(typed: "word1"), limit: 100).documents == 1)
  }

  @Test func `an interrupted run goes on where it was`() throws {
    let scene = try FullTextScene()
    for number in 1...15 { try scene.write(Self.text(number, "word\(number)"), number) }
    do {
      let builder = try FullTextBuilder(scene.store, rebuilds: false, lock: nil, batchBytes: 2000)
      let progress = try #require(try builder.advance())
      #expect((1..<15).contains(progress.done))
      #expect(throws: StoreError.libraryFileBusy) { try scene.store.fullTextBuilder() }
      // What has been taken in is found, the rest is known to be missing.
      #expect(try scene.fullText.documentCount == progress.done)
      #expect(try scene.fullText.missingDocuments().count == 15 - progress.done)
    }
    let outcome = try scene.index()
    #expect(outcome.documents == 15)
    #expect((1..<15).contains(outcome.added))
    for number in 1...15 {
      #expect(try scene.fullText.search(FullTextQuery(typed: "word\(number)"), limit: 5).documents == 1)
    }
  }

  @Test func `a rebuild that is ended leaves the index that was, and nothing else`() throws {
    let scene = try FullTextScene()
    for number in 1...15 { try scene.write(Self.text(number, "word\(number)"), number) }
    try scene.index()
    let reader = try scene.fullText
    do {
      let builder = try FullTextBuilder(scene.store, rebuilds: true, lock: nil, batchBytes: 2000)
      #expect(try #require(try builder.advance()).done < 15)
      #expect(try reader.search(FullTextQuery(typed: "word15"), limit: 5).documents == 1)
    }
    #expect(try scene.fullText.documentCount == 15)
    #expect(try scene.found("word15") == ["15 1"])
    let next = try scene.index()
    #expect(next.added == 0 && next.removed == 0 && next.documents == 15)
    let database = try #require(try scene.store.library.openForReading(.fullText))
    let left = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'new%'"
    #expect(try database.number(left, in: NumberColumn.anything) == 0)
    // What takes its place has another word, which whoever had the old one open finds.
    try scene.write(Self.text(1, "pear"), 1)
    #expect(try scene.index(rebuilds: true).added == 15)
    #expect(try reader.search(FullTextQuery(typed: "pear"), limit: 5).documents == 1)
    #expect(try reader.search(FullTextQuery(typed: "word1"), limit: 5).documents == 0)
  }

  @Test func `a run that was killed in a transaction leaves what was there before`() throws {
    let scene = try FullTextScene([1: Self.text(1, "apple")])
    try scene.index()
    let (database, _) = try scene.store.library.openForWriting(.fullText)
    try database.run(
      "BEGIN IMMEDIATE; DELETE FROM indexed; INSERT INTO fullText(rowid, body) VALUES (900, 'pear')")
    #expect(try scene.found("apple") == ["1 1"])
    #expect(try scene.fullText.search(FullTextQuery(typed: "pear"), limit: 5).sections == 0)
    try database.run("ROLLBACK")
  }

  @Test func `a damaged library is made anew, and says so`() throws {
    let scene = try FullTextScene()
    for number in 1...200 { try scene.write(Self.text(number, "apple\(number)"), number) }
    try scene.index()
    let path = scene.store.library.path
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    for index in 8192..<(bytes.count - 4096) { bytes[index] = UInt8(truncatingIfNeeded: index &* 7) }
    try scene.scene.folder.write(bytes, to: "cache/rfcview/library.sqlite")
    // Reading it gives a message or nothing, and never more.
    do throws(StoreError) {
      let query = FullTextQuery(.phrase(FullTextQuery.Phrase("apple1")))
      _ = try scene.store.fullText()?.search(query, limit: 5)
    } catch {
      #expect(error.message.contains("rfcview index --rebuild"))
    }
    let outcome = try scene.index()
    #expect(outcome.wasDamaged)
    #expect(outcome.documents == 200)
    #expect(try scene.found("apple77") == ["77 1"])
    #expect(try !scene.index().wasDamaged)
  }

  @Test func `damage anywhere is a message or is not noticed, never a trap`() throws {
    let scene = try FullTextScene()
    for number in 1...60 { try scene.write(Self.text(number, "apple\(number)"), number) }
    try scene.index()
    let path = scene.store.library.path
    let whole = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    var seed: UInt64 = 7
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<(Corpus.isSoaking ? 2000 : 100) {
      var bytes = whole
      for _ in 0...random(20) { bytes[random(bytes.count)] = UInt8(truncatingIfNeeded: random(256)) }
      scene.store.library.remove()
      try scene.scene.folder.write(bytes, to: "cache/rfcview/library.sqlite")
      do throws(StoreError) {
        guard let fullText = try scene.store.fullText() else { continue }
        for word in ["apple7", "word", "apple*"] {
          let query = try? FullTextQuery(typed: word)
          guard let query else { continue }
          for hit in try fullText.search(query, limit: 10).hits {
            _ = try fullText.excerpt(of: hit, for: query)
          }
        }
        if let cited = RFCNumber(1) { _ = try fullText.citations(of: cited) }
        _ = try fullText.missingDocuments()
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }

  @Test func `the catalogue stays as it is, and a rebuild takes everything again`() throws {
    let scene = try FullTextScene([1: Self.text(1, "apple")])
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil)
    try scene.index()
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil)
    #expect(try scene.found("apple") == ["1 1"])
    #expect(try scene.index(rebuilds: true).added == 1)
    #expect(try scene.found("apple") == ["1 1"])
    #expect(try scene.store.catalogue()?.numbers().count == 3)
  }

  @Test func `without documents there is no full text`() throws {
    let scene = try FullTextScene()
    #expect(try scene.store.fullText() == nil)
    #expect(try scene.index().documents == 0)
    #expect(try scene.store.fullText() == nil)
  }

  @Test func `breaks are kept in a few bytes, and any bytes are breaks`() {
    let pagination = Pagination(breaks: [
      PageBreak(lines: 3..<9, blankLines: 1), PageBreak(lines: 900..<903, blankLines: 0),
      PageBreak(lines: 903..<70_000, blankLines: 2),
    ])
    #expect(Pagination(packed: pagination.packed).breaks == pagination.breaks)
    for byte: UInt8 in [0, 0x7F, 0x80, 0xFF] {
      let breaks = Pagination(packed: [UInt8](repeating: byte, count: 100)).breaks
      #expect(zip(breaks, breaks.dropFirst()).allSatisfy { $0.lines.upperBound <= $1.lines.lowerBound })
    }
  }
}

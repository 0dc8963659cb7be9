import RFCFormats
import RFCModel
import TestSupport
import Testing

/// The index of RFCs.
struct CatalogueFeedTests {
  private static func read(_ xml: String) throws -> Catalogue { try Catalogue(feedXML: Array(xml.utf8)) }

  @Test func `an entry is read whole, whatever prefixes and unknown elements stand around`() throws {
    let catalogue = try Self.read(SampleFeed.xml)
    #expect(catalogue.entries.map(\.number.value) == [4241, 4242, 4243])
    let first = try #require(catalogue.entries.first)
    #expect(first.title == "The First & Oldest Protocol")
    #expect(first.authors == ["A. Writer", "B. Reader, Ed."])
    #expect(first.date == CalendarDate(year: 2005, month: 4, day: 1))
    #expect(first.pages == 12)
    #expect(first.keywords == ["[first|p]", "old", "[--------|h]"])
    #expect(first.abstract == ["What it was made for.", "And why."])
    #expect(first.obsoletes.map(\.description) == ["RFC 42", "IEN12"])
    #expect(first.obsoletedBy.map(\.description) == ["RFC 4242"])
    #expect(first.updatedBy.map(\.description) == ["RFC 4243"])
    #expect(first.draft == "draft-writer-first-03")
    #expect(first.status.name == "Historic")
    #expect(first.publicationStatus.abbreviation == "PS")
    #expect([first.stream, first.area, first.workingGroup] == ["IETF", "gen", "first"])
    #expect(first.errataURL == "https://rfc.example/errata/rfc4241")
    #expect(first.doi == "10.17487/RFC4241")
  }

  @Test func `values that no index had are kept or passed over`() throws {
    let third = try #require(try Self.read(SampleFeed.xml).entries.last)
    #expect(third.date == nil)
    #expect(third.pages == nil)
    #expect(third.status.rawValue == "SPLENDID")
    #expect(third.publicationStatus == .unknown)
  }

  @Test func `sub-series and numbers never issued are known`() throws {
    let catalogue = try Self.read(SampleFeed.xml)
    #expect(catalogue.neverIssued.map(\.value) == [4244])
    #expect(
      catalogue.subSeries.map { "\($0.series.rawValue) \($0.number): \($0.members.map(\.value))" } == [
        "BCP 7: [4242]", "BCP 8: []", "STD 9: [4242, 4243]",
      ])
    #expect(catalogue.subSeries.last?.title == "Two Texts")
  }

  @Test func `it is the same in whatever pieces it comes`() throws {
    let whole = try Self.read(SampleFeed.xml)
    for size in [1, 7, 64, 1000] {
      let reader = try CatalogueFeedReader()
      var rest = Array(SampleFeed.xml.utf8)[...]
      while !rest.isEmpty {
        try reader.take(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      #expect(try reader.finish().entries == whole.entries)
    }
  }

  @Test func `cut short anywhere, it is refused`() {
    let bytes = Array(SampleFeed.xml.utf8)
    let end = bytes.count - 20
    for length in stride(from: 0, to: end, by: 13) {
      #expect(throws: CatalogueFeedReader.Problem.self) { try Catalogue(feedXML: Array(bytes[..<length])) }
    }
  }

  @Test(arguments: ["<html><body>Sign in</body></html>", "<rfc/>"])
  func `other XML is not an index`(xml: String) {
    #expect(throws: CatalogueFeedReader.Problem.notTheFeed) { try Self.read(xml) }
  }

  @Test func `twelve thousand entries`() throws {
    #expect(try Self.read(SampleFeed.xml(of: 12_000)).entries.count == 12_000)
  }

  @Test func `what is nested deep, said twice, or expands without end does no harm`() throws {
    let deep = String(repeating: "<author>", count: 5000) + String(repeating: "</author>", count: 5000)
    #expect(try Self.read("<rfc-index>\(deep)</rfc-index>").entries.isEmpty)

    let twice = "<rfc-entry><doc-id>RFC1</doc-id><title>A</title></rfc-entry>"
    #expect(try Self.read("<rfc-index>\(twice)\(twice)</rfc-index>").entries.count == 1)

    var bomb =
      "<!DOCTYPE rfc-index [<!ENTITY a0 \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">\n"
    for level in 1...12 {
      bomb += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">\n"
    }
    bomb += "]><rfc-index><rfc-entry><doc-id>RFC1</doc-id><title>&a12;</title></rfc-entry></rfc-index>"
    #expect(throws: CatalogueFeedReader.Problem.self) { try Self.read(bomb) }
  }

  /// What has no end, by what of it would stay in memory.
  private static let endless: [(head: String, piece: @Sendable (Int) -> String)] = [
    ("<rfc-index>", { _ in "<a>" }),
    ("<rfc-index>", { "<n\($0)/>" }),
    ("<rfc-index>", { "<n a\($0)=''/>" }),
    ("<rfc-index><a ", { "a\($0)='' " }),
    ("<rfc-index><a b='", { _ in "0123456789abcdef" }),
    ("<rfc-index><", { _ in "name" }),
    ("<rfc-index><!--", { _ in "a comment " }),
    ("<rfc-index><?target ", { _ in "an instruction " }),
    ("<rfc-index>", { _ in "<a/>" }),
    ("<rfc-index>", { "<rfc-entry><doc-id>RFC\($0 + 1)</doc-id></rfc-entry>" }),
    ("<rfc-index>", { _ in "<rfc-not-issued-entry><doc-id>RFC1</doc-id></rfc-not-issued-entry>" }),
  ]

  @Test(arguments: endless.indices)
  func `what would grow without end is given up with a quarter of the bytes that there may be`(kind: Int)
    throws
  {
    let (head, piece) = Self.endless[kind]
    let reader = try CatalogueFeedReader()
    var taken = 0
    let problem = #expect(throws: CatalogueFeedReader.Problem.self) {
      try reader.take(Array(head.utf8)[...])
      for start in stride(from: 0, to: .max, by: 1000) {
        let bytes = Array((start..<start + 1000).map(piece).joined().utf8)
        taken += bytes.count
        try reader.take(bytes[...])
      }
    }
    guard case .tooComplex = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(taken < CatalogueFeedReader.sizeLimit / 4)
  }

  @Test func `a text without end is cut, and ends with the bytes that there may be`() throws {
    let reader = try CatalogueFeedReader()
    let text = [UInt8](repeating: 0x78, count: 1 << 20)
    #expect(throws: CatalogueFeedReader.Problem.tooLarge(limit: CatalogueFeedReader.sizeLimit)) {
      try reader.take(Array("<rfc-index><rfc-entry><doc-id>RFC1</doc-id><title>".utf8)[...])
      while true { try reader.take(text[...]) }
    }
  }

  @Test func `entities of its own are none of the index's`() {
    #expect(throws: CatalogueFeedReader.Problem.notTheFeed) {
      try Self.read("<!DOCTYPE rfc-index [<!ENTITY a \"b\">]><rfc-index/>")
    }
  }
}

import RFCModel
import StoreTerms
import TestSupport
import Testing

@testable import RFCShelf

/// The list of errata, of which any field may be null or odd.
@Suite struct ErrataFeedTests {
  static let list = """
    [{"errata_id":"12","doc-id":"RFC4242","errata_status_code":"Verified","errata_type_code":"Technical",
      "section":"1","orig_text":"one\\r\\ntwo\\r\\n","correct_text":"three","notes":null,"submit_date":"2007-03-07",
      "submitter_name":"A. Writer","verifier_name":""},
     {"errata_id":13,"doc-id":"RFC0042","errata_status_code":"Held for Document Update","errata_type_code":"Editorial",
      "section":7,"orig_text":["x"],"correct_text":{"a":1},"notes":true,"submit_date":"0000-00-00"}]
    """

  private func read(_ text: String) throws -> [Erratum] { try ErrataFeed.errata(in: Array(text.utf8)) }

  @Test func `what is known is read, and what is null or odd is empty or text`() throws {
    let errata = try read(Self.list)
    let first = try #require(errata.first)
    #expect(first.id == 12 && first.document == RFCNumber(4242) && first.status == .verified)
    #expect(first.original == "one\ntwo" && first.corrected == "three" && first.notes == "")
    #expect(first.submitted == CalendarDate(year: 2007, month: 3, day: 7) && first.submitter == "A. Writer")
    let second = try #require(errata.last)
    #expect(second.document == RFCNumber(42) && second.section == "7" && second.submitted == nil)
  }

  @Test(arguments: [
    "", "nonsense", "[", "{}", "[]", "null", "[1,\"a\",null,[]]", Spelled(String(list.dropLast(3))),
    "<html><body>no</body></html>", Spelled(String(repeating: "[", count: 5000)),
  ])
  func `what is no list is refused`(text: Spelled) {
    #expect(throws: StoreError.badErrata) { try read(text.raw) }
  }

  @Test func `one that lacks what it is known by is passed over, the others stay`() throws {
    for field in ["errata_id", "doc-id", "errata_status_code", "errata_type_code"] {
      let errata = (try? read(Self.list.replacing("\"\(field)\":\"", with: "\"other\":\""))) ?? []
      #expect(errata.count <= 1, "\(field)")
    }
    #expect(try read(Self.list.replacing("\"12\"", with: "\"99999999999999999999\"")).count == 1)
    #expect(try read("[1,null," + Self.list.dropFirst()).count == 2)
  }

  @Test func `a list that is cut short anywhere is refused`() throws {
    let list = Array(Self.list.utf8)
    for end in stride(from: 0, to: list.count - 1, by: 7) {
      #expect(throws: StoreError.badErrata) { try ErrataFeed.errata(in: Array(list[..<end])) }
    }
  }

  @Test func `null in a field leaves the others`() throws {
    let fields = [
      "section": "\"1\"", "orig_text": "\"one\\r\\ntwo\\r\\n\"", "correct_text": "\"three\"",
      "submit_date": "\"2007-03-07\"", "submitter_name": "\"A. Writer\"", "verifier_name": "\"\"",
    ]
    for (field, value) in fields {
      let odd = Self.list.replacing("\"\(field)\":\(value)", with: "\"\(field)\":null")
      #expect(odd != Self.list, "\(field)")
      #expect(try read(odd).map(\.id) == [12, 13], "\(field)")
    }
  }

  @Test func `hostile bytes in every field are text, and harm no library`() throws {
    let scene = try FullTextScene()
    let hostile = [
      "\\u001b[2J\\u0007", "\\u0000", "\u{202E}\u{9B}31m", "\\ud800", "'); DROP TABLE erratum; --",
      String(repeating: "%s", count: 40_000),
    ]
    for words in hostile {
      let fields = [
        "section", "orig_text", "correct_text", "notes", "submit_date", "submitter_name", "verifier_name",
      ]
      let entry =
        "{\"errata_id\":\"7\",\"doc-id\":\"RFC4242\",\"errata_status_code\":\"Verified\","
        + "\"errata_type_code\":\"Technical\","
        + fields.map { "\"\($0)\":\"\(words)\"" }.joined(separator: ",") + "}"
      try scene.store.takeErrata(Array("[\(entry)]".utf8), entityTag: nil)
      let number = try #require(RFCNumber(4242))
      let kept = try #require(try scene.store.errata()?.errata(of: number).first)
      #expect(kept.id == 7 && kept.original.utf8.count <= 65_536 && kept.submitter.utf8.count <= 3 * 1024)
    }
    let broken =
      Array("[{\"errata_id\":7,\"doc-id\":\"RFC4242\",\"notes\":\"".utf8) + [0xFF, 0xFE, 0x00, 0x80]
    #expect(throws: StoreError.badErrata) { try ErrataFeed.errata(in: broken) }
  }

  @Test func `a hundred thousand of one RFC are taken in and read in time`() throws {
    let scene = try FullTextScene()
    let entries = (1...100_000).map {
      "{\"errata_id\":\"\($0)\",\"doc-id\":\"RFC4242\",\"errata_status_code\":\"Reported\","
        + "\"errata_type_code\":\"Editorial\",\"section\":\"1\",\"orig_text\":\"one\"}"
    }
    let list = Array(("[" + entries.joined(separator: ",") + "]").utf8)
    let number = try #require(RFCNumber(4242))
    var (taken, read) = (0, 0)
    let time = try processorTime {
      taken = try scene.store.takeErrata(list, entityTag: nil).count
      read = try scene.store.errata()?.errata(of: number).count ?? 0
    }
    #expect(taken == 100_000 && read == StoredErrata.limit)
    #expect(
      try scene.store.errata()?.count(of: number) == ErrataCount(all: 100_000, verifiedTechnical: 0))
    #expect(time < .seconds(20))
  }
}

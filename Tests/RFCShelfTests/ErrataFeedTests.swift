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
      let errata = try read(Self.list.replacing("\"\(field)\":\"", with: "\"other\":\""))
      #expect(errata.count <= 1, "\(field)")
    }
    #expect(try read(Self.list.replacing("\"12\"", with: "\"99999999999999999999\"")).count == 1)
    #expect(try read("[1,null," + Self.list.dropFirst()).count == 2)
  }
}

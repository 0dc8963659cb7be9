import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// What the catalogue says of an RFC, over the text or the list that it was asked from.
@Suite struct InformationTests {
  private static let page = """
    RFC 4242  A Sample Protocol

    Obsoleted by   RFC 7230, RFC
                   7231
    Is also        BCP 7, STD 9
    Draft          draft-writer-first-03
    DOI            https://doi.org/10.17487/RFC4242
    Errata         https://rfc.example/errata/rfc4242
    File           /home/me/.cache/rfcview/rfc/rfc4242.txt

    What it was made for, which RFC 9110 tells.

    """

  private func robot() throws -> ReaderRobot {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("i")
    robot.send(.information(try rfc(4242), text: Array(Self.page.utf8)))
    return robot
  }

  private func rfc(_ number: Int) throws -> DocumentID { .rfc(try #require(RFCNumber(number))) }

  @Test func `everything that it names is a link`() throws {
    var robot = try robot()
    let expected: [Effect] = [
      .open(try rfc(7230), at: nil), .open(try rfc(7231), at: nil),
      .openSubSeries(.bcp, 7), .openSubSeries(.std, 9),
      .open(.draft(try #require(DraftName("draft-writer-first-03"))), at: nil),
      .browse("https://doi.org/10.17487/RFC4242"), .browse("https://rfc.example/errata/rfc4242"),
      .open(try rfc(9110), at: nil),
    ]
    for effect in expected {
      robot.type("<Tab><Enter>")
      #expect(robot.effects.last == effect)
    }
    robot.type("<Tab><Enter>")
    #expect(robot.effects.last == expected[0])
    robot.type(";s")
    #expect(robot.effects.last == expected[1])
  }

  @Test func `the catalogue is asked what it names, and an obsolete one stands out`() throws {
    var robot = try robot()
    #expect(robot.effects.contains(.lookUp([7230, 7231, 9110].compactMap { RFCNumber($0) })))
    robot.send(
      .cited([
        CatalogueRow(id: try rfc(7230), title: "Sample 1.1", obsoletedBy: [try #require(.init(9110))])
      ]))
    #expect(robot.text(in: .obsoleteLink) == ["RFC 7230"])
    robot.type("<Tab>")
    #expect(robot.status.contains("RFC 7230 is obsolete: RFC 9110"))
  }

  @Test func `the way back from what it names is to where it was called from`() throws {
    var robot = try robot()
    robot.type("<Tab><Enter>")
    robot.open(SampleText.unpaged, named: "RFC 7230")
    #expect(robot.rows[0].hasPrefix(" RFC 7230"))
    robot.type("B")
    #expect(try robot.effects.last == .open(rfc(4242), at: nil))
  }

  @Test func `a page of ours has no line number and no percent`() throws {
    var robot = try robot()
    #expect(!robot.status.contains("%") && !robot.status.contains("L1"))
    robot.type("q")
    #expect(robot.status.contains("%  L"))
    robot.type("h")
    #expect(!robot.status.contains("%"))
    // What a search has found is said there as well.
    robot.type("/Tab<Enter>")
    #expect(robot.status.contains("match 1 of"))
  }
}

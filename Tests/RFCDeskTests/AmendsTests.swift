import RFCModel
import TestSupport
import Testing

@testable import RFCDesk

/// What newer RFCs change of an older one: as the index has it, or as their texts say it.
@Suite struct AmendsTests {
  private static func text(_ number: Int, _ words: String) -> String {
    """
    Request for Comments: \(number)                                     Sample Ltd
    Updates: 4242

    1.  Changes

       \(words)

    """
  }

  private func number(_ value: Int) throws -> RFCNumber { try #require(RFCNumber(value)) }

  /// One step after the other.
  private func steps(_ desk: Desk, by newer: [RFCNumber]) throws -> [[AmendingPlace]] {
    var steps: [[AmendingPlace]] = []
    var next: Int? = 0
    while let step = next {
      let (places, following) = desk.amendments(to: try number(4242), by: newer, step: step)
      steps.append(places)
      next = following
      #expect(steps.count < 10)
    }
    return steps
  }

  @Test func `a step has what the index knows, every other one a text that is not in it`() throws {
    let scene = try DeskScene()
    try scene.cache(Self.text(4250, "Section 2.1 of RFC 4242 is replaced."), as: 4250)
    try scene.cache(Self.text(4252, "This document updates Section 3 of RFC 4242."), as: 4252)
    let newer = try [4250, 4251, 4252].map(number)
    let places = try steps(scene.desk, by: newer)
    #expect(places.first?.isEmpty == true)
    let all = places.joined().map(\.section.text)
    #expect(all == ["2.1", "3"])
    #expect(places.joined().first?.words == "Section 2.1 of RFC 4242 is replaced.")
    // With the index the same comes at once.
    let indexed = try DeskScene()
    try indexed.cache(Self.text(4250, "Section 2.1 of RFC 4242 is replaced."), as: 4250)
    #expect(try indexed.store.fullTextBuilder().run().documents == 1)
    try indexed.cache(Self.text(4252, "This document updates Section 3 of RFC 4242."), as: 4252)
    let known = try steps(indexed.desk, by: newer)
    #expect(known.first == places.joined().filter { $0.by == newer[0] })
    #expect(known.dropFirst().joined().map(\.by) == [newer[2]])
    // Of texts that do not update it nothing is said.
    #expect(try steps(indexed.desk, by: [newer[2]]).joined().map(\.by) == [newer[2]])
    #expect(try steps(indexed.desk, by: []).joined().isEmpty)
  }
}

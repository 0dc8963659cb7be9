import RFCModel
import Testing

/// How the RFCs of a catalogue follow one another.
@Suite struct RelationTests {
  private func numbers(_ values: [Int]) -> [RFCNumber] { values.compactMap { RFCNumber($0) } }

  /// What is in force in the place of an RFC where each obsoletes what a table says.
  private func inForce(_ number: Int, in table: [Int: [Int]]) -> [Int] {
    Catalogue.inForce(
      insteadOf: numbers([number])[0], obsoletedBy: numbers(table[number] ?? []),
      asking: { self.numbers(table[$0.value] ?? []) }
    ).map(\.value)
  }

  @Test(arguments: [
    ([821: [2821], 2821: [5321]], 821, [5321]),
    ([2616: [7231, 7230], 7230: [9112, 9110], 7231: [9110], 9110: []], 2616, [9110, 9112]),
    // One way ends before the other.
    ([1: [2, 3], 2: [3], 3: []], 1, [3]),
    ([1: [2, 9], 2: [3]], 1, [3, 9]),
    ([1: []], 1, []),
  ])
  func `the chains are followed to their ends`(_ table: [Int: [Int]], _ number: Int, _ found: [Int]) {
    #expect(inForce(number, in: table) == found)
  }

  @Test(arguments: [
    ([1: [1]], [1]), ([1: [2], 2: [1]], [2]), ([1: [2], 2: [3], 3: [2]], [2]),
    // Out of the circle there is a way.
    ([1: [2], 2: [1, 3], 3: [2, 4]], [4]),
  ])
  func `a chain that leads round in a circle ends`(_ table: [Int: [Int]], _ found: [Int]) {
    #expect(inForce(1, in: table) == found)
  }

  @Test func `a chain longer than any is not followed for ever`() {
    var asked = 0
    let found = Catalogue.inForce(insteadOf: numbers([1])[0], obsoletedBy: numbers([2])) { number in
      asked += 1
      return numbers([number.value + 1, number.value + 2])
    }
    #expect(found.map(\.value) == [2])
    #expect(asked < 100)
  }

  private func entry(
    _ number: Int, obsoletes: [Int] = [], obsoletedBy: [Int] = [], updates: [Int] = [], updatedBy: [Int] = []
  ) -> CatalogueEntry {
    var entry = CatalogueEntry(numbers([number])[0])
    entry.obsoletes = numbers(obsoletes).map { .rfc($0) }
    entry.obsoletedBy = numbers(obsoletedBy).map { .rfc($0) }
    entry.updates = numbers(updates).map { .rfc($0) }
    entry.updatedBy = numbers(updatedBy).map { .rfc($0) }
    return entry
  }

  @Test func `what stands at one end of a relation stands at both`() {
    var catalogue = Catalogue(entries: [
      entry(1, obsoletedBy: [5], updatedBy: [2]), entry(2, updates: [3]), entry(3),
      entry(4, obsoletes: [1, 3]), entry(5, updates: [99]),
    ])
    catalogue.unite()
    #expect(
      catalogue.entries == [
        entry(1, obsoletedBy: [4, 5], updatedBy: [2]), entry(2, updates: [1, 3]),
        entry(3, obsoletedBy: [4], updatedBy: [2]), entry(4, obsoletes: [1, 3]),
        entry(5, obsoletes: [1], updates: [99]),
      ])
    let united = catalogue
    catalogue.unite()
    #expect(catalogue.entries == united.entries)
  }

  @Test func `documents of other series stay, and no RFC follows itself`() {
    var first = entry(1, obsoletes: [1])
    first.obsoletedBy = [.other("IEN 12"), .subSeries(.bcp, 9)]
    var catalogue = Catalogue(entries: [first, entry(2, obsoletes: [1])])
    catalogue.unite()
    #expect(
      catalogue.entries[0].obsoletedBy == [.rfc(numbers([2])[0]), .other("IEN 12"), .subSeries(.bcp, 9)])
  }

  @Test func `an index in which all follow one has bounds`() {
    var catalogue = Catalogue(entries: [entry(1)] + (2...3000).map { entry($0, obsoletes: [1]) })
    catalogue.unite()
    #expect(catalogue.entries[0].obsoletedBy.count == 1000)
  }

  @Test func `an arrow names one and says whether there are more`() {
    #expect(numbers([]).arrowHead == nil)
    #expect(numbers([9110]).arrowHead == "9110")
    #expect(numbers([9110, 9111]).arrowHead == "9110+")
  }
}

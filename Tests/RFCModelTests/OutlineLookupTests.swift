import RFCModel
import Testing

/// 1, 1.1, 1.1.1, 1.2, 2, Acknowledgements; ten lines each, from line 5 on.
private let outline: Outline = {
  let numbers: [(String?, Int?)] = [("1", nil), ("1.1", 0), ("1.1.1", 1), ("1.2", 0), ("2", nil), (nil, nil)]
  return Outline(
    sections: numbers.enumerated().map { index, entry in
      let number = entry.0.flatMap { SectionNumber($0) }
      return Section(
        number: number, title: "T", level: number?.level ?? 1, lines: 5 + index * 10..<15 + index * 10,
        headingLines: 1,
        parent: entry.1)
    })
}()

@Suite struct OutlineLookupTests {
  @Test(
    arguments: [(0, nil), (4, nil), (5, 0), (14, 0), (15, 1), (64, 5), (1000, 5), (-3, nil)] as [(Int, Int?)])
  func `a line lies in the section whose heading comes before it`(line: Int, index: Int?) {
    #expect(outline.index(ofSectionAt: line) == index)
  }

  @Test func `siblings share a parent`() {
    #expect(outline.nextSibling(of: 0) == 4)
    #expect(outline.nextSibling(of: 1) == 3)
    #expect(outline.nextSibling(of: 3) == nil)
    #expect(outline.previousSibling(of: 4) == 0)
    #expect(outline.previousSibling(of: 0) == nil)
  }

  @Test(arguments: [(0, 5..<45), (1, 15..<35), (2, 25..<35), (4, 45..<55), (5, 55..<65)])
  func `a section's whole range holds those below it`(index: Int, range: Range<Int>) {
    #expect(outline.wholeRange(of: index) == range)
  }

  @Test func `a section is found by its number`() throws {
    #expect(outline.index(of: try #require(SectionNumber("1.1.1"))) == 2)
    #expect(outline.index(of: try #require(SectionNumber("9"))) == nil)
  }

  @Test func `nothing is found in an empty outline`() {
    #expect(Outline.empty.index(ofSectionAt: 0) == nil)
  }
}

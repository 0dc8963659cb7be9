import RFCModel
import Testing

@Suite struct PartitioningIndexTests {
  @Test(arguments: 0...17)
  func `wherever the second part begins, its index is found`(count: Int) {
    for first in 0...count {
      #expect((0..<count).partitioningIndex { $0 >= first } == first)
    }
  }

  @Test func `of equal elements the first is found`() {
    let numbers = [1, 3, 3, 3, 7]
    #expect(numbers.partitioningIndex { $0 >= 3 } == 1)
    #expect(numbers.partitioningIndex { $0 > 3 } == 4)
  }

  @Test func `a slice has indices of its own`() {
    let slice = [0, 1, 2, 3, 4, 5][2..<5]
    #expect(slice.partitioningIndex { $0 >= 4 } == 4)
    #expect(slice.partitioningIndex { _ in false } == slice.endIndex)
    #expect(slice.partitioningIndex { _ in true } == slice.startIndex)
  }

  @Test func `of a million elements twenty are asked`() {
    var asked = 0
    let index = (0..<1_000_000).partitioningIndex {
      asked += 1
      return $0 >= 654_321
    }
    #expect(index == 654_321)
    #expect(asked <= 20)
  }
}

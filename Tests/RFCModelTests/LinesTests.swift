import RFCModel
import Testing

@Suite struct LinesTests {
  /// `ab`, an empty line, `cde` without an end.
  private let document = Document(
    bytes: Array("ab\n\ncde".utf8), lines: Lines(starts: [0, 3, 4], ends: [2, 3, 7]))

  @Test func `a line is its bytes without the end`() {
    #expect((0..<3).map { String(decoding: document[line: $0], as: UTF8.self) } == ["ab", "", "cde"])
  }

  @Test(arguments: [-1, 3, Int.max, Int.min]) func `a line that is not there is empty`(line: Int) {
    #expect(document[line: line].isEmpty)
  }

  @Test(arguments: [(0, 0), (2, 0), (3, 1), (4, 2), (6, 2), (100, 2), (-1, 0)])
  func `an offset lies in the line that begins before it`(offset: Int, line: Int) {
    #expect(document.lines.line(containing: offset) == line)
  }
}

import Testing

@testable import RFCModel

/// Whether a word goes on in the next line.
struct WordJoinTests {
  @Test(arguments: [
    ("a well-", "known name", true), ("and/", "or more", true), ("end--", "or", true),
    ("http://", "a.example", true),
    ("AND-", "OR gates", true), ("exclusive-", "or of both", true), ("cut-", "through links", true),
    ("client-", "to-server", true), ("point-", "to multipoint", true), ("as-", "in and as-out", true),
    ("left-", "and right-hand", false), ("pre-", "or post-processing", false),
    ("(server-", "and, at times,", false),
    ("small-", "and/or large-scale", false), ("low-", "to high-level", false), ("16-", "to 32-bit", false),
    ("CE-", "vs. PE-based", false), ("a dash -", "by itself", false), ("a dash --", "by itself", false),
    ("this /", "that", false),
    ("-", "b", false),
    ("word", "word", false), ("end.", "And", false),
  ])
  func `a word goes on behind its hyphen or slash`(line: String, next: String, goesOn: Bool) {
    for text in ["\(line)\n   \(next)", "\(line)  \n\(next)\n"] {
      let bytes = Array(text.utf8)
      let document = Document(bytes: bytes, lines: Lines(starts: [0], ends: [0]))
      let start = bytes.count - next.utf8.count - (bytes.last == 0x0A ? 1 : 0)
      #expect(document.wordGoesOn(from: line.utf8.count, to: start) == goesOn)
      #expect(
        document.text([0..<line.utf8.count, start..<bytes.count]) == line + (goesOn ? "" : " ") + next)
    }
  }

  @Test(arguments: [-1, 0, 1, 2, 3, 9]) func `no place is outside of the text`(place: Int) {
    let document = Document(bytes: Array("a-".utf8), lines: Lines(starts: [0], ends: [2]))
    #expect(document.wordGoesOn(from: place, to: place) == (place == 2))
    #expect(document.wordGoesOn(from: 2, to: place))
  }
}

/// How wide a document is.
struct WidestLineTests {
  @Test(arguments: [("", 0), ("ab\n\nabc", 3), ("Дилян\nabcd", 5), ("奥 一\nab", 5), ("abcdef\né", 6)])
  func `letters are counted as columns, whatever their bytes`(text: String, columns: Int) {
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var start: UInt32 = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      starts.append(start)
      ends.append(start + UInt32(line.utf8.count))
      start = ends[ends.count - 1] + 1
    }
    #expect(
      Document(bytes: Array(text.utf8), lines: Lines(starts: starts, ends: ends)).widestLine == columns)
  }
}

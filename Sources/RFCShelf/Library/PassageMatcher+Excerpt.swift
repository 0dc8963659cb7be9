import RFCFormats
import RFCModel

extension PassageMatcher {
  /// The part of a section that has the most of the words that are looked for.
  ///
  /// - Parameters:
  ///   - contents: 0-based lines of the printed contents.
  ///   - width: bytes, more than 20.
  func excerpt(
    of hit: SearchHit, in document: Document, pagination: Pagination, contents: Range<Int>, width: Int
  ) -> Excerpt {
    let body = hit.lines.dropFirst(hit.headingLines)
    let joined = JoinedLines(body, of: document, pagination: pagination, without: contents)
    let found = joined.text.withUnsafeBufferPointer { column($0) }
    let marks = self.marks(in: found)
    let window = Self.window(around: marks, in: joined.text, width: width)
    var text: [UInt8] = []
    if window.lowerBound > 0, !Self.beginsSentence(window.lowerBound, in: joined.text) {
      text += Array("... ".utf8)
    }
    let shift = text.count - window.lowerBound
    text += joined.text[window]
    let shown = marks.map(\.range).filter {
      $0.lowerBound >= window.lowerBound && $0.upperBound <= window.upperBound
    }
    while text.last == 0x20 { text.removeLast() }
    if joined.text[window.upperBound...].contains(where: { $0 != 0x20 }) { text += Array(" ...".utf8) }
    return Excerpt(
      text: String(decoding: text, as: UTF8.self),
      marks: Self.merged(shown.map { $0.lowerBound + shift..<$0.upperBound + shift }),
      line: shown.first.flatMap { joined.line(at: $0.lowerBound) } ?? hit.lines.lowerBound)
  }

  private typealias Mark = (range: Range<Int>, phrase: Int)

  /// Ascending by where they begin.
  private func marks(in column: Column) -> [Mark] {
    let marks = wantedPhrases.enumerated().flatMap { index, phrase in
      occurrences(of: phrase, in: column).map { (range: $0.range, phrase: index) }
    }
    return marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Where the most different phrases stand close together; of several such places the first.
  private static func window(around marks: [Mark], in text: [UInt8], width: Int) -> Range<Int> {
    var best = (first: 0, last: 0, phrases: 0)
    var counts: [Int: Int] = [:]
    var last = 0
    for first in marks.indices {
      while last < marks.count, marks[last].range.upperBound <= marks[first].range.lowerBound + width * 3 / 4
      {
        counts[marks[last].phrase, default: 0] += 1
        last += 1
      }
      if counts.count > best.phrases { best = (first, max(first, last - 1), counts.count) }
      if let count = counts[marks[first].phrase] { counts[marks[first].phrase] = count > 1 ? count - 1 : nil }
      last = max(last, first + 1)
    }
    guard marks.indices.contains(best.first) else { return start(of: text, from: 0, width: width) }
    let span = marks[best.last].range.upperBound - marks[best.first].range.lowerBound
    let first = marks[best.first].range.lowerBound
    if let sentence = sentence(before: first, in: text, within: width - span, width: width) {
      return start(of: text, from: sentence, width: width)
    }
    var begin = max(0, first - max(0, min(24, (width - span) / 2)))
    // From the beginning of a word on.
    if begin > 0 {
      while begin < first, text[begin - 1] != 0x20 { begin += 1 }
    }
    return start(of: text, from: begin, width: max(width, marks[best.first].range.upperBound - begin))
  }

  /// Where the sentence begins that goes on at a place, when that is not too far before it; an earlier one where the
  /// text ends so soon that there is room.
  private static func sentence(before place: Int, in text: [UInt8], within length: Int, width: Int) -> Int? {
    var found: Int?
    var begin = place
    while begin >= 0, place - begin <= length, found == nil || text.count - begin <= width {
      if beginsSentence(begin, in: text) { found = begin }
      begin -= 1
    }
    return found
  }

  private static func beginsSentence(_ place: Int, in text: [UInt8]) -> Bool {
    guard place > 2, place < text.count, text[place - 1] == 0x20 else { return place == 0 }
    guard text[place] == 0x22 || text[place] == 0x28 || (0x41...0x5A).contains(text[place]) else {
      return false
    }
    return endsSentence(text[..<(place - 1)])
  }

  /// A point behind one letter or a bracket's is none: `e.g. The`.
  private static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
    var text = text
    while text.last == 0x20 { text.removeLast() }
    if text.last == 0x22 || text.last == 0x29 { text.removeLast() }
    guard let mark = text.popLast(), mark == 0x2E || mark == 0x3F || mark == 0x21 else { return false }
    guard let letter = text.popLast() else { return false }
    return text.last.map { $0 != 0x2E && $0 != 0x20 } ?? false || (0x30...0x39).contains(letter)
  }

  /// Up to `width` bytes that end where a word does; in the midst of a longer one, but of no character.
  private static func start(of text: [UInt8], from begin: Int, width: Int) -> Range<Int> {
    var end = min(text.count, begin + width)
    guard end < text.count else { return begin..<end }
    let limit = end
    while end > begin, text[end] != 0x20 { end -= 1 }
    if end == begin {
      end = limit
      while end > begin, text[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return begin..<end
  }

  /// Those that touch or overlap as one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}

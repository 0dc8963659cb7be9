import RFCModel

/// What of a paragraph is prose, what of a sentence says who is meant, and what list goes with it.
extension RequirementScanner {
  // MARK: Prose

  /// The parts of a paragraph that are prose: all of it, or, in a module, the quoted text of its descriptions. Nothing of
  /// a grammar, nor of a module in ASN.1.
  func prose(in range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var isModule = false
    // A description may have begun in a paragraph above.
    var start: Int? = range.lowerBound
    var quotes = 0
    var next = range.lowerBound
    while let index = reader.first(0x22, in: next..<range.upperBound) {
      next = index + 1
      if opensDescription(index) {
        isModule = true
        start = index + 1
        quotes = 0
      } else if let begin = start, quotes & 1 == 0, closesDescription(index) {
        isModule = true
        parts.append(begin..<index)
        start = nil
      } else {
        quotes += 1
      }
    }
    if !isModule { return isCode(range) ? [] : [range] }
    if let start { parts.append(start..<range.upperBound) }
    return parts
  }

  /// `DESCRIPTION "The value`; in YANG `description`, where a statement may begin.
  private func opensDescription(_ index: Int) -> Bool {
    var end = index
    while ByteReader.isGap(reader.byte(end - 1)) { end -= 1 }
    let start = end - "description".utf8.count
    guard end < index, reader.word("description", at: start) == end else { return false }
    if LineView.isUpper(reader.byte(start + 1)) { return true }
    var before = start - 1
    while ByteReader.isGap(reader.byte(before)) { before -= 1 }
    // ; { }
    return [0x3B, 0x7B, 0x7D, RunningText.paragraphEnd].contains(reader.byte(before))
  }

  /// `sent."` with the next clause of the module behind it, or its end.
  private func closesDescription(_ index: Int) -> Bool {
    guard !ByteReader.isGap(reader.byte(index - 1)), reader.byte(index - 1) != RunningText.paragraphEnd else {
      return false
    }
    let next = reader.skipBlanks(index + 1)
    switch reader.byte(next) {
    // ; }
    case 0x3B, 0x7D, RunningText.paragraphEnd: return true
    case 0x3A: return reader.byte(next + 1) == 0x3A
    // `REFERENCE`, `DEFVAL { 1 }` in a line of its own.
    case 0x41...0x5A:
      return reader.byte(next - 1) == RunningText.lineEnd
        && (next..<next + 5).allSatisfy { LineView.isUpper(reader.byte($0)) }
    default: return false
    }
  }

  /// A grammar or a module in ASN.1.
  private func isCode(_ range: Range<Int>) -> Bool {
    var next = range.lowerBound
    while let index = reader.first(0x3A, in: next..<range.upperBound) {
      if reader.byte(index + 1) == 0x3A, reader.byte(index + 2) == 0x3D { return true }
      next = index + 1
    }
    return false
  }

  // MARK: Who

  /// Who or what a sentence requires something of, by the words before its first keyword: `The client`, `All copies of
  /// it`, and `the server` behind `If it has come,`.
  func subject(in words: Range<Int>) -> Range<Int>? {
    var start = words.lowerBound
    var end = words.upperBound
    // Behind the last clause, or what is put in brackets.
    for index in words {
      switch reader.byte(index) {
      case 0x2C, 0x3B, 0x3A: if ByteReader.isGap(reader.byte(index + 1)) { start = index + 1 }
      case 0x28: if !(index..<end).contains(where: { reader.byte($0) == 0x29 }) { start = index + 1 }
      default: break
      }
    }
    func trimEnd() {
      while end > start, ByteReader.isGap(reader.byte(end - 1)) { end -= 1 }
    }
    trimEnd()
    while let before = lastWord(in: start..<end, Self.trailers) {
      end = before
      trimEnd()
    }
    start = reader.skipBlanks(start)
    while let word = firstWord(at: start, Self.leaders), word < end { start = reader.skipBlanks(word) }
    guard start < end, end - start <= Self.subjectLimit, firstWord(at: start, Self.strangers) == nil else {
      return nil
    }
    return start..<end
  }

  /// Bytes; more is a clause and no name.
  private static let subjectLimit = 120

  private static let trailers: [StaticString] = ["is", "are", "be", "also", "then", "thus", "only", "always"]
  private static let leaders: [StaticString] = [
    "then", "and", "but", "or", "so", "that", "therefore", "thus", "hence", "however", "otherwise",
  ]
  /// Words that a clause or an adverb begins with, and no name.
  private static let strangers: [StaticString] = [
    "if", "when", "where", "while", "whenever", "since", "because", "although", "though", "unless", "until",
    "once",
    "for", "in", "at", "on", "by", "to", "upon", "after", "before", "as", "with", "without", "during",
    "given", "from",
    "within", "under", "additionally", "instead", "finally", "likewise", "similarly", "also", "which", "who",
    "there",
  ]

  /// The end of one of some words at `index`.
  private func firstWord(at index: Int, _ words: [StaticString]) -> Int? {
    var end = index
    while ByteReader.isWord(reader.byte(end)), end - index <= Self.longestWord { end += 1 }
    return isOne(of: words, index..<end) ? end : nil
  }

  /// Where one of some words begins that a range ends with.
  private func lastWord(in range: Range<Int>, _ words: [StaticString]) -> Int? {
    var start = range.upperBound
    guard !ByteReader.isWord(reader.byte(start)) else { return nil }
    while ByteReader.isWord(reader.byte(start - 1)), range.upperBound - start <= Self.longestWord {
      start -= 1
    }
    return start >= range.lowerBound && isOne(of: words, start..<range.upperBound) ? start : nil
  }

  /// Bytes: `additionally`.
  private static let longestWord = 12

  private func isOne(of words: [StaticString], _ word: Range<Int>) -> Bool {
    words.contains { $0.utf8CodeUnitCount == word.count && reader.prefix($0, at: word.lowerBound) != nil }
  }

  // MARK: What

  /// The items of the list that a sentence with a colon at its end leads to, each with a marker: `The sender MUST:`
  /// says nothing without them.
  func items(behind sentence: Range<Int>) -> [Range<Int>] {
    guard reader.byte(sentence.upperBound - 1) == 0x3A else { return [] }
    var items: [Range<Int>] = []
    var index = sentence.upperBound
    while items.count < Self.itemLimit {
      while index < reader.text.count, reader.byte(index) <= 0x20 { index += 1 }
      guard index < reader.text.count, reader.byte(index - 1) < 0x20, let start = reader.itemText(at: index)
      else {
        break
      }
      var end = start
      while reader.byte(end) != RunningText.paragraphEnd {
        let byte = reader.byte(end)
        if byte == RunningText.lineEnd || byte == RunningText.pageEnd, reader.itemText(at: end + 1) != nil {
          break
        }
        end += 1
      }
      items.append(start..<end)
      index = end
    }
    return items
  }

  /// A hostile text may be one list.
  private static let itemLimit = 64
}

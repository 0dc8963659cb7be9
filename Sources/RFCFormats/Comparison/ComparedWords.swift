import RFCModel

/// The paragraphs of a text and their words, as a comparison sees them: without pages, line ends and indentation, the
/// printed contents and the numbers of headings. What stands as it is, figures and code, has its lines for words.
struct ComparedWords {
  struct Paragraph {
    /// 0-based lines of the text.
    let lines: Range<Int>
    /// Index in the text's outline; nil before the first heading.
    let section: Int?
    /// Its words, in ``words``.
    let words: Range<Int>
    /// That of all its words.
    let hash: WordHash
  }

  struct Word {
    /// The same for the same word in all texts that are compared.
    let number: Int32
    /// Where it stands. A word that goes on in the next line has that line's indentation inside.
    let start: UInt32
    let end: UInt32
  }

  private(set) var paragraphs: [Paragraph] = []
  private(set) var words: [Word] = []

  /// - Parameter numbers: those of the words of all texts that are compared.
  init(of text: ParsedText, numbers: inout WordNumbers) {
    let document = text.document
    let sections = text.outline.sections
    let breaks = text.pagination.breaks
    words.reserveCapacity(document.bytes.count / 7)
    var section = -1
    var pageBreak = 0
    LineView.with(document) { view in
      for block in text.blocks {
        while section + 1 < sections.count, sections[section + 1].lines.lowerBound <= block.lines.lowerBound {
          section += 1
        }
        if case .contents = block.kind { continue }
        let first = words.count
        var end = 0
        for line in block.lines.clamped(to: 0..<view.count) {
          while pageBreak < breaks.count, breaks[pageBreak].lines.upperBound <= line { pageBreak += 1 }
          if pageBreak < breaks.count, breaks[pageBreak].lines.contains(line) { continue }
          let content = view.content(line)
          if content.isEmpty { continue }
          if case .verbatim = block.kind {
            add(content, of: view.text, &numbers)
          } else {
            let goesOn = words.count > first && document.wordGoesOn(from: end, to: content.lowerBound)
            split(content, of: view.text, goesOn: goesOn, &numbers)
          }
          end = content.upperBound
        }
        if case .heading = block.kind, section >= 0, let number = sections[section].number {
          dropNumber(number, from: first, of: view)
        }
        guard words.count > first else { continue }
        if case .list = block.kind { plainBullet(at: first, of: view, &numbers) }
        let hash = words[first...].reduce(WordHash.empty) { $0.adding(WordHash($1.number)) }
        paragraphs.append(
          Paragraph(
            lines: block.lines, section: section < 0 ? nil : section, words: first..<words.count, hash: hash))
      }
    }
  }

  private mutating func split(
    _ content: Range<Int>, of text: UnsafeBufferPointer<UInt8>, goesOn: Bool, _ numbers: inout WordNumbers
  ) {
    var index = content.lowerBound
    var start = index
    var hash = WordHash.empty
    if goesOn, let last = words.popLast() {
      start = Int(last.start)
      for byte in text[start..<Int(last.end)] where !LineView.isBlank(byte) { hash = hash.adding(byte) }
    }
    while index < content.upperBound {
      while index < content.upperBound, !LineView.isBlank(text[index]) {
        hash = hash.adding(text[index])
        index += 1
      }
      if start >= content.lowerBound {
        addPeeled(start..<index, of: text, &numbers)
      } else {
        append(hash, start..<index, &numbers)
      }
      while index < content.upperBound, LineView.isBlank(text[index]) { index += 1 }
      start = index
      hash = .empty
    }
  }

  /// A word, and before and behind it the signs of the sentence, each by itself: one comma more makes no other word.
  private mutating func addPeeled(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ numbers: inout WordNumbers
  ) {
    var word = range
    while word.count > 1, let first = text[word].first, first == 0x28 || first == 0x22 {
      append(WordHash.empty.adding(first), word.prefix(1), &numbers)
      word = word.dropFirst()
    }
    var end = word.upperBound
    while end > word.lowerBound + 1, Self.isSign(text[end - 1]) { end -= 1 }
    append(text[word.lowerBound..<end].reduce(.empty) { $0.adding($1) }, word.lowerBound..<end, &numbers)
    for place in end..<word.upperBound {
      append(WordHash.empty.adding(text[place]), place..<place + 1, &numbers)
    }
  }

  /// `.`, `,`, `;`, `:`, `)`, `"`.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x22: true
    default: false
    }
  }

  /// A line as one word.
  private mutating func add(
    _ content: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ numbers: inout WordNumbers
  ) {
    var hash = WordHash.empty
    var isBehindBlank = false
    for byte in text[content] {
      let isBlank = LineView.isBlank(byte)
      if !isBlank || !isBehindBlank { hash = hash.adding(isBlank ? 0x20 : byte) }
      isBehindBlank = isBlank
    }
    append(hash, content, &numbers)
  }

  private mutating func append(_ hash: WordHash, _ range: Range<Int>, _ numbers: inout WordNumbers) {
    words.append(
      Word(
        number: Int32(truncatingIfNeeded: numbers.number(of: hash)),
        start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound)
      ))
  }

  /// What marks an item, `o` or `*`, is one to a comparison.
  private mutating func plainBullet(at first: Int, of view: LineView, _ numbers: inout WordNumbers) {
    let word = words[first]
    guard word.end == word.start + 1, [0x6F, 0x2A, 0x2D, 0x2B].contains(view.text[Int(word.start)]) else {
      return
    }
    words[first] = Word(
      number: Int32(truncatingIfNeeded: numbers.number(of: WordHash.empty.adding(UInt8(0x2A)))),
      start: word.start,
      end: word.end)
  }

  /// The number of a heading, `3.1.` or `Appendix A.`, is not compared.
  private mutating func dropNumber(_ number: SectionNumber, from first: Int, of view: LineView) {
    let text = number.text.utf8
    for index in words.indices[first...].prefix(2) where index + 1 < words.count {
      let word = view.text[Int(words[index].start)..<Int(words[index].end)]
      guard word.count == text.count,
        zip(word, text).allSatisfy({ LineView.lowercased($0) == LineView.lowercased($1) })
      else { continue }
      var last = index
      while last + 2 < words.count, Self.isSign(view.text[Int(words[last + 1].start)]) { last += 1 }
      words.removeSubrange(first...last)
      return
    }
  }
}

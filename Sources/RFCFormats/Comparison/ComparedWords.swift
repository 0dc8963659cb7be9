import RFCModel

/// The paragraphs of a text and their words, as a comparison sees them: without pages, line ends and indentation, the
/// printed contents and the numbers of headings.
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
    /// It stands as it is, a figure or code.
    let isVerbatim: Bool
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
  /// The words that a page begins with inside a paragraph, ascending: nobody can say for certain that it goes on.
  private(set) var pageStarts: [Int] = []

  /// - Parameter numbers: those of the words of all texts that are compared.
  init(of text: ParsedText, numbers: inout WordNumbers) {
    let document = text.document
    let sections = text.outline.sections
    let breaks = text.pagination.breaks
    words.reserveCapacity(document.bytes.count / 7)
    let firstNumbered = sections.firstIndex { $0.number != nil } ?? 0
    var section = -1
    var pageBreak = 0
    LineView.with(document) { view in
      for block in text.blocks {
        while section + 1 < sections.count, sections[section + 1].lines.lowerBound <= block.lines.lowerBound {
          section += 1
        }
        if case .contents = block.kind { continue }
        let first = words.count
        var isBehindBreak = false
        let isVerbatim = if case .verbatim = block.kind { true } else { false }
        for line in block.lines.clamped(to: 0..<view.count) {
          while pageBreak < breaks.count, breaks[pageBreak].lines.upperBound <= line { pageBreak += 1 }
          if pageBreak < breaks.count, breaks[pageBreak].lines.contains(line) {
            isBehindBreak = true
            continue
          }
          let content = view.content(line)
          if content.isEmpty { continue }
          if isBehindBreak, words.count > first { pageStarts.append(words.count) }
          isBehindBreak = false
          split(content, of: view.text, &numbers)
        }
        if case .heading = block.kind, section >= 0, let number = sections[section].number {
          dropNumber(number, from: first, of: view)
        }
        guard words.count > first else { continue }
        plainBullet(at: first, of: view, &numbers)
        if section < firstNumbered, !isVerbatim {
          plainDates(from: first, isHead: section < 0, of: view, &numbers)
        }
        paragraphs.append(
          Paragraph(
            lines: block.lines, section: section < 0 ? nil : section, words: first..<words.count,
            hash: hash(of: first..<words.count), isVerbatim: isVerbatim))
      }
    }
  }

  /// That of some words behind each other.
  func hash(of words: Range<Int>) -> WordHash {
    self.words[words].reduce(WordHash.empty) { $0.adding(WordHash($1.number)) }
  }

  /// Makes one paragraph of two behind each other, over and over.
  ///
  /// - Parameter goesOn: whether the paragraph of an index and the next one are one.
  mutating func join(where goesOn: (Int) -> Bool) {
    var joined: [Paragraph] = []
    joined.reserveCapacity(paragraphs.count)
    for (index, paragraph) in paragraphs.enumerated() {
      guard index > 0, goesOn(index - 1), let last = joined.popLast() else {
        joined.append(paragraph)
        continue
      }
      let words = last.words.lowerBound..<paragraph.words.upperBound
      joined.append(
        Paragraph(
          lines: last.lines.lowerBound..<paragraph.lines.upperBound, section: last.section, words: words,
          hash: hash(of: words), isVerbatim: last.isVerbatim && paragraph.isVerbatim))
    }
    paragraphs = joined
  }

  /// Ends paragraphs where a page does.
  ///
  /// - Parameters:
  ///   - lines: those of the text.
  ///   - isEnd: whether the words of a paragraph that stand on one page are a paragraph by themselves.
  mutating func cut(at lines: Lines, where isWhole: (Paragraph, WordHash) -> Bool) {
    var cut: [Paragraph] = []
    cut.reserveCapacity(paragraphs.count)
    var starts = pageStarts[...]
    for paragraph in paragraphs {
      starts = starts.drop { $0 <= paragraph.words.lowerBound }
      let inside = starts.prefix { $0 < paragraph.words.upperBound }
      starts = starts.dropFirst(inside.count)
      let ends = inside + [paragraph.words.upperBound]
      var start = paragraph.words.lowerBound
      var pieces: [Range<Int>] = []
      for (place, end) in zip([start] + inside, ends) {
        // What stands before a piece that is one ends there, and what stands behind it begins.
        guard !inside.isEmpty, isWhole(paragraph, hash(of: place..<end)) else { continue }
        if start < place { pieces.append(start..<place) }
        pieces.append(place..<end)
        start = end
      }
      if start < paragraph.words.upperBound { pieces.append(start..<paragraph.words.upperBound) }
      if pieces.count < 2 {
        cut.append(paragraph)
        continue
      }
      for piece in pieces {
        guard let last = piece.last else { continue }
        let first = piece == pieces[0] ? paragraph.lines.lowerBound : line(of: piece.lowerBound, lines)
        cut.append(
          Paragraph(
            lines: first..<max(first, line(of: last, lines)) + 1, section: paragraph.section, words: piece,
            hash: hash(of: piece), isVerbatim: paragraph.isVerbatim))
      }
    }
    paragraphs = cut
  }

  private func line(of word: Int, _ lines: Lines) -> Int { lines.line(containing: Int(words[word].start)) }

  /// Puts one word in the place of some.
  mutating func replace(_ range: Range<Int>, by word: Word) { words.replaceSubrange(range, with: [word]) }

  private mutating func split(
    _ content: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ numbers: inout WordNumbers
  ) {
    var index = content.lowerBound
    while index < content.upperBound {
      let start = index
      while index < content.upperBound, !LineView.isBlank(text[index]) { index += 1 }
      addPeeled(start..<index, of: text, &numbers)
      while index < content.upperBound, LineView.isBlank(text[index]) { index += 1 }
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
    addParts(word.lowerBound..<end, of: text, &numbers)
    for place in end..<word.upperBound {
      append(WordHash.empty.adding(text[place]), place..<place + 1, &numbers)
    }
  }

  /// `well-known` is two words wherever it stands, for a line may end behind a hyphen or a slash.
  private mutating func addParts(
    _ word: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ numbers: inout WordNumbers
  ) {
    var start = word.lowerBound
    var hash = WordHash.empty
    for place in word {
      hash = hash.adding(text[place])
      let mayEnd = text[place] == 0x2D || text[place] == 0x2F
      if mayEnd, place > start, place + 1 < word.upperBound, LineView.isWordByte(text[place + 1]) {
        append(hash, start..<place + 1, &numbers)
        start = place + 1
        hash = .empty
      }
    }
    append(hash, start..<word.upperBound, &numbers)
  }

  /// `.`, `,`, `;`, `:`, `)`, `"`.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x22: true
    default: false
    }
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

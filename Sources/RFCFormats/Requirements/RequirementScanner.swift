import RFCModel

/// Reads running text once for sentences with BCP 14 words.
struct RequirementScanner {
  let reader: ByteReader
  let running: RunningText
  let outline: Outline

  private(set) var found: [Requirement] = []
  /// A hostile text may require something in every word.
  static let limit = 200_000

  init(reader: ByteReader, running: RunningText, outline: Outline) {
    self.reader = reader
    self.running = running
    self.outline = outline
  }

  mutating func scan() {
    let text = reader.text
    var done = 0
    while found.count < Self.limit, let next = reader.nextKeyword(in: done..<text.count) {
      // The whole paragraph at once, so each is read a fixed number of times.
      var start = next.range.lowerBound
      while start > done, text[start - 1] != RunningText.paragraphEnd { start -= 1 }
      done = next.range.upperBound
      while done < text.count, text[done] != RunningText.paragraphEnd { done += 1 }
      for part in prose(in: start..<done) { sentences(of: part) }
    }
  }

  private mutating func sentences(of range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound, found.count < Self.limit {
      let (sentence, next) = reader.sentence(in: index..<range.upperBound)
      add(sentence)
      index = max(next, index + 1)
    }
  }

  private mutating func add(_ sentence: Range<Int>) {
    var keywords: [Requirement.Keyword] = []
    var run = 1
    var end = sentence.lowerBound
    var first = end
    while let (word, range) = reader.nextKeyword(in: end..<sentence.upperBound) {
      run = range.lowerBound - end <= 8 && end > sentence.lowerBound ? run + 1 : 1
      // Three in a row: it tells how the words are meant.
      if run == 3 { return }
      end = range.upperBound
      if reader.isUsed(range), !isType(word, at: range.lowerBound, in: sentence),
        !isDefined(range.upperBound), !isMonth(word, range.upperBound)
      {
        if keywords.isEmpty { first = range.lowerBound }
        keywords.append(word)
      }
    }
    // A word alone in a cell of a table is no sentence.
    guard first > sentence.lowerBound || end < sentence.upperBound || keywords.count > 1 else { return }
    // `|`: the head of a table whose bars do not line up.
    guard !keywords.isEmpty, reader.byte(sentence.lowerBound) != 0x7C, !isCapitals(sentence) else { return }
    let source = running.source(of: sentence)
    guard !source.ranges.isEmpty else { return }
    let section = outline.index(ofSectionAt: source.line)
    if let section {
      let heading = outline.sections[section]
      if source.line < heading.lines.lowerBound + heading.headingLines { return }
    }
    let subject = subject(in: sentence.lowerBound..<first)
    found.append(
      Requirement(
        keywords: keywords, section: section,
        lines: source.line..<max(source.line, running.line(at: sentence.upperBound - 1)) + 1,
        ranges: source.ranges, subject: subject.map { running.source(of: $0).ranges } ?? [],
        items: items(behind: sentence).map { running.source(of: $0).ranges }))
  }

  /// A text set in capitals, in which these are words like others: hardly a letter is in lower case.
  private func isCapitals(_ sentence: Range<Int>) -> Bool {
    var lower = 0
    for index in sentence where LineView.isLower(reader.byte(index)) {
      lower += 1
      if lower >= 2, lower * 10 >= sentence.count { return false }
    }
    return true
  }

  /// `version INTEGER OPTIONAL,`: a type stands before it, or a bracket that closes one.
  private func isType(_ word: Requirement.Keyword, at index: Int, in sentence: Range<Int>) -> Bool {
    guard word == .optional || word == .required else { return false }
    var last = index - 1
    while last >= sentence.lowerBound, ByteReader.isGap(reader.byte(last)) { last -= 1 }
    guard last >= sentence.lowerBound else { return false }
    if reader.byte(last) == 0x7D || reader.byte(last) == 0x5D { return true }
    var start = last
    while start > sentence.lowerBound, reader.byte(start - 1) > 0x20 { start -= 1 }
    // A verb stands before it in prose, or an article; the first word of a sentence is no type.
    return start > sentence.lowerBound && LineView.isUpper(reader.byte(start))
      && ByteReader.isWord(reader.byte(last))
  }

  /// `MAY 1981`
  private func isMonth(_ word: Requirement.Keyword, _ end: Int) -> Bool {
    word == .may && LineView.isDigit(reader.byte(reader.skipBlanks(end)))
  }

  /// `MUST  This word means ...`: where the words themselves are defined.
  private func isDefined(_ end: Int) -> Bool {
    guard let this = reader.word("this", at: reader.skipBlanks(end)) else { return false }
    let noun = reader.skipBlanks(this)
    return reader.word("word", at: noun) != nil || reader.word("phrase", at: noun) != nil
      || reader.word("term", at: noun) != nil
  }
}

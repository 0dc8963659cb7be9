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
      if !isCode(start..<done) { paragraph(start..<done) }
    }
  }

  private mutating func paragraph(_ range: Range<Int>) {
    let first = found.count
    var index = range.lowerBound
    while index < range.upperBound, found.count < Self.limit {
      let (sentence, next) = reader.sentence(in: index..<range.upperBound)
      guard add(sentence) else {
        found.removeSubrange(first...)
        return
      }
      index = max(next, index + 1)
    }
  }

  /// - Returns: false where the sentence tells how the words are meant: it has three of them in a row.
  private mutating func add(_ sentence: Range<Int>) -> Bool {
    var keywords: [Requirement.Keyword] = []
    var run = 1
    var end = sentence.lowerBound
    while let (word, range) = reader.nextKeyword(in: end..<sentence.upperBound) {
      run = range.lowerBound - end <= 8 && end > sentence.lowerBound ? run + 1 : 1
      if run == 3 { return false }
      end = range.upperBound
      if reader.isUsed(range), !isType(word, at: range.lowerBound, in: sentence),
        !isDefined(range.upperBound), !isMonth(word, range.upperBound)
      {
        keywords.append(word)
      }
    }
    // `|`: the head of a table whose bars do not line up.
    guard !keywords.isEmpty, reader.byte(sentence.lowerBound) != 0x7C, !isCapitals(sentence) else {
      return true
    }
    let source = running.source(of: sentence)
    guard !source.ranges.isEmpty else { return true }
    let section = outline.index(ofSectionAt: source.line)
    if let section {
      let heading = outline.sections[section]
      if source.line < heading.lines.lowerBound + heading.headingLines { return true }
    }
    found.append(
      Requirement(
        keywords: keywords, section: section,
        lines: source.line..<max(source.line, running.line(at: sentence.upperBound - 1)) + 1,
        ranges: source.ranges))
    return true
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

  /// A grammar or a module in ASN.1.
  private func isCode(_ range: Range<Int>) -> Bool {
    range.contains { reader.byte($0) == 0x3A && reader.byte($0 + 1) == 0x3A && reader.byte($0 + 2) == 0x3D }
  }
}

import RFCModel

/// What sentences say of words.
extension DefinitionScanner {
  /// - Parameter lines: those with text of a paragraph, an item or a definition.
  mutating func readProse(_ lines: [Int]) {
    prose.removeAll(keepingCapacity: true)
    proseStarts.removeAll(keepingCapacity: true)
    for line in lines where prose.count < Self.longestBlock {
      if !prose.isEmpty { prose.append(RunningText.lineEnd) }
      proseStarts.append((prose.count, line))
      prose.append(contentsOf: view.text[view.content(line)].prefix(Self.longestBlock))
    }
    let text = prose
    text.withUnsafeBufferPointer { readProse(ByteReader(text: $0)) }
  }

  /// Bytes of a block that are looked at: no paragraph that anybody reads is as long.
  private static let longestBlock = 64 << 10

  private mutating func readProse(_ reader: ByteReader) {
    readSentence(reader, at: 0)
    var index = 0
    while index < reader.text.count {
      let byte = reader.text[index]
      // Letters are most of it.
      if byte > 0x5F || byte > 0x3F && byte < 0x5F {
        index += 1
        continue
      }
      switch byte {
      case 0x22, 0x27, 0x5F: index = readQuotation(reader, at: index) ?? index
      case 0x28: readParenthesis(reader, at: index)
      case 0x2E where ByteReader.isGap(reader.byte(index + 1)):
        readSentence(reader, at: reader.skipBlanks(index + 1))
      case 0x20, RunningText.lineEnd:
        if let end = reader.word("or", at: index + 1) { readOtherName(reader, behind: end, gap: index) }
      default: break
      }
      index += 1
    }
  }

  /// The 0-based line that a byte of the prose comes from.
  private func line(at offset: Int) -> Int {
    let next = proseStarts.partitioningIndex { $0.offset > offset }
    return next > 0 ? proseStarts[next - 1].line : 0
  }

  private mutating func add(_ range: Range<Int>, of reader: ByteReader, _ way: Definitions.Way) {
    add(reader.text[range], at: line(at: range.lowerBound), way)
  }

  // MARK: Quotation marks

  /// `A "fresh" response is one ...`, `is considered "safe" if`: between quotation marks or underscores.
  ///
  /// - Returns: where it closes.
  private mutating func readQuotation(_ reader: ByteReader, at open: Int) -> Int? {
    let mark = reader.byte(open)
    let before = reader.byte(open - 1)
    guard ByteReader.isGap(before) || before == RunningText.paragraphEnd || before == 0x28,
      !ByteReader.isGap(reader.byte(open + 1))
    else { return nil }
    var close = open + 1
    while reader.byte(close) != mark || mark != 0x22 && ByteReader.isWord(reader.byte(close + 1)) {
      guard close - open <= 60, close < reader.text.count, reader.byte(close) != 0x22 else { return nil }
      close += 1
    }
    let word = open + 1..<close
    guard word.count > 0, reader.text[word].contains(where: LineView.isLetter) else { return close }
    let isMeant = isNamed(before: open, reader) || isExplained(behind: close + 1, reader)
    add(word, of: reader, isMeant ? .defined : .quoted)
    return close
  }

  private static let naming: [StaticString] = [
    "called", "termed", "considered", "named", "dubbed", "define", "defines",
  ]
  private static let known: [StaticString] = ["known", "to", "defined", "denoted", "abbreviated"]

  /// `called "x"`, `known as "x"`, `referred to as a "x"`.
  private func isNamed(before open: Int, _ reader: ByteReader) -> Bool {
    var (start, end) = wordBefore(open, reader)
    for article: StaticString in ["a", "an", "the"] where reader.word(article, at: start) == end {
      (start, end) = wordBefore(start, reader)
      break
    }
    if Self.naming.contains(where: { reader.word($0, at: start) == end }) { return true }
    guard reader.word("as", at: start) == end else { return false }
    (start, end) = wordBefore(start, reader)
    return Self.known.contains { reader.word($0, at: start) == end }
  }

  private func wordBefore(_ index: Int, _ reader: ByteReader) -> (start: Int, end: Int) {
    var end = index
    while end > 0, !ByteReader.isWord(reader.byte(end - 1)), index - end < 4 { end -= 1 }
    var start = end
    while start > 0, end - start < 20, ByteReader.isWord(reader.byte(start - 1)) { start -= 1 }
    return (start, end)
  }

  private static let meaning: [StaticString] = ["means", "refers to", "denotes", "stands for", "designates"]
  private static let kinds: [StaticString] = ["a", "an", "the", "one", "any", "that", "defined", "used to"]

  /// `"x" means`, `"x" is a`, `A "fresh" response is one`.
  private func isExplained(behind close: Int, _ reader: ByteReader) -> Bool {
    var index = reader.skipBlanks(close)
    for word in 0..<4 {
      if Self.meaning.contains(where: { reader.word($0, at: index) != nil }) { return true }
      if let verb = reader.word("is", at: index) ?? reader.word("are", at: index) {
        let next = reader.skipBlanks(verb)
        return Self.kinds.contains { reader.word($0, at: next) != nil }
      }
      let start = index
      while ByteReader.isWord(reader.byte(index)) || reader.byte(index) == 0x2D, index - start < 20 {
        index += 1
      }
      // The words of the trade, `the "x" header field is`, and no clause of its own.
      guard index > start, word < 3, ByteReader.isGap(reader.byte(index)) else { return false }
      index = reader.skipBlanks(index)
    }
    return false
  }

  // MARK: Abbreviations

  /// `Path MTU Discovery (PMTUD)`, `PMTUD (Path MTU Discovery)`.
  private mutating func readParenthesis(_ reader: ByteReader, at open: Int) {
    var close = open + 1
    while reader.byte(close) != 0x29 {
      guard close - open <= 60, close < reader.text.count, reader.byte(close) != 0x28 else { return }
      close += 1
    }
    var inner = open + 1..<close
    if inner.count > 2, reader.byte(inner.lowerBound) == 0x22, reader.byte(close - 1) == 0x22 {
      inner = inner.lowerBound + 1..<close - 1
    }
    // `(PMTUD, see below)`
    let first =
      inner.lowerBound..<(inner.first { [0x2C, 0x3B, 0x3A].contains(reader.byte($0)) } ?? inner.upperBound)
    let words = reader.text[max(0, open - 120)..<open]
    if Initials.areCapitals(reader.text[first]) {
      let whole = Initials.words(of: reader.text[first], in: words)
      guard let start = whole ?? Initials.longForm(of: reader.text[first], in: words) else {
        return add(first, of: reader, .quoted)
      }
      add(reader.text[first], at: line(at: start), whole == nil ? .defined : .certain)
      return add(start..<open, of: reader, .defined)
    }
    let (start, end) = wordBefore(open, reader)
    guard start < end, Initials.areCapitals(reader.text[start..<end]),
      Initials.longForm(of: reader.text[start..<end], in: reader.text[first]) == first.lowerBound
    else { return }
    add(start..<end, of: reader, .defined)
    add(first, of: reader, .listed)
  }

  /// `a Transmission Control Block or TCB`: the letters of the words, each of them.
  private mutating func readOtherName(_ reader: ByteReader, behind or: Int, gap: Int) {
    let start = reader.skipBlanks(or)
    guard LineView.isUpper(reader.byte(start)), LineView.isUpper(reader.byte(start + 1)) else { return }
    var end = start
    while ByteReader.isWord(reader.byte(end)), end - start < 12 { end += 1 }
    let before = max(0, gap - 120)..<gap - (reader.byte(gap - 1) == 0x2C ? 1 : 0)
    guard before.lowerBound < before.upperBound,
      let first = Initials.words(of: reader.text[start..<end], in: reader.text[before])
    else { return }
    let line = line(at: first)
    add(reader.text[start..<end], at: line, .certain)
    add(first..<before.upperBound, of: reader, .defined)
  }

  // MARK: Sentences

  private static let verbs: [StaticString] = [
    "is", "means", "refers", "denotes", "specifies", "consists", "contains", "identifies", "represents",
    "indicates", "defines", "describes", "gives", "holds", "carries", "provides",
  ]
  private static let strangers: [StaticString] = [
    "this", "that", "it", "there", "if", "when", "these", "those", "they", "each", "all", "no", "in", "for",
    "as",
    "what", "which", "such", "one", "we", "note", "to", "since", "because", "however", "other", "see",
  ]

  /// `The hop limit is the number of ...`, `A token identifies ...`.
  private mutating func readSentence(_ reader: ByteReader, at start: Int) {
    guard !Self.strangers.contains(where: { reader.word($0, at: start) != nil }) else { return }
    var index = start
    var end = start
    for word in 0..<6 {
      let begin = index
      while ByteReader.isWord(reader.byte(index)) || Self.joins(reader.byte(index)), index - begin < 40 {
        index += 1
      }
      guard index > begin, ByteReader.isGap(reader.byte(index)) else { return }
      if word > 0, isVerb(begin..<index, reader) {
        let next = reader.skipBlanks(index)
        let isBeing = index - begin < 4
        guard !isBeing || Self.kinds.contains(where: { reader.word($0, at: next) != nil }) else { return }
        let name = reader.text[start..<end]
        return add(TradeWords.stripped(name), at: line(at: start), .sentence)
      }
      end = index
      index = reader.skipBlanks(index)
    }
  }

  /// `are`, or one of those that end in `s`.
  private func isVerb(_ word: Range<Int>, _ reader: ByteReader) -> Bool {
    let last = reader.byte(word.upperBound - 1)
    if word.count == 3, last == 0x65 { return reader.word("are", at: word.lowerBound) != nil }
    return last == 0x73 && Self.verbs.contains { reader.word($0, at: word.lowerBound) == word.upperBound }
  }

  private static func joins(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x5F || byte == 0x2F || byte == 0x22 || byte == 0x27
  }
}

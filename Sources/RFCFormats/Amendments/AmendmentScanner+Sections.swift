import RFCModel

extension AmendmentScanner {
  /// The words, names and marks of a sentence.
  func statement(_ sentence: Range<Int>) -> Statement {
    var statement = Statement()
    let lines = running.line(at: sentence.lowerBound)..<running.line(at: sentence.upperBound - 1) + 1
    var cited = citations.beginning(in: lines)[...]
    // Where the next citation stands in the running text.
    func next() -> (Range<Int>, Citation)? {
      while let citation = cited.popFirst() {
        if let first = citation.ranges.first, let last = citation.ranges.last,
          let start = running.offset(of: first.lowerBound, in: sentence),
          let end = running.offset(of: last.upperBound - 1, in: sentence), start <= end
        {
          return (start..<end + 1, citation)
        }
      }
      return nil
    }
    var upcoming = next()
    var index = sentence.lowerBound
    while index < sentence.upperBound, statement.tokens.count < Statement.limit {
      while let (range, _) = upcoming, range.lowerBound < index { upcoming = next() }
      if let (range, citation) = upcoming, range.lowerBound == index {
        if let token = token(of: citation) { statement.append(token, range) }
        index = range.upperBound
        upcoming = next()
        continue
      }
      index = plain(at: index, in: sentence, before: upcoming?.0.lowerBound, &statement)
    }
    return statement
  }

  private func token(of citation: Citation) -> Statement.Token? {
    switch citation.target {
    case .document(.rfc(let rfc)):
      return citation.section.map { .section(rfc, $0) } ?? .document(rfc)
    case .thisDocument: return citation.section.map { .loose($0, isOwn: true) }
    default: return nil
    }
  }

  /// Reads what is no citation, and returns where to read on.
  private func plain(
    at index: Int, in sentence: Range<Int>, before citation: Int?, _ statement: inout Statement
  ) -> Int {
    let byte = reader.byte(index)
    if byte <= 0x20 { return index + 1 }
    if LineView.isLetter(byte) {
      if let end = loose(at: index, &statement), end <= citation ?? end { return end }
      var end = index
      // `per-peer` is one word.
      while end < sentence.upperBound,
        LineView.isLetter(reader.byte(end)) || reader.byte(end) == 0x27
          || reader.byte(end) == 0x2D && LineView.isLetter(reader.byte(end + 1))
      {
        end += 1
      }
      let key = WordKey(reader.text[index..<end])
      statement.append(.word(key, .known(key)), index..<end)
      return end
    }
    if LineView.isDigit(byte) {
      var end = index
      while ByteReader.isWord(reader.byte(end))
        || reader.byte(end) == 0x2E && ByteReader.isWord(reader.byte(end + 1))
      {
        end += 1
      }
      statement.append(.mark(0x30), index..<end)
      return end
    }
    statement.append(.mark(byte), index..<index + 1)
    var end = index + 1
    while byte >= 0x80, reader.byte(end) & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// `Section 3.1`, `Sections 3.1 and 3.2` that are nobody's.
  private func loose(at index: Int, _ statement: inout Statement) -> Int? {
    guard !ByteReader.isWord(reader.byte(index - 1)), let word = reader.sectionWord(at: index) else {
      return nil
    }
    var start = index
    var next = reader.skipBlanks(word.end)
    var end: Int?
    while next > word.end, let (number, itemEnd) = reader.sectionNumber(at: next),
      let section = SectionNumber(ascii: UnsafeBufferPointer(rebasing: reader.text[number]))
    {
      statement.append(.loose(section, isOwn: false), start..<itemEnd)
      end = itemEnd
      guard word.isPlural, let separated = reader.separator(at: itemEnd, plural: true) else { break }
      (start, next) = (separated, separated)
    }
    return end
  }
}

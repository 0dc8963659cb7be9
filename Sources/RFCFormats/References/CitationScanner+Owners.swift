import RFCModel

/// Whose section is meant: of the document named behind its number, of the one named before it, or of this one.
extension CitationScanner {
  enum Owner {
    case named(Mention)
    /// `of this document`.
    case this
    /// Of a document that the text does not name so that it could be found.
    case unknown
  }

  /// Whose sections these are, by the words behind them: `of RFC 2119`, `of the Foo Protocol [FOO]`.
  func owner(after end: Int) -> Owner? {
    var index = reader.skipBlanks(end)
    if reader.byte(index) == 0x2E {
      // The number's own dot, `section 4.1. of RFC 2119`: no sentence goes on in lower case.
      index = reader.skipBlanks(index + 1)
    } else {
      // A title in brackets or quotation marks: `Section 3.1, "Key Words", of RFC 2119`.
      if reader.byte(index) == 0x2C { index = reader.skipBlanks(index + 1) }
      if let behind = skipTitle(at: index) { index = reader.skipBlanks(behind) }
      if reader.byte(index) == 0x2C { index = reader.skipBlanks(index + 1) }
    }
    guard LineView.isLower(reader.byte(index)) else { return nil }
    if let of = reader.word("of", at: index) { return owner(phrase: reader.skipBlanks(of)) }
    if let inWord = reader.word("in", at: index) ?? reader.word("from", at: index) {
      index = reader.skipBlanks(inWord)
      if let the = reader.word("the", at: index) { index = reader.skipBlanks(the) }
      return document(at: index).map(Owner.named)
    }
    return nil
  }

  /// A short text in quotation marks or round brackets.
  func skipTitle(at index: Int) -> Int? {
    let close: UInt8
    switch reader.byte(index) {
    case 0x22: close = 0x22
    case 0x28: close = 0x29
    default: return nil
    }
    for offset in index + 1..<index + 160 {
      let byte = reader.byte(offset)
      if byte == close { return offset + 1 }
      if byte == RunningText.paragraphEnd { return nil }
    }
    return nil
  }

  /// What a phrase behind `of` names: at most 20 words to a document's name, and no end of the clause between.
  private func owner(phrase start: Int) -> Owner? {
    var index = start
    for word in 0..<20 {
      if let mention = document(at: index) { return .named(mention) }
      if word == 0, let own = self.own(at: index) { return own }
      if let behind = skipTitle(at: index) {
        // `of the Foo Protocol (see [FOO])`
        if let mention = document(at: reader.skipBlanks(index + 1)), reader.byte(index) == 0x28 {
          return .named(mention)
        }
        index = reader.skipBlanks(behind)
        continue
      }
      let wordStart = index
      while reader.byte(index) > 0x20, reader.byte(index) != 0x5B, index - wordStart < 60 { index += 1 }
      guard index > wordStart else { return .unknown }
      if Self.endsClause(reader.byte(index - 1)) { return .unknown }
      if Self.strangers.contains(where: { reader.word($0, at: wordStart) == index }) { return .unknown }
      index = reader.skipBlanks(index)
    }
    return .unknown
  }

  /// `.`, `,`, `;`, `:`, `)`
  private static func endsClause(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x29
  }

  /// Words that do not stand within the name of a document: the phrase has ended without one.
  private static let strangers: [StaticString] = [
    "is", "are", "was", "were", "describes", "defines", "specifies", "contains", "provides", "gives", "which",
    "that", "where", "when", "as", "see", "by", "using", "if", "has", "have", "must", "may", "should",
    "shall",
    "can", "will", "does", "states", "says", "lists", "requires", "updates", "this",
    "section", "sections", "appendix",
  ]

  /// `this document`, `the present memo`: the document at hand. `that document`: the one named before.
  private func own(at index: Int) -> Owner? {
    if reader.word("this", at: index) != nil { return .this }
    if let that = reader.word("that", at: index) ?? reader.prefix("the same", at: index) {
      guard let last, reader.word("section", at: reader.skipBlanks(that)) == nil else { return .unknown }
      // With its noun: `of that document`.
      var end = reader.skipBlanks(that)
      guard LineView.isLower(reader.byte(end)) || LineView.isUpper(reader.byte(end)) else { return .unknown }
      while ByteReader.isWord(reader.byte(end)), end - that < 40 { end += 1 }
      return .named(Mention(target: last.target, reference: last.reference, range: index..<end))
    }
    if let the = reader.word("the", at: index) {
      let next = reader.skipBlanks(the)
      for word: StaticString in ["present", "current"] where reader.word(word, at: next) != nil {
        return .this
      }
    }
    return nil
  }

  /// A document's name at `index`.
  private func document(at index: Int) -> Mention? {
    switch reader.byte(index) {
    case 0x5B:
      return bracketed(at: index)
    case 0x52, 0x72:
      guard let (number, end) = reader.rfc(at: index) else { return nil }
      return Mention(target: .document(.rfc(number)), reference: nil, range: index..<end)
    case 0x42, 0x53, 0x46:
      guard let (document, end) = reader.subSeries(at: index) else { return nil }
      // Sections are those of one RFC: `BCP 124 [RFC4774]`.
      let next = reader.skipBlanks(end)
      if reader.byte(next) == 0x5B, let member = bracketed(at: next), case .document(.rfc) = member.target {
        return Mention(
          target: member.target, reference: member.reference, range: index..<member.range.upperBound)
      }
      return Mention(target: .document(document), reference: nil, range: index..<end)
    case 0x44, 0x64:
      guard let end = reader.draftEnd(at: index) else { return nil }
      return Mention(
        target: .document(.draft(reader.draftName(index..<end))), reference: nil, range: index..<end)
    default:
      return nil
    }
  }

  /// Whether a document named before the word at `index` is the one whose section is meant: `[RFC2119], Section 3`,
  /// `RFC 2119 (Section 3)`.
  func isOwner(_ mention: Mention, of index: Int) -> Bool {
    var gap = mention.range.upperBound
    guard index - gap <= 12 else { return isTitled(mention, before: index) }
    gap = reader.skipBlanks(reader.prefix("'s", at: gap) ?? gap)
    if reader.byte(gap) == 0x2C || reader.byte(gap) == 0x3A { gap = reader.skipBlanks(gap + 1) }
    if reader.byte(gap) == 0x2D { gap = reader.skipBlanks(gap + 1) }
    if reader.byte(gap) == 0x28 { gap += 1 }
    return gap == index || isTitled(mention, before: index)
  }

  /// `RFC 8343: A YANG Data Model for Interface Management, Section 4`
  private func isTitled(_ mention: Mention, before index: Int) -> Bool {
    let end = mention.range.upperBound
    guard reader.byte(end) == 0x3A, index - end < 200 else { return false }
    return !(end..<index).contains { offset in
      let byte = reader.byte(offset)
      return byte == 0x22 || byte == 0x3B || byte == 0x2E && ByteReader.isGap(reader.byte(offset + 1))
    }
  }

  /// `ITU-T G.997.1 Section 7.4`, `IEEE 802.3 Annex D`: the word before is the number of a document without a tag.
  func isForeign(before index: Int) -> Bool {
    guard reader.byte(index - 1) == 0x20 else { return false }
    let end = index - 1
    var start = end
    var (digits, dots) = (0, 0)
    while end - start < 24, reader.byte(start - 1) > 0x20 {
      start -= 1
      let byte = reader.byte(start)
      if LineView.isDigit(byte) {
        digits += 1
      } else if byte == 0x2E {
        dots += 1
      } else if !LineView.isUpper(byte) {
        return false
      }
    }
    return digits > 0 && dots > 0 && reader.byte(end - 1) != 0x2E
  }

  /// Whether a section that this document has not is one of the document named before it in the same sentence:
  /// `[RFC2119] in Section 9`, `RFC 1034 describes in section 4.3.2`.
  func isLikelyOwner(_ mention: Mention, of index: Int) -> Bool {
    guard items.allSatisfy({ !hasSection($0.number) }), index - mention.range.upperBound < 160 else {
      return false
    }
    var gap = mention.range.upperBound
    while gap < index {
      if reader.byte(gap) == 0x2E || reader.byte(gap) == 0x3B, ByteReader.isGap(reader.byte(gap + 1)) {
        return false
      }
      gap += 1
    }
    return true
  }
}

import RFCModel

extension CitationScanner {
  /// `[RFC2119]`, `[QUIC-TLS]`, `[1, 5-7]`, `[RFC7231, Section 6.2]`: what the bibliography knows, and RFCs anyway.
  ///
  /// - Returns: behind the bracket, or behind the last part of it that names a document.
  mutating func bracket(at index: Int) -> Int? {
    guard let close = closingBracket(from: index) else { return nil }
    // `x[1]` is code, and `RFC2119[1]` is not.
    if LineView.isDigit(reader.byte(index + 1)), last?.range.upperBound != index,
      isCode(before: index) || isTypeTag(index..<close + 1)
    {
      return nil
    }
    if let mentioned = named(index + 1..<close) {
      mention(mentioned.target, mentioned.reference, index..<close + 1)
      return close + 1
    }
    var start = index + 1
    var position: Int?
    while start < close {
      var end = start
      while end < close, ![0x2C, 0x3B, 0x2D, 0x20, 0x0A, 0x0C, 0x3A].contains(reader.byte(end)) { end += 1 }
      // A hyphen or a blank may be part of the tag: the longest reading first.
      var longest = end
      while longest < close, reader.byte(longest) != 0x2C, reader.byte(longest) != 0x3B { longest += 1 }
      var part = start..<longest
      var mentioned = named(part)
      while mentioned == nil, part.upperBound > end {
        var shorter = part.upperBound - 1
        while shorter > end, ![0x2D, 0x20, 0x0A, 0x0C, 0x3A].contains(reader.byte(shorter)) { shorter -= 1 }
        part = start..<shorter
        mentioned = named(part)
      }
      guard let mentioned else { break }
      let isFirst = position == nil
      let isLast = part.upperBound == close
      mention(
        mentioned.target, mentioned.reference,
        (isFirst ? index : start)..<(isLast ? close + 1 : part.upperBound))
      position = isLast ? close + 1 : part.upperBound
      start = reader.separator(at: part.upperBound, plural: true) ?? close
    }
    return position
  }

  /// A bracket that names one document: `[RFC2119]`.
  func bracketed(at index: Int) -> Mention? {
    guard let close = closingBracket(from: index), let mentioned = named(index + 1..<close) else {
      return nil
    }
    return Mention(target: mentioned.target, reference: mentioned.reference, range: index..<close + 1)
  }

  /// The document that a tag stands for.
  private func named(_ tag: Range<Int>) -> (target: Citation.Target, reference: Int?)? {
    guard !tag.isEmpty else { return nil }
    if let (index, target) = tags.reference(reader.tagKey(tag)) { return (target, index) }
    let start = reader.skipBlanks(tag.lowerBound)
    if let (number, end) = reader.rfc(at: start), reader.skipBlanks(end) == tag.upperBound {
      return (.document(.rfc(number)), nil)
    }
    if let (document, end) = reader.subSeries(at: start), reader.skipBlanks(end) == tag.upperBound {
      return (.document(document), nil)
    }
    return nil
  }

  /// The bracket that closes the one at `index`: within 80 bytes, and none opened between.
  func closingBracket(from index: Int) -> Int? {
    var close = index + 1
    while close < index + 80 {
      switch reader.byte(close) {
      case 0x5D: return close > index + 1 ? close : nil
      case 0x5B, RunningText.paragraphEnd: return nil
      default: close += 1
      }
    }
    return nil
  }

  private func isCode(before index: Int) -> Bool {
    let byte = reader.byte(index - 1)
    return ByteReader.isWord(byte) || byte == 0x5F || byte == 0x29 || byte == 0x5D
  }

  /// `present  [7] AttributeType,` in a type of ASN.1: in a column of its own, a type behind it.
  private func isTypeTag(_ bracket: Range<Int>) -> Bool {
    let (start, end) = (bracket.lowerBound, bracket.upperBound)
    guard reader.byte(start - 1) < 0x20 || reader.byte(start - 1) == 0x20 && reader.byte(start - 2) == 0x20,
      ByteReader.isGap(reader.byte(end)), LineView.isUpper(reader.byte(reader.skipBlanks(end)))
    else { return false }
    // `Filter ::= CHOICE {`
    var index = start
    while index > start - Self.typeReach, reader.byte(index) != RunningText.paragraphEnd {
      if reader.byte(index) == 0x3D, reader.byte(index - 1) == 0x3A, reader.byte(index - 2) == 0x3A {
        return true
      }
      index -= 1
    }
    return false
  }

  /// Bytes that a type takes before its last member.
  private static let typeReach = 2_000
}

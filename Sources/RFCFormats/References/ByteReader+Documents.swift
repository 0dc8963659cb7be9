import RFCModel

/// The names that documents go by.
extension ByteReader {
  /// The word `RFC` with what separates it from a number: `RFC `, `RFC-`, `RFCs `, `RFC #`, `Request for Comments: `.
  ///
  /// - Returns: where the number begins, and whether a list of numbers may follow.
  func rfcWord(at index: Int) -> (end: Int, isPlural: Bool)? {
    var end: Int
    if let word = prefix("rfc", at: index) {
      end = word
    } else if let word = requestForComments(at: index) {
      end = word
    } else {
      return nil
    }
    var isPlural = false
    if let plural = prefix("'s", at: end) ?? prefix("s", at: end), !Self.isWord(byte(plural)) {
      end = plural
      isPlural = true
    }
    if byte(end) == 0x2D || byte(end) == 0x3A { end += 1 }
    let gap = end
    end = skipBlanks(end)
    // `ARPANET Request for Comments, No. 680`
    if byte(end) == 0x2C, let no = prefix("no.", at: skipBlanks(end + 1)) { end = skipBlanks(no) }
    if end > gap, let no = prefix("no.", at: end) { end = skipBlanks(no) }
    if byte(end) == 0x23 { end = skipBlanks(end + 1) }
    return (end, isPlural)
  }

  private func requestForComments(at index: Int) -> Int? {
    guard var end = word("request", at: index) ?? word("requests", at: index) else { return nil }
    guard let second = word("for", at: skipBlanks(end)) else { return nil }
    end = skipBlanks(second)
    return word("comments", at: end) ?? word("comment", at: end)
  }

  /// The number of an RFC behind ``rfcWord(at:)``. Letters may follow, `3261bis`; a dot and a digit may not.
  func rfcNumber(at index: Int) -> (number: RFCNumber, end: Int)? {
    guard let (value, end) = number(at: index, digits: 6), let number = RFCNumber(value),
      !(byte(end) == 0x2E && LineView.isDigit(byte(end + 1)))
    else { return nil }
    return (number, end)
  }

  /// `RFC 2119`, `RFC2119`, `rfc-2119`.
  func rfc(at index: Int) -> (number: RFCNumber, end: Int)? {
    rfcWord(at: index).flatMap { rfcNumber(at: $0.end) }
  }

  /// `BCP 14`, `STD0013`, `FYI-4`.
  func subSeries(at index: Int) -> (document: CitedDocument, end: Int)? {
    let series: SubSeries
    if prefix("bcp", at: index) != nil {
      series = .bcp
    } else if prefix("std", at: index) != nil {
      series = .std
    } else if prefix("fyi", at: index) != nil {
      series = .fyi
    } else {
      return nil
    }
    // In capitals: `std 3` is code, and `fyi` a word of its own.
    guard LineView.isUpper(byte(index)), LineView.isUpper(byte(index + 2)) else { return nil }
    var start = index + 3
    if byte(start) == 0x73 { start += 1 }
    if byte(start) == 0x2D { start += 1 }
    guard let (value, end) = number(at: skipBlanks(start), digits: 4), value > 0, !Self.isWord(byte(end)),
      byte(end) != 0x2E || !LineView.isDigit(byte(end + 1))
    else { return nil }
    return (.subSeries(series, value), end)
  }

  /// The end of an Internet-Draft's name, `draft-ietf-quic-transport-34`, which may go on in the next line behind a
  /// hyphen. At least one more hyphen than `draft-standard` has, or a digit.
  func draftEnd(at index: Int) -> Int? {
    guard var end = prefix("draft-", at: index) else { return nil }
    var hyphens = 1
    var hasDigit = false
    while end - index < 200 {
      let next = byte(end)
      if next == 0x2D {
        hyphens += 1
      } else if LineView.isDigit(next) {
        hasDigit = true
      } else if !((next | 0x20) &- 0x61 < 26) {
        // A name broken behind a hyphen goes on; one that ends in a hyphen is broken.
        guard next == RunningText.lineEnd || next == RunningText.pageEnd, byte(end - 1) == 0x2D,
          LineView.isLower(byte(end + 1)) || LineView.isDigit(byte(end + 1))
        else { break }
      }
      end += 1
    }
    while end > index, byte(end - 1) == 0x2D || byte(end - 1) == RunningText.lineEnd { end -= 1 }
    return hyphens >= 3 || hyphens == 2 && hasDigit ? end : nil
  }

  func draftName(_ range: Range<Int>) -> String {
    var name: [UInt8] = []
    for index in range where byte(index) > 0x20 { name.append(LineView.lowercased(byte(index))) }
    return String(decoding: name, as: UTF8.self)
  }

  /// The end of an address, `https://www.iana.org/`. Between `<` and `>` it may go on over line ends, between quotes
  /// and in parentheses where it breaks behind a `/` or its like.
  func urlEnd(at index: Int) -> Int? {
    guard
      let start = prefix("https://", at: index) ?? prefix("http://", at: index) ?? prefix("ftp://", at: index)
    else { return nil }
    let limit = index + 1000
    if byte(index - 1) == 0x3C || byte(index - 1) == 0x3A && byte(index - 5) == 0x3C {
      // Without its `>` it ends with its line like any other.
      var end = start
      while end < limit, Self.isURL(byte(end)) || Self.isGap(byte(end)) { end += 1 }
      if byte(end) == 0x3E { return end > start ? end : nil }
    }
    var end = urlPart(at: start, limit)
    if byte(index - 1) == 0x22 || byte(index - 1) == 0x28 {
      end = urlEnd(behind: end, opener: byte(index - 1), limit)
    }
    end = urlEnd(behindHyphen: end, limit)
    // `http://www.example.org/info/doc<number>` is a template, and no address.
    if byte(end) == 0x3C, isTemplate(at: end) { return nil }
    while end > start, isSentences(end - 1, from: start) { end -= 1 }
    return end > start ? end : nil
  }

  /// A name between `<` and `>`, which stands for what is to be put there.
  private func isTemplate(at index: Int) -> Bool {
    var end = index + 1
    while Self.isWord(byte(end)) || byte(end) == 0x2D || byte(end) == 0x5F, end - index < 40 { end += 1 }
    return byte(end) == 0x3E && end > index + 1
  }

  /// Whether the last byte of an address is the sentence's own: `.`, `,`, `;`, `:`, `!`, `?`, `'`, or a bracket that opens
  /// outside of it.
  private func isSentences(_ last: Int, from start: Int) -> Bool {
    switch byte(last) {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27: return true
    case 0x29: return isUnopened(0x28, 0x29, in: start..<last + 1)
    case 0x5D: return isUnopened(0x5B, 0x5D, in: start..<last + 1)
    case 0x7D: return isUnopened(0x7B, 0x7D, in: start..<last + 1)
    default: return false
    }
  }

  private func isUnopened(_ open: UInt8, _ close: UInt8, in range: Range<Int>) -> Bool {
    text[range].reduce(0) { $0 + ($1 == open ? 1 : $1 == close ? -1 : 0) } < 0
  }

  /// The end of an address that its line cuts behind a hyphen, for none ends in one.
  private func urlEnd(behindHyphen first: Int, _ limit: Int) -> Int {
    var end = first
    while byte(end - 1) == 0x2D, byte(end) == RunningText.lineEnd || byte(end) == RunningText.pageEnd,
      LineView.isLower(byte(end + 1)) || LineView.isDigit(byte(end + 1)) || LineView.isUpper(byte(end + 1))
    {
      let next = urlPart(at: end + 1, limit)
      guard next > end + 1 else { break }
      end = next
    }
    return end
  }

  /// The end of an address whose first line ends at `first`: in the line with what closes it, else there.
  private func urlEnd(behind first: Int, opener: UInt8, _ limit: Int) -> Int {
    var end = first
    // `/`, `-`, `?`, `&`, `=`, `#`, `_`, `%`.
    while [0x2F, 0x2D, 0x3F, 0x26, 0x3D, 0x23, 0x5F, 0x25].contains(byte(end - 1)),
      byte(end) == RunningText.lineEnd || byte(end) == RunningText.pageEnd
    {
      let part = end + 1..<urlPart(at: end + 1, limit)
      guard !part.isEmpty else { break }
      if opener == 0x22 ? byte(part.upperBound) == 0x22 : part.contains(where: { byte($0) == 0x29 }) {
        return part.upperBound
      }
      end = part.upperBound
    }
    return first
  }

  /// The end of what may be an address in one line.
  private func urlPart(at index: Int, _ limit: Int) -> Int {
    var end = index
    while end < limit, Self.isURL(byte(end)) { end += 1 }
    return max(end, index)
  }

  /// No blank, no control character, none of `"`, `<`, `>`. Source: RFC 3986, appendix C.
  private static func isURL(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x22 && byte != 0x3C && byte != 0x3E
  }

  func url(_ range: Range<Int>) -> String {
    var address: [UInt8] = []
    for index in range where byte(index) > 0x20 { address.append(byte(index)) }
    return String(decoding: address, as: UTF8.self)
  }

  /// `Section`, `Subsection`, `Sec.`, `§`, `Appendix`, `Annex` and their plurals.
  func sectionWord(at index: Int) -> (end: Int, isPlural: Bool)? {
    switch byte(index) | 0x20 {
    case 0x73:
      var start = index
      if let sub = prefix("sub", at: index) { start = byte(sub) == 0x2D ? sub + 1 : sub }
      guard let stem = prefix("sec", at: start) else { return nil }
      if let end = word("tion", at: stem) { return (end, false) }
      if let end = word("tions", at: stem) { return (end, true) }
      for (short, isPlural) in [("t", false), ("ts", true), ("", false), ("s", true)]
        as [(StaticString, Bool)]
      {
        if let end = word(short, at: stem), byte(end) == 0x2E { return (end + 1, isPlural) }
      }
      return nil
    case 0x61:
      if let stem = prefix("append", at: index) {
        if let end = word("ix", at: stem) { return (end, false) }
        if let end = word("ices", at: stem) ?? word("ixes", at: stem) { return (end, true) }
      } else if let stem = prefix("annex", at: index) {
        if !Self.isWord(byte(stem)) { return (stem, false) }
        if let end = word("es", at: stem) { return (end, true) }
      }
      return nil
    default:
      guard byte(index) == 0xC2, byte(index + 1) == 0xA7 else { return nil }
      let isPlural = byte(index + 2) == 0xC2 && byte(index + 3) == 0xA7
      return (index + (isPlural ? 4 : 2), isPlural)
    }
  }

  /// A section's number, `3.2.1`, `A`, `A.1`, `IV`: digits, an upper-case letter or a roman numeral, then parts of
  /// digits or one letter; and where its item ends, `3.2.1d`, `B6`, `2.1(a)`.
  func sectionNumber(at index: Int) -> (number: Range<Int>, end: Int)? {
    guard let end = sectionNumberEnd(at: index) else { return nil }
    return (
      index..<end, LineView.isDigit(byte(end)) ? skipDigits(end) : LineView.isLower(byte(end)) ? end + 1 : end
    )
  }

  private func skipDigits(_ index: Int) -> Int {
    var end = index
    while LineView.isDigit(byte(end)) { end += 1 }
    return end
  }

  private func sectionNumberEnd(at index: Int) -> Int? {
    var end = index
    if LineView.isDigit(byte(end)) {
      while LineView.isDigit(byte(end)) { end += 1 }
    } else {
      while LineView.isUpper(byte(end)), end - index < 8 { end += 1 }
      // Else a word; `SectionNumber` knows the numerals.
      guard end > index, end == index + 1 || (index..<end).allSatisfy({ Self.isNumeral(byte($0)) }) else {
        return nil
      }
    }
    guard end - index <= 7 else { return nil }
    while true {
      // A number too long for its line goes on behind a line end: the next one begins with the dot.
      var part = Self.isGap(byte(end)) && byte(end) != 0x20 && byte(end + 1) == 0x2E ? end + 1 : end
      guard byte(part) == 0x2E else { break }
      part += 1
      if LineView.isDigit(byte(part)) {
        while LineView.isDigit(byte(part)) { part += 1 }
      } else if LineView.isLetter(byte(part)), !Self.isWord(byte(part + 1)) {
        part += 1
      } else {
        break
      }
      end = part
    }
    guard end - index <= 40 else { return nil }
    if Self.isWord(byte(end)) {
      // An item of the section, `3.2.1d`, `B6`; else a word.
      let item = LineView.isDigit(byte(end)) && end == index + 1 ? skipDigits(end) : end + 1
      guard !Self.isWord(byte(item)), LineView.isDigit(byte(end)) != LineView.isDigit(byte(end - 1)) else {
        return nil
      }
    }
    return end
  }

  private static func isNumeral(_ byte: UInt8) -> Bool {
    byte == 0x49 || byte == 0x56 || byte == 0x58 || byte == 0x4C
  }
}

import RFCModel

/// The number in front of a heading, and where the title behind it begins.
struct HeadingNumber {
  /// `2.5.1` as 2, 5, 1; `A.1` as ``letters`` + 1, 1; the roman `IV` as ``romans`` + 4.
  private(set) var parts: [Int]
  /// How many of the parts are not printed, because the headings above say them: `B` under `IV`.
  private var implied = 0
  /// Offset of the title's first byte.
  var title: Int
  /// `Appendix A`, `Annex B`, `Article II`, `Section 3`: said in words.
  var isNamed = false
  /// The dot, bracket or colon that ends it: `1.`, `A)`. 0 where none does.
  private(set) var mark: UInt8
  /// Brackets stand around it: `(1)`. Most often an item of a list.
  var isBracketed = false
  /// What stands between its parts: a dot, nothing in `2b1`, a hyphen in `II-1`.
  fileprivate(set) var separator = Separator.dot

  enum Separator { case dot, nothing, hyphen }

  /// What is added to the first part of a number that begins with a letter, or with a roman numeral.
  static let letters = 10_000
  static let romans = 20_000

  /// A lone I, V, X or L may be a letter or a numeral: the numeral's value, else nil.
  var loneNumeral: Int? {
    guard parts.count == 1, let first = parts.first else { return nil }
    switch first - Self.letters {
    case 9: return 1
    case 22: return 5
    case 24: return 10
    case 12: return 50
    default: return nil
    }
  }

  var isPunctuated: Bool { mark != 0 }

  /// Digits and letters follow each other without dots: `2b1`.
  var isRunTogether: Bool { separator == .nothing }

  init(parts: [Int], title: Int, mark: UInt8 = 0, separator: Separator = .dot) {
    self.parts = parts
    self.title = title
    self.mark = mark
    self.separator = separator
  }

  /// The same number read as a roman one.
  func asNumeral(_ value: Int) -> HeadingNumber {
    var number = self
    number.parts = [Self.romans + value]
    return number
  }

  /// The same number below those of an outline: `B` under `IV`.
  func below(_ outer: [Int]) -> HeadingNumber {
    var number = self
    number.parts = outer + parts
    number.implied = outer.count
    return number
  }

  var isRoman: Bool { (parts.first ?? 0) > Self.romans }
  var isLetter: Bool { parts.count == 1 && (Self.letters..<Self.romans).contains(parts[0]) }

  enum Kind { case digits, letter, numeral }

  /// What the number is where it stands alone and is not said in words: else nil.
  var topLevelKind: Kind? {
    guard parts.count == 1, implied == 0, !isNamed else { return nil }
    return isRoman ? .numeral : isLetter ? .letter : .digits
  }

  /// The bracket or colon behind it; a dot is often forgotten.
  var style: UInt8 { mark == 0x2E ? 0 : mark }

  var depth: Int { parts.count }
  var key: UInt64 { Self.key(parts[...]) }

  /// That of `2` for `2.0`: either stands for the other in printed contents.
  var keyWithoutZero: UInt64 { parts.count == 2 && parts[1] == 0 ? Self.key(parts[..<1]) : key }

  static func key(_ parts: ArraySlice<Int>) -> UInt64 {
    parts.reduce(7) { ($0 &* 0x100_0000_01b3) ^ UInt64(truncatingIfNeeded: $1 + 1) }
  }

  /// The number as written, `A.1`, `IV`; nil where ``SectionNumber`` cannot say it.
  var sectionNumber: SectionNumber? {
    let sign =
      switch separator {
      case .dot: "."
      case .nothing: ""
      case .hyphen: "-"
      }
    return SectionNumber(parts.dropFirst(implied).map(Self.text).joined(separator: sign))
  }

  private static func text(_ part: Int) -> String {
    if part > romans { return roman(part - romans) }
    if part > letters { return String(UnicodeScalar(UInt8(truncatingIfNeeded: 0x40 + part - letters))) }
    return String(part)
  }

  private static func roman(_ value: Int) -> String {
    var rest = value
    var text = ""
    for (digits, worth) in [("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)] {
      while rest >= worth, text.utf8.count < 12 {
        text += digits
        rest -= worth
      }
    }
    return text
  }
}

extension LineView {
  /// The number that a line begins with, and a title behind it: `1.  Scope`, `4.2 Names`, `A.1.  Grammar`,
  /// `Appendix B.  Changes`, `IV. Syntax`, `5.10.gss_init`. Nil for a line that begins with anything else.
  func headingNumber(_ content: Range<Int>) -> HeadingNumber? {
    guard let first = text[content].first else { return nil }
    if Self.isDigit(first) {
      return runTogether(content) ?? rest(of: content, from: content.lowerBound, parts: [])
    }
    if first == 0x28 { return bracketedNumber(content) }
    guard Self.isUpper(Self.lowercased(first) & 0xDF) else { return nil }
    for word: StaticString in ["appendix", "annex", "article", "section", "chapter"]
    where hasPrefix(content, word) {
      return namedNumber(content, from: content.lowerBound + word.utf8CodeUnitCount)
    }
    guard Self.isUpper(first) else { return nil }
    return letterNumber(content, from: content.lowerBound, needsDot: true)
      ?? romanNumber(content, from: content.lowerBound)
  }

  private func namedNumber(_ content: Range<Int>, from start: Int) -> HeadingNumber? {
    var start = start
    let gap = start
    while start < content.upperBound, text[start] == 0x20 { start += 1 }
    guard start > gap, start < content.upperBound else { return nil }
    let number =
      Self.isDigit(text[start])
      ? rest(of: content, from: start, parts: [])
      : letterNumber(content, from: start, needsDot: false) ?? romanNumber(content, from: start)
    guard var number else { return nil }
    number.isNamed = true
    return number
  }

  /// `(1) Conversational Use`.
  private func bracketedNumber(_ content: Range<Int>) -> HeadingNumber? {
    guard content.count > 4, Self.isDigit(text[content.lowerBound + 1]),
      var number = rest(of: content, from: content.lowerBound + 1, parts: []),
      number.depth == 1, text[content.lowerBound + 2] == 0x29 || text[content.lowerBound + 3] == 0x29
    else { return nil }
    number.isBracketed = true
    return number
  }

  /// `2b1`: digits, then one letter and digits in turn; `2nd` and `3DES` are none.
  private func runTogether(_ content: Range<Int>) -> HeadingNumber? {
    var parts: [Int] = []
    var at = content.lowerBound
    while at < content.upperBound, parts.count < 9 {
      if parts.count & 1 == 1 {
        guard Self.isLower(text[at]) else { break }
        parts.append(HeadingNumber.letters + Int(text[at]) - 0x60)
        at += 1
        continue
      }
      let begin = at
      var value = 0
      while at < content.upperBound, at - begin < 3, Self.isDigit(text[at]) {
        value = value * 10 + Int(text[at] - 0x30)
        at += 1
      }
      guard at > begin else { break }
      parts.append(value)
    }
    // `0x10` is a number of another kind.
    guard parts.count > 1, parts[0] > 0, at < content.upperBound, text[at] == 0x20 || text[at] == 0x2E,
      let number = ending(content, at: at, parts: parts)
    else { return nil }
    return HeadingNumber(
      parts: parts, title: number.title, mark: number.mark, separator: .nothing)
  }

  private func letterNumber(_ content: Range<Int>, from start: Int, needsDot: Bool) -> HeadingNumber? {
    guard start + 1 <= content.upperBound, Self.isLetter(text[start]), text[start] < 0x80 else { return nil }
    let part = HeadingNumber.letters + Int(Self.lowercased(text[start])) - 0x60
    let next = start + 1
    if next == content.upperBound {
      return needsDot ? nil : HeadingNumber(parts: [part], title: next)
    }
    let byte = text[next]
    if byte == 0x2E || byte == 0x29 || byte == 0x3A {
      if byte == 0x2E, next + 1 < content.upperBound, Self.isDigit(text[next + 1]) {
        return rest(of: content, from: next + 1, parts: [part])
      }
      return ending(content, at: next, parts: [part])
    }
    guard byte == 0x20 else { return nil }
    // `A  Title` takes two blanks: `A title` is a sentence.
    let isApart = next + 1 < content.upperBound && text[next + 1] == 0x20
    return needsDot && !isApart ? nil : ending(content, at: next, parts: [part])
  }

  private func romanNumber(_ content: Range<Int>, from start: Int) -> HeadingNumber? {
    var end = start
    var value = 0
    var previous = 0
    while end < content.upperBound, end - start < 8, let digit = Self.romanDigit(text[end]) {
      value += digit > previous ? digit - 2 * previous : digit
      previous = digit
      end += 1
    }
    guard end > start, end < content.upperBound, value > 0 else { return nil }
    var parts = [HeadingNumber.romans + value]
    // `II-1-2.  Title`
    while end + 1 < content.upperBound, text[end] == 0x2D, Self.isDigit(text[end + 1]), parts.count < 9 {
      var (next, part) = (end + 1, 0)
      while next < content.upperBound, next - end < 4, Self.isDigit(text[next]) {
        part = part * 10 + Int(text[next] - 0x30)
        next += 1
      }
      parts.append(part)
      end = next
    }
    guard end < content.upperBound else { return nil }
    let byte = text[end]
    guard byte == 0x2E || byte == 0x29 || byte == 0x3A || byte == 0x20 && end - start > 1 else { return nil }
    guard !(byte == 0x2E && end + 1 < content.upperBound && !Self.isBlank(text[end + 1])) else { return nil }
    var number = ending(content, at: end, parts: parts)
    guard parts.count > 1 else { return number }
    guard let title = number?.title, title < content.upperBound, Self.isLetter(text[title]) else {
      return nil
    }
    number?.separator = .hyphen
    return number
  }

  private static func romanDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x49: 1
    case 0x56: 5
    case 0x58: 10
    case 0x4C: 50
    default: nil
    }
  }

  /// Parts of digits, each behind a dot, from `start` on.
  private func rest(of content: Range<Int>, from start: Int, parts: [Int]) -> HeadingNumber? {
    var parts = parts
    var at = start
    while true {
      let begin = at
      var value = 0
      while at < content.upperBound, at - begin < 4, Self.isDigit(text[at]) {
        value = value * 10 + Int(text[at] - 0x30)
        at += 1
      }
      guard at > begin, at - begin < 4, parts.count < 10 else { return nil }
      parts.append(value)
      guard at + 1 < content.upperBound, text[at] == 0x2E, Self.isDigit(text[at + 1]) else { break }
      at += 1
    }
    // `2.A. Title`: a letter as the last part.
    if at + 2 < content.upperBound, text[at] == 0x2E, Self.isUpper(text[at + 1]), text[at + 2] == 0x2E {
      parts.append(HeadingNumber.letters + Int(text[at + 1]) - 0x40)
      at += 2
    }
    return ending(content, at: at, parts: parts)
  }

  /// What may stand between a number and its title.
  private func ending(_ content: Range<Int>, at end: Int, parts: [Int]) -> HeadingNumber? {
    var at = end
    var mark: UInt8 = 0
    while at < content.upperBound, [0x2E, 0x29, 0x3A].contains(text[at]), at - end < 2 {
      if mark == 0 { mark = text[at] }
      at += 1
    }
    let gap = at
    while at < content.upperBound, Self.isBlank(text[at]) { at += 1 }
    // `Appendix A - Title`, `1 -- Title`.
    var dash = at
    while dash < content.upperBound, text[dash] == 0x2D, dash - at < 3 { dash += 1 }
    if dash > at, dash < content.upperBound, Self.isBlank(text[dash]) {
      at = dash
      while at < content.upperBound, Self.isBlank(text[at]) { at += 1 }
    }
    // `5.10.gss_init`: no blank, but a dot and more than one part; `10.0.0.1` and `1.5x` are no numbers.
    if at == gap, at < content.upperBound {
      guard mark != 0, parts.count > 1 || text[at] > 0x40, Self.isLetter(text[at]) else { return nil }
    }
    return HeadingNumber(parts: parts, title: at, mark: mark)
  }
}

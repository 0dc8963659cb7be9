/// The place a section number names: `4.2`, `A.1`, `IV`, `2b1`. Nil for anything else, `Figure 1`.
///
/// Letters are kept in upper case, so `a.1` and `A.1` are the same section. Outlines of the seventies part digits and
/// letters by nothing: `2B1` lies in `2B`, and that in `2`; behind a roman numeral there may be hyphens, `II-1`.
public struct SectionNumber: Hashable, Sendable, CustomStringConvertible {
  /// Without a final dot: `2.5.1`.
  public let text: String

  /// Accepts digits, one letter or a roman numeral first, then up to nine further parts of digits or one letter, a
  /// letter and digits in turn behind digits alone; a final dot is dropped.
  public init?(_ source: some StringProtocol) {
    var text = source.uppercased()
    if text.hasSuffix(".") { text.removeLast() }
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 1, text.utf8.contains(0x2D) {
      parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard Self.isRoman(parts[0]), parts.dropFirst().allSatisfy(Self.isNumber) else { return nil }
    }
    guard let first = parts.first, parts.count <= 10,
      Self.isNumber(first) || Self.isLetter(first) || Self.isRoman(first)
        || parts.count == 1 && Self.isOutline(first),
      parts.dropFirst().allSatisfy({ Self.isNumber($0) || Self.isLetter($0) })
    else { return nil }
    self.text = text
  }

  /// 1 for `2`, 3 for `2.5.1` and for `2B1`.
  public var level: Int {
    if isRunTogether { return Self.runs(text[...]) }
    return text.utf8.reduce(1) { $0 + ($1 == 0x2E || $1 == 0x2D ? 1 : 0) }
  }

  /// `2.5` for `2.5.1`, `2B` for `2B1`; nil at the top level.
  public var parent: SectionNumber? {
    if isRunTogether, let last = text.utf8.last {
      let rest = Self.isDigit(last) ? text.trimmingDigits : text.dropLast()
      return SectionNumber(rest)
    }
    guard let dot = text.lastIndex(where: { $0 == "." || $0 == "-" }) else { return nil }
    return SectionNumber(text[..<dot])
  }

  /// True for `A`, `B.2`: numbered by a letter, as appendices are.
  public var isAppendix: Bool { text.utf8.first.map { $0 > 0x39 } ?? false }

  public var description: String { text }

  /// `Section 4.2`, `Appendix A`.
  public var named: String { "\(isAppendix ? "Appendix" : "Section") \(self)" }

  /// Digits and letters without a dot between them.
  private var isRunTogether: Bool { Self.isOutline(text[...]) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Digits, then one letter and digits in turn: `2B`, `2B1`.
  private static func isOutline(_ part: Substring) -> Bool {
    guard (2...12).contains(part.utf8.count), let first = part.utf8.first, isDigit(first) else {
      return false
    }
    var digits = 0
    var isBehindLetter = false
    for byte in part.utf8 {
      if isDigit(byte) {
        digits += 1
        isBehindLetter = false
      } else {
        guard (0x41...0x5A).contains(byte), !isBehindLetter else { return false }
        digits = 0
        isBehindLetter = true
      }
      if digits > 4 { return false }
    }
    return part.utf8.contains { !isDigit($0) }
  }

  /// How many runs of digits and of letters.
  private static func runs(_ part: Substring) -> Int {
    zip(part.utf8, part.utf8.dropFirst()).reduce(1) { $0 + (isDigit($1.0) == isDigit($1.1) ? 0 : 1) }
  }

  private static func isNumber(_ part: Substring) -> Bool {
    (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isLetter(_ part: Substring) -> Bool {
    part.utf8.count == 1 && part.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func isRoman(_ part: Substring) -> Bool {
    (1...7).contains(part.utf8.count) && part.utf8.allSatisfy { [0x49, 0x56, 0x58, 0x4C].contains($0) }
  }
}

extension String {
  /// Without the digits at its end.
  fileprivate var trimmingDigits: Substring {
    var rest = self[...]
    while let last = rest.utf8.last, (0x30...0x39).contains(last) { rest.removeLast() }
    return rest
  }
}

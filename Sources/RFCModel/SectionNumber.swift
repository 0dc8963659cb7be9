/// The place a section number names: `4.2`, `A.1`, `IV`. Nil for anything else, `Figure 1`.
///
/// Letters are kept in upper case, so `a.1` and `A.1` are the same section.
public struct SectionNumber: Hashable, Sendable, CustomStringConvertible {
  /// Without a final dot: `2.5.1`.
  public let text: String

  /// Accepts digits, one letter or a roman numeral first, then up to nine further parts of digits or one letter;
  /// a final dot is dropped.
  public init?(_ source: some StringProtocol) {
    var text = source.uppercased()
    if text.hasSuffix(".") { text.removeLast() }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 10,
      Self.isNumber(first) || Self.isLetter(first) || Self.isRoman(first),
      parts.dropFirst().allSatisfy({ Self.isNumber($0) || Self.isLetter($0) })
    else { return nil }
    self.text = text
  }

  /// 1 for `2`, 3 for `2.5.1`.
  public var level: Int { text.utf8.reduce(1) { $0 + ($1 == 0x2E ? 1 : 0) } }

  /// `2.5` for `2.5.1`; nil at the top level.
  public var parent: SectionNumber? {
    guard let dot = text.lastIndex(of: ".") else { return nil }
    return SectionNumber(text[..<dot])
  }

  /// True for `A`, `B.2`: numbered by a letter, as appendices are.
  public var isAppendix: Bool { text.utf8.first.map { $0 > 0x39 } ?? false }

  public var description: String { text }

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

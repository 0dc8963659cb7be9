/// What stands behind `=` in a rule of a grammar, line by line. Source: RFC 5234, RFC 9110, section 5.6.1 (`#rule`), RFC
/// 822, section 2, and the `<name>` of BNF.
struct RuleElements {
  /// The rules that a line names, in its order.
  private(set) var names: [Range<Int>] = []
  /// Whether it has quoted text, a count or an alternative, as no assignment has.
  private(set) var hasSigns = false
  /// Whether `<any octet but` goes on in the next line.
  private(set) var endsInProse = false

  /// - Parameters:
  ///   - content: of one line, behind the `=` in a rule's first.
  ///   - isInProse: whether the line before it ends in prose.
  /// - Returns: nil where something stands that no grammar has: a call, a sum, a statement's end.
  init?(_ content: Range<Int>, in text: UnsafeBufferPointer<UInt8>, isInProse: Bool = false) {
    var index = content.lowerBound
    if isInProse {
      hasSigns = true
      guard let close = text[content].firstIndex(of: 0x3E) else {
        endsInProse = true
        return
      }
      index = close + 1
    }
    // A number or `*` that what it counts is to follow.
    var isCounting = false
    while index < content.upperBound {
      let byte = text[index]
      switch byte {
      case 0x00...0x20:
        guard !isCounting else { return nil }
        index += 1
        continue
      case 0x3B:
        // A comment; nothing behind it ends a statement.
        guard index + 1 < content.upperBound else { return nil }
        index = content.upperBound
        continue
      case 0x22:
        guard let close = text[(index + 1)..<content.upperBound].firstIndex(of: 0x22) else { return nil }
        index = close + 1
        hasSigns = true
      case 0x3C:
        guard let close = text[(index + 1)..<content.upperBound].firstIndex(of: 0x3E) else {
          guard index + 1 < content.upperBound, LineView.isLetter(text[index + 1]), !isCounting else {
            return nil
          }
          endsInProse = true
          hasSigns = true
          return
        }
        let inner = index + 1..<close
        if !inner.isEmpty, LineView.isLetter(text[inner.lowerBound]),
          inner.allSatisfy({ Self.isNamePart(text[$0]) })
        {
          names.append(inner)
        }
        index = close + 1
        hasSigns = true
      case 0x25:
        var end = index + 1
        while end < content.upperBound, text[end] > 0x20, text[end] != 0x22, text[end] != 0x29,
          text[end] != 0x5D
        { end += 1 }
        guard end > index + 1 else { return nil }
        index = end
        hasSigns = true
      case 0x2A, 0x23, 0x30...0x39:
        isCounting = true
        hasSigns = true
        index += 1
        continue
      // ( ) [ ] / |
      case 0x28, 0x5B, 0x29, 0x5D, 0x2F, 0x7C:
        hasSigns = true
        index += 1
      case _ where LineView.isLetter(byte):
        var end = index
        while end < content.upperBound, Self.isNamePart(text[end]) { end += 1 }
        // A call, an element of an array, a member.
        if end < content.upperBound, ![0x20, 0x09, 0x29, 0x5D, 0x2F, 0x7C, 0x3B].contains(text[end]) {
          return nil
        }
        names.append(index..<end)
        index = end
      default: return nil
      }
      isCounting = false
    }
    guard !isCounting else { return nil }
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    LineView.isLetter(byte) || LineView.isDigit(byte) || byte == 0x2D || byte == 0x5F
  }
}

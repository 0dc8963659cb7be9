import RFCModel

extension LineShape {
  /// Offset behind a list's marker, where the item's text begins: `o`, `*`, `-`, `1.`, `(a)`, `iv)`, a bullet. Nil for
  /// other text.
  static func marker(_ content: Range<Int>, in view: borrowing LineView) -> Int? {
    let text = view.text
    let start = content.lowerBound
    var end = start
    while end < content.upperBound, end - start < 9, !LineView.isBlank(text[end]) { end += 1 }
    guard end < content.upperBound, LineView.isBlank(text[end]) else { return nil }
    guard isMarker(start..<end, in: text) else { return nil }
    var next = end
    while next < content.upperBound, next - end < 12, LineView.isBlank(text[next]) { next += 1 }
    return next - end < 12 ? next : nil
  }

  private static func isMarker(_ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (word.lowerBound, word.upperBound)
    let last = text[end - 1]
    switch word.count {
    // o * - + .
    case 1: return [0x6F, 0x2A, 0x2D, 0x2B, 0x2E].contains(last)
    case 2 where text[start] == 0x2D && last == 0x2D: return true
    // U+2022, a bullet; U+00B7, a dot.
    case 3 where text[start] == 0xE2 && text[start + 1] == 0x80 && last == 0xA2: return true
    case 2 where text[start] == 0xC2 && last == 0xB7: return true
    default: break
    }
    let opens = text[start] == 0x28
    guard word.count <= 7, last == 0x29 || last == 0x2E && !opens else { return false }
    let inner = text[(opens ? start + 1 : start)..<end - 1]
    guard let first = inner.first else { return false }
    if LineView.isDigit(first) { return inner.allSatisfy { LineView.isDigit($0) || $0 == 0x2E } }
    if inner.count == 1 { return LineView.isLetter(first) }
    if inner.count == 2, LineView.isLetter(first), inner.last.map(LineView.isDigit) == true { return true }
    return inner.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
  }
}

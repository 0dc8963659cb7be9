extension Document {
  /// What stands at these byte ranges, on one line: white space folded, control bytes gone, and nothing between two
  /// ranges where a word goes on from one to the next.
  ///
  /// - Parameter ranges: those of a ``Citation`` or a ``Requirement``; parts outside the text are passed over.
  public func text(_ ranges: [Range<Int>]) -> String {
    var folded: [UInt8] = []
    var end = 0
    for range in ranges.map({ $0.clamped(to: bytes.indices) }) {
      if let last = folded.last, last != 0x20, !wordGoesOn(from: end, to: range.lowerBound) {
        folded.append(0x20)
      }
      end = range.upperBound
      for byte in bytes[range] {
        if byte > 0x20, byte != 0x7F {
          folded.append(byte)
        } else if byte == 0x20 || byte == 0x09, let last = folded.last, last != 0x20 {
          folded.append(0x20)
        } else if byte == 0x08, !folded.isEmpty {
          // An overstrike: the letter comes again.
          folded.removeLast()
        }
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Whether the word that ends at a line's end goes on with the next line's first: `well-` with `known`, `and/` with
  /// `or`. Not a dash that stands by itself, nor a hyphen that waits for another word: `left-` before `and right-hand`.
  ///
  /// Of the 1,216 texts at hand no word has ` and` or ` nor` behind its hyphen that is not of the second kind, and none
  /// ` or` but `exclusive-or`; a ` to` is of that kind where a word with a hyphen follows: `low-` before `to high-level`.
  ///
  /// - Parameters:
  ///   - end: the byte offset behind the word.
  ///   - next: that of the next word.
  public func wordGoesOn(from end: Int, to next: Int) -> Bool {
    guard end >= 2, end <= bytes.count, bytes[end - 1] == 0x2D || bytes[end - 1] == 0x2F,
      bytes[end - 2] > 0x20
    else { return false }
    // A dash of two hyphens belongs to a word or stands by itself.
    if bytes[end - 1] == 0x2D, bytes[end - 2] == 0x2D { return end >= 3 && bytes[end - 3] > 0x20 }
    guard bytes[end - 1] == 0x2D else { return true }
    let word = word(at: next)
    switch String(decoding: word.prefix(8), as: UTF8.self).prefix(while: { $0 != "," }) {
    case "and", "nor", "and/or", "but", "vs", "vs.", "versus": return false
    case "or": return bytes[..<(end - 1)].suffix(7).elementsEqual("clusive".utf8)
    case "to": return !self.word(at: word.endIndex).dropFirst().dropLast().contains(0x2D)
    default: return true
    }
  }

  /// The word at a place, or behind the blanks there; its first bytes where it is longer than any.
  private func word(at start: Int) -> ArraySlice<UInt8> {
    bytes[min(max(0, start), bytes.count)...].prefix(200).drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
  }
}

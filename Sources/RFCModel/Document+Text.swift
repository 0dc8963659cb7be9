extension Document {
  /// What stands at these byte ranges, on one line: white space folded, control bytes gone, and nothing between two
  /// ranges where the first ends in a hyphen or a slash.
  ///
  /// - Parameter ranges: those of a ``Citation`` or a ``Requirement``; parts outside the text are passed over.
  public func text(_ ranges: [Range<Int>]) -> String {
    var folded: [UInt8] = []
    for range in ranges {
      if let last = folded.last, last != 0x20, last != 0x2D, last != 0x2F { folded.append(0x20) }
      for byte in bytes[range.clamped(to: bytes.indices)] {
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
}

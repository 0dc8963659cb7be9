/// Whether the terminal's background is light, by its answer to the question for it: `]11;rgb:ffff/ffff/dddd`, 1 to 4
/// digits each, as `rgba:` with a fourth. Nil for another answer. Source: xterm's control sequences, OSC 11;
/// XParseColor(3).
func isLightBackground(_ answer: [UInt8]) -> Bool? {
  let parts = answer.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  guard parts.count == 2, ["]11;rgb", "]11;rgba"].contains(String(decoding: parts[0], as: UTF8.self)) else {
    return nil
  }
  let colours = parts[1].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).prefix(3)
    .compactMap { digits -> Double? in
      guard (1...4).contains(digits.count), digits.first != UInt8(ascii: "+"),
        let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      return Double(value) / Double(1 << (4 * digits.count) - 1)
    }
  guard colours.count == 3 else { return nil }
  // Source: ITU-R BT.601, luma.
  return 0.299 * colours[0] + 0.587 * colours[1] + 0.114 * colours[2] > 0.5
}

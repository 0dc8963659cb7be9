extension SectionNumber {
  /// The number that ASCII bytes spell, by the rules of ``init(_:)``, but without a final dot and none of the
  /// seventies, `2b1`: prose does not cite those. Costs no allocation at the usual lengths.
  public init?(ascii bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 60 else { return nil }
    var part = Part()
    var parts = 1
    for byte in bytes {
      if byte == 0x2E {
        guard part.isValid(isFirst: parts == 1), parts < 10 else { return nil }
        parts += 1
        part = Part()
      } else {
        part.add(byte)
      }
    }
    guard part.isValid(isFirst: parts == 1) else { return nil }
    text = String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var end = 0
      for byte in bytes {
        buffer[end] = byte >= 0x61 ? byte & 0xDF : byte
        end += 1
      }
      return end
    }
  }

  /// What stands between two dots.
  private struct Part {
    private var digits = 0
    private var letters = 0
    private var numerals = 0
    private var others = 0

    mutating func add(_ byte: UInt8) {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x49, 0x4C, 0x56, 0x58, 0x69, 0x6C, 0x76, 0x78:
        letters += 1
        numerals += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      default: others += 1
      }
    }

    func isValid(isFirst: Bool) -> Bool {
      guard others == 0 else { return false }
      if letters == 0 { return (1...4).contains(digits) }
      return digits == 0 && (letters == 1 || isFirst && letters == numerals && letters <= 7)
    }
  }
}

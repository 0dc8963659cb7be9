import RFCModel

/// Finds where in a text one of a few words may begin, by its first two bytes: nearly every other place is passed
/// over at the cost of two look-ups.
struct WordStarts {
  /// Bytes that begin and go on the same word share a bit.
  private let first: [UInt8]
  private let second: [UInt8]

  /// - Parameters:
  ///   - pairs: up to seven of the bytes that words begin with, and those that may come next.
  ///   - always: bytes that count whatever follows, and whatever stands before.
  init(_ pairs: [(String, String)], always: [UInt8]) {
    var first = [UInt8](repeating: 0, count: 256)
    var second = [UInt8](repeating: 0x80, count: 256)
    for (bit, pair) in pairs.prefix(7).enumerated() {
      for byte in pair.0.utf8 { first[Int(byte)] |= 1 << bit }
      for byte in pair.1.utf8 { second[Int(byte)] |= 1 << bit }
    }
    for byte in always { first[Int(byte)] = 0x80 }
    self.first = first
    self.second = second
  }

  /// Calls `visit` for each place that may be one, outside words; it returns where to look on, behind the place.
  func scan(_ reader: ByteReader, _ visit: (_ index: Int, _ byte: UInt8) -> Int) {
    let text = reader.text
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        var index = 0
        // The text's last byte ends a paragraph.
        while index + 1 < text.count {
          let byte = text[index]
          let bits = first[Int(byte)] & second[Int(text[index + 1])]
          if bits != 0, bits & 0x80 != 0 || !ByteReader.isWord(reader.byte(index - 1)) {
            index = max(index + 1, visit(index, byte))
          } else {
            index += 1
          }
        }
      }
    }
  }
}

import RFCModel

/// Finds where in a text one of a few words may begin, by its first three bytes: nearly every other place is
/// passed over at the cost of three look-ups.
struct WordStarts {
  /// Bytes that begin and go on the same word share a bit.
  private let first: [UInt8]
  private let second: [UInt8]
  private let third: [UInt8]

  /// - Parameters:
  ///   - words: up to seven of the bytes that words begin with, and those that may come next and after that.
  ///   - always: bytes that count whatever follows, and whatever stands before.
  init(_ words: [(String, String, String)], always: [UInt8]) {
    var first = [UInt8](repeating: 0, count: 256)
    var second = [UInt8](repeating: 0x80, count: 256)
    var third = second
    for (bit, word) in words.prefix(7).enumerated() {
      for byte in word.0.utf8 { first[Int(byte)] |= 1 << bit }
      for byte in word.1.utf8 { second[Int(byte)] |= 1 << bit }
      for byte in word.2.utf8 { third[Int(byte)] |= 1 << bit }
    }
    for byte in always { first[Int(byte)] = 0x80 }
    self.first = first
    self.second = second
    self.third = third
  }

  /// Calls `visit` for each place that may be one, outside words; it returns where to look on, behind the place.
  ///
  /// - Parameter places: of the text, which is looked at beyond them, too.
  /// - Returns: the first place that has not been looked at.
  func scan(_ reader: ByteReader, _ places: Range<Int>, _ visit: (_ index: Int, _ byte: UInt8) -> Int) -> Int
  {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        third.withUnsafeBufferPointer { third in
          Self.scan(reader, places, first, second, third, visit)
        }
      }
    }
  }

  private typealias Table = UnsafeBufferPointer<UInt8>

  @inline(__always)
  private static func scan(
    _ reader: ByteReader, _ places: Range<Int>, _ first: Table, _ second: Table, _ third: Table,
    _ visit: (Int, UInt8) -> Int
  ) -> Int {
    let text = reader.text
    var index = places.lowerBound
    // The text's last byte ends a paragraph.
    let end = min(places.upperBound, text.count - 1)
    while index < end {
      let byte = text[index]
      let bits =
        first[Int(byte)] & second[Int(text[index + 1])] & third[Int(reader.byte(index + 2))]
      if bits != 0, bits & 0x80 != 0 || !ByteReader.isWord(reader.byte(index - 1)) {
        index = max(index + 1, visit(index, byte))
      } else {
        index += 1
      }
    }
    return index
  }
}

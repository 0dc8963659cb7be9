import CLibrary
import RFCModel

/// Reads names and numbers out of running text. Past either end it reads ``RunningText/paragraphEnd``, so nothing
/// that follows a text byte by byte can leave it.
struct ByteReader {
  let text: UnsafeBufferPointer<UInt8>

  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    UInt(bitPattern: index) < UInt(bitPattern: text.count) ? text[index] : RunningText.paragraphEnd
  }

  /// Where a byte stands first in a part of the text.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = text.baseAddress,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Past blanks, and past line and page ends within the paragraph.
  func skipBlanks(_ index: Int) -> Int {
    var index = index
    while Self.isGap(byte(index)) { index += 1 }
    return index
  }

  @inline(__always)
  static func isGap(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == RunningText.lineEnd || byte == RunningText.pageEnd || byte == 0x09
  }

  /// A letter or a digit, of any script.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { LineView.isLetter(byte) || LineView.isDigit(byte) }

  /// The end of `word`, lower-case ASCII, where it stands at `index` in any case and a word ends with it.
  func word(_ word: StaticString, at index: Int) -> Int? {
    guard let end = prefix(word, at: index), !Self.isWord(byte(end)) else { return nil }
    return end
  }

  /// The end of `word`, lower-case ASCII, where it stands at `index` in any case.
  func prefix(_ word: StaticString, at index: Int) -> Int? {
    for k in 0..<word.utf8CodeUnitCount where LineView.lowercased(byte(index + k)) != word.utf8Start[k] {
      return nil
    }
    return index + word.utf8CodeUnitCount
  }

  /// A number of up to `digits` digits and what stands behind it; nil for a longer one.
  func number(at index: Int, digits: Int) -> (value: Int, end: Int)? {
    var value = 0
    var end = index
    while LineView.isDigit(byte(end)) {
      guard end - index < digits else { return nil }
      value = value * 10 + Int(byte(end) - 0x30)
      end += 1
    }
    return end > index ? (value, end) : nil
  }

  /// What a word in brackets is looked up by: white space gone, letters in lower case.
  func tagKey(_ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range where byte(index) > 0x20 {
      key = (key ^ UInt64(LineView.lowercased(byte(index)))) &* 0x100_0000_01B3
    }
    return key
  }

  /// The bytes as text; line ends are blanks, and nothing where a line ends in a hyphen or a slash.
  func string(_ range: Range<Int>) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    for index in range {
      let byte = byte(index)
      if byte == 0x08 {
        if !folded.isEmpty { folded.removeLast() }
      } else if byte == RunningText.lineEnd || byte == RunningText.pageEnd {
        if let last = folded.last, last != 0x20, last != 0x2D, last != 0x2F { folded.append(0x20) }
      } else if byte <= 0x20 {
        if let last = folded.last, last != 0x20 { folded.append(0x20) }
      } else if byte != 0x7F {
        folded.append(byte)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}

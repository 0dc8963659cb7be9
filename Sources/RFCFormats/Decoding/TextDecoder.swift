import CLibrary
import RFCModel

/// Published bytes to a ``Document``: the byte-order mark goes, UTF-8 stays byte for byte, anything else is read as
/// Windows-1252.
public enum TextDecoder {
  /// Where a longer text is cut off: 1 GiB. Three bytes for each of its own still fit the offsets of ``Lines``.
  public static let maximumBytes = 1 << 30

  /// - Parameter published: any bytes at all. Not copied where they are UTF-8 and the caller lets go of them.
  public static func document(from published: consuming [UInt8]) -> Document {
    var bytes = published
    if bytes.count > maximumBytes {
      var end = maximumBytes
      // Not inside a character of UTF-8, which would make the whole text Windows-1252.
      while end > maximumBytes - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.removeSubrange(end...)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if !isUTF8(bytes) { bytes = utf8(fromWindows1252: bytes) }
    let lines = bytes.withUnsafeBytes { Self.lines(of: $0) }
    return Document(bytes: bytes, lines: lines)
  }

  /// The lines of a text; a line end at its very end begins no further line.
  static func lines(of text: UnsafeRawBufferPointer) -> Lines {
    guard let base = text.baseAddress else { return Lines(starts: [], ends: []) }
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    // RFCs average 43 bytes a line; one that needs more lines than this grows the arrays.
    starts.reserveCapacity(text.count / 36 + 16)
    ends.reserveCapacity(text.count / 36 + 16)
    var start = 0
    while start < text.count {
      var end = text.count
      var next = end
      if let found = memchr(base + start, 0x0A, text.count - start) {
        end = UnsafeRawPointer(found) - base
        next = end + 1
        if end > start, text[end - 1] == 0x0D { end -= 1 }
      }
      starts.append(UInt32(truncatingIfNeeded: start))
      ends.append(UInt32(truncatingIfNeeded: end))
      start = next
    }
    return Lines(starts: starts, ends: ends)
  }

  /// Whether the bytes are well-formed UTF-8: no overlong form, no surrogate, nothing past U+10FFFF.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { isUTF8($0) }
  }

  private static func isUTF8(_ text: UnsafeRawBufferPointer) -> Bool {
    var i = 0
    while i < text.count {
      // Nearly all of every RFC is ASCII: 16 bytes a step, 0.02 ms for 500 KB.
      while i + 16 <= text.count {
        let a = text.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        let b = text.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self)
        if (a | b) & 0x8080_8080_8080_8080 != 0 { break }
        i += 16
      }
      guard i < text.count else { return true }
      let lead = text[i]
      if lead < 0x80 {
        i += 1
        continue
      }
      let length: Int
      // The second byte's range is what rules out overlong forms, surrogates and what lies past U+10FFFF.
      // Source: RFC 3629, section 4.
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return false
      }
      guard i + length <= text.count, second.contains(text[i + 1]) else { return false }
      for k in 2..<max(2, length) where text[i + k] & 0xC0 != 0x80 { return false }
      i += length
    }
    return true
  }

  static func utf8(fromWindows1252 bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case ..<0x80:
        result.append(byte)
      case ..<0xA0:
        let scalar = windows1252[Int(byte) - 0x80]
        if scalar < 0x800 {
          result.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        } else {
          result.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
          result.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
        }
        result.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
      default:
        result.append(0xC0 | byte >> 6)
        result.append(0x80 | byte & 0x3F)
      }
    }
    return result
  }

  /// 0x80 to 0x9F. The five that Windows-1252 leaves undefined become U+FFFD: a reader sees that something stood
  /// there, and the C1 control of that value (0x9D opens an operating system command) reaches no terminal.
  private static let windows1252: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}

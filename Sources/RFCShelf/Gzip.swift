import CLibrary
import CZlib
import Unix

/// Texts that are packed as Debian packs them. Source: RFC 1952; zlib's manual, `inflate`.
enum Gzip {
  /// What Debian adds to a packed file's name.
  static let suffix = ".gz"

  /// What unpacks of a file's beginning; nothing where that is no gzip file's.
  static func beginning(_ packed: [UInt8]) -> [UInt8] {
    (try? inflate(packed, limit: packed.count * 1000).bytes) ?? []
  }

  /// - Parameter limit: the most bytes to unpack, so that a small file cannot fill the memory.
  /// - Throws: ``FileProblem/notWhole`` for what is no gzip file, damaged or cut short; ``FileProblem/tooLarge(limit:)``.
  static func unpacked(_ packed: [UInt8], limit: Int) throws(FileProblem) -> [UInt8] {
    let (bytes, isWhole) = try inflate(packed, limit: limit)
    guard isWhole else { throw .notWhole }
    return bytes
  }

  /// - Returns: what could be unpacked, and whether that was all.
  private static func inflate(
    _ packed: [UInt8], limit: Int
  ) throws(FileProblem) -> (bytes: [UInt8], isWhole: Bool) {
    var stream = z_stream()
    // The largest window, and 16 for a gzip header and nothing else.
    guard inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      throw .system(ENOMEM)
    }
    defer { inflateEnd(&stream) }
    var bytes: [UInt8] = []
    // Texts become a fourth.
    bytes.reserveCapacity(min(limit, packed.count * 5))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var status = Z_OK
    var input = packed
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while status == Z_OK, bytes.count <= limit {
        chunk.withUnsafeMutableBufferPointer { chunk in
          stream.next_out = chunk.baseAddress
          stream.avail_out = UInt32(chunk.count)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          bytes += chunk[..<(chunk.count - Int(stream.avail_out))]
        }
        // A gzip file may be several, one behind the other.
        if status == Z_STREAM_END, stream.avail_in > 0 { status = inflateReset(&stream) }
      }
    }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return (bytes, status == Z_STREAM_END)
  }
}

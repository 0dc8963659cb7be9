import RFCStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A descriptor that text is written to.
struct Output {
  let descriptor: Int32

  static let standard = Output(descriptor: 1)
  static let error = Output(descriptor: 2)

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether what is written may hold OSC 8. Terminals pass over an OSC that they do not know, but for the dumb ones and
  /// older Linux consoles.
  var showsHyperlinks: Bool {
    guard isTerminal, let name = getenv("TERM").map({ String(cString: $0) }) else { return false }
    return !["", "dumb", "linux"].contains(name)
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }
  func write(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { write($0) } }

  /// Hands on what a descriptor gives, as it comes.
  ///
  /// - Returns: false where that is nothing.
  func copy(from source: Int32, named name: String) throws(Failure) -> Bool {
    var hasWritten = false
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count == 0 { return hasWritten }
      if count < 0, errno == EAGAIN {
        var polled = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
        poll(&polled, 1, -1)
        continue
      }
      if count > 0 {
        write(buffer[..<count])
        hasWritten = true
      } else if errno != EINTR {
        throw Failure("Cannot read \(name): \(String(cString: strerror(errno))).")
      }
    }
  }

  /// A closed pipe ends the program as it ends `cat`; a full disk is an error.
  private func write(_ bytes: UnsafeRawBufferPointer) {
    let code = writeAll(bytes, to: descriptor)
    guard code != 0 else { return }
    if descriptor == 2 { exit(ExitStatus.failed) }
    Failure("Cannot write the output: \(String(cString: strerror(code))).").end()
  }
}

/// Control characters but for tab and LF in caret notation, those of C1 as `<9B>`; form feeds go.
func safeForTerminal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    switch byte {
    case 0x0C: break
    case 0x09, 0x0A: result.append(byte)
    case ..<0x20: result += [0x5E, byte + 0x40]
    case 0x7F: result += [0x5E, 0x3F]
    case 0xC2 where index + 1 < bytes.endIndex && (0x80...0x9F).contains(bytes[index + 1]):
      index += 1
      result += Array("<\(String(bytes[index], radix: 16, uppercase: true))>".utf8)
    default: result.append(byte)
    }
    index += 1
  }
  return result
}

/// Words from outside as they may stand in a message: one line, without control characters, `limit` characters at
/// most.
func printable(_ text: some StringProtocol, limit: Int = 200) -> String {
  // Most of them: to ask Unicode of each character takes ten times as long.
  if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
  let scalars = text.unicodeScalars.prefix(limit).map { scalar in
    scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      ? "?" : scalar
  }
  return String(String.UnicodeScalarView(scalars)) + (text.unicodeScalars.count > limit ? "\u{2026}" : "")
}

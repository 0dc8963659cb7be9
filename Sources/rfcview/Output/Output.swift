import CLibrary
import CellGrid
import Unix

/// A descriptor that text is written to.
struct Output {
  let descriptor: Int32

  static let standard = Output(descriptor: 1)
  static let error = Output(descriptor: 2)

  /// Puts something in the place of standard descriptors that are closed, before a file of ours has their numbers and is
  /// written to in their place. Nothing can be read from it, and to write to it fails.
  static func keepStandardDescriptors() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether what is written may hold OSC 8. Terminals pass over an OSC that they do not know, but for the dumb ones and
  /// older Linux consoles.
  var showsHyperlinks: Bool {
    guard isTerminal, let name = getenv("TERM").map({ String(cString: $0) }) else { return false }
    return !["", "dumb", "linux"].contains(name)
  }

  /// Writes a text. On a terminal all is spelled out that may not stand there; elsewhere it is byte for byte.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if isTerminal { send(safeForTerminal(bytes)) } else { write(UnsafeRawBufferPointer(bytes)) }
    }
  }

  func write(_ bytes: [UInt8]) { write(bytes[...]) }

  func write(_ bytes: ArraySlice<UInt8>) {
    if isTerminal { send(safeForTerminal(bytes)) } else { bytes.withUnsafeBytes { write($0) } }
  }

  /// Writes what holds control sequences of ours, and of others only what ``safeForTerminal(_:)`` or `printable` made.
  func send(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }
  func send(_ text: String) { send(Array(text.utf8)) }

  /// A closed pipe ends the program as it ends `cat`; a full disk is an error.
  private func write(_ bytes: UnsafeRawBufferPointer) {
    let code = writeAll(bytes, to: descriptor)
    guard code != 0 else { return }
    if descriptor != 2 {
      Output.error.write("rfcview: Cannot write the output: \(String(cString: strerror(code))).\n")
    }
    exit(ExitStatus.failed)
  }
}

/// Lines as a terminal may be sent them: ``Appearance`` says what is spelled out; tabs and line ends stay, form feeds go.
func safeForTerminal(_ bytes: some Collection<UInt8>) -> [UInt8] {
  // To ask Unicode of each character takes ten times as long.
  if bytes.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }) { return Array(bytes) }
  var result = ""
  var reader = AppearanceReader()
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar {
    case "\u{C}": break
    case "\t", "\n":
      reader.interrupt()
      result.unicodeScalars.append(scalar)
    default: result.append(scalar, by: &reader)
    }
  }
  return Array(result.utf8)
}

/// Words from outside as they may stand in a message: one line, `limit` characters at most.
func printable(_ text: some StringProtocol, limit: Int = 200) -> String { text.printable(limit: limit) }

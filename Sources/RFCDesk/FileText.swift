import CLibrary
import Unix

/// Texts that are in nobody's cache: files that the user names, and what is piped in.
public enum FileText {
  /// A text to read may have so many bytes: 256 MiB.
  public static let limit = 256 << 20

  static func read(_ path: String) throws(DeskError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(name: path, errno: errno) }
    defer { close(descriptor) }
    return try read(descriptor, named: path)
  }

  static func readInput() throws(DeskError) -> [UInt8] { try read(0, named: "standard input") }

  /// To the end of it; waits where nothing is there yet.
  static func read(
    _ descriptor: Int32, named name: String, limit: Int = limit
  ) throws(DeskError) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 {
      bytes.reserveCapacity(min(Int(status.st_size), limit) + 1)
    }
    let chunk = 1 << 16
    while true {
      let start = bytes.count
      switch bytes.append(readFrom: descriptor, limit: chunk) {
      case .bytes: break
      case .end: return bytes
      case .nothingYet: _ = isReadable(descriptor, within: -1)
      case .failed(let code): throw .cannotRead(name: name, errno: code)
      }
      guard start <= limit else { throw .tooLarge(name: name, mebibytes: limit >> 20) }
    }
  }
}

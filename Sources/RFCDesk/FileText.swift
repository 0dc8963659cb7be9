import CLibrary

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
      var count = 0
      var problem: Int32 = 0
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
          count = CLibrary.read(descriptor, buffer.baseAddress, chunk)
          problem = errno
          initialized = max(0, count)
        })
      if count == 0 { return bytes }
      if count < 0, problem == EAGAIN {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&polled, 1, -1)
      } else if count < 0, problem != EINTR {
        throw .cannotRead(name: name, errno: problem)
      }
      guard start <= limit else { throw .tooLarge(name: name, mebibytes: limit >> 20) }
    }
  }
}

import CLibrary
import RFCDesk

extension Output {
  /// Hands on what a descriptor gives, as it comes.
  ///
  /// - Returns: false where that is nothing.
  func copy(from source: Int32, named name: String) throws(DeskError) -> Bool {
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
        throw .cannotRead(name: name, errno: errno)
      }
    }
  }
}

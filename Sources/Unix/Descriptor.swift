import CLibrary

/// Writes all of the bytes, in as many pieces as the system takes, and waits where it takes none yet.
///
/// - Returns: 0, or an `errno`, with some of the bytes written.
public func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if count == 0 {
      return EIO
    } else if errno == EAGAIN {
      var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&polled, 1, -1)
    } else if errno != EINTR {
      return errno
    }
  }
  return 0
}

/// What one `read` brought.
public enum ReadResult {
  case bytes(Int)
  case end
  /// Nothing there yet; only from a descriptor that does not block.
  case nothingYet
  case failed(errno: Int32)
}

extension UnsafeMutableRawBufferPointer {
  /// Reads once, from its beginning on; a signal in between is no end of it.
  public func read(from descriptor: Int32) -> ReadResult {
    while true {
      let count = CLibrary.read(descriptor, baseAddress, self.count)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .end }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .nothingYet
      case let code: return .failed(errno: code)
      }
    }
  }
}

extension [UInt8] {
  /// Appends what one `read` brings.
  ///
  /// - Parameter limit: as many bytes at the most; above 0.
  public mutating func append(readFrom descriptor: Int32, limit: Int) -> ReadResult {
    var result = ReadResult.end
    self += [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      result = UnsafeMutableRawBufferPointer(buffer).read(from: descriptor)
      if case .bytes(let count) = result { filled = count }
    }
    return result
  }
}

/// Whether there is something to read, or will be within so many milliseconds; -1 waits for ever.
public func isReadable(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
  var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  while true {
    let count = poll(&polled, 1, milliseconds)
    if count < 0, errno == EINTR { continue }
    return count > 0
  }
}

/// A file descriptor that is closed with its owner, and never handed to a child unasked.
package final class Descriptor {
  package let number: Int32

  package init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  package func readBytes(into buffer: UnsafeMutableRawBufferPointer) -> ReadResult {
    buffer.read(from: number)
  }

  package func writeAll(_ bytes: ArraySlice<UInt8>) throws(FileProblem) {
    let code = bytes.withUnsafeBytes { Unix.writeAll($0, to: number) }
    guard code == 0 else { throw FileProblem(errno: code) }
  }

  package func sync() throws(FileProblem) {
    guard fsync(number) == 0 else { throw FileProblem(errno: errno) }
  }

  /// Two connected descriptors, closed on exec from the first moment (a pipe cannot be, in portable C). Ours does not
  /// block; the other one, for a child to write to, does.
  package static func pair() throws(FileProblem) -> (ours: Descriptor, childs: Descriptor) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #elseif canImport(Musl)
      let kind = SOCK_STREAM | SOCK_CLOEXEC
    #else
      let kind = SOCK_STREAM  // posix_spawn is told to close everything else.
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw FileProblem(errno: errno) }
    let pair = (ours: Descriptor(owning: ends[0]), childs: try aboveStandard(Descriptor(owning: ends[1])))
    _ = fcntl(pair.ours.number, F_SETFL, O_NONBLOCK)
    return pair
  }

  /// One for a child to read some bytes from, and then the end. They wait in the system: no file has them.
  ///
  /// - Parameter bytes: as many as a socket takes at once.
  package static func holding(_ bytes: [UInt8]) throws(FileProblem) -> Descriptor {
    let pair = try pair()
    let count = bytes.withUnsafeBytes { write(pair.ours.number, $0.baseAddress, $0.count) }
    guard count == bytes.count else { throw FileProblem(errno: count < 0 ? errno : ENOBUFS) }
    return pair.childs
  }

  /// A run that was started with standard output closed gets 1 for its next descriptor, which a child needs for its
  /// own.
  private static func aboveStandard(_ descriptor: Descriptor) throws(FileProblem) -> Descriptor {
    if descriptor.number > 2 { return descriptor }
    let copy = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { throw FileProblem(errno: errno) }
    return Descriptor(owning: copy)
  }
}

import CLibrary

/// ^C as something to poll, while a download runs without the screen: its child and its temporary file are cleared
/// away before the program ends.
struct InterruptPipe {
  /// Readable after ^C; nil where no pipe could be had: ^C then ends the program at once.
  let descriptor: Int32?

  // The handler of a signal reaches nothing but a global.
  nonisolated(unsafe) private static var writeEnd: Int32 = -1

  init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      descriptor = nil
      return
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    Self.writeEnd = ends[1]
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        let saved = errno
        _ = write(InterruptPipe.writeEnd, &byte, 1)
        errno = saved
      }
    }
  }

  /// The usual meaning of the signals again.
  func close() {
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
  }

  /// Ends the program by the signal that came, as its parent expects to see it.
  func endByInterrupt() -> Never {
    var byte = UInt8(truncatingIfNeeded: SIGINT)
    if let descriptor { _ = read(descriptor, &byte, 1) }
    signal(Int32(byte), SIG_DFL)
    raise(Int32(byte))
    exit(128 + Int32(byte))
  }
}

import CLibrary

/// The far end of a terminal: what a window would be.
public final class PseudoTerminal {
  /// -1 once hung up.
  public private(set) var master: Int32
  public let slave: Int32
  /// Of the near end: `/dev/pts/3`.
  public let path: String
  private var unread: [UInt8] = []

  public struct Failure: Error { let what: String }

  public init(columns: Int, rows: Int) throws {
    // The module of glibc leaves out posix_openpt and its companions.
    #if os(Linux)
      master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      var number: Int32 = 0
      let unlock = UInt(0x4004_5431)  // TIOCSPTLCK
      let getNumber = UInt(0x8004_5430)  // TIOCGPTN
      guard master >= 0, ioctl(master, unlock, &number) == 0, ioctl(master, getNumber, &number) == 0 else {
        throw Failure(what: "no pseudo-terminal")
      }
      path = "/dev/pts/\(number)"
    #else
      master = posix_openpt(O_RDWR | O_NOCTTY)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
        throw Failure(what: "no pseudo-terminal")
      }
      path = String(cString: name)
    #endif
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Failure(what: "no slave") }
    resize(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
    close(slave)
  }

  public func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Text on the screen from another program.
  public func echo(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(slave, bytes, bytes.count)
  }

  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// What was written to the terminal since the last call, up to and with `word`.
  public func output(until word: String) throws -> String {
    let wanted = Array(word.utf8)
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      for end in wanted.count...max(wanted.count, unread.count)
      where unread.prefix(end).suffix(wanted.count) == wanted[...] {
        let text = String(decoding: unread.prefix(end), as: UTF8.self)
        unread.removeFirst(end)
        return text
      }
      var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 10_000) > 0, case let count = read(master, &buffer, buffer.count), count > 0
      else {
        throw Failure(what: "\(word) never came after \(String(decoding: unread, as: UTF8.self))")
      }
      unread += buffer[..<count]
    }
  }

  /// The modes of the line: raw or not.
  public var localModes: tcflag_t {
    var modes = termios()
    tcgetattr(slave, &modes)
    return modes.c_lflag
  }
}

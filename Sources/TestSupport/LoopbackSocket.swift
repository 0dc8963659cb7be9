import CLibrary

/// A TCP socket on the loopback interface, closed with its owner.
final class LoopbackSocket: @unchecked Sendable {
  let number: Int32

  init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  #if canImport(Glibc)
    static let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
  #elseif canImport(Musl)
    static let stream = SOCK_STREAM | SOCK_CLOEXEC
  #else
    static let stream = SOCK_STREAM
  #endif

  static func make(_ family: LoopbackServer.Family) throws -> LoopbackSocket {
    let number = socket(family == .ipv4 ? AF_INET : AF_INET6, stream, 0)
    guard number >= 0 else { throw LoopbackServer.SystemError(call: "socket", code: errno) }
    return LoopbackSocket(owning: number)
  }

  /// On a free port.
  static func listening(_ family: LoopbackServer.Family, backlog: Int32) throws -> LoopbackSocket {
    let socket = try make(family)
    guard family.withAddress(port: 0, { bind(socket.number, $0, $1) }) == 0 else {
      throw LoopbackServer.SystemError(call: "bind", code: errno)
    }
    guard listen(socket.number, backlog) == 0 else {
      throw LoopbackServer.SystemError(call: "listen", code: errno)
    }
    return socket
  }

  func port() throws -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(number, $0, &length) }
    }
    guard result == 0 else { throw LoopbackServer.SystemError(call: "getsockname", code: errno) }
    // The port lies at the same place in both families.
    return withUnsafeBytes(of: storage) { UInt16($0[2]) << 8 | UInt16($0[3]) }
  }

  /// A read half of the peer's data, without waiting; empty when it has closed.
  func receive() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = recv(number, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// All of it, or false when the peer has gone.
  func send(_ bytes: some Sequence<UInt8>) -> Bool {
    let flags = Int32(MSG_NOSIGNAL)
    let bytes = Array(bytes)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { sendPart($0[sent...], flags) }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  private func sendPart(_ bytes: Slice<UnsafeRawBufferPointer>, _ flags: Int32) -> Int {
    let part = UnsafeRawBufferPointer(rebasing: bytes)
    return CLibrary.send(number, part.baseAddress, part.count, flags)
  }

  /// Makes the next close send RST.
  func resetOnClose() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(number, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
  }
}

extension LoopbackServer.Family {
  func withAddress<Result>(port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    switch self {
    case .ipv4:
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    case .ipv6:
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      address.sin6_addr = in6addr_loopback
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    }
  }
}

/// A port where nobody answers.
public final class SilentPort: Sendable {
  public enum Silence: Sendable {
    /// Connections are made, by the kernel, and that is all.
    case afterConnecting
    /// Connections are neither made nor refused: the queue is full, so packets are dropped as a firewall drops them.
    /// Works where the kernel drops what does not fit, as Linux does.
    case packetsDropped
  }

  /// `127.0.0.1:41234`.
  public let authority: String
  private let listener: LoopbackSocket
  private let queue: [LoopbackSocket]

  public init(_ silence: Silence) throws {
    listener = try LoopbackSocket.listening(.ipv4, backlog: silence == .packetsDropped ? 0 : 64)
    let port = try listener.port()
    authority = "127.0.0.1:\(port)"
    var queue: [LoopbackSocket] = []
    var isFull = silence == .afterConnecting
    while !isFull {
      guard queue.count < 16 else { throw LoopbackServer.SystemError(call: "connect", code: EISCONN) }
      let socket = try LoopbackSocket.make(.ipv4)
      queue.append(socket)
      _ = fcntl(socket.number, F_SETFL, O_NONBLOCK)
      if LoopbackServer.Family.ipv4.withAddress(port: port, { connect(socket.number, $0, $1) }) == 0 {
        continue
      }
      var polled = pollfd(fd: socket.number, events: Int16(POLLOUT), revents: 0)
      isFull = poll(&polled, 1, 100) == 0
    }
    self.queue = queue
  }
}

/// A port that nothing listens on.
public func refusedURL(_ family: LoopbackServer.Family) throws -> String {
  let port = try LoopbackSocket.listening(family, backlog: 1).port()
  return family == .ipv4 ? "http://127.0.0.1:\(port)" : "http://[::1]:\(port)"
}

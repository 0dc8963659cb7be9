import CLibrary
import Unix

extension LoopbackServer {
  /// The thread: accepts, reads a request, answers, closes.
  final class Worker: Sendable {
    private let listener: LoopbackSocket
    /// Readable, at its end, when the server is to stop.
    private let stop: Int32
    private let shared: Shared
    private let answer: Answer

    init(listener: LoopbackSocket, stop: Int32, shared: Shared, answer: @escaping Answer) {
      self.listener = listener
      self.stop = stop
      self.shared = shared
      self.answer = answer
    }

    deinit { close(stop) }

    func start() throws {
      // Detached: it ends by the pipe, and nobody waits for it.
      let context = Unmanaged.passRetained(self)
      #if canImport(Glibc)
        var thread = pthread_t()
      #else
        var thread: pthread_t?
      #endif
      let code = pthread_create(&thread, nil, workerMain, context.toOpaque())
      guard code == 0 else {
        context.release()
        throw SystemError(call: "pthread_create", code: code)
      }
      #if canImport(Glibc)
        pthread_detach(thread)
      #else
        if let thread { pthread_detach(thread) }
      #endif
    }

    func run() {
      let end = Clock.wall + 60
      while Clock.wall < end {
        guard wait(for: listener.number, milliseconds: 60_000) else { return }
        let number = accept(listener.number, nil, nil)
        guard number >= 0 else { continue }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        serve(LoopbackSocket(owning: number))
      }
    }

    /// False when the server is to stop, or nothing came in time.
    private func wait(for descriptor: Int32, milliseconds: Int32) -> Bool {
      var polled = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      ]
      return poll(&polled, 2, milliseconds) > 0 && polled[1].revents == 0 && polled[0].revents != 0
    }

    private func serve(_ connection: LoopbackSocket) {
      guard let request = readRequest(from: connection) else { return }
      let response = answer(shared.record(request), request)
      switch response.fault {
      case .hang: waitForEnd(of: connection)
      case .close: return
      case .endlessHead:
        guard connection.send("HTTP/1.1 200 OK\r\n".utf8) else { return }
        let field = Array("X-Padding: \(String(repeating: "x", count: 500))\r\n".utf8)
        while connection.send(field), !isStopped {}
      case .none, .truncate, .reset, .stall, .dribble, .noLength, .noLengthCut, .chunked, .chunkedCut, .huge:
        guard connection.send(head(of: response)) else { return }
        sendBody(of: response, to: connection)
      }
    }

    private var isStopped: Bool {
      var polled = pollfd(fd: stop, events: Int16(POLLIN), revents: 0)
      return poll(&polled, 1, 0) > 0
    }

    /// Silence until the client goes or the server is stopped.
    private func waitForEnd(of connection: LoopbackSocket) {
      while wait(for: connection.number, milliseconds: 30_000), !connection.receive().isEmpty {}
    }

    private func readRequest(from connection: LoopbackSocket) -> Request? {
      var bytes: [UInt8] = []
      while bytes.suffix(4) != Array("\r\n\r\n".utf8)[...] {
        guard bytes.count < 65536, wait(for: connection.number, milliseconds: 10_000) else { return nil }
        let more = connection.receive()
        if more.isEmpty { return nil }
        bytes += more
        // A client that begins with TLS gets the answer of a server that knows only HTTP.
        if bytes.first == 0x16 {
          _ = connection.send("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)
          return nil
        }
      }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
      guard let words = lines.first?.split(separator: " "), words.count == 3 else { return nil }
      var headers: [String: String] = [:]
      for line in lines.dropFirst() {
        guard let colon = line.firstIndex(of: ":") else { continue }
        headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
      }
      return Request(method: String(words[0]), path: String(words[1]), headers: headers)
    }

    private func head(of response: Response) -> [UInt8] {
      var lines = ["HTTP/1.1 \(response.status) Answer"]
      if let type = response.type { lines.append("Content-Type: \(type)") }
      lines += response.headers.map { "\($0.name): \($0.value)" }
      switch response.fault {
      case .noLength, .noLengthCut, .huge: break
      case .chunked, .chunkedCut: lines.append("Transfer-Encoding: chunked")
      case .none, .truncate, .reset, .stall, .dribble, .hang, .close, .endlessHead:
        lines.append("Content-Length: \(response.body.count)")
      }
      lines += ["Connection: close", "", ""]
      return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func sendBody(of response: Response, to connection: LoopbackSocket) {
      let body = response.body
      let half = body.prefix(body.count / 2)
      switch response.fault {
      case .none, .noLength:
        _ = connection.send(body)
      case .truncate, .noLengthCut:
        _ = connection.send(half)
      case .reset:
        _ = connection.send(half)
        // The half has to be read first, or the reset overtakes it; the kernel says when it has been.
        drain(connection)
        connection.resetOnClose()
      case .stall:
        if connection.send(half) { waitForEnd(of: connection) }
      case .dribble:
        for start in stride(from: 0, to: body.count, by: 10) {
          guard connection.send(body[start..<min(start + 10, body.count)]) else { return }
          if wait(for: connection.number, milliseconds: 2) { return }
        }
      case .chunked, .chunkedCut:
        guard connection.send(Array("\(String(half.count, radix: 16))\r\n".utf8) + half + Array("\r\n".utf8))
        else {
          return
        }
        if response.fault == .chunkedCut { return }
        let rest = body.dropFirst(half.count)
        _ = connection.send(
          Array("\(String(rest.count, radix: 16))\r\n".utf8) + rest + Array("\r\n0\r\n\r\n".utf8))
      case .huge:
        let block = body.isEmpty ? [UInt8](repeating: 0x78, count: 65536) : body
        while connection.send(block), !isStopped {}
      case .hang, .close, .endlessHead:
        return
      }
    }

    /// Until the peer's kernel has taken everything that was sent.
    private func drain(_ connection: LoopbackSocket) {
      #if os(Linux)
        var pending: Int32 = 1
        while ioctl(connection.number, UInt(TIOCOUTQ), &pending) == 0, pending > 0, !isStopped {}
      #endif
    }
  }
}

/// What `pthread_create` starts. The parameter is optional on Linux only.
#if canImport(Darwin)
  private func workerMain(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<LoopbackServer.Worker>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#else
  private func workerMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<LoopbackServer.Worker>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#endif

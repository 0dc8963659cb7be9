import CLibrary

/// A small HTTP server on the loopback interface, for tests: it answers as it is told, also wrongly. One thread, one
/// connection after the other; it ends when it is stopped or let go, and by itself after a minute.
public final class LoopbackServer: Sendable {
  public enum Family: Sendable, CaseIterable {
    case ipv4, ipv6
  }

  /// What is decided for one request: its number (0 is the first) and itself.
  public typealias Answer = @Sendable (_ index: Int, _ request: Request) -> Response

  public struct SystemError: Error {
    public let call: String
    public let code: Int32
  }

  /// `http://127.0.0.1:41234`, without a final slash.
  public let url: String
  public let port: UInt16
  private let shared: Shared
  private let stopPipe: Int32

  public init(_ family: Family = .ipv4, answer: @escaping Answer) throws {
    let listener = try LoopbackSocket.listening(family, backlog: 64)
    port = try listener.port()
    url = family == .ipv4 ? "http://127.0.0.1:\(port)" : "http://[::1]:\(port)"
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError(call: "pipe", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stopPipe = ends[1]
    shared = Shared()
    let worker = Worker(listener: listener, stop: ends[0], shared: shared, answer: answer)
    try worker.start()
  }

  /// Serves texts by path, `/rfc/rfc4291.txt`, each with the same fault; 404 for anything else.
  public convenience init(
    _ family: Family = .ipv4, texts: [String: [UInt8]], fault: Response.Fault = .none
  ) throws {
    try self.init(family) { _, request in
      guard let text = texts[request.path] else { return Response(status: 404) }
      var response = Response(body: text)
      response.fault = fault
      return response
    }
  }

  deinit { stop() }

  /// What was asked so far.
  public var requests: [Request] { shared.requests }

  /// Closes the connection in hand and the listening socket. May be called again.
  public func stop() {
    if shared.stop() { close(stopPipe) }
  }
}

extension LoopbackServer {
  public struct Request: Hashable, Sendable {
    public let method: String
    public let path: String
    /// By lower-case name.
    public let headers: [String: String]
  }

  public struct Response: Sendable {
    /// The ways to break an answer off or to be slow with it.
    public enum Fault: Hashable, Sendable {
      case none
      /// Half of the body, then the connection closes.
      case truncate
      /// Half of the body, then the connection is reset.
      case reset
      /// Half of the body, then silence until the client goes.
      case stall
      /// Ten bytes every few milliseconds.
      case dribble
      /// Never answers.
      case hang
      /// Closes before any answer.
      case close
      /// No length; whole.
      case noLength
      /// No length, and half of the body.
      case noLengthCut
      /// In chunks, whole.
      case chunked
      /// In chunks, cut off before the end.
      case chunkedCut
      /// The body over and over, without a length and an end.
      case huge
      /// Header fields without an end.
      case endlessHead
    }

    public var status: Int
    public var type: String?
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]
    public var fault = Fault.none

    public init(
      status: Int = 200, type: String? = "text/plain; charset=utf-8",
      headers: [(name: String, value: String)] = [], body: [UInt8] = []
    ) {
      self.status = status
      self.type = type
      self.headers = headers
      self.body = body
    }

    public static func redirect(_ status: Int = 302, to location: String) -> Response {
      Response(status: status, headers: [("Location", location)])
    }

    public static func fault(_ fault: Fault, _ body: [UInt8] = []) -> Response {
      var response = Response(body: body)
      response.fault = fault
      return response
    }
  }

  /// What the thread and its owner share.
  final class Shared: @unchecked Sendable {
    // The mutex guards the two below it.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var recorded: [Request] = []
    private var isStopped = false

    init() { pthread_mutex_init(mutex, nil) }

    deinit {
      pthread_mutex_destroy(mutex)
      mutex.deallocate()
    }

    var requests: [Request] { locked { recorded } }

    /// The number of the request.
    func record(_ request: Request) -> Int {
      locked {
        // A test makes some ten; more is a loop gone wild, and only counted.
        recorded.append(request)
        return recorded.count - 1
      }
    }

    /// True the first time.
    func stop() -> Bool {
      locked {
        defer { isStopped = true }
        return !isStopped
      }
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      return body()
    }
  }
}

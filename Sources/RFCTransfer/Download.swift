import RFCModel
import StoreTerms
import Unix

/// How far a download is.
public enum DownloadProgress: Hashable, Sendable {
  /// From the first look-up of the name to the first byte of an answer.
  case connecting
  /// - Parameters:
  ///   - bytes: what has arrived, unpacked.
  ///   - expected: how much it will be; nil where that is not known, as with a packed body.
  case receiving(bytes: Int, expected: Int?)
  /// The server was busy; it is asked again in so many seconds.
  case waitingToRetry(seconds: Int)
  /// The published text, which is in the cache now where that takes it; or the index, which is not.
  case finished([UInt8])
  /// The server still has what it had: only where it was told what that was.
  case notModified
}

/// A download: a curl child at a time, a temporary file, and the checks before it enters the cache.
///
/// Nothing happens by itself: whoever holds it polls ``descriptors`` until ``deadline`` and calls ``advance()``,
/// until that returns ``DownloadProgress/finished(_:)`` or throws. Then, and when it is cancelled or let go, there is
/// no child and no temporary file any more, and what was in the cache before is there or has been replaced by a good
/// text. Where the cache takes nothing, the text is handed over and ``notices`` says so.
public final class Download {
  public let resource: Resource
  /// Where it was asked for last: another URL than the first one after a redirect.
  public private(set) var url: WebURL
  /// The server's, for the next time it is asked; known when it is over.
  public private(set) var entityTag: String?

  /// What there is to say of a text although it came; known when it is over.
  public private(set) var notices: [StoreError] = []

  /// Whether what came is in the cache; known when it is over.
  public var isKept: Bool { !notices.contains(where: \.isNotKept) }

  private enum State {
    case transferring(CurlTransfer)
    /// Until a moment of the monotonic clock.
    case waiting(until: UInt64, url: WebURL)
    case over(Result<DownloadProgress, StoreError>)
  }

  private static let redirectLimit = 5

  private let curl: String
  private let settings: StoreSettings
  private let environment: [String: String]
  private let policy: RetryPolicy
  private let trace: ((String) -> Void)?
  private let knownTag: String?
  private let path: String
  private var incoming: IncomingBytes?
  private var state: State
  private var attempt = 1
  private var visited: Set<WebURL>
  private var received = 0
  /// What came and ended in the middle: it is asked for once more.
  private var suspect: Int?

  package init(
    of resource: Resource, from url: WebURL, into incoming: IncomingBytes, path: String, curl: String,
    settings: StoreSettings, environment: [String: String], policy: RetryPolicy,
    trace: ((String) -> Void)?, entityTag: String? = nil
  ) throws(StoreError) {
    self.resource = resource
    self.incoming = incoming
    self.path = path
    self.curl = curl
    self.settings = settings
    self.environment = environment
    self.policy = policy
    self.trace = trace
    knownTag = entityTag
    self.url = url
    visited = [url]
    state = .over(.failure(.cancelled(resource)))
    try start(url)
  }

  deinit { cancel() }

  /// To be polled for reading. They change from one call of ``advance()`` to the next.
  public var descriptors: [Int32] {
    switch state {
    case .transferring(let transfer): transfer.descriptors
    case .waiting, .over: []
    }
  }

  /// The child at work, if there is one.
  var childID: Int32? {
    switch state {
    case .transferring(let transfer): transfer.childID
    case .waiting, .over: nil
    }
  }

  /// When ``advance()`` must be called although nothing is to be read: nanoseconds of CLOCK_MONOTONIC. Nil when all is
  /// over.
  public var deadline: UInt64? {
    switch state {
    case .transferring(let transfer): deadline(of: transfer)
    case .waiting(let moment, _): moment
    case .over: nil
    }
  }

  /// Takes in what has arrived, at most about a megabyte, and goes on to the next hop, try or check where one is due.
  /// Never waits, and does no harm at any time.
  ///
  /// - Throws: the failure of the download; the same one again when called after it.
  public func advance() throws(StoreError) -> DownloadProgress {
    do throws(StoreError) {
      switch state {
      case .over(let result):
        return try result.get()
      case .waiting(let moment, let url):
        if Clock.monotonic >= moment { try start(url) }
      case .transferring(let transfer):
        try advance(transfer)
      }
      return try progress()
    } catch {
      end(with: .failure(error))
      throw error
    }
  }

  /// Ends the child and removes the temporary file. Does nothing once all is over.
  public func cancel() {
    if case .over = state { return }
    end(with: .failure(.cancelled(resource)))
  }

  private func progress() throws(StoreError) -> DownloadProgress {
    switch state {
    case .transferring(let transfer):
      guard transfer.report.isHeadComplete, let head = transfer.report.head, head.status == 200 else {
        return .connecting
      }
      return .receiving(bytes: received, expected: head.expectedBytes)
    case .waiting(let moment, _):
      let now = Clock.monotonic
      return .waitingToRetry(seconds: moment > now ? Int((moment - now + 999_999_999) / 1_000_000_000) : 0)
    case .over(let result):
      return try result.get()
    }
  }

  private func end(with result: Result<DownloadProgress, StoreError>) {
    if case .transferring(let transfer) = state { transfer.cancel() }
    incoming = nil
    state = .over(result)
  }

  // MARK: One request

  private func start(_ url: WebURL) throws(StoreError) {
    self.url = url
    received = 0
    try writing { (incoming) throws(FileProblem) in try incoming.restart() }
    let command = CurlCommand(
      path: curl, url: url, settings: settings, environment: environment, entityTag: knownTag,
      isRepeated: suspect != nil)
    if let note = command.note { trace?(note.line) }
    do throws(ChildProcess.StartError) {
      state = .transferring(try CurlTransfer(command, url: url, trace: trace))
    } catch {
      throw .curlNotStarted(resource, errno: error.code)
    }
  }

  private func advance(_ transfer: CurlTransfer) throws(StoreError) {
    for _ in 0..<16 {
      switch transfer.next() {
      case .body(let bytes):
        try take(bytes, of: transfer)
      case .ended:
        return try conclude(transfer)
      case .endlessHead:
        throw failure(.endlessHead, of: transfer)
      case .nothingYet:
        guard Clock.monotonic >= deadline(of: transfer) else { return }
        throw failure(transfer.report.hasSentRequest ? .stalled(received: received) : .noAnswer, of: transfer)
      }
    }
  }

  /// Until the request is sent, curl keeps the time itself, and tells what it was waiting for; only a curl that is
  /// stuck is ended from here.
  private func deadline(of transfer: CurlTransfer) -> UInt64 {
    let grace: UInt64 = transfer.report.hasSentRequest ? 0 : 2_000_000_000
    return transfer.lastActivity + settings.timeout.nanoseconds + grace
  }

  private func take(_ bytes: ArraySlice<UInt8>, of transfer: CurlTransfer) throws(StoreError) {
    received += bytes.count
    // Counted as it comes out of curl, so a small packed body that grows is stopped too.
    let length = transfer.report.head?.contentLength ?? 0
    guard max(received, length) <= resource.sizeLimit else {
      throw failure(.tooLarge(limit: resource.sizeLimit), of: transfer)
    }
    // The body of a redirect is of no use.
    guard transfer.report.head?.status == 200 else { return }
    try writing { (incoming) throws(FileProblem) in
      try incoming.append(bytes, limit: resource.sizeLimit)
    }
  }

  private func conclude(_ transfer: CurlTransfer) throws(StoreError) {
    let report = transfer.report
    let problem = report.failure(exit: transfer.exit(), received: received)
    switch problem {
    case nil:
      try finish(transfer)
    case .unexpectedStatus(304) where knownTag != nil:
      end(with: .success(.notModified))
    case .unexpectedStatus(301), .unexpectedStatus(302), .unexpectedStatus(303), .unexpectedStatus(307),
      .unexpectedStatus(308):
      try follow(report.redirect, from: transfer)
    case .tooManyRequests, .serverError, .closedWithoutAnswer:
      try retry(transfer, after: problem ?? .closedWithoutAnswer)
    case let problem?:
      throw failure(problem, of: transfer)
    }
  }

  /// Hop by hop, and not by curl, so that the rule is exact: https stays https, and nothing but HTTP is spoken.
  private func follow(_ target: String?, from transfer: CurlTransfer) throws(StoreError) {
    guard let target, let url = try? WebURL(target), url.scheme == .https || transfer.url.scheme == .http
    else {
      throw failure(.redirectForbidden(to: target), of: transfer)
    }
    guard visited.insert(url).inserted else { throw failure(.redirectLoop(to: url), of: transfer) }
    guard visited.count <= Self.redirectLimit + 1 else {
      throw failure(.tooManyRedirects(limit: Self.redirectLimit), of: transfer)
    }
    if let shown = TraceLine.shown(TraceNote.redirected(to: url).line) { trace?(shown) }
    try start(url)
  }

  private func retry(_ transfer: CurlTransfer, after problem: TransferFailure) throws(StoreError) {
    let head = transfer.report.head
    switch policy.decision(afterAttempt: attempt, retryAfter: head?.retryAfter, now: Clock.wall) {
    case .giveUp:
      throw failure(problem, of: transfer)
    case .askedToWait(let seconds):
      throw failure(.askedToWait(status: head?.status ?? 0, seconds: seconds), of: transfer)
    case .retry(let milliseconds):
      attempt += 1
      trace?(
        TraceNote.tryAgain(attempt, of: policy.tries, after: IdleTimeout(milliseconds: milliseconds)).line)
      state = .waiting(until: Clock.monotonic + UInt64(milliseconds) * 1_000_000, url: transfer.url)
    }
  }

  private func finish(_ transfer: CurlTransfer) throws(StoreError) {
    var bytes: [UInt8] = []
    try writing { (incoming) throws(FileProblem) in
      bytes = try incoming.contents(limit: resource.sizeLimit)
    }
    if let problem = TextCheck.problem(with: bytes, as: resource, head: transfer.report.head) {
      throw failure(problem, of: transfer)
    }
    if case .document(let id) = resource, TextEnding.isSuspect(bytes) {
      let fingerprint = Fingerprint.of(bytes)
      guard let suspect else {
        suspect = fingerprint
        trace?(TraceNote.askedOnceMore.line)
        return try start(transfer.url)
      }
      guard suspect == fingerprint else { throw failure(.brokenOff(received: bytes.count), of: transfer) }
      notices.append(.endAbruptly([id]))
    }
    entityTag = transfer.report.head?.entityTag
    if case .document(let id) = resource {
      try writing { (incoming) throws(FileProblem) in try incoming.commit() }
      if let problem = incoming?.problem { notices.append(.notKept(id, path: path, problem)) }
    }
    end(with: .success(.finished(bytes)))
  }

  private func writing(_ body: (IncomingBytes) throws(FileProblem) -> Void) throws(StoreError) {
    guard let incoming else { throw .cancelled(resource) }
    do throws(FileProblem) {
      try body(incoming)
    } catch {
      throw .cannotWrite(path: path, error)
    }
  }

  private func failure(_ failure: TransferFailure, of transfer: CurlTransfer) -> StoreError {
    let endpoint = Endpoint(url: transfer.url, proxy: transfer.report.proxy, timeout: settings.timeout)
    return .transfer(resource, failure, endpoint)
  }
}

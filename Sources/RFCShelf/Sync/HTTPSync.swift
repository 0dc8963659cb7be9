import CLibrary
import RFCModel
import RFCTransfer
import StoreTerms
import Unix

/// Brings documents over HTTP: many at a time by a ``CurlBatch``; those that did not arrive that way then one by one
/// by a ``Download``, which knows about redirects and pauses and has the words for what went wrong. A busy server is
/// asked for a document three times at most, its answers while it is busy with all of them not counted; a text that
/// was cut short is asked for four times, one that ends in the middle once more.
final class HTTPSync {
  private let store: RFCStore
  private let curl: String
  private let staging: StagingFolder
  private let record: SyncRecord
  private var pace: SyncPace
  /// What the paths of documents are put behind. Where the server has moved as a whole, it is the new place.
  private var base: WebURL
  /// Whether what is asked for has come before, and no cache on the way is to answer in the server's place.
  private var repeats = false
  /// Failures in a row that say more about the server than about a document.
  private var failuresInRow = 0

  /// So many of them, and no document between them: a portal that answers everything with its own page.
  private static let failureLimit = 10
  /// A pause that is asked for and longer than this, in seconds, ends what is under way.
  private static let patience = 2

  init(_ store: RFCStore, into staging: StagingFolder, jobs: Int, record: SyncRecord) throws(StoreError) {
    guard let curl = CurlCommand.find(in: store.environment) else { throw .curlMissing(.series) }
    self.store = store
    self.curl = curl
    self.staging = staging
    self.record = record
    pace = SyncPace(jobs: jobs)
    base = store.settings.server.base
  }

  /// - Returns: false where the user has interrupted it.
  /// - Throws: what concerns all documents: no connection, a full disk.
  func bring(_ numbers: [RFCNumber]) throws(StoreError) -> Bool {
    var queue = numbers[...]
    var single: [RFCNumber] = []
    var cutBefore: Set<RFCNumber> = []
    var suspect: [RFCNumber] = []
    repeats = false
    while !queue.isEmpty || !suspect.isEmpty {
      if queue.isEmpty {
        queue = suspect[...]
        suspect = []
        repeats = true
      }
      let batch = Array(queue.prefix(pace.batchSize))
      queue = queue.dropFirst(batch.count)
      let result = try run(batch)
      if result.isInterrupted { return false }
      suspect += result.suspect
      queue = ArraySlice(result.unanswered + queue)
      if result.isServerBusy { queue += result.busyNumbers } else { single += result.busyNumbers }
      if result.arrived > 0 {
        for number in result.cut {
          if cutBefore.insert(number).inserted { queue.append(number) } else { single.append(number) }
        }
      } else {
        // Before all the others fare like these: a proxy that refuses everything.
        for number in result.cut {
          guard try ask(number) else { return false }
        }
      }
      if let first = result.trouble {
        guard try ask(first) else { return false }
      }
      if let first = result.redirected.first {
        let place = base
        guard try ask(first) else { return false }
        let rest = result.redirected.dropFirst()
        if base == place { single += rest } else { queue = rest + queue }
      }
      guard try pause(after: result) else { return false }
    }
    for number in single {
      guard try ask(number) else { return false }
    }
    return true
  }

  // MARK: Many at a time

  private struct BatchResult {
    var arrived = 0
    /// To be asked for once more.
    var cut: [RFCNumber] = []
    /// To be asked for once more, when all the others have come.
    var suspect: [RFCNumber] = []
    var redirected: [RFCNumber] = []
    /// Still to be asked for.
    var unanswered: [RFCNumber] = []
    /// The document at which something came up that a ``Download`` has to find out.
    var trouble: RFCNumber?
    /// The last busy answer.
    var busy: (number: RFCNumber, failure: TransferFailure, head: ResponseHead?)?
    var busyNumbers: [RFCNumber] = []
    var isInterrupted = false

    /// More than a document here and there: a limit of requests, which says nothing of the documents.
    var isServerBusy: Bool { busyNumbers.count * 4 > arrived + cut.count }
  }

  private func run(_ numbers: [RFCNumber]) throws(StoreError) -> BatchResult {
    let batch = try start(numbers)
    var result = BatchResult()
    var tooLarge: RFCNumber?
    var looked = Clock.monotonic
    var lastActivity = looked
    var waiting = 0
    // A batch that is stopped still tells what has arrived before: that is taken in.
    while !batch.isOver {
      if wasInterrupted(waitingFor: batch.descriptor, milliseconds: 40) {
        result.isInterrupted = true
        batch.stop()
      }
      let answers = batch.answers()
      try take(answers, into: &result)
      if result.trouble != nil || mustWait(result) { batch.stop() }

      let now = Clock.monotonic
      if !answers.isEmpty { lastActivity = now }
      guard now >= looked + 100_000_000 else { continue }
      looked = now
      let files = staging.files()
      let bytes = files.reduce(0) { $0 + $1.bytes }
      if bytes != waiting { lastActivity = now }
      waiting = bytes
      // Counted as it comes out of curl, so a small packed body that grows is stopped too.
      if let number = batch.pending.values.first(where: { isTooLarge($0, in: files) }) {
        tooLarge = number
        batch.stop()
      } else if now >= lastActivity + store.settings.timeout.nanoseconds + 2_000_000_000 {
        result.trouble = result.trouble ?? numbers.first { batch.pending.values.contains($0) }
        batch.stop()
      }
      record.tell(record.progress.phase)
    }
    let pending = Set(batch.pending.values)
    // curl ended by itself and did not say what became of these: it does not like its configuration, say.
    if !batch.wasStopped, result.trouble == nil { result.trouble = numbers.first { pending.contains($0) } }
    for number in pending { staging.remove(CurlBatch.fileName(of: number)) }
    if let tooLarge {
      try fail(tooLarge, .tooLarge(limit: Resource.document(.rfc(tooLarge)).sizeLimit))
    }
    result.unanswered = numbers.filter { pending.contains($0) && $0 != tooLarge && $0 != result.trouble }
    return result
  }

  private func start(_ numbers: [RFCNumber]) throws(StoreError) -> CurlBatch {
    let urls = numbers.map { (number: $0, url: url(of: $0)) }
    let list: String
    do throws(FileProblem) {
      list = try staging.write(CurlBatch.list(urls), to: "list")
    } catch {
      throw .cannotWrite(path: staging.path, error)
    }
    let command = CurlCommand(
      path: curl, list: list, base: base, folder: staging.path, jobs: pace.jobs,
      settings: store.settings, environment: store.environment, isRepeated: repeats)
    do throws(ChildProcess.StartError) {
      return try CurlBatch(urls, log: staging.logPath, command: command)
    } catch {
      throw .curlNotStarted(.series, errno: error.code)
    }
  }

  private func take(
    _ answers: [(number: RFCNumber, answer: BatchAnswer)], into result: inout BatchResult
  ) throws(StoreError) {
    var arrivals: [StagingFolder.Arrival] = []
    for (number, answer) in answers {
      let name = CurlBatch.fileName(of: number)
      let verdict = answer.verdict
      if verdict == .arrived {
        arrivals.append(.init(number: number, name: name, head: answer.head))
        continue
      }
      staging.remove(name)
      switch verdict {
      case .arrived: break
      case .redirected: result.redirected.append(number)
      case .failed(let failure):
        if failure.concernsAll { throw error(number, failure) }
        try fail(number, failure)
      case .cut: result.cut.append(number)
      case .busy(let failure):
        result.busyNumbers.append(number)
        result.busy = (number, failure, answer.head)
      case .trouble:
        // The others are asked for again once it is known what the first one had.
        if result.trouble == nil { result.trouble = number } else { result.cut.append(number) }
      }
    }
    if arrivals.isEmpty { return }
    let admission: StagingFolder.Admission
    do throws(FileProblem) {
      admission = try staging.admit(arrivals)
    } catch {
      throw .cannotWrite(path: store.folders.rfcFolder, error)
    }
    if !admission.arrived.isEmpty {
      failuresInRow = 0
      result.arrived += admission.arrived.count
      record.arrived(admission)
    }
    result.suspect += admission.suspect
    for (number, failure) in admission.refused {
      switch failure {
      case .cutShort, .brokenOff, .empty, .html: result.cut.append(number)
      default: try fail(number, failure)
      }
    }
  }

  private func isTooLarge(_ number: RFCNumber, in files: [(name: String, bytes: Int)]) -> Bool {
    let name = CurlBatch.fileName(of: number)
    let limit = Resource.document(.rfc(number)).sizeLimit
    return files.contains { $0.bytes > limit && $0.name == name }
  }

  // MARK: Pauses

  /// Whether the server asks for a pause that is too long to go on with what is under way.
  private func mustWait(_ result: BatchResult) -> Bool {
    guard let text = result.busy?.head?.retryAfter else { return false }
    return (RetryPolicy.seconds(fromRetryAfter: text, now: Clock.wall) ?? 0) > Self.patience
  }

  /// - Returns: false where the user has interrupted it.
  private func pause(after result: BatchResult) throws(StoreError) -> Bool {
    let busy = result.busy.map { (failure: $0.failure, retryAfter: $0.head?.retryAfter) }
    let decision = pace.note(busy: busy, arrived: result.arrived, policy: store.policy, now: Clock.wall)
    guard let decision, let busy = result.busy else { return true }
    switch decision {
    case .giveUp: throw error(busy.number, busy.failure)
    case .askedToWait(let seconds):
      throw error(busy.number, .askedToWait(status: busy.head?.status ?? 0, seconds: seconds))
    case .retry(let milliseconds):
      let end = Clock.monotonic + UInt64(milliseconds) * 1_000_000
      while case let now = Clock.monotonic, now < end {
        let rest = Int((end - now + 999_999) / 1_000_000)
        record.tell(.waiting(seconds: (rest + 999) / 1000))
        if wasInterrupted(waitingFor: nil, milliseconds: min(1000, rest)) { return false }
      }
      record.tell(.receiving)
      return true
    }
  }

  private func wasInterrupted(waitingFor descriptor: Int32?, milliseconds: Int) -> Bool {
    var polled = [descriptor, record.interrupt].compactMap { $0 }.map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&polled, nfds_t(polled.count), Int32(milliseconds)) > 0, record.interrupt != nil else {
      return false
    }
    return polled.last?.revents != 0
  }

  // MARK: One at a time

  /// - Returns: false where the user has interrupted it.
  private func ask(_ number: RFCNumber) throws(StoreError) -> Bool {
    // It has been asked for once, by the batch.
    var policy = store.policy
    policy.tries -= 1
    for isLast in [false, true] {
      do throws(StoreError) {
        let source = url(of: number)
        let download = try store.download(
          .document(.rfc(number)), from: source, policy: isLast ? RetryPolicy(tries: 1) : policy)
        let bytes = try download.run(interrupt: record.interrupt) {
          if case .waitingToRetry(let seconds) = $0 { record.tell(.waiting(seconds: seconds)) }
        }
        failuresInRow = 0
        record.arrived(number, by: download, bytes: bytes?.count ?? 0)
        let path = DocumentID.rfc(number).relativePath
        if download.url != source, let place = download.url.removing(path: path) { base = place }
        return true
      } catch {
        switch error {
        case .cancelled: return false
        case .transfer(_, let failure, _):
          if failure.concernsAll { throw error }
          if isLast || !failure.isPassing {
            try note(error)
            return true
          }
          if wasInterrupted(waitingFor: nil, milliseconds: policy.firstPause) { return false }
        // The number has no text: known without asking.
        case .neverIssued, .noTextEdition:
          try note(error)
          return true
        default: throw error
        }
      }
    }
    return true
  }

  private func url(of number: RFCNumber) -> WebURL {
    base.appending(path: DocumentID.rfc(number).relativePath)
  }

  // MARK: Failures

  private func error(_ number: RFCNumber, _ failure: TransferFailure) -> StoreError {
    let endpoint = Endpoint(url: url(of: number), proxy: nil, timeout: store.settings.timeout)
    return .transfer(.document(.rfc(number)), failure, endpoint)
  }

  private func fail(_ number: RFCNumber, _ failure: TransferFailure) throws(StoreError) {
    try note(error(number, failure))
  }

  /// Names a document that cannot be had; throws where nothing else comes any more.
  private func note(_ error: StoreError) throws(StoreError) {
    if case .transfer(_, .notFound, _) = error {
      record.failed(error)
      return
    }
    failuresInRow += 1
    if failuresInRow >= Self.failureLimit { throw error }
    record.failed(error)
  }
}

extension TransferFailure {
  /// What would be no different with another document: no connection, no trust, no permission by a proxy.
  fileprivate var concernsAll: Bool {
    switch self {
    case .nameNotFound, .nameTimedOut, .proxyNameNotFound, .noAnswer, .refused, .unreachable, .notConnected,
      .notTrusted, .tlsFailed, .handshakeTimedOut, .proxyFailed, .proxyRefused, .askedToWait:
      true
    case .closedWithoutAnswer, .notHTTP, .endlessHead, .twoLengths, .forbidden, .notFound, .tooManyRequests,
      .serverError,
      .unexpectedStatus, .redirectLoop, .tooManyRedirects, .redirectForbidden, .stalled, .cutShort,
      .brokenOff, .undecodable, .tooLarge, .empty, .html, .notText, .wrongDocument, .curl, .curlKilled:
      false
    }
  }

  /// What the next try may not have, and a ``Download`` does not try again by itself.
  fileprivate var isPassing: Bool {
    switch self {
    case .forbidden, .cutShort, .brokenOff, .undecodable, .empty, .html, .curlKilled: true
    default: false
    }
  }
}

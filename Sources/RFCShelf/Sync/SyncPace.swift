import RFCTransfer
import StoreTerms

/// How fast documents are asked for: many connections while all goes well, fewer requests and pauses while the server
/// is busy. One that recovers gets the full speed again, step by step.
struct SyncPace {
  private let fullJobs: Int
  /// Connections at a time.
  private(set) var jobs: Int
  /// Documents that are asked for before the pace is looked at again.
  private(set) var batchSize: Int
  /// Batches in a row that brought busy answers and no document.
  private var fruitless = 0

  private static let slowBatch = 48
  private var fullBatch: Int { fullJobs * 40 }

  init(jobs: Int) {
    fullJobs = jobs
    self.jobs = jobs
    batchSize = jobs * 40
  }

  /// Takes in how a batch went.
  ///
  /// - Parameters:
  ///   - busy: the last busy answer, with the server's `Retry-After`; nil where there was none.
  ///   - arrived: how many documents the batch brought.
  /// - Returns: what to do before the next one; nil to go on at once.
  mutating func note(
    busy: (failure: TransferFailure, retryAfter: String?)?, arrived: Int, policy: RetryPolicy, now: Int
  ) -> RetryPolicy.Decision? {
    guard let busy else {
      fruitless = 0
      jobs = min(fullJobs, jobs * 2)
      batchSize = min(fullBatch, batchSize * 2)
      return nil
    }
    fruitless = arrived > 0 ? 0 : fruitless + 1
    jobs = max(1, jobs / 2)
    switch busy.failure {
    // Trouble with some requests is no wish for fewer of them.
    case .serverError where arrived >= batchSize / 2: batchSize = min(fullBatch, batchSize * 2)
    default: batchSize = min(batchSize, Self.slowBatch)
    }
    return policy.decision(afterAttempt: max(1, fruitless), retryAfter: busy.retryAfter, now: now)
  }
}

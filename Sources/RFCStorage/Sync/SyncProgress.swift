import RFCModel

/// How far a sync is.
public struct SyncProgress: Hashable, Sendable {
  public enum Phase: Hashable, Sendable {
    case connecting
    case receiving
    /// The server was busy; it is asked again in so many seconds.
    case waiting(seconds: Int)
  }

  public var phase = Phase.connecting
  /// How many documents were asked for, in all.
  public var wanted = 0
  /// How many of them are in the cache now.
  public var arrived = 0
  /// How many cannot be had.
  public var failed = 0
  /// Of those that have arrived, unpacked.
  public var bytes = 0

  public init() {}
}

/// What has become of the documents of a sync.
final class SyncRecord {
  private(set) var progress = SyncProgress()
  /// Why documents cannot be had: the first of them.
  private(set) var failures: [StoreError] = []
  /// Readable when the user no longer wants it; it is not read.
  let interrupt: Int32?
  private let onProgress: (SyncProgress) -> Void

  /// A server that lacks most of the series is to be borne, and nobody reads 8,000 lines.
  static let failureLimit = 10

  init(interrupt: Int32?, onProgress: @escaping (SyncProgress) -> Void) {
    self.interrupt = interrupt
    self.onProgress = onProgress
  }

  func want(_ count: Int) {
    progress.wanted += count
    tell(progress.phase)
  }

  func arrived(_ count: Int, bytes: Int) {
    progress.arrived += count
    progress.bytes += bytes
    tell(.receiving)
  }

  func failed(_ error: StoreError) {
    progress.failed += 1
    if failures.count < Self.failureLimit { failures.append(error) }
    tell(progress.phase)
  }

  func tell(_ phase: SyncProgress.Phase) {
    progress.phase = phase
    onProgress(progress)
  }
}

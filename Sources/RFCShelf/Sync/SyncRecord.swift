import RFCModel
import RFCTransfer
import StoreTerms

/// What has become of the documents of a sync.
final class SyncRecord {
  private(set) var progress = SyncProgress()
  /// Why documents cannot be had: the first of them.
  private(set) var failures: [StoreError] = []
  /// What came, and ends in the middle.
  private(set) var abrupt: [RFCNumber] = []
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

  func arrived(_ admission: StagingFolder.Admission) {
    abrupt += admission.abrupt
    arrived(admission.arrived.count, bytes: admission.bytes)
  }

  func arrived(_ count: Int, bytes: Int) {
    progress.arrived += count
    progress.bytes += bytes
    tell(.receiving)
  }

  func arrived(_ number: RFCNumber, by download: Download, bytes: Int) {
    if !download.notices.isEmpty { abrupt.append(number) }
    arrived(1, bytes: bytes)
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

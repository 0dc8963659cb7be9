import RFCModel
import StoreTerms
import Unix

/// Fills the cache from the whole series, or from a part of it: the one run that may at a time.
///
/// What has arrived is in the cache, whole and checked, whatever happens then.
public final class SeriesSync {
  /// What has come of it so far.
  public struct Outcome: Sendable {
    public let progress: SyncProgress
    /// Why documents cannot be had: the first ten of ``SyncProgress/failed``.
    public let failures: [StoreError]
    /// What ended it before its time, and would be no different with other documents.
    public let end: StoreError?
    public let isInterrupted: Bool
    /// What else there is to say: why HTTP had to do what rsync was to, which texts end in the middle.
    public let notices: [StoreError]
  }

  private let store: RFCStore
  private let lock: WriterLock
  private let staging: StagingFolder
  private let record: SyncRecord
  /// Nil where the series comes over HTTP from the start, or since rsync has failed.
  private var rsync: (sync: RsyncSync, module: RsyncModule)?
  private let http: HTTPSync
  private var notice: StoreError?
  private var end: StoreError?
  private var isInterrupted = false

  init(_ store: RFCStore, jobs: Int, record: SyncRecord) throws(StoreError) {
    try store.checkServer(for: .series)
    self.store = store
    self.record = record
    lock = try WriterLock.taken(store.folders)
    do throws(FileProblem) {
      staging = try StagingFolder(in: store.folders.rfcFolder)
    } catch {
      throw .cannotWrite(path: store.folders.rfcFolder, error)
    }
    http = try HTTPSync(store, into: staging, jobs: jobs, record: record)
    if let module = store.settings.rsyncModule,
      let sync = RsyncSync(store, from: module, into: staging, record: record)
    {
      rsync = (sync, module)
    }
  }

  public var outcome: Outcome {
    let abrupt = record.abrupt.isEmpty ? nil : StoreError.endAbruptly(record.abrupt.sorted().map { .rfc($0) })
    return Outcome(
      progress: record.progress, failures: record.failures, end: end, isInterrupted: isInterrupted,
      notices: [notice, abrupt].compactMap(\.self))
  }

  /// Brings documents into the cache. May be called again, with others.
  ///
  /// - Returns: whether it is worth going on: false where it was interrupted, or ended by something that concerns all
  ///   documents.
  public func bring(_ numbers: [RFCNumber]) -> Bool {
    guard end == nil, !isInterrupted else { return false }
    if numbers.isEmpty { return true }
    record.want(numbers.count)
    // A run that was killed had brought them.
    let inherited = staging.inherit(numbers)
    if !inherited.arrived.isEmpty { record.arrived(inherited) }
    do throws(StoreError) {
      isInterrupted = try !bringAnyhow(numbers.filter { !inherited.arrived.contains($0) })
    } catch {
      end = error
    }
    return end == nil && !isInterrupted
  }

  /// - Returns: false where the user has interrupted it.
  private func bringAnyhow(_ numbers: [RFCNumber]) throws(StoreError) -> Bool {
    if numbers.isEmpty { return true }
    guard let (sync, module) = rsync else { return try http.bring(numbers) }
    let arrivedBefore = record.progress.arrived
    switch try sync.bring(numbers) {
    case .interrupted: return false
    case .failed(let problem, let missing):
      // A firewall that lets HTTP through often stops rsync.
      notice = .rsync(module, problem)
      rsync = nil
      return try http.bring(missing)
    case .done(let missing) where record.progress.arrived == arrivedBefore && missing.count == numbers.count:
      // It has none of them, so it is laid out another way.
      return try http.bring(missing)
    case .done(let missing):
      for number in missing { record.failed(.notInModule(.document(.rfc(number)), module)) }
      return true
    }
  }
}

extension RFCStore {
  /// Starts a sync.
  ///
  /// - Parameters:
  ///   - jobs: how many connections to use at a time, 1 and up.
  ///   - interrupt: a descriptor that becomes readable when the user no longer wants it; it is not read.
  ///   - onProgress: is called whenever something has come, and some ten times a second.
  /// - Throws: ``StoreError/libraryFileBusy`` while another run is at it; offline, no curl, no folder.
  public func sync(
    jobs: Int, interrupt: Int32?, onProgress: @escaping (SyncProgress) -> Void
  ) throws(StoreError) -> SeriesSync {
    try SeriesSync(self, jobs: jobs, record: SyncRecord(interrupt: interrupt, onProgress: onProgress))
  }

  /// Clears away what a sync has left that was killed, unless another one is at work. Nothing depends on it.
  public func clearStaging() {
    guard let lock = try? WriterLock.taken(folders) else { return }
    withExtendedLifetime(lock) { _ = StagingFolder.sweep(folders.rfcFolder) }
  }

  /// Those of some RFCs whose text is not here, and may be somewhere. A file that is no text is as good as none.
  public func lacking(_ numbers: [RFCNumber]) throws(StoreError) -> [RFCNumber] {
    let cached = Set(try cachedDocuments().map(\.id))
    return withText(numbers).filter { !cached.contains(.rfc($0)) || !hasText(of: .rfc($0)) }
  }

  /// Those of some RFCs that have a text, as far as is known without asking.
  public func withText(_ numbers: [RFCNumber]) -> [RFCNumber] {
    numbers.filter { KnownNumbers.problem(with: .rfc($0)) == nil }
  }
}

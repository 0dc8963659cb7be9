import CLibrary
import RFCModel
import RFCTransfer
import StoreTerms
import Unix

/// Brings documents over rsync, all by one run of it, into the staging folder: rsync gives a file its name there when
/// it is whole.
final class RsyncSync {
  /// What came of it.
  enum End: Hashable {
    /// These did not come: the module has none.
    case done(missing: [RFCNumber])
    case interrupted
    /// These did not come.
    case failed(RsyncProblem, missing: [RFCNumber])
  }

  private let module: RsyncModule
  private let program: String
  private let store: RFCStore
  private let staging: StagingFolder
  private let record: SyncRecord
  /// What came and ended in the middle: asked for once more when all the others are there.
  private var suspect: [RFCNumber] = []

  /// Nil where rsync is not installed.
  init?(_ store: RFCStore, from module: RsyncModule, into staging: StagingFolder, record: SyncRecord) {
    guard let program = CurlCommand.find("rsync", in: store.environment) else { return nil }
    self.module = module
    self.program = program
    self.store = store
    self.staging = staging
    self.record = record
  }

  func bring(_ numbers: [RFCNumber]) throws(StoreError) -> End {
    suspect = []
    let end = try run(numbers)
    let again = suspect
    guard case .done(let missing) = end, !again.isEmpty else { return end }
    switch try run(again) {
    case .done(let rest):
      // What did not come again is as good as not there.
      return .done(missing: missing.filter { !again.contains($0) || rest.contains($0) })
    case let end: return end
    }
  }

  private func run(_ numbers: [RFCNumber]) throws(StoreError) -> End {
    let list = try writeList(of: numbers)
    let run: RsyncRun
    do throws(ChildProcess.StartError) {
      run = try start(with: list)
    } catch {
      return .failed(.notStarted(errno: error.code), missing: numbers)
    }
    var missing = Set(numbers)
    var looked = Clock.monotonic
    var isInterrupted = false
    while !run.isOver {
      var polled = [run.descriptor, record.interrupt].compactMap { $0 }.map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      if poll(&polled, nfds_t(polled.count), 100) > 0, record.interrupt != nil, polled.last?.revents != 0 {
        isInterrupted = true
        run.stop()
      }
      run.read()
      let now = Clock.monotonic
      guard run.isOver || now >= looked + 100_000_000 else { continue }
      looked = now
      try take(&missing, run)
      record.tell(record.progress.phase)
    }
    try take(&missing, run)
    if isInterrupted { return .interrupted }
    let rest = numbers.filter { missing.contains($0) }
    switch run.exit {
    // 23 and 24: some of the files are not there.
    case .status(0), .status(23), .status(24): return .done(missing: rest)
    case .status, .signal, .unknown:
      if run.isDiskFull { throw .cannotWrite(path: staging.path, .diskFull) }
      return .failed(.failed(run.reason), missing: rest)
    }
  }

  private func writeList(of numbers: [RFCNumber]) throws(StoreError) -> String {
    do throws(FileProblem) {
      return try staging.write(
        numbers.map { DocumentID.rfc($0).fileName + "\n" }.joined(), to: "list")
    } catch {
      throw .cannotWrite(path: staging.path, error)
    }
  }

  private func start(with list: String) throws(ChildProcess.StartError) -> RsyncRun {
    let timeout = String(max(1, store.settings.timeout.milliseconds / 1000))
    var environment = store.environment
    environment["LC_ALL"] = "C"
    let arguments = [
      "--no-motd", "--times", "--compress", "--max-size=32m",
      "--timeout=\(timeout)", "--contimeout=\(timeout)",
      // A line for each file: so that a run that is killed has rsync end too, when it has nobody to tell.
      "--out-format=%n", "--files-from=\(list)",
      "--", module.description, staging.path + "/",
    ]
    return try RsyncRun(program, arguments, environment: environment.map { "\($0.key)=\($0.value)" })
  }

  /// Moves what has come into the cache. What is no text of its number is as good as not there.
  private func take(_ missing: inout Set<RFCNumber>, _ run: RsyncRun) throws(StoreError) {
    var arrivals: [StagingFolder.Arrival] = []
    let limit = Resource.series.sizeLimit
    for file in staging.files() {
      // A server that sends more than it has said.
      if file.bytes > limit { run.stop() }
      guard let number = DocumentID(fileName: file.name)?.rfc, missing.contains(number) else {
        continue
      }
      arrivals.append(.init(number: number, name: file.name, head: nil))
    }
    if arrivals.isEmpty { return }
    do throws(FileProblem) {
      let admission = try staging.admit(arrivals)
      for number in admission.arrived { missing.remove(number) }
      for (number, failure) in admission.refused {
        missing.remove(number)
        record.failed(.refused(.document(.rfc(number)), failure, module))
      }
      suspect += admission.suspect
      record.arrived(admission)
    } catch {
      throw .cannotWrite(path: store.folders.rfcFolder, error)
    }
  }
}

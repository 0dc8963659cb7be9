import CellGrid
import RFCModel
import RFCShelf
import RFCTransfer
import ReaderCore
import StoreTerms
import UserFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The surroundings of a run: its environment, its folders, its settings, the store.
struct Machine {
  let environment: [String: String]
  let folders: StoreFolders
  let configuration: Configuration
  let store: RFCStore
  /// Whether standard error has told of the settings that cannot be used.
  private let hasToldProblems: Bool
  let refreshes: Bool
  /// Pages as printed, without title and status line.
  let isBare: Bool
  /// The options of less on the command line.
  let readerOptions: [OptionSetting]
  /// The settings of the command line again, for a run of ours in the background.
  let options: [String]

  /// - Parameter isReader: the screen tells of settings that cannot be used; else standard error does.
  init(_ settings: Settings = Settings(), isReader: Bool = false) throws(Failure) {
    environment = Self.readEnvironment()
    do throws(StoreError) {
      folders = try StoreFolders(environment: environment)
    } catch {
      throw Failure(error.message)
    }
    var configuration = Configuration.load(folders: folders, environment: environment)
    hasToldProblems = !isReader
    if hasToldProblems {
      for problem in configuration.problems { Output.error.write("rfcview: \(problem.message)\n") }
    }
    if let mirror = settings.mirror {
      do throws(WebURL.Problem) {
        try configuration.useMirror(mirror, by: "--mirror")
      } catch {
        throw .usage("--mirror: \(error.message(about: mirror)).")
      }
    }
    if let rsync = settings.rsync {
      do throws(RsyncModule.Problem) {
        try configuration.useRsync(rsync, by: "--rsync")
      } catch {
        throw .usage("--rsync: \(error.message(about: rsync)).")
      }
    }
    if let seconds = settings.timeout {
      guard let timeout = IdleTimeout(seconds) else {
        throw .usage("--timeout takes seconds, more than 0: not `\(printable(seconds))`.")
      }
      configuration.use(timeout, by: "--timeout")
    }
    if settings.isOffline { configuration.store.isOffline = true }
    self.configuration = configuration
    store = RFCStore(folders: folders, settings: configuration.store, environment: environment)
    refreshes = settings.refreshes
    isBare = settings.isBare
    readerOptions = settings.reader
    options =
      (settings.mirror.map { ["--mirror", $0] } ?? []) + (settings.timeout.map { ["--timeout", $0] } ?? [])
  }

  /// The published bytes of a text, downloaded where it must be. Standard error tells what there is to say of it.
  func bytes(of text: Text) throws(Failure) -> [UInt8] {
    let obtained = try obtain(text)
    say(obtained.notices)
    return obtained.bytes
  }

  /// The same for whoever has another place to tell it.
  func obtain(_ text: Text) throws(Failure) -> Obtained {
    switch try resolve(text) {
    case .file(let path): return Obtained(bytes: try readFile(path))
    case .standardInput: return Obtained(bytes: try readDescriptor(0, named: "standard input"))
    case .stored(let locator): return try obtain(locator.document, mustBeKept: false)
    case .subSeries(let series, let number):
      // Several, then: resolve has named the only one, or failed.
      let members = try members(of: series, number).map { "RFC \($0)" }
      throw .usage("\(series.rawValue) \(number) is \(members.joined(separator: " and ")): name one of them.")
    }
  }

  /// A sub-series of one member is that RFC; everything else is what it is.
  func resolve(_ text: Text) throws(Failure) -> Text {
    guard case .subSeries(let series, let number) = text else { return text }
    let members = try members(of: series, number)
    guard members.count == 1, let only = members.first else { return text }
    return .stored(Locator(.rfc(only)))
  }

  /// The RFCs that `BCP 14` stands for; never none.
  private func members(of series: SubSeries, _ number: Int) throws(Failure) -> [RFCNumber] {
    try asking { (catalogue) throws(StoreError) in try catalogue.members(of: series, number) }
  }

  /// A document from the cache, or downloaded: also where there is a file that is no text, or cannot be read.
  ///
  /// - Parameter mustBeKept: whether to read it is not enough.
  func obtain(
    _ id: DocumentID, mustBeKept: Bool, trace: ((String) -> Void)? = nil
  ) throws(Failure) -> Obtained {
    var problem: StoreError?
    if !refreshes {
      do throws(StoreError) {
        if let bytes = try store.load(id) { return Obtained(bytes: bytes) }
      } catch {
        if configuration.store.isOffline { throw Failure(error.message) }
        problem = error
      }
    }
    do throws(Failure) {
      let (bytes, download) = try run(trace: trace) { (store) throws(StoreError) in
        try store.fetch(id, mustBeKept: mustBeKept, trace: trace)
      }
      return Obtained(
        bytes: bytes ?? [], notices: [problem?.whenReplaced].compactMap(\.self) + download.notices,
        isDownloaded: true)
    } catch {
      if let problem { say([problem]) }
      throw error
    }
  }

  /// On standard error.
  func say(_ notices: [StoreError]) {
    for notice in notices { Output.error.write("rfcview: \(notice.message)\n") }
  }

  /// Runs a download to its end, with a progress line where standard error is a terminal. ^C ends it, and the program.
  ///
  /// - Returns: what was asked for, nil where it is not modified, and the download, which is over.
  func run(
    trace: ((String) -> Void)? = nil, _ start: (RFCStore) throws(StoreError) -> Download
  ) throws(Failure) -> (bytes: [UInt8]?, download: Download) {
    var line = ProgressLine(isShown: Output.error.isTerminal && trace == nil)
    defer { line.clear() }
    let interrupts = InterruptPipe()
    defer { interrupts.close() }
    do throws(StoreError) {
      let download = try start(store)
      let bytes = try download.run(interrupt: interrupts.descriptor) { line.show($0, of: download.resource) }
      return (bytes, download)
    } catch {
      line.clear()
      if case .cancelled = error { interrupts.endByInterrupt() }
      throw failure(error)
    }
  }

  /// Of the network.
  func failure(_ error: StoreError) -> Failure {
    guard case .noServer(let resource, _) = error else { return Failure(error.message) }
    // A setting that cannot be used is wrong usage.
    let words = hasToldProblems ? StoreError.noServer(resource, nil).message : error.message
    return Failure(words, status: ExitStatus.usage)
  }

  private static func readEnvironment() -> [String: String] {
    var result: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let equals = pair.utf8.firstIndex(of: 0x3D) {
        result[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      entry += 1
    }
    return result
  }
}

/// The bytes of a text, and what there is to say of it although it is there.
struct Obtained {
  let bytes: [UInt8]
  var notices: [StoreError] = []
  var isDownloaded = false
}

extension StoredCatalogue {
  /// The RFCs that `BCP 14` stands for; never none.
  func members(of series: SubSeries, _ number: Int) throws(StoreError) -> [RFCNumber] {
    guard let entry = try subSeries(series, number), !entry.members.isEmpty else {
      throw .noSuchSubSeries(series, number)
    }
    return entry.members
  }
}

private func readFile(_ path: String) throws(Failure) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw Failure("Cannot read \(printable(path)): \(String(cString: strerror(errno))).")
  }
  defer { close(descriptor) }
  return try readDescriptor(descriptor, named: printable(path))
}

private func readDescriptor(_ descriptor: Int32, named name: String) throws(Failure) -> [UInt8] {
  var bytes: [UInt8] = []
  var status = stat()
  if fstat(descriptor, &status) == 0, status.st_size > 0 {
    bytes.reserveCapacity(min(Int(status.st_size), IncomingText.limit) + 1)
  }
  let chunk = 1 << 16
  while true {
    let start = bytes.count
    var count = 0
    var problem: Int32 = 0
    bytes.append(
      contentsOf: [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        count = read(descriptor, buffer.baseAddress, chunk)
        problem = errno
        initialized = max(0, count)
      })
    if count == 0 { return bytes }
    if count < 0, problem == EAGAIN {
      var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&polled, 1, -1)
    } else if count < 0, problem != EINTR {
      throw Failure("Cannot read \(name): \(String(cString: strerror(problem))).")
    }
    guard start <= IncomingText.limit else {
      throw Failure("\(name) is larger than 256 MiB, which is the most that is read.")
    }
  }
}

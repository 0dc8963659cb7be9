import CLibrary
import RFCModel
import RFCTransfer
import StoreTerms
import Unix

/// The folder where the documents of a sync arrive, `rfc/.sync.Xa3k9Q`: on the disk of the cache, and out of sight
/// until they have been checked. To be made by the owner of the ``WriterLock``; it goes with its owner. What a run has
/// left that was killed is taken in by the next one, as far as it is whole.
final class StagingFolder {
  /// A file that is there, and what the server said of it.
  struct Arrival {
    let number: RFCNumber
    let name: String
    let head: ResponseHead?
  }

  /// What was made of some arrivals.
  struct Admission {
    var arrived: [RFCNumber] = []
    var bytes = 0
    var refused: [(number: RFCNumber, failure: TransferFailure)] = []
    /// To be asked for once more: they end in the middle.
    var suspect: [RFCNumber] = []
    /// Those among ``arrived`` that came so again.
    var abrupt: [RFCNumber] = []
  }

  let path: String
  /// What dead runs had brought and not taken in; it is in the cache now.
  private var inherited = Admission()
  private let cache: String
  /// What came and ended in the middle.
  private var suspects: [RFCNumber: Int] = [:]
  private static let prefix = ".sync."
  private static let logName = "answers"
  private static let bootName = "boot"

  /// - Parameter cache: the folder of the documents.
  init(in cache: String) throws(FileProblem) {
    self.cache = cache
    try FileSystem.makeFolder(cache, mode: 0o755)
    path = cache + "/" + Self.prefix + PartFile.randomLetters()
    guard mkdir(path, 0o700) == 0 else { throw FileProblem(errno: errno) }
    inherited = Self.sweep(cache, but: path)
    if let boot = Self.boot { _ = try write(boot, to: Self.bootName) }
  }

  /// That of a dead run.
  private init(adopting path: String, in cache: String) {
    self.path = path
    self.cache = cache
  }

  deinit { Self.remove(path) }

  func path(of name: String) -> String { path + "/" + name }

  /// Where a ``CurlBatch`` tells its answers.
  var logPath: String { path(of: Self.logName) }

  /// Writes a list for a child to read.
  func write(_ text: String, to name: String) throws(FileProblem) -> String {
    let path = path(of: name)
    let number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard number >= 0 else { throw FileProblem(errno: errno) }
    try Descriptor(owning: number).writeAll(Array(text.utf8)[...])
    return path
  }

  /// The files that are there, with their lengths.
  func files() -> [(name: String, bytes: Int)] {
    ((try? FileSystem.names(in: path)) ?? []).compactMap { name in
      var status = stat()
      guard lstat(path(of: name), &status) == 0 else { return nil }
      return (name, Int(status.st_size))
    }
  }

  func remove(_ name: String) { unlink(path(of: name)) }

  /// Moves what is a whole text of its number into the cache, and removes the rest.
  func admit(_ arrivals: [Arrival]) throws(FileProblem) -> Admission {
    var admission = Admission()
    var rest = arrivals[...]
    while !rest.isEmpty {
      try admit(group: rest.prefix(32), into: &admission)
      rest = rest.dropFirst(32)
    }
    return admission
  }

  /// Each text is on the disk before it gets its name. To start the writing of all and then to wait for each takes a
  /// tenth of the time: 1,216 texts 0.5 s instead of 5 s.
  private func admit(group: ArraySlice<Arrival>, into admission: inout Admission) throws(FileProblem) {
    var whole: [(arrival: Arrival, file: Descriptor)] = []
    for arrival in group {
      let number = open(path(of: arrival.name), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
      if number < 0 {
        // Where a body has no byte, curl makes no file.
        guard errno == ENOENT else { throw FileProblem(errno: errno) }
        admission.refused.append((arrival.number, .empty))
        continue
      }
      let file = Descriptor(owning: number)
      let resource = Resource.document(.rfc(arrival.number))
      var problem: TransferFailure?
      var size = 0
      do throws(FileProblem) {
        let bytes = try FileSystem.read(file, limit: resource.sizeLimit)
        size = bytes.count
        problem = TextCheck.problem(with: bytes, as: resource, head: arrival.head)
        if problem == nil, TextEnding.isSuspect(bytes) {
          let fingerprint = Fingerprint.of(bytes)
          guard let before = suspects.updateValue(fingerprint, forKey: arrival.number) else {
            remove(arrival.name)
            admission.suspect.append(arrival.number)
            continue
          }
          if before == fingerprint {
            admission.abrupt.append(arrival.number)
          } else {
            problem = .brokenOff(received: size)
          }
        }
      } catch {
        guard case .tooLarge(let limit) = error else { throw error }
        problem = .tooLarge(limit: limit)
      }
      if let problem {
        remove(arrival.name)
        admission.refused.append((arrival.number, problem))
      } else {
        FileSystem.startWriting(file)
        whole.append((arrival, file))
        admission.bytes += size
      }
    }
    for (_, file) in whole { try file.sync() }
    for (arrival, _) in whole {
      let target = cache + "/" + DocumentID.rfc(arrival.number).fileName
      guard rename(path(of: arrival.name), target) == 0 else { throw FileProblem(errno: errno) }
      admission.arrived.append(arrival.number)
    }
    if !whole.isEmpty { FileSystem.syncFolder(cache) }
  }

  // MARK: What dead runs have left

  /// Those of some documents that a dead run had brought; told once.
  func inherit(_ numbers: [RFCNumber]) -> Admission {
    let wanted = Set(numbers)
    let found = Admission(arrived: inherited.arrived.filter { wanted.contains($0) }, bytes: inherited.bytes)
    if found.arrived.isEmpty { return Admission() }
    inherited = Admission()
    return found
  }

  /// Takes in what is whole of it and removes the rest; for the owner of the ``WriterLock`` too.
  @discardableResult
  static func sweep(_ cache: String, but own: String? = nil) -> Admission {
    PartFile.sweep(cache)
    var admission = Admission()
    for name in (try? FileSystem.names(in: cache)) ?? [] where name.hasPrefix(prefix) {
      let path = cache + "/" + name
      if path == own { continue }
      let folder = StagingFolder(adopting: path, in: cache)
      guard let left = try? folder.admit(folder.wholeFiles()) else { continue }
      admission.arrived += left.arrived
      admission.bytes += left.bytes
    }
    return admission
  }

  /// Files that curl has told to be whole, and those that rsync has given their names. None after a restart of the
  /// machine, which may have had no time to write them to the disk.
  private func wholeFiles() -> [Arrival] {
    guard let boot = Self.boot, let bytes = try? FileSystem.read(path(of: Self.bootName), limit: 100),
      bytes.elementsEqual(boot.utf8)
    else { return [] }
    var arrivals: [Arrival] = []
    let files = Set(files().map(\.name))
    for name in files {
      guard let number = DocumentID(fileName: name)?.rfc else { continue }
      arrivals.append(Arrival(number: number, name: name, head: nil))
    }
    var reader = BatchAnswer.Reader()
    let log = (try? FileSystem.read(logPath, limit: 16 << 20)) ?? []
    for answer in reader.accept(log[...]) where answer.verdict == .arrived {
      guard let file = answer.url.split(separator: "/").last,
        let number = DocumentID(fileName: file)?.rfc
      else { continue }
      let name = CurlBatch.fileName(of: number)
      if files.contains(name) { arrivals.append(Arrival(number: number, name: name, head: answer.head)) }
    }
    return arrivals
  }

  /// Another one after each start of the machine; nil where the system does not tell. A file of /proc has no length.
  private static let boot: String? = {
    let number = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return nil }
    let file = Descriptor(owning: number)
    var buffer = [UInt8](repeating: 0, count: 64)
    guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ file.readBytes(into: $0) }) else {
      return nil
    }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }()

  private static func remove(_ path: String) {
    for name in (try? FileSystem.names(in: path)) ?? [] { unlink(path + "/" + name) }
    rmdir(path)
  }
}

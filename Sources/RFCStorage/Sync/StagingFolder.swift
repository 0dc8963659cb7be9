import RFCModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder where the documents of a sync arrive, `rfc/.sync.Xa3k9Q`: on the disk of the cache, and out of sight
/// until they have been checked. To be made by the owner of the ``WriterLock``; it goes with its owner, and what a
/// dead run has left goes with the next one.
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
  }

  let path: String
  private let cache: String
  private static let prefix = ".sync."

  /// - Parameter cache: the folder of the documents.
  init(in cache: String) throws(FileProblem) {
    self.cache = cache
    try FileSystem.makeFolder(cache, mode: 0o755)
    Self.sweep(cache)
    path = cache + "/" + Self.prefix + PartFile.randomLetters()
    guard mkdir(path, 0o755) == 0 else { throw FileProblem(errno: errno) }
  }

  deinit { Self.remove(path) }

  func path(of name: String) -> String { path + "/" + name }

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

  /// Removes what dead runs have left; for the owner of the ``WriterLock`` too.
  static func sweep(_ cache: String) {
    PartFile.sweep(cache)
    for name in (try? FileSystem.names(in: cache)) ?? [] where name.hasPrefix(prefix) {
      remove(cache + "/" + name)
    }
  }

  private static func remove(_ path: String) {
    for name in (try? FileSystem.names(in: path)) ?? [] { unlink(path + "/" + name) }
    rmdir(path)
  }
}

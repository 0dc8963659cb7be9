import CLibrary

/// The few things that the store asks of the file system.
public enum FileSystem {
  /// The bytes of a regular file; nil where there is none.
  package static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8]? {
    // Without O_NONBLOCK a FIFO in a file's place would hang the run.
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if number < 0 {
      if isMissing(path, errno) { return nil }
      throw FileProblem(errno: errno)
    }
    return try read(Descriptor(owning: number), limit: limit)
  }

  /// Whether there is nothing of a name that cannot be opened: without its folder, as below a home of `/dev/null`, there
  /// is no file. Where something else stands in the folder's place, it may have been meant.
  private static func isMissing(_ path: String, _ code: Int32) -> Bool {
    code == ENOENT || (code == ENOTDIR && access(folder(of: path), F_OK) != 0)
  }

  /// The first bytes of a regular file, `count` at most; nil where there is none that can be read.
  package static func beginning(of path: String, count: Int) -> [UInt8]? {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { return nil }
    let file = Descriptor(owning: number)
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      if case .bytes(let read) = file.readBytes(into: UnsafeMutableRawBufferPointer(buffer)) { filled = read }
    }
  }

  /// What a descriptor of a regular file holds from its current offset on.
  package static func read(_ file: Descriptor, limit: Int) throws(FileProblem) -> [UInt8] {
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw FileProblem(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isAFolder
    default: throw .notPermitted
    }
    guard Int(status.st_size) <= limit else { throw .tooLarge(limit: limit) }

    var problem: FileProblem?
    let size = Int(status.st_size)
    // All arrays without room are one, whose count would be written, and by two threads at once.
    guard size > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        switch file.readBytes(into: rest) {
        case .bytes(let more): count += more
        case .end, .nothingYet: return
        case .failed(let code):
          problem = FileProblem(errno: code)
          return
        }
      }
    }
    if let problem { throw problem }
    return bytes
  }

  /// Makes a folder and what is missing above it. One of the user's that is there and open to others is narrowed.
  package static func makeFolder(_ path: String, mode: mode_t) throws(FileProblem) {
    if mkdir(path, mode) == 0 { return }
    switch errno {
    case EEXIST:
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder }
      if let narrow = narrowed(status, to: mode) { chmod(path, narrow) }
    case ENOENT:
      let parent = folder(of: path)
      guard parent != path else { throw .missing }
      try makeFolder(parent, mode: mode)
      if mkdir(path, mode) != 0, errno != EEXIST { throw FileProblem(errno: errno) }
    case let code: throw FileProblem(errno: code)
    }
  }

  /// A file to be locked, made where it is missing. Nobody else may open it: whoever can read a file can hold its lock.
  package static func openLock(_ path: String) throws(FileProblem) -> Descriptor {
    let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard number >= 0 else { throw FileProblem(errno: errno) }
    var status = stat()
    if fstat(number, &status) == 0, let narrow = narrowed(status, to: 0o600) { fchmod(number, narrow) }
    return Descriptor(owning: number)
  }

  /// Makes an empty file of the user's own where there is none, and closes one that is there to others, without opening
  /// it: to close it again would let go of SQLite's locks. Where that cannot be done, whoever needs the file finds out.
  package static func keepPrivate(_ path: String) {
    let number = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if number >= 0 {
      close(number)
      return
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    if let narrow = narrowed(status, to: 0o600) { chmod(path, narrow) }
  }

  /// The mode of a file of the user's without what `mode` does not grant to others; nil where that changes nothing.
  private static func narrowed(_ status: stat, to mode: mode_t) -> mode_t? {
    let narrow = status.st_mode & 0o7777 & (mode | ~0o077)
    return status.st_uid == geteuid() && narrow != status.st_mode & 0o7777 ? narrow : nil
  }

  /// What others may do with a document of the cache: read it, unless the user's umask says no.
  package static let documentMode: mode_t = {
    // There is no other way to ask for it than to set it; for that moment it is as narrow as can be.
    let mask = umask(0o077)
    umask(mask)
    return 0o644 & ~mask
  }()

  /// Renames over what is there, then makes the new name outlive a power cut.
  package static func replace(_ path: String, with new: String) throws(FileProblem) {
    guard rename(new, path) == 0 else { throw FileProblem(errno: errno) }
    syncFolder(folder(of: path))
  }

  /// Makes the names in a folder outlive a power cut. Some file systems cannot; the files are whole either way.
  package static func syncFolder(_ path: String) {
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if number >= 0 { try? Descriptor(owning: number).sync() }
  }

  /// Has the system begin to write a file to the disk, where it can be told to; ``Descriptor/sync()`` then finds most
  /// of it done. That it is not needed any more has Linux write it at once; `sync_file_range` would say it better, and
  /// Swift does not see it.
  package static func startWriting(_ file: Descriptor) {
    #if os(Linux)
      _ = posix_fadvise(file.number, 0, 0, POSIX_FADV_DONTNEED)
    #endif
  }

  /// The names in a folder, in no order; none where there is no folder.
  public static func names(in folder: String) throws(FileProblem) -> [String] {
    guard let stream = opendir(folder) else {
      if isMissing(folder, errno) { return [] }
      throw FileProblem(errno: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

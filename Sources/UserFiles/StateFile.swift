import CLibrary
import StoreTerms
import Unix

/// A small file below the state folder that several runs read and change, each without losing what another wrote.
struct StateFile {
  /// What is larger than ``limit`` was not written by us: it is neither read nor rewritten.
  static let limit = 64 << 10

  let path: String
  /// Bytes, of what is read and of what is written.
  var limit = StateFile.limit
  /// One for the whole state folder. A file of its own, since the file itself is replaced at every change.
  let lockPath: String

  /// Empty where there is no file.
  func read() throws(StoreError) -> [UInt8] {
    do throws(FileProblem) {
      return try FileSystem.read(path, limit: limit) ?? []
    } catch {
      throw .cannotRead(path: path, error)
    }
  }

  /// Reads the file again under the lock, and replaces it by what `change` makes of it. A file that cannot be read is
  /// not touched.
  func update(_ change: ([UInt8]) -> [UInt8]) throws(StoreError) {
    let folder = FileSystem.folder(of: path)
    do throws(FileProblem) {
      try FileSystem.makeFolder(FileSystem.folder(of: lockPath), mode: 0o700)
      try FileSystem.makeFolder(folder, mode: 0o700)
      let lock = try lock()
      defer { withExtendedLifetime(lock) {} }
      let old = try FileSystem.read(path, limit: limit) ?? []
      let new = change(old)
      if new == old { return }
      guard new.count <= limit else { throw .tooLarge(limit: limit) }
      PartFile.sweep(folder)
      let part = try PartFile(for: path, mode: 0o600)
      try part.append(new[...])
      try part.commit()
    } catch {
      throw .cannotWrite(path: path, error)
    }
  }

  /// The lock is held for some milliseconds. Whoever holds it for a second was stopped, and is not waited for.
  private func lock() throws(FileProblem) -> Descriptor {
    let file = try FileSystem.openLock(lockPath)
    for _ in 0..<50 {
      if flock(file.number, LOCK_EX | LOCK_NB) == 0 { return file }
      // Where a file system knows no locks, the last writer wins.
      guard errno == EWOULDBLOCK || errno == EINTR else { return file }
      poll(nil, 0, 20)
    }
    throw .locked
  }
}

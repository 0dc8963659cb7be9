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

  /// The lock is held for some milliseconds, and whoever has it leaves the time in it. One who holds it for a second was
  /// stopped, and is not waited for; while it goes from one to the other, everybody comes to have it.
  private func lock() throws(FileProblem) -> Descriptor {
    let file = try FileSystem.openLock(lockPath)
    var turn = Self.turn(of: file)
    var (waited, unchanged) = (0, 0)
    while unchanged < 1000, waited < Self.patience {
      if flock(file.number, LOCK_EX | LOCK_NB) == 0 {
        var now = Clock.monotonic
        pwrite(file.number, &now, MemoryLayout.size(ofValue: now), 0)
        return file
      }
      // Where a file system knows no locks, the last writer wins.
      guard errno == EWOULDBLOCK || errno == EINTR else { return file }
      // Of several that wait, none always asks just before the lock is free.
      let pause = Int32.random(in: 1...12)
      poll(nil, 0, pause)
      let now = Self.turn(of: file)
      unchanged = now == turn ? unchanged + Int(pause) : 0
      waited += Int(pause)
      turn = now
    }
    throw .locked
  }

  /// Milliseconds, for a lock that others have in turn.
  private static let patience = 10_000

  private static func turn(of file: Descriptor) -> UInt64 {
    var turn: UInt64 = 0
    pread(file.number, &turn, MemoryLayout.size(ofValue: turn), 0)
    return turn
  }
}

import CLibrary
import StoreTerms
import Unix

/// The right to change the library and to fill the cache from the whole series: one run at a time has it. It dies
/// with its owner, and readers need none.
final class WriterLock {
  private let file: Descriptor

  /// Nil while another run has it.
  ///
  /// - Throws: where the cache folder cannot be written.
  init?(_ folders: StoreFolders) throws(FileProblem) {
    try FileSystem.makeFolder(folders.cache, mode: 0o755)
    file = try FileSystem.openLock(folders.cache + "/library.lock")
    // Where a file system knows no locks, nobody can have it, and everybody may write: SQLite has locks of its own.
    if flock(file.number, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
  }

  // To close it would not do at once where a child is just being started, which for a moment has it open too.
  deinit { flock(file.number, LOCK_UN) }
}

extension WriterLock {
  /// - Throws: ``StoreError/libraryFileBusy`` while another run has it.
  static func taken(_ folders: StoreFolders) throws(StoreError) -> WriterLock {
    let lock: WriterLock?
    do throws(FileProblem) {
      lock = try WriterLock(folders)
    } catch {
      throw .cannotWrite(path: folders.cache, error)
    }
    guard let lock else { throw .libraryFileBusy }
    return lock
  }
}

import CLibrary

/// The file that a download fills, in the folder where it will stay: `.rfc4291.txt.Xa3k9Q.part`. It is locked while
/// the run that fills it lives; one whose lock can be had was left by a run that died. Until it is whole it is the
/// user's alone, who could otherwise be kept from it by a lock.
package final class PartFile {
  package let target: String
  private let mode: mode_t
  private let path: String
  private let file: Descriptor
  private var isCommitted = false

  /// - Parameters:
  ///   - target: the path that ``commit()`` renames to.
  ///   - mode: of the file from then on.
  package init(for target: String, mode: mode_t = FileSystem.documentMode) throws(FileProblem) {
    self.target = target
    self.mode = mode
    let folder = FileSystem.folder(of: target)
    let name = target.dropFirst(folder.count + 1)
    while true {
      let path = "\(folder)/.\(name).\(Self.randomLetters()).part"
      let number = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if number < 0 {
        if errno == EEXIST || errno == EINTR { continue }
        throw FileProblem(errno: errno)
      }
      let file = Descriptor(owning: number)
      // Another run's sweep may have taken it for a leftover between the two calls. Where a file system knows no
      // locks, nobody can take it, and leftovers stay.
      if flock(number, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { continue }
      var status = stat()
      guard fstat(number, &status) == 0, status.st_nlink > 0 else { continue }
      self.path = path
      self.file = file
      return
    }
  }

  deinit {
    if !isCommitted { unlink(path) }
  }

  package func append(_ bytes: ArraySlice<UInt8>) throws(FileProblem) { try file.writeAll(bytes) }

  /// Forgets what was written.
  package func restart() throws(FileProblem) {
    guard ftruncate(file.number, 0) == 0, lseek(file.number, 0, SEEK_SET) == 0 else {
      throw FileProblem(errno: errno)
    }
  }

  /// Bytes that were written.
  package func size() throws(FileProblem) -> Int {
    let offset = lseek(file.number, 0, SEEK_CUR)
    guard offset >= 0 else { throw FileProblem(errno: errno) }
    return Int(offset)
  }

  /// All that was written.
  package func contents(limit: Int) throws(FileProblem) -> [UInt8] {
    guard lseek(file.number, 0, SEEK_SET) == 0 else { throw FileProblem(errno: errno) }
    return try FileSystem.read(file, limit: limit)
  }

  /// Puts it in the target's place, whole or not at all.
  package func commit() throws(FileProblem) {
    fchmod(file.number, mode)
    try file.sync()
    try FileSystem.replace(target, with: path)
    isCommitted = true
  }

  /// Removes what dead runs left in a folder. What cannot be removed stays: sweeping is no reason to fail.
  package static func sweep(_ folder: String) {
    guard let names = try? FileSystem.names(in: folder) else { return }
    for name in names where name.hasPrefix(".") && name.hasSuffix(".part") {
      let path = "\(folder)/\(name)"
      let number = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard number >= 0 else { continue }
      let file = Descriptor(owning: number)
      if flock(file.number, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
    }
  }

  package static func randomLetters() -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    return String((0..<6).compactMap { _ in letters.randomElement() })
  }
}

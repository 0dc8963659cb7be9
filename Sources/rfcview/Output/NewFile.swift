import CLibrary
import Unix

/// A file that is not there yet.
struct NewFile {
  let path: String

  /// Writes it whole, or not at all; one that is there stays as it is.
  ///
  /// - Returns: why it cannot be written; nil where it is.
  func write(_ bytes: [UInt8]) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      return errno == EEXIST ? "already exists; not overwritten" : String(cString: strerror(errno))
    }
    let code = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    close(descriptor)
    guard code != 0 else { return nil }
    unlink(path)
    return String(cString: strerror(code))
  }
}

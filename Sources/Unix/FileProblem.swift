import CLibrary

/// Why a file or folder of ours could not be read or written.
public enum FileProblem: Error, Hashable, Sendable {
  case diskFull
  /// Permissions, or a file system mounted read-only.
  case notPermitted
  /// A file stands where a folder is needed.
  case notAFolder
  /// A folder stands where a file is needed.
  case isAFolder
  case missing
  /// More than `limit` bytes, which nothing of ours is.
  case tooLarge(limit: Int)
  /// Packed, and damaged or cut short.
  case notWhole
  /// Another run holds the lock and does not let go.
  case locked
  /// Any other `errno`.
  case system(Int32)

  package init(errno code: Int32) {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull
    case EACCES, EPERM, EROFS: self = .notPermitted
    case ENOTDIR: self = .notAFolder
    case EISDIR: self = .isAFolder
    case ENOENT: self = .missing
    default: self = .system(code)
    }
  }
}

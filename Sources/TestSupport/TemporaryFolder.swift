import CLibrary
import Unix

/// An empty folder that is removed, with all that is in it, when the last reference goes. It is below `/tmp` whatever
/// `TMPDIR` says: tmux has its socket in it, whose path may have about a hundred bytes (unix(7), `sun_path`).
public final class TemporaryFolder: Sendable {
  public struct SystemError: Error {
    public let call: String
    public let code: Int32
  }

  /// Absolute, without a final slash.
  public let path: String

  public init() throws {
    var template = Array("/tmp/rfcview-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(call: "mkdtemp", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Writes a file below the folder, with the folders above it.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw SystemError(call: "mkdir", code: errno) }
    }
    guard let stream = fopen(file, "w") else { throw SystemError(call: "fopen", code: errno) }
    defer { fclose(stream) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw SystemError(call: "fwrite", code: errno)
    }
    return file
  }

  /// The bytes of a file below the folder; nil where there is none.
  public func read(_ name: String) -> [UInt8]? {
    (try? FileSystem.read("\(path)/\(name)", limit: .max)) ?? nil
  }

  /// The names in a folder below, sorted, hidden ones too.
  public func names(in folder: String) -> [String] {
    ((try? FileSystem.names(in: "\(path)/\(folder)")) ?? []).sorted()
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in (try? FileSystem.names(in: path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}

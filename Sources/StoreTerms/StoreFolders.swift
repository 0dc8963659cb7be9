import CLibrary
import RFCModel
import Unix

/// Where things are kept. Source: XDG Base Directory Specification, which has relative values ignored.
public struct StoreFolders: Hashable, Sendable {
  /// `~/.cache/rfcview`: what can be had again.
  public let cache: String
  /// `~/.local/state/rfcview`: what is remembered between runs.
  public let state: String
  /// `~/.config/rfcview`: what the user writes.
  public let configuration: String

  /// - Parameter environment: the variables of the process.
  /// - Throws: ``StoreError/noHomeFolder`` where neither the variables nor the password file name a place.
  public init(environment: [String: String]) throws(StoreError) {
    let home = Self.absolute(environment["HOME"]) ?? Self.homeInPasswordFile(of: getuid())
    func folder(_ variable: String, _ fallback: String) throws(StoreError) -> String {
      if let base = Self.absolute(environment[variable]) { return Self.join(base, "rfcview") }
      guard let home else { throw .noHomeFolder }
      return Self.join(home, fallback + "/rfcview")
    }
    cache = try folder("XDG_CACHE_HOME", ".cache")
    state = try folder("XDG_STATE_HOME", ".local/state")
    configuration = try folder("XDG_CONFIG_HOME", ".config")
  }

  /// `~/.config/rfcview/config`.
  public var configurationFile: String { configuration + "/config" }

  /// `~/.cache/rfcview/rfc/rfc4291.txt`.
  public func file(of id: DocumentID) -> String { cache + "/" + id.relativePath }

  /// `~/.cache/rfcview/rfc`.
  package var rfcFolder: String { cache + "/rfc" }

  private static func absolute(_ path: String?) -> String? {
    guard let path, path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
    return path
  }

  private static func join(_ base: String, _ rest: String) -> String {
    base.hasSuffix("/") ? base + rest : base + "/" + rest
  }

  /// Read here and not with `getpwuid`, which in a static executable would have to load the libraries of the machine
  /// that it runs on. Users of a directory service have `HOME`.
  static func homeInPasswordFile(of user: uid_t, path: String = "/etc/passwd") -> String? {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 20) else { return nil }
    for line in bytes.split(separator: 0x0A) {
      let fields = line.split(separator: 0x3A, omittingEmptySubsequences: false)
      guard fields.count >= 7, String(decoding: fields[2], as: UTF8.self) == String(user) else { continue }
      return absolute(String(decoding: fields[5], as: UTF8.self))
    }
    return nil
  }
}

import StoreTerms
import Unix

extension StoreFolders {
  /// `~/.config/rfcview/keys`: the user's own keys.
  public var keyFile: String { configuration + "/keys" }

  /// Its bytes; none where there is no file.
  ///
  /// - Parameter limit: the most bytes that it may have.
  public func keyFileBytes(limit: Int) throws(ConfigurationError) -> [UInt8] {
    do throws(FileProblem) {
      return try FileSystem.read(keyFile, limit: limit) ?? []
    } catch {
      throw ConfigurationError(place: .file(keyFile), problem: .unreadable(error))
    }
  }
}

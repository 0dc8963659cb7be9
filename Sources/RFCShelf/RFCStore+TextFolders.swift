import RFCModel
import RFCTransfer
import StoreTerms
import Unix

extension RFCStore {
  /// Where the user's folders of texts may have them, in the order in which they are asked: each itself, `rfc/` and
  /// `links/` below it.
  /// Debian has the texts in /usr/share/doc/RFC/links, packed.
  var searchedFolders: [String] {
    settings.textFolders.flatMap { folder in
      let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      return [base, base + "/rfc", base + "/links"]
    }
  }

  /// Where a document may be, in the order in which it is looked for: in the libraries, packed or not, and in the
  /// cache. Drafts are not looked for in libraries: their names are not the RFC Editor's.
  func places(of id: DocumentID) -> [String] {
    let own = folders.file(of: id)
    guard !settings.textFolders.isEmpty, id.rfc != nil else { return [own] }
    return searchedFolders.flatMap { folder in
      [id.fileName, id.fileName + Gzip.suffix].map { folder + "/" + $0 }
    } + [own]
  }

  /// The first file that is a text. One that is none, or cannot be read, hides no other.
  ///
  /// - Returns: nil where there is no file.
  /// - Throws: what is wrong with the first one, where there are only such.
  func find(_ id: DocumentID) throws(StoreError) -> (path: String, bytes: [UInt8])? {
    var problem: StoreError?
    for path in places(of: id) {
      do throws(StoreError) {
        if let bytes = try read(id, at: path) { return (path, bytes) }
      } catch {
        problem = problem ?? error
      }
    }
    if let problem { throw problem }
    return nil
  }

  private func read(_ id: DocumentID, at path: String) throws(StoreError) -> [UInt8]? {
    let bytes: [UInt8]
    do throws(FileProblem) {
      let limit = Resource.document(id).sizeLimit
      guard let stored = try FileSystem.read(path, limit: limit) else { return nil }
      bytes = path.hasSuffix(Gzip.suffix) ? try Gzip.unpacked(stored, limit: limit) : stored
    } catch {
      switch error {
      // No folder, no file.
      case .notAFolder: return nil
      // What others call so is no text of theirs; in the cache nothing could ever take its place.
      case .isAFolder where path != folders.file(of: id): return nil
      default: throw .cannotRead(path: path, error)
      }
    }
    if let failure = TextCheck.problem(withFile: bytes) { throw .spoiled(id, path: path, failure) }
    return bytes
  }

  /// Whether there is a file that looks like a text, by its beginning: 1,216 of them take 10 ms.
  func hasText(of id: DocumentID) -> Bool {
    places(of: id).contains { path in
      guard let bytes = FileSystem.beginning(of: path, count: TextCheck.beginningBytes) else { return false }
      let text = path.hasSuffix(Gzip.suffix) ? Gzip.beginning(bytes) : bytes
      return TextCheck.problem(withFile: text) == nil
    }
  }
}

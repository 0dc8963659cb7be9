import RFCModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension RFCStore {
  /// The folders of the libraries, in the order in which they are asked: each itself, `rfc/` and `links/` below it.
  /// Debian has the texts in /usr/share/doc/RFC/links, packed.
  var libraryFolders: [String] {
    configuration.libraries.flatMap { library in
      let base = library.hasSuffix("/") ? String(library.dropLast()) : library
      return [base, base + "/rfc", base + "/links"]
    }
  }

  /// The file of a document in the first library that has it, packed or not; nil where none has. Drafts are not looked
  /// for: their names are not the RFC Editor's.
  func pathInLibrary(of id: DocumentID) -> String? {
    guard !configuration.libraries.isEmpty, case .rfc = id else { return nil }
    for folder in libraryFolders {
      for path in [id.fileName, id.fileName + Gzip.suffix].map({ folder + "/" + $0 }) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 {
          return path
        }
      }
    }
    return nil
  }
}

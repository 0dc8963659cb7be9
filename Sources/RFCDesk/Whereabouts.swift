import RFCModel

extension Desk {
  /// Where a text is: in the cache, in a library, or where the user says.
  ///
  /// - Throws: ``DeskError/notCached(_:)`` for a document that is in none.
  public func path(of text: Text) throws(DeskError) -> String {
    switch try resolve(text) {
    case .file(let path): return path
    case .standardInput: throw .inputHasNoPath
    case .subSeries(let series, let number, _): throw try several(series, number)
    case .stored(let locator):
      let id = locator.document
      guard try cachedBytes(of: id) != nil else { throw .notCached(id) }
      return store.path(of: id)
    }
  }

  /// Where a document is, or would be; nothing says that it is there.
  public func file(of id: DocumentID) -> String { store.path(of: id) }

  /// Nil for what is not there, or cannot be read.
  public func pathInCache(of id: DocumentID) -> String? {
    (try? store.load(id)).flatMap(\.self) == nil ? nil : store.path(of: id)
  }
}

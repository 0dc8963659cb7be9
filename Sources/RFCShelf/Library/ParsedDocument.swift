import RFCModel
import RFCTransfer

/// What a document of the cache is to the full text, before the library is touched.
struct ParsedDocument: Sendable {
  enum Content: Sendable {
    case entry(FullTextEntry, fingerprint: Int)
    /// Touched, or copied again: the index has its text.
    case known
    case unreadable
  }

  let document: CachedDocument
  let content: Content

  /// - Parameter fingerprints: of what the index has, by name.
  init(_ document: CachedDocument, of store: RFCStore, fingerprints: [String: Int]) {
    self.document = document
    guard let bytes = try? store.load(document.id) else {
      content = .unreadable
      return
    }
    let fingerprint = Fingerprint.of(bytes)
    content =
      fingerprints[document.id.baseName] == fingerprint
      ? .known : .entry(FullTextEntry(bytes, of: document.id), fingerprint: fingerprint)
  }

  /// About the bytes that it holds.
  var size: Int {
    if case .entry(let entry, _) = content { return entry.passages.text.count }
    return 0
  }
}

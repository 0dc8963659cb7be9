extension DocumentID {
  /// Where a document lies below the cache folder, and below a mirror's base URL: `rfc/rfc4291.txt`,
  /// `draft/draft-ietf-quic-transport-34.txt`. Being the same for both, a cache folder that is served over HTTP is a
  /// mirror. Drafts have a folder of their own, so that `rsync --delete` may keep the RFCs' one.
  package var relativePath: String {
    switch self {
    case .rfc: "rfc/" + fileName
    case .draft: "draft/" + fileName
    }
  }

  /// The document that a file holds by its name: `rfc9110.txt`, `RFC9110.html`, `draft-ietf-quic-transport-34.txt`, packed
  /// or not. A number alone may be anything.
  public init?(copiedTo path: some StringProtocol) {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let name = path[start...].lowercased()
    guard name.hasPrefix("rfc") || name.hasPrefix("draft-"), !name.contains(" "), !name.contains("#"),
      let locator = Locator(typed: name)
    else { return nil }
    self = locator.document
  }
}

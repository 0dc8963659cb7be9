/// The server that texts are asked of: the RFC Editor's, or one that the user named.
public struct MirrorURL: Hashable, Sendable, CustomStringConvertible {
  /// What paths are put behind.
  public let base: WebURL
  private let isNamed: Bool

  /// A server named by the user: `https://rfc.example`, `http://[::1]:8080/mirror`. Naming one with http is the
  /// permission to use http.
  public init(_ text: some StringProtocol) throws(WebURL.Problem) {
    guard !text.contains("?"), !text.contains("#") else { throw .notABase }
    base = try WebURL(text)
    isNamed = true
  }

  private init(rfcEditor: WebURL) {
    base = rfcEditor
    isNamed = false
  }

  /// `https://www.rfc-editor.org`; drafts from `https://www.ietf.org`.
  public static let rfcEditor = MirrorURL(rfcEditor: .rfcEditor)

  /// Where a document is asked for. A named mirror is asked for everything, drafts too, in the layout of the cache
  /// folder: nothing goes to a host that the user did not name.
  public func url(of id: DocumentID) -> WebURL {
    guard !isNamed, case .draft = id else { return base.appending(path: id.relativePath) }
    return WebURL.ietf.appending(path: "archive/id/" + id.fileName)
  }

  /// Where the index of RFCs lies below a base, and below the cache folder.
  package static let feedPath = "rfc-index.xml"

  /// Where the index of RFCs is asked for.
  package var feedURL: WebURL { base.appending(path: Self.feedPath) }

  /// Where the list of errata lies below a base, which may lead on to another place.
  package static let errataPath = "errata.json"

  /// Where the list of errata is asked for.
  package var errataURL: WebURL { base.appending(path: Self.errataPath) }

  public var description: String { base.description }
}

extension WebURL {
  static let rfcEditor = WebURL(host: "www.rfc-editor.org")
  static let ietf = WebURL(host: "www.ietf.org")

  private init(host: String) { self.init(scheme: .https, host: host, port: nil, target: "/") }
}

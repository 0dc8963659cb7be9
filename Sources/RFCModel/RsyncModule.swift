/// Where rsync finds the texts: a module of a daemon, and a folder in it. Source: rsync(1).
public struct RsyncModule: Hashable, Sendable, CustomStringConvertible {
  /// A text that names no module.
  public struct Problem: Error, Hashable, Sendable {
    package init() {}
  }

  /// `rsync.rfc-editor.org`, `[::1]:8730`.
  public let authority: String
  /// `rfcs-text-only`, `mirror/rfc`.
  public let path: String

  /// `HOST::MODULE`, `rsync://HOST:PORT/MODULE`; folders may follow. Neither a user, which rsync would ask a password
  /// for, nor a program or a path of this machine: nothing that is not meant as a daemon.
  public init(_ text: some StringProtocol) throws(Problem) {
    let text = String(text)
    let authority: Substring
    let rest: Substring
    if text.hasPrefix("rsync://") {
      let target = text.dropFirst(8)
      authority = target.prefix { $0 != "/" }
      rest = target.dropFirst(authority.count)
    } else if let colons = Self.doubleColon(in: text) {
      authority = text[..<colons]
      rest = text[text.index(colons, offsetBy: 2)...]
    } else {
      throw Problem()
    }
    // A host and a port are what they are in a URL.
    guard let url = try? WebURL("http://\(authority)/"), url.target == "/" else { throw Problem() }
    var folders = rest.split(separator: "/", omittingEmptySubsequences: false)
    if rest.hasPrefix("/") { folders.removeFirst() }
    if folders.last?.isEmpty ?? false { folders.removeLast() }
    guard !folders.isEmpty, folders.allSatisfy(Self.isName) else { throw Problem() }
    self.authority = url.authority
    path = folders.joined(separator: "/")
  }

  private init(authority: String, path: String) {
    self.authority = authority
    self.path = path
  }

  /// The RFC Editor's own.
  public static let rfcEditor = RsyncModule(authority: "rsync.rfc-editor.org", path: "rfcs-text-only")

  /// `rsync://rsync.rfc-editor.org/rfcs-text-only/`, as rsync takes it.
  public var description: String { "rsync://\(authority)/\(path)/" }

  /// In `[::1]::module` the first two stand in brackets.
  private static func doubleColon(in text: String) -> String.Index? {
    var start = text.startIndex
    if text.hasPrefix("["), let bracket = text.firstIndex(of: "]") { start = bracket }
    return text[start...].indices.first { text[$0...].hasPrefix("::") }
  }

  private static func isName(_ text: Substring) -> Bool {
    (1...200).contains(text.utf8.count) && text != "." && text != ".."
      && text.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2B: true
        default: false
        }
      }
  }
}

/// Whether the whole series comes over rsync.
public enum RsyncChoice: Hashable, Sendable {
  /// From the RFC Editor's module; not where another server is named as the mirror.
  case ofServer
  case off
  case module(RsyncModule)

  /// `off`, or a module.
  public init(_ text: some StringProtocol) throws(RsyncModule.Problem) {
    self = text == "off" ? .off : .module(try RsyncModule(text))
  }
}

import CLibrary

/// An absolute http or https URL that is safe to hand to curl: printable ASCII, no user or password in it, a port
/// that can be. Source: RFC 3986, sections 3 and 3.2.
public struct WebURL: Hashable, Sendable, CustomStringConvertible {
  public enum Scheme: String, Sendable {
    case http, https

    var defaultPort: Int {
      switch self {
      case .http: 80
      case .https: 443
      }
    }
  }

  /// What is wrong with a text that should have been a URL.
  public enum Problem: Error, Hashable, Sendable {
    /// Neither http nor https, or no scheme at all.
    case scheme
    case host
    /// Not in 1...65535; as written.
    case port(String)
    case userInformation
    /// A blank, a control byte or one beyond ASCII.
    case character
    /// Over 2,048 bytes.
    case tooLong
    /// A query or a fragment, where a base is wanted.
    case notABase
  }

  public let scheme: Scheme
  /// In lower case; an IPv6 address stands in brackets.
  public let host: String
  /// Nil where it is the scheme's own.
  public let port: Int?
  /// Path and query, beginning with `/`.
  public let target: String

  /// A fragment is dropped.
  public init(_ text: some StringProtocol) throws(Problem) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 2048 else { throw .tooLong }
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C }) else { throw .character }
    let text = String(decoding: bytes, as: UTF8.self)

    guard let colon = text.firstIndex(of: ":"), let scheme = Scheme(rawValue: text[..<colon].lowercased()),
      text[colon...].hasPrefix("://")
    else { throw .scheme }
    self.scheme = scheme

    let rest = text[text.index(colon, offsetBy: 3)...]
    let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    (host, port) = try Self.parse(authority: rest[..<authorityEnd], defaultPort: scheme.defaultPort)

    let target = rest[authorityEnd...].prefix { $0 != "#" }
    self.target = target.hasPrefix("/") ? String(target) : "/" + target
  }

  init(scheme: Scheme, host: String, port: Int?, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  /// `www.rfc-editor.org`, `[::1]:8080`.
  public var authority: String { port.map { "\(host):\($0)" } ?? host }

  public var description: String { "\(scheme.rawValue)://\(authority)\(target)" }

  /// Whether it is the same server that answers, as far as an address can tell: scheme, host and port. Source: RFC 6454.
  package func isOfSameOrigin(as other: WebURL) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }

  /// This URL with a path below its own.
  package func appending(path: String) -> WebURL {
    let base = target.hasSuffix("/") ? target : target + "/"
    return WebURL(scheme: scheme, host: host, port: port, target: base + path)
  }

  /// The inverse of ``appending(path:)``; nil where the path is another one.
  package func removing(path: String) -> WebURL? {
    guard target.hasSuffix("/" + path) else { return nil }
    return WebURL(
      scheme: scheme, host: host, port: port, target: String(target.dropLast(path.utf8.count)))
  }

  private static func parse(
    authority: Substring, defaultPort: Int
  ) throws(Problem) -> (host: String, port: Int?) {
    guard !authority.contains("@") else { throw .userInformation }
    let host: Substring
    let after: Substring
    if authority.hasPrefix("[") {
      guard let bracket = authority.firstIndex(of: "]") else { throw .host }
      var address = in6_addr()
      let inner = String(authority[authority.index(after: authority.startIndex)..<bracket])
      guard inet_pton(AF_INET6, inner, &address) == 1 else { throw .host }
      host = authority[...bracket]
      after = authority[authority.index(after: bracket)...]
    } else {
      host = authority.prefix { $0 != ":" }
      after = authority[host.endIndex...]
      guard isName(host) || isIPv4(host) else { throw .host }
    }
    if after.isEmpty { return (host.lowercased(), nil) }
    guard after.hasPrefix(":") else { throw .host }
    let digits = after.dropFirst()
    guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits), (1...65535).contains(port)
    else { throw .port(String(digits)) }
    return (host.lowercased(), port == defaultPort ? nil : port)
  }

  /// A name whose last label is not a number, so that `127.0.0.999` and `1.2.3` are not names.
  private static func isName(_ host: Substring) -> Bool {
    var labels = host.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    guard host.utf8.count <= 253, let last = labels.last,
      !last.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.utf8.first != 0x2D
        && label.utf8.allSatisfy {
          switch $0 {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
          default: false
          }
        }
    }
  }

  private static func isIPv4(_ host: Substring) -> Bool {
    var address = in_addr()
    return inet_pton(AF_INET, String(host), &address) == 1
  }
}

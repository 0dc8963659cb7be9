import RFCModel
import StoreTerms
import Unix

/// The user's own settings for curl (`curl-config`), and who gets what of them. The server that is asked by name gets
/// all. Another one, to which that server leads, gets what says how to reach it, and nothing that tells who asks: no
/// user, header, cookie, certificate, and no option that this version does not know.
struct CurlConfigFile {
  /// What a request is given.
  enum Share: Hashable {
    case all
    /// Lines for curl, and the names of their options; how many options stay behind.
    case route([UInt8], names: [String], left: Int)
    /// The file does not say for certain what is in it.
    case none(CurlConfigProblem)
  }

  let path: String
  /// The server that is asked by name.
  private let owner: WebURL

  /// Nil where there is none.
  init?(_ settings: StoreSettings) {
    guard let path = settings.curlConfig else { return nil }
    self.path = path
    owner = settings.server.base
  }

  func share(for url: WebURL) -> Share {
    if url.isOfSameOrigin(as: owner) { return .all }
    guard let bytes = (try? FileSystem.read(path, limit: Self.limit)) ?? nil else {
      return .none(.unreadable(limit: Self.limit))
    }
    return Self.route(in: bytes, to: url.scheme)
  }

  /// What a trace says of a share; nil where nothing stays behind.
  func note(on share: Share) -> TraceNote? {
    switch share {
    case .all: nil
    case .none(let problem): .noCurlConfig(problem, owner: owner)
    case .route(_, _, left: 0): nil
    case .route(_, let names, _):
      names.isEmpty ? .noCurlConfig(nil, owner: owner) : .partOfCurlConfig(names, owner: owner)
    }
  }

  /// Nobody writes more by hand; and a socket takes all lines of it at once.
  static let limit = 16 << 10

  // MARK: Reading

  static func route(in bytes: [UInt8], to scheme: WebURL.Scheme) -> Share {
    if bytes.contains(0) { return .none(.holdsNUL) }
    var text: [UInt8] = []
    var names: [String] = []
    var left = 0
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = line.drop(while: isBlank)
      // curl passes these over.
      guard let first = line.first, !"#/*".utf8.contains(first) else { continue }
      // `next` begins another request, which what follows is for.
      guard let option = Option(line), option.name != "next", option.name != "-:" else {
        return .none(.unclear(line: index + 1))
      }
      if flags.contains(option.name) {
        text += Array("\(option.name)\n".utf8)
      } else if let value = option.value,
        valued.contains(option.name) || (scheme == .https && ofTunnels.contains(option.name))
      {
        text += Array("\(option.name) = \"".utf8) + value.flatMap(escaped) + Array("\"\n".utf8)
      } else {
        left += 1
        continue
      }
      if !names.contains(option.name) { names.append(option.name) }
    }
    return .route(text, names: names, left: left)
  }

  /// One line, as curl reads it: `name = value`, `name: "value"`, `--name value`, `-x value`.
  /// Source: curl(1), --config; `tool_parsecfg.c`.
  private struct Option {
    /// Of a single letter the name that it stands for.
    let name: String
    let value: [UInt8]?

    /// Nil where versions of curl could differ: an open quote, something behind the value.
    init?(_ line: ArraySlice<UInt8>) {
      let isDashed = line.first == 0x2D
      func ends(_ byte: UInt8) -> Bool { isBlank(byte) || (!isDashed && (byte == 0x3D || byte == 0x3A)) }
      let written = line.prefix { !ends($0) }
      let word = String(decoding: written, as: UTF8.self)
      name = word.hasPrefix("--") ? String(word.dropFirst(2)) : letters[word] ?? word
      var rest = line.dropFirst(written.count).drop(while: ends)
      if rest.popFirst(0x22) {
        var value: [UInt8] = []
        while !rest.popFirst(0x22) {
          guard let byte = rest.popFirst() else { return nil }
          if byte != 0x5C {
            value.append(byte)
          } else if let next = rest.popFirst() {
            value.append(Self.unescaped(next))
          }
        }
        self.value = value
      } else {
        let word = rest.prefix { !isBlank($0) }
        rest = rest.dropFirst(word.count)
        value = word.isEmpty ? nil : Array(word)
      }
      rest = rest.drop(while: isBlank)
      guard rest.isEmpty || rest.first == 0x23 else { return nil }
    }

    private static func unescaped(_ byte: UInt8) -> UInt8 {
      switch byte {
      case 0x74: 0x09
      case 0x6E: 0x0A
      case 0x72: 0x0D
      case 0x76: 0x0B
      default: byte
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x09: [0x5C, 0x74]
    case 0x0A: [0x5C, 0x6E]
    case 0x0D: [0x5C, 0x72]
    case 0x0B: [0x5C, 0x76]
    case 0x22, 0x5C: [0x5C, byte]
    default: [byte]
    }
  }

  // MARK: How to reach a server. Source: curl(1).

  private static let letters = [
    "-x": "proxy", "-U": "proxy-user", "-p": "proxytunnel", "-4": "ipv4", "-6": "ipv6", "-1": "tlsv1",
    "-0": "http1.0",
  ]

  /// A user of a proxy is the proxy's alone, which takes him out of what it hands on.
  private static let valued: Set<String> = [
    "proxy", "proxy1.0", "preproxy", "noproxy", "proxy-user", "proxy-cacert", "proxy-capath", "proxy-cert",
    "proxy-cert-type", "proxy-key", "proxy-key-type", "proxy-pass", "proxy-crlfile", "proxy-ciphers",
    "proxy-tls13-ciphers", "proxy-service-name", "socks4", "socks4a", "socks5", "socks5-hostname",
    "socks5-gssapi-service", "cacert", "capath", "crlfile", "ciphers", "tls13-ciphers", "curves", "tls-max",
    "interface", "local-port", "dns-servers", "dns-interface", "dns-ipv4-addr", "dns-ipv6-addr", "doh-url",
    "resolve", "connect-to", "unix-socket", "abstract-unix-socket", "happy-eyeballs-timeout-ms",
    "keepalive-time", "limit-rate",
  ]

  private static let flags: Set<String> = [
    "ipv4", "ipv6", "proxytunnel", "proxy-anyauth", "proxy-basic", "proxy-digest", "proxy-negotiate",
    "proxy-ntlm", "proxy-insecure", "proxy-tlsv1", "proxy-ca-native", "socks5-basic", "socks5-gssapi",
    "ca-native", "cert-status", "tlsv1", "tlsv1.0", "tlsv1.1", "tlsv1.2", "tlsv1.3", "http1.0", "http1.1",
    "http2", "http3", "tcp-nodelay", "tcp-fastopen", "no-keepalive",
  ]

  /// Without a tunnel a proxy would hand these on to the server.
  private static let ofTunnels: Set<String> = ["proxy-header"]
}

extension ArraySlice<UInt8> {
  /// Takes the first byte where it is this one.
  fileprivate mutating func popFirst(_ byte: UInt8) -> Bool {
    guard first == byte else { return false }
    removeFirst()
    return true
  }
}

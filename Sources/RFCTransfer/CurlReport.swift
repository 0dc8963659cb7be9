/// What curl tells of a transfer on its standard error: the conversation as `--verbose` prints it, one line each,
/// marked `* ` (what it does), `> ` (sent), `< ` (received), `{ ` and `} ` (data); and at the end our own lines,
/// which nothing a server sends can counterfeit, since it all stands behind a mark.
struct CurlReport {
  /// The lines that curl adds when it is done. Source: curl(1), --write-out; all older than curl 7.75.
  static let format =
    "%{stderr}\\n"
    + [
      "exit=%{exitcode}", "status=%{http_code}", "connect-status=%{http_connect}",
      "lookup=%{time_namelookup}",
      "ready=%{time_pretransfer}", "redirect=%{redirect_url}",
      "error=%{errormsg}",
    ].map { prefix + $0 + "\\n" }.joined()
  private static let prefix = "rfcview: "

  /// Of the response now being received; a proxy's answer to CONNECT and 1xx come before the one that counts.
  private(set) var head: ResponseHead?
  /// The blank line after ``head`` has come.
  private(set) var isHeadComplete = false
  /// A request, to the server or to a proxy on the way, has been sent.
  private(set) var hasSentRequest = false
  /// To the server, or to the proxy.
  private(set) var isConnected = false
  private(set) var proxy: String?
  /// Why a connection to one of the addresses failed, in the words of the system.
  private(set) var connectProblems: [String] = []
  private var facts: [String: String] = [:]

  /// - Parameter line: without its end.
  mutating func accept(_ line: String) {
    if line.hasPrefix("< ") || line == "<" {
      accept(received: line.dropFirst(2))
    } else if line.hasPrefix(Self.prefix) {
      let fact = line.dropFirst(Self.prefix.count)
      guard let equals = fact.firstIndex(of: "=") else { return }
      facts[String(fact[..<equals])] = String(fact[fact.index(after: equals)...])
    } else if line.hasPrefix("> ") {
      hasSentRequest = true
    } else if line.hasPrefix("* ") {
      accept(note: line.dropFirst(2))
    }
  }

  private mutating func accept(received line: Substring) {
    if let head = ResponseHead(statusLine: line) {
      self.head = head
      isHeadComplete = false
    } else if line.isEmpty {
      isHeadComplete = head.map { $0.status >= 200 } ?? false
    } else if !isHeadComplete {
      // Once the head is complete, what comes is a trailer of a chunked body.
      head?.accept(field: line)
    }
  }

  private mutating func accept(note: Substring) {
    if note.hasPrefix("Uses proxy env variable "), let start = note.firstIndex(of: "'"), note.hasSuffix("'") {
      // no_proxy is announced in the same words.
      guard !note.lowercased().contains(" no_proxy ") else { return }
      proxy = Self.withoutUser(note[note.index(after: start)...].dropLast())
    } else if Self.connected.contains(where: note.hasPrefix) {
      isConnected = true
    } else if note.hasPrefix("connect to ") || note.hasPrefix("Immediate connect fail for ") {
      guard connectProblems.count < 16, let blank = note.range(ofLast: ": ") else { return }
      connectProblems.append(String(note[blank...]))
    }
  }

  /// curl 8 says that it is connected when TLS is through as well: until then what it offers tells.
  private static let connected = ["Connected to ", "Established connection to ", "ALPN: "]

  /// A server or proxy URL as it may be shown: `http://user:secret@host` without what stands before the `@`.
  private static func withoutUser(_ url: Substring) -> String {
    guard let at = url.lastIndex(of: "@") else { return String(url) }
    let host = url[url.index(after: at)...]
    guard let slashes = url.range(ofFirst: "://") else { return String(host) }
    return String(url[..<slashes] + host)
  }

  // The facts at the end. Each is nil where curl did not get to print it.

  var exitStatus: Int? { number("exit") }
  /// 0 where no answer came.
  var status: Int? { number("status") }
  /// What a proxy answered to CONNECT; 0 where none was asked.
  var connectStatus: Int { number("connect-status") ?? 0 }
  var redirect: String? { facts["redirect"].flatMap { $0.isEmpty ? nil : $0 } }
  var errorText: String { facts["error"] ?? "" }
  var hasLookedUpName: Bool { isPositive("lookup") }
  /// The request was about to be sent: past TLS and the proxy.
  var isReady: Bool { isPositive("ready") }

  private func number(_ name: String) -> Int? {
    guard let text = facts[name], text.utf8.count < 6 else { return nil }
    return Int(text)
  }

  /// A time in seconds, `0.000123`, that is not 0.
  private func isPositive(_ name: String) -> Bool {
    facts[name]?.utf8.contains { (0x31...0x39).contains($0) } ?? false
  }
}

extension Substring {
  /// The index behind the last occurrence of an ASCII separator of two characters.
  fileprivate func range(ofLast separator: String) -> Index? {
    var result: Index?
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(separator) { result = self.index(index, offsetBy: separator.count) }
      index = self.index(after: index)
    }
    return result
  }

  /// The index behind the first occurrence.
  fileprivate func range(ofFirst separator: String) -> Index? {
    indices.first { self[$0...].hasPrefix(separator) }.map { index($0, offsetBy: separator.count) }
  }
}

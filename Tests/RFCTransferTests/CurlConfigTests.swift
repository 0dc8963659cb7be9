import RFCModel
import TestSupport
import Testing

@testable import RFCTransfer
@testable import StoreTerms

/// Everything by which curl tells a server who asks.
private let credentials = """
  user = "u:secret1"
  header = "X-Api-Key: secret2"
  -H "Authorization: Bearer secret3"
  --cookie "id=secret4"
  oauth2-bearer: secret5
  user-agent = "ours"
  referer = "http://secret6/"
  """

extension LoopbackServer {
  /// What was sent to it besides what everybody may send.
  fileprivate var secrets: [String] {
    requests.flatMap(\.headers).filter { $0.value.contains("secret") || $0.key == "authorization" }.map(\.key)
      .sorted()
  }
}

extension Scene {
  fileprivate init(mirror: String, curl: String) throws {
    try self.init(mirror: mirror)
    settings.curlConfig = try folder.write(curl.utf8, to: "curl.conf")
  }
}

@Suite struct CurlConfigTests {
  @Test func `what authenticates goes to the server of that name and to no other one`() throws {
    let other = try LoopbackServer(.ipv6, texts: ["/x": sampleText(4291)])
    let place = other.url + "/x"
    let named = try LoopbackServer { _, _ in .redirect(to: place) }
    let scene = try Scene(mirror: named.url, curl: credentials + "\nlocation-trusted\n")
    var lines: [String] = []
    #expect(try scene.download(rfc4291, trace: { lines.append($0) }) == sampleText(4291))
    #expect(named.secrets == ["authorization", "cookie", "referer", "x-api-key"])
    #expect(other.secrets == [])
    #expect(lines.contains("* Nothing of curl-config goes along: it is for \(named.url)"))
    #expect(!lines.contains { $0.contains("secret") })
  }

  @Test func `another port is another server, and the way back is the way to the first one`() throws {
    let named = Box("")
    let other = try LoopbackServer { _, _ in .redirect(to: named.value + "/back") }
    let place = other.url + "/there"
    let server = try LoopbackServer { _, request in
      request.path == "/back" ? .init(body: sampleText(4291)) : .redirect(to: place)
    }
    named.value = server.url
    let scene = try Scene(mirror: server.url, curl: credentials)
    try scene.download(rfc4291)
    #expect(other.requests.count == 1 && other.secrets == [])
    #expect(server.requests.map { $0.headers["x-api-key"] } == ["secret2", "secret2"])
  }

  @Test func `a sync that moves with its server leaves behind what authenticates`() throws {
    let numbers = sampleNumbers(20)
    let other = try seriesServer(numbers)
    let place = other.url
    let named = try LoopbackServer { _, request in .redirect(301, to: place + request.path) }
    let scene = try Scene(mirror: named.url, curl: credentials)
    let outcome = try scene.sync(numbers)
    #expect(outcome.end == nil && scene.holds(exactly: numbers))
    #expect(named.requests.allSatisfy { $0.headers["x-api-key"] == "secret2" })
    #expect(other.requests.count == 20 && other.secrets == [])
  }

  @Test func `the proxy goes along, with its user`() throws {
    // A proxy: it answers in the place of both servers.
    let proxy = try LoopbackServer { _, request in
      request.path.hasPrefix("http://one.example/")
        ? .redirect(to: "http://two.example/x") : .init(body: sampleText(4291))
    }
    let scene = try Scene(
      mirror: "http://one.example",
      curl: "proxy = \(proxy.url)\nproxy-user = p:q\nproxy-header = \"X-Way: w\"\n" + credentials)
    try scene.download(rfc4291)
    #expect(proxy.requests.map(\.path) == ["http://one.example/rfc/rfc4291.txt", "http://two.example/x"])
    #expect(proxy.requests.allSatisfy { $0.headers["proxy-authorization"] == "Basic cDpx" })
    #expect(proxy.requests.map { $0.headers["x-way"] } == ["w", nil])
    #expect(proxy.requests.map { $0.headers["x-api-key"] } == ["secret2", nil])
  }

  @Test(
    arguments: [
      ("proxy = h:1", "proxy = \"h:1\""), ("proxy: h:1", "proxy = \"h:1\""),
      ("--proxy h:1", "proxy = \"h:1\""),
      ("-x h:1", "proxy = \"h:1\""), ("  proxy\t h:1 # ours", "proxy = \"h:1\""),
      ("proxy = \"a\\\"b\\\\c\\td\"", "proxy = \"a\\\"b\\\\c\\td\""), ("proxy = \"\"", "proxy = \"\""),
      ("ipv4\r", "ipv4"), ("-6", "ipv6"), ("# user = x\n/ x\n* x\n\ncacert = /c", "cacert = \"/c\""),
      (
        "dns-servers = 1.1.1.1,2.2.2.2\ninterface eth0",
        "dns-servers = \"1.1.1.1,2.2.2.2\"\ninterface = \"eth0\""
      ),
    ] as [(Spelled, String)])
  func `what leads to a server is read as curl reads it`(_ file: Spelled, _ lines: String) {
    guard case .route(let text, _, let left) = CurlConfigFile.route(in: Array(file.raw.utf8), to: .http)
    else {
      Issue.record("not read")
      return
    }
    #expect(String(decoding: text, as: UTF8.self) == lines + "\n")
    #expect(left == 0)
  }

  @Test(arguments: [
    "user = u:p", "user u:p", "user: u:p", "-u u:p", "-uu:p", "--user u:p", "--user=u:p", "use = u:p",
    "USER = u:p", "header = \"A: b\"", "-HA:b", "-sSu x", "cookie = x", "cookie-jar = x", "netrc",
    "netrc-file = x", "cert = x", "key = x", "pass = x", "oauth2-bearer = x", "aws-sigv4 = x", "config = x",
    "-K x", "insecure", "location-trusted", "url = http://x/", "proxy", "Proxy = x", "prox = x",
    "proxy-header = X", "an-option-of-tomorrow = x", "data = x", "delegation = always", "referer = x",
  ])
  func `what does not lead to a server stays behind`(_ file: String) {
    #expect(
      CurlConfigFile.route(in: Array(file.utf8), to: .http) == .route([], names: [], left: 1))
  }

  @Test func `a field for the proxy goes along through a tunnel alone`() {
    let file = Array("proxy-header = \"X: y\"".utf8)
    #expect(
      CurlConfigFile.route(in: file, to: .https)
        == .route(Array("proxy-header = \"X: y\"\n".utf8), names: ["proxy-header"], left: 0))
  }

  @Test(arguments: [
    "proxy = h\nuser = \"u:p", "proxy = h\nheader = \"a\"b\"", "proxy = h\nuser = u p", "proxy = h\nnext",
    "proxy = h\n-:", "proxy = h\n--next", "proxy = h\nuser = \"u\\", "proxy = \"", "proxy = \"h\\\"",
    "proxy = h\0",
  ])
  func `of a file that may be read in two ways nothing goes along`(_ file: String) {
    guard case .none = CurlConfigFile.route(in: Array(file.utf8), to: .http) else {
      Issue.record("it is read")
      return
    }
  }

  @Test func `a huge file, and one that is none, go along nowhere`() throws {
    var scene = try Scene(mirror: "http://one.example", curl: String(repeating: "ipv4\n", count: 100_000))
    let there = try WebURL("http://two.example/")
    func share() throws -> CurlConfigFile.Share {
      try #require(CurlConfigFile(scene.settings)).share(for: there)
    }
    let problem = CurlConfigProblem.unreadable(limit: 16 << 10)
    #expect(try share() == .none(problem))
    scene.settings.curlConfig = "/dev/zero"
    #expect(try share() == .none(problem))
    #expect(try CurlConfigFile(scene.settings)?.share(for: WebURL("http://ONE.example:80/x")) == .all)
    #expect(try CurlConfigFile(scene.settings)?.share(for: WebURL("https://one.example/x")) != .all)
    scene.settings.mirror = nil
    #expect(
      try CurlConfigFile(scene.settings)?.share(for: WebURL("https://www.rfc-editor.org/x")) == .all)
    #expect(try CurlConfigFile(scene.settings)?.share(for: WebURL("https://www.ietf.org/x")) != .all)
  }
}

/// A value that is known only when what needs it is there.
private final class Box: @unchecked Sendable {
  // Written once, before the first request.
  var value: String
  init(_ value: String) { self.value = value }
}

// MARK: The trace

@Test(arguments: [
  ("> GET /rfc/rfc1.txt HTTP/1.1", "> GET /rfc/rfc1.txt HTTP/1.1"),
  ("> GET /x?sig=secret HTTP/1.1", "> GET /x?(hidden) HTTP/1.1"),
  ("> Host: h:1", "> Host: h:1"), ("> Authorization: Basic secret", "> Authorization: (hidden)"),
  ("> X-Api-Key: secret", "> X-Api-Key: (hidden)"), ("> Private-Token: secret", "> Private-Token: (hidden)"),
  ("> JOB: secret", "> JOB: (hidden)"), ("< set-cookie: secret", "< set-cookie: (hidden)"),
  ("< Location: https://u:secret@h/p?token=secret", "< Location: https://(hidden)@h/p?(hidden)"),
  ("<  secret, a line that goes on", "< (hidden)"), ("> secret", "> (hidden)"), (">", ">"), ("< ", "< "),
  ("< HTTP/2 200 ", "< HTTP/2 200 "), ("* h2h3 [x-api-key: secret]", "* h2h3 [x-api-key: (hidden)]"),
  ("* [HTTP/2] [1] [:path: /a?secret]", "* [HTTP/2] [1] [:path: /a?(hidden)]"),
  ("* [HTTP/2] [1] [x-a: sec[ret]", "* [HTTP/2] [1] [x-a: (hidden)]"),
  ("* [HTTP/2] [1] [accept: */*]", "* [HTTP/2] [1] [accept: */*]"),
  ("* Server auth using Basic with user 'secret'", "* Server auth using Basic with user (hidden)"),
  ("* Added cookie id=\"secret\" for domain h", "* Added cookie (hidden)"),
  (
    "* Uses proxy env variable http_proxy == 'http://u:pw@h:1'",
    "* Uses proxy env variable http_proxy == 'http://(hidden)@h:1'"
  ),
  (
    "* Uses proxy env variable http_proxy == 'u:pw@h:1'",
    "* Uses proxy env variable http_proxy == '(hidden)@h:1'"
  ),
  ("* aws_sigv4: Signature - secret", "* aws_sigv4 (hidden)"),
  ("*   Trying 127.0.0.1:80...", "*   Trying 127.0.0.1:80..."),
])
func `a trace names every field and shows no value that may be a secret`(_ line: String, _ shown: String) {
  #expect(TraceLine.shown(line) == shown)
}

@Test(arguments: ["{ [5 bytes data]", "rfcview: exit=0", "", "*secret", ">secret", "secret"])
func `what is no line of the conversation is not shown`(_ line: String) {
  #expect(TraceLine.shown(line) == nil)
}

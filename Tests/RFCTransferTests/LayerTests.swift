import CLibrary
import RFCModel
import TestSupport
import Testing

@testable import RFCTransfer
@testable import StoreTerms
@testable import Unix

// What fails below HTTP, or before the network is asked at all.

@Test func `a name without an address is a matter of DNS`() throws {
  let scene = try Scene(mirror: "https://name.invalid")
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(
    error?.message
      == "RFC 4291: no address for name.invalid (DNS). Check the network, or read what is cached with --offline."
  )
  #expect(scene.cached == [])
}

@Test(arguments: LoopbackServer.Family.allCases)
func `a port where nobody listens refuses`(_ family: LoopbackServer.Family) throws {
  let url = try refusedURL(family)
  let scene = try Scene(mirror: url)
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(
    error?.message
      == "RFC 4291: \(url.dropFirst(7)) refused the connection. Nothing listens on that port, or a firewall blocks it;"
      + " behind a proxy set http_proxy.")
}

@Test func `packets that are dropped are told from a refusal`() throws {
  let silent = try SilentPort(.packetsDropped)
  var scene = try Scene(mirror: "http://\(silent.authority)")
  scene.settings.timeout = IdleTimeout(milliseconds: 300)
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(
    error?.message
      == "RFC 4291: no answer from \(silent.authority) within 0.3 s. A firewall may drop the packets; behind a"
      + " proxy set http_proxy.")
  #expect(scene.cached == [])
}

@Test func `https to a server that speaks http fails at TLS`() throws {
  let server = try LoopbackServer(texts: [:])
  let scene = try Scene(mirror: "https://127.0.0.1:\(server.port)")
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  guard case .tlsFailed = error?.transferFailure else {
    Issue.record("\(String(describing: error))")
    return
  }
  #expect(error?.message.hasPrefix("RFC 4291: no TLS connection to 127.0.0.1:\(server.port): ") == true)
}

@Test func `silence in the TLS handshake is told from silence before it`() throws {
  let silent = try SilentPort(.afterConnecting)
  var scene = try Scene(mirror: "https://\(silent.authority)")
  scene.settings.timeout = IdleTimeout(milliseconds: 500)
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(error?.transferFailure == .handshakeTimedOut)
}

private let openssl = "/usr/bin/openssl"

@Test(.enabled(if: access(openssl, X_OK) == 0, "openssl is not there"))
func `a certificate of a server's own making is not trusted`() throws {
  var scene = try Scene()
  let (key, certificate) = ("\(scene.folder.path)/key.pem", "\(scene.folder.path)/certificate.pem")
  try #require(
    runProgram(
      openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
      key, "-out",
      certificate, "-days", "1", "-subj", "/CN=127.0.0.1"))
  let output = try Descriptor.pair()
  let messages = try Descriptor.pair()
  // Listens on a free port, tells it, and ends with this test.
  let server = try ChildProcess(
    path: openssl,
    arguments: ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-WWW"],
    environment: [],
    output: output.childs, messages: messages.childs)
  defer { server.end() }
  var polled = pollfd(fd: output.ours.number, events: Int16(POLLIN), revents: 0)
  var said = ""
  while !said.contains("ACCEPT 127.0.0.1:") || !said.hasSuffix("\n") {
    try #require(poll(&polled, 1, 10_000) == 1)
    var buffer = [UInt8](repeating: 0, count: 4096)
    guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ output.ours.readBytes(into: $0) }) else {
      break
    }
    said += String(decoding: buffer[..<count], as: UTF8.self)
  }
  let port = try #require(said.split(whereSeparator: \.isWhitespace).last?.split(separator: ":").last)
  scene.settings.mirror = try MirrorURL("https://127.0.0.1:\(port)")
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(
    error?.message.hasPrefix("RFC 4291: the TLS certificate of 127.0.0.1:\(port) is not trusted (") == true)
}

/// curl's own exit status and words, as a server with a certificate of its own making causes them.
@Test(
  arguments: [
    (
      60, "SSL certificate problem: self-signed certificate",
      "the TLS certificate of mirror.example is not trusted (SSL certificate problem: self-signed certificate). A proxy"
        + " or a captive portal can cause this, or a wrong clock, or missing ca-certificates."
    ),
    (
      97, "SOCKS5: no\u{1B}[2J",
      "mirror.example failed: SOCKS5: no^[[2J. Behind a proxy set https_proxy."
    ),
    (
      7, "Failed to connect",
      "no connection to mirror.example: Failed to connect. Check the network; behind a proxy set https_proxy."
    ),
    (99, "Odd", "curl failed (99): Odd. --trace shows the conversation."),
  ] as [(Int, Spelled, String)])
func `the exit status of curl names the layer`(_ code: Int, _ words: Spelled, _ message: String) throws {
  var scene = try Scene(mirror: "https://mirror.example")
  try scene.replaceCurl(
    by:
      "printf 'rfcview: exit=\(code)\\nrfcview: status=000\\nrfcview: error=%s\\n' '\(words.raw)' >&2; exit \(code)"
  )
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(error?.message == "RFC 4291: " + message)
}

@Test(arguments: [
  (["Network is unreachable", "Network is unreachable"], TransferFailure.unreachable),
  (["Network is unreachable", "Connection refused"], .refused),
  (["Connection timed out"], .noAnswer),
  (["Permission denied"], .notConnected(reason: "Permission denied")),
])
func `of several addresses the one that tells most counts`(
  _ problems: [String], _ expected: TransferFailure
) throws {
  var report = CurlReport()
  for problem in problems {
    report.accept("* connect to 2001:db8::1 port 443 from 2001:db8::2 port 40000 failed: \(problem)")
  }
  #expect(report.failure(exit: .status(7), received: 0) == expected)
}

@Test func `a curl that is killed is told`() throws {
  var scene = try Scene(mirror: "https://mirror.example")
  try scene.replaceCurl(by: "kill -11 $$")
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(error?.message == "RFC 4291: curl was killed by signal 11. Try again.")
}

// MARK: Proxies

@Test func `a proxy of the environment is used, and named when it refuses`() throws {
  let proxy = try LoopbackServer { _, request in
    request.path == "http://mirror.example/rfc/rfc4291.txt"
      ? .init(body: sampleText(4291)) : .init(status: request.method == "CONNECT" ? 407 : 502)
  }
  var scene = try Scene(mirror: "http://mirror.example")
  scene.environment["http_proxy"] = proxy.url
  #expect(try scene.download(rfc4291) == sampleText(4291))

  scene.settings.mirror = try MirrorURL("https://mirror.example")
  scene.environment["https_proxy"] = proxy.url.replacingPrefix("http://", with: "http://user:secret@")
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(
    error?.message
      == "RFC 4291: the proxy \(proxy.url) answered 407 (it wants a user and a password). Check https_proxy.")

  scene.environment["https_proxy"] = try refusedURL(.ipv4)
  #expect(failure { () throws(StoreError) in try scene.fetch(rfc4291) }?.transferFailure == .refused)
  scene.environment["https_proxy"] = "http://proxy.invalid"
  #expect(
    failure { () throws(StoreError) in try scene.fetch(rfc4291) }?.message
      == "RFC 4291: no address for the proxy http://proxy.invalid (DNS). Check https_proxy and all_proxy.")
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}

// MARK: Before the network

@Test(arguments: [14, 26, 92, 159, 201, 220, 244, 248, 9123, 9379, 10000])
func `a number that was never issued is not asked for`(_ number: Int) throws {
  let scene = try Scene(mirror: "http://name.invalid")
  let error = failure { () throws(StoreError) in try scene.fetch(.fixture("rfc\(number).txt")) }
  #expect(error?.message == "RFC \(number) was never issued; the number was skipped.")
}

@Test(arguments: [8, 9, 51, 418, 500, 530, 598])
func `a number without a text edition leads to the PDF`(_ number: Int) throws {
  let scene = try Scene(mirror: "http://name.invalid")
  let error = failure { () throws(StoreError) in try scene.fetch(.fixture("rfc\(number).txt")) }
  #expect(
    error?.message
      == "RFC \(number) has no text edition. The PDF: https://www.rfc-editor.org/rfc/rfc\(number).pdf.")
}

@Test func `offline asks nobody`() throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
  var scene = try Scene(mirror: server.url)
  scene.settings.isOffline = true
  #expect(
    failure { () throws(StoreError) in try scene.fetch(rfc4291) }?.message
      == "RFC 4291 is not in the cache, and --offline (or RFCVIEW_OFFLINE) prevents downloading it.")
  #expect(server.requests.isEmpty)
}

@Test func `without curl what is cached still opens`() throws {
  var scene = try Scene()
  scene.environment["PATH"] = "\(scene.folder.path)/bin:relative:"
  try scene.folder.write("x".utf8, to: "bin/curl")
  try scene.folder.write(sampleText(1), to: "cache/rfcview/rfc/rfc1.txt")
  #expect(
    failure { () throws(StoreError) in try scene.fetch(rfc4291) }?.message
      == "RFC 4291 is not in the cache, and curl, which downloads it, is not installed (Debian: apt install curl)."
  )
  #expect(try scene.store.load(.fixture("rfc1.txt")) == sampleText(1))
}

// MARK: Files

@Test func `a file in the place of a folder is named`() throws {
  let scene = try Scene(mirror: "http://name.invalid")
  try scene.folder.write("".utf8, to: "cache/rfcview")
  let folder = "\(scene.folder.path)/cache/rfcview/rfc"
  #expect(
    failure { () throws(StoreError) in try scene.fetch(rfc4291) }?.message
      == "Cannot write \(folder): a file is where a folder should be.")
}

@Test(.enabled(if: access("/proc/self", F_OK) == 0))
func `a folder that takes no files is named`() throws {
  // Even root makes no file there.
  var scene = try Scene(mirror: "http://name.invalid")
  scene.environment["XDG_CACHE_HOME"] = "/proc/self/fdinfo"
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  guard case .cannotWrite("/proc/self/fdinfo/rfcview/rfc", _)? = error else {
    Issue.record("\(String(describing: error))")
    return
  }
}

@Test func `a folder in the place of a text, or a pipe, is no text`() throws {
  let scene = try Scene()
  try scene.folder.write("".utf8, to: "cache/rfcview/rfc/rfc4291.txt/x")
  #expect(
    failure { () throws(StoreError) in _ = try scene.loaded(rfc4291) }?.message
      == "Cannot read \(scene.folder.path)/cache/rfcview/rfc/rfc4291.txt: a folder is where a file should be."
  )
  mkfifo("\(scene.folder.path)/cache/rfcview/rfc/rfc1.txt", 0o644)
  #expect(failure { () throws(StoreError) in _ = try scene.loaded(.fixture("rfc1.txt")) } != nil)
  #expect(try scene.store.cachedDocuments().isEmpty)
}

/// Needs the right to mount; elsewhere the mapping of the error alone is tested, below.
@Test(.enabled(if: getuid() == 0, "only root mounts a small file system"))
func `a full disk is named, and leaves nothing behind`() throws {
  let server = try LoopbackServer(texts: [
    "/rfc/rfc4291.txt": sampleText(4291) + [UInt8](repeating: 0x0A, count: 300_000)
  ])
  let scene = try Scene(mirror: server.url)
  try scene.folder.write("".utf8, to: "cache/x")
  let mountPoint = "\(scene.folder.path)/cache"
  guard runProgram("/bin/mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mountPoint) else { return }
  defer { _ = runProgram("/bin/umount", mountPoint) }
  #expect(
    failure { () throws(StoreError) in try scene.fetch(rfc4291) }?.message
      == "Cannot write \(mountPoint)/rfcview/rfc/rfc4291.txt: the disk is full.")
  #expect(scene.cached == [])
}

@Test(arguments: [
  (ENOSPC, "the disk is full"), (EDQUOT, "the disk is full"), (EACCES, "no permission"),
  (EROFS, "no permission"),
  (ENOTDIR, "a file is where a folder should be"), (EIO, "Input/output error"),
])
func `what the system says of a file is put into words`(_ code: Int32, _ words: String) {
  #expect(FileProblem(errno: code).message == words)
}

import CLibrary
import RFCModel
import StoreTerms
import TestSupport
import Testing

@testable import RFCTransfer
@testable import StoreTerms
@testable import Unix

@Test(arguments: LoopbackServer.Family.allCases)
func `a text is downloaded, kept as it came, and loaded without a network`(
  _ family: LoopbackServer.Family
) throws {
  let server = try LoopbackServer(family, texts: ["/mirror/rfc/rfc4291.txt": sampleText(4291)])
  var scene = try Scene(mirror: server.url + "/mirror")
  #expect(try scene.store.load(rfc4291) == nil)
  #expect(try scene.download(rfc4291) == sampleText(4291))
  #expect(scene.cached == ["rfc4291.txt"])
  server.stop()
  scene.settings.isOffline = true
  #expect(try scene.store.load(rfc4291) == sampleText(4291))
  #expect(try scene.store.cachedDocuments().map(\.id) == [rfc4291])
  #expect(try scene.store.cachedDocuments().map(\.bytes) == [sampleText(4291).count])
}

@Test(arguments: [
  LoopbackServer.Response.Fault.none, .dribble, .noLength, .chunked,
])
func `a whole text is taken however it comes`(_ fault: LoopbackServer.Response.Fault) throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)], fault: fault)
  let scene = try Scene(mirror: server.url)
  #expect(try scene.download(rfc4291) == sampleText(4291))
}

@Test(arguments: ["application/octet-stream", "text/plain", nil])
func `the content decides and not its type, HTML aside`(_ type: String?) throws {
  let server = try LoopbackServer { _, _ in .init(type: type, body: sampleText(4291)) }
  let scene = try Scene(mirror: server.url)
  #expect(try scene.download(rfc4291) == sampleText(4291))
}

@Test func `a draft is asked of a named mirror in the layout of the cache`() throws {
  let id = DocumentID.fixture("draft-ietf-quic-transport-34.txt")
  let text = Array("Internet-Draft  QUIC\n\n      draft-ietf-quic-transport-34\n".utf8)
  let server = try LoopbackServer(texts: ["/draft/draft-ietf-quic-transport-34.txt": text])
  let scene = try Scene(mirror: server.url)
  #expect(try scene.download(id) == text)
  #expect(scene.folder.names(in: "cache/rfcview/draft") == ["draft-ietf-quic-transport-34.txt"])
  #expect(try scene.store.cachedDocuments().map(\.id) == [id])
}

@Test func `progress tells the bytes, and how many they will be where that is known`() throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)], fault: .dribble)
  let scene = try Scene(mirror: server.url)
  var seen: [DownloadProgress] = []
  try scene.download(rfc4291, onProgress: { seen.append($0) })
  let counts = seen.compactMap { (progress) -> Int? in
    guard case .receiving(let bytes, let expected) = progress else { return nil }
    #expect(expected == sampleText(4291).count)
    return bytes
  }
  #expect(counts.count > 2)
  #expect(counts == counts.sorted())
}

// MARK: Requests

@Test func `the server is told who asks, and that text may come packed`() throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
  var scene = try Scene(mirror: server.url)
  // What the user's own curl is told is nothing to us.
  try scene.folder.write("user-agent = curlrc\nheader = \"X-From: curlrc\"\n".utf8, to: ".curlrc")
  try scene.download(rfc4291)
  #expect(
    server.requests.first?.headers["user-agent"] == "rfcview/\(Release.number) (terminal reader for RFCs)")
  #expect(server.requests.first?.headers["accept-encoding"]?.contains("gzip") == true)
  #expect(server.requests.first?.headers["x-from"] == nil)

  scene.settings.curlConfig = try scene.folder.write("header = \"X-From: ours\"\n".utf8, to: "curl.conf")
  try scene.download(rfc4291)
  #expect(server.requests.last?.headers["x-from"] == "ours")
}

@Test func `redirects are followed`() throws {
  let server = try LoopbackServer { _, request in
    switch request.path {
    case "/rfc/rfc4291.txt": .redirect(to: "/a")
    case "/a": .redirect(301, to: "../b?c=d#e")
    case "/b?c=d": .init(body: sampleText(4291))
    default: .init(status: 404)
    }
  }
  let scene = try Scene(mirror: server.url)
  #expect(try scene.download(rfc4291) == sampleText(4291))
  #expect(server.requests.map(\.path) == ["/rfc/rfc4291.txt", "/a", "/b?c=d"])
}

@Test(arguments: [
  "http://127.0.0.1/rfc4291.txt", "gopher://x/", "file:///etc/passwd", "https://user:secret@x/", "-o/tmp/x",
])
func `https leads to https and nowhere else`(_ target: String) throws {
  var scene = try Scene(mirror: "https://mirror.example")
  try scene.replaceCurl(
    by: "printf 'rfcview: exit=0\\nrfcview: status=302\\nrfcview: redirect=%s\\n' '\(target)' >&2")
  let error = failure { () throws(StoreError) in try scene.fetch(rfc4291) }
  #expect(error?.transferFailure == .redirectForbidden(to: target))
}

@Test(arguments: [429, 500, 502, 503, 504])
func `a busy server is asked three times`(_ status: Int) throws {
  let patient = try LoopbackServer { index, _ in
    index < 2 ? .init(status: status) : .init(body: sampleText(4291))
  }
  #expect(try Scene(mirror: patient.url).download(rfc4291) == sampleText(4291))
  #expect(patient.requests.count == 3)

  let busy = try LoopbackServer { _, _ in .init(status: status) }
  let scene = try Scene(mirror: busy.url)
  #expect(failure { () throws(StoreError) in try scene.fetch(rfc4291) } != nil)
  #expect(busy.requests.count == 3)
}

@Test func `the server's own pause is kept, and told`() throws {
  let server = try LoopbackServer { index, _ in
    index == 0 ? .init(status: 503, headers: [("Retry-After", "1")]) : .init(body: sampleText(4291))
  }
  let scene = try Scene(mirror: server.url)
  var seen: [DownloadProgress] = []
  try scene.download(rfc4291, onProgress: { seen.append($0) })
  #expect(seen.contains(.waitingToRetry(seconds: 1)))
}

@Test func `a connection closed before the answer is tried again, a 404 is not`() throws {
  let server = try LoopbackServer { index, _ in index == 0 ? .fault(.close) : .init(body: sampleText(4291)) }
  #expect(try Scene(mirror: server.url).download(rfc4291) == sampleText(4291))

  let none = try LoopbackServer { _, _ in .init(status: 404) }
  let scene = try Scene(mirror: none.url)
  #expect(failure { () throws(StoreError) in try scene.fetch(rfc4291) }?.transferFailure == .notFound)
  #expect(none.requests.count == 1)
}

@Test func `what a failed try left is not part of the next`() throws {
  let server = try LoopbackServer { index, _ in
    index == 0
      ? .init(status: 302, headers: [("Location", "/x")], body: sampleText(8446))
      : .init(body: sampleText(4291))
  }
  #expect(try Scene(mirror: server.url).download(rfc4291) == sampleText(4291))
}

// MARK: The trace

@Test func `a trace shows the conversation without secrets and control bytes`() throws {
  let server = try LoopbackServer { _, _ in
    .init(
      headers: [("Set-Cookie", "id=secret1"), ("Server", "a\u{1B}[31mb\u{9B}c")], body: sampleText(4291))
  }
  var scene = try Scene(mirror: server.url)
  scene.settings.curlConfig = try scene.folder.write(
    "user = \"u:secret2\"\nheader = \"Cookie: secret3\"\n".utf8, to: "curl.conf")
  var lines: [String] = []
  try scene.download(rfc4291, trace: { lines.append($0) })
  #expect(lines.contains { $0.hasPrefix("* ") && $0.contains("Trying 127.0.0.1:\(server.port)") })
  #expect(lines.contains("> GET /rfc/rfc4291.txt HTTP/1.1"))
  #expect(lines.contains("< HTTP/1.1 200 Answer"))
  #expect(lines.contains("< Server: a^[[31mb<9B>c"))
  #expect(!lines.contains { $0.contains("secret") || $0.contains("dTpzZWNyZXQy") })
  #expect(lines.allSatisfy { line in line.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } })
}

// MARK: The child

@Test func `the child gets three descriptors, no shell, and the language C`() throws {
  var scene = try Scene(mirror: "http://mirror.example")
  try scene.replaceCurl(
    by: """
      {
        # The shell has one of its own open for the script.
        for fd in /proc/self/fd/*; do echo "* fd $fd $(readlink $fd)"; done
        echo "* language $LC_ALL"
        for argument; do echo "* argument $argument"; done
        printf 'rfcview: exit=6\\nrfcview: status=000\\n'
      } >&2
      exit 6
      """)
  var lines: [String] = []
  let download = try scene.store.fetch(rfc4291, trace: { lines.append($0) })
  // What is open here and is ours alone: sockets of other tests, the temporary file, our ends.
  let ownFiles = (3..<1024).compactMap { (number: Int32) -> Substring? in
    let flags = fcntl(number, F_GETFD)
    guard flags >= 0, flags & FD_CLOEXEC != 0 else { return nil }
    var target = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/fd/\(number)", &target, target.count)
    return length > 0
      ? String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)[...] : nil
  }
  #expect(ownFiles.count > 2)
  let error = failure { () throws(StoreError) in try download.run() }
  withExtendedLifetime(scene) {}
  #expect(error?.transferFailure == .nameNotFound)
  #expect(lines.contains("* language C"))
  let arguments = lines.filter { $0.hasPrefix("* argument ") }.map { $0.dropFirst("* argument ".count) }
  #expect(arguments.first == "--disable")
  #expect(arguments.suffix(2) == ["--url", "http://mirror.example/rfc/rfc4291.txt"])
  let passedOn = Set(lines.filter { $0.hasPrefix("* fd ") }.compactMap { $0.split(separator: " ").last })
  #expect(passedOn.contains("/dev/null"))
  #expect(passedOn.isDisjoint(with: ownFiles))
}

@Test func `a cancelled download leaves nothing behind`() throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)], fault: .stall)
  let scene = try Scene(mirror: server.url)
  let download = try scene.store.fetch(rfc4291)
  var child: Int32?
  // The interrupt comes when half of the text is there.
  var pipes: [Int32] = [-1, -1]
  try #require(pipe(&pipes) == 0)
  defer { for end in pipes { close(end) } }
  let error = failure { () throws(StoreError) in
    try download.run(interrupt: pipes[0]) { progress in
      child = download.childID ?? child
      if case .receiving(let bytes, _) = progress, bytes > 0 { write(pipes[1], "x", 1) }
    }
  }
  #expect(error == .cancelled(.document(rfc4291)))
  #expect(error?.message == "RFC 4291: download cancelled.")
  #expect(scene.cached == [])
  #expect(isGone(try #require(child)))
}

@Test func `a download that is let go ends its child`() throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)], fault: .hang)
  let scene = try Scene(mirror: server.url)
  var download: Download? = try scene.store.fetch(rfc4291)
  let child = try #require(download?.childID)
  #expect(!isGone(child))
  #expect(scene.cached.count == 1)
  download = nil
  #expect(isGone(child))
  #expect(scene.cached == [])
}

// MARK: Runs beside each other

@Test func `two downloads of one text both succeed and leave one file`() throws {
  let slow = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)], fault: .dribble)
  let fast = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
  var scene = try Scene(mirror: slow.url)
  let first = try scene.store.fetch(rfc4291)
  scene.settings.mirror = try MirrorURL(fast.url)
  let second = try scene.store.fetch(rfc4291)
  #expect(scene.cached.filter { $0.hasSuffix(".part") }.count == 2)
  #expect(try second.run() == sampleText(4291))
  #expect(scene.cached.count == 2)
  #expect(try first.run() == sampleText(4291))
  #expect(scene.cached == ["rfc4291.txt"])
}

@Test func `leftovers of dead runs are swept, files of living ones are not`() throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
  let scene = try Scene(mirror: server.url)
  let rfcs = "cache/rfcview/rfc"
  try scene.folder.write("half".utf8, to: "\(rfcs)/.rfc4291.txt.abcdef.part")
  try scene.folder.write("half".utf8, to: "\(rfcs)/.rfc1.txt.abcdef.part")
  try scene.folder.write("kept".utf8, to: "\(rfcs)/notes.part")
  symlink("/etc/passwd", "\(scene.folder.path)/\(rfcs)/.link.part")
  let living = try PartFile(for: "\(scene.folder.path)/\(rfcs)/rfc2.txt")
  let fetched = try scene.download(rfc4291)
  #expect(fetched == sampleText(4291))
  #expect(
    scene.cached.filter { $0.hasSuffix(".part") && !$0.hasPrefix(".rfc2.txt.") } == [
      ".link.part", "notes.part",
    ])
  #expect(scene.cached.count == 4)
  withExtendedLifetime(living) {}
}

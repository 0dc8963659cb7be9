import CLibrary
import RFCModel
import TestSupport
import Testing
import Unix

@testable import RFCShelf
@testable import StoreTerms
@testable import Unix
@testable import UserFiles

/// A daemon of rsync on the loopback interface, over a folder of its own.
final class RsyncDaemon {
  static let isInstalled = access("/usr/bin/rsync", X_OK) == 0

  /// `rsync://127.0.0.1:41234/texts`.
  let module: String
  let folder: TemporaryFolder
  private let child: ChildProcess
  private let output: Descriptor

  /// - Parameter texts: by file name.
  init(_ texts: [String: [UInt8]]) throws {
    folder = try TemporaryFolder()
    for (name, text) in texts { try folder.write(text, to: "texts/\(name)") }
    let port = try #require(try refusedURL(.ipv4).split(separator: ":").last)
    let configuration = try folder.write(
      "use chroot = no\nlog file = \(folder.path)/log\n[texts]\npath = \(folder.path)/texts\n".utf8,
      to: "conf")
    let ends = try Descriptor.pair()
    child = try ChildProcess(
      path: "/usr/bin/rsync",
      arguments: [
        "--daemon", "--no-detach", "--address=127.0.0.1", "--port=\(port)", "--config=\(configuration)",
      ], environment: ["PATH=/usr/bin:/bin"], output: ends.childs, messages: ends.childs)
    output = ends.ours
    module = "rsync://127.0.0.1:\(port)/texts"
    // It is there once it answers; asked ever again, as it starts in no time.
    let end = Clock.wall + 20
    while !runProgram("/usr/bin/rsync", "--contimeout=5", module + "/") {
      try #require(Clock.wall < end, "rsync does not answer")
    }
  }

  deinit { child.end() }
}

@Suite(.serialized, .enabled(if: RsyncDaemon.isInstalled, "skipped: rsync is not installed"))
struct RsyncTests {
  private func texts(_ numbers: [RFCNumber]) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: numbers.map { ("rfc\($0).txt", sampleText($0.value)) })
  }

  private func scene(_ daemon: RsyncDaemon, mirror: String) throws -> Scene {
    var scene = try Scene(mirror: mirror)
    scene.settings.rsync = .module(try RsyncModule(daemon.module))
    return scene
  }

  @Test func `rsync brings what is lacking and nothing else, and HTTP is not asked`() throws {
    let numbers = sampleNumbers(40)
    let daemon = try RsyncDaemon(texts(numbers).merging(["notes.txt": [65], "rfc-index.txt": [65]]) { $1 })
    let server = try seriesServer(numbers)
    let scene = try scene(daemon, mirror: server.url)
    try scene.folder.write("mine".utf8, to: "cache/rfcview/rfc/rfc1.txt")
    var seen: [SyncProgress] = []
    let outcome = try scene.sync(numbers) { seen.append($0) }
    #expect(outcome.end == nil && outcome.failures.isEmpty && outcome.notices.isEmpty)
    #expect(outcome.progress.arrived == 40 && seen.last?.arrived == 40)
    #expect(scene.folder.read("cache/rfcview/rfc/rfc1.txt") == Array("mine".utf8))
    unlink("\(scene.folder.path)/cache/rfcview/rfc/rfc1.txt")
    #expect(scene.holds(exactly: numbers))
    #expect(server.requests.isEmpty)
  }

  @Test func `what is no text of its number does not enter the cache`() throws {
    let numbers = sampleNumbers(6)
    var texts = texts(numbers)
    texts["rfc4202.txt"] = Array("<!DOCTYPE html>\n<html></html>\n".utf8)
    texts["rfc4203.txt"] = sampleText(8446)
    texts["rfc4204.txt"] = []
    texts["rfc4205.txt"] = nil
    let daemon = try RsyncDaemon(texts)
    symlink("/etc/passwd", "\(daemon.folder.path)/texts/rfc4205.txt")
    let scene = try scene(daemon, mirror: "http://name.invalid")
    let outcome = try scene.sync(numbers)
    #expect(outcome.end == nil && outcome.progress.failed == 4)
    #expect(scene.holds(exactly: [numbers[0], numbers[5]]))
    let module = daemon.module + "/"
    #expect(
      Set(outcome.failures.map(\.message)) == [
        "RFC 4202: the file at \(module) is a web page.",
        "RFC 4203: the file at \(module) is RFC 8446.",
        "RFC 4204: the file at \(module) is empty.", "RFC 4205: not found at \(module).",
      ])
  }

  @Test(arguments: ["rsync://127.0.0.1:PORT/texts", "MODULE-not-there"])
  func `where rsync does not get through, HTTP does it`(_ place: String) throws {
    let numbers = sampleNumbers(10)
    let daemon = try RsyncDaemon(["notes.txt": [65]])
    let port = try #require(try refusedURL(.ipv4).split(separator: ":").last)
    let module = place.replacing("PORT", with: port).replacing("MODULE", with: daemon.module)
    let server = try seriesServer(numbers)
    var scene = try Scene(mirror: server.url)
    scene.settings.rsync = .module(try RsyncModule(module))
    let outcome = try scene.sync(numbers)
    #expect(outcome.end == nil && outcome.failures.isEmpty)
    #expect(outcome.notices.first?.message.hasPrefix("rsync from \(module)/ failed: ") ?? false)
    #expect(scene.holds(exactly: numbers))
  }

  @Test func `a module that has none of them is passed over`() throws {
    let numbers = sampleNumbers(4)
    let daemon = try RsyncDaemon(["rfc1.txt": sampleText(1)])
    let server = try seriesServer(numbers)
    let scene = try scene(daemon, mirror: server.url)
    #expect(try scene.sync(numbers).progress.arrived == 4)
    #expect(scene.holds(exactly: numbers))
  }

  @Test func `an interrupt ends it, keeps what has arrived and leaves nothing else`() throws {
    let numbers = sampleNumbers(200)
    let daemon = try RsyncDaemon(texts(numbers))
    let scene = try scene(daemon, mirror: "http://name.invalid")
    var pipes: [Int32] = [-1, -1]
    try #require(pipe(&pipes) == 0)
    defer { for end in pipes { close(end) } }
    let outcome = try scene.sync(numbers, interrupt: pipes[0]) { _ in write(pipes[1], "x", 1) }
    #expect(outcome.isInterrupted && outcome.end == nil)
    #expect(scene.cached.count == outcome.progress.arrived)
    #expect(try scene.sync(scene.store.lacking(numbers)).end == nil)
    #expect(scene.holds(exactly: numbers))
  }
}

@Test(arguments: [
  ("rsync.rfc-editor.org::rfcs-text-only", "rsync://rsync.rfc-editor.org/rfcs-text-only/"),
  ("rsync://Mirror.Example:8730/a/rfc/", "rsync://mirror.example:8730/a/rfc/"),
  ("rsync://[::1]:8730/a", "rsync://[::1]:8730/a/"), ("[::1]::a", "rsync://[::1]/a/"),
  ("127.0.0.1::a/b", "rsync://127.0.0.1/a/b/"), ("h:8730::a", "rsync://h:8730/a/"),
])
func `a module is named as rsync does`(_ text: String, _ place: String) throws {
  #expect(try RsyncModule(text).description == place)
}

@Test(
  arguments: [
    "", "rsync", "h:path", "user@h::m", "rsync://h", "rsync://h/", "h::", "h::../m", "h::a//b", "h::m o",
    "rsync://h/m;id", "-e::m", "--rsh=x::m", "rsync://-e/m", "h::a\u{1B}", "/etc/passwd", "rsync://h:0/m",
    "rsync://h/m?x",
  ] as [Spelled])
func `what is no module is refused`(_ text: Spelled) {
  #expect(throws: RsyncModule.Problem.self) { try RsyncModule(text.raw) }
}

/// Whose module is asked, by what names it: file, environment.
@Test(
  arguments: [
    ("", [:], "rsync://rsync.rfc-editor.org/rfcs-text-only/"),
    ("rsync = off", [:], nil), ("mirror = http://m.example", [:], nil),
    ("mirror = http://m.example\nrsync = m.example::rfc", [:], "rsync://m.example/rfc/"),
    ("rsync = m.example::rfc", ["RFCVIEW_RSYNC": "off"], nil),
    ("rsync = m.example::rfc", ["RFCVIEW_MIRROR": "http://n.example"], nil),
    (
      "rsync = m.example::rfc", ["RFCVIEW_MIRROR": "http://n.example", "RFCVIEW_RSYNC": "n.example::x"],
      "rsync://n.example/x/"
    ),
  ] as [(String, [String: String], String?)])
func `a module belongs to the server that it was named with`(
  _ file: String, _ variables: [String: String], _ place: String?
) throws {
  let scene = try Scene()
  try scene.folder.write(file.utf8, to: "config/rfcview/config")
  let configuration = Configuration.load(
    folders: try scene.folders, environment: scene.environment.merging(variables) { $1 })
  #expect(configuration.store.rsyncModule?.description == place)
}

@Test func `an rsync that fails without a word is told, and HTTP does its work`() throws {
  let numbers = sampleNumbers(2)
  let server = try seriesServer(numbers)
  var scene = try Scene(mirror: server.url)
  let path = try scene.folder.write("#!/bin/sh\nexit 12\n".utf8, to: "bin/rsync")
  chmod(path, 0o755)
  scene.environment["PATH"] = "\(scene.folder.path)/bin:/usr/bin:/bin"
  scene.settings.rsync = .module(try RsyncModule("rsync.example::texts"))
  let outcome = try scene.sync(numbers)
  #expect(
    outcome.notices.map(\.message) == [
      "rsync from rsync://rsync.example/texts/ failed: no reason given. Using HTTP instead."
    ])
  #expect(scene.holds(exactly: numbers))
}

import RFCModel
import TestSupport
import Testing

@testable import RFCStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Test func `libraries are searched first, in their order, and below rfc and links too`() throws {
  var scene = try Scene()
  try scene.folder.write("cache".utf8, to: "cache/rfcview/rfc/rfc1.txt")
  try scene.folder.write("cache".utf8, to: "cache/rfcview/rfc/rfc5.txt")
  try scene.folder.write("first".utf8, to: "first/rfc1.txt")
  try scene.folder.write("first".utf8, to: "first/links/rfc2.txt")
  try scene.folder.write("packed".utf8, to: "first/links/rfc6.txt.gz")
  try scene.folder.write("second".utf8, to: "second/rfc2.txt")
  try scene.folder.write("second".utf8, to: "second/rfc/rfc3.txt")
  try scene.folder.write("second".utf8, to: "second/draft-a-b-00.txt")
  mkdir("\(scene.folder.path)/second/rfc4.txt", 0o755)
  symlink("nowhere", "\(scene.folder.path)/second/rfc5.txt")
  scene.configuration.libraries = ["first/", "second", "missing"].map { "\(scene.folder.path)/\($0)" }

  let texts = try (1...6).map { number in
    try scene.store.load(.fixture("rfc\(number).txt")).map { String(decoding: $0, as: UTF8.self) }
  }
  #expect(texts == ["first", "first", "second", nil, "cache", nil])
  #expect(
    try scene.store.cachedDocuments().map(\.id.fileName) == ["rfc1.txt", "rfc2.txt", "rfc3.txt", "rfc5.txt"])
  #expect(try scene.store.path(of: .fixture("rfc2.txt")) == "\(scene.folder.path)/first/links/rfc2.txt")
  #expect(try scene.store.path(of: .fixture("rfc9.txt")) == "\(scene.folder.path)/cache/rfcview/rfc/rfc9.txt")
  #expect(try scene.store.lacking((1...6).compactMap { RFCNumber($0) }).map(\.value) == [4, 6])
}

@Test func `what is downloaded goes into the cache and not into a library`() throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
  var scene = try Scene(mirror: server.url)
  try scene.folder.write("old".utf8, to: "library/rfc4291.txt")
  scene.configuration.libraries = ["\(scene.folder.path)/library"]
  try scene.download(rfc4291)
  #expect(scene.cached == ["rfc4291.txt"])
  #expect(scene.folder.names(in: "library") == ["rfc4291.txt"])
  #expect(scene.folder.read("library/rfc4291.txt") == Array("old".utf8))
}

@Test func `libraries are named in the configuration, one a line`() throws {
  let scene = try Scene()
  try scene.folder.write(
    "library = /usr/share/doc/RFC # Debian's\nlibrary = ~/rfc\n".utf8, to: "config/rfcview/config")
  let configuration = try Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.libraries == ["/usr/share/doc/RFC", scene.folder.path + "/rfc"])
}

@Test func `a library that is no absolute path is named, and the others stay`() throws {
  let scene = try Scene()
  let path = try scene.folder.write(
    "timeout = 5\nlibrary = rfc\nlibrary = /b\n".utf8, to: "config/rfcview/config")
  let configuration = try Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.libraries == ["/b"])
  #expect(
    configuration.problems.map(\.message) == ["\(path):2: `rfc` is no absolute path; begin it with / or ~/"])
}

@Test func `a wrong module is named by file and number, and ends the run`() throws {
  let scene = try Scene()
  let path = try scene.folder.write("timeout = 5\nrsync = nonsense\n".utf8, to: "config/rfcview/config")
  let words = "`nonsense` is no rsync module; write host::module, rsync://host:port/module or off"
  #expect {
    try Configuration.load(folders: try scene.folders, environment: scene.environment)
  } throws: { error in
    (error as? ConfigurationError)?.message == "\(path):2: \(words)"
  }
}

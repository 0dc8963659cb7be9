import CLibrary
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import StoreTerms
@testable import Unix
@testable import UserFiles

@Test func `libraries are searched first, in their order, and below rfc and links too`() throws {
  var scene = try Scene()
  try scene.folder.write("cache".utf8, to: "cache/rfcview/rfc/rfc1.txt")
  try scene.folder.write("cache".utf8, to: "cache/rfcview/rfc/rfc5.txt")
  try scene.folder.write("first".utf8, to: "first/rfc1.txt")
  try scene.folder.write("first".utf8, to: "first/links/rfc2.txt")
  try scene.folder.write(Packed.words, to: "first/links/rfc6.txt.gz")
  try scene.folder.write(Packed.words, to: "first/rfc1.txt.gz")
  try scene.folder.write("second".utf8, to: "second/rfc2.txt")
  try scene.folder.write("second".utf8, to: "second/rfc/rfc3.txt")
  try scene.folder.write("second".utf8, to: "second/draft-a-b-00.txt")
  mkdir("\(scene.folder.path)/second/rfc4.txt", 0o755)
  symlink("nowhere", "\(scene.folder.path)/second/rfc5.txt")
  scene.settings.textFolders = ["first/", "second", "missing"].map { "\(scene.folder.path)/\($0)" }

  let texts = try (1...6).map { number in
    try scene.store.load(.fixture("rfc\(number).txt")).map { String(decoding: $0, as: UTF8.self) }
  }
  #expect(texts == ["first", "first", "second", nil, "cache", "packed\n"])
  #expect(
    try scene.store.cachedDocuments().map(\.id.fileName) == [
      "rfc1.txt", "rfc2.txt", "rfc3.txt", "rfc5.txt", "rfc6.txt",
    ])
  #expect(try scene.store.path(of: .fixture("rfc2.txt")) == "\(scene.folder.path)/first/links/rfc2.txt")
  #expect(try scene.store.path(of: .fixture("rfc9.txt")) == "\(scene.folder.path)/cache/rfcview/rfc/rfc9.txt")
  #expect(try scene.store.lacking((1...6).compactMap { RFCNumber($0) }).map(\.value) == [4])
  #expect(try Set(scene.store.cachedDocuments(except: ["rfc2.txt"]).map(\.fileName)).count == 4)
}

/// gzip's own output for `packed\n`, and for `again\n`.
private enum Packed {
  static let words: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x2B, 0x48, 0x4C, 0xCE, 0x4E, 0x4D, 0xE1,
    0x02, 0x00, 0x43, 0xE0, 0x41, 0x2F, 0x07, 0x00, 0x00, 0x00,
  ]
  static let more: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x4B, 0x4C, 0x4F, 0xCC, 0xCC, 0xE3, 0x02,
    0x00, 0xFF, 0x19, 0x4F, 0x86, 0x06, 0x00, 0x00, 0x00,
  ]
}

@Test func `a packed text of a library is unpacked, one that is damaged or too large says so`() throws {
  var scene = try Scene()
  scene.settings.textFolders = ["\(scene.folder.path)/library"]
  let whole = Packed.words + Packed.more
  try scene.folder.write(whole, to: "library/rfc1.txt.gz")
  #expect(try scene.store.load(.fixture("rfc1.txt")) == Array("packed\nagain\n".utf8))
  #expect(throws: FileProblem.tooLarge(limit: 12)) { try Gzip.unpacked(whole, limit: 12) }
  #expect(try Gzip.unpacked(whole, limit: 13).count == 13)
  for broken in [[], Array("not a gzip".utf8), Packed.words.dropLast(), Packed.words.dropLast(9) + [0, 0]]
    as [[UInt8]]
  {
    try scene.folder.write(broken, to: "library/rfc1.txt.gz")
    let error = #expect(throws: StoreError.self) { try scene.store.load(.fixture("rfc1.txt")) }
    #expect(error?.message.hasSuffix("/library/rfc1.txt.gz: not a gzip file, or an incomplete one.") == true)
  }
}

@Test func `what is downloaded goes into the cache and not into a library`() throws {
  let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
  var scene = try Scene(mirror: server.url)
  try scene.folder.write("old".utf8, to: "library/rfc4291.txt")
  scene.settings.textFolders = ["\(scene.folder.path)/library"]
  try scene.download(rfc4291)
  #expect(scene.cached == ["rfc4291.txt"])
  #expect(scene.folder.names(in: "library") == ["rfc4291.txt"])
  #expect(scene.folder.read("library/rfc4291.txt") == Array("old".utf8))
}

@Test func `libraries are named in the configuration, one a line`() throws {
  let scene = try Scene()
  try scene.folder.write(
    "library = /usr/share/doc/RFC # Debian's\nlibrary = ~/rfc\n".utf8, to: "config/rfcview/config")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.store.textFolders == ["/usr/share/doc/RFC", scene.folder.path + "/rfc"])
}

@Test func `a library that is no absolute path is named, and the others stay`() throws {
  let scene = try Scene()
  let path = try scene.folder.write(
    "timeout = 5\nlibrary = rfc\nlibrary = /b\n".utf8, to: "config/rfcview/config")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.store.textFolders == ["/b"])
  #expect(
    configuration.problems.map(\.message) == [
      "\(path):2: `rfc` is not an absolute path; begin it with / or ~/"
    ])
}

@Test func `a wrong module is named by file and number`() throws {
  let scene = try Scene()
  let path = try scene.folder.write("timeout = 5\nrsync = nonsense\n".utf8, to: "config/rfcview/config")
  let words = "`nonsense` is not an rsync module; write host::module, rsync://host:port/module or off"
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.store.serverProblem?.message == "\(path):2: \(words)")
}

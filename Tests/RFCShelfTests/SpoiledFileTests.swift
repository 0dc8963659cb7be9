import CLibrary
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import RFCTransfer
@testable import StoreTerms

private let own = "cache/rfcview/rfc/rfc4291.txt"

/// What a crash, a portal or a slip of the hand leaves in the place of a text.
struct SpoiledFile: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: [UInt8]
  let failure: TransferFailure

  static let all = [
    SpoiledFile(testDescription: "no byte", bytes: [], failure: .empty),
    SpoiledFile(testDescription: "blanks", bytes: Array(" \n\n\u{C}\n".utf8), failure: .empty),
    SpoiledFile(testDescription: "NULs", bytes: [UInt8](repeating: 0, count: 200_000), failure: .empty),
    SpoiledFile(
      testDescription: "HTML", bytes: Array("\n<!DOCTYPE html>\n<html>4291</html>\n".utf8), failure: .html),
    SpoiledFile(
      testDescription: "PDF", bytes: Array("%PDF-1.7\nRFC 4291\n".utf8), failure: .notText),
    SpoiledFile(
      testDescription: "NULs in front", bytes: [UInt8](repeating: 0, count: 4096) + sampleText(4291),
      failure: .notText),
  ]
}

@Suite struct SpoiledFileTests {
  @Test(arguments: SpoiledFile.all)
  func `a file that is no text is not the document, and is asked for again`(_ file: SpoiledFile) throws {
    let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
    let scene = try Scene(mirror: server.url)
    let path = try scene.folder.write(file.bytes, to: own)
    let error = failure { () throws(StoreError) in _ = try scene.loaded(rfc4291) }
    #expect(error == .spoiled(rfc4291, path: path, file.failure))
    #expect(error?.message.hasPrefix(path + " is ") ?? false)
    #expect(
      error?.message.hasSuffix(", not RFC 4291. Run `rfcview fetch 4291` to download it again.") ?? false)
    #expect(try scene.store.lacking([try #require(RFCNumber(4291))]).map(\.value) == [4291])
    let outcome = try scene.store.fullTextBuilder().run()
    #expect(outcome.documents == 0)
    #expect(outcome.unreadable == (file.bytes.isEmpty ? [] : [rfc4291]))
    try scene.download(rfc4291)
    #expect(try scene.store.load(rfc4291) == sampleText(4291))
  }

  @Test(arguments: SpoiledFile.all)
  func `a bad file in a library hides no good one`(_ file: SpoiledFile) throws {
    var scene = try Scene()
    for name in ["first/rfc4291.txt", "second/rfc/rfc4291.txt"] {
      try scene.folder.write(file.bytes, to: name)
    }
    // Debian's way to pack, and half of a packed file.
    try scene.folder.write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], to: "second/links/rfc4291.txt.gz")
    scene.settings.textFolders = ["first", "second"].map { "\(scene.folder.path)/\($0)" }
    #expect(failure { () throws(StoreError) in _ = try scene.loaded(rfc4291) } != nil)
    let number = try #require(RFCNumber(4291))
    #expect(try scene.store.lacking([number]) == [number])
    let path = try scene.folder.write(sampleText(4291), to: own)
    #expect(try scene.store.load(rfc4291) == sampleText(4291))
    #expect(try scene.store.path(of: rfc4291) == path)
    #expect(try scene.store.lacking([number]) == [])
  }

  @Test func `a packed text is seen to be there by its beginning`() throws {
    var scene = try Scene()
    try scene.folder.write(sampleText(4291) + sampleText(4291), to: "packed/rfc4291.txt")
    guard runProgram("/bin/gzip", "\(scene.folder.path)/packed/rfc4291.txt") else { return }
    scene.settings.textFolders = ["\(scene.folder.path)/packed"]
    let numbers = [4290, 4291].compactMap { RFCNumber($0) }
    #expect(try scene.store.lacking(numbers).map(\.value) == [4290])
  }

  @Test func `a sync brings anew what is no text`() throws {
    let numbers = sampleNumbers(5)
    let server = try seriesServer(numbers)
    let scene = try Scene(mirror: server.url)
    try scene.folder.write([0, 0, 0], to: "cache/rfcview/rfc/rfc4202.txt")
    try scene.folder.write(sampleText(4203), to: "cache/rfcview/rfc/rfc4203.txt")
    let lacking = try scene.store.lacking(numbers)
    #expect(lacking.map(\.value) == [4201, 4202, 4204, 4205])
    _ = try scene.sync(lacking)
    #expect(scene.holds(exactly: numbers))
  }

  @Test(.enabled(if: Corpus.isThere, "../shared/corpus is not there"))
  func `every published text is one by its beginning`() throws {
    for name in Corpus.names {
      let bytes = Corpus.bytes(of: name)
      #expect(TextCheck.problem(withFile: bytes) == nil, "\(name)")
      #expect(
        TextCheck.problem(withFile: Array(bytes.prefix(TextCheck.beginningBytes))) == nil, "\(name)")
    }
  }
}

@Suite struct UnwritableTests {
  /// A cache below a regular file: nobody can write there, root neither.
  private func blockedScene(mirror: String) throws -> Scene {
    var scene = try Scene(mirror: mirror)
    let file = try scene.folder.write("x".utf8, to: "file")
    scene.environment["XDG_CACHE_HOME"] = file + "/cache"
    return scene
  }

  @Test func `where the cache cannot be, a text can be read all the same`() throws {
    let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
    let scene = try blockedScene(mirror: server.url)
    #expect(try scene.store.load(rfc4291) == nil)
    let download = try scene.store.fetch(rfc4291, mustBeKept: false)
    #expect(try download.run() == sampleText(4291))
    #expect(!download.isKept)
    #expect(
      download.notices.map(\.message) == [
        "RFC 4291 was not saved: cannot write \(scene.folder.path)/file/cache/rfcview/rfc/rfc4291.txt:"
          + " a file is where a folder should be."
      ])
  }

  @Test func `what is to be kept and cannot is an error, before the network is asked`() throws {
    let server = try LoopbackServer(texts: [:])
    let scene = try blockedScene(mirror: server.url)
    let path = "\(scene.folder.path)/file/cache/rfcview"
    #expect(
      failure { () throws(StoreError) in try scene.fetch(rfc4291) }
        == .cannotWrite(path: path + "/rfc", .notAFolder))
    #expect(
      failure { () throws(StoreError) in try scene.fetchFeed() } == .cannotWrite(path: path, .notAFolder))
    #expect(server.requests.isEmpty)
  }

  @Test(.enabled(if: getuid() == 0, "only root mounts a small file system"))
  func `a disk that fills up on the way is no reason not to read`() throws {
    let text = sampleText(4291) + [UInt8](repeating: 0x0A, count: 300_000)
    let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": text])
    let scene = try Scene(mirror: server.url)
    try scene.folder.write("".utf8, to: "cache/x")
    let mountPoint = "\(scene.folder.path)/cache"
    guard runProgram("/bin/mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mountPoint) else { return }
    defer { _ = runProgram("/bin/umount", mountPoint) }
    let download = try scene.store.fetch(rfc4291, mustBeKept: false)
    #expect(try download.run() == text)
    #expect(
      download.notices == [
        .notKept(rfc4291, path: "\(mountPoint)/rfcview/rfc/rfc4291.txt", .diskFull)
      ])
    #expect(scene.cached == [])
  }

  @Test func `what goes to memory in the middle is whole`() throws {
    let folder = try TemporaryFolder()
    let incoming = try IncomingBytes(for: "\(folder.path)/a/b", mustBeKept: false)
    try incoming.append([1, 2], limit: 100)
    // The folder is gone: the file can be written, and never be put in its place.
    let part = try #require(folder.names(in: "a").first)
    #expect(rename("\(folder.path)/a", "\(folder.path)/c") == 0)
    try incoming.append([3], limit: 100)
    #expect(try incoming.contents(limit: 100) == [1, 2, 3])
    try incoming.commit()
    #expect(incoming.problem == .missing)
    _ = part
  }
}

extension Scene {
  fileprivate func fetchFeed() throws(StoreError) {
    guard let store = try? store else { return }
    _ = try store.fetchFeed(entityTag: nil)
  }
}

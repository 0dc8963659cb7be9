import CLibrary
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import Unix
@testable import UserFiles

extension Scene {
  /// The permissions of what lies below the folder; nil where nothing is.
  fileprivate func mode(of name: String) -> mode_t? {
    var status = stat()
    return lstat("\(folder.path)/\(name)", &status) == 0 ? status.st_mode & 0o777 : nil
  }
}

@Suite struct ModeTests {
  @Test func `locks, the library and what is remembered are the user's own`() throws {
    let scene = try Scene()
    try scene.folder.write(sampleText(4291), to: "cache/rfcview/rfc/rfc4291.txt")
    _ = try scene.store.fullTextBuilder().run()
    try SearchHistory(folders: scene.folders).append(["x"])
    try ReadingMemory(folders: scene.folders).save(
      DocumentMemory(position: Place(section: nil, offset: 1, line: 2)), of: rfc4291, loaded: DocumentMemory()
    )
    for file in [
      "cache/rfcview/library.lock", "cache/rfcview/library.sqlite", "state/rfcview/lock",
      "state/rfcview/search-history", "state/rfcview/documents/rfc4291",
    ] {
      #expect(scene.mode(of: file) == 0o600, "\(file)")
    }
    #expect(scene.mode(of: "state/rfcview") == 0o700)
    #expect(scene.mode(of: "state/rfcview/documents") == 0o700)
  }

  @Test func `those that are open to others are narrowed, and keep what they hold`() throws {
    let scene = try Scene()
    let wide = [
      "cache/rfcview/library.lock", "state/rfcview/lock", "state/rfcview/search-history",
    ]
    for file in wide {
      chmod(try scene.folder.write("old\n".utf8, to: file), 0o666)
      #expect(scene.mode(of: file) == 0o666)
    }
    for folder in ["cache/rfcview", "state/rfcview"] { chmod("\(scene.folder.path)/\(folder)", 0o777) }
    try scene.store.confirmFeed()
    chmod("\(scene.folder.path)/cache/rfcview/library.sqlite", 0o644)
    try scene.store.confirmFeed()
    try SearchHistory(folders: scene.folders).append(["new"])
    for file in wide + ["cache/rfcview/library.sqlite"] { #expect(scene.mode(of: file) == 0o600, "\(file)") }
    // Colleagues may read the texts.
    #expect(scene.mode(of: "cache/rfcview") == 0o755)
    #expect(scene.mode(of: "state/rfcview") == 0o700)
    #expect(try SearchHistory(folders: scene.folders).load() == ["old", "new"])
  }

  @Test func `a document can be read by others when it is whole, and not before`() throws {
    let server = try LoopbackServer(texts: ["/rfc/rfc4291.txt": sampleText(4291)])
    let scene = try Scene(mirror: server.url)
    let part = try PartFile(for: "\(scene.folder.path)/rfc1.txt")
    let name = try #require(scene.folder.names(in: "").first { $0.hasSuffix(".part") })
    #expect(scene.mode(of: name) == 0o600)
    try part.commit()
    let expected = FileSystem.documentMode
    #expect(scene.mode(of: "rfc1.txt") == expected)
    try scene.download(rfc4291)
    #expect(scene.mode(of: "cache/rfcview/rfc/rfc4291.txt") == expected)
    #expect(expected == 0o644 & ~currentMask())
  }

  @Test func `the folder of a sync is closed, and its texts are not when they have arrived`() throws {
    let numbers = sampleNumbers(3)
    let server = try seriesServer(numbers)
    let scene = try Scene(mirror: server.url)
    var modes: Set<mode_t> = []
    _ = try scene.sync(numbers) { _ in
      for name in scene.cached where name.hasPrefix(".sync.") {
        modes.insert(scene.mode(of: "cache/rfcview/rfc/\(name)") ?? 0)
      }
    }
    #expect(modes == [0o700])
    #expect(
      numbers.allSatisfy { scene.mode(of: "cache/rfcview/rfc/rfc\($0).txt") == FileSystem.documentMode })
  }

  /// Of the process, as the system tells it. Source: proc(5), `Umask`.
  private func currentMask() -> mode_t {
    let status = (try? String(decoding: readAll("/proc/self/status"), as: UTF8.self)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("Umask:") }
    return mode_t(line?.split(whereSeparator: { $0 == "\t" || $0 == " " }).last ?? "22", radix: 8) ?? 0o022
  }

  private func readAll(_ path: String) throws -> [UInt8] {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    let file = Descriptor(owning: number)
    var buffer = [UInt8](repeating: 0, count: 8192)
    guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ file.readBytes(into: $0) }) else {
      return []
    }
    return Array(buffer[..<count])
  }
}

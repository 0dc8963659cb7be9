import RFCModel
import TestSupport
import Testing

@testable import StoreTerms
@testable import UserFiles

private let a = Place(section: SectionNumber("2.5"), offset: 12, line: 340)
private let b = Place(section: nil, offset: 9, line: 10)
private let c = Place(section: SectionNumber("A.1"), offset: 0, line: 900)

private struct MemoryScene {
  let scene: Scene
  let memory: ReadingMemory

  init() throws {
    scene = try Scene()
    memory = ReadingMemory(folders: try scene.folders)
  }

  var text: String? {
    scene.folder.read("state/rfcview/documents/rfc4291").map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ text: String) throws {
    try scene.folder.write(text.utf8, to: "state/rfcview/documents/rfc4291")
  }
}

@Test func `places are kept in lines that people can read`() throws {
  let run = try MemoryScene()
  #expect(try run.memory.load(rfc4291) == DocumentMemory())
  let memory = DocumentMemory(position: a, marks: ["b": b, "a": c, "\u{E4}": a])
  try run.memory.save(memory, of: rfc4291, loaded: DocumentMemory())
  #expect(
    run.text == "position 2.5 +12 @340\nmark a A.1 +0 @900\nmark b - +9 @10\nmark \u{E4} 2.5 +12 @340\n")
  #expect(try run.memory.load(rfc4291) == memory)
  #expect(run.scene.folder.names(in: "state/rfcview/documents") == ["rfc4291"])
}

@Test func `nothing changed, nothing written`() throws {
  let run = try MemoryScene()
  try run.memory.save(DocumentMemory(), of: rfc4291, loaded: DocumentMemory())
  #expect(run.text == nil)
  #expect(run.scene.folder.names(in: "state") == [])
}

@Test func `two runs at once lose nothing of each other's`() throws {
  let run = try MemoryScene()
  let start = DocumentMemory(position: a, marks: ["k": a, "x": a])
  try run.memory.save(start, of: rfc4291, loaded: DocumentMemory())
  var first = try run.memory.load(rfc4291)
  var second = try run.memory.load(rfc4291)
  first.marks["f"] = b
  first.marks["x"] = b
  second.position = c
  second.marks["k"] = nil
  second.marks["x"] = c
  try run.memory.save(first, of: rfc4291, loaded: start)
  try run.memory.save(second, of: rfc4291, loaded: start)
  #expect(try run.memory.load(rfc4291) == DocumentMemory(position: c, marks: ["f": b, "x": c]))
}

@Test func `lines of a later version are kept, word for word`() throws {
  let run = try MemoryScene()
  let foreign = "note a \u{1B}[2J who knows\nposition 2.5 +1 @2 %3\nmark ab 1 +1 @1\nmark a 1 +1\n"
  try run.write("position 1 +2 @3\n\n" + foreign)
  let loaded = try run.memory.load(rfc4291)
  #expect(loaded == DocumentMemory(position: Place(section: SectionNumber("1"), offset: 2, line: 3)))
  try run.memory.save(DocumentMemory(position: b), of: rfc4291, loaded: loaded)
  #expect(run.text == "position - +9 @10\n" + foreign)
}

@Test(
  arguments: [
    "position", "position 2.5", "position 2.5 +1", "position 2.5 1 @2", "position ?? +1 @2",
    "position 2.5 +-1 @2",
    "position 2.5 +99999999999999999999 @2", "position 2.5 +1 @0", "mark", "mark  2 +1 @2", "mark \t 2 +1 @2",
    "\0\0\0",
    "position 2.5 +1 @2 ", " position 2.5 +1 @2",
  ] as [Spelled])
func `a line that makes no sense is passed over`(_ line: Spelled) throws {
  let run = try MemoryScene()
  try run.write(line.raw + "\nmark a 2.5 +12 @340\n")
  #expect(try run.memory.load(rfc4291) == DocumentMemory(marks: ["a": a]))
}

@Test func `what cannot be read is not rewritten`() throws {
  let run = try MemoryScene()
  let large = String(repeating: "x", count: 65 << 10)
  try run.write(large)
  let path = "\(run.scene.folder.path)/state/rfcview/documents/rfc4291"
  #expect(throws: StoreError.cannotRead(path: path, .tooLarge(limit: 64 << 10))) {
    try run.memory.load(rfc4291)
  }
  #expect(throws: StoreError.cannotWrite(path: path, .tooLarge(limit: 64 << 10))) {
    try run.memory.save(DocumentMemory(position: a), of: rfc4291, loaded: DocumentMemory())
  }
  #expect(run.text == large)
}

@Test func `whoever holds the lock is waited for, but not for ever`() throws {
  let run = try MemoryScene()
  try run.memory.save(DocumentMemory(position: a), of: rfc4291, loaded: DocumentMemory())
  // The lock belongs to the open file, so this is as good as another process.
  let holder = StateFile(
    path: "\(run.scene.folder.path)/state/rfcview/x", lockPath: "\(run.scene.folder.path)/state/rfcview/lock")
  try holder.update { _ in
    #expect(throws: StoreError.self) {
      try run.memory.save(DocumentMemory(position: b), of: rfc4291, loaded: DocumentMemory(position: a))
    }
    return []
  }
  #expect(try run.memory.load(rfc4291).position == a)
  try run.memory.save(DocumentMemory(position: b), of: rfc4291, loaded: DocumentMemory(position: a))
  #expect(try run.memory.load(rfc4291).position == b)
}

// MARK: Patterns

@Test func `the last hundred patterns are kept, each once`() throws {
  let scene = try Scene()
  let history = SearchHistory(folders: try scene.folders)
  #expect(try history.load() == [])
  try history.append((1...120).map { "p\($0)" })
  #expect(try history.load() == (21...120).map { "p\($0)" })
  try history.append(["p50", "new", "p50"])
  let patterns = try history.load()
  #expect(patterns.count == 100)
  #expect(patterns.suffix(2) == ["new", "p50"])
  #expect(patterns.filter { $0 == "p50" }.count == 1)
}

@Test func `two runs add to the patterns, and what cannot be a line is left out`() throws {
  let scene = try Scene()
  let first = SearchHistory(folders: try scene.folders)
  let second = SearchHistory(folders: try scene.folders)
  try first.append(["one", "", "two\nlines", "\u{1B}[2J", String(repeating: "x", count: 501)])
  try second.append(["MUST NOT"])
  #expect(try first.load() == ["one", "MUST NOT"])
}

@Test func `what was typed at one prompt is not recalled at another`() throws {
  let scene = try Scene()
  for kind in SearchHistory.Kind.allCases {
    try SearchHistory(folders: scene.folders, of: kind).append(["at \(kind)"])
  }
  for kind in SearchHistory.Kind.allCases {
    #expect(try SearchHistory(folders: scene.folders, of: kind).load() == ["at \(kind)"])
  }
  let files = ["command-history", "lock", "search-history", "text-history"]
  #expect(scene.folder.names(in: "state/rfcview") == files)
}

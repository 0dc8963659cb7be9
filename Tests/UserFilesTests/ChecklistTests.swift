import Foundation
import RFCModel
import TestSupport
import Testing

@testable import StoreTerms
@testable import UserFiles

private let a = RequirementKey(section: "2.5", words: "A sender MUST wait.")
private let b = RequirementKey(section: "", words: "Nobody SHOULD\n   wait   for long.")

private struct ChecklistScene {
  let scene: Scene
  let file: ChecklistFile

  init(of subject: Bookmark.Subject = .document(rfc4291)) throws {
    scene = try Scene()
    file = ChecklistFile(of: subject, folders: try scene.folders)
  }

  var text: String? {
    scene.folder.read("state/rfcview/checklists/rfc4291").map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ text: String) throws {
    try scene.folder.write(text.utf8, to: "state/rfcview/checklists/rfc4291")
  }

  /// A second run.
  func another() throws -> ChecklistFile {
    ChecklistFile(of: .document(rfc4291), folders: try scene.folders)
  }
}

@Test func `states and notes are kept in lines that people can read`() throws {
  let run = try ChecklistScene()
  #expect(try run.file.load() == [])
  let kept = try run.file.apply([
    .init(a, .state(.done)), .init(b, .note("ask\tthem\u{1B}")), .init(b, .state(.question)),
  ])
  #expect(
    run.text == "requirement\tdone\t2.5\tA sender MUST wait.\t\n"
      + "requirement\tquestion\t\tNobody SHOULD wait for long.\taskthem\n")
  #expect(
    kept == [ChecklistEntry(a, state: .done), ChecklistEntry(b, state: .question, note: "askthem")])
  #expect(try run.file.load() == kept)
}

@Test func `what is taken back leaves nothing`() throws {
  let run = try ChecklistScene()
  try run.file.apply([.init(a, .state(.done)), .init(a, .note("x"))])
  try run.file.apply([.init(a, .state(nil))])
  #expect(try run.file.load() == [ChecklistEntry(a, state: nil, note: "x")])
  try run.file.apply([.init(a, .note(""))])
  #expect(run.text == "")
  #expect(try run.file.load() == [])
}

@Test func `a requirement is known by its section and its letters`() {
  #expect(a == RequirementKey(section: "2.5", words: "A  sender\n   MUST wa it."))
  #expect(a != RequirementKey(section: "2.5.1", words: a.words))
  #expect(a != RequirementKey(section: "2.5", words: "A sender MUST NOT wait."))
  #expect(RequirementKey(section: "1\t\n", words: "a\u{1B}[2Jb\u{2028}c").words == "a[2Jb c")
  let long = RequirementKey(section: "1", words: String(repeating: "a ", count: 1_000_000))
  #expect(long.words.unicodeScalars.count == 4000)
}

@Test func `one run changes the state, another the note, and both stay`() throws {
  let run = try ChecklistScene()
  let other = try run.another()
  try run.file.apply([.init(a, .state(.done))])
  try other.apply([.init(a, .note("see 3"))])
  try run.file.apply([.init(b, .state(.notApplicable))])
  #expect(
    try other.load() == [
      ChecklistEntry(a, state: .done, note: "see 3"), ChecklistEntry(b, state: .notApplicable),
    ])
}

@Test func `what a later version wrote stays as it is`() throws {
  let run = try ChecklistScene()
  let foreign = [
    "requirement\tdeferred\t9\tOne MAY defer.\t", "requirement\tdone\t9\tOne MAY.\tnote\towner=me\t7",
    "vote\t3", "requirement\tdone\t9", "requirement\tdone\t9\t\t",
  ]
  try run.write(foreign.joined(separator: "\n") + "\n")
  try run.file.apply([.init(a, .state(.done))])
  #expect(run.text?.hasPrefix(foreign.joined(separator: "\n") + "\n") == true)
  let may = RequirementKey(section: "9", words: "One MAY.")
  #expect(
    try run.file.load() == [
      ChecklistEntry(may, state: .done, note: "note"), ChecklistEntry(a, state: .done),
    ])
  let deferred = RequirementKey(section: "9", words: "One MAY defer.")
  try run.file.apply([
    .init(may, .state(nil)), .init(may, .note("")), .init(deferred, .note("n")), .init(a, .state(nil)),
  ])
  #expect(
    run.text == "requirement\tdeferred\t9\tOne MAY defer.\tn\n"
      + "requirement\topen\t9\tOne MAY.\t\towner=me\t7\n" + foreign[2...].joined(separator: "\n") + "\n")
  try run.file.apply([.init(deferred, .state(.done))])
  #expect(try run.file.load().first == ChecklistEntry(deferred, state: .done, note: "n"))
}

@Test func `of two lines with the same words the last counts, and the first does not come back`() throws {
  let run = try ChecklistScene()
  try run.write("requirement\tdone\t2.5\tA sender MUST wait.\t\nrequirement\tquestion\t2.5\t\(a.words)\t\n")
  #expect(try run.file.load() == [ChecklistEntry(a, state: .question)])
  try run.file.apply([.init(a, .state(nil))])
  #expect(try run.file.load() == [])
}

@Test func `the list of a file has its path in it`() throws {
  let subject = try #require(Bookmark.Subject(path: "/home/a/spec.txt"))
  let run = try ChecklistScene(of: subject)
  try run.file.apply([.init(a, .state(.done))])
  try run.file.apply([.init(b, .state(.done))])
  let name = try #require(run.scene.folder.names(in: "state/rfcview/checklists").first)
  #expect(name.hasPrefix("file-"))
  let text = String(
    decoding: run.scene.folder.read("state/rfcview/checklists/" + name) ?? [], as: UTF8.self)
  #expect(text.components(separatedBy: "file\t/home/a/spec.txt\n").count == 2)
  #expect(try run.file.load().count == 2)
}

@Test func `two runs tick five hundred each at once, and a thousand are kept`() async throws {
  let run = try ChecklistScene()
  try await withThrowingTaskGroup(of: Void.self) { group in
    for number in 0..<2 {
      let file = try run.another()
      group.addTask {
        for index in 0..<500 {
          let key = RequirementKey(section: "\(number + 1)", words: "Number \(index) MUST stay.")
          let kept = try file.apply([.init(key, .state(.done))])
          #expect(kept.contains { $0.key == key })
        }
      }
    }
    try await group.waitForAll()
  }
  #expect(try run.file.load().count == 1000)
}

@Test func `a file that is too large, or hostile, is left alone`() throws {
  let run = try ChecklistScene()
  try run.write(String(repeating: "x", count: ChecklistFile.limit + 1))
  #expect(throws: StoreError.self) { try run.file.load() }
  #expect(throws: StoreError.self) { try run.file.apply([.init(a, .state(.done))]) }
  #expect(run.text?.utf8.count == ChecklistFile.limit + 1)
  try run.write("requirement\tdone\t\u{1B}[2J1\t\u{9B}A MUST\t\u{1B}]0;x\u{7}\n\0\t\t\t\t\n\t\n")
  #expect(
    try run.file.load() == [
      ChecklistEntry(RequirementKey(section: "[2J1", words: "A MUST"), state: .done, note: "]0;x")
    ])
}

import RFCFormats
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Files at `:`, by `e` and `split`.
@Suite struct FilePromptTests {
  private func source(_ text: String, named name: String) -> Source {
    Source(
      name: name, id: nil, path: "/tmp/" + name, document: TextDecoder.document(from: Array(text.utf8)))
  }

  @Test(arguments: [
    ("e notes.txt", "notes.txt", false), ("e ~/notes", "~/notes", false), ("e  ./4291 ", "./4291", false),
    ("split ../a b.txt", "../a b.txt", true), ("split /tmp/x", "/tmp/x", true), ("e 4.2", "4.2", false),
  ])
  func `a path is a file`(typed: String, path: String, isBeside: Bool) {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":\(typed)<Enter>")
    #expect(robot.effects.last == .openFile(path, beside: isBeside))
  }

  @Test func `what names a document is that, as on the command line`() throws {
    let id = DocumentID.rfc(try #require(.init(9110)))
    var robot = ReaderRobot(SampleText.unpaged, rows: 30)
    robot.type(":e rfc9110.txt<Enter>")
    #expect(robot.effects.last == .open(id, at: nil))
    robot.type(":split RFC 9110, Section 4<Enter>")
    #expect(robot.effects.last == .open(id, at: .section(try #require(SectionNumber("4")))))
    robot.open(SampleText.numberedLines(100), named: "RFC 9110", for: robot.lastAsker)
    #expect(robot.rows[0].contains("RFC 4242") && robot.rows[15].contains("RFC 9110"))
    robot.type("j")
    #expect(robot.rows[2] == ReaderRobot(SampleText.unpaged, rows: 15).rows[2])
    #expect(robot.rows[17].hasPrefix(" line 2"))
  }

  @Test func `a file is on the way back as any document is`() throws {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("10j:e one.txt<Enter>")
    robot.send(.opened(source(SampleText.unpaged, named: "one.txt"), at: nil))
    robot.type("3j:e two.txt<Enter>")
    robot.send(.opened(source(SampleText.numberedLines(50), named: "two.txt"), at: nil))
    #expect(robot.rows[0].contains("two.txt"))
    robot.type("B")
    #expect(robot.rows[0].contains("one.txt"))
    robot.type("B")
    #expect(robot.effects.last == .open(.rfc(try #require(.init(4242))), at: nil))
    robot.open(SampleText.numberedLines(100))
    #expect(robot.topRow == " line 11")
    robot.type("FF")
    #expect(robot.rows[0].contains("two.txt"))
  }

  @Test
  func `a file that is opened beside has the keys in a second pane, and back leads to what it has shown`() {
    var robot = ReaderRobot(SampleText.numberedLines(100), rows: 30)
    robot.type(":split one.txt<Enter>")
    #expect(!robot.rows[15].contains("RFC 4242"))
    robot.send(.openedBeside(source(SampleText.unpaged, named: "one.txt")), for: robot.lastAsker)
    #expect(robot.rows[0].contains("RFC 4242") && robot.rows[15].contains("one.txt"))
    robot.type("<^W><^W>:split two.txt<Enter>")
    robot.send(.openedBeside(source("Nothing.\n", named: "two.txt")), for: robot.lastAsker)
    #expect(robot.rows[0].contains("RFC 4242") && robot.rows[15].contains("two.txt"))
    robot.type("B")
    #expect(robot.rows[0].contains("RFC 4242") && robot.rows[15].contains("one.txt"))
    robot.type("q")
    #expect(robot.rows[15].hasPrefix(" line 14"))
  }

  @Test func `a file that cannot be read leaves the reader as it was`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("k")
    let before = robot.rows
    robot.type(":split nowhere.txt<Enter>")
    robot.send(.warning("Cannot read nowhere.txt: No such file or directory."), for: robot.lastAsker)
    #expect(robot.status.contains("Cannot read nowhere.txt"))
    #expect(robot.rows.dropLast() == before.dropLast())
    robot.type("k")
    #expect(robot.rows == before)
  }

  @Test func `Tab goes on with a path as far as all have it in common, then through them in turn`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":e ~/no<Tab>")
    #expect(robot.effects.last == .completePath("~/no", by: 1))
    let both = ["~/notes.txt", "~/notes/"]
    robot.send(.paths(both, goingOn: "~/no", by: 1))
    #expect(robot.status.hasPrefix(":e ~/notes ") && robot.status.contains("notes.txt  notes/"))
    for (key, step, shown) in [
      ("Tab", 1, both[0]), ("Tab", 1, both[1]), ("Tab", 1, both[0]), ("S-Tab", -1, both[1]),
    ] {
      robot.type("<\(key)>")
      #expect(robot.effects.last == .completePath("~/notes", by: step))
      robot.send(.paths(both, goingOn: "~/notes", by: step))
      #expect(robot.status.hasPrefix(":e \(shown) "))
    }
    robot.type("x<Tab>")
    #expect(robot.effects.last == .completePath("~/notes/x", by: 1))
    robot.send(.paths([], goingOn: "~/notes/x", by: 1))
    #expect(robot.status.hasPrefix(":e ~/notes/x") && robot.status.contains("no file"))
    // What was asked for before is late.
    robot.send(.paths(["elsewhere"], goingOn: "~/no", by: 1))
    #expect(robot.status.hasPrefix(":e ~/notes/x"))
    robot.type("<Enter>")
    #expect(robot.effects.last == .openFile("~/notes/x", beside: false))
  }

  @Test func `so it does at the name of a file to save`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("s<^U>/tm<Tab>")
    #expect(robot.effects.last == .completePath("/tm", by: 1))
    robot.send(.paths(["/tmp/"], goingOn: "/tm", by: 1))
    #expect(robot.status.contains("/tmp/"))
  }

  @Test func `the name of a command is completed as before`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":spl<Tab>")
    #expect(robot.status == ":split")
  }
}

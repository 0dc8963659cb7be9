import CellGrid
import ReaderCore
import TestSupport
import Testing

/// A user's own keys.
@Suite struct KeyFileTests {
  private func robot(_ text: String, _ document: String = SampleText.numberedLines(200)) -> ReaderRobot {
    var settings = ReaderSettings()
    settings.keys = KeyFile(Array(text.utf8), name: "keys")
    #expect(settings.keys.problems == [])
    var robot = ReaderRobot(settings: settings)
    robot.open(document)
    return robot
  }

  @Test func `a key is bound, unbound and bound to something else`() {
    var robot = robot(
      "# mine\n\nbind reading J half-down   # ten lines\nunbind all j\r\nbind all k scroll-down\n")
    robot.type("J")
    #expect(robot.topRow == " line 11")
    robot.type("j")
    #expect(robot.status.contains("j is not bound"))
    robot.type("k")
    #expect(robot.topRow == " line 12")
    robot.type("e")
    #expect(robot.topRow == " line 13")
  }

  @Test func `sequences, keys with names and the # itself`() {
    var robot = robot(
      "bind all ]g go-to-bottom\nbind all # go-to-top\nbind reading F3 page-down\nbind all ^O quit\n")
    robot.type("]g")
    #expect(robot.rows[22].contains("line 200"))
    robot.type("#")
    #expect(robot.topRow == " line 1")
    robot.type("<F3>")
    #expect(robot.topRow == " line 22")
    robot.type("<^O>")
    #expect(robot.effects.last == .quit)
  }

  @Test func `a key in one context leaves the others alone`() throws {
    var robot = robot("bind library J go-to-bottom\nunbind library j\n")
    robot.type("J")
    #expect(robot.status.contains("J is not bound"))
    robot.type("j")
    #expect(robot.topRow == " line 2")
    robot.send(.showLibrary(try SampleFeed.library(), filter: "", asks: false))
    robot.type("J")
    #expect(robot.status.contains("3 of 3"))
  }

  @Test func `help and hints show the keys in force`() throws {
    var robot = robot(
      "bind all ^O back\nunbind all B\nunbind all X\nbind library Ins sort-library\nunbind library s\n")
    robot.type("h/Backspace<Enter>")
    #expect(robot.rows.contains { $0.hasPrefix("   Backspace ^T ^O       back") })
    robot.type("q")
    robot.send(.showLibrary(try SampleFeed.library(), filter: "", asks: false))
    #expect(robot.status.contains("Ins sort: newest"))
  }

  @Test(
    arguments: [
      ("bound all j quit", "`bound` is not bind or unbind"),
      ("bind", "write `bind CONTEXT KEYS COMMAND`"), ("bind all j", "write `bind CONTEXT KEYS COMMAND`"),
      ("bind all j quit now", "write `bind CONTEXT KEYS COMMAND`"),
      ("unbind all", "write `unbind CONTEXT KEYS`"),
      (
        "bind everywhere j quit",
        "`everywhere` is not one of all, reading, contents, peek, library, full-text, references, errata, bookmarks, checklist, code"
      ),
      ("bind all ^5 quit", "`^5` is not a key; write j, ZZ, Space, ^F, ESC-v, F2"),
      ("bind all jjjjjjjjj quit", "`jjjjjjjjj` is not a key; write j, ZZ, Space, ^F, ESC-v, F2"),
      ("bind all j next-secton", "`next-secton` is not a command. Did you mean next-section?"),
      ("bind all j xyzzy", "`xyzzy` is not a command. `rfcview keys` lists them."),
      ("bi\u{1B}nd all j quit", "`bi?nd` is not bind or unbind"),
    ] as [(Spelled, String)])
  func `what cannot be used is named with its line, and the rest is applied`(line: Spelled, message: String) {
    let file = KeyFile(Array("\n\(line.raw)\nbind all J quit\n".utf8), name: "f")
    #expect(file.problems == ["f:2: \(message)"])
    guard let sequence = KeySequence(name: "J") else { return }
    #expect(KeyMap(file).lookup(sequence.keys, in: .library) == .command(.quit))
  }

  @Test func `hostile bytes and sizes are survived`() {
    let bytes = (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 256) }
    #expect(KeyFile(bytes, name: "f").problems.count <= 20)
    #expect(KeyFile([UInt8](repeating: 0x0A, count: KeyFile.limit + 1), name: "f").problems.count == 1)
    let many = Array(String(repeating: "bind all J quit\n", count: 4000).utf8)
    let file = KeyFile(many, name: "f")
    #expect(file.problems.count == 20 && file.problems[0].contains("1000"))
    #expect(KeyFile([0xFF, 0xFE, 0x00], name: "f").problems.count == 1)
  }

  @Test func `the file to start from means the default keys`() throws {
    let template = KeyFile.template
    #expect(KeyFile(Array(template.utf8), name: "f").isEmpty)
    let lines = template.split(separator: "\n").filter {
      $0.hasPrefix("# bind ") || $0.hasPrefix("# unbind ")
    }
    let file = KeyFile(Array(lines.map { $0.dropFirst(2) + "\n" }.joined().utf8), name: "f")
    #expect(file.problems == [])
    let (own, usual) = (KeyMap(file), KeyMap())
    for entry in CommandEntry.all {
      for name in entry.keys.split(separator: " ") {
        let sequence = try #require(KeySequence(name: name))
        for context in Context.allCases {
          #expect(own.lookup(sequence.keys, in: context) == usual.lookup(sequence.keys, in: context))
        }
      }
    }
  }

  @Test func `every command and every context can be named`() {
    for command in Command.allCases {
      for context in Context.allCases {
        let file = KeyFile(Array("bind \(context.rawValue) F9 \(command.rawValue)".utf8), name: "f")
        #expect(file.problems == [])
      }
    }
  }
}

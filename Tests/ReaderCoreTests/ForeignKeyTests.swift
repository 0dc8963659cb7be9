import CellGrid
import ReaderCore
import TestSupport
import Testing

/// What people type to less and what is none of this program's, and counts as less reads them.
@Suite struct ForeignKeyTests {
  private func robot(_ keys: String, rows: Int = 24, isBare: Bool = false) -> ReaderRobot {
    let lines = (1...200).map { "line \($0) " + String(repeating: "0123456789", count: 20) + "\n" }
    var robot = ReaderRobot(lines.joined(), rows: rows, isBare: isBare)
    robot.type(keys)
    return robot
  }

  @Test(arguments: [
    ("-Pfoo<Enter>", "-P is not an option here"), ("-x4<Enter>", "-x is not an option here"),
    ("-b64<Enter>", "-b is not an option here"), ("-o/tmp/log<Enter>", "-o is not an option here"),
    ("-Dd5.3<Enter>", "-D is not an option here"), ("-#10<Enter>", "-# is not an option here"),
    ("-\"ab<Enter>", "-\" is not an option here"), ("-PN$N<Enter>", "-P is not an option here"),
    ("--prompt=foo<Enter>", "--prompt is not an option here"),
    ("--prompt<Enter>foo<Enter>", "--prompt is not an option here"),
    ("--tabs=4<Enter>", "--tabs is not an option here"),
    ("--tabs<Enter>4<Enter>", "--tabs is not an option here"),
    ("--use-color<Enter>", "--use-color is not an option here"),
    ("--new-one=SG<Enter>", "--new-one is not an option here"),
    ("-R", "-R is not an option here"), ("-F", "-F is not an option here"),
    ("_x", "-x is not an option here"),
    ("-+x", "-x is not an option here"), ("-!R", "-R is not an option here"),
    ("#cmd<Enter>", "# is not a command here"),
    ("+G<Enter>", "+ is not a command here"),
  ])
  func `what belongs to an option or a command that is none here goes with it`(keys: String, words: String) {
    let robot = robot(keys)
    #expect(robot.status.contains(words), "\(robot.frame.text)")
    #expect(robot.effects.isEmpty)
    #expect(robot.topRow.hasPrefix(" line 1 "))
    #expect(!robot.status.contains("Line numbers"))
  }

  /// Where no text has the keys: what is on the screen, and the keys that lead to a list or a panel on it.
  private static let lists: [(KeyContractTests.Scene, String)] = [
    (.library, ""), (.found, ""), (.bookmarks, ""), (.links, "L"), (.text, "t"), (.links, "<Tab>K"),
  ]

  @Test(
    arguments: lists,
    [
      ("-x4<Enter>", "-x is not an option here"), ("-Pjq<Enter>", "-P is not an option here"),
      ("_x", "-x is not an option here"), ("-R", "-R is not an option here"),
      ("&qjq<Enter>", "& is not a command here."),
      ("?qjq<Enter>", "? is not a command here."), ("mq", "m is not a command here."),
      ("'q", "' is not a command here."),
      ("Mj", "M is not a command here."), ("<ESC-m>q", "ESC-m is not a command here."),
      ("|aqj<Enter>", "| is not a command here."), ("|a<ESC>", " "), ("&qj<ESC>", " "),
      ("#qj<Enter>", "# is not a command here."), ("+jq<Enter>", "+ is not a command here."),
      ("]m", "]m is not bound."), ("[]", "[] is not bound."),
    ])
  func `what is typed behind a key of the text does not run in a list`(
    list: (scene: KeyContractTests.Scene, way: String), keys: (typed: String, words: String)
  ) throws {
    var robot = try list.scene.robot()
    robot.type(list.way)
    let (rows, effects) = (robot.rows.dropLast(), robot.effects)
    robot.type(keys.typed)
    #expect(robot.status.contains(keys.words))
    #expect(robot.rows.dropLast() == rows && robot.effects == effects)
  }

  @Test func `a pattern among the options of a list is answered`() throws {
    var robot = try KeyContractTests.Scene.library.robot()
    robot.type("-pMUST<Enter>")
    #expect(robot.status.contains("There is no text here to search for MUST."))
    robot.type("<Enter>-N")
    #expect(robot.status.contains("Line numbers are shown."))
  }

  @Test(arguments: [
    ("-N<Enter>", "line 1 "), ("-j5<Enter><Enter>", "line 1 "), ("_N<Enter>", "line 1 "),
    ("-R<Enter>", "line 1 "),
    ("#x<Enter><Enter>", "line 1 "), ("-N<Enter><Enter>", "line 2 "), ("-Nj", "line 2 "),
    ("ma<Enter>", "line 2 "),
    ("-N-N<Enter>", "line 1 "),
  ])
  func `Enter takes away what an option has said, and nothing else`(keys: String, row: String) {
    #expect(robot(keys).topRow.contains(row))
  }

  @Test(arguments: [
    ("-!N", "Line numbers are shown."), ("-!N-!N", "Line numbers are shown."),
    ("-!N-+N", "Line numbers are not shown."),
    ("-<^P>N", "Line numbers are shown."), ("--!LINE-NUMBERS<Enter>", "Line numbers are shown."),
    ("--jump-target<Enter>5<Enter>", "Jumps lead to line 5"),
    ("--jump-target=5<Enter>", "Jumps lead to line 5"),
    ("--jump-target<Enter><Enter>", "Jumps lead to the top"),
  ])
  func `an option is changed in all the ways that less knows`(keys: String, words: String) {
    #expect(robot(keys).status.contains(words))
  }

  @Test(arguments: [
    ("50.5%", 102), ("50%", 101), (".5%", 2), ("0.5%", 2), ("99.99%", 200), ("100%", 200), ("100.5%", 200),
    ("05j", 6), ("0G", 177), ("0g", 1), ("12<Backspace>j", 2), ("1.5<Backspace>j", 2),
    ("12.<Backspace>j", 13),
    ("12.9j", 13), ("5<ESC>j", 2), ("<ESC-Space>", 25), ("G<ESC-Space>", 200), ("Gk<ESC-Space><^K>", 199),
    ("<ESC><^F>", 25), ("100G<ESC><^B>", 76),
  ])
  func `a count is read as less reads it`(keys: String, line: Int) {
    let robot = robot(keys, rows: 25, isBare: true)
    #expect(robot.rows.first?.hasPrefix("line \(line) ") == true, "\(robot.rows[0])")
  }

  @Test(arguments: [(23, 13), (24, 13), (25, 14), (26, 14)])
  func `half of a window of an odd number of rows is the larger half`(rows: Int, line: Int) {
    #expect(robot("d", rows: rows, isBare: true).rows[0].hasPrefix("line \(line) "))
    #expect(robot("50Gduu", rows: rows, isBare: true).rows[0].hasPrefix("line \(50 - line + 1) "))
  }

  @Test(arguments: [
    ("20<Right><Right>", 40), ("20<Right><Left>", 0), ("30<Right>5<Left><Right>", 30), ("<Right>", 40),
  ])
  func `a count for the columns is kept`(keys: String, column: Int) {
    let whole = "line 1 " + String(repeating: "0123456789", count: 20)
    #expect(robot(keys, isBare: true).rows[0].prefix(30) == whole.dropFirst(column).prefix(30))
  }

  @Test func `half a screen is that of less beside line numbers, too`() {
    let robot = robot("-N<Right>", isBare: true)
    #expect(robot.rows[0].hasPrefix("      1 345678901234"), "\(robot.rows[0])")
    #expect(self.robot("<Right>", isBare: true).rows[0].hasPrefix("345678901234"))
  }

  @Test(arguments: [
    (20, "F\u{1F433} G\u{1F433} H\u{1F433}"), (21, "\u{1F433} G\u{1F433} H\u{1F433}"),
    (22, "  G\u{1F433} H\u{1F433}"), (23, " G\u{1F433} H\u{1F433}"),
  ])
  func `a window scrolled sideways shows whole characters, whichever way it came`(column: Int, row: String) {
    let text = "ABCDEFGH".map { "\($0)\u{1F433}" }.joined(separator: " ") + "\n"
    for keys in [
      "\(column)<Right>", "30<Right>" + "1<Left>" + String(repeating: "<Left>", count: 29 - column),
    ] {
      var robot = ReaderRobot(text, isBare: true)
      robot.type(keys)
      #expect(robot.rows[0] == row)
    }
  }

  @Test(arguments: [(":f<Enter>", "line 1 of 200"), ("V", "rfcview"), ("'.", "line 1 ")])
  func `keys that less has are here, too`(keys: String, words: String) {
    #expect(robot(keys).frame.text.contains(words))
    #expect(!robot(keys).frame.text.contains("not bound"))
  }

  @Test func `colon and Q ends the reader at once`() {
    #expect(robot("h:Q<Enter>").effects.last == .quit)
  }

  @Test func `what an environment says of options that are none here is passed over with what belongs to it`()
  {
    for line in [
      "--prompt=NNN$-N", "--tabs=4 -N", "--new-one=G -N", "-x4,8N", "-Pab$N", "--prompt NGG$N", "--tabs 4 N",
    ] {
      var settings = ReaderSettings()
      let options = OptionLine(line)
      for setting in options.settings { settings.apply(setting) }
      #expect(options.settings == [.on(.lineNumbers)], "\(line)")
      #expect(options.problems.count == 1)
    }
  }
}

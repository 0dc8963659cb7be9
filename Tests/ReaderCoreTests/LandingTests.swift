import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Where a jump has led is shown until the next key.
@Suite struct LandingTests {
  private static let text = SampleText.unpaged + String(repeating: "\n   Nothing else happened.\n", count: 40)

  @Test(arguments: [
    (":2.1.1<Enter>", "2.1.1.  Short Messages"), (":1<Enter>)", "1.1.  Terms"), ("3)", "1.  Introduction"),
    (":1<Enter>]]", "2.  Overview"), (":2.1.1<Enter>U", "2.1.  Messages"),
    (":l36<Enter>", "peer: whoever is at the other end."),
    ("36Gma50G'a", "peer: whoever is at the other end."),
    ("36G50G''", "peer: whoever is at the other end."), ("t/short<Enter>", "2.1.1.  Short Messages"),
    ("]f", "+--------+--------+"), ("36G2j=", "2.  Overview"),
  ])
  func `the line that a jump has led to is marked until the next key`(keys: String, line: String) {
    var robot = ReaderRobot(Self.text)
    robot.type(keys)
    #expect(robot.text(in: .selection) == [line])
    robot.type("5")
    #expect(robot.text(in: .selection).isEmpty)
  }

  @Test func `of a requirement its word is marked`() {
    var robot = ReaderRobot(Self.text)
    robot.type("]m")
    #expect(robot.text(in: .currentMatch) == ["MUST NOT"] && robot.text(in: .selection).isEmpty)
    robot.type("j")
    #expect(robot.text(in: .currentMatch).isEmpty)
  }

  @Test(arguments: ["j", "<Space>", "G", "50%", "/Short<Enter>", "n", "b", "5j", "<Right>", "W"])
  func `plain scrolling and matches have no such mark`(keys: String) {
    var robot = ReaderRobot(Self.text)
    robot.type("/message<Enter>:1<Enter>" + keys)
    #expect(robot.text(in: .selection).isEmpty)
  }

  @Test func `a heading of two lines is marked whole, and in wrapped prose a line is found again`() {
    let text =
      "1.  One\n\n   Text.\n\n2.  A Heading That Goes on for Longer than a Line of the Text Has\n    Columns\n\n"
      + "   Words that fill a line and go on in\n   the next one, and so on.\n"
    var robot = ReaderRobot(text)
    robot.type(":2<Enter>")
    #expect(
      robot.text(in: .selection)
        == ["2.  A Heading That Goes on for Longer than a Line of the Text Has", "Columns"])
    robot.type("W:l9<Enter>")
    #expect(robot.text(in: .selection) == ["the next one, and so on."])
  }

  @Test func `a followed link shows where it leads, in this document and in another`() throws {
    var robot = ReaderRobot("1.  One\n\n   See Section 2.\n\n2.  Two\n\n   Text.\n")
    robot.type("<Tab><Enter>")
    #expect(robot.text(in: .selection) == ["2.  Two"])
    robot.open(
      SampleText.unpaged, named: "RFC 4243", at: .section(try #require(SectionNumber("2.1.1"))))
    #expect(robot.text(in: .selection) == ["2.1.1.  Short Messages"])
    robot.type("j")
    #expect(robot.text(in: .selection).isEmpty)
  }

  @Test func `]m goes on from where one has been led, whatever has led there`() {
    let text = "1.  One\n\n" + (1...9).map { "   A reader MUST read line \($0).\n\n" }.joined()
    var robot = ReaderRobot(text)
    robot.type("/line 4<Enter>]m=")
    #expect(robot.status.contains("line 9 of"))
    robot.type(":l13<Enter>]m=")
    #expect(robot.status.contains("line 15 of"))
  }

  @Test func `an empty text has nothing to mark`() {
    for keys in ["=", ":l1<Enter>", "5G", "'a", "''", "]m", ")"] {
      var robot = ReaderRobot("")
      robot.type(keys)
      #expect(robot.text(in: .selection).isEmpty)
    }
  }

  // MARK: The last row

  @Test(arguments: [
    ("", true), ("n", true), ("N", true), ("j", true), ("<Space><Space>", false), ("G", false),
    ("<Space><Space>bb", true),
    (":1.1<Enter>", false), ("(", false), ("(n", true), ("GB", true), ("hq", true),
    ("W", true), ("/<ESC>", true), (":1.1<Enter>/<ESC>", false), (":1.1<Enter>W", false), ("G'a", false),
    ("=j", true),
  ])
  func `the count of matches is gone once one has left them`(keys: String, isShown: Bool) {
    var robot = ReaderRobot(Self.text)
    robot.type("/message<Enter>nn" + keys)
    #expect(robot.status.contains("match ") == isShown, "\(robot.status)")
    #expect(!robot.status.contains(" matches"))
  }

  @Test func `it is gone with a link that was followed, though the match is still on the screen`() {
    var robot = ReaderRobot("1.  One\n\n   A needle: see Section 2.\n\n2.  Two\n\n   One more needle.\n")
    robot.type("/needle<Enter>n<Tab>")
    #expect(robot.status.contains("match 2 of 2"))
    robot.type("<Enter>")
    #expect(robot.topRow == " 2.  Two" && !robot.status.contains("match"))
    robot.type("n")
    #expect(robot.status.contains("match 2 of 2") || robot.status.contains("Continued from the top."))
  }

  @Test func `in a document that a link has led to nothing is counted`() {
    var robot = ReaderRobot(Self.text)
    robot.type("/message<Enter>")
    robot.open(Self.text, named: "RFC 4243")
    #expect(!robot.text(in: .match).isEmpty && !robot.status.contains("match"))
    robot.type("n")
    #expect(robot.status.contains("match 1 of"))
  }

  @Test(arguments: [80, 60, 50, 40, 30, 24, 20])
  func `the breadcrumb is cut once, from the root on`(columns: Int) throws {
    var robot = ReaderRobot(Self.text, columns: columns)
    robot.type(":2.1.1<Enter>5<ESC><ESC>")
    let row = robot.status
    #expect(row.filter { $0 == "\u{2026}" }.count <= 1)
    let cut = row.firstIndex(of: "\u{2026}") ?? row.endIndex
    let crumb = String(row[..<cut].dropFirst().prefix(46).split(separator: "     ").first ?? "")
    #expect("2.1.1 Short Messages < 2.1 Messages < 2 Overview".hasPrefix(crumb), "\(row)")
    let roles = robot.roles(ofRow: 23)
    if columns >= 40 { #expect(roles.hasPrefix("....................." + "ddd"), "\(roles)") }
  }
}

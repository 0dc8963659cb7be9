import CellGrid
import ReaderCore
import TestSupport
import Testing

@Suite struct SearchingTests {
  private func robot(_ keys: String) -> ReaderRobot {
    var robot = ReaderRobot((1...100).map { $0 % 10 == 0 ? "line \($0) needle\n" : "line \($0)\n" }.joined())
    robot.type(keys)
    return robot
  }

  @Test(arguments: [
    ("/needle<Enter>", "match 1 of 10"), ("/needle<Enter>n", "match 2 of 10"),
    ("/needle<Enter>3n", "match 4 of 10"),
    ("/needle<Enter>nN", "match 1 of 10"), ("/needle<Enter>N", "match 10 of 10"),
    ("G?needle<Enter>", "match 7 of 10"),
    ("/needle<Enter>10n", "match 1 of 10"), ("50G/needle<Enter>", "match 5 of 10"),
    ("<ESC>/needle<Enter>", "match 1 of 10"), ("<ESC><ESC>/needle<Enter>", "match 1 of 10"),
    ("/NEEDLE<Enter>", "line 1"),
    ("/Needle<Enter>", "not found"), ("/need.e$<Enter>", "match 1 of 10"),
    ("/<^R>need.e<Enter>", "not found"),
    ("/needle<Enter>/<Enter>", "match 2 of 10"), ("/needle<Enter>?<Enter>", "match 10 of 10"),
    ("50G/<^F>needle<Enter>", "match 1 of 10"), ("95G/<^W>needle<Enter>", "match 10 of 10"),
    ("/needle<Enter>/(<Enter>", "missing closing parenthesis"),
  ])
  func `a search stands on its match`(keys: String, status: String) {
    let robot = robot(keys)
    #expect(robot.status.contains(status) || robot.topRow.contains(status))
  }

  @Test(arguments: ["/needle<Enter>nnn", "/needle<Enter>jj", "/needle<Enter>nNn5k", "&needle<Enter>3j"])
  func `keys typed ahead of a search find it at its end`(keys: String) throws {
    var ahead = robot("").workspace
    var rest = Substring(keys)
    while let first = rest.first {
      let name = first == "<" ? rest.dropFirst().prefix { $0 != ">" } : rest.prefix(1)
      _ = update(&ahead, .key(try #require(Key(name: name))))
      rest = rest.dropFirst(first == "<" ? name.count + 2 : 1)
    }
    while ahead.hasWork { _ = update(&ahead, .work) }
    #expect(render(ahead).text == robot(keys).frame.text)
  }

  @Test(arguments: ["<ESC>", "x", "x<BS>"])
  func `a window that widens during a search leaves its place where it was`(keys: String) {
    let words = (1...40).map { "   paragraph \($0) of some words that fill more than a line here\n\n" }
    var robot = ReaderRobot("1.  One\n\n" + words.joined(), columns: 30, rows: 12)
    robot.type("WG/")
    robot.resize(columns: 200, rows: 12)
    robot.type(keys)
    #expect(robot.frame.text.contains("paragraph 39"))
  }

  @Test(arguments: [
    ("lower-numbered", ["lower-", "numbered"]), ("S/MIME", ["S/", "MIME"]),
    ("page-end", ["page-", "end"]), ("<^R>lower-numbered", ["lower-", "numbered"]),
  ])
  func `a word that breaks at its hyphen or slash is found and marked in both lines`(
    pattern: String, marked: [String]
  ) {
    let text = """
      Network Working Group                                   A. Writer
      Request for Comments: 4243                             March 1998

      1.  One

         All streams of that type with lower-
         numbered names are opened too.
         Mail is signed by S/
         MIME in this text, which goes on from here and ends at a page-
      Writer                  Experimental                    [Page 1]
      \u{C}
      RFC 4243             Paged Samples            March 1998

         end like this one. A lower-numbered one is no other.

      Writer                  Experimental                    [Page 2]
      \u{C}
      RFC 4243             Paged Samples            March 1998

         That is all.

      """
    for keys in [
      "/\(pattern)<Enter>", "G?\(pattern)<Enter>N", "&\(pattern)<Enter>/<Enter>", "W/\(pattern)<Enter>",
    ] {
      var robot = ReaderRobot(text, named: "RFC 4243", columns: 69, rows: 30)
      robot.type(keys)
      let all = pattern.contains("numbered") ? 2 : 1
      #expect(robot.status.contains("match 1 of \(all)"), "\(keys): \(robot.status)")
      #expect(robot.text(in: .currentMatch).joined() == marked.joined(), "\(keys)")
      if keys.hasPrefix("/") { #expect(robot.text(in: .currentMatch) == marked) }
      robot.type("n")
      #expect(robot.status.contains("match \(all) of \(all)"))
    }
  }

  @Test func `n wraps to the first match and says so`() {
    let robot = robot("G/needle<Enter>nnn")
    #expect(robot.status.contains("match 1 of 10") && robot.status.contains("Continued from the top."))
  }

  @Test func `without wrapping the last match is the end`() {
    var robot = robot("/<^W>needle<Enter>9n")
    #expect(robot.status.contains("match 10 of 10"))
    robot.type("n")
    #expect(robot.status.contains("No match below."))
  }

  @Test func `a match already on the screen does not move the text`() {
    let robot = robot("/needle<Enter>")
    #expect(robot.topRow == " line 1")
    #expect(robot.text(in: .currentMatch) == ["needle"])
  }

  @Test func `what is typed is searched for as one types, and ESC takes it back`() {
    var robot = robot("/line 7")
    #expect(robot.topRow != " line 1" || robot.text(in: .currentMatch) == ["line 7"])
    #expect(robot.status.contains("12 matches") || robot.status.contains("11 matches"))
    robot.type("<ESC>")
    #expect(robot.topRow == " line 1")
    #expect(robot.text(in: .match).isEmpty)
  }

  @Test func `MUST NOT is found where the line breaks between the words`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("/MUST NOT<Enter>n")
    #expect(robot.status.contains("match 2 of 2"))
    #expect(robot.text(in: .currentMatch) == ["MUST", "NOT"])
  }

  @Test func `the status line names the section of the match, not of the window's top`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("/attacker<Enter>")
    #expect(robot.status.hasPrefix(" 3 Security Considerations"))
  }

  @Test func `a phrase is found across the end of a page`() {
    var robot = ReaderRobot(SampleText.paged, named: "RFC 4243")
    robot.type("/belong together<Enter>")
    #expect(robot.text(in: .currentMatch) == ["belong", "together"])
  }

  @Test func `ESC-u hides the matches and shows them again`() {
    var robot = robot("/needle<Enter><ESC-u>")
    #expect(robot.text(in: .match).isEmpty)
    robot.type("<ESC-u>")
    #expect(!robot.text(in: .match).isEmpty)
  }

  @Test func `lines that do not match are found with control-N`() {
    let robot = robot("/<^N>needle<Enter>")
    #expect(robot.status.contains("match 1 of 90"))
  }

  @Test func `the filter leaves the lines that match, with their headings, and takes itself back`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("&message<Enter>")
    #expect(robot.rows.contains { $0.contains("2.1.1.  Short Messages") })
    #expect(robot.rows.contains { $0.contains("A short message fits in one line.") })
    #expect(!robot.rows.contains { $0.contains("Nothing happened.") })
    robot.type("&<Enter>G")
    #expect(robot.rows.contains { $0.contains("Nothing happened.") })
  }

  @Test func `the filter leaves to n what was searched for before`() {
    var robot = robot("/needle<Enter>&line [0-9]*5<Enter>")
    #expect(robot.text(in: .match) == ["needle"])
    robot.type("n")
    #expect(robot.text(in: .currentMatch) == ["needle"])
    robot.type("&nowhere<Enter>n")
    #expect(robot.text(in: .currentMatch) == ["needle"])
    robot = self.robot("&needle<Enter>n")
    #expect(robot.text(in: .currentMatch) == ["needle"])
  }

  @Test func `a filter that would take forever leaves every line`() {
    var robot = ReaderRobot(String(repeating: String(repeating: "a", count: 60) + "!b\n", count: 50))
    let rows = robot.rows
    robot.type("&(a|aa)+$<Enter>")
    #expect(robot.status.contains("Search stopped"))
    #expect(robot.rows.dropLast() == rows.dropLast())
  }

  @Test func `patterns of before come back with Up`() {
    var robot = robot("/needle<Enter>/line 5<Enter>/<Up><Up><Enter>")
    #expect(robot.status.contains("of 10"))
    robot.type("?<Up>")
    #expect(robot.status.hasPrefix("?needle"))
  }

  @Test func `a pattern that would take forever is given up with a message`() {
    var robot = ReaderRobot(String(repeating: String(repeating: "a", count: 60) + "!b\n", count: 50))
    robot.type("/(a|aa)+$<Enter>")
    #expect(robot.status.contains("Search stopped"))
  }
}

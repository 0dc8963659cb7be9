import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// The match that one stands on is a place of the document: it stays, however the text is laid out.
@Suite struct MatchPlaceTests {
  private static let text =
    "1.  One\n\n"
    + (1...60).map { "   Paragraph \($0) has a needle\n   and words that go on behind it.\n\n" }.joined()

  private func robot(_ keys: String, columns: Int = 80) -> ReaderRobot {
    var robot = ReaderRobot(Self.text, columns: columns)
    robot.type(keys)
    return robot
  }

  @Test func `what goes wrong beside a download leaves it, and the place that it leads to`() throws {
    let text = SampleText.numberedLines(100)
    let id = try #require(Locator(typed: "RFC 1")?.document)
    for keys in ["", "<^C>"] {
      var robot = ReaderRobot(text, named: "RFC 1", rows: 12)
      robot.type("50g")
      robot.open(SampleText.unpaged, named: "RFC 2")
      robot.type("B")
      robot.send(.downloading(id, received: 1, expected: 2))
      robot.send(.warning("There is no browser."))
      #expect(robot.status.contains("There is no browser."))
      robot.type(keys)
      #expect((robot.effects.last == .cancelDownload) == (keys == "<^C>"))
      robot.open(text, named: "RFC 1")
      #expect(robot.topRow.contains("line 50") == (keys == ""))
    }
  }

  @Test(arguments: [
    "W", "A", "WW", "AA", "WA", "hq", "&needle<Enter>", "&needle<Enter>&<Enter>", "&nowhere<Enter>",
    "tq", "/other<ESC>", "-i-i", "-N", "ESC-u", "50GB", "50GWB", "W50GB", "50GBFB", "S", "<ESC-u><ESC-u>",
  ])
  func `n and N go on from the match that one stood on`(keys: String) {
    var robot = robot("/needle<Enter>9n")
    #expect(robot.status.contains("match 10 of 60"))
    robot.type(keys)
    robot.type("n")
    #expect(robot.status.contains("match 11 of 60"), "n after \(keys): \(robot.status)")
    robot.type("NN")
    #expect(robot.status.contains("match 9 of 60"), "N after \(keys): \(robot.status)")
  }

  @Test(arguments: [40, 60, 100])
  func `a window of another width keeps the match`(columns: Int) {
    var robot = robot("W/needle<Enter>29n")
    robot.resize(columns: columns, rows: 20)
    #expect(robot.status.contains("match 30 of 60"))
    robot.type("n")
    #expect(robot.status.contains("match 31 of 60"))
  }

  @Test func `a match in a line that a filter hides leaves its place to n`() {
    var robot = robot("/needle<Enter>9n&Paragraph [0-9]*5 <Enter>n")
    #expect(robot.text(in: .currentMatch).count == 1)
    robot.type("&<Enter>")
    #expect(robot.status.contains("match 15 of 60"))
  }

  @Test(arguments: ["W", "A", "WA"])
  func `the way back leads to the same text in another layout`(keys: String) {
    var robot = robot("100G29jG" + keys + "B" + keys)
    let there = robot.topRow
    robot = self.robot("100G29j")
    #expect(there == robot.topRow)
  }

  @Test func `the last landmark stays where it was when the text is laid out anew`() {
    var robot = ReaderRobot(SampleText.unpaged, columns: 100)
    robot.type("]m]mW]m")
    var plain = ReaderRobot(SampleText.unpaged, columns: 100)
    plain.type("]m]m]mW")
    #expect(robot.topRow == plain.topRow)
  }

  @Test(arguments: [
    "3k", "3j", "10k", "/needle<Enter>5k", "W", "A", "hq", "&needle<Enter>&<Enter>", "/<^K>needle<Enter>",
  ])
  func `with --pages N goes up and n goes down`(keys: String) throws {
    var robot = ReaderRobot(Self.text, isBare: true)
    func paragraph() throws -> Int {
      let row = try #require(robot.rows.first)
      return try #require(Int(row.split(separator: " ")[1]))
    }
    robot.type("/needle<Enter>9n")
    #expect(try paragraph() == 10)
    robot.type(keys)
    robot.type("N")
    let above = try paragraph()
    robot.type("n")
    #expect(try paragraph() == above + 1)
    #expect((6...10).contains(above), "\(keys): \(above)")
  }

  // MARK: Together and one by one

  @Test(arguments: [
    "50G/<^F>needle<Enter>", "50G/@needle<Enter>", "3/needle<Enter>", "50G3?needle<Enter>", "/needle<Enter>n",
    "/needle<Enter>WnAn", "/needle<Enter>&needle<Enter>n", "/needle<Enter>3nN", "/!needle<Enter>n",
    "95G/<^W>needle<Enter>",
    "/<^K>needle<Enter>n", "/needle<Enter>/<Enter>?<Enter>n", "&!needle<Enter>5j", "W/needle<Enter>Wn",
    "/^$<Enter>nn",
    "12<ESC>j", "12<ESC>(", "-x4<Enter>j", "/needle<Enter><ESC-U>n",
  ])
  func `a burst of keys does what the same keys do one by one`(keys: String) {
    for isBare in [false, true] {
      var slow = ReaderRobot(Self.text, isBare: isBare)
      var burst = ReaderRobot(Self.text, isBare: isBare)
      slow.type(keys)
      burst.burst(keys)
      #expect(burst.frame.text == slow.frame.text)
    }
  }

  @Test func `what is typed slowly and ended in a burst begins where the prompt was opened`() {
    var robot = robot("/need")
    robot.burst("le or<Enter>")
    #expect(robot.status.contains("not found"))
    robot = self.robot("/Paragraph 3")
    robot.burst("0 has<Enter>")
    #expect(robot.status.contains("match 1 of 1"))
    robot.type("<ESC>''")
    #expect(robot.topRow == " 1.  One")
  }

  // MARK: Counts and what stands before a pattern

  @Test(arguments: [
    ("3/needle<Enter>", "match 3 of 60"), ("61/needle<Enter>", "match 1 of 60"),
    ("G2?needle<Enter>", "match 52 of 60"), ("/needle<Enter>3/<Enter>", "match 4 of 60"),
    ("100G/@needle<Enter>", "match 1 of 60"), ("?@needle<Enter>", "match 60 of 60"),
    ("/*needle<Enter>", "match 1 of 60"),
    ("/!needle<Enter>", "match 1 of 122"), ("/!!needle<Enter>", "match 1 of 60"),
    ("/*@!needle<Enter>", "match 1 of 122"),
    ("/needle!<Enter>", "not found"), ("/\\!<Enter>", "not found"), ("/<^E>needle<Enter>", "match 1 of 60"),
    ("/^$<Enter>", "match 1 of 61"), ("/^<Enter>", "match 1 of 182"),
    ("/(?=needle)<Enter>n", "match 2 of 60"),
    ("/needle<Enter>20n/<^F><Enter>", "match 1 of 60"), ("/needle<Enter>9n/<^K><Enter>", "match 10 of 60"),
    ("/needle<Enter>/!<Enter>", "of 122"), ("/!needle<Enter>/<Enter>", "of 60"),
    ("/\\bneed\\b|$<Enter>", "match 1 of 182"),
  ])
  func `a search begins as in less`(keys: String, status: String) {
    let robot = robot(keys)
    #expect(robot.status.contains(status), "\(robot.status)")
  }

  @Test(arguments: [
    ("&^$<Enter>", ""), ("&!needle<Enter>2j", "   and words"), ("&(?=needle)<Enter>", "   Paragraph 1 "),
    ("&!^ <Enter>", "1.  One"), ("&*needle<Enter>", "1.  One"),
  ])
  func `a filter means by a pattern what a search does`(keys: String, row: String) {
    var robot = ReaderRobot(Self.text, isBare: true)
    robot.type(keys)
    // The heading of the section stands above the lines that are found.
    let shown = robot.rows.dropFirst(keys.contains("!") || keys.contains("*") ? 0 : 1)
    #expect(shown.first?.hasPrefix(row) == true, "\(robot.rows.prefix(4))")
  }

  @Test func `a filter of filtered lines leaves those that match both`() {
    var robot = ReaderRobot(Self.text, isBare: true)
    robot.type("&needle<Enter>&1<Enter>&!0<Enter>")
    let shown = robot.rows.prefix { !$0.isEmpty }.dropFirst().map { $0.split(separator: " ")[1] }
    #expect(shown == ["1", "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "41", "51"])
    robot.type("&<Enter>2j")
    #expect(robot.rows[1].contains("words that go on"))
  }

  @Test(arguments: ["Wr", "Ar", "WAr", "-Nr", "h/x<Enter>q", "GB"])
  func `a filter stays until it is taken away`(keys: String) {
    var robot = robot("&[02468] has<Enter>" + keys)
    for columns in [80, 50] {
      robot.resize(columns: columns, rows: 24)
      robot.type("r")
      #expect(robot.frame.text.contains("Paragraph 8") && !robot.frame.text.contains("Paragraph 7"))
      #expect(robot.status.contains("&[02468] has"))
    }
    robot.type("&<Enter>8G")
    #expect(robot.frame.text.contains("Paragraph 7"))
  }

  @Test func `the status line says how a filter is meant`() {
    #expect(robot("&!needle<Enter>").status.contains("&!needle"))
    #expect(robot("&needle<Enter>&1<Enter>").status.contains("&needle &1"))
  }

  @Test func `the last search's way is that of an empty pattern`() {
    let robot = robot("G?needle<Enter>/<Enter>n")
    #expect(robot.status.contains("match 55 of 60"))
  }

  @Test func `past the matches that are counted n says so`() {
    var robot = ReaderRobot(String(repeating: String(repeating: "x", count: 70) + "\n", count: 2000))
    robot.type("/x<Enter>N")
    #expect(robot.status.contains("Only the first 100000 matches are counted. Continued from the end."))
    robot.type("n")
    #expect(robot.status.contains("Only the first 100000 matches are counted. Continued from the top."))
    robot.type("/<^W>x<Enter>N")
    #expect(robot.status.contains("Only the first 100000 matches are counted. No match above."))
  }
}

import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Prose at another width than the published one.
@Suite struct ReflowTests {
  private static let hyphens = """
    Example Working Group                                          A. Writer
    Request for Comments: 4242                                     Sample Ltd


                               Hyphens of All Kinds

    1.  Hyphens

       This paragraph is one of prose, and it has no word that breaks at all,
       so that everybody sees that this is a text of many words in sentences.

       The rules hold for all that is on the page, and that is for the left-
       and right-hand sides, for all of the links that there are, and client-
       to-server links among them, for every reader who knows of it, for pre-
       or post-processing of it all, as it was said and told before by all.

       A list follows of the things that are there, all of them, be they low-
       to high-level ones, and all of these items have a name that is a well-
       known one.  It says so in this text, which goes on and on for a time -
       and so do other ones -- and who reads it on from here is a writer and/
       or not -- and here it ends.

    """

  @Test(arguments: [40, 60, 76, 80, 110])
  func `every blank of the text stays, and a word that goes on is one word`(columns: Int) {
    var robot = ReaderRobot(Self.hyphens, columns: columns, rows: 40)
    robot.type(columns < 80 ? "" : "W")
    let words = robot.rows.dropFirst(2).dropLast().joined(separator: " ").split(separator: " ")
      .filter { $0 != "\u{2590}" }.joined(separator: " ")
    for phrase in [
      "left- and right-hand", "pre- or post-processing", "low- to high-level", "time - and",
      "is a writer and/or",
    ] {
      // Where a row ends behind a hyphen, the blank is at its end.
      #expect(
        words.contains(phrase) || words.contains(phrase.replacing("and/or", with: "and/ or")), "\(words)")
    }
    #expect(words.contains("client-to-server") || words.contains("client- to-server"))
    #expect(words.contains("well-known") || words.contains("well- known"))
    if columns == 110 { #expect(words.contains("client-to-server") && words.contains("well-known")) }
  }

  private static let asides = """
    1.  Asides

       Here is a paragraph of prose that goes before what is said beside it,
       so that everybody sees what it is that an aside is set apart from now.

          |  *Note:* An aside is a remark that one may leave out.  Each of its
          |  lines begins with a bar, as a quotation of another text does it
          |  too, and so does each of its rows.
          |
          |  o  It may have a list in it, of which the items hang as they do in
          |     any other list.

    """

  @Test(arguments: [50, 64, 76])
  func `each row of an aside begins with its bar`(columns: Int) throws {
    var settings = ReaderSettings()
    settings.reading.reflow = .on
    var robot = ReaderRobot(columns: columns, rows: 40, settings: settings)
    robot.open(Self.asides)
    let first = try #require(robot.rows.firstIndex { $0.contains("*Note:*") })
    let last = try #require(robot.rows.firstIndex { $0.contains("other list.") })
    let rows = robot.rows[first...last]
    #expect(
      rows.allSatisfy { $0.hasPrefix("       |") && $0.filter { $0 == "|" }.count == 1 },
      "\(robot.frame.text)")
    #expect(rows.contains("       |"))
    let item = try #require(rows.first { $0.contains("|  o  It may") })
    #expect(item.count > columns - 16)
    #expect(rows.last?.hasPrefix("       |     ") == true)
    robot.type("/rows<Enter>")
    #expect(robot.text(in: .currentMatch) == ["rows"])
  }

  @Test(arguments: [
    "left- and right", "client-to-server", "and/or not", "be they low- to", "for a time - and so",
  ])
  func `what is found in prose set anew is marked from its first letter to its last`(pattern: String) {
    var robot = ReaderRobot(Self.hyphens, columns: 110)
    robot.type("W/" + pattern + "<Enter>")
    // The blank at a row's end is not marked.
    let marked = robot.text(in: .currentMatch).joined()
    #expect(marked.filter { $0 != " " } == pattern.filter { $0 != " " })
  }
}

/// Where the window is narrower than the text, prose is set anew by itself.
@Suite struct NarrowWindowTests {
  private static let text = """
    Example Working Group                                          A. Writer
    Request for Comments: 4242                                     Sample Ltd
    Category: Standards Track                                  February 2026
    Obsoletes: 3111, 3222, 3333, 3444, 3555, 3666                  B. Reader


                           The Sample Protocol

    Abstract

       This text is a sample.

    Table of Contents

       1.  Introduction . . . . . . . . . . . . . . . . . . . . . . . .   2
       2.  A Heading of More Words than a Narrow Window Has Room For  .   3

    1.  Introduction

       A sender of samples MUST NOT send more of them than it was asked for,
       and whoever gets them does not complain about that, whatever happens.
       See <https://www.example.org/a/folder/and/another/folder/with-a-name/of-it.html>.

       Short lines
       stay lines.

              +----------------------------------------+
              | this figure is moved to the left so    |
              |                                        |
              | that it fits into most of the windows  |
              +----------------------------------------+

       The next one cannot, for it is as wide as the printed page, all of it.

       +--------------------------------------------------------------------+
       | begin                    middle                                end |
       +--------------------------------------------------------------------+

    2.  A Heading of More Words than a Narrow Window Has Room For

       What is said here is said in two lines of prose, so that there is one
       more of them to be set anew.

    """

  private func robot(_ keys: String = "", columns: Int, rows: Int = 24, reflow: Reflow = .auto) -> ReaderRobot
  {
    var settings = ReaderSettings()
    settings.reading.reflow = reflow
    var robot = ReaderRobot(columns: columns, rows: rows, settings: settings)
    robot.open(Self.text)
    robot.type(keys)
    return robot
  }

  /// The words of all rows, the strip's sign and the title's row left out.
  private func words(_ robot: ReaderRobot) -> [Substring] {
    robot.rows.dropFirst().dropLast().joined(separator: " ").split(separator: " ").filter { $0 != "\u{2590}" }
  }

  @Test(arguments: [50, 60, 70, 79])
  func `only a figure as wide as the page is cut, and no word is lost`(columns: Int) {
    let robot = robot(columns: columns, rows: 120)
    let cut = robot.rows.filter { $0.hasSuffix(">") && !$0.contains("<") && !$0.contains("html") }
    #expect(cut.count == (columns >= 76 ? 0 : 3), "\(robot.frame.text)")
    let all = Set(words(self.robot(columns: 110, rows: 120, reflow: .off)))
    let missing = all.subtracting(words(robot)).filter { !$0.hasPrefix("+--") && !$0.contains("://") }
    #expect(missing.subtracting(columns >= 76 ? [] : ["end", "middle"]) == [])
  }

  @Test(arguments: [80, 100, 119]) func `where everything fits nothing is touched`(columns: Int) {
    let text = robot("5j", columns: columns).frame.text
    // The address is wider than the page.
    #expect(robot("5j", columns: columns, reflow: .off).frame.text == text || columns == 80)
  }

  @Test func `what fits stays as it is published`() {
    let rows = robot(columns: 50, rows: 120).rows
    #expect(rows.contains("    Short lines") && rows.contains("    stay lines."))
    // Narrow prose, and a figure that is not.
    let narrow = """
      Example Working Group                                   A. Writer
      Request for Comments: 4242                             Sample Ltd

      1.  Scope

         This is said in lines of prose that are narrower than
         most are, and so they fit where the figure below them
         does not, and they are left as they are published now.

         +--------------------------------------------------------------------+
         | begin                    middle                                end |
         +--------------------------------------------------------------------+

      """
    var robot = ReaderRobot(narrow, columns: 69, rows: 60)
    #expect(robot.rows.contains("    This is said in lines of prose that are narrower than"))
    #expect(robot.rows.filter { $0.hasSuffix(">") }.count == 3)
    robot.type("W")
    #expect(robot.rows.contains("    This is said in lines of prose that are narrower than most are,"))
  }

  @Test func `W turns it off, and on again as it was`() {
    var robot = robot(":1<Enter>", columns: 50)
    let before = robot.rows.dropLast()
    robot.type("W")
    #expect(robot.status.contains("Lines as published."))
    #expect(
      robot.rows.contains { $0.contains("A sender of samples MUST NOT send more of th") && $0.hasSuffix(">") }
    )
    robot.type("W")
    #expect(robot.status.contains("Prose wrapped to the window."))
    #expect(robot.rows.dropLast() == before)
    robot.resize(columns: 110, rows: 24)
    #expect(robot.rows.contains { $0.contains("MUST NOT send more of them than it was asked for,") })
  }

  @Test func `W turns it on in a wide window, for this document`() {
    var robot = robot("W:1<Enter>", columns: 119)
    #expect(robot.rows.contains { $0.contains("than it was asked for, and whoever gets them") })
    robot.open(Self.text, named: "RFC 4343")
    robot.type(":1<Enter>")
    #expect(!robot.rows.contains { $0.contains("than it was asked for, and whoever gets them") })
  }

  @Test func `the settings turn it off and on`() {
    #expect(robot(":1<Enter>", columns: 50, reflow: .off).rows.contains { $0.hasSuffix(">") })
    let on = robot(":1<Enter>", columns: 119, reflow: .on)
    #expect(on.rows.contains { $0.contains("than it was asked for, and whoever gets them") })
  }

  @Test func `pages as printed are never touched, nor is a text that is no RFC`() {
    #expect(robot("A:1<Enter>", columns: 50).rows.contains { $0.hasSuffix(">") })
    var bare = ReaderRobot(Self.text, columns: 50, isBare: true)
    bare.type(":1<Enter>")
    #expect(bare.rows.contains { $0.hasSuffix(">") })
    let words = String(repeating: "words of a letter ", count: 6) + "\n"
    #expect(
      ReaderRobot("\n" + words + words, named: "letter.txt", columns: 50).rows.contains { $0.hasSuffix(">") })
  }

  @Test func `a figure is moved to the left, all of it by as much`() throws {
    let rows = robot(columns: 46, rows: 120).rows
    let first = try #require(rows.firstIndex { $0.contains("this figure is moved") })
    let columns = rows[first - 1...first + 3].compactMap { row in
      row.firstIndex { $0 != " " }.map { row.distance(from: row.startIndex, to: $0) }
    }
    #expect(columns == Array(repeating: 4, count: 5))
  }

  @Test func `Right scrolls what does not fit, and nothing else`() throws {
    var robot = robot(":1<Enter>", columns: 50, rows: 40)
    let before = robot.rows
    robot.type("24<Right>")
    let changed = zip(before, robot.rows).filter { $0 != $1 }
    #expect(changed.count == 3)
    #expect(robot.rows.contains { $0.contains("middle") && $0.contains("end") })
    robot.type("24<Left>")
    #expect(robot.rows == before)
  }

  @Test func `names stand at the right edge, numbers of pages behind fewer dots, headings in two rows`() {
    let rows = robot(columns: 50, rows: 60).rows
    func edge(_ text: String) -> Int? { rows.first { $0.contains(text) }?.count }
    #expect(edge("A. Writer") == 49 && edge("February 2026") == 49 && edge("B. Reader") == 49)
    #expect(rows.contains(" Obsoletes: 3111, 3222, 3333, 3444, 3555, 3666"))
    #expect(rows.first { $0.contains("Introduction .") }?.hasSuffix(" .  2") == true)
    #expect(edge("Introduction .") == 49)
    #expect(
      rows.contains(" 2.  A Heading of More Words than a Narrow Window") && rows.contains("     Has Room For")
    )
  }

  @Test func `a long address goes on in the next row, and is found`() {
    var robot = robot(columns: 40, rows: 60)
    robot.type("/folder/with-a-name/of-it.html<Enter>")
    #expect(robot.text(in: .currentMatch).joined() == "folder/with-a-name/of-it.html")
  }

  @Test func `two panes cut nothing`() {
    var robot = robot(":1<Enter>S", columns: 140, rows: 40)
    #expect(
      !robot.rows.dropFirst().contains { $0.hasSuffix(">") && !$0.contains("+-") && !$0.contains("| begin") })
    #expect(robot.rows.contains { $0.contains("send more of them than it was asked") })
    robot.type("S")
    #expect(robot.rows.contains { $0.contains("MUST NOT send more of them than it was asked for,") })
  }

  @Test func `the contents beside the text make it narrower, and it comes back`() {
    var robot = robot(":1<Enter>", columns: 80)
    let before = robot.rows.dropLast()
    robot.type("t")
    #expect(!robot.rows.contains { $0.hasSuffix(">") && !$0.contains("---") && !$0.contains("| begin") })
    robot.type("q")
    #expect(robot.rows.dropLast() == before)
  }

  @Test(arguments: ["", "j", "3j", "5j", "6j", "9j"])
  func `the words at the top stay there however often the window changes`(keys: String) {
    for columns in [50, 80] {
      var robot = robot(":1<Enter>" + keys, columns: columns)
      let before = robot.topRow
      for other in [40, 61, 33, 100, 140, 47] { robot.resize(columns: other, rows: 24) }
      robot.resize(columns: columns, rows: 24)
      #expect(robot.topRow == before)
    }
  }

  @Test func `the place of the last run does not wander upwards`() throws {
    var robot = robot(":1<Enter>4jQ", columns: 34)
    var tops: [String] = []
    for _ in 0..<4 {
      guard
        case .remember(_, let memory)? = robot.effects.last(where: {
          if case .remember = $0 { true } else { false }
        })
      else { break }
      robot = ReaderRobot(columns: 34)
      robot.open(Self.text, memory: memory)
      tops.append(robot.topRow)
      robot.type("Q")
    }
    #expect(tops.count == 4 && Set(tops).count == 1, "\(tops)")
  }

  @Test func `what the catalogue says is wrapped, and help is written anew`() throws {
    var robot = robot("", columns: 80)
    let information = """
      RFC 4242  The Sample Protocol
      Status         Proposed Standard
      Keywords       sample, protocol, words that go on, and on, and so on to
                     the end of them

      The abstract is a paragraph that has more words than a narrow window has
      columns, so it is wrapped.

      """
    robot.send(.information(.rfc(try #require(RFCNumber(4242))), text: Array(information.utf8)))
    robot.resize(columns: 46, rows: 24)
    #expect(!robot.frame.text.contains(">"))
    #expect(robot.rows.contains(" Status         Proposed Standard"))
    #expect(robot.rows.contains(" Keywords       sample, protocol, words that"))
    #expect(robot.rows.contains { $0.hasPrefix("                go on, and on,") })
    robot.type("qh")
    robot.resize(columns: 40, rows: 24)
    #expect(!robot.frame.text.contains("\u{2026}") && !robot.rows.contains { $0.hasSuffix(">") })
    robot.resize(columns: 119, rows: 24)
    #expect(robot.rows.contains { $0.contains("scroll-down") })
  }

  @Test func `what obsoletes and updates it goes on in a second row, and is counted there`() throws {
    let numbers = try (1...30).map { try #require(RFCNumber(9000 + 2 * $0)) }
    func rows(_ obsoletedBy: Int, _ updatedBy: Int, columns: Int, rows: Int = 20) -> [String] {
      var robot = ReaderRobot(columns: columns, rows: rows)
      robot.open(
        Self.text,
        standing: Standing(
          status: .unknown, date: nil, obsoletedBy: Array(numbers.prefix(obsoletedBy)),
          updatedBy: Array(numbers.prefix(updatedBy))))
      return Array(robot.rows[1...3])
    }
    #expect(
      rows(3, 3, columns: 50) == [
        " Obsoleted by 9002, 9004, 9006", " Updated by 9002, 9004, 9006", "",
      ])
    #expect(
      rows(0, 9, columns: 40) == [
        " Updated by 9002, 9004, 9006, 9008,", " 9010, 9012, 9014, 9016, 9018", "",
      ])
    #expect(rows(0, 30, columns: 40)[1] == " 9010, 9012, 9014, 9016, 9018, 9020 +20")
    #expect(rows(0, 9, columns: 40, rows: 10)[0] == " Updated by 9002, 9004, 9006, 9008 +5")
    #expect(rows(0, 9, columns: 80)[1] == "")
  }
}

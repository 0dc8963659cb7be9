import RFCModel
import ReaderCore
import TestSupport
import Testing

@Suite struct SectionTests {
  @Test(arguments: [
    (":2.1<Enter>", "2.1.  Messages"), (":2.1<Enter>)", "2.1.1.  Short Messages"),
    (":2.1.1<Enter>(", "2.1.  Messages"),
    (":2.1.1<Enter>2j(", "2.1.1.  Short Messages"), (":1<Enter>}", "2.  Overview"),
    (":2.2<Enter>{", "2.1.  Messages"),
    (":2.1.1<Enter>U", "2.1.  Messages"), (":2.1.1<Enter>UU", "2.  Overview"),
    (":1.1<Enter>]]", "2.  Overview"),
    (":2.1.1<Enter>[[", "2.  Overview"), (":A<Enter>", "Appendix A.  History"),
    (":a<Enter>", "Appendix A.  History"),
    (":1<Enter>3)", "2.1.  Messages"), (":l34<Enter>", "1.1.  Terms"),
  ])
  func `keys lead from section to section`(keys: String, top: String) {
    var robot = ReaderRobot(SampleText.unpaged, rows: 14)
    robot.type(keys)
    #expect(robot.topRow.contains(top))
  }

  @Test func `the status line names the section and those around it`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":2.1.1<Enter>")
    #expect(robot.status.hasPrefix(" 2.1.1 Short Messages < 2.1 Messages < 2 Overview"))
  }

  @Test func `a section that is not there is a message, a number that is none asks for the RFC`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":9.9<Enter>")
    #expect(robot.status.contains("RFC 4242 has no section 9.9."))
    robot.type(":9110#4.2<Enter>")
    #expect(robot.effects.last == .open(.rfc(.init(9110)!), at: .section(.init("4.2")!)))
    robot.type(":rfc3<Enter>")
    #expect(robot.effects.last == .open(.rfc(.init(3)!), at: nil))
  }

  @Test(arguments: [
    ":\u{A7}2.1.1", ":section 2.1.1", ":#section-2.1.1", ":#name-short-messages", ":4242#name-short-messages",
  ])
  func `a section of this text has many names`(typed: String) {
    var robot = ReaderRobot(SampleText.unpaged, rows: 14)
    robot.type(typed + "<Enter>")
    #expect(robot.topRow.contains("2.1.1.  Short Messages"))
  }

  @Test(arguments: [
    ":RFC9110, Section 4.2", ":[RFC9110] \u{A7}4.2",
    ":https://www.rfc-editor.org/rfc/rfc9110.html#section-4.2",
    ":section 4.2 of RFC 9110",
  ])
  func `so has one of another`(typed: String) throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(typed + "<Enter>")
    let section = try #require(SectionNumber("4.2"))
    #expect(robot.effects.last == .open(.rfc(try #require(.init(9110))), at: .section(section)))
  }

  @Test func `a name that no heading has is said, and the document is open all the same`() {
    var robot = ReaderRobot()
    robot.open(SampleText.unpaged, at: .name("field.nowhere"))
    #expect(robot.status.contains("RFC 4242 has no place called field.nowhere. t shows the contents."))
    #expect(robot.rows[0].contains("RFC 4242"))
    robot.open(SampleText.unpaged, at: .name("field.short-messages"))
    #expect(robot.topRow.contains("2.1.1.  Short Messages"))
    robot.type(":#nowhere<Enter>")
    #expect(robot.status.contains("RFC 4242 has no place called nowhere. t shows the contents."))
  }

  @Test func `a sub-series asks for what it stands for, a draft for its revision`() throws {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":bcp14<Enter>")
    #expect(robot.effects.last == .openSubSeries(.bcp, 14))
    robot.type(":STD 97, section 2<Enter>")
    #expect(robot.effects.last == .openSubSeries(.std, 97, at: .section(try #require(SectionNumber("2")))))
    robot.type(":I-D.ietf-quic-transport<Enter>")
    #expect(robot.status.contains("draft-ietf-quic-transport needs a revision"))
  }

  @Test func `a number that may be a slip for a section asks before it opens that RFC`() throws {
    let effect = Effect.open(.rfc(try #require(.init(13))), at: nil)
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("r")
    let before = robot.rows
    for answer in ["n", "<ESC>", "<Enter>", "q", "<Backspace>", "j"] {
      robot.type(":13<Enter>")
      #expect(robot.status == "No section 13. Open RFC 13? (y/n)")
      robot.type(answer)
      #expect(robot.rows == before)
      #expect(!robot.effects.contains(effect) && !robot.effects.contains(.quit))
    }
    robot.type(":13<Enter>y")
    #expect(robot.effects.last == effect)
  }

  @Test func `who says that it is an RFC is not asked, nor who has typed a larger number`() throws {
    for (typed, number) in [("rfc13", 13), ("RFC 13", 13), ("13#2", 13), ("100", 100), ("791", 791)] {
      var robot = ReaderRobot(SampleText.unpaged)
      robot.type(":\(typed)<Enter>")
      guard case .open(let id, _)? = robot.effects.last else {
        Issue.record("\(typed) opens nothing")
        continue
      }
      #expect(id.rfc?.value == number)
    }
    var library = ReaderRobot(try SampleFeed.library())
    library.type(":13<Enter>")
    #expect(library.effects.last == .open(.rfc(try #require(.init(13))), at: nil))
  }

  @Test func `]m and ]f lead from requirement to requirement, from figure to figure`() {
    let prose =
      "   This paragraph fills its lines, so that the text's own indentation is\n   known to whoever reads it.\n\n"
    let figure = "      +-----+      +-----+\n      | one |----->| two |\n      +-----+      +-----+\n\n"
    let text =
      "1.  One\n\n" + String(repeating: prose, count: 8) + "   A reader MUST read.\n\n" + figure
      + String(repeating: prose, count: 8) + "   A writer SHOULD write.\n\n" + figure
      + String(repeating: prose, count: 8)
    var robot = ReaderRobot(text, rows: 14)
    robot.type("]m")
    #expect(robot.rows.contains { $0.hasPrefix("    A reader MUST read.") })
    robot.type("]m")
    #expect(robot.rows.contains { $0.hasPrefix("    A writer SHOULD write.") })
    robot.type("]m")
    #expect(robot.status.contains("No more MUST, SHOULD or MAY"))
    robot.type("[m")
    #expect(robot.rows.contains { $0.hasPrefix("    A reader MUST read.") })
    robot.type("g2]f")
    #expect(
      robot.rows.contains { $0.contains("SHOULD write") } && robot.rows.contains { $0.contains("| one |") })
  }

  @Test func `commands run by name, completed with Tab`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type(":go-to-b<Tab><Enter>")
    #expect(robot.topRow == " line 80")
  }

  @Test func `the contents panel moves, filters and leads to a section`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("t")
    #expect(robot.rows.contains { $0.hasPrefix(" v 1  Introduction") })
    robot.type("/short<Enter>")
    #expect(robot.topRow.contains("2.1.1.  Short Messages"))
    robot.type("t<Left><Left><Left><Enter>")
    #expect(robot.topRow.contains("2.  Overview"))
  }

  @Test func `q closes the panel first, then help, then the reader`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("tq")
    #expect(robot.effects.isEmpty)
    robot.type("h")
    #expect(robot.rows[0].contains("Keys"))
    robot.type("q")
    #expect(robot.rows[0].contains("RFC 4242"))
    robot.type("q")
    #expect(robot.effects.last == .quit)
  }

  @Test func `B in help leads to where it was called from, and once more to before that`() {
    var robot = ReaderRobot(SampleText.unpaged)
    let first = robot.topRow
    robot.type(":2.1<Enter>")
    let place = robot.topRow
    robot.type("hGB")
    #expect(robot.topRow == place && place != first)
    robot.type("hB2B")
    #expect(robot.topRow == first)
  }

  @Test func `the contents open by themselves from 120 columns on`() {
    let wide = ReaderRobot(SampleText.unpaged, columns: 120)
    let narrow = ReaderRobot(SampleText.unpaged, columns: 119)
    #expect(wide.rows.contains { $0.contains("1.1") && $0.contains("Terms") && $0.hasPrefix("    ") })
    #expect(narrow.rows[2].hasPrefix("           "))
  }
}

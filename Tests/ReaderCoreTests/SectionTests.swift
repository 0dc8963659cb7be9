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

import ReaderCore
import TestSupport
import Testing

/// The title of the window around the screen.
@Suite struct TitleTests {
  @Test func `it names what is read, and the program at a list`() throws {
    var robot = ReaderRobot(try SampleFeed.library(cached: []))
    #expect(robot.workspace.title == "rfcview")
    robot.open(SampleText.unpaged)
    #expect(robot.workspace.title == "RFC 4242: The Sample Transfer Protocol")
    robot.type("h")
    #expect(robot.workspace.title == "RFC 4242: The Sample Transfer Protocol")
    robot.type("qL")
    #expect(robot.workspace.title == "rfcview")
  }

  @Test func `a text without a title has its name, and the pane with the keys counts`() {
    var robot = ReaderRobot(SampleText.numberedLines(40), named: "notes.txt", rows: 30)
    #expect(robot.workspace.title == "notes.txt")
    robot.type("S")
    robot.open(SampleText.unpaged, named: "RFC 4242")
    let titles = [robot.workspace.title]
    robot.type("<^W><^W>")
    #expect(Set(titles + [robot.workspace.title]) == ["notes.txt", "RFC 4242: The Sample Transfer Protocol"])
  }
}

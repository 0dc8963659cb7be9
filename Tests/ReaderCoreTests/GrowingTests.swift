import Foundation
import RFCFormats
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// A text that is read while it comes.
@Suite struct GrowingTests {
  private func source(_ text: String, isGrowing: Bool = true) -> Source {
    Source(
      name: "Standard input", id: nil, document: TextDecoder.document(from: Array(text.utf8)),
      isGrowing: isGrowing)
  }

  private func reader(_ lines: Int) -> ReaderRobot {
    var robot = ReaderRobot(columns: 60, rows: 12)
    robot.send(.opened(source(SampleText.numberedLines(lines)), at: nil))
    return robot
  }

  @Test func `the place, the marks and the search stay, and G goes to what is there`() {
    var robot = reader(100)
    robot.type("40gma/line 4.<Enter>n")
    #expect(robot.status.contains("match 2 of 10"))
    let top = robot.topRow
    robot.send(.grown(source(SampleText.numberedLines(450))))
    #expect(robot.topRow == top && robot.status.contains("match 2 of 61 \u{B7} still reading"))
    robot.type("n")
    #expect(robot.status.contains("match 3 of"))
    robot.type("G")
    #expect(robot.rows.contains { $0.contains("line 450") })
    robot.type("'a")
    #expect(robot.topRow.contains("line 40"))
    robot.send(.grown(source(SampleText.numberedLines(500), isGrowing: false)))
    #expect(robot.topRow.contains("line 40") && !robot.status.contains("still reading"))
  }

  @Test func `pages that show themselves later do not move the text`() {
    let text = SampleText.paged
    let cut = text.index(text.startIndex, offsetBy: text.count / 2)
    var robot = ReaderRobot(columns: 80, rows: 12)
    robot.send(.opened(source(String(text[..<cut])), at: nil))
    robot.type("12j")
    let top = robot.topRow
    robot.send(.grown(source(text, isGrowing: false)))
    #expect(robot.topRow == top)
  }

  @Test func `a prompt that is open searches what has come`() {
    var robot = reader(20)
    robot.type("/line 9")
    #expect(robot.status.contains("1 match"))
    robot.send(.grown(source(SampleText.numberedLines(95))))
    #expect(robot.status.contains("7 matches"))
    robot.type("<Enter>")
    #expect(robot.status.contains("match 1 of 7"))
  }

  @Test(arguments: ["&line .*5<Enter>", "&5<Enter>&1<Enter>", "P&5<Enter>", "&^N!line .*5<Enter>"])
  func `a filter takes in what comes`(keys: String) throws {
    let text = SampleText.numberedLines(199)
    // In the middle of line 105, whose last figure has not come.
    let cut = try #require(text.range(of: "line 105")).upperBound
    var robot = ReaderRobot(columns: 60, rows: 12)
    robot.send(.opened(source(String(text[..<text.index(before: cut)])), at: nil))
    robot.type(keys)
    robot.send(.grown(source(text, isGrowing: false)))
    var whole = ReaderRobot(columns: 60, rows: 12)
    whole.send(.opened(source(text, isGrowing: false), at: nil))
    whole.type(keys)
    #expect(robot.rows == whole.rows)
    robot.type("G")
    whole.type("G")
    #expect(robot.rows == whole.rows && robot.rows.contains { $0.contains("line 19") })
  }

  @Test func `what the run begins with goes on until it is reached, or a key is typed`() {
    func show(_ lines: Int, in robot: inout ReaderRobot, isGrowing: Bool = true) -> [String] {
      robot.send(.grown(source(SampleText.numberedLines(lines), isGrowing: isGrowing)))
      return robot.rows
    }
    var end = reader(40)
    end.send(.start(.keys([.character("G")])))
    for lines in [60, 80] { #expect(show(lines, in: &end).contains { $0.contains("line \(lines)") }) }
    end.type("k")
    #expect(!show(100, in: &end).contains { $0.contains("line 81") })
    end.type("BB")
    #expect(end.status.contains("There is no earlier place."))

    var match = reader(40)
    match.send(.start(.search("line 55")))
    #expect(match.status.contains("not found"))
    #expect(show(50, in: &match).last?.contains("not found") == true)
    let found = show(60, in: &match)
    #expect(found.last?.contains("match 1 of 1") == true && !match.status.contains("not found"))
    #expect(show(600, in: &match)[1] == found[1] && match.status.contains("match 1 of 11"))

    var line = reader(40)
    line.send(.start(.line(150)))
    _ = show(100, in: &line)
    #expect(show(200, in: &line).contains { $0.contains("line 150") })
    #expect(show(300, in: &line, isGrowing: false).contains { $0.contains("line 150") })
  }

  @Test func `control-C asks for no more, and only while there is more`() {
    var robot = reader(20)
    robot.type("<^C>")
    #expect(robot.effects.last == .stopGrowing)
    robot.send(.grown(source(SampleText.numberedLines(20), isGrowing: false)))
    let count = robot.effects.count
    robot.type("<^C>")
    #expect(robot.effects.count == count)
  }

  @Test func `Back leads to all that has come`() {
    var robot = reader(100)
    robot.type("50g")
    robot.open(SampleText.unpaged)
    robot.send(.grown(source(SampleText.numberedLines(300), isGrowing: false)))
    robot.type("B")
    #expect(robot.topRow.contains("line 50"))
    robot.type("G")
    #expect(robot.rows.contains { $0.contains("line 300") } && !robot.status.contains("still reading"))
  }

  @Test func `both panes grow, and what lies under help`() {
    var robot = reader(20)
    robot.type("Sh")
    robot.send(.grown(source(SampleText.numberedLines(95))))
    robot.type("qG")
    #expect(robot.rows.contains { $0.contains("line 95") })
    robot.type("SG")
    #expect(robot.rows.contains { $0.contains("line 95") })
  }
}

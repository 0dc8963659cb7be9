import CellGrid
import Foundation
import TestSupport
import Testing

/// Whole screens against golden files: what they say, then a letter a cell for what each means. After a change that
/// is meant, RFCVIEW_UPDATE_GOLDEN=1 writes them anew; look at the difference.
@Suite struct ScreenTests {
  @Test(arguments: ScreenScript.all)
  func `the screen is as it was`(script: ScreenScript) throws {
    var robot = ReaderRobot(columns: script.columns, rows: script.rows)
    switch script.start {
    case .document: robot.open(SampleText.unpaged)
    case .library: robot.send(.library(try SampleFeed.library(cached: [.rfc(#require(.init(4242)))])))
    }
    robot.type(script.keys)
    if robot.effects.contains(.surroundings) {
      robot.send(.surroundings(.init(cached: [.rfc(try #require(.init(4242)))])))
    }
    if robot.effects.contains(.bookmarks) {
      robot.send(
        .bookmarks(robot.effects.compactMap { if case .addBookmark(let added) = $0 { added } else { nil } }))
    }
    let frame = robot.frame
    let roles = (0..<frame.size.rows).map { row in
      String(robot.roles(ofRow: row).reversed().drop { $0 == "." }.reversed())
    }
    let screen = frame.text + "\n\n" + roles.joined(separator: "\n") + "\n"
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(script.name).txt")
    if ProcessInfo.processInfo.environment["RFCVIEW_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try screen.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(screen == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: [140, 80, 78, 60, 50, 40, 30])
  func `help is cut in no window, and its columns stand below one another`(columns: Int) throws {
    var robot = ReaderRobot(SampleText.unpaged, columns: columns)
    robot.type("h")
    var text = Set<String>()
    for _ in 0..<30 {
      text.formUnion(robot.rows)
      robot.type("<Space>")
    }
    #expect(text.filter { $0.hasSuffix(">") || $0.hasSuffix("\u{2026}") } == [])
    guard columns >= 80 else { return }
    let places = try ["previous-requirement", "next-section", "toggle-cached-only", "change-pane"].map {
      name in
      let row = try #require(text.first { $0.contains(" \(name) ") })
      let place = try #require(row.firstRange(of: name)?.lowerBound)
      let rest = row[place...].dropFirst(name.count)
      return [row[..<place].count, row.count - rest.drop { $0 == " " }.count]
    }
    #expect(Set(places).count == 1)
  }

  @Test(arguments: [(90, "bookmarked:"), (80, "recent:"), (50, "stream:")])
  func `the hint of the library's prompt ends with a whole word`(columns: Int, last: String) throws {
    var robot = ReaderRobot(try SampleFeed.library(), columns: columns)
    robot.type("/")
    #expect(robot.status.hasSuffix(" \(last)"))
  }
}

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
    case .library: robot.send(.library(try SampleIndex.library(cached: [.rfc(#require(.init(4242)))])))
    }
    robot.type(script.keys)
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
}

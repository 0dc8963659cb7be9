import CellGrid
import Foundation
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// Rows of ours between the lines of a text, and the words of BCP 14 in it.
@Suite struct NoteTests {
  private static let text = """
    1.  Rules

       A sender MUST NOT send more than one
       sample, and it SHOULD say "MAY I" before.

       THIS MUST BE A TITLE

    2.  More

       Samples are short.

    """

  /// A reader of it, to which an erratum is known about its lines 3 and 4, and an amendment about line 10.
  private func robot(columns: Int = 80, rows: Int = 24) throws -> ReaderRobot {
    var settings = ReaderSettings()
    settings.reading.errata = .inline
    var robot = ReaderRobot(columns: columns, rows: rows, settings: settings)
    robot.open(Self.text)
    let number = try #require(RFCNumber(4242))
    let erratum = Erratum(id: 77, document: number, status: .verified, kind: .technical)
    robot.send(
      .annotations(
        [
          Annotation(.amendment(try Self.place()), lines: [9..<10], words: "RFC 4300: samples are long."),
          Annotation(
            .erratum(erratum), lines: [2..<4],
            words: "Erratum 77, verified: more than one sample is sent where the receiver has asked for that."
          ),
        ], of: .rfc(number)))
    return robot
  }

  private static func place() throws -> AmendingPlace {
    AmendingPlace(
      by: try #require(RFCNumber(4300)), line: 20, place: nil, section: try #require(SectionNumber("2")),
      kind: .updates, words: "samples are long.")
  }

  @Test(arguments: [(80, 24), (50, 20)])
  func `the screen is as it was`(columns: Int, rows: Int) throws {
    var robot = try robot(columns: columns, rows: rows)
    robot.type("-N]m")
    let roles = (0..<rows).map { row in
      String(robot.roles(ofRow: row).reversed().drop { $0 == "." }.reversed())
    }
    let screen = robot.frame.text + "\n\n" + roles.joined(separator: "\n") + "\n"
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/notes-\(columns)x\(rows).txt")
    if ProcessInfo.processInfo.environment["RFCVIEW_UPDATE_GOLDEN"] != nil {
      try screen.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(screen == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `what stands around a note is found across it, and the note is not`() throws {
    var robot = try robot()
    robot.type("/before<Enter>")
    #expect(robot.status.contains("match 1 of 1"))
    robot.type("/one sample<Enter>")
    #expect(robot.status.contains("match 1 of 1"))
    robot.type("/Erratum<Enter>")
    #expect(robot.status.contains("not found"))
    robot.type("&!r<Enter>")
    #expect(!robot.frame.text.contains("Erratum") && robot.frame.text.contains("TITLE"))
  }

  @Test func `it is not counted, not copied and not handed to a command`() throws {
    var robot = try robot()
    robot.type("=")
    #expect(robot.status.contains("of 11") || robot.status.contains("of 10"))
    robot.type("|$cat<Enter>")
    #expect(robot.effects.last == .pipe(Array(Self.text.utf8), to: "cat"))
  }

  @Test func `it stands below its lines at another width too, and not among pages or filtered lines`() throws
  {
    var robot = try robot()
    robot.type("W")
    let rows = robot.rows
    let note = try #require(rows.firstIndex { $0.contains("Erratum 77") })
    #expect(rows[note - 1].contains("before."))
    robot.type("A")
    #expect(!robot.frame.text.contains("Erratum"))
    robot.type("A&sample<Enter>")
    #expect(!robot.frame.text.contains("Erratum"))
    robot.type("&<Enter>")
    #expect(robot.frame.text.contains("Erratum"))
  }

  @Test func `the way back leads past notes to the same screen`() throws {
    var robot = try robot(rows: 8)
    robot.type("4j")
    let rows = robot.rows
    robot.type(":2<Enter>B")
    #expect(robot.rows == rows)
  }

  @Test func `the strip has a sign at the row of each line`() throws {
    let robot = try robot(rows: 8)
    #expect(robot.rows.contains { $0.hasSuffix("+") })
  }

  @Test func `the words of BCP 14 are bold where they are used`() {
    let robot = ReaderRobot(Self.text)
    #expect(robot.text(in: .requirement) == ["MUST NOT", "SHOULD"])
  }

  @Test func `the word that the key has led to is marked`() {
    var robot = ReaderRobot(Self.text)
    robot.type("]m")
    #expect(robot.text(in: .currentMatch) == ["MUST NOT"] && robot.text(in: .requirement) == ["SHOULD"])
  }
}

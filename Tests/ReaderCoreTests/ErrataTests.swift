import CellGrid
import Foundation
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// Errata of a text: signs and words in it, the window with what they say, the list of them.
@Suite struct ErrataTests {
  private static let text = """
    Request for Comments: 4242                                     Sample Ltd

    1.  Rules

       A sender MUST NOT send more than one
       sample, and it waits for an answer before.

       Nobody may send samples on Sundays.

    2.  More

       Samples are short, and a sample is sent
       in no more than ten bytes.

    3.  Less

    """ + String(repeating: "   Samples may be had for nothing.\n\n", count: 20)

  private static let number = RFCNumber(4242)

  private static func erratum(
    _ id: Int, _ status: Erratum.Status, _ kind: Erratum.Kind, _ section: String, _ original: String = "",
    _ corrected: String = "", notes: String = ""
  ) throws -> Erratum {
    Erratum(
      id: id, document: try #require(number), status: status, kind: kind, section: section,
      original: original,
      corrected: corrected, notes: notes, submitted: CalendarDate(year: 2000 + id, month: 5, day: 2),
      submitter: "A. Writer", verifier: status == .reported ? "" : "B. Reader")
  }

  private static func errata() throws -> [Erratum] {
    [
      try erratum(
        11, .verified, .technical, "1", "A sender MUST NOT send more than one\n   sample,",
        "A sender MUST NOT send more than two\n   samples,", notes: "Two are asked for in Section 2."),
      try erratum(12, .held, .editorial, "1", "Nobody may send samples", "Nobody MAY send samples"),
      try erratum(13, .reported, .technical, "2", "no more than ten bytes", "no more than nine bytes"),
      try erratum(14, .rejected, .technical, "2", "Samples are short", "Samples are long"),
      try erratum(15, .verified, .editorial, "3", "what nobody has written", "what somebody should have"),
      try erratum(16, .reported, .editorial, "GLOBAL", notes: "It needs examples.\u{1B}[31m"),
    ]
  }

  private func robot(
    columns: Int = 80, rows: Int = 24, _ display: ErrataDisplay = .signs, _ errata: [Erratum]? = nil
  ) throws -> ReaderRobot {
    var settings = ReaderSettings()
    settings.reading.errata = display
    settings.reading.contents = .off
    var robot = ReaderRobot(columns: columns, rows: rows, settings: settings)
    let count = ErrataCount(all: 5, verifiedTechnical: 1)
    robot.open(Self.text, standing: Standing(status: .unknown, date: nil, errata: count))
    #expect(robot.effects == [.errata(try #require(Self.number))])
    robot.send(.errata(try errata ?? Self.errata(), of: try #require(Self.number)))
    return robot
  }

  /// The first character of each row of the text that has a sign.
  private func signs(_ robot: ReaderRobot) -> String {
    String(robot.rows.dropFirst(3).compactMap(\.first).filter { !$0.isWhitespace })
  }

  @Test(arguments: [
    ("text", "", 80, 24, ErrataDisplay.signs), ("text", "", 50, 20, .signs), ("inline", "", 80, 24, .inline),
    ("peek", "]eK", 80, 24, .signs), ("peek", "]eK", 50, 20, .signs), ("list", "x", 80, 24, .signs),
    ("list", "x", 50, 20, .signs), ("list", "x", 140, 45, .signs),
  ])
  func `the screen is as it was`(
    name: String, keys: String, columns: Int, rows: Int, display: ErrataDisplay
  ) throws {
    var robot = try robot(columns: columns, rows: rows, display)
    robot.type(keys)
    let roles = (0..<rows).map { row in
      String(robot.roles(ofRow: row).reversed().drop { $0 == "." }.reversed())
    }
    let screen = robot.frame.text + "\n\n" + roles.joined(separator: "\n") + "\n"
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/errata-\(name)-\(columns)x\(rows).txt")
    if ProcessInfo.processInfo.environment["RFCVIEW_UPDATE_GOLDEN"] != nil {
      try screen.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(screen == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `a line that one is about has a sign, the words in question are underlined`() throws {
    let robot = try robot()
    #expect(signs(robot) == "!!\u{B7}?\u{B7}")
    let frame = robot.frame
    let underlined = (0..<24).map { row in
      String(
        String.UnicodeScalarView(
          frame.row(row).filter { $0.emphasis.contains(.underline) }.compactMap { Unicode.Scalar($0.base) }))
    }.filter { !$0.isEmpty }
    #expect(underlined == ["one", "sample,", "may", "ten"])
    #expect(robot.text(in: .warning).contains("5 errata (1 verified technical)"))
  }

  @Test func `nothing is asked for where there are none, and nothing is shown where none are wanted`() throws
  {
    var none = ReaderRobot(Self.text)
    none.open(Self.text, standing: Standing(status: .unknown, date: nil))
    #expect(!none.effects.contains { if case .errata = $0 { true } else { false } })
    var off = try robot(.off)
    #expect(signs(off) == "")
    off.type("x")
    #expect(off.rows[0].contains("Errata of RFC 4242"))
  }

  @Test func `the keys lead from one to the next and back, and say where there is none`() throws {
    var robot = try robot(rows: 12)
    var lines: [Int] = []
    for _ in 0..<4 {
      robot.type("]e=")
      lines.append(Int(robot.status.split(separator: " ").drop { $0 != "line" }.dropFirst().first ?? "") ?? 0)
    }
    #expect(lines == [5, 8, 13, 15])
    robot.type("]e")
    #expect(robot.status.contains("No more erratum or amendment this way."))
    robot.type("[e=")
    #expect(robot.status.contains("line 13"))
  }

  @Test func `the window shows what it says and what it should say, with the words that differ`() throws {
    for key in ["K", "<Enter>"] {
      var robot = try robot(rows: 40)
      robot.type("]e" + key)
      let first = robot.frame.text
      robot.type("G")
      let screen = first + robot.frame.text
      for words in [
        "Erratum 11", "Verified, technical; section 1, line 5", "It says:", "It should say:",
        "Two are asked for in Section 2.", "Reported by A. Writer, 2 May 2011; judged by B. Reader.",
      ] { #expect(screen.contains(words), "\(words)") }
      #expect(robot.text(in: .warning).contains { $0.contains("one") })
      robot.type("q")
      #expect(!robot.frame.text.contains("It should say:"))
    }
  }

  @Test func `the list has those of this section first, is narrowed and sorted`() throws {
    var robot = try robot(rows: 30)
    func ids() -> [String] {
      robot.rows.filter { $0.contains(", ") }.compactMap { row in
        row.split(separator: " ").first { Int($0) != nil }.map(String.init)
      }.filter { $0.count == 2 }
    }
    robot.type("x")
    #expect(ids() == ["11", "12", "14", "13", "15", "16"])
    robot.type("s")
    #expect(ids().first == "11" && ids().last == "14")
    robot.type("s")
    #expect(ids() == ["16", "15", "14", "13", "12", "11"])
    robot.type("/nine<Enter>")
    #expect(robot.frame.text.contains("Erratum 13") && robot.frame.text.contains("nine bytes"))
    robot.type("qB")
    #expect(robot.rows[0].contains("Errata of RFC 4242"))
  }

  @Test func `the list opens one that stands nowhere in the text, too`() throws {
    var robot = try robot()
    robot.type("x/examples<Enter>")
    #expect(robot.frame.text.contains("Erratum 16") && robot.frame.text.contains("It needs examples.^[[31m"))
    robot.type("<Enter>")
    #expect(!robot.frame.text.contains("It needs examples."))
  }

  @Test func `in another width they are at the same words`() throws {
    var robot = try robot(columns: 44, rows: 40)
    robot.type("W")
    let frame = robot.frame
    let underlined = (0..<40).map { row in
      String(
        String.UnicodeScalarView(
          frame.row(row).filter { $0.emphasis.contains(.underline) }.compactMap { Unicode.Scalar($0.base) }))
    }.joined()
    #expect(underlined == "onesample,mayten")
  }

  @Test func `a click on a sign opens the window`() throws {
    var robot = try robot()
    let row = try #require(robot.rows.firstIndex { $0.hasPrefix("?") })
    robot.mouse(.press, 0, row)
    robot.mouse(.release, 0, row)
    #expect(robot.frame.text.contains("Erratum 13"))
  }

  @Test func `hostile ones and many of them are drawn, and nothing of them reaches the terminal raw`() throws
  {
    let words = "\u{1B}[2J\u{9B}31m\u{202E}\u{0}" + String(repeating: "x", count: 3000)
    let errata = try (1...3000).map { id in
      try Self.erratum(
        id % 900, .verified, .technical, "1", "A sender MUST NOT \(words)", words, notes: words)
    }
    var robot = try robot(.inline, errata)
    for keys in ["]e", "K", "j", "G", "q", "x", "G", "/sender<Enter>", "q"] {
      robot.type(keys)
      #expect(robot.frame.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.appearance != .spelled })
    }
  }

  @Test func `keys in any order, in windows of any size, find it in one piece`() throws {
    var random = SplitMix(state: 5246)
    let keys = [
      "]e", "[e", "K", "<Enter>", "x", "s", "/e<Enter>", "q", "B", "F", "j", "G", "g", "A", "W", "S", "^W^W",
      "t",
    ]
    for display in ErrataDisplay.allCases {
      var robot = try robot(columns: 60, rows: 18, display)
      for _ in 0..<300 {
        robot.type(keys[Int.random(in: 0..<keys.count, using: &random)])
        if Int.random(in: 0..<12, using: &random) == 0 {
          robot.resize(
            columns: Int.random(in: 1...150, using: &random), rows: Int.random(in: 1...50, using: &random))
        }
        #expect(robot.frame.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.appearance != .spelled })
      }
    }
  }
}

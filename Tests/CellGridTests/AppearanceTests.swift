import TestSupport
import Testing

@testable import CellGrid

/// How characters may stand on a terminal.
@Suite struct AppearanceTests {
  @Test(
    arguments: [
      ("plain", "plain", 5), ("café", "café", 4), ("日本", "日本", 4), ("e\u{301}", "e\u{301}", 1),
      ("\u{301}", "\u{A0}\u{301}", 1), ("a\u{301}\u{302}\u{303}", "a\u{301}\u{302}\u{A0}\u{303}", 2),
      ("\u{1B}[2J", "^[[2J", 5), ("a\tb\n", "a^Ib^J", 6), ("\u{7F}\u{9B}", "^?<9B>", 6),
      ("\u{202E}x\u{2066}", "<202E>x<2066>", 13), ("\u{200B}\u{AD}\u{FEFF}", "<200B><AD><FEFF>", 16),
      ("\u{115F}\u{3164}", "<115F><3164>", 12), ("\u{E0041}", "<E0041>", 7),
      ("\u{2028}\u{FFF9}", "<2028><FFF9>", 12),
      // Joiners and variation selectors where there is something to join.
      ("❤\u{FE0F}", "❤\u{FE0F}", 1), ("\u{FE0F}", "<FE0F>", 6), (" \u{FE0F}", " <FE0F>", 7),
      ("क\u{200D}", "क\u{200D}", 1), ("\u{200D}\u{200C}", "<200D><200C>", 12),
    ] as [(Spelled, String, Int)])
  func `what may not stand there is spelled out, and takes its columns`(
    text: Spelled, shown: String, columns: Int
  ) {
    #expect(text.raw.printable() == shown)
    #expect(text.raw.displayColumns == columns)
    var frame = Frame(size: Size(columns: 20, rows: 1))
    #expect(frame.put(text.raw, row: 0, column: 0) == columns)
    #expect(Array(frame.text.unicodeScalars) == Array(shown.unicodeScalars))
    #expect(text.raw.fitted(columns: columns) == text.raw)
    #expect(columns == 1 || text.raw.fitted(columns: columns - 1).displayColumns < columns)
  }

  @Test func `no character that is none or drives a terminal stands as itself`() {
    for value in (0...UInt32(0x10FFFF)) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let mayNot: Bool
      switch properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate: mayNot = true
      case .format: mayNot = displayWidth(of: scalar) != 1 && !properties.isJoinControl || value == 0xAD
      default: mayNot = properties.isNoncharacterCodePoint
      }
      if mayNot, scalar.appearance != .spelled { Issue.record("\(scalar.escaped(asASCII: true))") }
      if scalar.tabledAppearance != scalar.appearance {
        Issue.record("\(scalar.escaped(asASCII: true)) in the table")
      }
      if mayNot, scalar.spelling.utf8.count != scalar.spellingColumns {
        Issue.record("\(scalar.escaped(asASCII: true)) has other columns")
      }
    }
  }
}

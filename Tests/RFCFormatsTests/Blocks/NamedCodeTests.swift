import RFCFormats
import RFCModel
import TestSupport
import Testing

/// Code that says what its file is called.
@Suite struct NamedCodeTests {
  @Test(arguments: [
    ("<CODE BEGINS> file \"a.yang\"\n\n  x\n\n<CODE ENDS>", 2, "a.yang", 1..<4),
    ("<CODE BEGINS>\n  file \"a@2026-01-01.yang\"\n  x\n<CODE ENDS>", 2, "a@2026-01-01.yang", 2..<3),
    ("<CODE BEGINS> file\n  \"a.c\"\n  x\n<CODE ENDS>", 2, "a.c", 2..<3),
    ("   <code begins> file a.c\n  x\n   <code ends>", 1, "a.c", 1..<2),
    ("<CODE BEGINS> file \"../../.bashrc\"\n  x\n<CODE ENDS>", 1, "bashrc", 1..<2),
    ("<CODE BEGINS> file \"a\u{1B}[2J b.c\"\n  x\n<CODE ENDS>", 1, "a2Jb.c", 1..<2),
  ])
  func `its name is a file's, its lines those between the marks`(
    text: Spelled, line: Int, name: String, lines: Range<Int>
  ) {
    let code = ParsedText(TextDecoder.document(from: Array(text.raw.utf8))).namedCode(around: line)
    #expect(code?.name == name && code?.lines == lines)
  }

  @Test(arguments: [
    ("<CODE BEGINS>\n  x\n<CODE ENDS>", 1), ("<CODE BEGINS> file \"a.c\"\n  x\n", 1),
    ("<CODE BEGINS> file \"a.c\"\n  x\n<CODE ENDS>\n\nText.", 4), ("Text.", 0), ("", 0), ("Text.", 9),
    ("<CODE BEGINS> file \"../..\"\n  x\n<CODE ENDS>", 1), ("<CODE BEGINS> file \"\"\n  x\n<CODE ENDS>", 1),
    ("<CODE BEGINS> profile \"a.c\"\n  x\n<CODE ENDS>", 1),
  ])
  func `without a name, or without an end, it is any code`(text: String, line: Int) {
    #expect(ParsedText(TextDecoder.document(from: Array(text.utf8))).namedCode(around: line) == nil)
  }
}

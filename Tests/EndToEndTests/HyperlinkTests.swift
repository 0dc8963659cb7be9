import Foundation
import TestSupport
import Testing

/// What `cat` sends to a terminal: OSC 8 around what is cited, and no control byte of the text.
@Suite struct HyperlinkTests {
  private let program: Program
  private let file: String
  private let text = """
    Request for Comments: 4242                                     Sample Ltd

    1.  Introduction

       See Section 6 of [RFC2119] or Appendix A.1 of RFC 9110, also RFC
       8200, <https://example.com/a;b?c=d> and Section 2.

    2.  Hostile

       An \u{1B}]8;;https://example.net/\u{7}escape\u{9B}m, RFC\u{1B}[31m 2460 and
       https://example.org/\u{1B}]0;x\u{7}.

    3.  References

       [RFC2119]  Bradner, S., "Key words for use in RFCs to Indicate
                  Requirement Levels", BCP 14, RFC 2119, March 1997.

    The end.

    """

  init() throws {
    program = try Program()
    file = try program.home.write(Array(text.utf8), to: "sample.txt")
  }

  /// What a terminal is sent, its line ends those of the text again.
  private func shown(_ arguments: [String], on terminal: String = "xterm-256color") throws -> String {
    let window = try PseudoTerminal(columns: 80, rows: 24)
    var environment = program.environment
    environment["TERM"] = terminal
    let child = try Child(
      Program.path, arguments, environment: environment, files: ["/dev/null", window.path, window.path])
    let output = try window.output(until: "The end.")
    #expect(child.wait() == 0)
    return output.replacingOccurrences(of: "\r\n", with: "\n")
  }

  private func link(_ words: String, _ url: String, id: String = "") -> String {
    "\u{1B}]8;\(id);\(url)\u{1B}\\\(words)\u{1B}]8;;\u{1B}\\"
  }

  @Test(arguments: [[], ["--plain"]])
  func `what is cited is a hyperlink`(options: [String]) throws {
    let output = try shown(["cat", "--file", file] + options)
    let rfc = "https://www.rfc-editor.org/rfc/rfc"
    #expect(output.contains("See " + link("Section 6 of [RFC2119]", rfc + "2119.html#section-6")))
    #expect(output.contains(link("Appendix A.1 of RFC 9110", rfc + "9110.html#appendix-A.1")))
    #expect(output.contains("<" + link("https://example.com/a;b?c=d", "https://example.com/a;b?c=d") + ">"))
    #expect(output.contains(link("Section 2", rfc + "4242.html#section-2") + "."))
    #expect(output.contains(link("BCP 14", "https://www.rfc-editor.org/info/bcp14")))
  }

  @Test func `a link over two lines is one link on each, with one id`() throws {
    let output = try shown(["cat", "--file", file])
    let pattern = #/\x1B\]8;(id=\d+);(\S+)\x1B\\RFC\x1B\]8;;\x1B\\\n   \x1B\]8;(id=\d+);(\S+)\x1B\\8200\x1B/#
    let match = try #require(output.firstMatch(of: pattern))
    #expect(match.1 == match.3)
    #expect(match.2 == "https://www.rfc-editor.org/rfc/rfc8200.html" && match.4 == match.2)
  }

  @Test func `the links taken away it is the text, and no escape of the text is left`() throws {
    let output = try shown(["cat", "--file", file])
    let bare = output.replacing(#/\x1B\]8;(id=\d+)?;[\x21-\x7E]*\x1B\\/#, with: "")
    let expected = text.replacing("\u{1B}", with: "^[").replacing("\u{7}", with: "^G").replacing(
      "\u{9B}", with: "<9B>")
    #expect(bare == expected.dropLast(1))
  }

  @Test(arguments: ["dumb", "linux", ""])
  func `a terminal that may show them as they are gets none`(terminal: String) throws {
    let output = try shown(["cat", "--file", file], on: terminal)
    #expect(!output.contains("\u{1B}"))
    #expect(output.contains("^[]8;;https://example.net/^G"))
  }

  @Test func `a text that is no UTF-8 does not drive the terminal`() throws {
    let bytes = [0x9B] + Array("31m caf".utf8) + [0xE9] + Array("\nThe end.\n".utf8)
    let latin = try program.home.write(bytes, to: "latin.txt")
    let output = try shown(["cat", "--file", latin])
    #expect(output.hasPrefix("\u{203A}31m caf\u{E9}\n") || output.hasPrefix("<9B>31m caf\u{E9}\n"))
  }

  @Test func `into a file it is the published text`() throws {
    #expect(try program.run(["cat", "--file", file]).output == Array(text.utf8))
    #expect(
      try program.run(["cat", "--plain", "--section", "1", "--file", file]).text.contains("\u{1B}") == false)
  }
}

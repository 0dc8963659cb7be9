import TestSupport
import Testing

/// The keys that matter most, typed one after the other into the program under tmux.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
struct TerminalKeyTests {
  private static let text =
    SampleText.unpaged
      + """

      Appendix B.  More

         Section 2.1 says more, and so does Section 2.1 of RFC 4243.


      """ + SampleText.numberedLines(120)

  /// What is typed, by tmux's names of keys, and what the screen shows then and did not before.
  private static let steps: [(keys: [String], shows: String)] = [
    (["j"], "L8"), (["5", "k"], "L7"), (["Space"], "L28"), (["b"], "L7"), (["d"], "L17"), (["u"], "L7"),
    (["G"], "100%"), (["g"], "L7"), (["5", "0", "G"], "L50"), (["2", "0", "p"], "20%"),
    (["PageDown"], "\n 2.1 Messages <"),
    (["Home"], "L7"), (["End"], "line 120"), (["g"], "L7"),
    (["/", "S", "h", "o", "r", "t", "Enter"], "match 1 of 2"), (["n"], "match 2 of 2"),
    (["N"], "match 1 of 2"),
    (["Escape", "u"], "                    16%  L17"), (["?", "p", "e", "e", "r", "Enter"], "match 1 of 1"),
    (["&", "l", "i", "n", "e", " ", "1", "1", "Enter"], "&line 11"), (["&", "Enter"], "line 16"),
    ([":", "2", ".", "1", "Enter"], "\n 2.1 Messages <"), ([")"], "\n 2.1.1 Short Messages <"),
    (["("], "\n 2.1 Messages <"),
    (["}"], "\n 2.2 Errors <"), (["{"], "\n 2.1 Messages <"), (["U"], "\n 2 Overview"),
    (["]", "]"], "\n 3 Security"),
    (["[", "["], "\n 2 Overview"), (["m", "a"], "Mark a set."), (["G"], "100%"),
    (["'", "a"], "\n 2 Overview"),
    (["'", "'"], "100%"), (["B"], "\n 2 Overview"), (["F"], "100%"), (["t"], "v 1  Introduction"),
    (["/", "s", "e", "c", "u", "Enter"], "\n 3 Security"), (["t"], "> 3"), (["q"], "\n 3.  Security"),
    ([":", "B", "Enter"], "\n B More"), (["Tab"], "\n -> 2.1 Messages"), (["K"], "not described"),
    (["q", "Enter"], "\n 2.1 Messages <"), (["C-t"], "line 3 "),
    (["\\;", "a"], "\n 2.1 Messages <"), (["W"], "Prose wrapped to the window."),
    (["A"], "Pages as printed."),
    (["h"], "q goes back."), (["q"], "2.1.  Messages"), (["="], "sample.txt, "),
    ([":", "q", "Enter"], "over 0"),
  ]

  @Test func `keys do under tmux what they do in memory`() throws {
    let program = try Program()
    let file = try program.home.write(Array(Self.text.utf8), to: "sample.txt")
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) --file \(file); echo over $?")
    try tmux.wait(for: "Request for Comments: 4242")
    for (keys, shows) in Self.steps {
      try #require(try !tmux.screen.contains(shows), "before \(keys.joined(separator: " "))")
      try tmux.press(keys)
      do {
        try tmux.wait(for: shows)
      } catch {
        Issue.record("after \(keys.joined(separator: " ")): \(error)")
        return
      }
    }
  }
}

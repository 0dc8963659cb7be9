import CellGrid
import TestSupport
import Testing

@testable import ReaderCore

/// Options as `$RFCVIEW` holds them.
@Suite struct OptionLineTests {
  @Test(
    arguments: [
      ("-N -j5", [.on(.lineNumbers), .target(.line(5))]),
      ("Nj5", [.on(.lineNumbers), .target(.line(5))]),
      ("-j5N", [.target(.line(5)), .on(.lineNumbers)]),
      ("-j -3", [.target(.line(-3))]),
      ("-j.5$-i", [.target(.fraction(500_000)), .on(.ignoreCase)]),
      ("-+NI", [.reset(.lineNumbers), .reset(.ignoreCaseAlways)]),
      ("-+N I", [.reset(.lineNumbers), .on(.ignoreCaseAlways)]),
      ("--LINE-NUMBERS --jump-target=7", [.on(.lineNumbers), .target(.line(7))]),
      ("--Line --chop", [.on(.lineNumbers), .on(.chopLines)]),
      ("-p a b$ -G", [.start(.search("a b")), .on(.markNone)]),
      ("-N +/a b", [.on(.lineNumbers), .start(.search("a b"))]),
      ("+120$S", [.start(.line(120)), .on(.chopLines)]),
      ("+G", [.start(.keys([.character("G")]))]),
      ("", []),
    ] as [(String, [OptionSetting])])
  func `a line is read as less reads its own`(text: String, settings: [OptionSetting]) {
    let line = OptionLine(text)
    #expect(line.settings == settings)
    #expect(line.problems.isEmpty)
  }

  @Test(
    arguments: [
      ("-RN", "-R is not an option here; h lists the options", 1),
      ("-RFXN", "-R, -F, -X are not options here; h lists the options", 1),
      ("-x4N", "-x is not an option here; h lists the options", 1),
      ("-PM?f%f .?n$N", "-P is not an option here; h lists the options", 1),
      ("--line-numbers N", "--line-numbers is not an option here; h lists the options", 1),
      (
        "-jx -N", "-j takes a line of the screen, such as 5, -3 from its end, or .5 for its middle: not `x`",
        1
      ),
      ("-N -p", "-p does not take ``", 1),
      (
        "-R -N +", "-R is not an option here; + is not a line, a key or a /pattern; h lists the options", 1
      ),
      ("-N +\u{1B}", "+\u{1B} is not a line, a key or a /pattern", 1),
    ] as [(Spelled, Spelled, Int)])
  func `what is no option is named, and the rest holds`(text: Spelled, problem: Spelled, count: Int) {
    let line = OptionLine(text.raw)
    #expect(line.problem == problem.raw)
    #expect(line.settings.count == count)
  }

  @Test func `a line of any bytes is read in bounds`() {
    var state: UInt64 = 42
    let characters = Array("-+ ijNSgGpx/$=.59\u{1B}\u{301}é")
    for _ in 0..<2000 {
      let text = String(
        (0..<40).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return characters[Int(state >> 33) % characters.count]
        })
      let line = OptionLine(text)
      #expect(line.settings.count + line.problems.count <= 40)
    }
    #expect(OptionLine(String(repeating: "-Q0-Z", count: 100_000)).problems.count == 2)
  }

  @Test(arguments: [
    ("1", 0), ("5", 4), ("21", 20), ("99", 20), ("0", 0), ("-1", 20), ("-3", 18), ("-99", 0), (".5", 10),
    (".0", 0), (".999999", 20), (".05", 0),
  ])
  func `a target is a row of the window`(text: String, row: Int) {
    #expect(JumpTarget(text)?.row(of: 21) == row)
    #expect(JumpTarget(text)?.row(of: 1) == 0)
  }

  @Test(arguments: ["", "-", ".", "--1", "1.5", "-.5", "5x", "9999999", "٣"])
  func `a target is nothing else`(text: String) { #expect(JumpTarget(text) == nil) }
}

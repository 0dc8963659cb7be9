import TestSupport
import Testing

/// The options of less on the command line and in `$RFCVIEW`.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
struct OptionCommandTests {
  private var program: Program
  private let file: String

  init() throws {
    program = try Program()
    file = try program.home.write(Array(SampleText.unpaged.utf8), to: "sample.txt")
  }

  private func screen(
    _ arguments: String, environment: String? = nil, showing wanted: String, keys: String = ""
  ) throws -> String {
    var program = program
    program.environment["RFCVIEW"] = environment
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) \(arguments) --file \(file)")
    if !keys.isEmpty {
      try tmux.wait(for: "%  L")
      try tmux.play(keys)
    }
    return try tmux.wait(for: wanted)
  }

  @Test(arguments: [
    ("-N", nil, "14 Abstract"), ("-NS +14", nil, "%  L14"), ("--LINE-NUMBERS", nil, "14 Abstract"),
    ("", "-N", "14 Abstract"), ("", "N +G", "64    Nothing happened."),
    ("-N -j3 +/Abstract", nil, "match 1 of 1"),
    ("-p 'MUST NOT'", nil, "match 1 of 2"), ("-I -p 'must Not'", nil, "match 1 of 2"),
    ("-p 'must Not'", "-I", "match 1 of 2"), ("-i -p 'must Not'", "-I", "must Not: not found."),
    ("", "-p samples.$-N", "match 1 of 2"), ("-j-1 +40", nil, "%  L20"), ("+3%", nil, "%  L"),
    ("", "-RFX -N", "RFCVIEW: -R, -F, -X are not options here"),
  ])
  func `the screen is as the options say`(arguments: String, environment: String?, wanted: String) throws {
    _ = try screen(arguments, environment: environment, showing: wanted)
  }

  @Test func `the command line takes back what the environment says, and the rest of it holds`() throws {
    let shown = try screen("'-+N'", environment: "-N -j4", showing: "Jumps lead to line 4", keys: "_j")
    #expect(!shown.contains("14 Abstract"))
    let named = try screen("", environment: "-RFX -N", showing: "14 Abstract")
    #expect(named.contains("-R, -F, -X"))
  }

  @Test(arguments: [
    (["-Z"], "Unknown option '-Z'"), (["-j", "x"], "-j takes a line of the screen"),
    (["-+Z"], "-Z is not an option here"),
    (["+"], "+ is not a line"), (["-j"], "-j"),
  ])
  func `what is no option is a line and wrong usage`(arguments: [String], words: String) throws {
    let result = try program.run(arguments + ["--file", file])
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.hasPrefix("rfcview: ") && result.error.contains(words))
  }

  @Test func `a pattern without a document is wrong usage`() throws {
    let result = try program.run(["-p", "MUST"])
    #expect(result.status == 2 && result.error.contains("rfcview: "))
  }

  @Test func `in a pipe the published bytes are all there is`() throws {
    var program = program
    program.environment["RFCVIEW"] = "-RN +G"
    let result = try program.run(["-NSI", "-j5", "-p", "MUST", "+120", "--file", file])
    #expect(result.status == 0 && result.error == "")
    #expect(result.text == SampleText.unpaged)
  }
}

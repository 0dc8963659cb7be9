import TestSupport
import Testing

/// What the program says of files that the user wrote.
@Suite struct SettingsCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  private func write(_ text: String, to name: String) throws -> String {
    try program.home.write(text.utf8, to: ".config/rfcview/" + name)
  }

  @Test func `a setting that cannot be used is a line on standard error, and the command goes on`() throws {
    let path = try write("theme = blue\nrole.hedaing = bold\n", to: "config")
    let file = try program.home.write(SampleText.unpaged.utf8, to: "sample.txt")
    let result = try program.run(["cat", "--file", file])
    #expect(result.status == 0 && result.text == SampleText.unpaged)
    let lines = result.error.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == "rfcview: \(path):1: `blue` is not one of dark, light, eight-colours, plain")
    #expect(lines.last?.hasPrefix("rfcview: \(path):2: there is no role `hedaing`; there are text, ") == true)
  }

  @Test func `a mirror that cannot be used ends the run`() throws {
    let path = try write("mirror = ftp://rfc.example\n", to: "config")
    let result = try program.run(["list"])
    #expect(result.status == 2)
    #expect(result.error.hasPrefix("rfcview: \(path):1: `ftp://rfc.example` is no mirror"))
  }

  @Test func `keys prints those in force, and names those that cannot be used`() throws {
    let path = try write("bind all ^O back\nunbind all B\nbind all j nxt-section\n", to: "keys")
    let result = try program.run(["keys"])
    #expect(result.status == 0)
    #expect(result.text.contains("\tBackspace ^T ^O\tback\t"))
    #expect(
      result.error == "rfcview: \(path):3: `nxt-section` is no command. Did you mean next-section?\n")
  }

  @Test func `the key file to start from is taken as it is`() throws {
    let template = try program.run(["keys", "--file"])
    _ = try write(template.text, to: "keys")
    let result = try program.run(["keys"])
    #expect(result.error == "" && result.text.contains("Moving\tj e ^E ^N Down\tscroll-down\t"))
  }
}

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

  @Test func `what is in force is printed, and where it was set`() throws {
    var program = program
    let path = try write("# mine\ntimeout = 5\nmirror = https://a.example\nrole.match = bold\n", to: "config")
    program.environment["RFCVIEW_MIRROR"] = "https://b.example"
    let result = try program.run(["settings", "--timeout", "7"])
    #expect(result.status == 0 && result.error == "")
    let rows = result.text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.allSatisfy { $0.count == 5 })
    let inForce = rows.filter { $0[2] != "" }.map { $0[..<4] }
    #expect(
      inForce == [
        ["mirror", "https://b.example/", "RFCVIEW_MIRROR", "https://www.rfc-editor.org/"],
        ["timeout", "7", "--timeout", "20"], ["role.NAME", "match bold", "\(path):4", "the theme's"],
      ])
  }

  /// Runs that need no network, with what they need in place.
  private func runWithoutNetwork(_ program: Program) throws {
    let file = try program.home.write(SampleText.unpaged.utf8, to: ".cache/rfcview/rfc/rfc4242.txt")
    for arguments in [
      ["list"], ["guide"], ["keys"], ["toc", "--file", file], ["4242"], ["cat", "4242"], ["path", "4242"],
      ["bookmarks"], ["settings"],
      ["index"], ["search", "sample"], ["refs", "4242"], ["requirements", "4242"], ["blocks", "4242"],
      ["extract", "4242", "--json"],
    ] {
      let result = try program.run(arguments)
      #expect(result.status == 0, "\(arguments): \(result.error)")
    }
    #expect(try program.run(["cat", "-"], input: Array("typed\n".utf8)).text == "typed\n")
  }

  /// Runs that do are refused, for the reason that was told before.
  private func expectRefusals(_ program: Program, for reason: String) throws {
    for arguments in [
      ["4243"], ["fetch", "4243"], ["info", "4242"], ["find", "sample"], ["update"], ["sync", "4243"],
    ] {
      let result = try program.run(arguments)
      #expect(result.status == (arguments.first == "fetch" ? 1 : 2))
      let lines = result.error.split(separator: "\n")
      #expect(lines.count == 2, "\(result.error)")
      #expect(lines.first?.contains(reason) == true)
      #expect(
        lines.last?.hasSuffix(
          ": no server was asked, because it is unclear which one is meant. Name one with --mirror.") == true)
    }
  }

  @Test(
    arguments: [
      ("mirror = ftp://rfc.example\n", ":1: `ftp://rfc.example` is not a mirror"),
      ("miror = x\n", ":1: `miror` is not a setting"),
      ("\u{FEFF}mirror = x\r\n", ":1: `x` is not a mirror"), ("m\0i\0r\0", "config: not text in UTF-8"),
    ] as [(Spelled, String)])
  func `a mirror that cannot be used ends no run that asks no server`(_ text: Spelled, _ reason: String)
    throws
  {
    _ = try write(text.raw, to: "config")
    try runWithoutNetwork(program)
    try expectRefusals(program, for: reason)
  }

  @Test func `nor does a folder in the place of the configuration and of the keys`() throws {
    _ = try write("x", to: "config/x")
    _ = try write("x", to: "keys/x")
    try runWithoutNetwork(program)
    try expectRefusals(program, for: "config: a folder is where a file should be")
    #expect(try program.run(["keys"]).error.contains("keys: a folder is where a file should be"))
  }

  @Test(arguments: ["RFCVIEW_MIRROR", "RFCVIEW_RSYNC"])
  func `nor does a variable`(_ name: String) throws {
    var program = program
    program.environment[name] = "none"
    try runWithoutNetwork(program)
    try expectRefusals(program, for: name + ": `none` is not a")
  }

  @Test func `a mirror that is named goes before one that cannot be used`() throws {
    let server = try LoopbackServer(texts: ["/rfc/rfc4242.txt": Array(SampleText.unpaged.utf8)])
    _ = try write("mirror = x\n", to: "config")
    #expect(try program.run(["fetch", "--mirror", server.url, "4242"]).status == 0)
  }

  @Test func `a setting that there is not is named, near to one or not`() throws {
    let path = try write("flavour = sweet\n", to: "config")
    let result = try program.run(["list"])
    #expect(result.status == 0)
    #expect(result.error == "rfcview: \(path):1: `flavour` is not a setting; see man rfcview\n")
  }

  @Test func `keys prints those in force, and names those that cannot be used`() throws {
    let path = try write("bind all ^O back\nunbind all B\nbind all j nxt-section\n", to: "keys")
    let result = try program.run(["keys"])
    #expect(result.status == 0)
    #expect(result.text.contains("\tBackspace ^T ^O\tback\t"))
    #expect(
      result.error == "rfcview: \(path):3: `nxt-section` is not a command. Did you mean next-section?\n")
  }

  @Test func `the key file to start from is taken as it is`() throws {
    let template = try program.run(["keys", "--file"])
    _ = try write(template.text, to: "keys")
    let result = try program.run(["keys"])
    #expect(result.error == "" && result.text.contains("Moving\tj e ^E ^N Down\tscroll-down\t"))
  }
}

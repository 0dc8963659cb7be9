import Foundation
import RFCShelf
import StoreTerms
import TestSupport
import Testing
import Unix

/// The program under tmux.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
struct TerminalTests {
  private let program: Program
  private let file: String

  init() throws {
    program = try Program()
    file = try program.home.write(Array(SampleText.unpaged.utf8), to: "sample.txt")
  }

  private func reader(columns: Int = 80, rows: Int = 24, terminal: String = "screen-256color") throws -> Tmux
  {
    let tmux = try Tmux(program, columns: columns, rows: rows, terminal: terminal)
    try tmux.shell("\(Program.path) --file \(file)")
    try tmux.wait(for: "Request for Comments: 4242")
    return tmux
  }

  private func kill(_ signal: String, _ command: String? = nil) throws {
    let ids = try Program.run(
      "/usr/bin/env", ["pgrep", "-f", command ?? "rfcview --file \(file)"], environment: program.environment)
    let id = ids.text.split(separator: "\n").last.map(String.init) ?? ""
    _ = try Program.run("/usr/bin/env", ["kill", "-\(signal)", id], environment: program.environment)
  }

  @Test func `a document opens, pages, is searched and is left, and the terminal is as before`() throws {
    let tmux = try reader()
    #expect(try tmux.property("#{alternate_on}") == "1")
    try tmux.press("Space")
    try tmux.wait(for: "MUST NOT send more")
    try tmux.type("/short mess")
    try tmux.wait(for: "matches")
    try tmux.press("Enter")
    try tmux.wait(for: "match 2 of 3")
    try tmux.type("q")
    try tmux.wait(for: "--file")
    #expect(try tmux.property("#{alternate_on} #{cursor_flag}") == "0 1")
    try tmux.shell("stty -a | tr ';' '\\n' | grep -c -w -e echo -e icanon; echo over")
    let screen = try tmux.wait(for: "over")
    #expect(screen.contains("echo") && !screen.contains("-echo "))
  }

  @Test func `files are opened by their paths, one after the other and beside each other`() throws {
    try program.home.write("The second file.\n".utf8, to: "texts/second file.txt")
    try program.home.write("The third file.\n".utf8, to: "texts/third.txt")
    let tmux = try Tmux(program, columns: 80, rows: 24)
    try tmux.shell("cd \(program.home.path)/texts && \(Program.path) \(file)")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type(":e ~/te")
    try tmux.press("Tab")
    try tmux.wait(for: ":e ~/texts/")
    try tmux.type("s")
    try tmux.press("Tab")
    try tmux.wait(for: ":e ~/texts/second file.txt")
    try tmux.press("Enter")
    try tmux.wait(for: "The second file.")
    try tmux.type(":e third.txt")
    try tmux.press("Enter")
    try tmux.wait(for: "The third file.")
    try tmux.type(":p")
    try tmux.press("Enter")
    try tmux.wait(for: "The second file.")
    try tmux.type("BBB")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type(":split third.txt")
    try tmux.press("Enter")
    try tmux.wait(for: "both files") {
      $0.contains("The third file.") && $0.contains("Request for Comments: 4242")
    }
    try tmux.type(":e nowhere.txt")
    try tmux.press("Enter")
    try tmux.wait(for: "Cannot read nowhere.txt: No such file or directory.")
    try tmux.type(":split .")
    try tmux.press("Enter")
    #expect(try tmux.wait(for: "Is a directory").contains("The third file."))
    try tmux.type("Q")
  }

  @Test(arguments: ["TERM", "HUP", "INT", "SEGV", "ABRT"])
  func `the terminal is restored after a signal`(signal: String) throws {
    let tmux = try reader()
    try kill(signal)
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
    try tmux.shell("stty -a | grep -q -e ' -echo ' -e ' -icanon' && echo raw || echo cooked")
    try tmux.wait(for: "\ncooked")
    try tmux.shell("cat -v")
    try tmux.paste("as it is")
    #expect(!(try tmux.wait(for: "as it is").contains("[200~")))
  }

  @Test func `pasted text stands in the prompt until Enter`() throws {
    let tmux = try reader()
    try tmux.type(":")
    try tmux.paste("2.1\nq\n")
    try tmux.wait(for: "\n:2.1 q")
    try tmux.press("BSpace", "BSpace", "Enter")
    try tmux.wait(for: "2.1 Messages <")
    try tmux.paste("short mess\n")
    try tmux.wait(for: "\n/short mess ")
    try tmux.press("Enter")
    try tmux.wait(for: "match ")
  }

  @Test(arguments: ["TERM", "SEGV", "quit"])
  func `the window has the title of the document, and then its own`(end: String) throws {
    let tmux = try Tmux(program, terminal: "tmux-256color")
    let before = try tmux.property("#{pane_title}")
    func wait(forTitle title: String) throws {
      try tmux.wait(for: title) { _ in (try? tmux.property("#{pane_title}")) == title }
    }
    let title = "sample.txt: The Sample Transfer Protocol"
    try tmux.shell("\(Program.path) --file \(file)")
    try wait(forTitle: title)
    try tmux.press("C-z")
    try wait(forTitle: before)
    try tmux.shell("fg")
    try wait(forTitle: title)
    if end == "quit" { try tmux.type("q") } else { try kill(end) }
    try wait(forTitle: before)
  }

  @Test func `control-Z suspends and fg comes back to the same place`() throws {
    let tmux = try reader()
    try tmux.type(":2.1.1")
    try tmux.press("Enter")
    try tmux.wait(for: "2.1.1 Short Messages <")
    try tmux.press("C-z")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
    try tmux.shell("fg")
    try tmux.wait(for: "2.1.1 Short Messages <")
    try tmux.type("q")
    try tmux.wait(for: "fg")
  }

  @Test(arguments: ["vt100", "xterm", "xterm-256color", "linux", "screen", "tmux-256color", "dumb"])
  func `every terminal shows the text or says that it cannot`(terminal: String) throws {
    let tmux = try Tmux(program, terminal: terminal)
    try tmux.shell("\(Program.path) --file \(file)")
    try tmux.wait(for: "a screen or a message") {
      $0.contains("Request for Comments: 4242") || $0.contains("rfcview: ")
    }
  }

  @Test func `an unknown terminal shows the text, and says once what it is taken for`() throws {
    let tmux = try Tmux(program, terminal: "no-such-terminal")
    try tmux.shell("\(Program.path) --file \(file)")
    let screen = try tmux.wait(for: "Unknown terminal `no-such-terminal`: taken for `xterm-256color`.")
    #expect(screen.contains("Request for Comments: 4242"))
    try tmux.press("Space")
    #expect(!(try tmux.wait(for: "MUST NOT send more").contains("taken for")))
  }

  @Test(
    arguments: [
      ("dumb", "rfcview: The terminal `dumb` cannot move its cursor."),
      ("''", "rfcview: TERM does not name the terminal."),
    ])
  func `a terminal without a screen gets the text, and how to have one`(name: String, words: String) throws {
    let tmux = try Tmux(program, columns: 120, rows: 50, terminal: name)
    try tmux.shell("\(Program.path) --file \(file); echo status $?")
    let screen = try tmux.wait(for: "status 0")
    #expect(screen.contains("Nothing happened."))
    #expect(screen.contains(words) && screen.contains("`export TERM=xterm-256color`"))
    try tmux.shell("\(Program.path) read; echo library $?")
    #expect(
      try tmux.wait(for: "library 1").split(separator: words, omittingEmptySubsequences: false).count == 3)
  }

  @Test(arguments: ["q", "TERM", "SEGV", "C-z"])
  func `without another screen the prompt has the last row for itself`(end: String) throws {
    let tmux = try Tmux(program)
    try tmux.set("alternate-screen", "off")
    try tmux.shell("\(Program.path) --file \(file)")
    try tmux.wait(for: "Request for Comments: 4242")
    let status = try tmux.screen.split(separator: "\n").last.map(String.init) ?? ""
    #expect(status.contains("%"))
    switch end {
    case "q", "C-z": try tmux.press(end)
    default: try kill(end)
    }
    // What is typed before the shell has the terminal again stands on the row of its prompt.
    try tmux.wait(for: "the prompt") { $0.contains(/\n[#$]/) }
    try tmux.shell("echo ov''er")
    let screen = try tmux.wait(for: "\nover")
    #expect(screen.contains("Internet Standards") || screen.contains("The Sample Transfer Protocol"))
    #expect(!screen.contains(status))
  }

  /// Nothing is typed behind it: it does not wait for the second half of a key.
  @Test(arguments: [(["h"], "Keys"), (["t"], "v 2  Overview"), (["L"], "cites"), (["S"], "")])
  func `a lone ESC closes what is open`(keys: [String], shows: String) throws {
    let tmux = try reader()
    let before = try tmux.screen.split(separator: "\n").dropLast()
    guard !shows.isEmpty else {
      // With nothing open it begins a key of less.
      try tmux.press("Escape")
      try tmux.wait(for: "ESC\n")
      return
    }
    try tmux.press(keys)
    try tmux.wait(for: shows)
    try tmux.press("Escape")
    try tmux.wait(for: "the text as it was") { $0.split(separator: "\n").dropLast() == before }
  }

  @Test func `control-C ends a paste that has no end`() throws {
    let tmux = try reader()
    try tmux.wait(for: "h help")
    try tmux.type("\u{1B}[200~")
    try tmux.press("C-c")
    // What comes with it would be pasted, too. The first key takes the hints away.
    try tmux.wait(for: "the keys") { !$0.contains("h help") }
    try tmux.type("/short mess")
    try tmux.wait(for: "matches")
  }

  @Test func `the theme follows the background that the terminal answers`() throws {
    let tmux = try Tmux(program, terminal: "tmux-256color")
    try tmux.set("window-style", "bg=#ffffff")
    try tmux.shell("\(Program.path) --file \(file)")
    try tmux.wait(for: "Request for Comments: 4242")
    // A terminal that answers late is drawn anew, so that the next theme is the one behind the light one.
    try tmux.wait(for: "light colours") { _ in (try? tmux.colours.contains("38;5;25m")) == true }
    try tmux.type("X")
    try tmux.wait(for: "Theme: plain.")
  }

  @Test func `windows shrink to one cell and grow again`() throws {
    let tmux = try reader()
    for (columns, rows) in [(40, 10), (1, 1), (2, 2), (3, 1), (200, 60), (80, 24)] {
      try tmux.resize(columns: columns, rows: rows)
      try tmux.wait(for: "\(columns)x\(rows)") { _ in
        (try? tmux.property("#{pane_width}x#{pane_height}")) == "\(columns)x\(rows)"
      }
    }
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type("q")
    try tmux.wait(for: "--file")
  }

  @Test func `a text from standard input is read, the keys come from the terminal`() throws {
    let tmux = try Tmux(program)
    try tmux.shell("cat \(file) | \(Program.path) -")
    try tmux.wait(for: "Standard input")
    try tmux.press("Space")
    try tmux.wait(for: "MUST NOT send more")
  }

  @Test func `a download that fails leaves a message and a clean terminal`() throws {
    var program = self.program
    let server = try LoopbackServer { _, _ in LoopbackServer.Response(status: 404) }
    program.environment["RFCVIEW_MIRROR"] = server.url
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) 4242; echo status $?")
    let screen = try tmux.wait(for: "status 1")
    #expect(screen.contains("rfcview: RFC 4242"))
    #expect(try tmux.property("#{alternate_on} #{cursor_flag}") == "0 1")
  }

  @Test func `the place and the marks are remembered`() throws {
    var program = self.program
    let server = try LoopbackServer(texts: ["/rfc/rfc4242.txt": Array(SampleText.unpaged.utf8)])
    program.environment["RFCVIEW_MIRROR"] = server.url
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) 4242")
    try tmux.wait(for: "Sample Transfer")
    try tmux.type(":2.1.1")
    try tmux.press("Enter")
    try tmux.wait(for: "2.1.1 Short Messages <")
    try tmux.type("maq")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
    try tmux.shell("\(Program.path) 4242")
    try tmux.wait(for: "t contents")
    try tmux.type("r")
    try tmux.wait(for: "2.1.1 Short Messages <")
    try tmux.type("g'a")
    try tmux.wait(for: "2.1.1 Short Messages <")
    try tmux.type("q")
  }

  @Test func `another RFC is downloaded from the prompt, and control-C cancels that`() throws {
    var program = self.program
    let server = try LoopbackServer { _, request in
      request.path == "/rfc/rfc4243.txt"
        ? .fault(.stall, Array(SampleText.paged.utf8)) : .init(body: Array(SampleText.unpaged.utf8))
    }
    program.environment["RFCVIEW_MIRROR"] = server.url
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) --file \(file)")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type(":4243")
    try tmux.press("Enter")
    try tmux.wait(for: "RFC 4243   ")
    try tmux.press("C-c")
    try tmux.wait(for: "cancelled")
    try tmux.type(":4242#2.1")
    try tmux.press("Enter")
    try tmux.wait(for: "2.1 Messages <")
  }

  @Test(arguments: ["q", "TERM", "HUP"])
  func `an update under way ends with the reader`(end: String) throws {
    let server = try LoopbackServer { _, _ in .fault(.hang) }
    let folders = try StoreFolders(environment: program.environment)
    let store = RFCStore(
      folders: folders, settings: StoreSettings(), environment: program.environment)
    try store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil, now: Clock.wall - 2 * 86400)
    let tmux = try Tmux(program)
    // What it leaves behind has the address among its arguments: the job, and the curl of the job.
    try tmux.shell(
      "\(Program.path) --mirror \(server.url) --file \(file); echo left: $(pgrep -f -c \(server.url)).")
    try tmux.wait(for: "the update") { _ in !server.requests.isEmpty }
    if end == "q" { try tmux.type("q") } else { try kill(end, "rfcview --mirror \(server.url) --file") }
    let screen = try tmux.wait(for: "what is left") { $0.contains(/left: \d/) }
    #expect(screen.contains("left: 0."))
  }

  @Test func `the mouse works where the configuration has it on`() throws {
    #expect(try reader().property("#{mouse_any_flag}") == "0")
    _ = try program.home.write("mouse = on\n".utf8, to: ".config/rfcview/config")
    let tmux = try reader()
    #expect(try tmux.property("#{mouse_button_flag} #{mouse_sgr_flag}") == "1 1")
    try tmux.type("\u{1B}[<65;10;5M\u{1B}[<65;10;5M")
    try tmux.wait(for: "the text to scroll") {
      $0.contains("Table of Contents") && !$0.contains("Request for Comments: 4242")
    }
    try tmux.type("\u{1B}[<0;80;23M\u{1B}[<0;80;23m")
    try tmux.wait(for: "100%")
    try tmux.press("C-z")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}#{mouse_any_flag}")) == "00" }
    try tmux.shell("fg")
    try tmux.wait(for: "100%") { _ in (try? tmux.property("#{mouse_button_flag}")) == "1" }
    try kill("SEGV")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}#{mouse_any_flag}")) == "00" }
  }

  @Test func `a command of the shell has the terminal and gives it back`() throws {
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) --file \(file)")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type("!echo printed by $((40 + 2))")
    try tmux.press("Enter")
    try tmux.wait(for: "printed by 42")
    try tmux.wait(for: "Press Enter")
    try tmux.press("Enter")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type("|.")
    try tmux.type("wc -l")
    try tmux.press("Enter")
    try tmux.wait(for: "Press Enter")
    try tmux.press("Enter")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type("q")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
  }

  @Test func `a folder for a command's input that cannot be written is named`() throws {
    var program = self.program
    program.environment["TMPDIR"] = program.home.path + "/none"
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) --file \(file)")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type("|.wc -l")
    try tmux.press("Enter")
    // The terminal wraps the line, somewhere.
    try tmux.wait(for: "the reason") {
      $0.filter { $0 != "\n" }.contains("/none: No such file or directory. Set TMPDIR to use another folder.")
    }
    try tmux.press("Enter")
    try tmux.wait(for: "Request for Comments: 4242")
  }

  @Test func `the library opens a document and comes back`() throws {
    var program = self.program
    let server = try LoopbackServer(texts: [
      "/rfc/rfc4242.txt": Array(SampleText.unpaged.utf8), "/rfc-index.xml": Array(SampleFeed.xml.utf8),
    ])
    program.environment["RFCVIEW_MIRROR"] = server.url
    let tmux = try Tmux(program)
    try tmux.shell(Program.path)
    try tmux.wait(for: "A Sample Protocol")
    try tmux.type("j")
    try tmux.press("Enter")
    try tmux.wait(for: "Example Working Group")
    try tmux.type("q")
    try tmux.wait(for: "2 of 3")
    try tmux.type("q")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
  }
}

import CLibrary
import CellGrid
import TestSupport
import Testing

@testable import TerminalUI

/// Terminals that cannot do everything, or that do not answer in time.
extension Terminals {
  @Test(
    arguments: [
      (.unnamed, "TERM does not name the terminal. Set it, as by `export TERM=xterm-256color`."),
      (
        .unknown("foo"),
        "The terminal `foo` is not in the terminfo database. Set TERM to one that is, as by `export TERM=xterm`."
      ),
      (
        .cannotMoveCursor("dumb"),
        "The terminal `dumb` cannot move its cursor. If it can, set TERM, as by `export TERM=xterm-256color`."
      ),
      (
        .noInput(ENXIO),
        "There is no terminal to read keys from: No such device or address. Start rfcview in one."
      ),
      (.noPipe(EMFILE), "The system gives no pipe for signals: Too many open files."),
    ] as [(TerminalError, String)])
  func `Why there is no screen is said in a sentence`(_ error: TerminalError, _ sentence: String) {
    #expect(error.message == sentence)
  }

  @Test(arguments: ["no-such-terminal", "xterm-new-one", "../xterm"])
  func `A terminal that nobody knows is taken for an xterm`(_ name: String) throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window, name: name)
    #expect(terminal.warning == "Unknown terminal `\(name)`: taken for `xterm-256color`.")
    terminal.show(frame(terminal.size, ["hello"]))
    _ = try window.output(until: "hello")
    terminal.close()
  }

  @Test func `One terminal needs no database`() throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let before = getenv("TERMINFO").map { String(cString: $0) }
    let terminal = try open(window, name: "rfcview")
    #expect(terminal.warning == nil)
    #expect(getenv("TERMINFO").map { String(cString: $0) } == before)
    terminal.show(frame(terminal.size, ["hello"], role: .warning))
    #expect(try window.output(until: "hello").contains("38;5;173"))
    terminal.close()
    _ = try window.output(until: "\u{1B}[?1049l")
  }

  @Test(arguments: ["vt100", "xterm-256color", "screen"])
  func `The last row is blank for the prompt where there is no other screen`(name: String) throws {
    let window = try PseudoTerminal(columns: 20, rows: 4)
    let terminal = try open(window, name: name)
    let text = frame(terminal.size, ["one", "two", "three", "status"], role: .selection)
    for end in [
      { terminal.lend { window.echo("@") } },
      {
        terminal.close()
        window.echo("@")
      },
    ] {
      var screen = EmulatedScreen(size: terminal.size, hasOtherScreen: false)
      terminal.show(text)
      end()
      screen.feed(try window.output(until: "@").utf8)
      #expect(screen.text == "one\ntwo\nthree\n@")
      #expect(screen.rows[3].allSatisfy { $0.pen == .init() })
    }
  }

  @Test func `A paste without end keeps neither control-C nor the screen waiting`() throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window)
    window.type("\u{1B}[200~")
    var descriptor = pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0)
    try #require(poll(&descriptor, 1, 10_000) > 0)
    #expect(terminal.readEvents() == [])
    #expect(terminal.readEvents() == [])
    #expect((1...1000).contains(terminal.inputTimeout ?? 0))
    window.type("\u{3}")
    try #require(poll(&descriptor, 1, 10_000) > 0)
    #expect(terminal.readEvents() == [.key(.control("c"))])
    #expect(terminal.inputTimeout == nil)
    // The other end of it: nothing comes.
    window.type("\u{1B}[200~text")
    var events: [TerminalEvent] = []
    repeat {
      try #require(poll(&descriptor, 1, terminal.inputTimeout ?? 10_000) >= 0)
      events = terminal.readEvents()
    } while events.isEmpty
    #expect(events == [.pasted(Array("text".utf8))])
    terminal.close()
  }

  @Test(
    arguments: [
      ("xterm-256color", true), ("rxvt-unicode", true), ("linux", false), ("vt100", false),
      ("rfcview", false),
    ])
  func `The background is asked for where the question is not seen`(name: String, isAsked: Bool) throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window, name: name)
    terminal.show(marked(frame(terminal.size, ["hello"]), "@"))
    terminal.askForBackground()
    window.echo("#")
    #expect(try window.output(until: "#").contains("]11;?") == isAsked)
    if isAsked {
      window.type("\u{1B}]11;rgb:ffff/ff")
      window.type("ff/ffff\u{7}\u{1B}[?1;2c")
      var descriptor = pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0)
      var events: [TerminalEvent] = []
      while events.isEmpty {
        try #require(poll(&descriptor, 1, 10_000) > 0)
        events = terminal.readEvents()
      }
      #expect(events == [.background(isLight: true)])
    }
    terminal.close()
  }

  @Test(arguments: [0, 10, 24, 27])
  func `No answer is left to the shell`(read: Int) throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window)
    terminal.askForBackground()
    let answers = "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}\u{1B}[?1;2c"
    if read > 0 {
      window.type(String(answers.prefix(read)))
      var descriptor = pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&descriptor, 1, 10_000) > 0)
      _ = terminal.readEvents()
    }
    window.type(String(answers.dropFirst(read)))
    terminal.close()
    var waiting: Int32 = 0
    #expect(ioctl(window.slave, UInt(FIONREAD), &waiting) == 0 && waiting == 0)
  }
}

import CellGrid
import TestSupport
import Testing

@testable import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
}

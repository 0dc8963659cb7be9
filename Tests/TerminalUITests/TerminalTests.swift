import CLibrary
import CellGrid
import TestSupport
import Testing

@testable import TerminalUI

/// On a pseudo-terminal, in this process. Stopping, crashing and whole screens are tested from outside, under tmux.
@Suite(.serialized) struct Terminals {
  func open(
    _ window: PseudoTerminal, name: String = "xterm-256color", theme: Theme = .dark, mouse: Bool = false
  ) throws -> Terminal {
    try Terminal(theme: theme, mouse: mouse, input: dup(window.slave), output: window.slave, name: name)
  }

  func frame(_ size: Size, _ rows: [String], role: Role = .text) -> Frame {
    var frame = Frame(size: size)
    for (row, text) in rows.enumerated() { frame.put(text, row: row, column: 0, role: role) }
    return frame
  }

  /// The end of what comes for a frame, put where each frame has its own.
  func marked(_ frame: Frame, _ mark: Unicode.Scalar) -> Frame {
    var frame = frame
    frame[row: frame.size.rows - 1, column: frame.size.columns - 1] = Cell(base: mark)
    return frame
  }

  @Test func `Opens on the whole window and gives it back`() throws {
    let window = try PseudoTerminal(columns: 33, rows: 7)
    let before = window.localModes
    let terminal = try open(window)
    #expect(terminal.size == Size(columns: 33, rows: 7))
    #expect(window.localModes & tcflag_t(ISIG | ICANON | ECHO | IEXTEN) == 0)
    terminal.show(frame(terminal.size, ["hello"]))
    #expect(try window.output(until: "hello").contains("\u{1B}[?1049h"))
    terminal.close()
    terminal.close()
    #expect(try window.output(until: "\u{1B}[?1049l").contains("\u{1B}[?25h"))
    #expect(window.localModes == before)
  }

  @Test func `Pastes are told from keys, until the terminal is given back`() throws {
    let window = try PseudoTerminal(columns: 33, rows: 7)
    let terminal = try open(window)
    terminal.show(frame(terminal.size, ["hello"]))
    #expect(try window.output(until: "hello").contains("\u{1B}[?2004h"))
    terminal.lend { terminal.copyToClipboard("lent") }
    let lent = try window.output(until: "]52;")
    #expect(lent.contains("\u{1B}[?2004l") && !lent.contains("\u{1B}[?2004h"))
    #expect(try window.output(until: "hello").contains("\u{1B}[?2004h"))
    terminal.redraw()
    #expect(!(try window.output(until: "hello").contains("2004")))
    terminal.close()
    #expect(try window.output(until: "\u{1B}[?1049l").contains("\u{1B}[?2004l"))
  }

  @Test func `The mouse is reported where that is asked for, until the terminal is given back`() throws {
    let window = try PseudoTerminal(columns: 33, rows: 7)
    var terminal = try open(window)
    terminal.show(marked(frame(terminal.size, ["hello"]), "@"))
    #expect(!(try window.output(until: "@").contains("[?100")))
    terminal.close()
    #expect(!(try window.output(until: "\u{1B}[?1049l").contains("[?100")))
    terminal = try open(window, mouse: true)
    terminal.show(marked(frame(terminal.size, ["hello"]), "@"))
    #expect(try window.output(until: "@").contains("\u{1B}[?1002h\u{1B}[?1006h"))
    terminal.lend { terminal.copyToClipboard("lent") }
    #expect(try window.output(until: "]52;").contains("\u{1B}[?1006l\u{1B}[?1002l"))
    #expect(try window.output(until: "@").contains("\u{1B}[?1002h\u{1B}[?1006h"))
    window.type("\u{1B}[<0;10;5M")
    var descriptor = pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0)
    try #require(poll(&descriptor, 1, 10_000) > 0)
    #expect(terminal.readEvents() == [.mouse(MouseEvent(.press, at: Position(column: 9, row: 4)))])
    terminal.close()
    #expect(try window.output(until: "\u{1B}[?1049l").contains("\u{1B}[?1006l\u{1B}[?1002l"))
  }

  @Test func `The window has a title of its own until the terminal is given back`() throws {
    let window = try PseudoTerminal(columns: 33, rows: 7)
    let terminal = try open(window)
    terminal.show(frame(terminal.size, ["hello"]))
    #expect(try window.output(until: "hello").contains("\u{1B}[22;0t"))
    terminal.title = "RFC 4242: A Title"
    #expect(try window.output(until: "\u{7}").hasSuffix("\u{1B}]2;RFC 4242: A Title\u{7}"))
    terminal.title = "RFC 4242: A Title"
    terminal.lend { terminal.copyToClipboard("") }
    let lent = try window.output(until: "]52;")
    #expect(lent.contains("\u{1B}[23;0t") && !lent.contains("]2;"))
    let back = try window.output(until: "A Title\u{7}")
    #expect(back.contains("\u{1B}[22;0t") && back.hasSuffix("\u{1B}]2;RFC 4242: A Title\u{7}"))
    terminal.close()
    #expect(try window.output(until: "\u{1B}[?1049l").contains("\u{1B}[23;0t"))
    terminal.title = "too late"
  }

  @Test func `A title drives nothing`() throws {
    let window = try PseudoTerminal(columns: 33, rows: 7)
    let terminal = try open(window, name: "tmux-256color")
    terminal.title = "a\u{7}b\u{1B}]0;c\u{9C}d\u{9B}2J\u{202E}\u{0}e\n" + String(repeating: "x", count: 5000)
    let written = try window.output(until: "\u{7}")
    let words = "a^Gb^[]0;c<9C>d<9B>2J<202E>^@e^J"
    let rest = String(repeating: "x", count: 199 - words.count) + "\u{2026}"
    #expect(written.hasSuffix("]2;" + words + rest + "\u{7}"))
    terminal.close()
  }

  @Test(arguments: ["vt100", "linux", "screen", "rxvt-unicode", "st-256color"])
  func `A terminal without a title gets none`(name: String) throws {
    let window = try PseudoTerminal(columns: 33, rows: 7)
    let terminal = try open(window, name: name)
    defer { terminal.close() }
    if terminal.warning != nil { return }
    terminal.title = "a title"
    terminal.show(marked(frame(terminal.size, ["hello"]), "@"))
    let drawn = try window.output(until: "@")
    #expect(drawn.contains("[?2004h") && !drawn.contains("a title") && !drawn.contains("0t"))
  }

  @Test func `Draws only what has changed`() throws {
    let window = try PseudoTerminal(columns: 40, rows: 5)
    let terminal = try open(window)
    let first = marked(frame(terminal.size, ["one line of text", "another line"]), "@")
    terminal.show(first)
    _ = try window.output(until: "@")
    terminal.show(first)
    terminal.show(marked(frame(terminal.size, ["one lime of text", "another line"]), "#"))
    let drawn = try window.output(until: "#")
    #expect(drawn.contains("m") && !drawn.contains("one") && !drawn.contains("another"))
    terminal.close()
  }

  @Test func `The last cell of the last row is drawn and nothing scrolls`() throws {
    for name in ["xterm-256color", "vt100", "linux", "screen"] {
      let window = try PseudoTerminal(columns: 4, rows: 2)
      let terminal = try open(window, name: name)
      terminal.show(frame(terminal.size, ["abcd", "efgZ"]))
      let drawn = try window.output(until: "Z")
      #expect(drawn.contains("abcd") && drawn.contains("efg") && !drawn.contains("\n\n"))
      terminal.close()
    }
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 2), (300, 100)])
  func `Any size will do`(_ columns: Int, _ rows: Int) throws {
    let window = try PseudoTerminal(columns: columns, rows: rows)
    let terminal = try open(window)
    #expect(terminal.size == Size(columns: columns, rows: rows))
    var frame = frame(terminal.size, ["x"])
    frame.cursor = Position(column: 0, row: 0)
    terminal.show(frame)
    _ = try window.output(until: "x")
    terminal.show(Frame(size: Size(columns: 0, rows: 0)))
    terminal.show(self.frame(Size(columns: columns + 9, rows: rows + 9), ["y"]))
    _ = try window.output(until: "y")
    terminal.close()
  }

  @Test func `Follows the window and draws all of it anew`() throws {
    let window = try PseudoTerminal(columns: 30, rows: 4)
    let terminal = try open(window)
    terminal.show(frame(terminal.size, ["before"]))
    _ = try window.output(until: "before")
    window.resize(columns: 12, rows: 9)
    #expect(terminal.updateSize() == Size(columns: 12, rows: 9))
    terminal.show(frame(terminal.size, ["before", "after"]))
    #expect(try window.output(until: "after").contains("before"))
    terminal.redraw()
    #expect(try window.output(until: "after").contains("before"))
    terminal.close()
  }

  @Test func `No control byte reaches the terminal, no cell another's column`() throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window)
    var frame = frame(terminal.size, ["a.b.c.d.e.f.g"])
    for (column, base) in [(1, 0x1B), (3, 0x07), (5, 0x9B), (7, 0x0A), (9, 0x65E5), (11, 0)]
      as [(Int, UInt32)]
    {
      frame[row: 0, column: column].base = base
    }
    terminal.show(marked(frame, "!"))
    let drawn = try window.output(until: "!")
    #expect(
      drawn.contains("a?b?c?d?e?? g") || drawn.contains("a?b?c?d?e?f g") || drawn.contains("a?b?c?d?e?? "))
    #expect(!drawn.contains("\u{7}") && !drawn.contains("\u{9B}"))
    terminal.close()
  }

  @Test func `Wide and combining characters stay whole`() throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window)
    terminal.show(marked(frame(terminal.size, ["日本e\u{301}x"]), "!"))
    let drawn = try window.output(until: "!")
    // Where the environment asks for a character set without them, they are question marks of the same width.
    let isUTF8 = String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    #expect(drawn.contains(isUTF8 ? "日本e\u{301}x" : "? ? ex"))
    terminal.show(marked(frame(terminal.size, ["日木e\u{301}x"]), "."))
    #expect(!(try window.output(until: ".").contains("日")))
    terminal.close()
  }

  @Test func `Colours are those of the theme, as far as the terminal has them`() throws {
    for (name, theme, code) in [
      ("xterm-256color", .dark, "38;5;173"), ("xterm-256color", .light, "38;5;130"), ("linux", .dark, "[33m"),
      ("xterm-256color", .plain, "[0;1m"), ("vt100", .dark, "[0;1m"),
    ] as [(String, Theme, String)] {
      let window = try PseudoTerminal(columns: 20, rows: 2)
      let terminal = try open(window, name: name, theme: theme)
      terminal.show(frame(terminal.size, ["warning"], role: .warning))
      let drawn = try window.output(until: "warning")
      #expect(drawn.contains(code), "\(name) \(theme)")
      terminal.close()
    }
  }

  @Test func `Another theme draws all of it anew`() throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window)
    let frame = frame(terminal.size, ["warning"], role: .warning)
    terminal.show(frame)
    _ = try window.output(until: "warning")
    terminal.theme = .light
    terminal.show(frame)
    #expect(try window.output(until: "warning").contains("38;5;130"))
    terminal.close()
  }

  @Test func `Keys arrive, a lone ESC too`() throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window)
    for (text, keys) in [
      ("j", [.character("j")]), ("\u{1B}", [.escape]), ("\u{1B}OA\u{1B}[B", [.up, .down]),
      ("\u{3}\u{1A}\u{11}\r", [.control("c"), .control("z"), .control("q"), .enter]),
      ("\u{1B}[6~", [.pageDown]), ("é", [.character("é")]),
    ] as [(String, [Key])] {
      window.type(text)
      var events: [TerminalEvent] = []
      while events.count < keys.count {
        var descriptor = pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0)
        try #require(poll(&descriptor, 1, 10_000) > 0)
        events += terminal.readEvents()
      }
      #expect(events == keys.map { .key($0) })
    }
    terminal.close()
  }

  @Test func `Signals arrive`() throws {
    // One that is ignored at the start, as SIGINT is in a background job, stays so.
    let ignored = [SIGINT, SIGHUP, SIGTSTP].map { ($0, signal($0, SIG_DFL)) }
    defer { for (number, handler) in ignored { signal(number, handler) } }
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window)
    #expect(terminal.readSignals() == [])
    for (number, signal) in [
      (SIGWINCH, .windowChanged), (SIGTERM, .terminate), (SIGHUP, .hangup), (SIGINT, .interrupt),
      (SIGTSTP, .suspend),
      (SIGCONT, .continued),
    ] as [(Int32, TerminalSignal)] {
      kill(getpid(), number)
      var descriptor = pollfd(fd: terminal.signalDescriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&descriptor, 1, 10_000) > 0)
      #expect(terminal.readSignals() == [signal])
    }
    terminal.close()
  }

  @Test func `The end of the input is a hang-up`() throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let terminal = try open(window)
    window.hangUp()
    var descriptor = pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0)
    try #require(poll(&descriptor, 1, 10_000) > 0)
    #expect(terminal.readEvents() == [])
    #expect(terminal.readSignals() == [.hangup])
    terminal.close()
  }

  @Test(
    arguments: [
      ("dumb", .cannotMoveCursor("dumb")), ("", .unnamed), ("unknown", .unnamed),
    ] as [(String, TerminalError)])
  func `A terminal that cannot be used is an error`(_ name: String, _ error: TerminalError) throws {
    let window = try PseudoTerminal(columns: 20, rows: 2)
    let before = window.localModes
    #expect(throws: error) { _ = try open(window, name: name) }
    #expect(window.localModes == before)
  }
}

import CLibrary
import CNCurses
import CellGrid

/// The terminal: shows frames, reports keys and signals. There is one in a process, and it belongs to one thread.
///
/// It is restored by ``close()``, when the object ends, around ``suspend()`` and by a crash.
public final class Terminal {
  /// The window in cells, as of the last ``updateSize()``.
  public internal(set) var size: Size
  /// Said once, where the terminal is taken for another: its own name tells nothing here.
  public let warning: String?
  /// Readable when there are keys; also at the end of the input.
  public let inputDescriptor: Int32
  /// Readable when there are signals.
  public let signalDescriptor: Int32
  /// What was asked for. Shown is the nearest that the terminal can.
  public var theme: Theme {
    didSet { if theme != oldValue { makeStyles() } }
  }

  /// The window's, where it takes one and gives back the one before. Control characters are left out.
  public var title = "" {
    didSet { if title != oldValue { writeTitle() } }
  }

  /// Looks of single roles, over the theme's.
  let roles: [Role: Style]
  let outputDescriptor: Int32
  private let ownsInput: Bool
  private(set) var isOpen = true
  /// Another program may have drawn on the screen, and changed its modes.
  var isStale = false
  /// Nil where the screen is not known.
  var shown: Frame?
  /// Of ``shown``.
  var shownRows = RowDigests()
  /// Made with the first key: a tenth of a millisecond that the first screen need not wait for.
  lazy var decoder = KeyDecoder(sequences: Self.keySequences())
  /// When something came last, and when the terminal was asked for its background, in milliseconds.
  var lastInput = 0
  var asked = 0
  /// Since when the input is in the middle of what is no key, and when that is over without more of it.
  var stall: (since: Int, until: Int)?
  /// By role and emphasis: attributes and a colour pair, as `cnc_look` has them.
  var looks: [UInt32] = []
  /// Foreground and background, -1 the terminal's own; the first is pair 1.
  var pairs: [(Int32, Int32)] = []

  /// Opens the screen on standard output. Keys come from standard input, or, where that is no terminal, from the
  /// controlling terminal.
  ///
  /// - Parameter mouse: whether it is reported. The terminal then selects no text by it, but with Shift down.
  public convenience init(
    theme: Theme, roles: [Role: Style] = [:], mouse: Bool = false
  ) throws(TerminalError) {
    if isatty(STDIN_FILENO) == 1 {
      try self.init(theme: theme, roles: roles, mouse: mouse, input: STDIN_FILENO, output: STDOUT_FILENO)
    } else {
      let input = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
      guard input >= 0 else { throw .noInput(errno) }
      try self.init(theme: theme, roles: roles, mouse: mouse, input: input, output: STDOUT_FILENO)
    }
  }

  /// - Parameters:
  ///   - input: closed in the end unless it is standard input.
  ///   - output: of the same terminal.
  ///   - name: in the terminfo database; that of `TERM` where it is nil. One that is not there is taken for another.
  init(
    theme: Theme, roles: [Role: Style] = [:], mouse: Bool = false, input: Int32, output: Int32,
    name: String? = nil
  ) throws(TerminalError) {
    let signals = cnc_watch_signals()
    var problem: TerminalError? = signals < 0 ? .noPipe(errno) : nil
    let own = name ?? getenv("TERM").map { String(cString: $0) } ?? ""
    var warning: String?
    if problem == nil {
      let modes = Int32(CNC_PASTE | CNC_TITLE | (mouse ? CNC_MOUSE : 0))
      func open(_ name: String) -> TerminalError? {
        Self.problem(name, status: Int(cnc_open(name, input, output, modes)))
      }
      // Both say nothing, and cannot be told by their name.
      problem = own.isEmpty || own == "unknown" ? .unnamed : open(own)
      if case .unknown? = problem, let substitute = Self.substitutes.first(where: { open($0) == nil }) {
        problem = nil
        warning = TerminalError.warning(own, takenFor: substitute == CNC_BUILT_IN ? "xterm" : substitute)
      }
    }
    if let problem {
      cnc_unwatch_signals()
      if input != STDIN_FILENO { Self.closeDescriptor(input) }
      throw problem
    }
    self.warning = warning
    self.theme = theme
    self.roles = roles
    inputDescriptor = input
    ownsInput = input != STDIN_FILENO
    outputDescriptor = output
    signalDescriptor = signals
    size = Self.screenSize
    makeStyles()
  }

  deinit { close() }

  /// What stands in for a terminal that the terminfo database does not have, as it lacks a new one on an old machine:
  /// the first that is there. Nearly all of them are xterms of a kind, and the last one needs no database.
  private static let substitutes = ["xterm-256color", "xterm", "vt100", "ansi", CNC_BUILT_IN]

  private static func problem(_ name: String, status: Int) -> TerminalError? {
    switch status {
    case CNC_OPENED: nil
    case CNC_NO_CURSOR_ADDRESSING: .cannotMoveCursor(name)
    default: .unknown(name)
    }
  }

  /// Gives the terminal back as it was. Further calls do nothing.
  public func close() {
    guard isOpen else { return }
    awaitAnswer()
    isOpen = false
    cnc_close()
    cnc_unwatch_signals()
    if ownsInput { Self.closeDescriptor(inputDescriptor) }
  }

  private static func closeDescriptor(_ descriptor: Int32) {
    _ = CLibrary.close(descriptor)
  }
}

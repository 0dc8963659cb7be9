import CLibrary

/// What the system tells the program about its terminal and its life.
public enum TerminalSignal: Hashable, Sendable {
  /// SIGWINCH: call `updateSize`.
  case windowChanged
  /// SIGTERM.
  case terminate
  /// SIGHUP, or the end of the input: the terminal is gone.
  case hangup
  /// SIGINT, from outside; ^C is a key.
  case interrupt
  /// SIGTSTP, from outside; ^Z is a key. Call `suspend`.
  case suspend
  /// SIGCONT after a stop that nobody announced: call `redraw`.
  case continued

  init?(number: Int32) {
    switch number {
    case SIGWINCH: self = .windowChanged
    case SIGTERM: self = .terminate
    case SIGHUP: self = .hangup
    case SIGINT: self = .interrupt
    case SIGTSTP: self = .suspend
    case SIGCONT: self = .continued
    default: return nil
    }
  }
}

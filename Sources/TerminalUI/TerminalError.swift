/// Why there is no screen.
public enum TerminalError: Error, Hashable, Sendable {
  /// `TERM` is unset or empty.
  case unnamed
  /// The terminfo database does not have it.
  case unknown(String)
  /// It cannot put text at a place of its choice, as `dumb` cannot.
  case cannotMoveCursor(String)
  /// There is nowhere to read keys from; an errno.
  case noInput(Int32)
  /// The system gives no pipe for signals; an errno.
  case noPipe(Int32)
}

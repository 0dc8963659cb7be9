import CLibrary

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

extension TerminalError {
  /// One line: what is wrong, and the way on.
  public var message: String {
    switch self {
    case .unnamed: "TERM does not name the terminal. Set it, as by `export TERM=xterm-256color`."
    case .unknown(let name):
      "The terminal `\(name)` is not in the terminfo database. Set TERM to one that is, as by `export TERM=xterm`."
    case .cannotMoveCursor(let name):
      "The terminal `\(name)` cannot move its cursor. If it can, set TERM, as by `export TERM=xterm-256color`."
    case .noInput(let code):
      "There is no terminal to read keys from: \(String(cString: strerror(code))). Start rfcview in one."
    case .noPipe(let code): "The system gives no pipe for signals: \(String(cString: strerror(code)))."
    }
  }

  /// What the status line says where a terminal is used that would be ``unknown(_:)``.
  static func warning(_ name: String, takenFor substitute: String) -> String {
    "Unknown terminal `\(name)`: taken for `\(substitute)`."
  }
}

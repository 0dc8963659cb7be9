import CLibrary

/// The signals of the reader while a command of the user's has the terminal: ^C, ^\ and ^Z are for the command, what ends
/// the reader or tells of the command is waited for. Source: signal(7), sigwait(3).
struct JobSignals {
  private var saved: [(number: Int32, action: sigaction)] = []
  private var waited = sigset_t()
  private var maskBefore = sigset_t()
  /// Whoever has started the reader wants nothing to be stopped: a shell without job control.
  private let isStoppable: Bool
  private static let stops = [SIGTSTP, SIGTTIN, SIGTTOU]

  init() {
    let stop = Self.action(of: SIGTSTP)
    isStoppable = !stop.isIgnored
    // The last two the system sends to the whole group where a command in the background wants the terminal.
    for number in [SIGINT, SIGQUIT] + Self.stops {
      saved.append((number, Self.action(of: number)))
      Self.set(SIG_IGN, for: number)
    }
    // By default it is thrown away, on some systems even where it is waited for.
    saved.append((SIGCHLD, Self.action(of: SIGCHLD)))
    Self.set({ _ in }, for: SIGCHLD)
    sigemptyset(&waited)
    sigaddset(&waited, SIGCHLD)
    // What nohup has ignored stays so.
    for number in [SIGTERM, SIGHUP] where !Self.action(of: number).isIgnored { sigaddset(&waited, number) }
    sigprocmask(SIG_BLOCK, &waited, &maskBefore)
  }

  /// What was before; a signal that came meanwhile and ends the reader is told to it, and nothing stops it on its way.
  func restore() {
    var mask = maskBefore
    let isTheEnd = isTheEnd
    for (number, action) in saved where !isTheEnd || !Self.stops.contains(number) {
      var action = action
      sigaction(number, &action, nil)
    }
    sigprocmask(SIG_SETMASK, &mask, nil)
  }

  /// Waits for SIGCHLD, SIGTERM or SIGHUP. What ends the reader stays to be heard of by it.
  ///
  /// - Returns: nil where the wait was interrupted.
  func next() -> Int32? {
    var set = waited
    var number: Int32 = 0
    guard sigwait(&set, &number) == 0 else { return nil }
    if number != SIGCHLD { raise(number) }
    return number
  }

  /// Whether the reader is to end, of which it has not heard yet.
  var isTheEnd: Bool {
    var (waited, pending) = (waited, sigset_t())
    sigpending(&pending)
    return [SIGTERM, SIGHUP].contains { sigismember(&waited, $0) == 1 && sigismember(&pending, $0) == 1 }
  }

  /// Stops the reader's process group as ^Z does, until the shell continues it. Where nobody would, all goes on at once.
  func stopGroup() {
    if isStoppable {
      Self.set(SIG_DFL, for: SIGTSTP)
      kill(0, SIGTSTP)
      Self.set(SIG_IGN, for: SIGTSTP)
    }
    kill(0, SIGCONT)
  }

  /// ^Z stops the group without a word to the reader, while `body` runs.
  static func stopping(_ body: () -> Void) {
    let saved = action(of: SIGTSTP)
    if !saved.isIgnored { set(SIG_DFL, for: SIGTSTP) }
    body()
    var action = saved
    sigaction(SIGTSTP, &action, nil)
  }

  private static func action(of number: Int32) -> sigaction {
    var action = sigaction()
    sigaction(number, nil, &action)
    return action
  }

  private static func set(_ handler: (@convention(c) (Int32) -> Void)?, for number: Int32) {
    var action = sigaction()
    action.handler = handler
    sigaction(number, &action, nil)
  }
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// C has it in a union, whose name differs. Nil is `SIG_DFL`.
  fileprivate var handler: (@convention(c) (Int32) -> Void)? {
    get {
      #if canImport(Darwin)
        __sigaction_u.__sa_handler
      #elseif canImport(Musl)
        __sa_handler.sa_handler
      #else
        __sigaction_handler.sa_handler
      #endif
    }
    set {
      #if canImport(Darwin)
        __sigaction_u.__sa_handler = newValue
      #elseif canImport(Musl)
        __sa_handler.sa_handler = newValue
      #else
        __sigaction_handler.sa_handler = newValue
      #endif
    }
  }
}

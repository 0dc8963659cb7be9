import CLibrary
import Unix

/// A program of the user's, with its words. No shell sees them.
struct UserProgram {
  /// Looked for in `PATH`; not empty.
  let arguments: [String]
  let environment: [String: String]

  /// What it has to do with the terminal.
  enum Place {
    /// In the foreground. It reads a descriptor, or the terminal where that is nil.
    case terminal(input: Int32?)
    /// In a process group of its own. It reads nothing, and what it says is thrown away.
    case beside
  }

  /// How a program has ended.
  enum End: Hashable {
    case status(Int32)
    case signal(Int32)
    /// The reader itself is to end by a signal, and the program has been sent it too.
    case readerSignalled
    /// Why, in a sentence.
    case notStarted(String)

    /// - Parameter status: of waitpid(2), of a program that has ended. WIFEXITED and its kin are macros that Swift does not
    ///   see.
    init(waitStatus status: Int32) {
      self = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    /// What is to be said of it, in a sentence; nil where all is well.
    func problem(with name: String) -> String? {
      switch self {
      case .status(0), .readerSignalled: nil
      // What a shell says of its command. Source: sh(1), exit status.
      case .status(127): "\(name): no such program."
      case .status(126): "\(name) cannot be executed."
      case .status(let status): "\(name) ended with status \(status)."
      case .signal(let number): "\(name) was killed by signal \(number)."
      case .notStarted(let words): words
      }
    }
  }

  /// Why there is no child.
  struct Problem: Error {
    let words: String
  }

  /// - Returns: the child, to be reaped.
  func start(_ place: Place) throws(Problem) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = SpawnAttributes()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var flags = setDefaultSignals(of: &attributes)
    switch place {
    case .terminal(let input?): posix_spawn_file_actions_adddup2(&actions, input, 0)
    case .terminal(nil): posix_spawn_file_actions_addopen(&actions, 0, "/dev/tty", O_RDWR, 0)
    case .beside:
      for descriptor: Int32 in 0...2 {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= Int32(POSIX_SPAWN_SETPGROUP)
    }
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, arguments[0], &actions, &attributes, &words, &variables)
    guard code == 0 else {
      throw Problem(words: "Cannot start \(printable(arguments[0])): \(String(cString: strerror(code))).")
    }
    return child
  }
}

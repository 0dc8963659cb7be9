import CLibrary

#if canImport(Darwin)
  public typealias SpawnAttributes = posix_spawnattr_t?
#else
  public typealias SpawnAttributes = posix_spawnattr_t
#endif

/// Gives a child every signal as a login has it: we may ignore or block some, and exec would pass that on.
///
/// - Returns: the flags that `posix_spawnattr_setflags` is to have for it.
public func setDefaultSignals(of attributes: inout SpawnAttributes) -> Int32 {
  var all = sigset_t()
  sigfillset(&all)
  posix_spawnattr_setsigdefault(&attributes, &all)
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  return Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
}

/// A child without a shell, in a process group of its own: what the terminal sends on ^C and ^Z goes to us, and we
/// decide. It is killed and reaped with its owner at the latest, so it never outlives the wish for it.
package final class ChildProcess {
  package enum Exit: Hashable {
    case status(Int)
    case signal(Int)
    /// Somebody else has reaped it.
    case unknown
  }

  /// The `errno` of a start that failed.
  package struct StartError: Error {
    package static var current: StartError { StartError(code: errno) }
    package let code: Int32
  }

  package let id: pid_t
  private var exit: Exit?

  /// Standard output and error go to the descriptors.
  ///
  /// - Parameter input: what it finds on its standard input, 16 KiB at most.
  package init(
    path: String, arguments: [String], environment: [String], input: [UInt8] = [], output: Descriptor,
    messages: Descriptor
  ) throws(StartError) {
    var source: Descriptor?
    if !input.isEmpty {
      source = try? Descriptor.holding(input)
      if source == nil { throw .current }
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      let closeRest = POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      let closeRest: Int32 = 0
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let source {
      posix_spawn_file_actions_adddup2(&actions, source.number, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output.number, 1)
    posix_spawn_file_actions_adddup2(&actions, messages.number, 2)

    var attributes = SpawnAttributes()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A child that ignored SIGPIPE would outlive us.
    let signals = setDefaultSignals(of: &attributes)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = signals | Int32(POSIX_SPAWN_SETPGROUP) | closeRest
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw StartError(code: code) }
    id = child
  }

  deinit {
    if exit == nil { end() }
  }

  /// Ends it, and reaps it.
  ///
  /// - Parameter signal: SIGKILL ends it at once. At SIGTERM, rfcview ends its own children first: they are in groups of
  ///   theirs.
  package func end(by signal: Int32 = SIGKILL) {
    guard exit == nil else { return }
    _ = kill(-id, signal)
    // One that is stopped hears of no other.
    _ = kill(-id, SIGCONT)
    _ = wait()
  }

  /// Blocks until it has ended; called when it has closed its output, or was killed.
  package func wait() -> Exit {
    if let exit { return exit }
    var status: Int32 = 0
    var result: Exit = .unknown
    while true {
      let reaped = waitpid(id, &status, 0)
      if reaped == id {
        // WIFEXITED and its kin are macros that Swift does not see.
        result = status & 0x7F == 0 ? .status(Int(status >> 8 & 0xFF)) : .signal(Int(status & 0x7F))
        break
      }
      if reaped < 0, errno == EINTR { continue }
      break
    }
    exit = result
    return result
  }
}

import RFCStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A command line of the user's that has the terminal until it ends, as `!` and `|` of less run it.
struct ForegroundCommand {
  /// Why it could not be run.
  struct Problem: Error {
    let words: String
  }

  private let arguments: [String]
  private let environment: [String: String]

  /// - Parameter line: for the user's shell; an empty one starts the shell itself.
  init(shell line: String, environment: [String: String]) {
    let shell = environment["SHELL"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/bin/sh"
    arguments = line.isEmpty ? [shell] : [shell, "-c", line]
    self.environment = environment
  }

  /// The user's editor on a file. Source: environ(7), `VISUAL`, `EDITOR`.
  ///
  /// - Parameter line: from 1.
  init(editing path: String, line: Int, environment: [String: String]) {
    let editor =
      [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty } ?? "vi"
    // The variable holds a command with its options; the file comes behind, untouched by the shell.
    arguments = ["/bin/sh", "-c", editor + " \"$@\"", "rfcview", "+\(line)", path]
    self.environment = environment
  }

  init(program: String, _ words: [String], environment: [String: String]) {
    arguments = [program] + words
    self.environment = environment
  }

  /// Waits for its end. ^C and ^\ are the command's alone meanwhile.
  ///
  /// - Parameter input: what it reads; nil for the terminal.
  func run(input: [UInt8]? = nil) throws(Problem) {
    var interrupt = sigaction()
    var quit = sigaction()
    var ignore = sigaction()
    #if canImport(Darwin)
      ignore.__sigaction_u.__sa_handler = SIG_IGN
    #else
      ignore.__sigaction_handler.sa_handler = SIG_IGN
    #endif
    sigaction(SIGINT, &ignore, &interrupt)
    sigaction(SIGQUIT, &ignore, &quit)
    defer {
      sigaction(SIGINT, &interrupt, nil)
      sigaction(SIGQUIT, &quit, nil)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var source: Int32 = -1
    defer { if source >= 0 { close(source) } }
    if let input {
      source = try file(of: input)
      posix_spawn_file_actions_adddup2(&actions, source, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/tty", O_RDWR, 0)
    }
    var attributes = SpawnAttributes()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let flags = setDefaultSignals(of: &attributes)
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, arguments[0], &actions, &attributes, &words, &variables)
    guard code == 0 else {
      throw Problem(words: "Cannot start \(printable(arguments[0])): \(String(cString: strerror(code))).")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
  }

  /// A file without a name that holds some bytes: the command may read as slowly as it likes. Source: environ(7),
  /// `TMPDIR`.
  private func file(of bytes: [UInt8]) throws(Problem) -> Int32 {
    let folder = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    func problem(_ code: Int32) -> Problem {
      let reason = String(cString: strerror(code))
      return Problem(words: "Cannot write to \(printable(folder)): \(reason). TMPDIR names another folder.")
    }
    var template = Array("\(folder)/rfcview-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw problem(errno) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let code = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    guard code == 0 else {
      close(descriptor)
      throw problem(code)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}

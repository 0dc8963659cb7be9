import CLibrary
import TestSupport
import Unix

/// A program on a terminal of its own, with the clock running from just before it is started.
struct TimedProgram {
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  private let terminal: PseudoTerminal
  private let process: pid_t
  private var clock: Double

  /// - Parameter variables: `NAME=value`, over those every program is given.
  init(_ arguments: [String], adding variables: [String] = [], columns: Int = 80, rows: Int = 24) throws {
    terminal = try PseudoTerminal(columns: columns, rows: rows)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // In a session of its own the terminal that the child opens first is its controlling one.
    posix_spawnattr_setflags(&attributes, Self.ownSession)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal.path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment =
      (Self.environment + variables).map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
    defer { for entry in environment { free(entry) } }
    var process: pid_t = 0
    clock = Self.now
    let status = posix_spawnp(&process, words[0] ?? strdup(""), &actions, &attributes, &words, &environment)
    guard status == 0 else {
      throw Problem(description: "\(arguments.first ?? ""): \(String(cString: strerror(status)))")
    }
    self.process = process
  }

  /// Milliseconds from the start, or from the last key, until a text has arrived.
  mutating func milliseconds(until wanted: String) throws -> Double {
    var seen: [UInt8] = []
    let wanted = Array(wanted.utf8)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var polled = pollfd(fd: terminal.master, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, 20_000) > 0 else { break }
      let count = read(terminal.master, &chunk, chunk.count)
      guard count > 0 else { break }
      seen += chunk[..<count]
      if seen.firstRange(of: wanted) != nil { return Self.now - clock }
    }
    let last = String(decoding: seen.suffix(300), as: UTF8.self)
    throw Problem(
      description:
        "`\(String(decoding: wanted, as: UTF8.self))` never came; the last of what came: \(last.debugDescription)"
    )
  }

  /// Types a key once the program has been quiet for 30 ms, and starts the clock again.
  mutating func press(_ key: String) {
    settle()
    clock = Self.now
    terminal.type(key)
  }

  /// Reads until the program has been quiet for 30 ms.
  func settle() {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var polled = pollfd(fd: terminal.master, events: Int16(POLLIN), revents: 0)
    while poll(&polled, 1, 30) > 0, read(terminal.master, &chunk, chunk.count) > 0 {}
  }

  /// The memory that the program has now, in MiB. Source: proc(5), `statm`.
  var resident: Double {
    let fields = String(decoding: Benchmarks.bytes(of: "/proc/\(process)/statm"), as: UTF8.self).split(
      separator: " ")
    guard fields.count > 1, let pages = Double(fields[1]) else { return 0 }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }

  /// Ends the program.
  ///
  /// - Returns: the most memory it has had, in kB.
  @discardableResult
  func end() -> Int {
    kill(process, SIGKILL)
    terminal.hangUp()
    var usage = rusage()
    wait4(process, nil, 0, &usage)
    return usage.ru_maxrss
  }

  private static var now: Double { Double(Clock.monotonic) / 1e6 }

  // POSIX_SPAWN_SETSID of glibc, a macro that Swift does not see.
  private static let ownSession: Int16 = 0x80

  private static let environment: [String] = {
    var entries = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "LESS=", "LESSHISTFILE=-"]
    for name in ["PATH", "HOME"] {
      if let value = getenv(name) { entries.append("\(name)=\(String(cString: value))") }
    }
    return entries
  }()
}

import Foundation
import TestSupport

/// The built program, run as a user runs it: in folders of its own, with nothing of the machine's settings.
struct Program {
  let home: TemporaryFolder
  var environment: [String: String]

  init(mirror: String? = nil) throws {
    home = try TemporaryFolder()
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home.path,
      "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
      // Under a sanitizer, too, a SEGV is for the program's own handler, on the stack that it has for that.
      "ASAN_OPTIONS": "handle_segv=0:use_sigaltstack=0", "TSAN_OPTIONS": "handle_segv=0",
    ]
    environment["RFCVIEW_MIRROR"] = mirror
  }

  /// Beside the test bundle, where the package manager puts it.
  static let path: String = {
    #if os(macOS)
      let products = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        .deletingLastPathComponent()
      return (products ?? Bundle.main.bundleURL).appendingPathComponent("rfcview").path
    #else
      return Bundle.main.bundleURL.appendingPathComponent("rfcview").path
    #endif
  }()

  struct Result {
    let output: [UInt8]
    let error: String
    /// As a shell has it: 128 and the signal's number after one.
    let status: Int32

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  var cache: String { home.path + "/.cache/rfcview" }

  /// Runs the program to its end.
  func run(_ arguments: [String], input: [UInt8] = []) throws -> Result {
    try Self.run(Self.path, arguments, environment: environment, input: input)
  }

  /// Starts it and does not wait.
  func start(_ arguments: [String]) throws -> Child {
    try Child(Self.path, arguments, environment: environment)
  }

  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], input: [UInt8] = []
  ) throws -> Result {
    let folder = try TemporaryFolder()
    // Files rather than pipes: nothing can fill up and wait.
    let files = ["input", "output", "error"].map { folder.path + "/" + $0 }
    _ = try folder.write(input, to: "input")
    let child = try Child(path, arguments, environment: environment, files: files)
    let status = child.wait()
    return Result(
      output: folder.read("output") ?? [], error: String(decoding: folder.read("error") ?? [], as: UTF8.self),
      status: status)
  }
}

/// A child process. Foundation's waits for the end of every program that the child leaves behind, as tmux does.
final class Child {
  let id: pid_t
  private var ended: Int32?

  struct NotStarted: Error {
    let path: String
    let code: Int32
  }

  init(
    _ path: String, _ arguments: [String], environment: [String: String],
    files: [String] = Array(repeating: "/dev/null", count: 3)
  ) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads of the tests block signals, and a child would go on doing so.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    for descriptor in [1, 2] {
      posix_spawn_file_actions_addopen(
        &actions, Int32(descriptor), files[descriptor], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var words = ([path] + arguments).map { strdup($0) as UnsafeMutablePointer<CChar>? } + [nil]
    var entries = environment.map { strdup("\($0.key)=\($0.value)") as UnsafeMutablePointer<CChar>? } + [nil]
    defer { for pointer in words + entries { free(pointer) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, path, &actions, &attributes, &words, &entries)
    guard code == 0 else { throw NotStarted(path: path, code: code) }
    self.id = id
  }

  var isRunning: Bool {
    if ended == nil {
      var status: Int32 = 0
      if waitpid(id, &status, WNOHANG) == id { ended = Self.shellStatus(status) }
    }
    return ended == nil
  }

  /// Waits for its end.
  ///
  /// - Returns: its exit status, as a shell has it.
  @discardableResult
  func wait() -> Int32 {
    if let ended { return ended }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let result = Self.shellStatus(status)
    ended = result
    return result
  }

  func send(_ signal: Int32) { kill(id, signal) }

  private static func shellStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

import CLibrary
import Unix

/// A program that has the terminal until it ends, as `!` and `|` of less run it.
struct ForegroundCommand {
  private let program: UserProgram

  /// - Parameter line: for the user's shell; an empty one starts the shell itself.
  init(shell line: String, environment: [String: String]) {
    let shell = environment["SHELL"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/bin/sh"
    program = UserProgram(
      arguments: line.isEmpty ? [shell] : [shell, "-c", line], environment: environment)
  }

  /// The user's editor on a file.
  ///
  /// - Parameter line: from 1.
  init(_ editor: Editor, on path: String, line: Int, environment: [String: String]) {
    // The variable holds a command with its options; the file comes behind, untouched by the shell.
    let words = ["/bin/sh", "-c", editor.command + " \"$@\"", "rfcview", "+\(line)", path]
    program = UserProgram(arguments: words, environment: environment)
  }

  init(_ program: UserProgram) { self.program = program }

  /// Waits for its end. ^C and ^\ are the command's alone meanwhile. It is in the reader's process group: ^Z stops both,
  /// the shell that started the reader has its prompt, and `fg` and `bg` continue both.
  ///
  /// - Parameter input: what it reads; nil for the terminal.
  func run(input: [UInt8]? = nil) -> UserProgram.End {
    var source: Int32?
    defer { if let source { close(source) } }
    let signals = JobSignals()
    defer { signals.restore() }
    let child: pid_t
    do throws(UserProgram.Problem) {
      source = try input.map { (bytes) throws(UserProgram.Problem) in try file(of: bytes) }
      child = try program.start(.terminal(input: source))
    } catch {
      return .notStarted(error.words)
    }
    while true {
      var status: Int32 = 0
      let changed = waitpid(child, &status, WNOHANG | WUNTRACED)
      // WIFSTOPPED, a macro that Swift does not see.
      if changed == child, status & 0xFF == 0x7F, !signals.isTheEnd {
        // Also where it has stopped nothing but itself, as `suspend` of a shell does.
        signals.stopGroup()
        kill(child, SIGCONT)
      } else if changed == child, status & 0xFF != 0x7F {
        return UserProgram.End(waitStatus: status)
      } else if changed < 0, errno != EINTR {
        return .status(0)  // Somebody else has reaped it.
      } else if let number = signals.next(), number != SIGCHLD {
        kill(child, number)
        kill(child, SIGCONT)
        return .readerSignalled
      }
    }
  }

  /// A file without a name that holds some bytes: the command may read as slowly as it likes. Source: environ(7),
  /// `TMPDIR`.
  private func file(of bytes: [UInt8]) throws(UserProgram.Problem) -> Int32 {
    let folder = program.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    func problem(_ code: Int32) -> UserProgram.Problem {
      let reason = String(cString: strerror(code))
      return .init(
        words: "Cannot write to \(printable(folder)): \(reason). Set TMPDIR to use another folder.")
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

/// The user's editor. Source: environ(7), `VISUAL`, `EDITOR`.
struct Editor {
  /// For the shell.
  let command: String

  init(_ environment: [String: String]) {
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self)
    command = named.first { !$0.isEmpty } ?? "vi"
  }

  /// What is to be said of its end; nil where all is well.
  func problem(_ end: UserProgram.End) -> String? {
    end.problem(with: printable(command)).map { "\($0) Set VISUAL or EDITOR to choose an editor." }
  }
}

import Foundation
import TestSupport

/// A program on a real terminal: tmux runs it, types keys and tells what its screen shows.
final class Tmux {
  private let socket: String
  private let environment: [String: String]

  struct NotShown: Error, CustomStringConvertible {
    let wanted: String
    let screen: String
    var description: String { "`\(wanted)` never came. The screen:\n\(screen)" }
  }

  static let isInstalled = (try? run(["-V"], environment: ProcessInfo.processInfo.environment)) != nil

  /// A shell in a window, with the program's surroundings.
  init(_ program: Program, columns: Int = 80, rows: Int = 24, terminal: String = "screen-256color") throws {
    socket = "rfcview-\(UUID().uuidString)"
    var environment = program.environment
    environment["TMUX_TMPDIR"] = program.home.path
    environment["TERM"] = "xterm-256color"
    self.environment = environment
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env TERM=\(terminal) sh",
    ])
    try tmux(["set-option", "-g", "escape-time", "0"])
    try wait(for: "a prompt") { $0.contains { !$0.isWhitespace } }
  }

  /// Waits for what runs in the shell: it saves its place when the terminal goes, and would do so in a folder that is
  /// removed meanwhile.
  deinit {
    let shell = (try? property("#{pane_pid}")) ?? ""
    let children = try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    _ = try? tmux(["kill-server"])
    let end = Date().addingTimeInterval(2)
    // Without a command line it has ended, reaped or not.
    func runs(_ child: Substring) -> Bool {
      let line = try? String(contentsOfFile: "/proc/\(child)/cmdline", encoding: .utf8)
      return line?.isEmpty == false
    }
    for child in (children ?? "").split(separator: " ") {
      while runs(child), Date() < end { sched_yield() }
    }
  }

  /// A command line for the shell.
  func shell(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Text as it stands.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Text out of the clipboard, as a window pastes it.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p", "-r"])
  }

  /// A key by tmux's name: `Enter`, `Escape`, `C-c`, `PageDown`.
  func press(_ keys: String...) throws { try press(keys) }

  func press(_ keys: [String]) throws { try tmux(["send-keys"] + keys) }

  /// Of the windows: `alternate-screen`, `off`.
  func set(_ option: String, _ value: String) throws { try tmux(["set-option", "-g", option, value]) }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The rows of the screen.
  var screen: String { get throws { try tmux(["capture-pane", "-p"]) } }

  /// The same with what colours them.
  var colours: String { get throws { try tmux(["capture-pane", "-p", "-e"]) } }

  /// Waits until the screen shows a text, 10 s at most.
  @discardableResult
  func wait(for wanted: String) throws -> String { try wait(for: wanted) { $0.contains(wanted) } }

  /// Waits until a screen is as wanted.
  @discardableResult
  func wait(for wanted: String, until isShown: (String) -> Bool) throws -> String {
    let end = Date().addingTimeInterval(10)
    var last = ""
    while Date() < end {
      last = try screen
      if isShown(last) { return last }
      // tmux has no way to tell of a change; asking takes it some milliseconds itself.
    }
    throw NotShown(wanted: wanted, screen: last)
  }

  /// What tmux knows of the pane: `#{alternate_on}`, `#{cursor_flag}`.
  func property(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try Self.run(["-L", socket] + arguments, environment: environment)
  }

  private static func run(_ arguments: [String], environment: [String: String]) throws -> String {
    let result = try Program.run("/usr/bin/env", ["tmux"] + arguments, environment: environment)
    guard result.status == 0 else { throw NotShown(wanted: "tmux \(arguments)", screen: result.error) }
    return result.text
  }
}

extension Tmux {
  /// Keys as ``ReaderRobot/type(_:)`` takes them.
  func play(_ keys: String) throws {
    var rest = Substring(keys)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        try press(["ESC": "Escape", "lt": "<"][String(name)] ?? String(name))
        rest = rest[rest.index(after: end)...]
      } else {
        try type(String(first))
        rest = rest.dropFirst()
      }
    }
  }
}

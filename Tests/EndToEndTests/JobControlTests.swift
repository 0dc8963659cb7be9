import Foundation
import TestSupport
import Testing

/// The reader and its commands as jobs of a shell.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
struct JobControlTests {
  private let program: Program
  private let file: String

  init() throws {
    program = try Program()
    file = try program.home.write(Array(SampleText.unpaged.utf8), to: "sample.txt")
  }

  private func reader(startedBy line: String = "%") throws -> Tmux {
    let tmux = try Tmux(program)
    try tmux.shell(line.replacingOccurrences(of: "%", with: "\(Program.path) --file \(file)"))
    try tmux.wait(for: "Request for Comments: 4242")
    return tmux
  }

  private func run(_ command: String, in tmux: Tmux) throws {
    try tmux.type("!\(command)")
    try tmux.press("Enter")
  }

  /// Processes that have the file among their arguments.
  private func running(_ words: String) throws -> Bool {
    try Program.run("/usr/bin/env", ["pgrep", "-f", words], environment: program.environment).status == 0
  }

  /// Waits until the shell has said so often that its job has stopped.
  private func waitForStop(_ times: Int, in tmux: Tmux) throws {
    try tmux.wait(for: "\(times) stops") { $0.split(separator: "Stopped").count > times }
  }

  @Test(arguments: ["tail -f /dev/null", "cat", "cat \\| cat", "sh -c 'cat; true'"])
  func `control-Z stops the reader and its command, and fg continues them`(command: String) throws {
    let tmux = try reader()
    try run("echo started; \(command.replacingOccurrences(of: "\\|", with: "|"))", in: tmux)
    try tmux.wait(for: "\nstarted")
    for times in 1...2 {
      try tmux.press("C-z")
      try waitForStop(times, in: tmux)
      try tmux.shell("echo shell $((\(times) + 40))")
      try tmux.wait(for: "\nshell \(times + 40)")
      try tmux.shell("fg")
      try tmux.wait(for: "the command") { _ in
        (try? tmux.property("#{pane_current_command}")) != "sh"
      }
    }
    try tmux.press("C-c")
    try tmux.wait(for: "Press Enter")
    try tmux.press("C-c")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.type("q")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
  }

  @Test func `a command that stops itself alone stops the reader too`() throws {
    let tmux = try reader()
    try run("kill -STOP $$; echo went on", in: tmux)
    try waitForStop(1, in: tmux)
    try tmux.shell("fg")
    try tmux.wait(for: "\nwent on")
    try tmux.wait(for: "Press Enter")
    try tmux.press("C-z")
    try waitForStop(2, in: tmux)
    try tmux.shell("fg")
    try tmux.press("Enter")
    try tmux.wait(for: "Request for Comments: 4242")
  }

  @Test(arguments: ["kill %1; kill -CONT %1", "kill -HUP %1; kill -CONT %1"])
  func `a stopped reader ends with its command, and leaves the shell's screen alone`(line: String) throws {
    let tmux = try reader()
    try run("echo \(program.home.path); tail -f /dev/null", in: tmux)
    try tmux.wait(for: "\n\(program.home.path)")
    try tmux.press("C-z")
    try waitForStop(1, in: tmux)
    try tmux.shell(line)
    try tmux.wait(for: "the end of both") { _ in (try? running(program.home.path + "/sample.txt")) == false }
    try tmux.shell("echo shell $((40 + 2))")
    #expect(try tmux.wait(for: "\nshell 42").contains("Stopped"))
  }

  @Test func `a stopped reader without a command ends too`() throws {
    let tmux = try reader()
    try tmux.press("C-z")
    try waitForStop(1, in: tmux)
    try tmux.shell("kill %1; kill -CONT %1")
    try tmux.wait(for: "its end") { _ in (try? running(program.home.path + "/sample.txt")) == false }
  }

  @Test(arguments: ["TERM", "HUP"])
  func `a signal ends the reader while a command has the terminal, and the command`(signal: String) throws {
    let tmux = try reader()
    // The command, too, has the file among its arguments.
    try run("echo started; exec tail -f \(file)", in: tmux)
    try tmux.wait(for: "\nstarted")
    _ = try Program.run(
      "/usr/bin/env", ["pkill", "-\(signal)", "-f", "rfcview --file \(file)"],
      environment: program.environment)
    try tmux.wait(for: "the end of both") { _ in (try? running(file)) == false }
  }

  @Test func `nothing is left of a stopped reader when the terminal goes`() throws {
    var tmux: Tmux? = try reader()
    try run("echo started; tail -f /dev/null", in: #require(tmux))
    try tmux?.wait(for: "\nstarted")
    try tmux?.press("C-z")
    try waitForStop(1, in: #require(tmux))
    tmux = nil
    let end = Date().addingTimeInterval(10)
    while try running(file), Date() < end {}
    #expect(try running(file) == false)
  }

  @Test func `where nobody continues what has stopped, control-Z stops nothing`() throws {
    let tmux = try reader(startedBy: "(trap '' TSTP; exec %)")
    try run("echo started; cat", in: tmux)
    try tmux.wait(for: "\nstarted")
    try tmux.press("C-z")
    try tmux.shell("still here")
    try tmux.wait(for: "the echo and the copy") { $0.split(separator: "still here").count == 3 }
    try tmux.press("C-d")
    try tmux.wait(for: "Press Enter")
    try tmux.press("Enter")
    try tmux.wait(for: "Request for Comments: 4242")
  }
}

import Foundation
import TestSupport
import Testing

/// The completions, asked of the shells that are installed.
@Suite struct CompletionTests {
  private let program: Program

  init() throws {
    program = try Program()
    _ = try program.home.write(Array(SampleText.unpaged.utf8), to: ".cache/rfcview/rfc/rfc4242.txt")
    _ = try program.home.write([], to: "folder/text.txt")
    _ = try FileManager.default.createSymbolicLink(
      atPath: program.home.path + "/rfcview", withDestinationPath: Program.path)
  }

  static let lines: [(String, [String])] = [
    ("rfcview ca", ["cat"]),
    ("rfcview 42", ["4242"]),
    ("rfcview rfc4", ["rfc4242"]),
    ("rfcview cat 42", ["4242"]),
    ("rfcview 4242 2.1", ["2.1", "2.1.1"]),
    ("rfcview --offline 4242 2.1", ["2.1", "2.1.1"]),
    ("rfcview cat 4242 --section 2.1.", ["2.1.1"]),
    ("rfcview --fi", ["--file"]),
    ("rfcview --file folder/t", ["folder/text.txt"]),
    ("rfcview read --pag", ["--pages"]),
    ("rfcview sync --n", ["--normative"]),
    ("rfcview sync --rsync ", ["off"]),
    ("rfcview index 4", []),
  ]

  @Test(.enabled(if: isInstalled("bash"), "skipped: bash is not installed"), arguments: lines)
  func `bash completes`(line: String, expected: [String]) throws {
    // As bash(1) calls the function of `complete -F`.
    let script = """
      source "$1"; COMP_LINE=$2 COMP_POINT=${#2}
      mapfile -t COMP_WORDS < <(tr ' ' '\\n' <<< "$2"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _rfcview_or_read rfcview "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    var environment = program.environment
    environment["PATH"] = program.home.path + ":" + (environment["PATH"] ?? "")
    let result = try Program.run(
      "/usr/bin/env",
      ["-C", program.home.path, "bash", "-c", script, "bash", folder + "/rfcview.bash", line],
      environment: environment)
    #expect(result.error == "")
    #expect(Set(result.text.split(separator: "\n").map(String.init)) == Set(expected))
  }

  @Test(.enabled(if: isInstalled("zsh") && Tmux.isInstalled, "skipped: zsh or tmux is not installed"))
  func `zsh completes`() throws {
    try complete(
      in: "zsh -fi",
      prepared: "fpath=(\(folder) $fpath); autoload -Uz compinit; compinit -u -D; PS1='ready> '")
  }

  @Test(.enabled(if: isInstalled("fish") && Tmux.isInstalled, "skipped: fish or tmux is not installed"))
  func `fish completes`() throws {
    try complete(
      in: "fish --no-config",
      prepared: "source \(folder)/rfcview.fish; function fish_prompt; echo 'ready> '; end")
  }

  /// Types the lines that have one completion, each with Tab behind it.
  private func complete(in shell: String, prepared line: String) throws {
    let tmux = try Tmux(program, columns: 120)
    try tmux.shell("cd; PATH=$PWD:$PATH exec \(shell)")
    try tmux.shell(line)
    for (line, expected) in Self.lines where expected.count == 1 {
      try tmux.press("C-u", "C-l")
      try tmux.wait(for: "an empty line") { $0.trimmingCharacters(in: .whitespacesAndNewlines) == "ready>" }
      try tmux.type(line)
      try tmux.press("Tab")
      let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      try tmux.wait(for: (["ready>"] + words.dropLast() + expected).joined(separator: " "))
    }
  }

  private let folder: String = {
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(repository)/Resources/completions"
  }()

  private static func isInstalled(_ shell: String) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return (try? Program.run("/usr/bin/env", [shell, "-c", "true"], environment: environment).status) == 0
  }
}

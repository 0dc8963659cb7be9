import Foundation
import TestSupport
import Testing

/// Texts that come out of a pipe, files, and words that name neither.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"))
struct PipedInputTests {
  private var program: Program
  private let file: String

  init() throws {
    program = try Program()
    file = try program.home.write(Array(SampleText.unpaged.utf8), to: "sample.txt")
  }

  private func shell(_ line: String) throws -> Tmux {
    let tmux = try Tmux(program)
    try tmux.shell(line)
    return tmux
  }

  /// No program that another test starts meanwhile has it as well: with that the pipe would end when that one does.
  private func writer(to pipe: String) throws -> FileHandle {
    let end = open(pipe, O_WRONLY | O_CLOEXEC)
    try #require(end >= 0)
    return FileHandle(fileDescriptor: end)
  }

  @Test(arguments: [
    "cat % | @", "@ < %", "@ - < %", "cat % | @ --offline", "cat % | @ -", "@ /dev/stdin < %",
  ])
  func `what is piped is read, and the keys come from the terminal`(line: String) throws {
    let tmux = try shell(
      line.replacingOccurrences(of: "%", with: file).replacingOccurrences(of: "@", with: Program.path))
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.press("Space")
    #expect(!(try tmux.wait(for: "MUST NOT send more").contains("still reading")))
    try tmux.type("q")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
  }

  @Test func `the first screen does not wait for the rest, and control-C does without it`() throws {
    let tmux = try shell("(cat \(file); exec tail -f /dev/null) | \(Program.path)")
    try tmux.wait(for: "Request for Comments: 4242")
    try tmux.wait(for: "still reading")
    try tmux.type("G")
    #expect(try tmux.wait(for: "Nothing happened.").contains("still reading"))
    try tmux.type("/samples")
    try tmux.press("Enter")
    try tmux.wait(for: "match 1 of 2")
    try tmux.press("C-c")
    #expect(!(try tmux.wait(for: "Stopped reading").contains("still reading")))
    try tmux.type("q")
    try tmux.wait(for: "the end of the reader") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
  }

  @Test func `what comes later is there, in its place`() throws {
    let pipe = program.home.path + "/pipe"
    let tmux = try shell("mkfifo \(pipe); (cat \(file); cat \(pipe)) | \(Program.path) ; echo status $?")
    try tmux.wait(for: "still reading")
    try tmux.type(":2.1.1")
    try tmux.press("Enter")
    try tmux.wait(for: "2.1.1 Short Messages <")
    try tmux.type("/short mess")
    try tmux.press("Enter")
    try tmux.wait(for: "match 2 of 3")
    let writer = try writer(to: pipe)
    try writer.write(contentsOf: Data("\nAppendix B.  Later\n\n   A short message, \u{20AC}".utf8.dropLast()))
    let grown = try tmux.wait(for: "match 2 of 4")
    #expect(grown.contains("2.1.1 Short Messages <") && grown.contains("still reading"))
    try tmux.type("G")
    try tmux.wait(for: "   A short message, ")
    try writer.write(contentsOf: Data([0xAC, 0x0A]))
    try writer.close()
    try tmux.wait(for: "the end of the text") {
      $0.contains("A short message, \u{20AC}") && !$0.contains("still reading")
    }
  }

  @Test func `an empty input opens the library`() throws {
    let tmux = try shell("\(Program.path) --offline < /dev/null")
    try tmux.wait(for: "no catalogue: rfcview update")
  }

  @Test func `a manual page is read, its bold letters once`() throws {
    let page = "N\u{8}NA\u{8}AM\u{8}ME\u{8}E\n     _\u{8}l_\u{8}s - list\n"
    let overstruck = try program.home.write(Array(page.utf8), to: "page")
    let tmux = try shell("cat \(overstruck) | \(Program.path)")
    let screen = try tmux.wait(for: "ls - list")
    #expect(screen.contains("NAME") && !screen.contains("^H"))
  }

  @Test func `into a pipe the input goes unchanged, and as it comes`() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + (0...255).map { UInt8($0) } + Array("no end of line".utf8)
    for arguments in [[], ["-"], ["--offline"], ["--file", "-"]] {
      #expect(try program.run(arguments, input: bytes).output == bytes)
    }
    #expect(try program.run(["-"]).status == 0)
    let tmux = try shell("(echo first; exec tail -f /dev/null) | \(Program.path) | cat")
    try tmux.wait(for: "\nfirst")
  }

  @Test(arguments: ["cat % | @", "@ <(cat %)", "@ - < %"])
  func `a terminal without a screen is given the text as it is`(line: String) throws {
    let tmux = try shell("PS1='> '; clear")
    let command = line.replacing("%", with: file).replacing("@", with: "TERM=dumb \(Program.path)")
    try tmux.shell("bash -c '\(command)'")
    let screen = try tmux.wait(for: "The terminal `dumb` cannot move its cursor")
    #expect(screen.contains("Nothing happened."))
  }

  @Test(.enabled(if: Scorer.hasPython, "skipped: python3 is not installed"))
  func `an input that is told not to wait is waited for`() throws {
    let script = """
      import os, subprocess, sys
      end, start = os.pipe2(os.O_NONBLOCK)
      reader = subprocess.Popen(sys.argv[1:], stdin=end)
      while reader.poll() is None and open(f"/proc/{reader.pid}/stat").read().rpartition(")")[2].split()[0] != "S":
        pass
      os.write(start, b"late\\n")
      os.close(start)
      os.close(end)
      sys.exit(reader.wait())
      """
    for command in [[], ["cat"]] {
      let words = ["-c", script, Program.path] + command + ["-"]
      let result = try Program.run("/usr/bin/python3", words, environment: program.environment)
      #expect(result.text == "late\n", "\(result.error)")
    }
  }

  @Test func `an endless input can be read, and left`() throws {
    let tmux = try shell("yes 'on and on' | \(Program.path)")
    try tmux.wait(for: "still reading")
    try tmux.press("Space")
    try tmux.wait(for: "the second page") { $0.contains(/L[1-9]\d/) }
    try tmux.press("C-c")
    try tmux.wait(for: "Stopped reading")
    try tmux.type("q")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
  }

  @Test func `an input that dribbles is shown from its beginning on`() throws {
    // A program for each line, so that between two of them the pipe is empty.
    let tmux = try shell("while :; do env echo on and on; done | \(Program.path)")
    try tmux.wait(for: "still reading")
    try tmux.wait(for: "a full screen") { $0.split(separator: "on and on").count > 20 }
    try tmux.type("Q")
    try tmux.wait(for: "the shell") { _ in (try? tmux.property("#{alternate_on}")) == "0" }
    try tmux.press("C-c")
  }

  // MARK: Files and words

  @Test(arguments: ["./4242", "draft-x.txt", "draft-x", "notes.txt", "folder/4242"])
  func `a word with a slash is a file, and so is the name of one`(word: String) throws {
    let text = Array("a file of ours\n".utf8)
    for name in ["4242", "draft-x.txt", "draft-x", "notes.txt", "folder/4242"] {
      _ = try program.home.write(text, to: name)
    }
    for command in [[], ["cat"], ["read"]] {
      let words = ["-C", program.home.path, Program.path] + command + ["--offline", word]
      let result = try Program.run("/usr/bin/env", words, environment: program.environment)
      #expect(result.output == text, "\(result.error)")
    }
  }

  @Test func `:n and :p go from file to file, and a pipe gets them all`() throws {
    let other = try program.home.write(Array(SampleText.paged.utf8), to: "other file.txt")
    let tmux = try shell("\(Program.path) \(file) '\(other)'")
    try tmux.wait(for: "Request for Comments: 4242")
    for (keys, shown) in [
      (":n", "Request for Comments: 4243"), (":n", "There is no next file."),
      (":p", "Request for Comments: 4242"), (":p", "There is no previous file."),
    ] {
      try tmux.type(keys)
      try tmux.press("Enter")
      try tmux.wait(for: shown)
    }
    let both = try program.run([file, other])
    #expect(both.text == SampleText.unpaged + SampleText.paged)
  }

  @Test func `a pipe among the files is read as it comes, each time anew`() throws {
    let pipe = program.home.path + "/pipe"
    let tmux = try shell("mkfifo \(pipe); \(Program.path) \(file) \(pipe)")
    try tmux.wait(for: "Request for Comments: 4242")
    for word in ["once", "again"] {
      try tmux.type(":n")
      try tmux.press("Enter")
      try tmux.wait(for: "still reading")
      let writer = try writer(to: pipe)
      try writer.write(contentsOf: Data("This is said \(word).\n".utf8))
      try tmux.wait(for: "This is said \(word).")
      try tmux.type(":p")
      try tmux.press("Enter")
      try tmux.wait(for: "the file") { $0.contains("Comments: 4242") && !$0.contains("still reading") }
      try writer.close()
    }
    try tmux.press("B")
    try tmux.wait(for: "all of it") { $0.contains("This is said again.") && !$0.contains("still reading") }
  }

  @Test func `what the editor has changed is shown`() throws {
    var program = program
    let editor = try program.home.write(
      "#!/bin/sh\nsed -i 's/Sample Transfer/Edited Transfer/' \"$2\"\n".utf8, to: "editor")
    chmod(editor, 0o755)
    program.environment["VISUAL"] = editor
    let tmux = try Tmux(program)
    try tmux.shell("cd \(program.home.path); \(Program.path) ./sample.txt")
    try tmux.wait(for: "The Sample Transfer Protocol")
    try tmux.type("v")
    try tmux.wait(for: "The Edited Transfer Protocol")
  }

  @Test func `the name of a document is that document, whatever file is there`() throws {
    _ = try program.home.write(Array(SampleText.paged.utf8), to: "4242")
    _ = try program.home.write(Array(SampleText.unpaged.utf8), to: ".cache/rfcview/rfc/rfc4242.txt")
    let words = ["-C", program.home.path, Program.path, "--offline", "4242"]
    let result = try Program.run("/usr/bin/env", words, environment: program.environment)
    #expect(result.text == SampleText.unpaged)
  }

  @Test(arguments: [
    ("./none", "Cannot read ./none: No such file"), ("none.txt", "Cannot read none.txt: No such file"),
    ("/", "Cannot read /: Is a directory"),
  ])
  func `a file that cannot be read is named`(word: String, words: String) throws {
    let result = try program.run([word])
    #expect(result.status == 1 && result.error.hasPrefix("rfcview: \(words)"))
  }

  @Test func `words narrow the library, and are found in a pipe`() throws {
    let server = try LoopbackServer(texts: ["/rfc-index.xml": Array(SampleFeed.xml.utf8)])
    var program = program
    program.environment["RFCVIEW_MIRROR"] = server.url
    for words in [["protocol"], ["sample", "protocol"], ["nothing", "like", "it"]] {
      let (plain, found) = (try program.run(words), try program.run(["find"] + words))
      #expect(plain.output == found.output && plain.status == found.status && plain.error == found.error)
    }
    #expect(try program.run(["sample", "protocol"]).text.contains("4242"))
    let tmux = try Tmux(program)
    try tmux.shell("\(Program.path) sample protocol")
    #expect(!(try tmux.wait(for: "A Sample Protocol").contains("Oldest Protocol")))
  }
}

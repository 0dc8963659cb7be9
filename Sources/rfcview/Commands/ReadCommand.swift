import ArgumentParser
import CLibrary
import RFCDesk
import ReaderCore
import TerminalUI

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a document full screen (the default).",
    discussion: """
      Where standard output is not a terminal, the published text is printed. With no document, rfcview reads what is \
      piped into it, or shows the library: every RFC in the catalogue. A word with a slash is a file, and so is the name \
      of a file that names no document. Other words narrow the library; where standard output is not a terminal, they \
      are looked for as by find.

      Example: rfcview read 4291 2.5
      """)

  @OptionGroup var document: DocumentArguments
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var options: SharedOptions
  @Flag(help: "Show the pages as printed, without title and status line, as less does.") var pages = false

  func run() throws {
    var settings = options.settings
    settings.isBare = pages
    var document = document
    settings.reader = try reading.settings() + document.takeStart()
    switch try document.wanted() {
    case .text(.standardInput):
      let isRead = try Self.readInput(settings: settings)
      if !isRead, Output.standard.isTerminal { try Self.showLibrary(settings: settings) }
    case .files(let paths): try Self.read(paths, settings: settings)
    case .text(let text): try Self.read(text, settings: settings)
    case .words(let words): try Self.find(words, settings: settings)
    case .nothing:
      if isatty(0) == 0, try Self.readInput(settings: settings) { return }
      // Without a terminal there is nowhere to show the library.
      guard Output.standard.isTerminal else { throw Failure.usage("Name a document.") }
      try Self.showLibrary(settings: settings)
    }
  }

  /// What is piped into the program: on the screen as it comes, or unchanged to where the output goes.
  ///
  /// - Returns: false where that is nothing.
  private static func readInput(settings: Settings) throws -> Bool {
    guard Output.standard.isTerminal else {
      return try Output.standard.copy(from: 0, named: "standard input")
    }
    let machine = try Machine(settings, isReader: true)
    guard let incoming = IncomingText.standardInput() else { return false }
    incoming.begin()
    if incoming.isEmpty {
      if let problem = incoming.problem { throw Failure(problem) }
      return false
    }
    try show(incoming, in: machine)
    return true
  }

  /// The first of some files on the screen, `:n` leading to the next; or all of them to where the output goes.
  private static func read(_ paths: [String], settings: Settings) throws {
    let machine = try Machine(settings, isReader: Output.standard.isTerminal)
    guard Output.standard.isTerminal else { return try print(paths, in: machine) }
    let path = paths[0]
    if let incoming = IncomingText(pipe: path) {
      incoming.begin()
      try show(incoming, files: paths, in: machine)
    } else {
      let opening = Opening(.file(path), bytes: try machine.desk.bytes(of: .file(path)))
      let session = try session(machine, files: paths) {
        try print(paths, in: machine)
      }
      session?.run(opening)
    }
  }

  /// A text on the screen as it comes; where there is none, once it has come.
  private static func show(
    _ incoming: IncomingText, files: [String] = [], in machine: Machine
  ) throws {
    let session = try session(machine, files: files) {
      try CatCommand.print(incoming.wholeText())
      if let problem = incoming.problem { throw Failure(problem) }
      try print(files.dropFirst(), in: machine)
    }
    session?.run(incoming)
  }

  private static func print(_ paths: some Sequence<String>, in machine: Machine) throws {
    for path in paths { try CatCommand.print(machine.desk.bytes(of: .file(path))) }
  }

  /// The library with what the words leave of it, or what `find` prints.
  private static func find(_ words: String, settings: Settings) throws {
    guard Output.standard.isTerminal else {
      try FindCommand.find(words, asJSON: false, at: try Machine(settings).desk)
      return
    }
    try showLibrary(narrowedBy: words, settings: settings)
  }

  private static func showLibrary(narrowedBy words: String = "", settings: Settings) throws {
    guard !settings.reader.contains(where: \.isStart) else {
      throw Failure.usage("-p and + say where a document begins, and none is named.")
    }
    let machine = try Machine(settings, isReader: true)
    let (library, problem) = machine.desk.broughtLibrary()
    try session(machine).run(library, filter: words, problem: problem)
  }

  static func read(_ text: Text, settings: Settings) throws {
    let machine = try Machine(settings, isReader: Output.standard.isTerminal)
    let text = try machine.desk.resolve(text)
    if case .subSeries(let series, let number, _) = text, Output.standard.isTerminal {
      let name = "\(series.rawValue)\(number)".lowercased()
      try session(machine).run(machine.desk.library(), filter: name)
      return
    }
    var obtained = try machine.desk.obtain(text)
    func print() throws {
      machine.desk.tell(obtained.notices)
      try CatCommand.print(obtained.bytes)
    }
    guard Output.standard.isTerminal else { return try print() }
    let session = try session(machine, else: print)
    session?.run(Opening(text, bytes: obtained.takeBytes()), notices: obtained.notices)
  }

  /// The reader on the terminal. Nil where that has no screen: then the text is printed, as by cat(1), and the reason.
  static func session(
    _ machine: Machine, files: [String] = [], else print: () throws -> Void
  ) throws -> Session? {
    do throws(TerminalError) {
      return try Session(machine, files: files)
    } catch {
      try print()
      Output.error.write("rfcview: \(printable(error.message))\n")
      return nil
    }
  }

  /// The same for what cannot be printed in its place.
  private static func session(_ machine: Machine, files: [String] = []) throws -> Session {
    do throws(TerminalError) {
      return try Session(machine, files: files)
    } catch {
      throw Failure(error)
    }
  }
}

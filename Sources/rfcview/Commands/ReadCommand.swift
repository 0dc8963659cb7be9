import ArgumentParser
import RFCFormats
import RFCModel
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
      guard Output.standard.isTerminal else { throw Failure.usage("No document is named.") }
      try Self.showLibrary(settings: settings)
    }
  }

  /// What is piped into the program: on the screen as it comes, or unchanged to where the output goes.
  ///
  /// - Returns: false where that is nothing.
  private static func readInput(settings: Settings) throws(Failure) -> Bool {
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
  private static func read(_ paths: [String], settings: Settings) throws(Failure) {
    let machine = try Machine(settings, isReader: Output.standard.isTerminal)
    guard Output.standard.isTerminal else { return try print(paths, in: machine) }
    let path = paths[0]
    if let incoming = IncomingText(pipe: path) {
      incoming.begin()
      try show(incoming, files: paths, in: machine)
    } else {
      let opening = Opening(.file(path), bytes: try machine.bytes(of: .file(path)))
      let session = try session(machine, files: paths) { () throws(Failure) in
        try print(paths, in: machine)
      }
      session?.run(opening)
    }
  }

  /// A text on the screen as it comes; where there is none, once it has come.
  private static func show(
    _ incoming: IncomingText, files: [String] = [], in machine: Machine
  ) throws(Failure) {
    let session = try session(machine, files: files) { () throws(Failure) in
      try CatCommand.print(incoming.wholeText(), plain: false, anchor: nil)
      if let problem = incoming.problem { throw Failure(problem) }
      try print(files.dropFirst(), in: machine)
    }
    session?.run(incoming)
  }

  private static func print(_ paths: some Sequence<String>, in machine: Machine) throws(Failure) {
    for path in paths { try CatCommand.print(machine.bytes(of: .file(path)), plain: false, anchor: nil) }
  }

  /// The library with what the words leave of it, or what `find` prints.
  private static func find(_ words: String, settings: Settings) throws(Failure) {
    guard Output.standard.isTerminal else {
      try FindCommand.find(words, asJSON: false, in: try Machine(settings))
      return
    }
    try showLibrary(narrowedBy: words, settings: settings)
  }

  private static func showLibrary(narrowedBy words: String = "", settings: Settings) throws(Failure) {
    guard !settings.reader.contains(where: \.isStart) else {
      throw Failure.usage("-p and + say where a document begins, and none is named.")
    }
    let machine = try Machine(settings, isReader: true)
    let (rows, problem) = machine.catalogueRows()
    try session(machine).run(machine.library(rows), filter: words, problem: problem)
  }

  static func read(_ text: Text, settings: Settings) throws(Failure) {
    let machine = try Machine(settings, isReader: Output.standard.isTerminal)
    let text = try machine.resolve(text)
    if case .subSeries(let series, let number) = text, Output.standard.isTerminal {
      let name = "\(series.rawValue)\(number)".lowercased()
      try session(machine).run(machine.library(), filter: name)
      return
    }
    let obtained = try machine.obtain(text)
    func print() throws(Failure) {
      machine.say(obtained.notices)
      try CatCommand.print(obtained.bytes, plain: false, anchor: nil)
    }
    guard Output.standard.isTerminal else { return try print() }
    let session = try session(machine, else: print)
    session?.run(Opening(text, bytes: obtained.bytes), notices: obtained.notices)
  }

  /// The reader on the terminal. Nil where that has no screen: then the text is printed, as by cat(1), and the reason.
  static func session(
    _ machine: Machine, files: [String] = [], else print: () throws(Failure) -> Void
  ) throws(Failure) -> Session? {
    do throws(TerminalError) {
      return try Session(machine, files: files)
    } catch {
      try print()
      Output.error.write("rfcview: \(printable(error.message))\n")
      return nil
    }
  }

  /// The same for what cannot be printed in its place.
  private static func session(_ machine: Machine, files: [String] = []) throws(Failure) -> Session {
    do throws(TerminalError) {
      return try Session(machine, files: files)
    } catch {
      throw Failure(error)
    }
  }
}

/// What the screen opens with.
struct Opening {
  let name: String
  let id: DocumentID?
  /// Of a file that the user has named.
  var path: String?
  let document: Document
  var anchor: Anchor?
  /// More of it may come.
  var isGrowing = false

  init(name: String, id: DocumentID?, bytes: consuming [UInt8], anchor: Anchor? = nil) {
    self.name = name
    self.id = id
    self.anchor = anchor
    document = TextDecoder.document(from: bytes)
  }

  /// What has come of a text.
  init(_ incoming: IncomingText, at now: Int) {
    name = incoming.name
    id = nil
    document = incoming.document(at: now)
    isGrowing = !incoming.isOver
  }

  init(_ text: Text, bytes: consuming [UInt8]) {
    switch text {
    case .stored(let locator):
      self.init(name: "\(locator.document)", id: locator.document, bytes: bytes, anchor: locator.anchor)
    case .file(let path):
      self.init(name: Self.name(of: path), id: nil, bytes: bytes)
      self.path = path
    case .standardInput, .subSeries: self.init(name: "Standard input", id: nil, bytes: bytes)
    }
  }

  static func name(of path: String) -> String { printable(path.split(separator: "/").last ?? "") }
}

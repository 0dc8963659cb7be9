import ArgumentParser
import RFCFormats
import RFCModel

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a document full screen (the default).",
    discussion: """
      Where standard output is no terminal the published text is printed. Without a document: the library, every RFC that \
      there is.

      Example: rfcview read 4291 2.5
      """)

  @OptionGroup var document: DocumentArguments
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var options: SharedOptions
  @Flag(help: "Pages as printed, without title and status line, as less shows them.") var pages = false

  func run() throws {
    var settings = options.settings
    settings.isBare = pages
    var document = document
    settings.reader = try reading.settings() + document.takeStart()
    if let text = try document.text() {
      try Self.read(text, settings: settings)
    } else {
      guard Output.standard.isTerminal else { throw Failure.usage("No document is named.") }
      guard !settings.reader.contains(where: \.isStart) else {
        throw Failure.usage("-p and + say where a document begins, and none is named.")
      }
      let machine = try Machine(settings, isReader: true)
      let (rows, problem) = machine.catalogueRows()
      try Session(machine).run(machine.library(rows), problem: problem)
    }
  }

  static func read(_ text: Text, settings: Settings) throws(Failure) {
    let machine = try Machine(settings, isReader: Output.standard.isTerminal)
    let text = try machine.resolve(text)
    if case .subSeries(let series, let number) = text, Output.standard.isTerminal {
      let name = "\(series.rawValue)\(number)".lowercased()
      try Session(machine).run(machine.library(), filter: name)
      return
    }
    let obtained = try machine.obtain(text)
    guard Output.standard.isTerminal else {
      machine.say(obtained.notices)
      try CatCommand.print(obtained.bytes, plain: false, anchor: nil)
      return
    }
    try Session(machine).run(Opening(text, bytes: obtained.bytes), notices: obtained.notices)
  }
}

/// What the screen opens with.
struct Opening {
  let name: String
  let id: DocumentID?
  let document: Document
  var anchor: Anchor?

  init(name: String, id: DocumentID?, bytes: consuming [UInt8], anchor: Anchor? = nil) {
    self.name = name
    self.id = id
    self.anchor = anchor
    document = TextDecoder.document(from: bytes)
  }

  init(_ text: Text, bytes: consuming [UInt8]) {
    switch text {
    case .stored(let locator):
      self.init(name: "\(locator.document)", id: locator.document, bytes: bytes, anchor: locator.anchor)
    case .file(let path):
      self.init(name: printable(path.split(separator: "/").last ?? ""), id: nil, bytes: bytes)
    case .standardInput, .subSeries: self.init(name: "Standard input", id: nil, bytes: bytes)
    }
  }
}

import ArgumentParser
import RFCModel
import RFCStorage
import ReaderCore

/// What every command understands, before its name and behind it.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Ask this server instead of www.rfc-editor.org.", valueName: "URL"))
  var mirror: String?

  @Flag(help: "Never touch the network.")
  var offline = false

  @Flag(help: "Download again; the file in the cache is replaced only by a good one.")
  var refresh = false

  @Option(
    help: ArgumentHelp(
      "Give up when no byte arrives for so long: 0.001 to 3600, 20 unless told.", valueName: "SECONDS"))
  var timeout: String?

  var settings: Settings {
    Settings(mirror: mirror, isOffline: offline, refreshes: refresh, timeout: timeout)
  }
}

/// What a command line sets, over the environment and the configuration file.
struct Settings {
  /// Pages as printed, without title and status line.
  var isBare = false
  var mirror: String?
  var isOffline = false
  var refreshes = false
  var timeout: String?
  /// The options of less.
  var reader: [OptionSetting] = []
  /// Of `sync` alone.
  var rsync: String?
}

/// Which text a command is about.
struct DocumentArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "4291, rfc4291, RFC 4291, 4291#2.5, 4291 2.5, bcp14, a draft, a URL, or - for standard input."),
    completion: .cachedDocument)
  var document: [String] = []

  @Option(
    help: ArgumentHelp("A text from a file; - is standard input.", valueName: "PATH"), completion: .file())
  var file: String?

  /// Nil where nothing was named.
  func text() throws(Failure) -> Text? {
    if let file {
      guard document.isEmpty else {
        throw .usage(
          "--file \(quoted(file)) and \(quoted(document.joined(separator: " "))) are two documents.")
      }
      return file == "-" ? .standardInput : .file(file)
    }
    if document.isEmpty { return nil }
    if document == ["-"] { return .standardInput }
    let typed = document.joined(separator: " ")
    if let locator = Locator(typed: typed) { return .stored(locator) }
    if case .subSeries(let series, let number) = IndexedDocument(name: typed.replacingHyphen) {
      return .subSeries(series, number)
    }
    throw .usage("\(quoted(typed)) names no RFC.")
  }

  /// For commands that can do nothing without one.
  func required() throws(Failure) -> Text {
    guard let text = try text() else { throw .usage("No document is named.") }
    return text
  }

  private func quoted(_ text: String) -> String { "`" + printable(text) + "`" }
}

/// A text and where it comes from.
enum Text {
  case stored(Locator)
  /// `BCP 14`: the catalogue knows which RFCs that is.
  case subSeries(SubSeries, Int)
  case file(String)
  case standardInput

  var anchor: Anchor? {
    if case .stored(let locator) = self { return locator.anchor }
    return nil
  }
}

extension String {
  /// `bcp-14` as `bcp 14`.
  fileprivate var replacingHyphen: String { String(map { $0 == "-" ? " " : $0 }) }
}

extension Locator {
  /// Arguments that are nothing but the name of a document.
  init?(words: [String]) {
    guard (1...3).contains(words.count), words.allSatisfy({ !$0.hasPrefix("-") }) else { return nil }
    self.init(typed: words.joined(separator: " "))
  }
}

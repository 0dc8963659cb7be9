import ArgumentParser
import CLibrary
import RFCDesk
import RFCModel

/// Which text a command is about.
struct DocumentArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "4291, rfc4291, RFC 4291, 4291#2.5, 4291 2.5, bcp14, a draft, a URL, a file, or - for standard input."),
    completion: .cachedDocument)
  var document: [String] = []

  @Option(
    help: ArgumentHelp("Read a file; - is standard input.", valueName: "PATH"), completion: .file())
  var file: String?

  /// What the words ask for.
  enum Wanted {
    case text(Text)
    /// One at least.
    case files([String])
    /// Words that name nothing.
    case words(String)
    case nothing
  }

  func wanted() throws(Failure) -> Wanted {
    if let file {
      guard document.isEmpty else {
        throw .usage(
          "--file \(Self.quoted(file)) and \(Self.quoted(document.joined(separator: " "))) are two documents."
        )
      }
      return file == "-" ? .text(.standardInput) : .files([file])
    }
    return try Self.wanted(by: document)
  }

  /// What some words ask for.
  private static func wanted(by document: [String]) throws(Failure) -> Wanted {
    if document.isEmpty { return .nothing }
    if document == ["-"] { return .text(.standardInput) }
    let typed = document.joined(separator: " ")
    let name = TypedName(typed)
    switch name {
    case .document(let locator): return .text(.stored(locator))
    case .subSeries(let series, let number, let anchor): return .text(.subSeries(series, number, at: anchor))
    case .draft, nil: break
    }
    if name == nil, document.count == 1, typed.contains("://") {
      throw .usage("\(quoted(typed)) is not the address of an RFC or a draft.")
    }
    if document.allSatisfy(\.isPath) { return .files(document) }
    if case .draft(let draft) = name { throw .usage(TypedName.lacksRevision(draft)) }
    if document.count == 1, typed.isAlmostName { throw noSuchName(typed) }
    return .words(typed)
  }

  /// Nil where nothing was named.
  func text() throws(Failure) -> Text? { try Self.text(try wanted()) }

  /// Nil for a blank one.
  static func text(typed: String) throws(Failure) -> Text? { try text(try wanted(by: [typed])) }

  private static func text(_ wanted: Wanted) throws(Failure) -> Text? {
    switch wanted {
    case .text(let text): return text
    case .files(let paths):
      guard paths.count == 1 else { throw .usage("\(quoted(paths[1])) is a second file: name one.") }
      return .file(paths[0])
    case .words(let words): throw noSuchName(words)
    case .nothing: return nil
    }
  }

  private static func noSuchName(_ typed: String) -> Failure { .usage("\(quoted(typed)) names no RFC.") }

  /// For commands that can do nothing without one.
  func required() throws(Failure) -> Text {
    guard let text = try text() else { throw .usage("Name a document.") }
    return text
  }

  private static func quoted(_ text: String) -> String { "`" + printable(text) + "`" }
}

extension String {
  /// Whether it is a file to the user: it has a slash, ends as a text does, or is there. That it names no document is
  /// known by then.
  fileprivate var isPath: Bool {
    var status = stat()
    return contains("/") || hasSuffix(".txt")
      || (stat(self, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR)
  }

  /// Whether it looks like the name of a document, with something wrong about it: `rfc`, `1234567`, `4291#`.
  fileprivate var isAlmostName: Bool {
    let name = lowercased()
    return name.hasPrefix("rfc") || name.hasPrefix("draft-") || name.contains("#")
      || name.allSatisfy { ("0"..."9").contains($0) }
  }
}

extension Locator {
  /// Arguments that are nothing but the name of a document.
  init?(words: [String]) {
    guard (1...6).contains(words.count), words.allSatisfy({ !$0.hasPrefix("-") }) else { return nil }
    self.init(typed: words.joined(separator: " "))
  }
}

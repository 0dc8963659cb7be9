import ArgumentParser
import RFCDesk
import RFCFormats
import RFCModel

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what differs between two documents.",
    discussion: """
      The words that differ, whatever the lines and the pages: line ends, page breaks, running heads, the dates of the first page and \
      the page numbers of the contents are no difference. Figures and code are compared line by line. Of what has moved it is said \
      where it was. On a terminal both texts are shown full screen; else what differs is printed by section, words that are gone as \
      [-gone-], new ones as {+new+}.

      One draft is compared with its previous revision, and 03..07 at the end of a name are two of its revisions.

      With --json an array of {"relation","old","new","changes"}, one for each section that something is different about: relation is \
      same, renumbered, renamed, renumbered and renamed, moved, added or gone; old and new are {"section","title","line"}, or null \
      where the text has no such section. A change is {"kind","old","new","pieces"}: kind is changed, added, gone or moved; old and \
      new are {"line","end"}, or null; a piece is {"kind","text"}, kind being same, gone or new. Lines count from 1.

      Example: rfcview diff 2616 7230 --stat
      Example: rfcview diff draft-wilde-sms-uri-03..07
      """)

  @Argument(
    help: ArgumentHelp(
      "Two RFCs, revisions of drafts or files, the older one first; or one revision of a draft.",
      valueName: "document"),
    completion: .cachedDocument)
  var documents: [String] = []

  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false
  @Flag(help: "Only say which sections differ, and how much.") var stat = false

  func run() throws {
    let isShown = Output.standard.isTerminal && !json && !stat
    let machine = try Machine(options.settings, isReader: isShown)
    let (older, newer) = try texts(machine.desk)
    let (old, new) = (
      Opening(older, bytes: try machine.desk.bytes(of: older)),
      Opening(newer, bytes: try machine.desk.bytes(of: newer))
    )
    guard isShown else { return print(old, new) }
    let session = try ReadCommand.session(machine) { print(old, new) }
    session?.run(old, with: new)
  }

  private func print(_ older: Opening, _ newer: Opening) {
    let (old, new) = (ParsedText(older.document, of: older.id), ParsedText(newer.document, of: newer.id))
    let difference = TextDifference(of: old, with: new)
    if json { return Output.standard.write(JSONText.difference(difference, old, new)) }
    let text = DifferenceText(difference, old, new)
    if difference.isEmpty {
      Output.error.write(
        "rfcview: \(printable(older.name)) and \(printable(newer.name)) have the same words.\n")
    } else if stat {
      Output.standard.write(text.table)
    } else {
      text.write(heading: [older.name, newer.name]) { Output.standard.write($0) }
    }
  }

  // MARK: What is compared

  private func texts(_ desk: Desk) throws -> (older: Text, newer: Text) {
    switch documents.count {
    case 1:
      if let pair = Self.range(documents[0]) { return (try text(pair.0, desk), try text(pair.1, desk)) }
      guard case .stored(let locator) = try text(documents[0], desk), locator.document.rfc == nil else {
        throw Failure.usage("Name two documents, or a revision of a draft.")
      }
      return (.stored(Locator(try desk.previousRevision(of: locator.document))), .stored(locator))
    case 2: return (try text(documents[0], desk), try text(documents[1], desk))
    default: throw Failure.usage("Name two documents.")
    }
  }

  private func text(_ typed: String, _ desk: Desk) throws -> Text {
    guard let text = try DocumentArguments.text(typed: typed) else {
      throw Failure.usage("Name two documents.")
    }
    guard case .standardInput = text else { return try desk.resolve(text) }
    throw Failure.usage("Standard input cannot be compared.")
  }

  /// `draft-wilde-sms-uri-03..07`, `2616..7230`.
  private static func range(_ typed: String) -> (String, String)? {
    guard !typed.contains("/"), let dots = typed.firstRange(of: "..") else { return nil }
    let (first, last) = (typed[..<dots.lowerBound], typed[dots.upperBound...])
    guard let older = Locator(typed: first) else { return nil }
    if case .draft(let name) = older.document, last.count == 2, let revision = Int(last),
      let newer = DraftName(name.series, revision: revision)
    {
      return (name.text, newer.text)
    }
    return Locator(typed: last).map { _ in (String(first), String(last)) }
  }
}

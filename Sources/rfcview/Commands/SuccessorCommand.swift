import ArgumentParser
import RFCDesk
import RFCFormats
import RFCModel

struct SuccessorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "successor",
    abstract: "Print what the sections of an obsolete RFC became.",
    discussion: """
      A section per line, with its place in what is in force: 9111#5.2 is Section 5.2 of RFC 9111, as one can type it. \
      RFCs between the two that are not in the cache are passed over, which is said.

      With --json an array of {"section","title","line","relation","to","past"}: section is null for one without a number; relation \
      is same, moved, renamed, moved and renamed, split or gone; to has the sections that it became, the one with most of it first, \
      each {"rfc","section","title","line"}; past has those that it was in between. Lines count from 1.

      Example: rfcview successor 2616
      Example: rfcview successor 2616 --section 14.9 --json
      """)

  @OptionGroup var arguments: StructureArguments
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What to look for the sections in, instead of what obsoletes the RFC: RFCs or files.",
      valueName: "DOCUMENT"),
    completion: .cachedDocument)
  var to: [String] = []

  func run() throws {
    let desk = try arguments.part.options.desk()
    let text = try desk.resolve(arguments.part.document.required())
    let (source, lines) = try arguments.read()
    let succession = try succession(of: source, text, desk)
    let entries = succession.entries.filter { lines.contains($0.section.lines.lowerBound) }
    if arguments.json {
      Output.standard.write(JSONText.succession(entries))
    } else {
      Output.standard.write(SuccessionText.table(entries))
    }
    if !succession.passedOver.isEmpty {
      Output.error.write("rfcview: " + SuccessionText.passedOver(succession.passedOver) + "\n")
    }
  }

  private func succession(of source: ParsedText, _ text: Text, _ desk: Desk) throws -> Succession {
    guard to.isEmpty else {
      return try desk.succession(of: source, to: to.map { try parsed($0, desk) })
    }
    var number = source.number
    if case .stored(let locator) = text { number = locator.document.rfc }
    guard let number else { throw Failure.usage("Name with --to what took its place.") }
    return try desk.succession(of: source, number)
  }

  private func parsed(_ name: String, _ desk: Desk) throws -> ParsedText {
    if let locator = Locator(typed: name) {
      let bytes = try desk.bytes(of: .stored(locator))
      return ParsedText(TextDecoder.document(from: bytes), of: locator.document)
    }
    return ParsedText(TextDecoder.document(from: try desk.bytes(of: .file(name))))
  }
}

import ArgumentParser
import RFCDesk
import RFCFormats
import RFCModel

struct ErrataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errata",
    abstract: "Print the errata of an RFC, each at the lines that it is about.",
    discussion: """
      In the order of the text: the number, the status and the type, the section and the lines; then what the text says, \
      behind -, what it should say, behind +, and the notes. Where the lines cannot be told for sure, only the section \
      is said.

      With --json an array of {"id","status","type","place","lines","section","original","corrected","notes","submitted",\
      "submitter","verifier"}: place is lines, section or document, lines are pairs of a first and a last line, counted \
      from 1 in the published text; section is the number of the section that they stand in, or that the report names.

      Example: rfcview errata 9110
      Example: rfcview errata 5246 --status verified
      """)

  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false

  @Option(
    help: ArgumentHelp("Only these: verified, held, reported or rejected.", valueName: "STATUS"),
    completion: .list(ErratumStatus.allCases.map(\.rawValue)))
  var status: ErratumStatus?

  @Option(
    help: ArgumentHelp("Read the list of errata from a file; it is JSON.", valueName: "FILE"),
    completion: .file())
  var feed: String?

  @Option(help: ArgumentHelp("The number of the RFC that a file is a copy of.", valueName: "N"))
  var number: Int?

  func run() throws {
    let desk = try options.desk()
    let text = ParsedText(TextDecoder.document(from: try desk.bytes(of: document.required())))
    guard let number = number.map({ RFCNumber($0) }) ?? text.number else {
      throw Failure.usage("Nothing tells which RFC this is; say it with --number.")
    }
    let all = try desk.errata(of: number, feed: feed)
    let errata = Desk.located(all.filter { status == nil || $0.status == status?.status }, in: text)
    if json { return Output.standard.write(JSONText.errata(errata, in: text.outline)) }
    if errata.isEmpty { throw Failure(DeskError.noErrata(number)) }
    Output.standard.write(ErrataText.list(errata, in: text.outline))
  }
}

/// A status as it is typed.
enum ErratumStatus: String, ExpressibleByArgument, CaseIterable {
  case verified, held, reported, rejected

  var status: Erratum.Status {
    switch self {
    case .verified: .verified
    case .held: .held
    case .reported: .reported
    case .rejected: .rejected
    }
  }
}

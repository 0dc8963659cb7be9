import ArgumentParser
import RFCDesk
import RFCFormats
import RFCModel

struct ErrataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errata",
    abstract: "Print what is reported to be wrong in an RFC, and where.",
    discussion: """
      Example: rfcview errata 9110
      """)

  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false
  @Option(help: ArgumentHelp("Read the list of errata from a file.", valueName: "FILE"), completion: .file())
  var feed: String?
  @Option(help: ArgumentHelp("The number of the RFC that a file is.", valueName: "N"))
  var number: Int?

  func run() throws {
    let desk = try options.desk()
    let text = ParsedText(TextDecoder.document(from: try desk.bytes(of: document.required())))
    guard let feed, let number = number.flatMap({ RFCNumber($0) }) ?? text.number else { return }
    let errata = try Desk.errata(of: number, in: text, feed: feed)
    Output.standard.write(JSONText.errata(errata, in: text.outline))
  }
}

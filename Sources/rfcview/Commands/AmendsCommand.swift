import ArgumentParser
import RFCDesk
import RFCFormats
import RFCModel

struct AmendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amends",
    abstract: "Print which sections of older RFCs a document changes.",
    discussion: """
      One amendment per line: its line, the section that is changed, what is done to it, and the sentence that says so. \
      A section that is only cited is not listed.

      With --json an array of {"line","rfc","section","kind","place","text"}: line counts from 1 in the published text, \
      lines end at LF; rfc and section say what is changed; kind is "replaces", "updates", "adds", "deletes", \
      "deprecates" or "clarifies"; place is the number of the section that says so, or null; text is the sentence.

      The catalogue says which RFCs a document updates; --updates says it of a file. Old text that is quoted without \
      its section is looked up in those that are in the cache.

      Example: rfcview amends 8028
      Example: rfcview amends --file draft.txt --updates 4861,4862
      """)

  @OptionGroup var arguments: StructureArguments
  @Option(
    help: ArgumentHelp("The RFCs that it updates, with commas between them.", valueName: "RFCs"),
    completion: .listedRFC)
  var updates: String?

  func run() throws {
    let numbers = try updates.map(Self.numbers)
    let (source, part) = try arguments.read()
    let amendments = try arguments.part.options.desk().amendments(by: source, updates: numbers)
      .filter { part.contains($0.line) }
    if arguments.json {
      Output.standard.write(JSONText.amendments(amendments, of: source))
      return
    }
    var lines = ""
    for amendment in amendments {
      let text = printable(source.document.text(amendment.ranges), limit: .max)
      lines += "\(amendment.line + 1)  \(amendment.amended)  \(amendment.kind.rawValue)  \(text)\n"
    }
    Output.standard.write(lines)
  }

  private static func numbers(_ typed: String) throws(Failure) -> [RFCNumber] {
    var numbers: [RFCNumber] = []
    for name in typed.split(separator: ",") {
      guard let number = Locator(typed: String(name))?.document.rfc else {
        throw Failure.usage("--updates takes RFCs, not `\(printable(String(name)))`.")
      }
      numbers.append(number)
    }
    return numbers
  }
}

extension Amendment {
  /// `RFC 4861, Section 6.3.4`.
  var amended: String { "RFC \(rfc), \(section.named)" }
}

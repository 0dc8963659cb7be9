import ArgumentParser
import RFCFormats
import RFCModel

struct RequirementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requirements",
    abstract: "Print the sentences of a document that use BCP 14 words.",
    discussion: """
      One sentence per line: its line, its section, its words (MUST, SHOULD NOT, MAY ...), and itself, with the items \
      of the list that it leads to.

      With --json an array of {"line","end","section","keywords","text","subject","items"}: line and end are its first and last line, \
      counted from 1 in the published text, lines end at LF; section is the number of the section it stands in, null \
      where that has none; keywords are the words in their order, each as often as the sentence uses it; text is the \
      sentence; subject is who or what it is required of, "The client", null where the sentence does not say so before \
      its first word; items are those of the list that the sentence leads to, "The sender MUST:".

      Example: rfcview requirements 4291 --json
      Example: rfcview requirements 8446 4.2
      """)

  @OptionGroup var arguments: StructureArguments

  func run() throws {
    let (source, part) = try arguments.read()
    let requirements = source.requirements.filter { part.contains($0.lines.lowerBound) }
    if arguments.json {
      Output.standard.write(JSONText.requirements(requirements, of: source))
      return
    }
    var lines = ""
    for requirement in requirements {
      let section = requirement.number(in: source.outline)?.text ?? "-"
      let keywords = requirement.keywords.map(\.rawValue).joined(separator: ", ")
      let sentence = [requirement.ranges] + requirement.items
      let text = printable(sentence.map { source.document.text($0) }.joined(separator: " "), limit: .max)
      lines += "\(requirement.lines.lowerBound + 1)  \(section)  \(keywords)  \(text)\n"
    }
    Output.standard.write(lines)
  }
}

extension Requirement {
  func number(in outline: Outline) -> SectionNumber? {
    section.flatMap { outline.sections[$0].number }
  }
}

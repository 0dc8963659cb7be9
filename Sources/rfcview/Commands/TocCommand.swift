import ArgumentParser
import RFCFormats
import RFCModel

struct TocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toc",
    abstract: "Print the sections of a document.",
    discussion: """
      With --json an array of {"number","title","level","line"}: number is null for an unnumbered section, line \
      counts from 1 in the published text, lines end at LF.

      Example: rfcview toc 4291 --json
      Example: rfcview toc 9110 --section 8
      """)

  @OptionGroup var arguments: StructureArguments

  func run() throws {
    let (source, lines) = try arguments.read()
    let sections = source.outline.sections.filter { lines.contains($0.lines.lowerBound) }
    if arguments.json {
      Output.standard.write(JSONText.sections(sections))
      return
    }
    var text = ""
    for section in sections {
      text += String(repeating: "  ", count: section.level - 1)
      text += (section.number.map { "\($0)  " } ?? "") + printable(section.title) + "\n"
    }
    Output.standard.write(text)
  }
}

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
      """)

  @OptionGroup var arguments: StructureArguments

  func run() throws {
    let source = try arguments.text()
    if arguments.json {
      Output.standard.write(JSONText.sections(source.outline.sections))
      return
    }
    var text = ""
    for section in source.outline.sections {
      text += String(repeating: "  ", count: section.level - 1)
      text += (section.number.map { "\($0)  " } ?? "") + printable(section.title) + "\n"
    }
    Output.standard.write(text)
  }
}

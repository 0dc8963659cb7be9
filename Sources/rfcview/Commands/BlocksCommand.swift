import ArgumentParser
import RFCFormats
import RFCModel

struct BlocksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocks",
    abstract: "Print what the lines of a document are: paragraphs, lists, figures, code.",
    discussion: """
      With --json an array of {"kind","form","first","last"}: kind is paragraph, list, definition, verbatim, heading, \
      contents, reference or other; form is figure, table or code for what is verbatim, else null; first and last \
      count from 1 in the published text, lines end at LF. Each line with text lies in one block, or in a page break; \
      a block may go on over a page break.

      Example: rfcview blocks 4291 --json
      """)

  @OptionGroup var arguments: StructureArguments

  func run() throws {
    let (source, lines) = try arguments.read()
    let blocks = source.blocks.filter { lines.contains($0.lines.lowerBound) }
    if arguments.json {
      Output.standard.write(JSONText.blocks(blocks))
      return
    }
    var text = ""
    for block in blocks {
      let name = block.kind.form?.name ?? block.kind.name
      text += "\(block.lines.lowerBound + 1)-\(block.lines.upperBound) \(name)\n"
    }
    Output.standard.write(text)
  }
}

extension Block.Kind {
  var name: String {
    switch self {
    case .paragraph: "paragraph"
    case .list: "list"
    case .definition: "definition"
    case .verbatim: "verbatim"
    case .heading: "heading"
    case .contents: "contents"
    case .reference: "reference"
    case .other: "other"
    }
  }

  var form: Block.Form? {
    if case .verbatim(let form) = self { return form }
    return nil
  }
}

extension Block.Form {
  var name: String {
    switch self {
    case .figure: "figure"
    case .table: "table"
    case .code: "code"
    }
  }
}

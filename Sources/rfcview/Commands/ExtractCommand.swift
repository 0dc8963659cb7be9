import ArgumentParser
import CLibrary
import RFCFormats
import RFCModel

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the code of a document, or write it to files.",
    discussion: """
      Without a choice, a list of the code that the document holds: what it is written in, its lines, its section, and \
      the name of its file or of its module. With --kind, --name or a section the code itself, without the pages \
      between its lines and the indentation that they share. With -o a file for each piece, named as <CODE BEGINS> \
      names it, by its module, or by its section; a file that is there stays as it is.

      Kinds: \(CodeItem.Notation.allCases.map(\.rawValue).joined(separator: ", ")).

      With --json an array of {"kind","name","module","section","first","last","marked","folded","text"}: name is that of \
      <CODE BEGINS>; first and last count from 1 in the published text, lines end at LF; marked says whether the code \
      stands between <CODE BEGINS> and <CODE ENDS>; folded is the backslash, or the two, by which RFC 8792 folds its \
      lines. What a document does not say is null.

      Example: rfcview extract 8343
      Example: rfcview extract 8343 --kind yang
      Example: rfcview extract 8343 --kind yang -o modules
      """)

  @OptionGroup var arguments: StructureArguments

  @Option(help: ArgumentHelp("Only code of this kind: yang, mib, abnf, ...", valueName: "KIND"))
  var kind: CodeItem.Notation?

  @Option(help: ArgumentHelp("Only the file or the module of this name.", valueName: "NAME"))
  var name: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write a file for each piece into this folder.", valueName: "DIR"),
    completion: .directory)
  var folder: String?

  @Flag(help: "Make lines whole that are folded as RFC 8792 says.") var unfold = false

  func run() throws {
    let (source, lines) = try arguments.read()
    let items = source.code.filter { item in
      lines.overlaps(item.lines) && kind ?? item.notation == item.notation
        && (name == nil || name == item.name || name == item.module)
    }
    if arguments.json {
      Output.standard.write(JSONText.code(items, of: source, unfolds: unfold))
      return
    }
    guard !items.isEmpty else {
      let what = [kind?.rawValue, name].compactMap { $0.map { " `\(printable($0))`" } }.joined()
      throw Failure("There is no code\(what) here.")
    }
    if let folder {
      try write(items, of: source, into: folder)
    } else if kind != nil || name != nil || lines.count < source.document.lines.count {
      let pieces = items.map { source.text(of: $0, unfolds: unfold) }
      Output.standard.write(Array(pieces.joined(separator: [0x0A])))
    } else {
      Output.standard.write(list(items, of: source))
    }
  }

  private func list(_ items: [CodeItem], of source: ParsedText) -> String {
    let rows = items.map { item in
      [
        item.notation.rawValue, "\(item.lines.lowerBound + 1)-\(item.lines.upperBound)",
        item.number(in: source.outline)?.text ?? "-", printable(item.name ?? item.module ?? "", limit: 80),
      ]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      line += row[3]
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private func write(_ items: [CodeItem], of source: ParsedText, into folder: String) throws {
    if mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw Failure("\(printable(folder)): \(String(cString: strerror(errno))).")
    }
    let names = Dictionary(zip(source.code, source.fileNames)) { first, _ in first }
    for item in items {
      // A name of letters, digits and a few signs: it leads into no other folder.
      let path = "\(folder)/\(names[item] ?? source.fileName(of: item))"
      if let reason = NewFile(path: path).write(source.text(of: item, unfolds: unfold)) {
        throw Failure("\(printable(path)): \(reason).")
      }
      Output.standard.write(path + "\n")
    }
  }
}

extension CodeItem.Notation: ExpressibleByArgument {}

extension CodeItem {
  func number(in outline: Outline) -> SectionNumber? { section.flatMap { outline.sections[$0].number } }
}

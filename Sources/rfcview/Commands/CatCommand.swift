import ArgumentParser
import RFCDesk
import RFCFormats

struct CatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cat",
    abstract: "Print a document.",
    discussion: """
      Byte for byte as published, without a byte-order mark; with --plain, in UTF-8 and without the printed pages. On a \
      terminal, what the document cites is a hyperlink, unless TERM is dumb or linux.

      With --errata in UTF-8, and below the lines that errata are about what these would change, behind a bar; what was \
      rejected is left out.

      Example: rfcview cat 4291 --plain --section 2.5
      """)

  @OptionGroup var part: PartArguments

  @Flag(
    help: "In UTF-8, without the printed pages; paragraphs and figures cut by a page break are joined."
  )
  var plain = false

  @Flag(help: "With what errata would change, below their lines.") var errata = false

  func run() throws {
    let (bytes, part) = try part.read()
    var notes = ErrataNotes()
    if errata {
      let text = ParsedText(TextDecoder.document(from: bytes))
      if let number = text.number {
        notes = ErrataNotes(try self.part.options.desk().errata(of: number), in: text)
      }
    }
    try Self.print(bytes, plain: plain, part: part, notes: errata ? notes : nil)
  }

  /// - Parameter notes: what stands between the lines; nil for the published text.
  static func print(
    _ bytes: [UInt8], plain: Bool = false, part: PartArguments.Part? = nil, notes: ErrataNotes? = nil
  ) throws(Failure) {
    let isTerminal = Output.standard.isTerminal
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if !plain, part == nil, !isTerminal, notes == nil {
      Output.standard.write(bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...])
      return
    }
    let source = ParsedText(TextDecoder.document(from: bytes))
    let document = source.document
    let lines = try part?.lines(in: source) ?? 0..<document.lines.count
    let rows =
      plain ? source.pagination.plainRows(of: document, in: lines) : lines.map { document.lines[$0] }
    let terminal = isTerminal ? TerminalText(source, hasLinks: Output.standard.showsHyperlinks) : nil
    var output: [UInt8] = []
    output.reserveCapacity(document.bytes.count)
    for row in rows {
      if let terminal { terminal.append(row, to: &output) } else { output += document.bytes[row] }
      output.append(0x0A)
      if let notes, !row.isEmpty {
        output += notes.below(line: document.lines.line(containing: row.lowerBound), of: document)
      }
    }
    // On a terminal it is made safe already, with hyperlinks of ours in it.
    Output.standard.send(output)
  }
}

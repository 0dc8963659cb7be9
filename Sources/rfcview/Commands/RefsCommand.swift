import ArgumentParser
import RFCFormats
import RFCModel

struct RefsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs",
    abstract: "Print what a document cites.",
    discussion: """
      One citation a line: its line, what it cites, and its words where they say more.

      With --json an array of {"line","rfc","section","text","target"}: line counts from 1 in the published text, \
      lines end at LF; rfc is the number of the RFC cited, null for this document and for what is no RFC; section is \
      a section of that RFC or of this document, or null; text is the words of the citation; target is null for this \
      document, else "RFC 2119", "BCP 14", the name of a draft, a URL, or the tag of an entry of the bibliography \
      that names none of these: "[IEEE.802]".

      Example: rfcview refs 4291 --json
      """)

  @OptionGroup var arguments: StructureArguments

  func run() throws {
    let source = try arguments.text()
    let bibliography = Bibliography(
      of: source.document, pagination: source.pagination, outline: source.outline)
    let citations = Citations(
      of: source.document, pagination: source.pagination, outline: source.outline, bibliography: bibliography,
      number: FrontMatter(of: source.document).number)
    if arguments.json {
      Output.standard.write(
        JSONText.array(citations.all) { citation, json in
          json.object {
            $0.member("line", citation.line + 1)
            $0.member("rfc", citation.rfc?.value)
            $0.member("section", citation.isInRFC ? citation.section?.text : nil)
            $0.member("text", source.document.text(citation.ranges))
            $0.member("target", citation.name(in: bibliography))
          }
        })
      return
    }
    var lines = ""
    for citation in citations.all {
      let section = citation.section.map { "\($0.isAppendix ? "Appendix" : "Section") \($0)" }
      let target = [citation.name(in: bibliography), section].compactMap(\.self).joined(separator: ", ")
      let text = source.document.text(citation.ranges)
      lines += "\(citation.line + 1)  \(printable(target))\(text == target ? "" : "  " + printable(text))\n"
    }
    Output.standard.write(lines)
  }
}

extension Citation {
  fileprivate var rfc: RFCNumber? {
    if case .document(.rfc(let number)) = target { return number }
    return nil
  }

  /// Whether it points into an RFC or into this document.
  fileprivate var isInRFC: Bool { target == .thisDocument || rfc != nil }

  /// What it cites; nil for this document.
  fileprivate func name(in bibliography: Bibliography) -> String? {
    switch target {
    case .thisDocument: return nil
    case .document(let document): return document.description
    case .reference:
      let tag = reference.flatMap { index in
        bibliography.references.indices.contains(index) ? bibliography.references[index].tag : nil
      }
      return "[\(tag ?? "")]"
    }
  }
}

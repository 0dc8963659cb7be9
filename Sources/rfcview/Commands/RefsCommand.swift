import ArgumentParser
import RFCDesk
import RFCModel

struct RefsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs",
    abstract: "Print what a document cites, or what cites an RFC.",
    discussion: """
      One citation per line: its line, what it cites, and its words where they say more.

      With --json an array of {"line","rfc","section","place","text","target"}: line counts from 1 in the published text, \
      lines end at LF; rfc is the number of the RFC cited, null for this document and for what is not an RFC; section is \
      a section of that RFC or of this document, or null; place is "Figure 4", "Table 18" or "page 41" of what is \
      cited, or null; text is the words of the citation; target is null for this \
      document, else "RFC 2119", "BCP 14", the name of a draft, a URL, or the tag of an entry of the bibliography \
      that names none of these: "[IEEE.802]".

      With --to, the other way round: where the indexed documents (rfcview index) cite an RFC, the latest document \
      first; --section then leaves what cites that section of it. With --json, an array of \
      {"document","rfc","title","section","heading","line","cites"}: document is "rfc9112" or the name of a draft, \
      rfc the number or null, title its title, section and heading where the citation stands, null before the first \
      heading, line counts from 1 in the published text, cites is the section that is cited, null for the whole RFC. \
      Exit status 1 if there is none.

      Example: rfcview refs 4291 --json
      Example: rfcview refs 9110#8.3
      Example: rfcview refs --to 9110 --section 8.3
      """)

  @OptionGroup var arguments: StructureArguments
  @Option(help: ArgumentHelp("Print what cites this RFC.", valueName: "RFC"), completion: .listedRFC)
  var to: String?
  func run() throws {
    if let to { return try printCiting(to) }
    let (source, part) = try arguments.read()
    let cited = Cited.all(in: source).filter { part.contains($0.line) }
    if arguments.json {
      Output.standard.write(JSONText.cited(cited))
      return
    }
    var lines = ""
    for cited in cited {
      let section = cited.section.map { "\($0.isAppendix ? "Appendix" : "Section") \($0)" }
      let target = [cited.target, section ?? cited.place?.description].compactMap(\.self).joined(
        separator: ", ")
      lines += "\(cited.line + 1)  \(printable(target))"
      lines += (cited.text == target ? "" : "  " + printable(cited.text)) + "\n"
    }
    Output.standard.write(lines)
  }
}

extension RefsCommand {
  private func printCiting(_ name: String) throws {
    guard try arguments.part.document.text() == nil else {
      throw Failure.usage("--to takes one RFC and no other document.")
    }
    guard let locator = Locator(typed: name), let number = locator.document.rfc else {
      throw Failure.usage("--to takes an RFC, not `\(printable(name))`.")
    }
    let place = try arguments.part.place() ?? locator.anchor
    var cited: SectionNumber?
    if case .section(let section) = place { cited = section }
    if let place, cited == nil {
      throw Failure.usage("--to goes by section numbers, not by the \(place).")
    }
    let citing = try Searcher(arguments.part.options.desk()).citing(number, section: cited)
    if let advice = citing.advice { Output.error.write("rfcview: \(advice)\n") }
    Output.standard.write(arguments.json ? JSONText.citing(citing.places) : Self.lines(citing.places))
    if citing.places.isEmpty { throw DeskError.nothingCites(number, section: cited) }
  }

  /// `RFC 9112  312  2.1  Message Format  -> 8.3`.
  private static func lines(_ places: [CitingPlace]) -> String {
    places.map { place in
      let words = [
        place.document.description, String(place.line + 1), place.section?.text,
        place.heading.isEmpty ? nil : printable(place.heading), place.citedSection.map { "-> \($0)" },
      ]
      return words.compactMap(\.self).joined(separator: "  ") + "\n"
    }.joined()
  }
}

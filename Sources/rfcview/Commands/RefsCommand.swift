import ArgumentParser
import RFCFormats
import RFCModel
import StoreTerms

struct RefsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs",
    abstract: "Print what a document cites, or what cites an RFC.",
    discussion: """
      One citation per line: its line, what it cites, and its words where they say more.

      With --json an array of {"line","rfc","section","text","target"}: line counts from 1 in the published text, \
      lines end at LF; rfc is the number of the RFC cited, null for this document and for what is not an RFC; section is \
      a section of that RFC or of this document, or null; text is the words of the citation; target is null for this \
      document, else "RFC 2119", "BCP 14", the name of a draft, a URL, or the tag of an entry of the bibliography \
      that names none of these: "[IEEE.802]".

      With --to, the other way round: where the indexed documents (rfcview index) cite an RFC, the latest document \
      first; --section leaves what cites that section. With --json, an array of \
      {"document","title","section","heading","line","cites"}: document is "RFC 9112" or the name of a draft, title \
      its title, section and heading where the citation stands, null before the first heading, line counts from 1 in \
      the published text, cites is the section that is cited, null for the whole RFC. Exit status 1 if there is none.

      Example: rfcview refs 4291 --json
      Example: rfcview refs --to 9110 --section 8.3
      """)

  @OptionGroup var arguments: StructureArguments
  @Option(help: ArgumentHelp("Print what cites this RFC.", valueName: "RFC"), completion: .listedRFC)
  var to: String?
  @Option(
    help: ArgumentHelp("With --to: only what cites that section: 8.3, A.1.", valueName: "NUMBER"),
    completion: .section)
  var section: String?

  func run() throws {
    if let to { return try printCiting(to) }
    guard section == nil else { throw Failure.usage("--section goes with --to.") }
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

extension RefsCommand {
  private func printCiting(_ name: String) throws(Failure) {
    guard try arguments.document.text() == nil else {
      throw .usage("--to takes one RFC and no other document.")
    }
    guard let locator = Locator(typed: name), case .rfc(let number) = locator.document else {
      throw .usage("--to takes an RFC, not `\(printable(name))`.")
    }
    var cited: SectionNumber?
    if case .section(let number)? = locator.anchor { cited = number }
    if let section {
      guard let number = SectionNumber(section) else {
        throw .usage("`\(printable(section))` is not a section number.")
      }
      cited = number
    }
    let places = try Machine(arguments.options.settings).places(citing: number, section: cited)
    Output.standard.write(arguments.json ? Self.json(places) : Self.lines(places))
    if places.isEmpty {
      let target = cited.map { "Section \($0) of RFC \(number)" } ?? "RFC \(number)"
      throw Failure("No indexed document cites \(target).")
    }
  }

  private static func json(_ places: [CitingPlace]) -> String {
    JSONText.array(places) { place, json in
      json.object {
        $0.member("document", place.document.description)
        $0.member("title", place.title)
        $0.member("section", place.section?.text)
        $0.member("heading", place.heading.isEmpty ? nil : place.heading)
        $0.member("line", place.line + 1)
        $0.member("cites", place.citedSection?.text)
      }
    }
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

extension Machine {
  /// Where documents of the index cite an RFC. What is not in the index is said to be missing.
  fileprivate func places(citing number: RFCNumber, section: SectionNumber?) throws(Failure) -> [CitingPlace]
  {
    do throws(StoreError) {
      guard let index = try store.fullText() else { throw .noFullText }
      let missing = try index.missingDocuments().count
      if missing > 0 {
        Output.error.write(
          "rfcview: \(missing) documents are not in the index; `rfcview index` takes them in\n")
      }
      return try index.citations(of: number, section: section)
    } catch {
      throw Failure(error.message)
    }
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

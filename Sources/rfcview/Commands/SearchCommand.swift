import ArgumentParser
import RFCDesk
import RFCModel

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the texts in the cache.",
    discussion: """
      Prints the documents with a section that contains all the words, the best first, obsolete RFCs last: \
      each with its best section, and +7 where seven more match. Besides words: \
      "a phrase", also over a line's or a page's end; prefix*; a OR b; a NOT b; a NEAR b, NEAR(a b, 5); groups in \
      parentheses. Operators are in capitals. A section of over 240 lines counts in parts. Words may be parted between a \
      section and what the catalogue says of the document; a word that nothing has is left out, and a line says so; \
      words such as "the" and "over" may be missing. Of more than 10,000 sections the latest are weighed, and those of the \
      documents that the catalogue speaks for; 30,000 are counted. Fields narrow it:

      \(FilterField.table(of: FilterField.allCases))

      rfcview index makes the index that is searched. What is not in it is read file by file, and a line says so. Exit \
      status 1 if nothing is found, 2 if the query cannot be understood.

      With --json an array of {"document","rfc","title","year","status","obsoletedBy","inForce","section","heading",\
      "line","text","marks","sections","score"}: document is "rfc5681" or the name of a draft, rfc the number or null, title and year those of \
      the document, obsoletedBy and inForce the numbers of RFCs, section and heading where it was found, null before \
      the first heading, line counts from 1 in the published text, text is an excerpt, marks are pairs of characters \
      in it, from 0, the first of a word found and the one behind its last, sections how many match in the document, score \
      how well it answers, within one search.

      Example: rfcview search '"slow start" NOT quic in:title'
      """)

  @Argument(help: "Words, phrases and fields.", completion: .nothing) var words: [String] = []
  @OptionGroup var options: SharedOptions
  @Option(help: ArgumentHelp("Print at most N documents.", valueName: "N")) var limit = 20
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    guard (1...10_000).contains(limit) else { throw Failure.usage("--limit takes a number from 1 to 10000.") }
    let query = try FullTextQuery(asked: words.joined(separator: " "))
    let search = try Searcher(options.desk()).search(query, limit: limit)
    search.finish()
    if let advice = search.source.advice { Output.error.write("rfcview: \(advice)\n") }
    let (found, problems) = try search.found(width: json ? 160 : SearchText.width - SearchText.indent)
    for problem in problems { Output.error.write("rfcview: \(problem.message)\n") }
    let leftOut = search.results.leftOut
    if !leftOut.isEmpty, !found.isEmpty {
      Output.error.write("rfcview: No text has all the words; without \(leftOut.quoted):\n")
    }
    if json {
      Output.standard.write(JSONText.found(found))
    } else if !found.isEmpty {
      // Made printable already, with bold of ours in it.
      Output.standard.send(
        SearchText.table(found, isBold: Output.standard.isTerminal) + SearchText.count(search.results))
    }
    if found.isEmpty { throw DeskError.nothingFound }
  }
}

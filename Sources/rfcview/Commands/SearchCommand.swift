import ArgumentParser
import CellGrid
import RFCModel
import StoreTerms

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the texts in the cache.",
    discussion: """
      Prints the sections that contain all the words, the best first, those of obsolete RFCs last. Besides words: \
      "a phrase", also over a line's or a page's end; prefix*; a OR b; a NOT b; a NEAR b, NEAR(a b, 5); groups in \
      parentheses; in:title for titles and headings alone; author:NAME, status:PS, wg:GROUP, stream:IETF, \
      year:2020..2024 to narrow it. Operators are in capitals. A section of over 240 lines counts in parts. Of \
      more than 10,000 sections, or of words that are everywhere, only the latest are ranked, and 30,000 counted.

      rfcview index makes the index that is searched. What is not in it is read file by file, and a line says so. Exit \
      status 1 if nothing is found, 2 if the query cannot be understood.

      With --json an array of {"document","rfc","title","year","status","obsoletedBy","section","heading","line",\
      "text","marks"}: document is "RFC 5681" or the name of a draft, rfc the number or null, title and year those of \
      the document, obsoletedBy the numbers of RFCs as strings, section and heading where it was found, null before \
      the first heading, line counts from 1 in the published text, text is an excerpt, marks are pairs of characters \
      in it, from 0, the first of a word found and the one behind its last.

      Example: rfcview search '"slow start" NOT quic in:title'
      """)

  @Argument(help: "Words, phrases and fields.", completion: .nothing) var words: [String] = []
  @OptionGroup var options: SharedOptions
  @Option(help: ArgumentHelp("Print at most N sections.", valueName: "N")) var limit = 20
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    guard (1...10_000).contains(limit) else { throw Failure.usage("--limit takes a number from 1 to 10000.") }
    let query = try Self.query(words.joined(separator: " "))
    let search = try Machine(options.settings).search(query, limit: limit)
    if let note = search.note { Output.error.write("rfcview: \(note)\n") }
    let found = try search.found(width: json ? 160 : SearchOutput.width - SearchOutput.indent)
    if json {
      Output.standard.write(SearchOutput.json(found))
    } else if !found.isEmpty {
      // Made printable already, with bold of ours in it.
      Output.standard.send(
        SearchOutput.table(found, isBold: Output.standard.isTerminal) + SearchOutput.count(search.results))
    }
    if found.isEmpty { throw Failure("No section of a document in the cache matches.") }
  }

  private static func query(_ text: String) throws(Failure) -> FullTextQuery {
    let query: FullTextQuery
    do throws(FullTextQuery.Problem) {
      query = try FullTextQuery(typed: text)
    } catch {
      throw Failure(
        printable(error.message, limit: 400) + " See `rfcview search --help`.", status: ExitStatus.usage)
    }
    guard query.expression != nil else { throw .usage("No words are given to search for.") }
    return query
  }
}

/// What has been found, and how to show it.
struct Search {
  let results: SearchResults
  /// Says so where not the index alone has answered.
  let note: String?
  /// Of a hit, so many bytes long.
  let excerpt: (SearchHit, Int) throws(StoreError) -> Excerpt?

  /// The hits with their excerpts; nil for a document that has just gone. What is wrong with a file is said once.
  func found(width: Int) throws(Failure) -> [(SearchHit, Excerpt?)] {
    var found: [(SearchHit, Excerpt?)] = []
    var said: Set<StoreError> = []
    for hit in results.hits {
      do throws(StoreError) {
        found.append((hit, try excerpt(hit, width)))
      } catch {
        switch error {
        case .spoiled, .cannotRead:
          found.append((hit, nil))
          if said.insert(error).inserted { Output.error.write("rfcview: \(error.message)\n") }
        default: throw Failure(error.message)
        }
      }
    }
    return found
  }
}

extension Machine {
  /// Asks the index, and reads what is not in it.
  func search(_ query: FullTextQuery, limit: Int) throws(Failure) -> Search {
    do throws(StoreError) {
      var surroundings = CatalogueFilter.Surroundings()
      if query.filter.terms.contains(.cached) {
        surroundings.cached = Set(try store.cachedDocuments().map(\.id))
      }
      guard let index = try store.fullText() else {
        let scan = try store.plainScan(for: query, surroundings: surroundings)
        while scan.advance() {}
        return Search(
          results: scan.results(limit: limit), note: "plain scan: no index yet; `rfcview index` makes one",
          excerpt: { (hit, width) throws(StoreError) in try scan.excerpt(of: hit, width: width) })
      }
      let results = try index.search(query, surroundings: surroundings, limit: limit)
      let missing = try index.missingDocuments()
      if missing.isEmpty {
        return Search(
          results: results, note: nil,
          excerpt: { (hit, width) throws(StoreError) in try index.excerpt(of: hit, for: query, width: width) }
        )
      }
      let scan = try store.plainScan(for: query, in: missing, surroundings: surroundings)
      while scan.advance() {}
      let scanned = Set(missing)
      return Search(
        results: results.joined(with: scan.results(limit: limit), limit: limit),
        note:
          "plain scan of \(missing.count) documents that are not in the index; `rfcview index` takes them in",
        excerpt: { (hit, width) throws(StoreError) in
          if scanned.contains(hit.document) { return try scan.excerpt(of: hit, width: width) }
          return try index.excerpt(of: hit, for: query, width: width)
        })
    } catch {
      throw Failure(error.message)
    }
  }
}

/// The printed forms of a search.
enum SearchOutput {
  /// Columns.
  static let width = 80
  /// Of the excerpts.
  static let indent = 7

  static func table(_ found: [(SearchHit, Excerpt?)], isBold: Bool) -> String {
    found.map { hit, excerpt in
      guard let excerpt, !excerpt.text.isEmpty else { return heading(of: hit) }
      return heading(of: hit) + blanks(indent) + line(of: excerpt, isBold: isBold) + "\n"
    }.joined()
  }

  /// `744 sections in 213 RFCs`.
  static func count(_ results: SearchResults) -> String {
    let more = results.isCountCut ? "over " : ""
    let shown = results.hits.count < results.sections ? "\(results.hits.count) of " : ""
    let sections = results.sections == 1 ? "1 section" : "\(shown)\(more)\(results.sections) sections"
    return
      "\(sections) in \(more)\(results.documents == 1 ? "1 document" : "\(results.documents) documents")\n"
  }

  private static func heading(of hit: SearchHit) -> String {
    var name = hit.document.baseName
    if case .rfc(let number) = hit.document { name = blanks(5 - String(number.value).count) + "\(number)" }
    let place = [hit.section?.text, hit.heading.isEmpty ? hit.title : hit.heading].compactMap(\.self)
    let standing = hit.obsoletedBy.first.map { "-> \($0)" } ?? hit.year.map(String.init) ?? ""
    let words = printable(place.joined(separator: "  "), limit: .max)
    let start = name + "  " + words.fitted(columns: max(10, width - name.count - 11))
    return start + blanks(width - start.displayColumns - standing.count) + standing + "\n"
  }

  private static func line(of excerpt: Excerpt, isBold: Bool) -> String {
    var text = ""
    var end = 0
    let bytes = Array(excerpt.text.utf8)
    func part(_ range: Range<Int>) -> String {
      printable(String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self), limit: .max)
    }
    for mark in excerpt.marks where isBold && mark.lowerBound >= end {
      text += part(end..<mark.lowerBound) + "\u{1B}[1m" + part(mark) + "\u{1B}[m"
      end = mark.upperBound
    }
    return text + part(end..<max(end, bytes.count))
  }

  static func json(_ found: [(SearchHit, Excerpt?)]) -> String {
    JSONText.array(found) { pair, json in
      let (hit, excerpt) = pair
      var number: Int?
      if case .rfc(let rfc) = hit.document { number = rfc.value }
      json.object {
        $0.member("document", hit.document.description)
        $0.member("rfc", number)
        $0.member("title", hit.title)
        $0.member("year", hit.year)
        $0.member("status", hit.status.rawValue)
        $0.member("obsoletedBy", hit.obsoletedBy.map { String($0.value) })
        $0.member("section", hit.section?.text)
        $0.member("heading", hit.heading.isEmpty ? nil : hit.heading)
        $0.member("line", (excerpt?.line ?? hit.lines.lowerBound) + 1)
        $0.member("text", excerpt?.text)
        $0.member("marks", excerpt.map(characters) ?? [])
      }
    }
  }

  /// The marks counted in Unicode's code points.
  private static func characters(_ excerpt: Excerpt) -> [Range<Int>] {
    let utf8 = Array(excerpt.text.utf8)
    func count(_ end: Int) -> Int { utf8.prefix(end).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
    return excerpt.marks.map { count($0.lowerBound)..<count($0.upperBound) }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

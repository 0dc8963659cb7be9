import ArgumentParser
import RFCModel
import RFCShelf
import StoreTerms

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Print what the catalogue says about an RFC.",
    discussion: """
      With --json an object of the index's fields: "number","title","authors","date","pages","status",\
      "publicationStatus","stream","area","workingGroup","keywords","abstract","obsoletes","obsoletedBy","updates",\
      "updatedBy","isAlso","doi","draft","errata","path". Documents are named "RFC 2119", "BCP 14"; what the index \
      does not know is null or empty; path is null where the text is not in the cache.

      Example: rfcview info 4291
      """)

  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    let machine = try Machine(options.settings)
    guard case .stored(let locator) = try machine.resolve(try document.required()) else {
      throw Failure.usage("The catalogue lists RFCs only: name one.")
    }
    guard case .rfc(let number) = locator.document else {
      throw Failure("\(locator.document) is a draft; the catalogue lists RFCs only.")
    }
    let entry = try machine.asking { (catalogue) throws(StoreError) in try catalogue.listed(number) }
    if json {
      var text = JSONText()
      text.object { $0.members(of: entry, path: machine.pathInCache(of: locator.document)) }
      Output.standard.write(text.text + "\n")
    } else {
      Output.standard.write(machine.information(about: entry))
    }
  }
}

extension StoredCatalogue {
  /// The entry of an RFC, or why there is none.
  func listed(_ number: RFCNumber) throws(StoreError) -> IndexEntry {
    if let entry = try entry(number) { return entry }
    if try isNeverIssued(number) { throw .neverIssued(number) }
    throw .notInCatalogue(number, newest: try newest())
  }
}

extension Machine {
  fileprivate func pathInCache(of id: DocumentID) -> String? {
    (try? store.load(id)).flatMap { $0 } == nil ? nil : store.path(of: id)
  }

  /// What the catalogue says of an RFC, for people: a heading, the facts, the abstract, at most 72 columns wide.
  func information(about entry: IndexEntry) -> String {
    var text = Paragraphs.filled("RFC \(entry.number)  \(printable(entry.title, limit: 1000))", indent: 0)
    text += "\n"
    func fact(_ name: String, _ value: String) {
      if value.isEmpty { return }
      let label = name + String(repeating: " ", count: max(1, 15 - name.count))
      text += Paragraphs.filled(label + printable(value, limit: 2000), indent: 15, first: 0)
    }
    func names(_ documents: [IndexedDocument]) -> String {
      documents.map(\.description).joined(separator: ", ")
    }
    let wasOther = entry.publicationStatus != entry.status && entry.publicationStatus != .unknown
    fact("Status", entry.status.name + (wasOther ? " (published as \(entry.publicationStatus.name))" : ""))
    fact("Obsoleted by", names(entry.obsoletedBy))
    fact("Updated by", names(entry.updatedBy))
    fact("Obsoletes", names(entry.obsoletes))
    fact("Updates", names(entry.updates))
    fact("Is also", names(entry.isAlso))
    fact("Authors", entry.authors.joined(separator: ", "))
    fact("Date", entry.date?.description ?? "")
    fact("Pages", entry.pages.map(String.init) ?? "")
    fact("Stream", entry.stream)
    fact("Area", entry.area)
    fact("Working group", entry.workingGroup == "NON WORKING GROUP" ? "none" : entry.workingGroup)
    fact("Keywords", entry.keywords.joined(separator: ", "))
    fact("Draft", entry.draft)
    fact("DOI", entry.doi)
    fact("Errata", entry.errataURL)
    fact("File", pathInCache(of: .rfc(entry.number)) ?? "not in the cache")
    for paragraph in entry.abstract {
      text += "\n" + Paragraphs.filled(printable(paragraph, limit: 20_000), indent: 0)
    }
    return text
  }
}

/// Lines of at most 72 columns.
private enum Paragraphs {
  /// - Parameter first: the indentation of the first line, `indent` unless told.
  static func filled(_ text: String, indent: Int, first: Int? = nil) -> String {
    var lines = ""
    var line = String(repeating: " ", count: first ?? indent)
    var isEmpty = true
    // Blanks behind a label are kept: they align what follows.
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + 1 + word.count > 72 {
        lines += line + "\n"
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + line + "\n"
  }
}

extension JSONText {
  fileprivate mutating func members(of entry: IndexEntry, path: String?) {
    func names(_ documents: [IndexedDocument]) -> [String] { documents.map(\.description) }
    func orNull(_ text: String) -> String? { text.isEmpty ? nil : text }
    member("number", entry.number.value)
    member("title", entry.title)
    member("authors", entry.authors)
    member("date", entry.date?.iso)
    member("pages", entry.pages)
    member("status", entry.status.rawValue)
    member("publicationStatus", entry.publicationStatus.rawValue)
    member("stream", entry.stream)
    member("area", orNull(entry.area))
    member("workingGroup", orNull(entry.workingGroup))
    member("keywords", entry.keywords)
    member("abstract", entry.abstract)
    member("obsoletes", names(entry.obsoletes))
    member("obsoletedBy", names(entry.obsoletedBy))
    member("updates", names(entry.updates))
    member("updatedBy", names(entry.updatedBy))
    member("isAlso", names(entry.isAlso))
    member("doi", orNull(entry.doi))
    member("draft", orNull(entry.draft))
    member("errata", orNull(entry.errataURL))
    member("path", path)
  }
}

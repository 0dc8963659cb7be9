import ArgumentParser
import RFCDesk
import RFCModel

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
    let information = try options.desk().inform(about: document.required())
    if json {
      var text = JSONText()
      text.object { $0.members(of: information.entry, path: information.path) }
      Output.standard.write(text.text + "\n")
    } else {
      Output.standard.write(information.text)
    }
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

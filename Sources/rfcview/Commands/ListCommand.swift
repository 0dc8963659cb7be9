import ArgumentParser
import RFCFormats
import RFCModel
import RFCShelf
import ReaderCore
import StoreTerms

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what is in the cache: a name and a title per line.",
    discussion: "Example: rfcview list | grep -i quic")

  @OptionGroup var options: SharedOptions

  func run() throws {
    let machine = try Machine(options.settings)
    var text = ""
    for document in try machine.cachedDocuments() {
      let listed = machine.described(document)
      let name = listed.id.baseName
      text += name + String(repeating: " ", count: max(2, 10 - name.count)) + listed.title + "\n"
    }
    Output.standard.write(text)
  }
}

extension Machine {
  func cachedDocuments() throws(Failure) -> [CachedDocument] {
    do throws(StoreError) {
      return try store.cachedDocuments()
    } catch {
      throw Failure(error.message)
    }
  }

  /// Title and date off the first page; without them where it cannot be read.
  func described(_ document: CachedDocument) -> CatalogueRow {
    let head = (try? store.load(document.id)).flatMap { $0 } ?? []
    let front = FrontMatter(of: TextDecoder.document(from: Array(head.prefix(6000))))
    return CatalogueRow(
      id: document.id, title: printable(front.title ?? ""),
      date: front.date.flatMap { IndexDate(printed: $0) })
  }
}

extension IndexDate {
  /// As a first page prints it: `February 2006`, `1 April 2006`.
  fileprivate init?(printed text: String) {
    let words = text.split(separator: " ")
    guard let year = words.last.flatMap({ Int($0) }),
      let month = Self.monthNames.firstIndex(where: { words.contains(Substring($0)) })
    else { return nil }
    self.init(year: year, month: month + 1)
  }
}

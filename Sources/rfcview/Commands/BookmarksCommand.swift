import ArgumentParser
import RFCDesk
import RFCModel

struct BookmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bookmarks",
    abstract: "Print the bookmarks, as Markdown or JSON.",
    discussion: """
      In the reader, `a` adds one and `I` lists them.

      JSON: an array of {"document","rfc","title","section","heading","line","offset","note","url"}: document is \
      "rfc4291" or the name of a draft, section and heading are null outside of them, line counts from 1 in the \
      published text, offset is the lines below the section's heading.

      Example: rfcview bookmarks > reading-list.md
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON: an array of objects, one per line.")
  var json = false

  func run() throws {
    let bookmarks = try options.desk().bookmarks()
    Output.standard.write(json ? JSONText.bookmarks(bookmarks) : Self.markdown(bookmarks))
  }

  /// A heading for each document, an item for each bookmark.
  private static func markdown(_ bookmarks: [Bookmark]) -> String {
    var text = "# Bookmarks\n"
    var document: DocumentID?
    for bookmark in bookmarks {
      if bookmark.document != document {
        document = bookmark.document
        let title = bookmark.title.isEmpty ? "" : ": " + markdown(bookmark.title)
        text += "\n## \(bookmark.document)\(title)\n\n"
      }
      let section = [bookmark.place.section?.text, bookmark.heading].compactMap(\.self).filter { !$0.isEmpty }
      let place = section.isEmpty ? "Line \(bookmark.place.line)" : section.joined(separator: " ")
      let note = bookmark.note.isEmpty ? "" : ": " + markdown(bookmark.note)
      text += "- [\(markdown(place))](\(bookmark.url)), line \(bookmark.place.line)\(note)\n"
    }
    return bookmarks.isEmpty ? "" : text
  }

  /// Words of a document and of a note stand for themselves.
  private static func markdown(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|&~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

extension Bookmark {
  /// Where everybody finds the place.
  var url: String { Locator(document, at: place.section.map(Anchor.section)).url }
}

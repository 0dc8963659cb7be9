import ArgumentParser
import RFCModel
import StoreTerms
import UserFiles

struct BookmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bookmarks",
    abstract: "Print the bookmarks, as Markdown or JSON.",
    discussion: """
      In the reader, `a` adds one and `I` lists them.

      JSON: an array of objects with document (rfc4291), title, section (null outside of numbered sections), offset \
      (lines below the section's heading), line (1-based, of the published text), heading, note and url.

      Example: rfcview bookmarks > reading-list.md
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON: an array of objects, one per line.")
  var json = false

  func run() throws {
    let machine = try Machine(options.settings)
    let bookmarks: [Bookmark]
    do throws(StoreError) {
      bookmarks = try BookmarkFile(folders: machine.folders).load()
    } catch {
      throw Failure(error.message)
    }
    Output.standard.write(json ? Self.json(bookmarks) : Self.markdown(bookmarks))
  }

  private static func json(_ bookmarks: [Bookmark]) -> String {
    JSONText.array(bookmarks) { bookmark, json in
      json.object { json in
        json.member("document", bookmark.document.baseName)
        json.member("title", bookmark.title)
        json.member("section", bookmark.place.section?.text)
        json.member("offset", bookmark.place.offset)
        json.member("line", bookmark.place.line)
        json.member("heading", bookmark.heading)
        json.member("note", bookmark.note)
        json.member("url", bookmark.url)
      }
    }
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
  fileprivate var url: String { Locator(document, at: place.section.map(Anchor.section)).url }
}

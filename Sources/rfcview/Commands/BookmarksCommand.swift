import ArgumentParser
import RFCDesk
import RFCFormats
import RFCModel

struct BookmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bookmarks",
    abstract: "Print the bookmarks, as Markdown or JSON.",
    discussion: """
      In the reader, `a` adds one and `I` lists them.

      JSON: an array of {"document","rfc","path","title","section","heading","line","offset","note","added","url"}: \
      document is "rfc4291" or the name of a draft, null for a file, whose path is there then; section and heading are \
      null outside of them, line counts from 1 in the published text, offset is the lines below the section's heading, \
      added is "2026-11-30" or null, url null for a file whose name is no RFC's.

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
    var subject: Bookmark.Subject?
    for bookmark in bookmarks {
      if bookmark.subject != subject {
        subject = bookmark.subject
        let title = bookmark.title.isEmpty ? "" : ": " + Markdown.escaped(bookmark.title)
        text += "\n## \(Markdown.escaped(bookmark.subject.description))\(title)\n\n"
      }
      let section = [bookmark.place.section?.text, bookmark.heading].compactMap(\.self).filter { !$0.isEmpty }
      let name = Markdown.escaped(
        section.isEmpty ? "Line \(bookmark.place.line)" : section.joined(separator: " "))
      let place = bookmark.url.map { "[\(name)](\($0))" } ?? name
      let day = bookmark.added.map { ", \($0.iso)" } ?? ""
      let note = bookmark.note.isEmpty ? "" : ": " + Markdown.escaped(bookmark.note)
      text += "- \(place), line \(bookmark.place.line)\(day)\(note)\n"
    }
    return bookmarks.isEmpty ? "" : text
  }
}

extension Bookmark {
  /// Where everybody finds the place; nil for a file whose name is no document's.
  var url: String? {
    let id = document ?? path.flatMap { DocumentID(copiedTo: $0) }
    return id.map { Locator($0, at: place.section.map(Anchor.section)).url }
  }

  /// Nil for a document.
  var path: String? {
    if case .file(let path) = subject { path } else { nil }
  }
}

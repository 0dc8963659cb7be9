import RFCModel
import StoreTerms

/// The bookmarks of all documents: `bookmarks` below the state folder, one a line, fields behind the place separated by
/// tabs.
///
///     bookmark rfc4291 2.5 +12 @340<TAB>title<TAB>heading<TAB>note
///
/// A line changes alone, under the lock: what other runs write meanwhile stays, as do lines that this version does not
/// know.
public struct BookmarkFile: Sendable {
  /// Some ten thousand bookmarks.
  static let limit = 2 << 20

  private let file: StateFile

  public init(folders: StoreFolders) {
    file = StateFile(
      path: folders.state + "/bookmarks", limit: Self.limit, lockPath: folders.state + "/lock")
  }

  /// Ascending; none where there is no file.
  public func load() throws(StoreError) -> [Bookmark] {
    Self.lines(of: try file.read()).compactMap { Bookmark(line: $0) }.sorted()
  }

  /// Adds one, in the place of another one that was there.
  public func add(_ bookmark: Bookmark) throws(StoreError) {
    try file.update { bytes in
      Self.bytes(of: Self.lines(of: bytes, without: bookmark) + [Array(bookmark.line.utf8)[...]])
    }
  }

  /// Removes the one at this place, if there is one.
  public func remove(_ bookmark: Bookmark) throws(StoreError) {
    try file.update { Self.bytes(of: Self.lines(of: $0, without: bookmark)) }
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split(separator: 0x0A) }

  private static func lines(of bytes: [UInt8], without bookmark: Bookmark) -> [ArraySlice<UInt8>] {
    lines(of: bytes).filter { Bookmark(line: $0)?.isAt(bookmark) != true }
  }

  private static func bytes(of lines: [ArraySlice<UInt8>]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }
}

extension Bookmark {
  /// Nil for a line of another kind. Fields behind the note are a later version's, and such a line is not taken.
  fileprivate init?(line: ArraySlice<UInt8>) {
    let fields = String(decoding: line, as: UTF8.self).split(
      separator: "\t", omittingEmptySubsequences: false)
    let words = fields[0].split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 4, words.count == 5, words[0] == "bookmark",
      let document = DocumentID(fileName: words[1] + ".txt"), let place = Place(words: words[2...])
    else { return nil }
    self.init(
      document: document, place: place, title: String(fields[1]), heading: String(fields[2]),
      note: String(fields[3]))
  }

  fileprivate var line: String {
    "bookmark \(document.baseName) \(place.words)\t\(title)\t\(heading)\t\(note)"
  }
}

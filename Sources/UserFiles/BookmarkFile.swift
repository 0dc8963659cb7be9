import RFCModel
import StoreTerms

/// The bookmarks of all documents: `bookmarks` below the state folder, one a line, fields behind the place separated by
/// tabs.
///
///     bookmark rfc4291 2.5 +12 @340<TAB>title<TAB>heading<TAB>note
///     added rfc4291 2.5 +12 @340<TAB>2026-11-30
///     file 2.5 +12 @340<TAB>2026-11-30<TAB>/path<TAB>title<TAB>heading<TAB>note
///
/// A line changes alone, under the lock: what other runs write meanwhile stays, as do lines that this version does not
/// know. The first versions knew bookmarks in documents alone, and take none that has more fields: so the day stands in
/// a line of its own, which they leave as it is.
public struct BookmarkFile: Sendable {
  /// Some ten thousand bookmarks.
  static let limit = 2 << 20

  private let file: StateFile

  public init(folders: StoreFolders) {
    file = StateFile(
      path: folders.state + "/bookmarks", limit: Self.limit, lockPath: folders.state + "/lock")
  }

  /// Ascending; none where there is no file.
  public func load() throws(StoreError) -> [Bookmark] { Contents(try file.read()).bookmarks.sorted() }

  /// Adds one, in the place of another one that was there, whose day it keeps.
  ///
  /// - Parameter today: the day of one that is new and has none.
  public func add(_ bookmark: Bookmark, on today: CalendarDate? = nil) throws(StoreError) {
    try file.update { bytes in
      let contents = Contents(bytes)
      let before = contents.bookmarks.first { $0.isAt(bookmark) }
      let added = bookmark.added ?? (before == nil ? today : before?.added)
      return Self.bytes(of: contents.lines(without: bookmark) + bookmark.with(added: added).lines)
    }
  }

  /// Removes the one at this place, if there is one.
  public func remove(_ bookmark: Bookmark) throws(StoreError) {
    try file.update { Self.bytes(of: Contents($0).lines(without: bookmark)) }
  }

  private static func bytes(of lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }
}

/// The lines of the file, with what this version knows of them.
private struct Contents {
  private struct Line {
    let bytes: ArraySlice<UInt8>
    let meaning: LineMeaning?
  }

  private let lines: [Line]

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: 0x0A).map { Line(bytes: $0, meaning: LineMeaning(line: $0)) }
  }

  var bookmarks: [Bookmark] {
    var days: [Spot: CalendarDate] = [:]
    for case .day(let day, let spot)? in lines.map(\.meaning) { days[spot] = day }
    return lines.compactMap { line in
      guard case .bookmark(let bookmark)? = line.meaning else { return nil }
      return bookmark.added == nil ? bookmark.with(added: days[Spot(bookmark)]) : bookmark
    }
  }

  /// All others, without the days of what is no bookmark any more.
  func lines(without bookmark: Bookmark) -> [[UInt8]] {
    var kept: Set<Spot> = []
    for case .bookmark(let other)? in lines.map(\.meaning) where !other.isAt(bookmark) {
      kept.insert(Spot(other))
    }
    return lines.filter { line in
      switch line.meaning {
      case .bookmark(let other): !other.isAt(bookmark)
      case .day(_, let spot): kept.contains(spot)
      case nil: true
      }
    }.map { Array($0.bytes) }
  }
}

/// Where there is one bookmark at most.
private struct Spot: Hashable {
  let subject: Bookmark.Subject
  let place: Place
}

extension Spot {
  init(_ bookmark: Bookmark) { self.init(subject: bookmark.subject, place: bookmark.place) }
}

private enum LineMeaning {
  case bookmark(Bookmark)
  /// When the bookmark of another line was added.
  case day(CalendarDate, Spot)

  /// Nil for a line of another kind. More fields are a later version's, and such a line is not taken.
  init?(line: ArraySlice<UInt8>) {
    let fields = String(decoding: line, as: UTF8.self).split(
      separator: "\t", omittingEmptySubsequences: false)
    let words = fields[0].split(separator: " ", omittingEmptySubsequences: false)
    switch (words[0], words.count, fields.count) {
    case ("bookmark", 5, 4):
      guard let spot = Self.spot(words) else { return nil }
      self = .bookmark(Self.bookmark(at: spot, words: fields[1...]))
    case ("added", 5, 2):
      guard let spot = Self.spot(words), let day = CalendarDate(iso: fields[1]) else { return nil }
      self = .day(day, spot)
    case ("file", 4, 6):
      guard let place = Place(words: words[1...]), let subject = Bookmark.Subject(path: String(fields[2]))
      else {
        return nil
      }
      let spot = Spot(subject: subject, place: place)
      self = .bookmark(Self.bookmark(at: spot, words: fields[3...], added: CalendarDate(iso: fields[1])))
    default: return nil
    }
  }

  private static func spot(_ words: [Substring]) -> Spot? {
    guard let id = DocumentID(fileName: words[1] + ".txt"), let place = Place(words: words[2...]) else {
      return nil
    }
    return Spot(subject: .document(id), place: place)
  }

  private static func bookmark(
    at spot: Spot, words: ArraySlice<Substring>, added: CalendarDate? = nil
  ) -> Bookmark {
    let words = words.map(String.init)
    return Bookmark(
      in: spot.subject, at: spot.place, title: words[0], heading: words[1], note: words[2], added: added)
  }
}

extension Bookmark {
  fileprivate var lines: [[UInt8]] {
    let words = "\(title)\t\(heading)\t\(note)"
    let day = added?.iso ?? ""
    let lines: [String]
    switch subject {
    case .document(let id):
      let spot = "\(id.baseName) \(place.words)"
      lines = ["bookmark \(spot)\t\(words)"] + (added == nil ? [] : ["added \(spot)\t\(day)"])
    case .file(let path): lines = ["file \(place.words)\t\(day)\t\(path)\t\(words)"]
    }
    return lines.map { Array($0.utf8) }
  }
}

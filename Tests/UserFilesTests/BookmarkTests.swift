import RFCModel
import TestSupport
import Testing

@testable import StoreTerms
@testable import UserFiles

private let a = Bookmark(
  document: rfc4291, place: Place(section: SectionNumber("2.5"), offset: 12, line: 340),
  title: "IP Version 6",
  heading: "Unicast Addresses", note: "why /64")
private let b = Bookmark(
  document: .fixture("draft-a-b-00.txt"), place: Place(section: nil, offset: 0, line: 1), title: "",
  heading: "",
  note: "")

private struct BookmarkScene {
  let scene: Scene
  let file: BookmarkFile

  init() throws {
    scene = try Scene()
    file = BookmarkFile(folders: try scene.folders)
  }

  var text: String? {
    scene.folder.read("state/rfcview/bookmarks").map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ bytes: some Sequence<UInt8>) throws {
    try scene.folder.write(bytes, to: "state/rfcview/bookmarks")
  }
}

@Test func `bookmarks are kept in lines that people can read`() throws {
  let run = try BookmarkScene()
  #expect(try run.file.load() == [])
  try run.file.add(b)
  try run.file.add(a)
  #expect(
    run.text == "bookmark draft-a-b-00 - +0 @1\t\t\t\n"
      + "bookmark rfc4291 2.5 +12 @340\tIP Version 6\tUnicast Addresses\twhy /64\n")
  #expect(try run.file.load() == [a, b])
  try run.file.remove(b)
  #expect(try run.file.load() == [a])
}

@Test func `a bookmark at the same place takes the place of the other`() throws {
  let run = try BookmarkScene()
  try run.file.add(a)
  let again = Bookmark(document: rfc4291, place: a.place, title: a.title, heading: a.heading, note: "new")
  try run.file.add(again)
  #expect(try run.file.load() == [again])
  try run.file.remove(a)
  #expect(try run.file.load() == [])
}

@Test func `two runs at once add and remove bookmarks and lose none`() throws {
  let run = try BookmarkScene()
  let other = BookmarkFile(folders: try run.scene.folders)
  try run.file.add(a)
  #expect(try other.load() == [a])
  try run.file.remove(a)
  try other.add(b)
  #expect(try run.file.load() == [b])
}

@Test func `lines of a later version stay as they are`() throws {
  let run = try BookmarkScene()
  let foreign = [
    "bookmark rfc4291 2.5 +12 @340\tt\th\tn\ttags", "folder 7 reading", "bookmark rfc4291 2.5 +12",
    "\u{1B}[2J",
  ]
  try run.write((foreign.joined(separator: "\n") + "\n").utf8)
  try run.file.add(a)
  try run.file.remove(b)
  #expect(try run.file.load() == [a])
  #expect(run.text?.hasPrefix(foreign.joined(separator: "\n") + "\n") == true)
}

@Test(
  arguments: [
    "bookmark", "bookmark  ", "bookmark rfc0 - +0 @1\t\t\t", "bookmark ../x - +0 @1\t\t\t",
    "bookmark rfc1 - +0 @0\t\t\t",
    "bookmark rfc1 - +-1 @1\t\t\t", "bookmark rfc1 - +0 @99999999999999999999\t\t\t",
    "bookmark rfc1 - +0 @1\t\t",
    "bookmark rfc1 ?? +0 @1\t\t\t", "\t\t\t", "\0", "bookmark\trfc1 - +0 @1\t\t\t",
  ] as [Spelled])
func `a line that is no bookmark is passed over`(_ line: Spelled) throws {
  let run = try BookmarkScene()
  try run.write((line.raw + "\n").utf8)
  #expect(try run.file.load() == [])
}

@Test func `hostile bytes are no words of a bookmark`() throws {
  let run = try BookmarkScene()
  try run.write(
    Array("bookmark rfc4291 2.5 +12 @340\t\u{1B}[2Ja\u{9B}\th\r\t".utf8) + [0xFF, 0xFE] + Array("n\n".utf8))
  let bookmark = try #require(try run.file.load().first)
  #expect(bookmark.title == "[2Ja" && bookmark.heading == "h" && bookmark.note == "\u{FFFD}\u{FFFD}n")
  let long = Bookmark(
    document: rfc4291, place: a.place, title: "x\ny\tz\u{2028}", heading: "",
    note: String(repeating: "\u{E4}", count: 10_000))
  try run.file.add(long)
  #expect(try run.file.load() == [long])
  #expect(long.title == "xyz" && long.note.count == 500)
}

@Test func `a file of bookmarks that is too large is left alone`() throws {
  let run = try BookmarkScene()
  let size = BookmarkFile.limit + 1
  try run.write([UInt8](repeating: 0x78, count: size))
  #expect(throws: StoreError.self) { try run.file.load() }
  #expect(throws: StoreError.self) { try run.file.add(a) }
  #expect(run.text?.utf8.count == size)
}

// MARK: Days and files

private let today = CalendarDate(year: 2026, month: 11, day: 30)
private let file = Bookmark(
  in: .file("/home/me/a b.txt"), at: Place(section: nil, offset: 6, line: 7), title: "Notes", heading: "",
  note: "mine")

@Test func `the day stands in a line that the first versions leave alone, and they read the bookmark`() throws
{
  let run = try BookmarkScene()
  try run.file.add(a, on: today)
  #expect(
    run.text == "bookmark rfc4291 2.5 +12 @340\tIP Version 6\tUnicast Addresses\twhy /64\n"
      + "added rfc4291 2.5 +12 @340\t2026-11-30\n")
  #expect(try run.file.load() == [a.with(added: today)])
}

@Test func `a bookmark that is changed keeps its day, and one without a day gets none`() throws {
  let run = try BookmarkScene()
  try run.file.add(a, on: today)
  try run.file.add(a.with(note: "other"), on: CalendarDate(year: 2027, month: 1, day: 1))
  #expect(try run.file.load() == [a.with(note: "other").with(added: today)])
  try run.write("bookmark rfc4291 2.5 +12 @340\tt\th\tn\n".utf8)
  try run.file.add(a.with(note: "other"), on: today)
  #expect(try run.file.load().map(\.added) == [nil])
}

@Test func `what a first version has removed leaves no day behind`() throws {
  let run = try BookmarkScene()
  try run.write("added rfc4291 2.5 +12 @340\t2020-01-02\nfolder 7\nadded rfc1 - +0 @1\t2020-01-02\n".utf8)
  #expect(try run.file.load() == [])
  try run.file.add(b)
  #expect(run.text == "folder 7\nbookmark draft-a-b-00 - +0 @1\t\t\t\n")
  try run.file.add(a, on: today)
  try run.file.remove(a)
  #expect(run.text == "folder 7\nbookmark draft-a-b-00 - +0 @1\t\t\t\n")
}

@Test func `files are kept by their paths, behind all documents`() throws {
  let run = try BookmarkScene()
  try run.file.add(file, on: today)
  try run.file.add(b)
  #expect(
    run.text?.hasPrefix("file - +6 @7\t2026-11-30\t/home/me/a b.txt\tNotes\t\tmine\n") == true)
  #expect(try run.file.load() == [b, file.with(added: today)])
  try run.file.add(file.with(note: ""))
  #expect(try run.file.load() == [b, file.with(note: "").with(added: today)])
  try run.file.remove(file)
  #expect(try run.file.load() == [b])
}

@Test(
  arguments: [
    "file - +6 @7\t2026-11-30\trelative\tt\th\tn", "file - +6 @7\t2026-11-30\t\tt\th\tn",
    "file - +6 @7\t2026-11-30\t/a\u{1B}[2J\tt\th\tn", "file - +6 @7\t/a\tt\th\tn", "file", "added",
    "file ?? +6 @7\t2026-11-30\t/a\tt\th\tn", "added rfc1 - +0 @1\tnever", "file - +6 @7\t\t/a\tt\th\tn\tmore",
  ] as [Spelled])
func `a line that is no file's is passed over, and stays`(_ line: Spelled) throws {
  let run = try BookmarkScene()
  try run.write((line.raw + "\n").utf8)
  #expect(try run.file.load() == [])
  try run.file.add(a)
  #expect(run.text?.hasPrefix(line.raw + "\n") == true)
}

@Test func `a path that fits into no line is none`() {
  for path in ["", "a", "./a", "/a\tb", "/a\nb", "/\u{2028}", "/" + String(repeating: "x", count: 4096)] {
    #expect(Bookmark.Subject(path: path) == nil)
  }
  #expect(Bookmark.Subject(path: "/\u{E4}") == .file("/\u{E4}"))
}

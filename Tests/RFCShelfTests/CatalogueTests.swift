import Foundation
import RFCFormats
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import StoreTerms

/// The catalogue in the library, and how it is kept up to date.
struct CatalogueTests {
  private static let index = Array(SampleFeed.xml.utf8)
  private static let now = 1_700_000_000

  private static func catalogue(_ scene: Scene) throws -> StoredCatalogue {
    try #require(try scene.store.catalogue())
  }

  /// A server of one index, under the name `tag`.
  private static func server(_ tag: String, fault: LoopbackServer.Response.Fault = .none) throws
    -> LoopbackServer
  {
    try LoopbackServer { _, request in
      guard request.path == "/rfc-index.xml" else { return LoopbackServer.Response(status: 404) }
      if request.headers["if-none-match"] == tag { return LoopbackServer.Response(status: 304) }
      var response = LoopbackServer.Response(headers: [(name: "ETag", value: tag)], body: index)
      response.fault = fault
      return response
    }
  }

  @Test func `what the index says comes out as it went in`() throws {
    let scene = try Scene()
    let entries = try Catalogue(feedXML: Self.index).entries
    #expect(try scene.store.takeFeed(Self.index, entityTag: nil, now: Self.now).count == 3)
    let catalogue = try Self.catalogue(scene)
    for entry in entries {
      var kept = try #require(try catalogue.entry(entry.number))
      #expect(kept.inForce == entry.obsoletedBy.compactMap(\.rfc))
      #expect(kept.keywords == CatalogueEntry.keywords(listed: entry.keywords))
      kept.inForce = []
      kept.keywords = entry.keywords
      #expect(kept == entry)
    }
    #expect(try catalogue.numbers() == entries.map(\.number))
    #expect(try catalogue.newest()?.value == 4243)
    #expect(try catalogue.age() == StoredCatalogue.Age(fetched: Self.now, checked: Self.now))
    #expect(try catalogue.subSeries(.std, 9)?.members.map(\.value) == [4242, 4243])
    #expect(try catalogue.subSeries(.fyi, 9) == nil)
    #expect(try catalogue.isNeverIssued(#require(RFCNumber(4244))))
    let row = try #require(try catalogue.rows().first)
    #expect(row.authors == "A. Writer, B. Reader, Ed.")
    #expect(row.obsoletedBy.map(\.value) == [4242])
  }

  @Test(arguments: [
    ("protocol", [4241, 4242, 4243]), ("PROTOCOL sample", [4242]), ("424", [4241, 4242, 4243]),
    ("4243", [4243]),
    ("bcp7", [4242]), ("bcp", []), ("author:writer", [4241, 4242]), ("author:writer,", [4241]),
    ("author:ed.", [4241]), ("status:bcp", [4242]), ("status:obsolete", [4241]), ("status:splendid", [4243]),
    ("wg:first", [4241]), ("stream:ia", [4242]), ("year:2005", [4241]), ("year:..2010", [4241, 4242]),
    ("cached: protocol", [4243]), ("recent:", []), ("", [4241, 4242, 4243]),
  ])
  func `a filter finds in the library what it finds among rows`(_ typed: String, _ numbers: [Int]) throws {
    let scene = try Scene()
    try scene.store.takeFeed(Self.index, entityTag: nil)
    let catalogue = try Self.catalogue(scene)
    let filter = CatalogueFilter(typed: typed)
    let surroundings = CatalogueFilter.Surroundings(cached: [.fixture("rfc4243.txt")])
    let found = try catalogue.rows(matching: filter, in: surroundings)
    #expect(found.compactMap(\.id.rfc?.value) == numbers)
    #expect(found == (try catalogue.rows().filter { filter.matches($0, in: surroundings) }))
  }

  @Test func `what a reader has to know at once is there without the rest`() throws {
    let scene = try Scene()
    let store = try scene.store
    let numbers = try [4243, 4241, 4244, 9999].map { try #require(RFCNumber($0)) }
    #expect(store.standing(of: numbers[1]) == nil)
    try store.takeFeed(Self.index, entityTag: nil)
    let catalogue = try Self.catalogue(scene)
    let standing = try #require(store.standing(of: numbers[1]))
    #expect(standing.obsoletedBy.map(\.value) == [4242])
    #expect(standing.inForce.map(\.value) == [4242])
    #expect(store.standing(of: numbers[0])?.obsoletedBy == [])
    #expect(store.standing(of: numbers[2]) == nil)
    #expect(try catalogue.rows(of: numbers).compactMap(\.id.rfc?.value) == [4241, 4243])
    #expect(try catalogue.rows(of: []).isEmpty)
  }

  @Test func `a number that the catalogue says was never issued is not asked for`() throws {
    let server = try LoopbackServer(texts: [:])
    let scene = try Scene(mirror: server.url)
    try scene.store.takeFeed(Self.index, entityTag: nil)
    let number = try #require(RFCNumber(4244))
    #expect(throws: StoreError.neverIssued(number)) { try scene.store.fetch(.rfc(number)) }
    #expect(server.requests.isEmpty)
  }

  @Test func `the server is asked whether it has a newer one`() throws {
    let server = try Self.server("W/\"one\"")
    let scene = try Scene(mirror: server.url)
    let store = try scene.store
    let first = try store.fetchFeed(entityTag: try store.knownFeedTag())
    let bytes = try #require(try first.run())
    #expect(first.entityTag == "W/\"one\"")
    try store.takeFeed(bytes, entityTag: first.entityTag)
    #expect(try store.knownFeedTag() == "W/\"one\"")
    #expect(try store.fetchFeed(entityTag: store.knownFeedTag()).run() == nil)
    #expect(server.requests.count == 2)
  }

  @Test func `after a day it is time to ask, after seven for the whole index`() throws {
    let scene = try Scene()
    let store = try scene.store
    #expect(store.wantsNewerFeed(now: Self.now) == nil)
    try store.takeFeed(Self.index, entityTag: "\"one\"", now: Self.now)
    #expect(store.wantsNewerFeed(now: Self.now + 86_399) == false)
    #expect(store.wantsNewerFeed(now: Self.now + 86_400) == true)
    // A clock that was set back.
    #expect(store.wantsNewerFeed(now: Self.now - 10) == true)
    #expect(try store.knownFeedTag(now: Self.now + 7 * 86_400 - 1) == "\"one\"")
    #expect(try store.knownFeedTag(now: Self.now + 7 * 86_400) == nil)
    try store.confirmFeed(now: Self.now + 90_000)
    #expect(store.wantsNewerFeed(now: Self.now + 90_001) == false)
    #expect(try store.knownFeedTag(now: Self.now + 7 * 86_400) == nil)
  }

  @Test(arguments: [LoopbackServer.Response.Fault.truncate, .reset])
  func `an index cut short leaves the catalogue as it was`(fault: LoopbackServer.Response.Fault) throws {
    let server = try Self.server("\"two\"", fault: fault)
    let scene = try Scene(mirror: server.url)
    let store = try scene.store
    try store.takeFeed(Array(SampleFeed.xml(of: 5).utf8), entityTag: "\"one\"")
    #expect(throws: StoreError.self) { try store.fetchFeed(entityTag: "\"one\"").run() }
    #expect(throws: StoreError.self) {
      try store.takeFeed(Array(Self.index[..<2000]), entityTag: "\"two\"")
    }
    #expect(try Self.catalogue(scene).numbers().count == 5)
    #expect(try store.knownFeedTag() == "\"one\"")
  }

  @Test func `a library of noise is no catalogue, and is made anew`() throws {
    let scene = try Scene()
    let store = try scene.store
    try store.takeFeed(Self.index, entityTag: nil)
    var noise: [UInt8] = []
    for index in 0..<40_000 { noise.append(UInt8(truncatingIfNeeded: index &* 31 &+ index >> 7)) }
    try scene.folder.write(noise, to: "cache/rfcview/library.sqlite")
    #expect(try store.catalogue() == nil)
    #expect(try store.takeFeed(Self.index, entityTag: nil).wasDamaged)
    #expect(try Self.catalogue(scene).numbers().count == 3)
  }

  @Test func `a library whose pages are damaged is made anew by whoever changes it`() throws {
    let scene = try Scene()
    let store = try scene.store
    try store.takeFeed(Array(SampleFeed.xml(of: 3000).utf8), entityTag: nil)
    let path = try scene.folders.cache + "/library.sqlite"
    var bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    #expect(bytes.count > 100_000)
    for index in 8192..<(bytes.count - 4096) { bytes[index] = UInt8(truncatingIfNeeded: index &* 7) }
    try scene.folder.write(bytes, to: "cache/rfcview/library.sqlite")
    #expect(try store.takeFeed(Self.index, entityTag: nil).wasDamaged)
    #expect(try Self.catalogue(scene).numbers().count == 3)
  }

  @Test func `one writer at a time, and readers do not wait for it`() throws {
    let scene = try Scene()
    let store = try scene.store
    try store.takeFeed(Self.index, entityTag: nil)
    let lock = try WriterLock(try scene.folders)
    try #require(lock != nil)
    #expect(throws: StoreError.libraryFileBusy) { try store.takeFeed(Self.index, entityTag: nil) }
    #expect(try Self.catalogue(scene).numbers().count == 3)
    withExtendedLifetime(lock) {}
  }

  @Test func `at rest the library is one file, which whoever reads it does not hold up`() throws {
    let scene = try Scene()
    let store = try scene.store
    let logs = { scene.folder.names(in: "cache/rfcview").filter { $0.hasPrefix("library.sqlite-") } }
    try store.takeFeed(Self.index, entityTag: nil)
    #expect(logs().isEmpty)
    let catalogue = try Self.catalogue(scene)
    try store.takeFeed(Array(SampleFeed.xml(of: 5).utf8), entityTag: nil)
    #expect(try catalogue.numbers().count == 5 && Self.catalogue(scene).numbers().count == 5)
    withExtendedLifetime(catalogue) {}
    try store.confirmFeed()
    #expect(try Self.catalogue(scene).numbers().count == 5)
  }

  @Test func `while one run writes, another reads what was there before`() throws {
    let scene = try Scene()
    let store = try scene.store
    try store.takeFeed(Self.index, entityTag: nil)
    let (writer, _) = try LibraryFile(try scene.folders).openForWriting(.catalogue)
    try writer.run("BEGIN IMMEDIATE; DELETE FROM rfc; DELETE FROM fact")
    #expect(try Self.catalogue(scene).numbers().count == 3)
    try writer.run("ROLLBACK")
  }
}

/// The real index, with another parser as the judge.
struct WholeFeedTests {
  @Test(.enabled(if: Corpus.isThere, "needs ../shared/corpus"))
  func `the catalogue equals the index, entry by entry, as Python reads it`() throws {
    let path = Corpus.folder + "/../rfc-index.xml"
    let scene = try Scene()
    let store = try scene.store
    let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    let count = try store.takeFeed(bytes, entityTag: nil).count
    let catalogue = try #require(try store.catalogue())

    let judge = Process()
    judge.executableURL = URL(filePath: "/usr/bin/env")
    judge.arguments = ["python3", "-c", Self.judge, path]
    let pipe = Pipe()
    judge.standardOutput = pipe
    try judge.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    judge.waitUntilExit()
    try #require(judge.terminationStatus == 0)

    var judged = 0
    for line in output.split(separator: "\n") {
      let fields = line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
      switch fields.first {
      case "rfc":
        let entry = try #require(RFCNumber(digits: fields[1]).flatMap { try catalogue.entry($0) })
        #expect(Self.fields(of: entry) == fields)
        judged += 1
      case "none":
        #expect(try catalogue.isNeverIssued(#require(RFCNumber(digits: fields[1]))))
      default:
        let series = try #require(SubSeries(rawValue: fields[0]))
        let members = try catalogue.subSeries(series, #require(Int(fields[1])))?.members
        #expect(members?.map { String($0.value) }.joined(separator: "|") == fields[2])
      }
    }
    #expect(judged == count)
    #expect(judged > 9000)

    let rows = try catalogue.rows()
    #expect(rows.map(\.id.rfc?.value) == (try catalogue.numbers().map(\.value)))
    let cached = CatalogueFilter.Surroundings(cached: Set(rows.prefix(3000).map(\.id)))
    for typed in [
      "ipv6 address", "bcp14", "80", "author:postel", "author:ed.,", "status:obsolete stream:ietf", "wg:tls",
      "year:..1990 cached:",
    ] {
      let filter = CatalogueFilter(typed: typed)
      let found = try catalogue.rows(matching: filter, in: cached)
      #expect(found == rows.filter { filter.matches($0, in: cached) })
      #expect(!found.isEmpty)
    }
  }

  private static func fields(of entry: CatalogueEntry) -> [String] {
    func names(_ list: [ListedDocument]) -> String { list.map(\.description).joined(separator: "|") }
    let date = entry.date.map { "\($0.year) \($0.month) \($0.day ?? 0)" } ?? ""
    return [
      "rfc", String(entry.number.value), entry.title, entry.authors.joined(separator: "|"), date,
      entry.pages.map(String.init) ?? "", entry.status.rawValue, entry.publicationStatus.rawValue,
      entry.stream,
      entry.area, entry.workingGroup, entry.keywords.joined(separator: "|"),
      entry.abstract.joined(separator: "|"), names(entry.obsoletes), names(entry.obsoletedBy),
      names(entry.updates), names(entry.updatedBy), names(entry.isAlso), entry.doi, entry.draft,
      entry.errataURL,
    ]
  }

  private static let judge = #"""
    import calendar, re, sys, xml.etree.ElementTree as tree
    root = tree.parse(sys.argv[1]).getroot()
    name = lambda element: element.tag.split('}')[-1]
    words = lambda element: re.sub('[ \t-\r]+', ' ', ''.join(element.itertext())).strip(' ')
    def of(element, *path):
        found = [element]
        for step in path: found = [child for one in found for child in one if name(child) == step]
        return found
    def text(element, *path):
        found = [words(one) for one in of(element, *path) if words(one)]
        return found[-1] if found else ''
    def all(element, *path): return '|'.join(w for w in (words(one) for one in of(element, *path)) if w)
    def names(element, step):
        result = []
        for one in of(element, step, 'doc-id'):
            match = re.fullmatch(r'(RFC|BCP|STD|FYI)0*(\d+)', words(one))
            result.append(f'{match[1]} {int(match[2])}' if match else words(one))
        return '|'.join(result)
    def keywords(entry):
        found = []
        for one in of(entry, 'keywords', 'kw'):
            word = words(one)
            parts = [word[:-1] if word.endswith('|') else word]
            if word[:1] in ('[', ']'):
                match = re.fullmatch(r'.([^]|}]*)(?:[^]}]*[]}][ .]*(.*))?', word)
                parts = ['' if match[1].startswith('---') else match[1].strip(' '), (match[2] or '').strip(' ')]
            found += [part for part in parts if part and part not in found]
        return '|'.join(found)
    months = {month: number for number, month in enumerate(calendar.month_name) if month}
    for entry in root:
        kind = name(entry)
        number = re.sub('^[A-Z]*0*', '', text(entry, 'doc-id'))
        if kind == 'rfc-entry':
            authors = '|'.join(words(of(a, 'name')[0]) + (', Ed.' if of(a, 'title') else '') for a in of(entry, 'author'))
            date = f"{text(entry, 'date', 'year')} {months[text(entry, 'date', 'month')]} {text(entry, 'date', 'day') or 0}"
            fields = ['rfc', number, text(entry, 'title'), authors, date, text(entry, 'page-count'),
                text(entry, 'current-status'), text(entry, 'publication-status'), text(entry, 'stream'),
                text(entry, 'area'), text(entry, 'wg_acronym'), keywords(entry), all(entry, 'abstract', 'p'),
                names(entry, 'obsoletes'), names(entry, 'obsoleted-by'), names(entry, 'updates'),
                names(entry, 'updated-by'), names(entry, 'is-also'), text(entry, 'doi'), text(entry, 'draft'),
                text(entry, 'errata-url')]
        elif kind == 'rfc-not-issued-entry': fields = ['none', number]
        else: fields = [kind[:3].upper(), number, names(entry, 'is-also').replace('RFC ', '')]
        print('\x1f'.join(fields))
    """#
}

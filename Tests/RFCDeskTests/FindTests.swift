import RFCDesk
import RFCModel
import RFCTransfer
import TestSupport
import Testing

/// What the catalogue finds, and what narrows it.
@Suite struct FindTests {
  /// Each field leaves the same, whoever asks: RFC 4241 has a bookmark, 4243 was read, 4242 and 4243 are here.
  @Test(arguments: [
    ("bookmarked:", [4241]), ("recent:", [4243]), ("cached:", [4243, 4242]), ("cached: recent:", [4243]),
    ("author:reader", [4241]), ("status:bcp", [4242]), ("wg:first", [4241]), ("stream:iab", [4242]),
    ("year:..2005", [4241]), ("protocol", [4243, 4242, 4241]), ("bcp7", [4242]), ("sample year:2006", [4242]),
    ("cryptography", []),
  ])
  func `a filter leaves the same wherever it is asked`(typed: String, expected: [Int]) throws {
    let scene = try DeskScene.furnished()
    let filter = CatalogueFilter(typed: typed)
    #expect(try numbers(scene.desk.find(filter).rows).sorted() == expected.sorted())
    let library = try scene.desk.library()
    let shown = library.rows.filter { filter.matches($0, in: library.surroundings) }
    #expect(numbers(shown.reversed()) == expected)
    #expect(
      try scene.desk.plan(SyncChoice(words: typed.split(separator: " ").map(String.init))).chosen.map(\.value)
        == expected.reversed())
    #expect(scene.client.waits == 0)
  }

  @Test(arguments: [
    ("424", [4242, 4243, 4241]), ("RFC 4242", [4242]), ("bcp 7", [4242]), ("4242 section 2", [4242]),
  ])
  func `a document is found by its name`(typed: String, expected: [Int]) throws {
    let scene = try DeskScene.furnished()
    #expect(try numbers(scene.desk.find(CatalogueFilter(typed: typed)).rows) == expected)
  }

  @Test(arguments: ["bcp7", "BCP 7", "bcp7 sample"])
  func `the name of a sub-series is no beginning of another`(typed: String) throws {
    let other = SampleFeed.xml.replacing(
      "<bcp-entry><doc-id>BCP0008</doc-id>",
      with: "<bcp-entry><doc-id>BCP0078</doc-id><is-also><doc-id>RFC4243</doc-id></is-also>"
    ).replacing(
      "<updates><doc-id>RFC4241</doc-id></updates>",
      with: "<is-also><doc-id>BCP0078</doc-id></is-also><updates><doc-id>RFC4241</doc-id></updates>")
    let server = try mirror(index: other)
    let desk = try DeskScene(mirror: server.url).desk
    #expect(numbers(try desk.find(CatalogueFilter(typed: "bcp78")).rows) == [4243])
    #expect(numbers(try desk.find(CatalogueFilter(typed: typed)).rows).first == 4242)
    let found = numbers(try desk.find(CatalogueFilter(typed: typed)).rows)
    #expect(typed.contains("sample") || found == [4242])
  }

  @Test(arguments: ["29", "rfc29", "text 29"])
  func `the RFC of just that number comes before those that begin so`(typed: String) throws {
    let server = try mirror(index: SampleFeed.xml(of: 300))
    let rows = try DeskScene(mirror: server.url).desk.find(CatalogueFilter(typed: typed)).rows
    #expect(numbers(rows).prefix(11) == [29] + (290...299).reversed())
  }

  @Test func `a filter that leaves everything is none`() throws {
    let scene = try DeskScene.furnished()
    #expect(problem { try scene.desk.find(CatalogueFilter(typed: "author:")) } == .emptyFilter)
  }

  @Test func `bookmarks that cannot be read are told, and ask for nothing where no filter does`() throws {
    let scene = try DeskScene.furnished()
    try scene.folder.write([UInt8](repeating: 0x78, count: 3 << 20), to: ".local/state/rfcview/bookmarks")
    guard
      case .store(.cannotRead)? = problem(of: { try scene.desk.find(CatalogueFilter(typed: "bookmarked:")) })
    else {
      Issue.record("a file of 3 MiB is too large")
      return
    }
    #expect(try numbers(scene.desk.find(CatalogueFilter(typed: "sample")).rows) == [4242])
    #expect(try scene.desk.library().surroundings.bookmarked.isEmpty)
  }

  @Test func `the entries of rows are whole`() throws {
    let scene = try DeskScene.furnished()
    let desk = try scene.desk
    let entries = try desk.entries(of: desk.find(CatalogueFilter(typed: "protocol")).rows)
    #expect(entries.map(\.number.value) == [4242, 4243, 4241])
    #expect(entries.last?.authors == ["A. Writer", "B. Reader, Ed."])
    #expect(try desk.entries(of: []).isEmpty)
    #expect(try numbers(desk.rows(of: [rfc(4243), rfc(4241), rfc(9999)])) == [4241, 4243])
    #expect(try numbers(desk.listed()) == [4241, 4242, 4243])
  }

  @Test func `a catalogue is asked for where there is none, and only by whoever may wait`() throws {
    let server = try mirror()
    let scene = try DeskScene(mirror: server.url)
    let desk = try scene.desk
    #expect(problem { try desk.atHand.find(CatalogueFilter(typed: "sample")) } == .noCatalogue)
    #expect(server.requests.isEmpty)
    #expect(try numbers(desk.find(CatalogueFilter(typed: "sample")).rows) == [4242])
    #expect(try numbers(desk.find(CatalogueFilter(typed: "sample")).rows) == [4242])
    #expect(server.requests.count == 1)
    #expect(scene.client.waits == 1 && !scene.client.isWaiting && !scene.client.isShown)
    #expect(try numbers(scene.refreshing.find(CatalogueFilter(typed: "sample")).rows) == [4242])
    #expect(server.requests.count == 2)
    #expect(try numbers(scene.refreshing.atHand.find(CatalogueFilter(typed: "sample")).rows) == [4242])
    #expect(server.requests.count == 2)
  }

  @Test func `offline and without a catalogue the problem is the store's`() throws {
    let scene = try DeskScene()
    #expect(
      problem { try scene.desk.find(CatalogueFilter(typed: "sample")) } == .store(.offline(.feed)))
  }

  // MARK: The cache

  @Test(arguments: [
    ("", ["rfc4242", "rfc4243", "rfc4250", "draft-a-b-00"]), ("bookmarked:", []), ("recent:", ["rfc4243"]),
    ("status:bcp", ["rfc4242"]), ("lonely", ["rfc4250"]), ("draft-a", ["draft-a-b-00"]),
    ("cached: year:2006", ["rfc4242"]),
  ])
  func `what is here is narrowed by what the catalogue says of it`(typed: String, names: [String]) throws {
    let scene = try DeskScene.furnished()
    try scene.cache("Request for Comments: 4250\n\n   A Lonely Text\n\n1.  Alone\n", as: 4250)
    try scene.folder.write("1.  Nothing\n".utf8, to: ".cache/rfcview/draft/draft-a-b-00.txt")
    #expect(try scene.desk.list(CatalogueFilter(typed: typed)).map(\.id.baseName) == names)
  }

  @Test func `a first page gives title and date`() throws {
    let scene = try DeskScene.furnished()
    let row = try #require(try scene.desk.list(.everything).first)
    #expect(row.title == "The Sample Transfer Protocol")
    #expect(row.date == CalendarDate(year: 2026, month: 2))
  }

  // MARK: The library

  @Test func `the library has what is in the cache beside what is listed`() throws {
    let scene = try DeskScene.furnished()
    try scene.cache("Request for Comments: 4250\n", as: 4250)
    let library = try scene.desk.library()
    #expect(numbers(library.rows) == [4241, 4242, 4243, 4250])
    #expect(library.catalogue == .fetched(daysAgo: 0))
    #expect(try library.surroundings.bookmarked == [document(4241)])
    #expect(try scene.desk.standing(of: document(4241))?.obsoletedBy.map(\.value) == [4242])
    #expect(try scene.desk.standing(of: .draft(#require(DraftName("draft-a-b-00")))) == nil)
  }

  @Test func `a library without a catalogue says why, unless one is offline`() throws {
    let offline = try DeskScene()
    try offline.cache(SampleText.unpaged, as: 4242)
    let (library, problem) = try offline.desk.broughtLibrary()
    #expect(numbers(library.rows) == [4242] && library.catalogue == .missing && problem == nil)

    let server = try mirror(index: "no index")
    let (_, reason) = try DeskScene(mirror: server.url).desk.broughtLibrary()
    guard case .store(.badFeed)? = reason else {
      Issue.record("\(String(describing: reason))")
      return
    }
    let whole = try mirror()
    #expect(
      try numbers(DeskScene(mirror: whole.url).desk.broughtLibrary().library.rows) == [4241, 4242, 4243])
  }
}

import CLibrary
import RFCModel
import StoreTerms
import TestSupport
import Testing
import UserFiles

@testable import RFCDesk

/// Documents, where they are, and what is known of them.
@Suite struct DocumentTests {
  private func stored(_ number: Int) throws -> Text { .stored(Locator(try document(number))) }

  @Test func `what is here is not asked for, what is not comes`() throws {
    let text = "Request for Comments: 4241\n\n1.  One\n\n   Text.\n"
    let server = try mirror([4241: text])
    let scene = try DeskScene.furnished(mirror: server.url)
    #expect(try scene.desk.bytes(of: stored(4242)) == Array(SampleText.unpaged.utf8))
    #expect(server.requests.isEmpty && scene.client.waits == 0)
    let obtained = try scene.desk.obtain(stored(4241))
    #expect(obtained.isDownloaded && obtained.bytes == Array(text.utf8) && obtained.notices.isEmpty)
    #expect(scene.cached.contains("rfc4241.txt"))
    #expect(scene.client.waits == 1 && !scene.client.isWaiting && !scene.client.isShown)
    #expect(!scene.client.seen.isEmpty)
    #expect(try scene.desk.cachedBytes(of: document(4250)) == nil)
    // RFC 4242 is none of the server's, so it stays.
    guard case .store(.transfer)? = problem(of: { try scene.refreshing.obtain(stored(4242)) }) else {
      Issue.record("it was not asked for")
      return
    }
    #expect(try scene.desk.bytes(of: stored(4242)) == Array(SampleText.unpaged.utf8))
  }

  @Test func `a download may be driven by whoever wants it`() throws {
    let server = try mirror([4241: "Request for Comments: 4241\n\n1.  One\n\n   Text.\n"])
    let scene = try DeskScene.furnished(mirror: server.url)
    let download = try scene.desk.startDownload(of: document(4241))
    #expect(scene.cached.contains { $0.hasPrefix(".") })
    try download.run()
    #expect(try scene.desk.file(of: document(4241)) == scene.folder.path + "/.cache/rfcview/rfc/rfc4241.txt")
    #expect(scene.cached == ["rfc4241.txt", "rfc4242.txt", "rfc4243.txt"])
    #expect(scene.client.waits == 0)
    guard case .store(.offline)? = problem(of: { try DeskScene().desk.startDownload(of: document(4241)) })
    else {
      Issue.record("offline nothing is asked")
      return
    }
  }

  @Test func `the conversation with the server is handed on`() throws {
    let server = try mirror([4241: "Request for Comments: 4241\n\n1.  One\n\n   Text.\n"])
    let scene = try DeskScene.furnished(mirror: server.url)
    var lines: [String] = []
    _ = try scene.desk.obtain(document(4241), mustBeKept: true) { lines.append($0) }
    #expect(lines.contains { $0.contains("GET /rfc/rfc4241.txt") })
  }

  @Test func `a file that is no text is told of, and replaced where that can be`() throws {
    let server = try mirror([4242: SampleText.unpaged])
    let scene = try DeskScene.furnished(mirror: server.url)
    try scene.cache("<html><body>Sign in</body></html>", as: 4242)
    try scene.cache("<html><body>Sign in</body></html>", as: 4243)
    #expect(try scene.desk.bytes(of: stored(4242)) == Array(SampleText.unpaged.utf8))
    guard case .store(.replaced)? = scene.client.heard.first else {
      Issue.record("\(scene.client.heard)")
      return
    }
    // None of the server's: what is wrong with the file is told before that.
    #expect(problem { try scene.desk.bytes(of: stored(4243)) } != nil)
    guard case .store(.spoiled)? = scene.client.heard.last else {
      Issue.record("\(scene.client.heard)")
      return
    }
    var offline = scene
    offline.settings.isOffline = true
    guard case .store(.spoiled)? = problem(of: { try offline.desk.bytes(of: stored(4243)) }) else {
      Issue.record("offline nothing else is left")
      return
    }
    #expect(try scene.desk.pathInCache(of: document(4243)) == nil)
  }

  @Test func `who loses patience is told so, and nothing is left`() throws {
    let silent = try LoopbackServer(
      texts: ["/rfc/rfc4241.txt": Array(SampleText.unpaged.utf8)], fault: .stall)
    let scene = try DeskScene.furnished(mirror: silent.url)
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    try #require(write(ends[1], "x", 1) == 1)
    scene.client.interrupt = ends[0]
    #expect(
      try problem { try scene.desk.bytes(of: stored(4241)) } == .store(.cancelled(.document(document(4241)))))
    #expect(scene.client.gaveUp == [nil])
    #expect(!scene.client.isWaiting)
    #expect(scene.cached == ["rfc4242.txt", "rfc4243.txt"])
  }

  @Test func `settings that were told are not told again`() throws {
    var scene = try DeskScene()
    scene.settings = StoreSettings()
    scene.environment["RFCVIEW_MIRROR"] = "ftp://localhost"
    let folders = try StoreFolders(environment: scene.environment)
    scene.settings = Configuration.load(folders: folders, environment: scene.environment).store
    let store = try scene.store
    let resource = Resource.document(try document(4242))
    #expect(
      try problem { try Desk(store, hasToldSettings: true).obtain(stored(4242)) }
        == .store(.noServer(resource, nil)))
    #expect(
      try problem { try Desk(store).obtain(stored(4242)) }
        == .store(.noServer(resource, scene.settings.serverProblem)))
  }

  // MARK: Files

  @Test func `files are read as they are, and why not is said`() throws {
    let scene = try DeskScene()
    let path = try scene.folder.write([0xEF, 0xBB, 0xBF, 0x41], to: "a.txt")
    #expect(try scene.desk.bytes(of: .file(path)) == [0xEF, 0xBB, 0xBF, 0x41])
    #expect(try scene.desk.path(of: .file(path)) == path)
    #expect(
      problem { try scene.desk.bytes(of: .file("/nowhere")) } == .cannotRead(name: "/nowhere", errno: 2))
    #expect(
      problem { try scene.desk.bytes(of: .file(scene.folder.path)) }
        == .cannotRead(name: scene.folder.path, errno: 21))
  }

  @Test func `what is larger than may be is not read`() throws {
    let scene = try DeskScene()
    let path = try scene.folder.write([UInt8](repeating: 0x61, count: 200_000), to: "large.txt")
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    #expect(
      problem { try FileText.read(descriptor, named: "large.txt", limit: 1 << 16) }
        == .tooLarge(name: "large.txt", mebibytes: 0))
  }

  // MARK: Sub-series, places

  @Test func `a sub-series of one member is that RFC`() throws {
    let scene = try DeskScene.furnished()
    let desk = try scene.desk
    #expect(try desk.resolve(.subSeries(.bcp, 7)) == stored(4242))
    #expect(try desk.bytes(of: .subSeries(.bcp, 7)) == Array(SampleText.unpaged.utf8))
    #expect(try desk.members(of: .std, 9).map(\.value) == [4242, 4243])
    #expect(try desk.resolve(.subSeries(.std, 9)) == .subSeries(.std, 9))
    #expect(problem { try desk.members(of: .bcp, 8) } == .store(.noSuchSubSeries(.bcp, 8)))
    let several = DeskError.several(.std, 9, [try rfc(4242), try rfc(4243)])
    #expect(problem { try desk.obtain(.subSeries(.std, 9)) } == several)
    #expect(problem { try desk.path(of: .subSeries(.std, 9)) } == several)
    #expect(problem { try desk.inform(about: .subSeries(.std, 9)) } == several)
    #expect(several.message == "STD 9 is RFC 4242 and RFC 4243: name one of them.")
  }

  @Test func `where a text is`() throws {
    let scene = try DeskScene.furnished()
    let desk = try scene.desk
    let path = scene.folder.path + "/.cache/rfcview/rfc/rfc4242.txt"
    #expect(try desk.path(of: stored(4242)) == path)
    #expect(try desk.pathInCache(of: document(4242)) == path)
    #expect(try problem { try desk.path(of: stored(4241)) } == .notCached(document(4241)))
    #expect(problem { try desk.path(of: .standardInput) } == .inputHasNoPath)
    #expect(Text.stored(Locator(try document(1), at: .line(3))).anchor == .line(3))
    #expect(Text.standardInput.anchor == nil)
  }

  // MARK: Information

  @Test func `what the catalogue says, and whether the text is here`() throws {
    let scene = try DeskScene.furnished()
    let desk = try scene.desk
    let here = try desk.inform(about: document(4242))
    #expect(here.entry.title == "A Sample Protocol" && here.path?.hasSuffix("/rfc4242.txt") == true)
    #expect(try desk.inform(about: .subSeries(.bcp, 7)) == here)
    #expect(try desk.inform(about: stored(4241)).path == nil)
    #expect(try problem { try desk.inform(about: stored(4244)) } == .store(.neverIssued(rfc(4244))))
    #expect(
      try problem { try desk.inform(about: stored(4250)) }
        == .store(.notInCatalogue(rfc(4250), newest: rfc(4243))))
    let draft = DocumentID.draft(try #require(DraftName("draft-a-b-00")))
    #expect(problem { try desk.inform(about: draft) } == .isDraft(draft))
    #expect(problem { try desk.inform(about: .file("x")) } == .onlyRFCs)
  }

  // MARK: Bookmarks

  @Test func `bookmarks come and go`() throws {
    let scene = try DeskScene.furnished()
    let desk = try scene.desk
    #expect(try desk.bookmarks().map(\.note) == ["why?"])
    let place = Place(section: nil, offset: 0, line: 7)
    let new = Bookmark(document: try document(4242), place: place, title: "", heading: "", note: "here")
    try desk.add(new)
    #expect(try desk.bookmarks().map(\.note) == ["why?", "here"])
    // It has a day, and what was there before has none.
    #expect(try desk.bookmarks().map { $0.added?.day == nil } == [true, false])
    #expect(try numbers(desk.find(CatalogueFilter(typed: "bookmarked:")).rows) == [4242, 4241])
    try desk.remove(new)
    #expect(try desk.bookmarks().count == 1)
  }
}

import RFCDesk
import RFCFormats
import RFCModel
import TestSupport
import Testing

/// The full text, with the files in its place where it has not got them, and who cites whom.
@Suite struct SearchTests {
  private static let citing = """

    Request for Comments: 4244

    1.  Citing

       See Section 2.1 of RFC 4242.

       And RFC 4242, for a receiver.

    """

  private func query(_ text: String) throws -> FullTextQuery { try FullTextQuery(asked: text) }

  @Test(arguments: [
    ("receiver", [4242, 4244]), ("receiver bookmarked:", [4244]), ("receiver recent:", [4242]),
    ("receiver cached:", [4242, 4244]), ("receiver year:2026", [4242]),
  ])
  func `the index, the files, and both find the same`(typed: String, expected: [Int]) throws {
    let scene = try DeskScene()
    try scene.cache(SampleText.unpaged, as: 4242)
    try scene.folder.write("position - +0 @12\n".utf8, to: ".local/state/rfcview/documents/rfc4242")
    try scene.folder.write(
      "bookmark rfc4244 1 +0 @4\t\t\t\n".utf8, to: ".local/state/rfcview/bookmarks")
    let desk = try scene.desk
    func found(_ source: Search.Source) throws -> [Int] {
      let search = try Searcher(desk).search(query(typed), limit: 20)
      #expect(search.source == source)
      search.finish()
      #expect(search.isComplete)
      #expect(search.results.documents == search.results.hits.count)
      return search.results.hits.compactMap(\.document.rfc?.value).sorted()
    }
    try scene.cache(Self.citing, as: 4244)
    #expect(try found(.texts) == expected)
    try scene.folder.write([], to: ".cache/rfcview/rfc/rfc4244.txt")
    _ = try desk.index()
    try scene.cache(Self.citing, as: 4244)
    #expect(try found(.indexAndTexts(1)) == expected)
    #expect(try desk.indexWhatIsNew()?.added == 1)
    #expect(try found(.index) == expected)
    #expect(try desk.indexWhatIsNew() == nil)
  }

  @Test func `a search goes on in parts, and a searcher sees what comes meanwhile`() throws {
    let scene = try DeskScene()
    try scene.cache(SampleText.unpaged, as: 4242)
    let desk = try scene.desk
    _ = try desk.index()
    let searcher = Searcher(desk)
    let indexed = try searcher.search(query("receiver"), limit: 20)
    #expect(indexed.isComplete && indexed.results.sections == 1)
    indexed.advance()
    try scene.cache(Self.citing, as: 4244)
    #expect(try searcher.search(query("receiver"), limit: 20).source == .index)
    searcher.forgetMissing()
    let both = try searcher.search(query("receiver"), limit: 20)
    #expect(!both.isComplete && both.results.sections == 1)
    both.advance(bytes: 1)
    #expect(both.isComplete && both.results.sections == 2)
    let (hits, problems) = try both.found()
    #expect(hits.count == 2 && problems.isEmpty)
    #expect(hits.allSatisfy { $0.1?.text.contains("receiver") == true })
  }

  @Test func `a file that has been spoiled since is told once, and its hits stay`() throws {
    let scene = try DeskScene()
    try scene.cache(SampleText.unpaged, as: 4242)
    let desk = try scene.desk
    _ = try desk.index()
    let search = try Searcher(desk).search(query("sample"), limit: 20)
    try scene.cache("<html><body>Sign in</body></html>", as: 4242)
    let (hits, problems) = try search.found()
    #expect(hits.count == 1 && hits.allSatisfy { $0.1 == nil && !$0.0.others.isEmpty })
    #expect(problems.count == 1)
  }

  @Test func `what is no query is the asker's fault`() throws {
    #expect(problem { try query("year:2020") } == .emptyQuery)
    guard case .query(let reason)? = problem(of: { try query("\"open") }) else {
      Issue.record("a quote is open")
      return
    }
    #expect(reason.kind == .openQuote)
  }

  // MARK: The index

  @Test func `an index says how far it is and what it could not read`() throws {
    let scene = try DeskScene()
    let desk = try scene.desk
    try desk.keepUpIndex()
    #expect(scene.folder.names(in: ".cache/rfcview").filter { $0.hasPrefix("library") } == [])
    try scene.cache(SampleText.unpaged, as: 4242)
    try scene.cache("<html><body>Sign in</body></html>", as: 4243)
    let outcome = try desk.index()
    #expect(outcome.added == 1)
    guard case .store(.spoiled)? = scene.client.heard.first else {
      Issue.record("\(scene.client.heard)")
      return
    }
    #expect(scene.client.seen.contains { if case .indexing = $0 { true } else { false } })
    #expect(!scene.client.isShown)

    let seen = scene.client.seen.count
    try scene.cache(Self.citing, as: 4244)
    try desk.keepUpIndex()
    #expect(scene.client.seen.count == seen)
    #expect(try Searcher(desk).search(query("receiver"), limit: 9).results.documents == 2)
    #expect(try desk.unwatched.index(rebuilds: true).added == 2)
    #expect(scene.client.seen.count == seen)
  }

  @Test func `a damaged library is made anew, and who looks on hears it`() throws {
    let scene = try DeskScene()
    try scene.cache(SampleText.unpaged, as: 4242)
    try scene.folder.write([UInt8](repeating: 7, count: 9000), to: ".cache/rfcview/library.sqlite")
    #expect(try scene.desk.index().added == 1)
    #expect(scene.client.heard == [.catalogueLost])
  }

  // MARK: Who cites whom

  @Test func `who cites an RFC is known of what is indexed`() throws {
    let scene = try DeskScene()
    try scene.cache(SampleText.unpaged, as: 4242)
    try scene.cache(Self.citing, as: 4244)
    let desk = try scene.desk
    #expect(problem { try Searcher(desk).citing(rfc(4242)) } == .store(.noFullText))
    _ = try desk.index()
    let citing = try Searcher(desk).citing(rfc(4242))
    #expect(citing.places.map(\.line) == [5, 7] && citing.notIndexed == 0)
    #expect(try Searcher(desk).citing(rfc(4242), section: SectionNumber("2.1")).places.count == 1)
    try scene.cache(Self.citing, as: 4245)
    #expect(try Searcher(desk).citing(rfc(4242)).notIndexed == 1)
  }

  @Test func `what a document cites has a name, whatever it is`() {
    let text = """

      Request for Comments: 4244

      1.  Introduction

         See Section 2, Section 3.2 of [SAMPLE], BCP 14 and [BOOK].

      2.  References

         [BOOK]    Writer, A., "A Book", Publisher, 1999.

         [SAMPLE]  Writer, B., "Samples", RFC 4243, March 1998.

      """
    let cited = Cited.all(in: ParsedText(TextDecoder.document(from: Array(text.utf8))))
    #expect(cited.map(\.target) == [nil, "RFC 4243", "BCP 14", "[BOOK]", "RFC 4243"])
    #expect(cited.map(\.rfc?.value) == [nil, 4243, nil, nil, 4243])
    #expect(cited.map(\.sectionOfRFC?.text) == ["2", "3.2", nil, nil, nil])
    #expect(cited.map(\.line) == [5, 5, 5, 5, 11])
    #expect(cited.map(\.text).prefix(2) == ["Section 2", "Section 3.2 of [SAMPLE]"])
  }
}

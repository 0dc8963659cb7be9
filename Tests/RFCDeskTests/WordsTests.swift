import RFCDesk
import RFCModel
import StoreTerms
import TestSupport
import Testing

/// What the desk says of its problems: one line each, that names the thing and ends.
@Suite struct WordsTests {
  private static let problems: [DeskError] = {
    let number = RFCNumber(4242)
    let draft = DraftName("draft-a-b-00").map { DocumentID.draft($0) }
    return [
      .noCatalogue, .onlyRFCs, .inputHasNoPath, .emptyFilter, .emptyQuery, .namesNothing("a\u{1B}b"),
      .emptyRange("9-3"), .nothingListed, .nothingCached, .nothingFound,
      .cannotRead(name: "a\nb", errno: 2), .tooLarge(name: "x", mebibytes: 256), .store(.noFullText),
    ] + [draft].compactMap(\.self).flatMap { [.isDraft($0), .notCached($0), .notIndexed($0)] }
      + [number].compactMap(\.self).flatMap { number -> [DeskError] in
        [
          .nothingCites(number, section: nil), .nothingCites(number, section: SectionNumber("2.1")),
          .several(.std, 9, [number, number]),
        ]
      }
  }()

  @Test(arguments: problems)
  func `a problem is one line`(problem: DeskError) {
    let words = problem.message
    #expect(words.hasSuffix(".") && !words.isEmpty)
    #expect(words.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    #expect(DeskNotice.desk(problem).message == words)
  }

  @Test func `what is wrong with a query is said in its words`() {
    #expect(problem { try FullTextQuery(asked: "\"open") }?.message.contains("`\"open`") == true)
  }

  @Test func `a notice says the way on`() {
    #expect(DeskNotice.fullTextLost.message.contains("rfcview index"))
    #expect(DeskNotice.catalogueLost.message.contains("rfcview update"))
    #expect(DeskNotice.store(.noFullText).message == StoreError.noFullText.message)
  }

  @Test(arguments: [
    (CatalogueState.missing, "no catalogue: rfcview update"), (.fetched(daysAgo: 0), "index from today"),
    (.fetched(daysAgo: 1), "index from yesterday"), (.fetched(daysAgo: 9), "index from 9 days ago"),
    (.inUse, "in use by another program"), (.damaged, "catalogue damaged: rfcview update"),
  ])
  func `a list says where it comes from`(state: CatalogueState, words: String) {
    #expect(state.words == words)
  }

  @Test func `a search says what the index has not answered`() {
    #expect(Search.Source.index.advice == nil && Search.Source.index.note == "")
    #expect(Search.Source.texts.advice?.contains("no index") == true)
    #expect(Search.Source.texts.note == "plain scan: no index")
    #expect(Search.Source.indexAndTexts(3).advice?.hasPrefix("plain scan of 3 documents") == true)
    #expect(Search.Source.indexAndTexts(3).note == "plain scan of 3 more")
  }

  @Test func `who cites an RFC is said with who was not asked`() throws {
    let scene = try DeskScene()
    try scene.cache("1.  A\n\n   See RFC 4243.\n", as: 4242)
    _ = try scene.desk.index()
    let all = try Searcher(scene.desk).citing(rfc(4243))
    #expect(all.advice == nil && all.note == "")
    try scene.cache("1.  A\n\n   See RFC 4243.\n", as: 4244)
    let some = try Searcher(scene.desk).citing(rfc(4243))
    #expect(some.advice == "1 document is not in the index; run `rfcview index` to add it")
    #expect(some.note == "1 not indexed")
  }
}

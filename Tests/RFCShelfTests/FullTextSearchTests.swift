import RFCModel
import TestSupport
import Testing

@testable import RFCShelf

/// What a search of the texts finds, by the index and by a plain scan.
struct FullTextSearchTests {
  private static let long = Array(
    repeating: "Nothing of it is said in so many words in this long line of prose.", count: 8
  )
  .joined(separator: "\n")

  private static func scene() throws -> FullTextScene {
    let scene = try FullTextScene([
      4241: FullTextScene.text(
        4241, title: "Older Windows",
        [
          ("Introduction", "A window is opened by whoever wants to see the lighthouse."),
          ("Lighthouse", "It burns at night. The keeper sleeps."),
        ]),
      4242: FullTextScene.text(
        4242, title: "Lamps for Travellers",
        [
          ("Introduction", "The word lighthouse stands in a sentence of prose here.\n" + long),
          (
            "The Lighthouse",
            "It burns at night; a quoted-string of TLS1.3 is no lamp.\nSlow\nstart is a phrase."
          ),
          ("Windows", "There is none, Kühlewind said in her na\u{EF}ve way, and never will be."),
        ]),
      4243: SampleText.paged,
    ])
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: nil)
    try scene.index()
    return scene
  }

  @Test(arguments: [
    ("lighthouse", ["4242 2", "4242 1", "4241 2", "4241 1"]), ("LIGHTHOUSE keeper", ["4241 2"]),
    ("\"slow start\"", ["4242 2"]), ("\"start slow\"", []), ("slow NEAR phrase", ["4242 2"]),
    ("NEAR(slow phrase, 2)", []), ("NEAR(slow phrase, 3)", ["4242 2"]), ("NEAR(phrase slow, 3)", ["4242 2"]),
    ("lighthouse NOT prose", ["4242 2", "4241 2", "4241 1"]), ("keeper OR kuhlewind", ["4242 3", "4241 2"]),
    ("quoted-string", ["4242 2"]), ("\"quoted string\"", ["4242 2"]), ("TLS1.3", ["4242 2"]), ("tls3", []),
    ("travel*", ["4242"]), ("trave", []), ("in:title windows", ["4242 3", "4241"]), ("naive", ["4242 3"]),
    ("NA\u{CF}VE", ["4242 3"]), ("(keeper OR lamp) night", ["4242 2", "4241 2"]),
    ("lighthouse status:historic", ["4241 2", "4241 1"]), ("lighthouse year:2006..", ["4242 2", "4242 1"]),
    ("lighthouse author:nobody", []), ("\"so that the two halves of it belong together\"", ["4243 1"]),
    ("\"cut here\"", ["4243 2"]), ("prose", ["4242 1"]),
  ]) func `a query finds these sections`(typed: String, sections: [String]) throws {
    let found = try Self.scene().found(typed)
    // The order among equals is nobody's promise; that of the obsolete behind the others is.
    #expect(found.sorted() == sections.sorted())
    #expect(found.map { $0.hasPrefix("4241") } == sections.map { $0.hasPrefix("4241") })
  }

  @Test func `a heading outweighs the text, and the title a heading`() throws {
    let scene = try Self.scene()
    #expect(try scene.found("lighthouse").prefix(2) == ["4242 2", "4242 1"])
    #expect(try scene.found("windows") == ["4242 3", "4241"])
  }

  @Test func `while somebody types, the results are those of the words so far`() throws {
    let scene = try Self.scene()
    #expect(try scene.found("kuhle", isComplete: false) == ["4242 3"])
    #expect(try scene.found("\"slow sta", isComplete: false) == [])
    #expect(try scene.found("\"start is a phras", isComplete: false) == ["4242 2"])
  }

  @Test func `a hit says what its document is`() throws {
    let scene = try Self.scene()
    let hit = try #require(
      try scene.fullText.search(FullTextQuery(typed: "keeper"), limit: 1).hits.first)
    #expect(hit.title == "The First & Oldest Protocol")
    #expect(hit.heading == "Lighthouse")
    #expect(hit.year == 2005)
    #expect(hit.status.rawValue == "HISTORIC")
    #expect(hit.obsoletedBy.map(\.value) == [4242])
    #expect(hit.lines == 15..<19)
  }

  @Test func `an excerpt shows the words where most of them stand together`() throws {
    let scene = try Self.scene()
    let phrase = try scene.excerpt("\"slow start\"")
    #expect(phrase.marked == ["Slow start"])
    #expect(phrase.text.contains("lamp. Slow start is a phrase."))
    let paged = try scene.excerpt("belong together")
    #expect(paged.text.contains("two halves of it belong together when"))
    #expect(paged.marked == ["belong", "together"])
    // The line of the word before the page's end.
    #expect(paged.line == 11)
    let narrow = try scene.excerpt("prose NOT lamp", width: 40)
    #expect(narrow.text.utf8.count <= 48)
    #expect(narrow.marked == ["prose"])
    #expect(narrow.text.hasPrefix("... ") && narrow.text.hasSuffix(" ..."))
    // The title as it is printed.
    #expect(try scene.excerpt("in:title travellers").line == 5)
    #expect(try scene.excerpt("kuhlewind").marked == ["Kühlewind"])
  }

  @Test(arguments: [
    ("Before it. The reader (of e.g. Latin) sees a heron. Behind it. Behind it.", "The reader"),
    ("Long before it, as of v. 2.1 of it, The Reader sees a heron. And so on.", "... it, The"),
    ("It is said. \"A heron\" is seen. And so on, for the rest of this long line of words.", "\"A heron\""),
    ("One is here. Two is there. A heron.", "One is here."),
  ])
  func `an excerpt begins with its sentence where there is room`(text: String, beginning: String) throws {
    let scene = try FullTextScene([4245: FullTextScene.text(4245, [("One", text)])])
    try scene.index()
    let excerpt = try scene.excerpt("heron", width: 50)
    #expect(excerpt.text.hasPrefix(beginning), "\(excerpt.text)")
  }

  @Test(arguments: ["lower-numbered", "\"lower-numbered names\"", "S/MIME", "page-end"])
  func `a word that breaks at its hyphen or slash is found, and one word in the excerpt`(typed: String) throws
  {
    let scene = try FullTextScene([
      4245: FullTextScene.text(
        4245,
        [("One", "All streams of that type with lower-\nnumbered names are open.\nIt is signed by S/\nMIME.")]
      ),
      4246: SampleText.paged.replacing("two halves of it belong", with: "page-").replacing(
        "together", with: "end"),
    ])
    try scene.index()
    #expect(try scene.found(typed) == [typed == "page-end" ? "4246 1" : "4245 1"])
    let excerpt = try scene.excerpt(typed)
    #expect(excerpt.marked == [typed.replacing("\"", with: "")])
  }

  @Test func `an excerpt holds no control characters`() throws {
    let scene = try FullTextScene([
      4245: FullTextScene.text(4245, [("One", "A\u{1B}[31m sample\u{0}\u{7} b\u{8}bell.")])
    ])
    try scene.index()
    let excerpt = try scene.excerpt("sample")
    #expect(excerpt.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(try scene.found("bell") == ["4245 1"])
  }

  @Test func `a limit bounds the hits and not the count`() throws {
    let scene = try FullTextScene()
    for number in 1...30 {
      try scene.write(FullTextScene.text(number, [("One", "A sample."), ("Two", "Another sample.")]), number)
    }
    try scene.index()
    let results = try scene.fullText.search(FullTextQuery(typed: "sample NOT (laid OR ltd)"), limit: 7)
    #expect(results.hits.count == 7)
    #expect(results.sections == 60)
    #expect(results.documents == 30)
    #expect(try scene.fullText.search(FullTextQuery(typed: "sample"), limit: 0).hits.isEmpty)
  }

  @Test func `nothing that is typed is an error of SQLite's`() throws {
    let scene = try Self.scene()
    let fullText = try scene.fullText
    for typed in [
      "'a; DROP TABLE indexed; --b", "a{title}", "{title}:a", "a^b", "^a", "a+b", "title:a", "-a", "a:b:c",
      "\"a\u{0}b\"",
      "a\u{0}b", "\u{E000}", "\u{301}a", "a\"\u{301}b\"", "body x", "rank", "NEAR/5 a", "a*b*c",
      "\u{10FFFF}a",
      String(repeating: "(", count: 16) + "a" + String(repeating: ")", count: 16),
      (0..<64).map { "w\($0)" }.joined(separator: " NOT "),
      (0..<64).map { "w\($0)" }.joined(separator: " OR "),
    ] {
      #expect(throws: Never.self, "\(typed)") {
        _ = try fullText.search(FullTextQuery(typed: typed), limit: 10)
        _ = try scene.found(typed, isOfTexts: false)
      }
    }
  }

  @Test func `who cites an RFC, and which section of it`() throws {
    let scene = try FullTextScene([
      4245: FullTextScene.text(
        4245,
        [("One", "See RFC 4242.\nAnd see Section 2.1 of\nRFC 4242 as well."), ("Two", "RFC 4243, RFC 4245.")]),
      4246: FullTextScene.text(4246, [("Later", "As RFC 4242 says.")]),
    ])
    try scene.index()
    let cited = try #require(RFCNumber(4242))
    let places = try scene.fullText.citations(of: cited)
    #expect(
      places.map(\.document) == [.fixture("rfc4246.txt"), .fixture("rfc4245.txt"), .fixture("rfc4245.txt")])
    #expect(places.map { $0.section?.text } == ["1", "1", "1"])
    #expect(places.map(\.heading) == ["Later", "One", "One"])
    #expect(places.map(\.line) == [13, 13, 14])
    #expect(places.first?.title == "A Text")
    let section = try scene.fullText.citations(of: cited, section: SectionNumber("2.1"))
    #expect(section.map(\.line) == [14])
    #expect(try scene.fullText.citations(of: #require(RFCNumber(4245))).isEmpty)
  }

  @Test func `which sections of an older RFC are changed`() throws {
    let newer = "This document updates Section 2.1 of\nRFC 4242.  See Section 3 of RFC 4242."
    let scene = try FullTextScene([
      4245: FullTextScene.text(4245, updates: 4242, [("One", "Nothing."), ("Two", newer)]),
      4246: FullTextScene.text(4246, updates: 4242, [("One", "See Section 2.1 of RFC 4242.")]),
      // Whose head does not say that it updates any.
      4247: FullTextScene.text(4247, [("One", newer)]),
    ])
    try scene.index()
    let changed = try #require(RFCNumber(4242))
    let place = AmendingPlace(
      by: try #require(RFCNumber(4245)), line: 18, place: SectionNumber("2"),
      section: try #require(SectionNumber("2.1")), kind: .updates,
      words: "This document updates Section 2.1 of RFC 4242.")
    #expect(try scene.amendments.amendments(of: changed) == [place])
    #expect(try scene.amendments.holds(#require(RFCNumber(4247))))
    #expect(try !scene.amendments.holds(changed))
    // What has changed since is not said twice, and what is gone no longer.
    try scene.write(FullTextScene.text(4245, updates: 4242, [("One", newer)]), 4245)
    try scene.index()
    #expect(try scene.amendments.amendments(of: changed).map(\.place) == [SectionNumber("1")])
    try scene.write(FullTextScene.text(4245, updates: 4242, [("One", "Nothing.")]), 4245)
    try scene.index()
    #expect(try scene.amendments.amendments(of: changed).isEmpty)
  }
}

import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Whatever a document, a catalogue, a bookmark or a person brings, no screen holds what may not stand on a terminal.
@Suite struct HostileCharacterTests {
  /// Every screen there is, with the same words in every field.
  private static let screens: [(name: String, keys: String, shows: Bool)] = [
    ("the text", "", true), ("the contents", "t", true), ("contents narrowed", "t/w0<Enter>", true),
    ("a search", "/w0<Enter>", true), ("the pages", "A", true), ("reflow", "W", true),
    ("the filter", "&w0<Enter>", true),
    ("a focused link", "<Tab>", true), ("hints", ";", true), ("peek", "<Tab>K", true),
    ("a word", "Kw0<Enter>", true),
    ("the library", ":library<Enter>", true), ("full text", "Ow0<Enter>", true), ("references", "L", true),
    ("cited by", "L<Tab>", true), ("bookmarks", "I", false), ("a note", "a", true),
    ("information", "i", true),
    ("the position", "=", true), ("help", "h", false), ("a split", "S", true), ("options", "-N", true),
  ]

  private static func catalogue(_ words: String) -> LibraryContents {
    LibraryContents(
      rows: (1...30).map {
        CatalogueRow(
          id: .rfc(RFCNumber($0)!), title: words, authors: words, workingGroup: words, subSeries: words,
          obsoletedBy: [])
      }, surroundings: .init(cached: []), note: words)
  }

  private static func answer(_ effect: Effect, _ words: String) -> ReaderEvent? {
    let place = Place(section: SectionNumber("1"), offset: 0, line: 3)
    switch effect {
    case .listLibrary: return .showLibrary(catalogue(words), filter: "", asks: false)
    case .search(let query?):
      let hits = catalogue(words).rows.map {
        SearchHit(in: $0, section: SectionNumber("1"), heading: words, lines: 3..<9, headingLines: 1)
      }
      let results = SearchResults(hits.map { FoundDocument($0) })
      return .found(results, for: query, note: words, isComplete: true)
    case .excerpts(let hits, let query):
      let excerpts = hits.map { ($0, Excerpt(text: words + " " + words, marks: [0..<3], line: 5)) }
      return .excerpts(Dictionary(excerpts) { first, _ in first }, for: query)
    case .lookUp(let numbers): return .cited(numbers.map { CatalogueRow(id: .rfc($0), title: words) })
    case .citing(let number):
      let places = catalogue(words).rows.map {
        CitingPlace(
          document: $0.id, title: words, section: SectionNumber("1"), heading: words, line: 5,
          citedSection: nil)
      }
      return .citing(number, places, note: words)
    case .bookmarks:
      return .bookmarks([
        Bookmark(document: .rfc(RFCNumber(2)!), place: place, title: words, heading: words, note: words)
      ])
    case .information(let id): return .information(id, text: Array((words + "\n").utf8))
    case .peek: return .failed(words)
    default: return nil
    }
  }

  private static func text(_ words: String) -> String {
    """
    Request for Comments: 4242                                     \(words)

                                   \(words)

    1.  \(words)

       See [RFC2119] and \(words) of RFC 9110.

    2.  \(words)

       \(words) again, <https://example.org/\(words)>.

    """
  }

  @Test(arguments: HostileCharacters.words.map(Spelled.init(_:)))
  func `no screen holds what may not stand on a terminal`(words: Spelled) throws {
    var seen = 0
    for (name, keys, shows) in Self.screens {
      var robot = ReaderRobot(columns: 120, rows: 24)
      robot.send(.library(Self.catalogue(words.raw)))
      robot.open(Self.text(words.raw), named: "RFC 4242")
      var answered = 0
      func check(_ robot: ReaderRobot, _ what: String) {
        let found = HostileCharacters.found(in: robot.frame.text)
        #expect(
          found.subtracting(["\n"]).isEmpty, "\(name) \(what): \(found.map { $0.escaped(asASCII: true) })")
        if robot.frame.cells.contains(where: { $0.role == .control }) { seen += 1 }
      }
      for keys in ["", keys] {
        robot.type(keys)
        while answered < robot.effects.count {
          let event = Self.answer(robot.effects[answered], words.raw)
          answered += 1
          if let event { robot.send(event) }
        }
      }
      check(robot, "as it is")
      #expect(!shows || robot.frame.cells.contains { $0.role == .control }, "\(name): nothing spelled out")
      robot.send(.failed(words.raw))
      check(robot, "with a message")
      robot.resize(columns: 40, rows: 9)
      check(robot, "in a small window")
      robot.resize(columns: 3, rows: 3)
      check(robot, "in none")
    }
    #expect(seen > Self.screens.count)
  }

  @Test func `what is typed and pasted is no exception`() {
    for prompt in ["/", "&", ":", "O", "a", "K", "L/", "!"] {
      for scalar in HostileCharacters.all {
        var robot = ReaderRobot(SampleText.unpaged)
        robot.type(prompt)
        robot.send(.key(.character(scalar)))
        robot.send(.pasted(Array("a\(String(scalar))b".utf8)))
        #expect(
          HostileCharacters.found(in: robot.frame.text).isEmpty, "\(prompt) \(scalar.escaped(asASCII: true))")
        robot.type("<Enter>")
        #expect(
          HostileCharacters.found(in: robot.frame.text).isEmpty, "\(prompt) \(scalar.escaped(asASCII: true))")
      }
    }
  }

  @Test(arguments: ["name", "title"])
  func `a key file's and a window's words are spelled out`(what: String) {
    for words in HostileCharacters.words {
      var robot = ReaderRobot(columns: 100, rows: 24)
      robot.open(Self.text(words), named: words)
      #expect(HostileCharacters.found(in: robot.frame.text).isEmpty)
      #expect(!robot.workspace.title.isEmpty)
    }
  }
}

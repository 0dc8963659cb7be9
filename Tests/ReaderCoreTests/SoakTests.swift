import CellGrid
import RFCFormats
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Real texts and random keys. With RFCVIEW_SOAK=1 all texts and 100,000 keys, else a sample.
@Suite struct SoakTests {
  @Test(.enabled(if: Corpus.isThere, "skipped: no texts in ../shared/corpus/rfc"))
  func `every text pages to its end and back, and every line of it is shown`() {
    for name in Corpus.sample {
      let document = TextDecoder.document(from: Corpus.bytes(of: name))
      var robot = ReaderRobot()
      robot.send(.opened(Source(name: name, id: nil, document: document), at: nil))
      var pages = 0
      var before = ""
      while case let screen = robot.frame.text, screen != before, pages < 10_000 {
        before = screen
        robot.type("<Space>")
        pages += 1
      }
      #expect(robot.status.contains("100%"), "\(name)")
      let end = robot.frame
      robot.type("g")
      for _ in 0..<pages { robot.type("<Space>") }
      #expect(robot.frame == end, "\(name)")
      for _ in 0...pages { robot.type("b") }
      #expect(robot.status.contains("L") && pages > 0, "\(name)")
    }
  }

  @Test func `a storm of keys and windows ends without a trap`() throws {
    let library = try SampleFeed.library(of: SampleFeed.xml(of: 200))
    let published =
      Corpus.isThere ? stormTexts : [SampleText.unpaged, SampleText.paged].map { Array($0.utf8) }
    let texts = published + Self.madeTexts
    let keysPerText = (Corpus.isSoaking ? 100_000 : 3_000) / texts.count
    for (seed, bytes) in texts.enumerated() {
      var random = SplitMix(state: UInt64(seed) + 4291)
      var robot = ReaderRobot()
      let document = TextDecoder.document(from: bytes)
      func source() -> Source {
        Source(name: "RFC \(seed + 1)", id: .rfc(RFCNumber(seed + 1)!), document: document)
      }
      robot.send(.opened(source(), at: nil))
      var effects = 0
      // Without optimisation a search through 10 MB takes seconds.
      for step in 0..<(bytes.count > 2_000_000 ? keysPerText / 20 : keysPerText) {
        switch random.next() % 100 {
        case 0, 1: robot.resize(columns: Int(random.next() % 300) + 1, rows: Int(random.next() % 100) + 1)
        case 2: robot.send(.pasted(Array("1\n/\u{1B}[2J\u{301}日q".utf8) + [0x9B, 0xC3]))
        case 3...9: robot.send(.mouse(Self.mouse(&random, in: robot.frame.size)))
        default: robot.send(.key(Self.keys[Int(random.next() % UInt64(Self.keys.count))]))
        }
        // What the program would answer, or that it cannot; answers ask for more.
        while effects < robot.effects.count {
          let effect = robot.effects[effects]
          effects += 1
          let answer = random.next() % 4 == 0 ? .failed("no") : Self.answer(effect, source(), library)
          if let answer { robot.send(answer) }
        }
        if step % 7 == 0 {
          let frame = robot.frame
          #expect(frame.cells.count == frame.size.columns * frame.size.rows)
          #expect(HostileCharacters.found(in: frame).isEmpty)
        }
      }
    }
  }

  private static func answer(_ effect: Effect, _ source: Source, _ library: LibraryContents) -> ReaderEvent? {
    switch effect {
    case .open(_, let anchor): return .opened(source, at: anchor)
    case .openSubSeries(let series, _, _): return .showLibrary(library, filter: series.rawValue, asks: false)
    case .surroundings: return .surroundings(library.surroundings)
    case .listLibrary: return .showLibrary(library, filter: "", asks: true)
    case .search(let query?):
      let hits = library.rows.suffix(40).map {
        SearchHit(in: $0, section: SectionNumber("2.1"), heading: "A Heading", lines: 3..<40, headingLines: 1)
      }
      let results = SearchResults(hits.map { FoundDocument($0) }, sections: 1000, documents: 40)
      return .found(results, for: query, note: "plain scan", isComplete: true)
    case .excerpts(let hits, let query):
      let excerpts = hits.map {
        ($0, Excerpt(text: "... a word \u{6F22}\u{5B57} of it", marks: [6..<10], line: 5))
      }
      return .excerpts(Dictionary(excerpts) { first, _ in first }, for: query)
    case .lookUp(let numbers):
      return .cited(
        numbers.map {
          CatalogueRow(id: .rfc($0), title: "Title \($0)", obsoletedBy: $0.value % 3 == 0 ? [$0] : [])
        })
    case .citing(let number):
      let places = library.rows.prefix(90).map {
        CitingPlace(
          document: $0.id, title: $0.title, section: SectionNumber("3"), heading: "Use", line: 12,
          citedSection: SectionNumber("1.1"))
      }
      return .citing(number, places, note: "")
    case .bookmarks, .addBookmark, .removeBookmark:
      return .bookmarks(
        library.rows.prefix(30).map {
          Bookmark(
            document: $0.id, place: Place(section: SectionNumber("2.1"), offset: 1, line: 40),
            title: $0.title,
            heading: "Use", note: "why \u{6F22}\u{5B57}")
        })
    case .peek(let id, let place): return .peeked(source, of: id, at: place)
    case .information(let id): return .information(id, text: Array("Title\n\nText.\n".utf8))
    default: return nil
    }
  }

  /// What no RFC is: wide throughout, hostile throughout, one line of 10 MB, of 100 kB where the storm is a sample.
  private static let madeTexts: [[UInt8]] = {
    var random = SplitMix(state: 239)
    let wide = (0..<2000).map { line in
      "\(line).  漢字 한국어 e\u{301}\u{302} 👩\u{200D}👩 [RFC\(line)] "
        + String(repeating: "仮名ｶﾅ", count: Int(random.next() % 40))
    }
    let pieces =
      HostileCharacters.words.map { Array($0.utf8) } + [
        [0x9B], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0xAF], [0xFF, 0xFE],
        [0x00], [0x08],
        [0x0A], [0x0C], [0x09], Array("a\u{8}a_\u{8}b 1.  Title [RFC2119] MUST ".utf8),
        Array(String(repeating: "x\u{301}", count: 5000).utf8),
      ]
    let kinds = UInt64(pieces.count)
    let hostile = (0..<4000).flatMap { _ in pieces[Int(random.next() % kinds)] }
    // The same without what is no UTF-8: else it is all read as Windows-1252.
    let spelled = Array(String(decoding: hostile, as: UTF8.self).utf8)
    let piece = Array("é the [RFC2119] a\u{8}a\tb \u{202E} 漢 MUST ".utf8)
    let length = Corpus.isSoaking ? 10_000_000 : 100_000
    let line = Array(repeatElement(piece, count: length / piece.count).joined())
    return [Array(wide.joined(separator: "\n").utf8), hostile, spelled, line]
  }()

  /// In the window, a little outside of it, or nowhere.
  private static func mouse(_ random: inout SplitMix, in size: Size) -> MouseEvent {
    let kinds: [MouseEvent.Kind] = [.wheelUp, .wheelDown, .press, .drag, .release]
    let far = [Int.min, -1, 1 << 20, .max]
    var position = Position(
      column: Int(random.next() % UInt64(size.columns + 2)), row: Int(random.next() % UInt64(size.rows + 2)))
    if random.next() % 20 == 0 { position.column = far[Int(random.next() % 4)] }
    if random.next() % 20 == 0 { position.row = far[Int(random.next() % 4)] }
    return MouseEvent(kinds[Int(random.next() % 5)], at: position)
  }

  private var stormTexts: [[UInt8]] {
    // Sizes, decades and bytes of every kind: ESC, NUL, overstrikes, width, pages and none.
    [
      "rfc20.txt", "rfc239.txt", "rfc542.txt", "rfc793.txt", "rfc1122.txt", "rfc1379.txt", "rfc1305.txt",
      "rfc4291.txt",
      "rfc8446.txt", "rfc9110.txt", "rfc1.txt",
    ]
    .filter { Corpus.names.contains($0) }.prefix(10).map(Corpus.bytes)
  }

  private static let keys: [Key] = {
    var keys: [Key] = [
      .enter, .tab, .backTab, .backspace, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .insert,
      .delete, .function(1), .function(2), .character("é"), .character("\u{301}"), .character("日"), .alt("v"),
      .alt("u"),
    ]
    keys += (0x20...0x7E).compactMap { Unicode.Scalar($0) }.map { Key.character($0) }
    keys += "abcdefghijklmnopqrstuvwxyz".unicodeScalars.map { Key.control($0) }
    return keys
  }()
}

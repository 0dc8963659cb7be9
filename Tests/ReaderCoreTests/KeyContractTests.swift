import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Every key of the table of commands does what its row says: each of them by itself, on a screen where that shows.
@Suite struct KeyContractTests {
  /// A command in one of its contexts.
  struct Row: Sendable, CustomTestStringConvertible {
    let command: Command
    let context: Context
    let scene: Scene
    /// Typed before the key and behind it.
    let before: String
    let after: String
    /// False before the key, true after it.
    let shows: @Sendable (ReaderRobot) throws -> Bool

    var testDescription: String { "\(command.rawValue) in \(context.rawValue)" }

    init(
      _ command: Command, in context: Context = .reading, _ scene: Scene = .text, _ before: String = "",
      after: String = "", shows: @escaping @Sendable (ReaderRobot) throws -> Bool
    ) {
      self.command = command
      self.context = context
      self.scene = scene
      self.before = before
      self.after = after
      self.shows = shows
    }

    /// Its default keys in that context.
    var keys: [KeySequence] {
      CommandEntry.all.filter { $0.command == command && $0.contexts.contains(context) }
        .flatMap { $0.keys.split(separator: " ") }.compactMap { KeySequence(name: $0) }
    }
  }

  /// What is on the screen before anything is typed.
  enum Scene: Sendable {
    /// 100 lines in a window that shows 21.
    case lines
    /// Sections, a requirement and a figure.
    case text
    /// Words of four columns, 60 of them in a line.
    case wide
    case links
    /// Beside what took its place.
    case compared
    case library
    case found
    case bookmarks
    case download
    /// One in Section 1, one of Section 2.2.
    case errata
    case checklist
    case code

    func robot() throws -> ReaderRobot {
      switch self {
      case .lines: return ReaderRobot(SampleText.numberedLines(100))
      case .text: return ReaderRobot(SampleText.unpaged, rows: 16)
      case .wide: return ReaderRobot((100..<160).map { "\($0) " }.joined() + "\n")
      case .links:
        return ReaderRobot(
          "1.  One\n\n   See Section 2 first.\n\n   Then Section 3.1 of RFC 7230.\n\n2.  Two\n\n   Text.\n")
      case .compared: return try ComparisonTests.robot(rows: 9)
      case .library: return ReaderRobot(try SampleFeed.library(cached: [KeyContractTests.rfc(4242)]))
      case .found:
        var robot = ReaderRobot(SampleText.unpaged)
        robot.type("Oshort")
        let query = try FullTextQuery(typed: "short", isComplete: false)
        let hits = try [(4241, "2"), (4241, "3"), (4242, "2")].map { number, section in
          SearchHit(
            document: try KeyContractTests.rfc(number), title: "Sample", year: 2006, status: .unknown,
            obsoletedBy: [], section: SectionNumber(section), heading: "Heading", lines: 3..<9,
            headingLines: 1)
        }
        let found = [FoundDocument(hits[0], others: [hits[1]]), FoundDocument(hits[2])]
        robot.send(.found(SearchResults(found), for: query, note: "", isComplete: true))
        robot.type("<Down><Up><ESC>")
        return robot
      case .bookmarks:
        var robot = ReaderRobot(SampleText.unpaged)
        robot.type("I")
        robot.send(
          .bookmarks(
            try [4241, 4242].map {
              Bookmark(
                document: try KeyContractTests.rfc($0), place: Place(section: nil, offset: 2, line: 2),
                title: "Sample", heading: "", note: "why \($0)")
            }))
        return robot
      case .errata:
        let number = try #require(RFCNumber(4242))
        var robot = ReaderRobot(columns: 80, rows: 16)
        robot.open(
          SampleText.unpaged,
          standing: Standing(status: .unknown, date: nil, errata: .init(all: 2, verifiedTechnical: 1)))
        robot.send(
          .errata(
            [
              Erratum(
                id: 12, document: number, status: .verified, kind: .technical, section: "1",
                original: "A sender MUST NOT send more", corrected: "A sender MUST send more"),
              Erratum(id: 13, document: number, status: .held, kind: .editorial, section: "2.2"),
            ], of: number))
        return robot
      case .checklist:
        var robot = ReaderRobot(SampleText.unpaged)
        robot.type("C")
        return robot
      case .code:
        return ReaderRobot("   {\n     \"size\": 3,\n     \"kind\": 4\n   }\n")
      case .download:
        var robot = ReaderRobot(SampleText.unpaged)
        robot.send(.downloading(try KeyContractTests.rfc(4243), received: 10, expected: 100))
        return robot
      }
    }
  }

  fileprivate static func rfc(_ number: Int) throws -> DocumentID { .rfc(try #require(RFCNumber(number))) }

  private static func marks(_ state: RequirementState) -> @Sendable (ReaderRobot) throws -> Bool {
    {
      guard case .note(let changes, _)? = $0.effects.last else { return false }
      return changes.map(\.change) == [.state(state)]
    }
  }

  private static func top(_ line: String) -> @Sendable (ReaderRobot) throws -> Bool {
    { $0.topRow == " " + line }
  }

  private static func status(_ words: String) -> @Sendable (ReaderRobot) throws -> Bool {
    { $0.status.contains(words) }
  }

  private static func prompt(_ label: String) -> @Sendable (ReaderRobot) throws -> Bool {
    { $0.status.hasPrefix(label) && $0.frame.cursor != nil }
  }

  private static func title(_ words: String) -> @Sendable (ReaderRobot) throws -> Bool {
    { $0.rows[0].contains(words) }
  }

  private static func selected(_ words: String) -> @Sendable (ReaderRobot) throws -> Bool {
    { $0.text(in: .selection).first?.contains(words) == true }
  }

  private static func effect(_ effect: Effect) -> @Sendable (ReaderRobot) throws -> Bool {
    { $0.effects.last == effect }
  }

  static let rows: [Row] = [
    Row(.scrollDown, .lines, shows: top("line 2")),
    Row(.scrollUp, .lines, "5j", shows: top("line 5")),
    Row(.pageDown, .lines, shows: top("line 22")),
    Row(.pageUp, .lines, "50G", shows: top("line 29")),
    Row(.pagePastEnd, .lines, "G", shows: top("line 100")),
    Row(.pageDownKeep, .lines, "7", after: "f", shows: top("line 15")),
    Row(.pageUpKeep, .lines, "50G7", after: "b", shows: top("line 36")),
    Row(.halfDown, .lines, shows: top("line 11")),
    Row(.halfUp, .lines, "50G", shows: top("line 40")),
    Row(.goToTop, .lines, "50G", shows: top("line 1")),
    Row(.goToBottom, .lines, shows: top("line 80")),
    Row(.goToPercent, .lines, "50", shows: top("line 51")),
    Row(.scrollRight, .wide, "40", shows: { $0.topRow.hasPrefix(" 110 111") }),
    Row(.scrollLeft, .wide, "80<Right>40", shows: { $0.topRow.hasPrefix(" 110 111") }),

    Row(.searchForward, shows: prompt("/")),
    Row(.searchForward, in: .library, .library, shows: prompt("/")),
    Row(.searchForward, in: .fullText, .found, shows: prompt("/short")),
    Row(.searchForward, in: .bookmarks, .bookmarks, shows: prompt("/")),
    Row(.searchForward, in: .contents, .text, "t", shows: prompt("/")),
    Row(.searchBackward, shows: prompt("?")),
    Row(.nextMatch, .lines, "/line 1<Enter>", shows: status("match 2 of 12")),
    Row(.previousMatch, .lines, "/line 1<Enter>nn", shows: status("match 2 of 12")),
    Row(.toggleHighlight, .lines, "/line 1<Enter>", shows: { $0.text(in: .match).isEmpty }),
    Row(.clearSearch, .lines, "/line 1<Enter>", after: "n", shows: status("There is no search to repeat")),
    Row(.filterLines, shows: prompt("&/")),

    Row(.nextSection, .text, ":1<Enter>", shows: status(" 1.1 Terms")),
    Row(.previousSection, .text, ":1.1<Enter>", shows: { $0.status.hasPrefix(" 1 Introduction") }),
    Row(.nextSibling, .text, ":2.1<Enter>", shows: status(" 2.2 Errors")),
    Row(.previousSibling, .text, ":2.2<Enter>", shows: status(" 2.1 Messages")),
    Row(.parentSection, .text, ":2.1.1<Enter>", shows: { $0.status.hasPrefix(" 2.1 Messages") }),
    Row(.nextChapter, .text, ":2.1<Enter>", shows: status(" 3 Security")),
    Row(.previousChapter, .text, ":2.1<Enter>", shows: { $0.status.hasPrefix(" 2 Overview") }),
    Row(.nextRequirement, shows: { $0.frame.text.contains("MUST NOT send") }),
    Row(.previousRequirement, .text, ":3<Enter>", shows: { $0.frame.text.contains("MUST NOT send") }),
    Row(.nextFigure, shows: { $0.frame.text.contains("+--------+") }),
    Row(.previousFigure, .text, ":3<Enter>", shows: { $0.frame.text.contains("+--------+") }),
    Row(
      .nextErratum, .errata,
      shows: { robot in robot.topRow.isEmpty && robot.rows.contains { $0.hasPrefix("!   A sender") } }),
    Row(
      .previousErratum, .errata, ":3<Enter>",
      shows: { robot in robot.rows.contains { $0.hasPrefix("\u{B7}2.2.  Errors") } }),
    Row(.nextChange, .compared, ":2<Enter>", shows: status(" 3 Gateways")),
    Row(.previousChange, .compared, ":3<Enter>", shows: { $0.status.hasPrefix(" 1 Introduction") }),
    Row(
      .compare,
      shows: { robot in
        guard case .counterparts = robot.effects.last else { return false }
        return true
      }),
    Row(.contents, shows: { $0.frame.text.contains("v 1  Introduction") }),
    Row(.contents, in: .contents, .text, "t", shows: { !$0.frame.text.contains("v 1  Introduction") }),

    Row(.nextLink, .links, shows: { $0.text(in: .focusedLink) == ["Section 2"] }),
    Row(.previousLink, .links, shows: { $0.text(in: .focusedLink) == ["Section 3.1 of RFC 7230"] }),
    Row(.followOrDown, .links, "<Tab><Tab>", shows: { try isRFC7230($0.effects.last) }),
    Row(.follow, .links, "<Tab><Tab>", shows: { try isRFC7230($0.effects.last) }),
    Row(
      .followElsewhere, .links, "<Tab><Tab>",
      shows: { robot in
        try isRFC7230(robot.effects.last) && robot.rows.filter { $0.hasPrefix(" RFC 4242") }.count == 2
      }),
    Row(.peek, .links, "<Tab>", shows: { $0.frame.text.contains("\u{250C}") }),
    Row(.linkHints, .links, after: "s", shows: { try isRFC7230($0.effects.last) }),

    Row(.setMark, .lines, "10G", after: "a50G'aj", shows: top("line 11")),
    Row(.goToMark, .lines, "10Gma50G", after: "a", shows: top("line 10")),
    Row(.clearMark, .lines, "ma", after: "a'a", shows: status("There is no mark a")),
    Row(.goBackMark, .lines, "10G50G", shows: top("line 10")),
    Row(.addBookmark, shows: prompt("Note: ")),
    Row(.bookmarks, shows: title("Bookmarks")),
    Row(.back, .lines, "10G50G", shows: top("line 10")),
    Row(.forward, .lines, "10G50GB", shows: top("line 50")),

    Row(.select, in: .library, .library, shows: { try $0.effects.last == .open(rfc(4243), at: nil) }),
    Row(.select, in: .contents, .text, "tG", after: "=", shows: status("line 62 of 64")),
    Row(.select, in: .bookmarks, .bookmarks, shows: { try $0.effects.last == .open(rfc(4241), at: nil) }),
    Row(.scrollDown, in: .library, .library, shows: selected("4242")),
    Row(.scrollDown, in: .bookmarks, .bookmarks, shows: selected("4242")),
    Row(.scrollUp, in: .library, .library, "j", shows: selected("4243")),
    Row(.fold, in: .contents, .text, "t/mess<Enter>t", shows: { !$0.frame.text.contains("2.1.1  Short") }),
    Row(
      .unfold, in: .contents, .text, "t/mess<Enter>t<Left>", shows: { $0.frame.text.contains("2.1.1  Short") }
    ),
    Row(.sortLibrary, in: .library, .library, shows: status("sort: oldest")),
    Row(.toggleCachedOnly, in: .library, .library, shows: title("1 of 3")),
    Row(.toggleFold, in: .fullText, .found, shows: { $0.frame.text.contains("\u{A7}3 Heading") }),
    Row(.unfold, in: .fullText, .found, shows: { $0.frame.text.contains("\u{A7}3 Heading") }),
    Row(.fold, in: .fullText, .found, "<Tab>", shows: { !$0.frame.text.contains("\u{A7}3 Heading") }),
    Row(.editNote, in: .bookmarks, .bookmarks, shows: prompt("Note: why 4241")),
    Row(.deleteBookmark, in: .bookmarks, .bookmarks, shows: status("Deleted")),
    Row(.markDone, in: .checklist, .checklist, shows: marks(.done)),
    Row(.markNotApplicable, in: .checklist, .checklist, shows: marks(.notApplicable)),
    Row(.markQuestion, in: .checklist, .checklist, shows: marks(.question)),
    Row(.editNote, in: .checklist, .checklist, shows: prompt("Note:")),
    Row(.save, in: .code, .code, ":extract<Enter>", shows: prompt("Save the code as: 0-1.json")),
    Row(.searchLibrary, in: .library, .library, "/short<Enter>", shows: title("Full text")),
    Row(.otherSide, in: .references, .links, "L", shows: title("is cited by")),
    Row(
      .goToCitation, in: .references, .links, "L",
      shows: { $0.text(in: .focusedLink) == ["Section 3.1 of RFC 7230"] }),

    Row(.open, shows: effect(.listLibrary)),
    Row(.searchLibrary, shows: title("Full text")),
    Row(.references, .links, shows: title("RFC 4242 cites")),
    Row(.requirements, .text, shows: title("Requirements of RFC 4242")),
    Row(.extract, .code, shows: title("Code of RFC 4242")),
    Row(.errata, .errata, shows: title("Errata of RFC 4242")),
    Row(.sortLibrary, in: .errata, .errata, "x", shows: status("sort: verified")),
    Row(.information, shows: { try $0.effects.last == .information(rfc(4242)) }),
    Row(.copyLink, shows: effect(.copy("https://www.rfc-editor.org/rfc/rfc4242.html"))),
    Row(.copyBlock, .text, ":1<Enter>", shows: status("Copied 2 lines of Section 1.")),
    Row(.copyToMark, .lines, after: ".", shows: status("Copied 21 lines of RFC 4242.")),
    Row(.save, shows: prompt("Save as:")),
    Row(.save, in: .contents, .text, ":2.1<Enter>t", shows: prompt("Save Section 2.1 as: rfc4242-2.1.txt")),
    Row(.pipe, after: ".", shows: prompt("!")),
    Row(.edit, shows: { try $0.effects.last == .edit(rfc(4242), line: 7) }),
    Row(.shell, shows: prompt("!")),
    Row(.split, shows: { robot in robot.rows.filter { $0.hasPrefix(" RFC 4242") }.count == 2 }),
    Row(.changePane, .text, "S", shows: { $0.roles(ofRow: 0).contains("a") }),
    Row(.commandPrompt, shows: prompt(":")),
    Row(.togglePages, shows: status("Pages as printed.")),
    Row(.toggleReflow, shows: status("Prose wrapped to the window.")),
    Row(.option, after: "N", shows: status("Line numbers are shown")),
    Row(.showOption, after: "N", shows: status("Line numbers are not")),
    Row(.position, shows: status("line 7 of 64")),
    Row(.toggleTheme, shows: effect(.nextTheme)),
    Row(.redraw, shows: effect(.redraw)),
    Row(.version, shows: status("rfcview")),
    Row(.help, shows: title("Keys")),
    Row(.closeOrQuit, shows: effect(.quit)),
    Row(.quit, shows: effect(.quit)),
    Row(.cancel, .download, shows: effect(.cancelDownload)),
    Row(.suspend, shows: effect(.suspend)),
  ]

  private static func isRFC7230(_ effect: Effect?) throws -> Bool {
    try effect == .open(rfc(7230), at: .section(#require(SectionNumber("3.1"))))
  }

  @Test(arguments: rows)
  func `each key of a row does what the row says`(row: Row) throws {
    try #require(!row.keys.isEmpty)
    for key in row.keys {
      var robot = try row.scene.robot()
      robot.type(row.before)
      #expect(try !row.shows(robot), "before \(key.name)\n\(robot.frame.text)")
      for key in key.keys { robot.send(.key(key)) }
      robot.type(row.after)
      #expect(try row.shows(robot), "after \(key.name): \(robot.effects)\n\(robot.frame.text)")
    }
  }

  /// Keys that come together find nothing done of what the reader does between keys: sections, links, a search.
  @Test(arguments: rows)
  func `keys in one burst do what they do one by one`(row: Row) throws {
    for key in row.keys {
      var slow = try row.scene.robot()
      var burst = try row.scene.robot()
      slow.type(row.before)
      for key in key.keys { slow.send(.key(key)) }
      slow.type(row.after)
      burst.burst(row.before, key.keys, row.after)
      #expect(burst.frame.text == slow.frame.text, "\(key.name)")
    }
  }

  @Test func `every row of the table has been tried`() {
    for entry in CommandEntry.all {
      let isTried = Self.rows.contains { $0.command == entry.command && entry.contexts.contains($0.context) }
      #expect(isTried, "\(entry.command.rawValue) in \(entry.contexts)")
    }
  }

  /// The keys that the reader promises, in `less` and in `vi` the same, as far as they know them.
  @Test func `the table keeps the promise`() {
    let promised: [(keys: String, command: Command)] = [
      ("j e ^E ^N Down", .scrollDown), ("k y ^Y ^K ^P Up", .scrollUp), ("Enter", .followOrDown),
      ("Space f ^F ^V PgDn", .pageDown), ("b ^B ESC-v PgUp", .pageUp), ("ESC-Space", .pagePastEnd),
      ("z", .pageDownKeep),
      ("w", .pageUpKeep), ("d ^D", .halfDown), ("u ^U", .halfUp), ("g < ESC-< Home", .goToTop),
      ("G > ESC-> ESC-G End", .goToBottom), ("p %", .goToPercent), ("Left ESC-(", .scrollLeft),
      ("Right ESC-)", .scrollRight), ("/ ESC-/", .searchForward), ("? ESC-?", .searchBackward),
      ("n ESC-n", .nextMatch),
      ("N ESC-N", .previousMatch), ("ESC-u", .toggleHighlight), ("ESC-U", .clearSearch), ("&", .filterLines),
      ("m M", .setMark), ("ESC-m", .clearMark),
      ("'", .goToMark), ("'' ^X^X", .goBackMark), (")", .nextSection), ("(", .previousSection),
      ("}", .nextSibling), ("{", .previousSibling), ("U", .parentSection), ("]]", .nextChapter),
      ("[[", .previousChapter), ("]m", .nextRequirement), ("[m", .previousRequirement), ("]f", .nextFigure),
      ("]c", .nextChange), ("[c", .previousChange), ("D", .compare),
      ("[f", .previousFigure), ("]e", .nextErratum), ("[e", .previousErratum), ("x", .errata),
      ("C", .requirements), ("ESC-s", .extract),
      ("t F2", .contents), (":", .commandPrompt), ("Tab", .nextLink),
      ("S-Tab", .previousLink), ("^]", .follow), ("B Backspace ^T", .back), ("F", .forward), ("K", .peek),
      (";", .linkHints), ("o E ^X^V", .open), ("O", .searchLibrary), ("i", .information), ("L", .references),
      ("a", .addBookmark), ("I", .bookmarks), ("c", .copyLink), ("Y", .copyBlock), ("A", .togglePages),
      ("W", .toggleReflow),
      ("S", .split), ("X", .toggleTheme), ("s", .save), ("|", .pipe), ("v", .edit), ("!", .shell),
      ("-", .option), ("_", .showOption), ("= ^G", .position), ("r ^R ^L", .redraw), ("V", .version),
      ("h H F1", .help),
      ("q", .closeOrQuit), ("Q ZZ", .quit),
      ("^C", .cancel), ("^Z", .suspend),
    ]
    let map = KeyMap()
    for (keys, command) in promised {
      for name in keys.split(separator: " ") {
        #expect(map.lookup(KeySequence(name: name)?.keys ?? [], in: .reading) == .command(command), "\(name)")
      }
    }
  }
}

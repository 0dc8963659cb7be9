import CellGrid
import RFCFormats
import RFCModel
import TestSupport
import Testing

@testable import ReaderCore

/// What all lists share: moving, narrowing, sorting, the sign of what is cached.
@Suite struct ListTests {
  /// A list on the screen, whose entries are of RFC 20, 7230 and 9110.
  enum List: String, CaseIterable {
    case library, references, citedBy, bookmarks

    func robot() throws -> ReaderRobot {
      let rows = try [(20, "Beta"), (7230, "gamma"), (9110, "Alpha")].map { number, title in
        CatalogueRow(id: .rfc(try #require(.init(number))), title: title)
      }
      let contents = LibraryContents(rows: rows, surroundings: .init(cached: [rows[1].id]), note: "")
      var robot = ReaderRobot(contents)
      if self == .library { return robot }
      robot.open("1.  Introduction\n\n   See RFC 9110, RFC 7230 and RFC 20.\n", named: "RFC 4242")
      robot.send(.cited(rows))
      robot.type(self == .bookmarks ? "I" : self == .references ? "L" : "L<Tab>")
      switch self {
      case .bookmarks:
        let place = Place(section: nil, offset: 0, line: 1)
        robot.send(
          .bookmarks(
            rows.map { Bookmark(document: $0.id, place: place, title: $0.title, heading: $0.title, note: "") }
          ))
      case .citedBy:
        let places = rows.reversed().map {
          CitingPlace(
            document: $0.id, title: $0.title, section: nil, heading: $0.title, line: 0, citedSection: nil)
        }
        robot.send(.citing(try #require(RFCNumber(4242)), places, note: ""))
      case .library, .references: break
      }
      return robot
    }
  }

  /// The numbers of the RFCs, from the top.
  private func numbers(_ robot: ReaderRobot) -> [Int] {
    robot.rows.dropFirst(2).dropLast().compactMap { row in
      Int(row.dropFirst(2).drop { $0 == " " }.prefix { $0.isNumber })
    }
  }

  @Test(arguments: List.allCases)
  func `what is typed narrows each of them, and giving up brings all back`(list: List) throws {
    var robot = try list.robot()
    robot.type("/GAM")
    #expect(numbers(robot) == [7230] && robot.rows[0].contains("GAM") && robot.rows[0].contains("1 of 3"))
    robot.type("<ESC>")
    #expect(numbers(robot).count == 3)
    robot.type("/9110<Enter>")
    #expect(
      robot.effects.contains {
        if case .open(.rfc(let number), _) = $0 { number.value == 9110 } else { false }
      })
    robot.type("/zzz")
    #expect(numbers(robot) == [] && robot.rows[2].contains(" match"))
  }

  @Test(arguments: List.allCases)
  func `s sorts each of them, and the entry selected stays so`(list: List) throws {
    var robot = try list.robot()
    let word = try #require(robot.status.firstRange(of: "s sort: "))
    var orders: [String: [Int]] = [:]
    robot.type("j")
    let selected = robot.text(in: .selection)
    for _ in 0..<4 {
      let order = robot.status[word.upperBound...].prefix { $0.isLetter }
      orders[String(order)] = numbers(robot)
      robot.type("s")
      #expect(robot.text(in: .selection) == selected)
    }
    #expect(orders["newest"] == [9110, 7230, 20] && orders["oldest"] == [20, 7230, 9110])
    #expect(orders["title"] == [9110, 20, 7230])
  }

  @Test(arguments: List.allCases)
  func `what is cached has a sign`(list: List) throws {
    let robot = try list.robot()
    let marked = robot.rows.filter { $0.hasPrefix(" \u{25CF}") }
    #expect(marked.count == 1 && marked[0].contains("7230"))
  }

  @Test func `a list over the first document asks what is cached, once, and marks it`() throws {
    var robot = ReaderRobot("1.  Introduction\n\n   See RFC 9110 and RFC 20.\n", named: "RFC 4242")
    robot.type("L")
    let asked: Effect = .surroundings
    #expect(robot.effects.count { $0 == asked } == 1)
    robot.send(.surroundings(.init(cached: [.rfc(try #require(.init(9110)))])))
    let marked = robot.rows.filter { $0.hasPrefix(" \u{25CF}") }
    #expect(marked.count == 1 && marked[0].contains("9110"))
    robot.type("qIqL")
    #expect(robot.effects.count { $0 == asked } == 1)
  }

  @Test(arguments: List.allCases, [("G", "1"), ("Gg", "3"), ("2G", "2")])
  func `the same keys move in each of them`(list: List, keys: (String, fromTheEnd: String)) throws {
    var robot = try list.robot()
    robot.type(keys.0)
    let place = 4 - (try #require(Int(keys.fromTheEnd)))
    #expect(robot.status.hasSuffix("\(place) of 3"))
  }
}

/// Who answers a command.
@Suite struct CommandPartTests {
  /// A pane whose keys go to a context.
  private func pane(_ context: Context) throws -> Pane {
    let id = DocumentID.rfc(try #require(.init(4242)))
    var pane = Pane(size: Size(columns: 80, rows: 24), settings: ReaderSettings(), asker: Asker(number: 0))
    let text =
      "1.  Introduction\n\n   A sender MUST see Section 1.\n\n   {\n     \"size\": 3,\n     \"kind\": 4\n   }\n"
    let source = Source(
      name: "RFC 4242", id: id, document: TextDecoder.document(from: Array(text.utf8)))
    _ = pane.handle(.opened(source, at: nil))
    while pane.hasWork { _ = pane.handle(.work) }
    let contents = LibraryContents(rows: [CatalogueRow(id: id, title: "")], surroundings: .init(), note: "")
    switch context {
    case .reading: break
    case .contents: _ = pane.run(.contents, count: .none)
    case .peek:
      _ = pane.run(.nextLink, count: .none)
      _ = pane.run(.peek, count: .none)
    case .library: _ = pane.handle(.showLibrary(contents, filter: "", asks: false))
    case .fullText:
      _ = pane.run(.searchLibrary, count: .none)
      pane.prompt = nil
    case .references: _ = pane.run(.references, count: .none)
    case .errata: _ = pane.run(.errata, count: .none)
    case .bookmarks: _ = pane.run(.bookmarks, count: .none)
    case .checklist: _ = pane.run(.requirements, count: .none)
    case .code: _ = pane.run(.extract, count: .none)
    }
    return pane
  }

  @Test(arguments: Context.allCases)
  func `whatever the table binds in a context is answered there`(context: Context) throws {
    #expect(try pane(context).context == context)
    for entry in CommandEntry.all where entry.contexts.contains(context) {
      var pane = try pane(context)
      _ = pane.run(entry.command, count: .none)
      #expect(pane.message?.text.hasSuffix("does nothing here.") != true, "\(entry.command)")
    }
  }

  @Test func `a command that is none of the screen's says so`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":sort-library<Enter>")
    #expect(robot.status.hasPrefix(" sort-library does nothing here."))
  }

  @Test func `a command of the pane is one in each of its rows`() {
    let parts = Dictionary(grouping: CommandEntry.all, by: \.command)
    for (command, rows) in parts { #expect(Set(rows.map { "\($0.part)" }).count == 1, "\(command)") }
  }
}

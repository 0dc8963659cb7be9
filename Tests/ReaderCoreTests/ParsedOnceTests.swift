import CellGrid
import RFCModel
import TestSupport
import Testing

@testable import RFCFormats
@testable import ReaderCore

/// What the reader understands of a text, it works out once, whatever keys ask for it and in however many panes.
@Suite struct ParsedOnceTests {
  private static let text = """
    Request for Comments: 4242                                     Sample Ltd


    1.  Scope

       A reader MUST read what a writer has written; Section 2 says what for.

       +-----+
       | box |
       +-----+

    2.  Terms

       Reader:  Who reads, and who reads on where the words go on over more
          than one line of them.

    """

  private func opened() -> Workspace {
    var workspace = Workspace(size: Size(columns: 80, rows: 24))
    let source = Source(
      name: "RFC 4242", id: Locator(typed: "RFC 4242")?.document,
      document: TextDecoder.document(from: Array(Self.text.utf8)))
    _ = update(&workspace, .opened(source, at: nil))
    return workspace
  }

  private func parsed(_ workspace: Workspace) throws -> ParsedText {
    try #require(workspace.panes.first?.document).reading.parsed
  }

  @Test func `the first screen waits for the pages and the first page's head alone`() throws {
    let workspace = opened()
    _ = render(workspace)
    #expect(try Set(parsed(workspace).done).isSubset(of: [.pages, .front]))
    #expect(workspace.hasWork)
  }

  @Test func `what nobody asks for is not worked out: definitions, requirements`() throws {
    let robot = ReaderRobot(Self.text)
    _ = robot.frame
    let parsed = try parsed(robot.workspace)
    #expect(
      Set(parsed.done) == [
        .pages, .front, .sections, .bibliography, .citations, .blocks, .grammar,
        .captions, .contentsEntries,
      ])
  }

  @Test func `figures, another width, definitions and requirements share one text, in both panes`() throws {
    var robot = ReaderRobot(Self.text)
    let parsed = try parsed(robot.workspace)
    robot.type("]f")
    _ = robot.frame
    #expect(parsed.done.contains(.blocks))
    let before = parsed.done
    robot.type("[f]fgWKReader<Enter>")
    #expect(robot.frame.text.contains("\u{250C}"))
    #expect(parsed.done == before + [.definitions])
    robot.type("<ESC>W]fS]f<^W><^W>gW")
    #expect(robot.workspace.panes.map { $0.document?.reading.parsed === parsed } == [true, true])
    robot.type("<Tab>K<ESC>]m[mqq")
    #expect(robot.effects.last == .quit)
    #expect(parsed.done == before + [.definitions, .requirements])
    #expect(Set(parsed.done).count == parsed.done.count)
  }

  @Test func `leaving a text before its sections are known finds them once`() throws {
    var workspace = opened()
    let parsed = try parsed(workspace)
    _ = workspace.memories()
    #expect(parsed.done.contains(.sections))
    let done = parsed.done
    let effects = update(&workspace, .key(.character("q")))
    #expect(effects.last?.effect == .quit && effects.count == 2)
    _ = workspace.memories()
    #expect(parsed.done == done)
  }

  @Test func `the way back within a text of no number does not work it out anew`() throws {
    var robot = ReaderRobot(Self.text, named: "notes", rows: 8)
    let parsed = try parsed(robot.workspace)
    robot.type("G")
    let (done, bottom) = (parsed.done, robot.rows)
    robot.type("gB")
    #expect(robot.workspace.panes[0].document?.reading.id == nil)
    #expect(robot.rows == bottom && parsed.done == done)
    #expect(try self.parsed(robot.workspace) === parsed)
    robot.open("Other words.\n", named: "other")
    #expect(try self.parsed(robot.workspace) !== parsed)
  }

  @Test func `what one copy asks for is shown by another when it asks itself`() throws {
    var first = opened()
    let second = first
    while first.hasWork { _ = update(&first, .work) }
    #expect(first.panes[0].document?.reading.outline != nil && first.panes[0].document?.reading.links != nil)
    #expect(
      second.panes[0].document?.reading.outline == nil && second.panes[0].document?.reading.links == nil)
    #expect(second.hasWork)
  }
}

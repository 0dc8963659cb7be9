import CellGrid
import RFCFormats
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// `D`: a text beside what took its place.
@Suite struct ComparisonTests {
  static let old = """

    1.  Introduction

       A sender counts the octets that it has sent, and waits for the
       answer of its peer before it sends more of them.

    2.  Rules

       Nothing is sent twice by a sender that is in its right mind, as
       experience has shown many times over.

    3.  Gateways

       A gateway to a fax prints every octet, and nobody reads them.

    """

  static let new = """

    1.  Introduction

       A sender counts the bytes that it has sent, and waits for the
       answer of its peer before it sends more of them.

    2.  Scope

       This is about senders and receivers, and about nobody else.

    3.  Rules

       Nothing is sent twice by a sender that is in its right mind, as
       experience has shown many times over.

    """

  static func successors(_ text: String = new, arePredecessors: Bool = false) throws -> Successors {
    let id = DocumentID.rfc(try #require(RFCNumber(arePredecessors ? 4000 : 5000)))
    let source = Source(
      name: "\(id)", id: id, document: TextDecoder.document(from: Array(text.utf8)))
    return Successors([source], arePredecessors: arePredecessors, missing: [])
  }

  /// A text and what took its place.
  static func robot(_ keys: String = "", columns: Int = 140, rows: Int = 20) throws -> ReaderRobot {
    var robot = ReaderRobot(old, columns: columns, rows: rows)
    robot.type(keys + "D")
    let number = try #require(RFCNumber(4242))
    #expect(robot.effects.last == .successors(number))
    robot.send(.successors(try successors(), of: number), for: robot.lastAsker)
    return robot
  }

  @Test func `both stand beside each other, and what differs is marked`() throws {
    let robot = try Self.robot()
    #expect(robot.rows[0].contains("RFC 4242") && robot.rows[0].contains("RFC 5000"))
    #expect(robot.text(in: .removed).contains { $0.hasPrefix("octets") })
    #expect(robot.text(in: .added).contains { $0.hasPrefix("bytes") })
  }

  @Test func `what became of the section is said, and the other text goes along`() throws {
    var robot = try Self.robot(rows: 10)
    robot.type(":2<Enter>")
    #expect(robot.status.contains("2 Rules  moved to 3") && robot.status.contains("3 Rules  was 2"))
    robot.type(":3<Enter>")
    #expect(robot.status.contains("3 Gateways  gone"))
  }

  @Test func `]c goes from change to change`() throws {
    var robot = try Self.robot(rows: 9)
    robot.type("]c")
    #expect(robot.status.contains("1 Introduction"))
    robot.type("]c")
    #expect(robot.status.contains("3 Gateways"))
    robot.type("[c")
    #expect(robot.status.contains("1 Introduction"))
  }

  @Test func `closing a pane ends it`() throws {
    var robot = try Self.robot()
    robot.type("q")
    #expect(robot.text(in: .added).isEmpty && robot.text(in: .removed).isEmpty)
    robot.type("]c")
    #expect(robot.status.contains("D compares this text with what took its place"))
  }

  @Test func `the newer text beside what it took the place of`() throws {
    var robot = ReaderRobot(Self.new, named: "RFC 5000", columns: 140, rows: 20)
    robot.type("D")
    let successors = try Self.successors(Self.old, arePredecessors: true)
    robot.send(.successors(successors, of: try #require(RFCNumber(5000))), for: robot.lastAsker)
    #expect(robot.text(in: .added).contains { $0.hasPrefix("bytes") })
    #expect(robot.text(in: .removed).contains { $0.hasPrefix("octets") })
  }

  @Test func `what is not here is named`() throws {
    var robot = ReaderRobot(Self.old)
    robot.type("D")
    let number = try #require(RFCNumber(4242))
    let missing = Successors([], arePredecessors: false, missing: [try #require(RFCNumber(5000))])
    robot.send(.successors(missing, of: number), for: robot.lastAsker)
    #expect(robot.status.contains("Not in the cache: RFC 5000. :5000 downloads it."))
  }
}

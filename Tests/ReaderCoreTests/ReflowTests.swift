import CellGrid
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// Prose at another width than the published one.
@Suite struct ReflowTests {
  private static let hyphens = """
    1.  Hyphens

       The rules hold for the left-
       and right-hand sides, for client-
       to-server links, and for pre-
       or post-processing of it all, as it was said and told before by all.

       A list of short-, medium-
       and long-term items follows, with a well-
       known name in each, from low-
       to high-level ones -
       and what there is -- and/
       or not -- and so on and on, until this line is as long as the others.

    """

  @Test(arguments: [40, 60, 76, 80, 110])
  func `every blank of the text stays, and a word that goes on is one word`(columns: Int) {
    var robot = ReaderRobot(Self.hyphens, columns: columns, rows: 40)
    robot.type("W")
    let words = robot.rows.dropFirst(2).dropLast().joined(separator: " ").split(separator: " ")
      .filter { $0 != "\u{2590}" }.joined(separator: " ")
    for phrase in [
      "left- and right-hand", "pre- or post-processing", "medium- and long-term", "low- to high-level",
      "ones - and", "is -- and/or",
    ] {
      // Where a row ends behind a hyphen, the blank is at its end.
      #expect(
        words.contains(phrase) || words.contains(phrase.replacing("and/or", with: "and/ or")), "\(words)")
    }
    #expect(words.contains("client-to-server") || words.contains("client- to-server"))
    #expect(words.contains("well-known") || words.contains("well- known"))
    if columns == 110 { #expect(words.contains("client-to-server") && words.contains("well-known")) }
  }

  @Test(arguments: [
    "left- and right", "client-to-server", "and/or not", "medium- and", "name in each, from low- to",
  ])
  func `what is found in prose set anew is marked from its first letter to its last`(pattern: String) {
    var robot = ReaderRobot(Self.hyphens, columns: 110)
    robot.type("W/" + pattern + "<Enter>")
    // The blank at a row's end is not marked.
    let marked = robot.text(in: .currentMatch).joined()
    #expect(marked.filter { $0 != " " } == pattern.filter { $0 != " " })
  }
}

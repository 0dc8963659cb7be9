import TestSupport
import Testing

/// The printed shape of `rfcview blocks` is published: others parse it.
@Suite struct BlocksShapeTests {
  private static let text = """
    1.  Frames

       A frame begins with its type, and each of the fields behind it has
       the length that the type says, as follows:

          +------+--------+
          | Type | Length |
          +------+--------+

                         Figure 1: A Frame

       *  An item of a list that goes on in the line below, so that it has
          two lines.

       MTU:  The longest frame.

    2.  References

       [FRAMES]   Doe, J., "Frames", 1999.

    """

  @Test func `blocks are printed as JSON, one a line`() throws {
    let program = try Program()
    let file = try program.home.write(Array(Self.text.utf8), to: "sample.txt")
    let result = try program.run(["blocks", "--json", "--file", file])
    #expect(result.status == 0)
    #expect(
      result.text == """
        [{"kind":"heading","form":null,"first":1,"last":1},
         {"kind":"paragraph","form":null,"first":3,"last":4},
         {"kind":"verbatim","form":"figure","first":6,"last":8},
         {"kind":"other","form":null,"first":10,"last":10},
         {"kind":"list","form":null,"first":12,"last":13},
         {"kind":"definition","form":null,"first":15,"last":15},
         {"kind":"heading","form":null,"first":17,"last":17},
         {"kind":"reference","form":null,"first":19,"last":19}]

        """)
  }

  @Test func `blocks are printed as text`() throws {
    let program = try Program()
    let file = try program.home.write(Array(Self.text.utf8), to: "sample.txt")
    let lines = try program.run(["blocks", "--file", file]).text.split(separator: "\n")
    #expect(lines.first == "1-1 heading")
    #expect(lines.contains("6-8 figure"))
  }

  @Test func `a document without text has no blocks`() throws {
    #expect(try Program().run(["blocks", "--json", "-"], input: [0x0A, 0x0A]).text == "[]\n")
  }
}

import RFCFormats
import RFCModel
import Testing

@Suite struct BlockTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let lines: [String]
    /// The kinds of the blocks behind the first heading and paragraph.
    let kinds: [Block.Kind]
    var testDescription: String { name }
  }

  private static let lead = [
    "1.  Introduction", "",
    "   This paragraph fills its lines, so that the text's own indentation and",
    "   the width of its lines are known to whoever reads the document, as it",
    "   is in any other of them.", "",
  ]

  static let samples: [Sample] = [
    Sample(
      name: "a paragraph of one line",
      lines: ["   A short one is a paragraph too, when it is a sentence."], kinds: [.paragraph]),
    Sample(
      name: "a line that a sentence leads to",
      lines: [
        "   For example, the request", "", "   GET /index.html HTTP/1.1", "",
        "   is answered, and the field is", "",
        "   Content-Length: 42", "", "   The key usage has to contain:", "", "     keySign", "",
        "   The window is halved.", "", "   window = half", "", "   It grows again.",
      ],
      kinds: [
        .paragraph, .verbatim(.code), .paragraph, .verbatim(.code), .paragraph, .verbatim(.code), .paragraph,
        .verbatim(.code),
        .paragraph,
      ]),
    Sample(
      name: "bits above a drawing with a single row",
      lines: [
        "    0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5", "   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+",
        "   |             length            |",
        "   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+", "", "   It is told.",
      ], kinds: [.verbatim(.figure), .paragraph]),
    Sample(
      name: "numbered steps between dumps",
      lines: [
        "   (7)  Computes the sum (i = 0)", "",
        "      00000000: f2 ac 10 7a 1f 92 d1 b1 1b b1 74 c3 42 76 a3 3f",
        "      00000010: fa ea 1b 1e 81 10 c1 01 7a 25 9a 00 8d 76 57 de", "",
        "   (8)  Computes K1i (i1 = 0)", "",
        "      00000000: 36 ff fa db 84 a9 f1 21 d5 84 16 db eb af 21 a2", "",
        "   (9)  Computes K2i (i2 = 0)", "",
        "      00000000: 37 ff fa db 84 a9 f1 21 d5 84 16 db eb af 21 a2",
      ], kinds: [.list, .verbatim(.code), .list, .verbatim(.code), .list, .verbatim(.code)]),
    Sample(
      name: "paragraphs that begin indented, no blank line between them",
      lines: [
        "     The first of them is indented at its beginning and then goes on in",
        "   the next line, until it ends.",
        "     The second begins below it in the same way, and it is as easy to",
        "   tell from the first by its indentation.",
      ], kinds: [.paragraph, .paragraph]),
    Sample(
      name: "a list with a bullet and a paragraph inside an item",
      lines: [
        "   o  The first item of a list goes on in the next line, below its own", "      beginning.", "",
        "      What else is said in the item stands below its text.", "", "   o  The second.",
      ], kinds: [.list, .list, .list]),
    Sample(
      name: "a numbered list without blank lines",
      lines: [
        "   1)  Take the first.", "   2)  Take the second, which is longer than the", "       line.",
        "   3)  Stop.",
      ],
      kinds: [.list, .list, .list]),
    Sample(
      name: "a dash that begins a line of a paragraph by chance",
      lines: [
        "   The concept of the portable office was then introduced by the speaker",
        "   - a world where a user is able to take her work with her wherever she",
        "   goes.",
      ], kinds: [.paragraph]),
    Sample(
      name: "definitions with the text beside the term",
      lines: [
        "   MTU:  The longest frame that is let through without being cut into", "      parts.", "",
        "   MAC   Media Access Control",
      ], kinds: [.definition, .definition]),
    Sample(
      name: "definitions with the text below the term",
      lines: [
        "   Discussion:", "      The text stands below, and goes on for more than the one line of",
        "      it.", "",
        "   Form", "", "      A set of fields which are pairs of a name and a value, as they are",
        "      used.",
      ], kinds: [.definition, .definition, .definition]),
    Sample(
      name: "code at the column of prose",
      lines: ["   if (length > limit) {", "     drop(frame);", "   }"], kinds: [.verbatim(.code)]),
    Sample(
      name: "code with blank lines and a comment that is prose",
      lines: [
        "   module frames {", "     leaf length {", "       type uint8;", "     }", "",
        "     /* The length of a frame is what is left of it. */", "", "     leaf kind {",
        "       type uint8;", "     }",
        "   }",
      ], kinds: [.verbatim(.code)]),
    Sample(
      name: "a description in quotes inside a module",
      lines: [
        "   frameLength OBJECT-TYPE", "       SYNTAX  Counter", "       ACCESS  read-only",
        "       DESCRIPTION",
        "          \"The number of octets in the frame, as it was counted by the",
        "          receiver of it when it came in.",
        "", "          What was lost on the way is not counted at all by any of them.\"",
        "       ::= { frame 2 }",
      ], kinds: [.verbatim(.code)]),
    Sample(
      name: "what stands between the marks of code",
      lines: [
        "   <CODE BEGINS>", "   This is not code by its looks at all, and still it must stand as it",
        "   is printed.",
        "   <CODE ENDS>",
      ], kinds: [.other, .verbatim(.code), .other]),
    Sample(
      name: "a grammar",
      lines: ["   frame = kind length *octet", "   kind = \"a\" / \"b\"", "   length = 1*DIGIT"],
      kinds: [.verbatim(.code)]),
    Sample(
      name: "a hexadecimal dump",
      lines: ["   c0 00 0c fe ab cd ef 01 23 45 67 89 ab cd ef ad", "   be ad de ef 00 0c 0a fe"],
      kinds: [.verbatim(.code)]),
    Sample(
      name: "the header fields of a message",
      lines: [
        "   The request is:", "", "   GET /frames HTTP/1.1", "   Host: www.example.com",
        "   Accept: application/frames; q=0.2",
      ], kinds: [.paragraph, .verbatim(.code)]),
    Sample(
      name: "a packet and its caption",
      lines: [
        "    0                   1", "    0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5",
        "   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+",
        "   |      Kind     |     Length    |", "   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+", "",
        "                 Figure 1: A Frame",
      ], kinds: [.verbatim(.figure), .other]),
    Sample(
      name: "a table with borders",
      lines: [
        "   +======+========+", "   | Kind | Length |", "   +======+========+", "   | 1    | 8      |",
        "   +------+--------+",
      ], kinds: [.verbatim(.table)]),
    Sample(
      name: "a table without borders",
      lines: [
        "      Organization  Host          Implementation", "", "      ISI           ISIF          TOPS-20",
        "      SRI           ?             Workstation", "      DARPA         ?             Workstation",
      ], kinds: [.verbatim(.table)]),
    Sample(
      name: "a figure glued to the paragraph that leads to it",
      lines: [
        "   The two of them are linked, each to the other, by a line that is drawn",
        "   as follows:", "        +---+     +---+", "        | A |-----| B |", "        +---+     +---+",
      ], kinds: [.paragraph, .verbatim(.figure)]),
    Sample(
      name: "a quotation behind a bar",
      lines: [
        "   |  A quotation is set behind a bar, and is still a paragraph that may be",
        "   |  filled again.",
      ], kinds: [.paragraph]),
    Sample(
      name: "short sentences, one a line",
      lines: ["   DN stands for Name.", "   DSA is a server.", "   DUA is a client."],
      kinds: [.paragraph, .paragraph, .paragraph]),
    Sample(
      name: "a sentence that mentions a figure",
      lines: ["   Figure 1 shows how the two of them are linked to each other."], kinds: [.paragraph]),
    Sample(
      name: "the archivist's note",
      lines: ["   [ This RFC was put into machine readable form for entry ]"], kinds: [.other]),
    Sample(
      name: "the bibliography and the authors' addresses",
      lines: [
        "2.  References", "", "   [FRAMES]   Doe, J., \"Frames\", 1999,",
        "              <https://example.com/frames>.", "",
        "Authors' Addresses", "", "   J. Doe", "   Example Street 1",
      ], kinds: [.heading, .reference, .heading, .other]),
    Sample(
      name: "a reference model",
      lines: [
        "2.  Reference Model", "",
        "   The figure shows the model on which the rest of this memo rests.  An",
        "   implementation keeps the two halves apart.", "", "            +--------+        +--------+",
        "            | Gadget |------->| Widget |", "            +--------+        +--------+",
      ], kinds: [.heading, .paragraph, .verbatim(.figure)]),
  ]

  @Test(arguments: samples)
  func `lines are told apart`(sample: Sample) {
    let text = (Self.lead + sample.lines).joined(separator: "\n") + "\n"
    #expect(Document(text: text).blocks.dropFirst(2).map(\.kind) == sample.kinds)
  }

  @Test func `the head of a document without headings ends where its prose begins`() {
    let head = [
      "Network Group                       J. Doe", "RFC 4242                        May 1971", "",
      "    A TITLE", "",
    ]
    let text = (head + Self.lead.dropFirst(2)).joined(separator: "\n") + "\n"
    #expect(Document(text: text).blocks.map(\.kind) == [.other, .other, .paragraph])
  }

  @Test func `the printed contents are one block`() {
    let contents = ["Table of Contents", "", "   1.  Introduction .... 1", "   2.  End ............. 2", ""]
    let text = (contents + Self.lead + ["2.  End", "", "   That is all."]).joined(separator: "\n") + "\n"
    let blocks = Document(text: text).blocks
    #expect(blocks.map(\.kind) == [.heading, .contents, .heading, .paragraph, .heading, .paragraph])
    #expect(blocks[1].lines == 2..<4)
  }

  @Test func `blocks go on over a page break`() {
    let pages = PrintedText(
      footer: { ["Doe                          Standards Track                    [Page \($0)]"] },
      header: { _ in ["RFC 4242                         Frames                       May 1999"] })
    let full = "   The paragraph fills its lines, as any of them does in such a document,"
    let box = "   +-----+-----+-----+-----+"
    let text = pages.text([
      Self.lead + [full, full],
      [
        "   and ends behind the break.", "", box, "   |  1  |  2  |  3  |  4  |", box,
        "   |  5  |  6  |  7  |  8  |",
      ],
      [box, "   |  9  | 10  | 11  | 12  |", box, "", "   That is all that there is to be said of it."],
    ])
    let document = Document(text: text)
    let kinds = document.blocks.map(\.kind)
    #expect(kinds == [.heading, .paragraph, .paragraph, .verbatim(.table), .paragraph])
    #expect(document.blocks[2].lines.count > 3)
  }

  @Test func `text set with a blank line between its lines is read as if there was none`() {
    let line = "The paragraph fills its lines, as any of them does in such a document, and it"
    let next = "goes on in the next of its lines as if there was nothing between the two of it"
    let paragraph = [line] + Array(repeating: next, count: 14)
    let text =
      Array(repeating: paragraph.joined(separator: "\n\n"), count: 3).joined(separator: "\n\n\n\n") + "\n"
    #expect(Document(text: text).blocks.map(\.kind) == [.paragraph, .paragraph, .paragraph])
  }
}

extension Document {
  var blocks: [Block] { ParsedText(self).blocks }
}

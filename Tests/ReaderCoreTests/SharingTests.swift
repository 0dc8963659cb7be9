import CellGrid
import RFCFormats
import RFCModel
import ReaderCore
import TestSupport
import Testing

/// What is handed to the clipboard, to commands and to files.
@Suite struct SharingTests {
  @Test(arguments: [
    ("", "https://www.rfc-editor.org/rfc/rfc4242.html"),
    (":2.1.1<Enter>", "https://www.rfc-editor.org/rfc/rfc4242.html#section-2.1.1"),
    (":A<Enter>", "https://www.rfc-editor.org/rfc/rfc4242.html#appendix-A"),
  ])
  func `c copies the address of the section`(keys: String, address: String) {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(keys + "c")
    #expect(robot.effects.last == .copy(address))
    #expect(
      robot.frame.text.contains(" Copied, if the terminal allows it:") && robot.frame.text.contains(address))
  }

  // MARK: Y

  private static let text = """
    Abstract

       This says what it is about.

    1.  One

       A paragraph, which fills its line and goes on in the next one, so that
       it has two of them, see [RFC9001].

    1.1.  Figures

       Here is one:

          +-----+
          | box |
          +-----+

       A needle stands behind it.

    Appendix A.  More

       The end.

    """

  private static let paragraph =
    "   A paragraph, which fills its line and goes on in the next one, so that\n   it has two of them, see [RFC9001].\n"
  private static let figure = "      +-----+\n      | box |\n      +-----+\n"

  private static func source(_ place: String, _ anchor: String) -> String {
    "\nRFC 4242, \(place)\nhttps://www.rfc-editor.org/rfc/rfc4242.html#\(anchor)\n"
  }

  @Test(arguments: [
    (":1<Enter>", paragraph + source("Section 1", "section-1"), "Copied 2 lines of Section 1."),
    ("<Tab>", paragraph + source("Section 1", "section-1"), "Copied 2 lines of Section 1."),
    ("]f", figure + source("Section 1.1", "section-1.1"), "Copied 3 lines of Section 1.1."),
    (":l15<Enter>", figure + source("Section 1.1", "section-1.1"), "Copied 3 lines of Section 1.1."),
    (
      "/needle<Enter>", "   A needle stands behind it.\n" + source("Section 1.1", "section-1.1"),
      "Copied 1 line of Section 1.1."
    ),
    (":A<Enter>", "   The end.\n" + source("Appendix A", "appendix-A"), "Copied 1 line of Appendix A."),
    (
      "",
      "   This says what it is about.\n\nRFC 4242, Abstract\nhttps://www.rfc-editor.org/rfc/rfc4242.html\n",
      "Copied 1 line of Abstract."
    ),
    // The paragraph at the top is cut there.
    ("7j", "   Here is one:\n" + source("Section 1.1", "section-1.1"), "Copied 1 line of Section 1.1."),
  ])
  func `Y copies the block that one is at, and where it is from`(keys: String, copied: String, words: String)
  {
    var robot = ReaderRobot(Self.text, rows: 12)
    robot.type(keys + "Y")
    #expect(robot.effects.last == .copy(copied))
    #expect(robot.status.hasPrefix(" " + words))
  }

  @Test func `a block that a page's end cuts is copied without it, also where the pages are shown`() {
    for keys in ["", "A"] {
      var robot = ReaderRobot(SampleText.paged)
      robot.type(keys + ":1<Enter>Y")
      let lines = """
           This paragraph goes on after the end of the page, so that the
           two halves of it belong
           together when the pages are taken away.

        """
      #expect(robot.effects.last == .copy(lines + Self.source("Section 1", "section-1")))
      robot.type(":2<Enter>]fY")
      #expect(robot.status.hasPrefix(" Copied 5 lines of Section 2."))
    }
  }

  @Test func `ESC-Y copies to a mark what a pipe would take to it`() {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("5jma10j<ESC-Y>a")
    let lines = (6...36).map { "line \($0)\n" }.joined()
    #expect(robot.effects.last == .copy(lines + "\nRFC 4242\nhttps://www.rfc-editor.org/rfc/rfc4242.html\n"))
    #expect(robot.status.hasPrefix(" Copied 31 lines of RFC 4242."))
    let count = robot.effects.count
    robot.type("<ESC-Y>")
    #expect(robot.status.hasSuffix("ESC-Y"))
    robot.type("z")
    #expect(robot.status.hasPrefix(" There is no mark z.") && robot.effects.count == count)
    robot.type("<ESC-Y><ESC>j")
    #expect(robot.topRow == " line 17")
  }

  @Test func `more than terminals take is not copied by half`() {
    var robot = ReaderRobot(SampleText.numberedLines(9000))
    let count = robot.effects.count
    robot.type("<ESC-Y>$")
    #expect(robot.status.hasPrefix(" 89 kB are more than terminals take.") && robot.effects.count == count)
  }

  @Test func `nothing that is copied is a key where it is pasted`() {
    var robot = ReaderRobot(
      "1.  One\n\n   b\u{8}bold\u{1B}[201~ \u{9B}2J \u{7} \u{202E}text\u{0} is here.\n", named: "notes.txt")
    robot.type(":1<Enter>Y")
    guard case .copy(let text) = robot.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(
      text.hasPrefix("   bold[201~ 2J  text is here.\n") && text.hasSuffix("\nnotes.txt, Section 1\n"),
      "\(text)")
  }

  @Test func `an empty text has nothing to copy`() {
    var robot = ReaderRobot("")
    robot.type("Y")
    #expect(robot.status.contains("no text here") && robot.effects.isEmpty)
  }

  // MARK: Files and commands

  @Test func `a text from a file has no address`() {
    var robot = ReaderRobot(SampleText.numberedLines(10), named: "notes.txt")
    robot.type("c")
    #expect(robot.status.contains("no address"))
    robot.type("v")
    #expect(robot.status.contains("not in a file"))
    robot.type("i")
    #expect(robot.status.contains("not an RFC"))
  }

  @Test(arguments: [
    ("/tmp/rfc9110.txt", ":2<Enter>", "https://www.rfc-editor.org/rfc/rfc9110.html#section-2"),
    ("RFC9110.TXT", "", "https://www.rfc-editor.org/rfc/rfc9110.html"),
    ("draft-a-b-00.txt", "", "https://datatracker.ietf.org/doc/html/draft-a-b-00"),
    ("/tmp/9110.txt", "", nil),
    ("/rfc9110/notes.txt", "", nil),
  ])
  func `a file whose name says what it is has the address of that`(
    path: String, keys: String, address: String?
  ) {
    var robot = ReaderRobot()
    let document = TextDecoder.document(from: Array(SampleText.unpaged.utf8))
    robot.send(.opened(Source(name: "a file", id: nil, path: path, document: document), at: nil))
    let before = robot.effects.count
    robot.type(keys + "c")
    #expect((robot.effects.count > before ? robot.effects.last : nil) == address.map { .copy($0) })
    if address == nil { #expect(robot.status.contains("a file is a file and has no link.")) }
  }

  @Test(arguments: [
    ("|.", 1...21), ("|<Enter>", 1...21), ("5jma10j|a", 6...36), ("30Gmag|a", 1...30), ("|$", 1...100),
    ("50G|^", 1...70),
  ])
  func `a pipe takes the lines that less would`(keys: String, lines: ClosedRange<Int>) {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type(keys + "wc -l<Enter>")
    let text = lines.map { "line \($0)\n" }.joined()
    guard case .pipe(let bytes, to: "wc -l") = robot.effects.last else {
      Issue.record("nothing was piped")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: ["|$cat<Enter>", "s<Enter>", "ts<Enter>"])
  func `commands and files get the text as the screen has it`(keys: String) throws {
    var robot = ReaderRobot(SampleText.paged)
    robot.type(keys.hasPrefix("t") ? ":1<Enter>" : "g")
    func given() throws -> String {
      switch robot.effects.last {
      case .pipe(let bytes, to: "cat"), .save(let bytes, as: "rfc4242.txt"),
        .save(let bytes, as: "rfc4242-1.txt"):
        return String(decoding: bytes, as: UTF8.self)
      default:
        Issue.record("\(robot.status)")
        return ""
      }
    }
    robot.type(keys)
    #expect(try given().contains("   two halves of it belong\n   together when the pages"))
    #expect(try !given().contains("[Page"))
    robot.type("qA" + (keys.hasPrefix("t") ? ":1<Enter>" : "g") + keys)
    #expect(try given().contains("[Page 1]\n\u{C}\n"))
    if keys.hasPrefix("s") { #expect(try given() == SampleText.paged) }
  }

  @Test(arguments: [
    ("s<Enter>", "rfc4242.txt"), ("sx.txt<Enter>", "x.txt"),
    ("s<Backspace><Backspace><Backspace>md<Enter>", "rfc4242.md"),
    ("s<Home>my-<Enter>", "my-rfc4242.txt"), ("s<End>.old<Enter>", "rfc4242.txt.old"), ("s<^U>x<Enter>", "x"),
    (":2.1<Enter>ts<Enter>", "rfc4242-2.1.txt"), (":A<Enter>tsx<Enter>", "x"),
    ("tgs<Enter>", "rfc4242-abstract.txt"),
  ])
  func `the name that s offers is taken, typed over or edited`(keys: String, name: String) {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(keys)
    guard case .save(_, as: name) = robot.effects.last else {
      Issue.record("\(robot.effects)")
      return
    }
  }

  @Test func `in the contents s saves the section with all below it`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(":2.1<Enter>ts")
    #expect(robot.status == "Save Section 2.1 as: rfc4242-2.1.txt")
    robot.type("<Enter>")
    guard case .save(let bytes, as: _) = robot.effects.last else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("2.1.  Messages\n") && text.contains("| length | sample |"))
    #expect(!text.contains("2.2.  Errors"))
  }

  @Test func `where a jump has led into code that names its file, s saves the code under that name`() {
    let code = "module sample {\n  leaf one {\n    type string;\n  }\n}\n"
    let shown = code.split(separator: "\n").map { "   \($0)\n" }.joined()
    var robot = ReaderRobot(
      "1.  One\n\n   Some words that come before the code, and fill a line or two of it so.\n\n"
        + "   <CODE BEGINS> file \"sample@2026-01-01.yang\"\n\n\(shown)\n   <CODE ENDS>\n\n   Text.\n")
    robot.type("s")
    #expect(robot.status == "Save as: rfc4242.txt")
    robot.type("<ESC>]fs")
    #expect(robot.status == "Save the code as: sample@2026-01-01.yang")
    robot.type("<Enter>")
    #expect(robot.effects.last == .save(Array(code.utf8), as: "sample@2026-01-01.yang"))
    robot.type("<ESC>gs")
    #expect(robot.status == "Save as: rfc4242.txt")
  }

  @Test func `s asks for a name, v opens the editor at the line, ! runs a command`() throws {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.type("sout.txt<Enter>")
    #expect(robot.effects.last == .save(Array(SampleText.numberedLines(100).utf8), as: "out.txt"))
    robot.type("40Gv")
    #expect(robot.effects.last == .edit(.rfc(try #require(.init(4242))), line: 40))
    robot.type("!ls -l<Enter>")
    #expect(robot.effects.last == .shell("ls -l"))
  }
}

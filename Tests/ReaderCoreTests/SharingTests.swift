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
  }

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
    robot.type(keys + "c")
    #expect(robot.effects.last == address.map { .copy($0) })
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

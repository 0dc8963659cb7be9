import TestSupport
import Testing

/// Searching, indexing and asking who cites whom, run as a user runs them.
@Suite struct SearchCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    for (number, text) in [(4242, SampleText.unpaged), (4243, SampleText.paged)] {
      _ = try program.home.write(Array(text.utf8), to: ".cache/rfcview/rfc/rfc\(number).txt")
    }
    _ = try program.home.write(
      Array(
        "\nRequest for Comments: 4244\n\n1.  Citing\n\n   See Section 2.1 of RFC 4242.\n\n   And RFC 4242.\n"
          .utf8),
      to: ".cache/rfcview/rfc/rfc4244.txt")
  }

  @Test func `the JSON of a search is published`() throws {
    #expect(try program.run(["index"]).status == 0)
    let result = try program.run(["search", "--json", "figure", "OR", "\"receiver must not\""])
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(
      result.text == """
        [{"document":"rfc4243","rfc":4243,"title":"Paged Samples","year":1998,"status":"UNKNOWN","obsoletedBy":[],"inForce":[],\
        "section":"2","heading":"Figure","line":28,"text":"+-----------+ | cut here | | | | | +-----------+","marks":[],"sections":1,"score":4.93},
         {"document":"rfc4242","rfc":4242,"title":"The Sample Transfer Protocol","year":2026,"status":"UNKNOWN",\
        "obsoletedBy":[],"inForce":[],"section":"1","heading":"Introduction","line":31,"text":"A sender MUST NOT send more \
        than it was asked for, and a receiver MUST NOT complain about less. Both are samples.","marks":[[57,74]],"sections":1,"score":1.73}]

        """)
  }

  @Test func `lines for people say the same, three for a document`() throws {
    #expect(try program.run(["index", "--quiet"]).text == "")
    let lines = try program.run(["search", "complain"]).text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines.first == " 4242  The Sample Transfer Protocol                                         2026")
    #expect(lines.dropFirst().first == "       1  Introduction")
    #expect(lines[2].hasSuffix("a receiver MUST NOT complain about less. Both are samples."))
    #expect(lines.last == "1 document, 1 section")
    let one = try program.run(["search", "--limit", "1", "figure OR receiver"])
    #expect(one.text.hasSuffix("\n1 of 2 documents, 2 sections\n"))
  }

  @Test func `without an index the files are read, and a line says so`() throws {
    let scanned = try program.run(["search", "--json", "\"halves of it belong together\""])
    #expect(scanned.status == 0)
    #expect(scanned.error == "rfcview: plain scan: no index yet; run `rfcview index` to build one\n")
    #expect(try program.run(["index"]).text.hasPrefix("The index has "))
    let indexed = try program.run(["search", "--json", "\"halves of it belong together\""])
    // How well it answers is known more exactly by then.
    func facts(_ text: String) -> Substring? { text.split(separator: ",\"score\"").first }
    #expect(facts(indexed.text) == facts(scanned.text))
    _ = try program.home.write(
      Array("1.  Lately\n\n   Halves come last.\n".utf8), to: ".cache/rfcview/rfc/rfc4245.txt")
    let both = try program.run(["search", "halves"])
    #expect(both.error.contains("plain scan of 1 document"))
    #expect(both.text.hasSuffix("2 documents, 2 sections\n"))
  }

  @Test(arguments: [
    (["\"halves"], "`\"halves`"), (["NOT", "halves"], "`NOT`"), (["(halves"], "`(halves`"), (["OR"], "`OR`"),
    ([], "words"),
    (["year:soon", "x"], "`year:soon`"), (["--limit", "0", "x"], "--limit"),
  ]) func `what is no query is wrong usage, and the line says where`(words: [String], place: String) throws {
    let result = try program.run(["search"] + words)
    #expect(result.status == 2)
    #expect(result.text == "")
    #expect(result.error.contains(place))
    #expect(result.error.split(separator: "\n").count == 1)
  }

  @Test func `nothing found is a status and a line`() throws {
    #expect(try program.run(["index"]).status == 0)
    let result = try program.run(["search", "cryptography"])
    #expect(result.status == 1)
    #expect(result.text == "")
    #expect(result.error == "rfcview: No section of a cached document matches.\n")
    #expect(try program.run(["search", "--json", "cryptography"]).text == "[]\n")
  }

  @Test func `an index says what it has taken in`() throws {
    #expect(try program.run(["index"]).text.hasSuffix("of 3 documents: 3 new or changed.\n"))
    #expect(try program.run(["index"]).text.hasPrefix("The index is up to date: "))
    #expect(try program.run(["index", "--rebuild"]).text.hasSuffix("of 3 documents: 3 new or changed.\n"))
    _ = try program.home.write([UInt8](repeating: 7, count: 9000), to: ".cache/rfcview/library.sqlite")
    let mended = try program.run(["index"])
    #expect(mended.status == 0)
    #expect(mended.error.contains("was damaged and has been rebuilt"))
    #expect(mended.text.hasSuffix("of 3 documents: 3 new or changed.\n"))
  }

  @Test func `who cites an RFC is published as JSON`() throws {
    let without = try program.run(["refs", "--to", "4242"])
    #expect(without.status == 1)
    #expect(
      without.error == "rfcview: There is no index of the texts yet. Run `rfcview index` to build it.\n")
    #expect(try program.run(["index"]).status == 0)
    #expect(
      try program.run(["refs", "--to", "4242", "--json"]).text == """
        [{"document":"rfc4244","rfc":4244,"title":"1. Citing","section":"1","heading":"Citing","line":6,"cites":"2.1"},
         {"document":"rfc4244","rfc":4244,"title":"1. Citing","section":"1","heading":"Citing","line":8,"cites":null}]

        """)
    #expect(
      try program.run(["refs", "--to", "4242", "--section", "2.1"]).text == "RFC 4244  6  1  Citing  -> 2.1\n"
    )
    #expect(try program.run(["refs", "--to", "4242#2.2"]).status == 1)
    #expect(try program.run(["refs", "--to", "nonsense"]).status == 2)
  }
}

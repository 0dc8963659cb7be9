import TestSupport
import Testing

/// The shapes that are published, byte for byte: whoever reads them by a program is not to be surprised.
@Suite struct JSONShapeTests {
  private let program: Program
  private let file: String

  /// Each kind of citation once, each kind of place a sentence may stand in once.
  private static let text = """

    Request for Comments: 4244                                     Sample Ltd
    Obsoletes: 4242                                             February 2026

    Abstract

       Whoever reads this MAY stop here.

    1.  Introduction

       See Section 2, Section 3.2 of
       [SAMPLE], "BCP 14", draft-ietf-sample-03, <https://example.org/> and
       [BOOK].  A sender MUST NOT send more than it was asked for,
       and SHOULD say so.

    2.  References

       [BOOK]    Writer, A., "A Book", Publisher, 1999.

       [SAMPLE]  Writer, B., "Samples", RFC 4243, March 1998.

    """

  init() throws {
    program = try Program()
    file = try program.home.write(Array(Self.text.utf8), to: "sample.txt")
  }

  @Test func `citations`() throws {
    #expect(
      try program.run(["refs", "--json", "--file", file]).text == """
        [{"line":3,"rfc":4242,"section":null,"place":null,"text":"4242","target":"RFC 4242"},
         {"line":11,"rfc":null,"section":"2","place":null,"text":"Section 2","target":null},
         {"line":11,"rfc":4243,"section":"3.2","place":null,"text":"Section 3.2 of [SAMPLE]","target":"RFC 4243"},
         {"line":12,"rfc":null,"section":null,"place":null,"text":"BCP 14","target":"BCP 14"},
         {"line":12,"rfc":null,"section":null,"place":null,"text":"draft-ietf-sample-03","target":"draft-ietf-sample-03"},
         {"line":12,"rfc":null,"section":null,"place":null,"text":"https://example.org/","target":"https://example.org/"},
         {"line":13,"rfc":null,"section":null,"place":null,"text":"[BOOK]","target":"[BOOK]"},
         {"line":20,"rfc":4243,"section":null,"place":null,"text":"RFC 4243","target":"RFC 4243"}]

        """)
  }

  @Test func `amendments`() throws {
    let newer = try program.home.write(
      Array(
        """
        1.  Changes

           Section 3.2 of RFC 4243 is replaced by this text.
           Section 4 of RFC 4243 says more.

        """.utf8), to: "newer.txt")
    #expect(
      try program.run(["amends", "--json", "--file", newer, "--updates", "4243"]).text == """
        [{"line":3,"rfc":4243,"section":"3.2","kind":"replaces","place":"1","text":"Section 3.2 of RFC 4243 is \
        replaced by this text."}]

        """)
    #expect(
      try program.run(["amends", "--file", newer, "--updates", "rfc4243"]).text
        == "3  RFC 4243, Section 3.2  replaces  Section 3.2 of RFC 4243 is replaced by this text.\n")
    #expect(try program.run(["amends", "--json", "--file", newer, "--updates", "4242"]).text == "[]\n")
    #expect(try program.run(["amends", "--file", newer, "--updates", "x"]).status == 2)
  }

  @Test func `what sections became`() throws {
    let newer = Self.text.replacing("4244", with: "4245").replacing("1.  Intro", with: "3.  Intro")
    let other = try program.home.write(Array(newer.utf8), to: "newer.txt")
    #expect(
      try program.run(["successor", "--json", "--file", file, "--section", "1", "--to", other]).text == """
        [{"section":"1","title":"Introduction","line":9,"relation":"moved",\
        "to":[{"rfc":4245,"section":"3","title":"Introduction","line":9}],"past":[]}]

        """)
  }

  @Test func `what differs`() throws {
    let newer = Self.text.replacing("4244", with: "4245").replacing("send more", with: "send anything")
    let other = try program.home.write(Array(newer.utf8), to: "changed.txt")
    let text = try program.run(["diff", "--json", file, other]).text
    #expect(
      text.hasPrefix("[{\"relation\":\"same\",\"old\":")
        && text.contains(
          "\"old\":{\"section\":\"1\",\"title\":\"Introduction\",\"line\":9},"
            + "\"new\":{\"section\":\"1\",\"title\":\"Introduction\",\"line\":9},\"changes\":[{\"kind\":\"changed\","
        ))
    #expect(
      text.contains("{\"kind\":\"gone\",\"text\":\" more\"},{\"kind\":\"new\",\"text\":\" anything\"}"))
  }

  @Test func `requirements`() throws {
    #expect(
      try program.run(["requirements", "--json", "--file", file]).text == """
        [{"document":null,"line":7,"end":7,"section":null,"keywords":["MAY"],"text":"Whoever reads this MAY stop here.",\
        "subject":"Whoever reads this","items":[],"state":null,"note":null},
         {"document":null,"line":13,"end":14,"section":"1","keywords":["MUST NOT","SHOULD"],"text":"A sender MUST NOT send more \
        than it was asked for, and SHOULD say so.","subject":"A sender","items":[],"state":null,\
        "note":null}]

        """)
  }

  @Test func `lines for people say the same`() throws {
    let refs = try program.run(["refs", "--file", file]).text
    #expect(refs.contains("\n11  Section 2\n11  RFC 4243, Section 3.2  Section 3.2 of [SAMPLE]\n"))
    let requirements = try program.run(["requirements", "--file", file]).text
    #expect(
      requirements.hasPrefix(
        "7  -  MAY  Whoever reads this MAY stop here.\n13  1  MUST NOT, SHOULD  A sender"))
  }

  @Test func `bookmarks`() throws {
    let folder = ".local/state/rfcview"
    let lines = [
      "bookmark rfc4243 A.1 +0 @90\tA \"Sample\"\tHistory\t",
      "bookmark rfc4242 2.1 +3 @48\tThe Sample Protocol\tMessages\twhy *long* ones?",
      "bookmark draft-a-b-00 - +0 @1\t\t\tfirst", "added rfc4242 2.1 +3 @48\t2026-11-30",
      "file - +6 @7\t2026-12-01\t/tmp/a_b.txt\tNotes\t\tmine",
      "file 2 +0 @9\t\t/tmp/rfc4242.txt\t\tMessages\t",
    ]
    try program.home.write(lines.joined(separator: "\n").utf8, to: folder + "/bookmarks")
    #expect(
      try program.run(["bookmarks", "--json"]).text == """
        [{"document":"rfc4242","rfc":4242,"path":null,"title":"The Sample Protocol","section":"2.1","heading":"Messages",\
        "line":48,"offset":3,"note":"why *long* ones?","added":"2026-11-30",\
        "url":"https://www.rfc-editor.org/rfc/rfc4242.html#section-2.1"},
         {"document":"rfc4243","rfc":4243,"path":null,"title":"A \\"Sample\\"","section":"A.1","heading":"History",\
        "line":90,"offset":0,"note":"","added":null,\
        "url":"https://www.rfc-editor.org/rfc/rfc4243.html#appendix-A.1"},
         {"document":"draft-a-b-00","rfc":null,"path":null,"title":"","section":null,"heading":null,"line":1,"offset":0,\
        "note":"first","added":null,\
        "url":"https://datatracker.ietf.org/doc/html/draft-a-b-00"},
         {"document":null,"rfc":null,"path":"/tmp/a_b.txt","title":"Notes","section":null,"heading":null,"line":7,\
        "offset":6,"note":"mine","added":"2026-12-01","url":null},
         {"document":null,"rfc":null,"path":"/tmp/rfc4242.txt","title":"","section":"2","heading":"Messages","line":9,\
        "offset":0,"note":"","added":null,"url":"https://www.rfc-editor.org/rfc/rfc4242.html#section-2"}]

        """)
    #expect(
      try program.run(["bookmarks"]).text == """
        # Bookmarks

        ## RFC 4242: The Sample Protocol

        - [2.1 Messages](https://www.rfc-editor.org/rfc/rfc4242.html#section-2.1), line 48, 2026-11-30: why \\*long\\* ones?

        ## RFC 4243: A "Sample"

        - [A.1 History](https://www.rfc-editor.org/rfc/rfc4243.html#appendix-A.1), line 90

        ## draft-a-b-00

        - [Line 1](https://datatracker.ietf.org/doc/html/draft-a-b-00), line 1: first

        ## /tmp/a\\_b.txt: Notes

        - Line 7, line 7, 2026-12-01: mine

        ## /tmp/rfc4242.txt

        - [2 Messages](https://www.rfc-editor.org/rfc/rfc4242.html#section-2), line 9

        """)
  }

  @Test func `sections`() throws {
    #expect(
      try program.run(["toc", "--json", "--file", file]).text == """
        [{"number":null,"title":"Abstract","level":1,"line":5},
         {"number":"1","title":"Introduction","level":1,"line":9},
         {"number":"2","title":"References","level":1,"line":16}]

        """)
  }

  @Test func `what the catalogue says`() throws {
    let index = Array(SampleFeed.xml.utf8)
    let server = try LoopbackServer(texts: ["/rfc-index.xml": index])
    #expect(try program.run(["update", "--mirror", server.url]).status == 0)
    let found = try program.run(["find", "--json", "protocol"]).text
    #expect(
      found.replacing(#/"score":-?\d+\.\d+/#, with: #""score":S"#) == """
        [{"document":"rfc4242","rfc":4242,"title":"A Sample Protocol","authors":["A. Writer"],"date":"2006-02",\
        "status":"BEST CURRENT PRACTICE","stream":"IAB","obsoletedBy":[],"inForce":[],"isAlso":["BCP 7"],"score":S},
         {"document":"rfc4243","rfc":4243,"title":"More of the Protocol","authors":[],"date":null,\
        "status":"SPLENDID","stream":null,"obsoletedBy":[],"inForce":[],"isAlso":[],"score":S},
         {"document":"rfc4241","rfc":4241,"title":"The First & Oldest Protocol","authors":["A. Writer",\
        "B. Reader, Ed."],"date":"2005-04-01","status":"HISTORIC","stream":"IETF","obsoletedBy":[4242],"inForce":[4242],"isAlso":[],"score":S}]

        """)
    #expect(
      try program.run(["info", "--json", "4241"]).text == """
        {"document":"rfc4241","rfc":4241,"title":"The First & Oldest Protocol","authors":["A. Writer",\
        "B. Reader, Ed."],"date":"2005-04-01","pages":12,"status":"HISTORIC","publicationStatus":\
        "PROPOSED STANDARD","stream":"IETF","area":"gen","workingGroup":"first","keywords":["first","old"],\
        "abstract":["What it was made for.","And why."],"obsoletes":[42],"obsoletedBy":[4242],"inForce":[4242],"updates":[],\
        "updatedBy":[4243],"amended":[],"isAlso":[],"doi":"10.17487/RFC4241","draft":"draft-writer-first-03",\
        "errata":"https://rfc.example/errata/rfc4241","errataCount":0,"verifiedTechnical":0,"path":null}

        """)
    #expect(try program.run(["find", "--json", "cryptography"]).text == "[]\n")
  }

  @Test func `errata`() throws {
    let feed = try program.home.write(Array(SampleErrata.json.utf8), to: "errata.json")
    let text = try program.home.write(Array(SampleText.unpaged.utf8), to: "rfc4242.txt")
    #expect(
      try program.run(["errata", "--json", "--file", text, "--feed", feed]).text == """
        [{"id":12,"status":"Verified","type":"Technical","place":"lines","lines":[[31,31]],"section":"1",\
        "original":"A sender MUST NOT","corrected":"A sender SHALL NOT","notes":"It is the same.",\
        "submitted":"2007-03-07","submitter":"A. Writer","verifier":"B. Reader"},
         {"id":13,"status":"Rejected","type":"Editorial","place":"section","lines":[],"section":"2.2",\
        "original":"words that nobody wrote\\u001b[31m","corrected":"","notes":"",\
        "submitted":"2008-01-01","submitter":null,"verifier":null},
         {"id":14,"status":"Reported","type":"Editorial","place":"document","lines":[],"section":null,\
        "original":"","corrected":"","notes":"More examples.","submitted":null,"submitter":null,"verifier":null}]

        """)
    let other = try program.run(["errata", "--json", "--file", text, "--feed", feed, "--number", "9999"])
    #expect(other.text == "[]\n")
    let printed = try program.run(["errata", "--file", text, "--feed", feed, "--status", "rejected"]).text
    #expect(
      printed == "13  Rejected  Editorial  2.2  1 January 2008\n- words that nobody wrote^[[31m\n")
  }

  @Test func `nothing found is an empty array`() throws {
    let empty = try program.home.write(Array("Nothing.\n".utf8), to: "empty.txt")
    #expect(try program.run(["refs", "--json", "--file", empty]).text == "[]\n")
    #expect(try program.run(["requirements", "--json", "--file", empty]).text == "[]\n")
  }
}

import RFCFormats
import RFCModel
import Testing

private func requirements(_ lines: [String]) -> (Document, Outline, [Requirement]) {
  let document = Document(text: (["1.  Scope", ""] + lines + [""]).joined(separator: "\n"))
  let parsed = ParsedText(document)
  return (document, parsed.outline, parsed.requirements)
}

@Suite struct RequirementTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let lines: [String]
    let found: [String]
    var testDescription: String { name }

    init(_ name: String, _ lines: [String], _ found: [String]) {
      self.name = name
      self.lines = lines
      self.found = found
    }
  }

  static let samples: [Sample] = [
    Sample(
      "one word of each kind",
      Requirement.Keyword.allCases.map { "   It \($0.rawValue) be so." },
      Requirement.Keyword.allCases.map { "\($0.rawValue): It \($0.rawValue) be so." }),
    Sample(
      "a sentence among others",
      ["   It is short.  A sender MUST send it,", "   e.g. at once.  It is late."],
      ["MUST: A sender MUST send it, e.g. at once."]),
    Sample(
      "two words in a sentence, one broken over lines", ["   It MAY send it but MUST", "   NOT wait."],
      ["MAY, MUST NOT: It MAY send it but MUST NOT wait."]),
    Sample(
      "the items of a list", ["   o  It MUST run", "   o  It SHOULD walk.", "   2. It MAY stand"],
      ["MUST: It MUST run", "SHOULD: It SHOULD walk.", "MAY: It MAY stand"]),
    Sample(
      "the boilerplate",
      [
        "   The key words \"MUST\", \"MUST NOT\", \"SHOULD\", and \"MAY\" in this document",
        "   are to be interpreted as said.",
        "", "   The key words MUST, MUST NOT, SHOULD, and MAY in this document are to",
        "   be interpreted as said.",
      ], []),
    Sample("a definition of the words", ["   1. MUST   This word means that it is so."], []),
    Sample("words in quotation marks", ["   A \"MUST\" is not a 'SHOULD' here."], []),
    Sample("parts of names", ["   The MUST_FIT flag, MUSTER, NON-OPTIONAL and #REQUIRED are names."], []),
    Sample("small letters", ["   It must be so and may be so."], []),
    Sample("a text in capitals", ["   THE SENDER MUST SEND IT AND MAY NOT WAIT."], []),
    Sample(
      "a module", ["   Sample ::= SEQUENCE {", "      version INTEGER OPTIONAL,", "      it must be }"], []),
    Sample("a type in a module", ["   version  INTEGER OPTIONAL, of the sample"], []),
    Sample("a month", ["   MAY 1981 was short."], []),
    Sample(
      "a cell of a table",
      [
        "   +------+-----------------+", "   | Name | Note            |", "   +------+-----------------+",
        "   | a    | It MUST be sent |", "   |      | at once.        |", "   +------+-----------------+",
      ],
      ["MUST: It MUST be sent at once."]),
    Sample(
      "a quotation behind a bar", ["   |  Note: It MUST be", "   |  sent at once.", "   |", "   |  It is."],
      ["MUST: Note: It MUST be sent at once."]),
    Sample(
      "what else is said where the words are listed",
      [
        "   The words MUST, MUST NOT, SHOULD, and MAY are to be read as said in the",
        "   other document.  Whoever follows this one MUST read it.",
      ], ["MUST: Whoever follows this one MUST read it."]),
    Sample(
      "a name with initials", ["   They agree.  Dr. A. Writer says it SHOULD", "   be so."],
      ["SHOULD: Dr. A. Writer says it SHOULD be so."]),
    Sample(
      "the descriptions of a MIB",
      [
        "   gadgetSize OBJECT-TYPE", "       SYNTAX  INTEGER", "       STATUS  current",
        "       DESCRIPTION \"The size.  It MUST be kept", "                   as it is.\"",
        "       ::= { gadget 1 }", "", "   gadgetKind OBJECT-TYPE", "       DESCRIPTION",
        "           \"The kind.", "", "           It SHOULD NOT change.\"", "       REFERENCE \"Elsewhere\"",
        "       ::= { gadget 2 }",
      ], ["MUST: It MUST be kept as it is.", "SHOULD NOT: It SHOULD NOT change."]),
    Sample(
      "the descriptions of a module of YANG",
      [
        "   leaf size {", "     type uint8;", "     description", "       \"It MAY be 0.\";", "   }",
        "   leaf kind {", "     description \"What it is; it MUST be told.\";", "   }",
      ], ["MAY: It MAY be 0.", "MUST: What it is; it MUST be told."]),
    Sample(
      "prose about a description",
      ["   It has both the", "   description \"a\" and the other; it MUST be one."],
      ["MUST: It has both the description \"a\" and the other; it MUST be one."]),
    Sample(
      "terms that say themselves whether they are required",
      [
        "   \"size\": \"Number\" (OPTIONAL)", "      The size, which MUST be", "      told.", "",
        "   It is (OPTIONAL) for",
        "   Them.",
      ],
      [
        "OPTIONAL: \"size\": \"Number\" (OPTIONAL)", "MUST: The size, which MUST be told.",
        "OPTIONAL: It is (OPTIONAL) for Them.",
      ]),
    Sample("a word alone in a cell", ["   +------+", "   | MUST |", "   +------+"], []),
  ]

  @Test(arguments: samples)
  func `sentences that require something are found`(sample: Sample) {
    let (document, _, found) = requirements(sample.lines)
    let texts = found.map { requirement in
      requirement.keywords.map(\.rawValue).joined(separator: ", ") + ": " + document.text(requirement.ranges)
    }
    #expect(texts == sample.found)
  }

  @Test(arguments: [
    ("The client MUST send it.", "The client"),
    ("An endpoint that has it MAY wait, or not.", "An endpoint that has it"),
    ("If it has come, the server SHOULD say so.", "the server"),
    ("When it has come, then a server is REQUIRED to say so.", "a server"),
    ("They agree (which MUST be told).", ""),
    ("The flag (bit 3) MUST be set.", "The flag (bit 3)"),
    ("There MUST be one.", ""),
    ("MUST be zero.", ""),
    ("When it has come MUST be told.", ""),
    ("It says that, and so the sender also MUST wait.", "the sender"),
  ])
  func `who is meant stands before the first word`(sentence: String, subject: String) {
    let (document, _, found) = requirements(["   " + sentence])
    #expect(found.map { document.text($0.subject) } == [subject])
  }

  @Test func `a sentence that leads to a list has its items`() {
    let lines = [
      "   The sender MUST:", "", "   o  count what it", "      sends, and", "", "   o  stop then.", "",
      "   It is late.  The receiver MAY:", "   1. wait", "   2. go", "", "   A letter SHOULD be short:", "",
      "   No list follows.",
    ]
    let (document, _, found) = requirements(lines)
    #expect(
      found.map { $0.items.map { document.text($0) } } == [
        ["count what it sends, and", "stop then."], ["wait", "go"], [],
      ])
  }

  @Test func `a requirement knows its section and lines`() {
    let (_, outline, found) = requirements([
      "   It is.  It MUST", "   be so.", "", "2.  MUST This Be?", "", "   It MAY be.",
    ])
    #expect(found.map(\.lines) == [2..<4, 7..<8])
    #expect(found.map { $0.section.flatMap { outline.sections[$0].number?.text } } == ["1", "2"])
  }

  @Test func `a sentence goes on behind a page's end`() {
    let text = PrintedText(
      footer: { ["Writer                                             [Page \($0)]"] },
      header: { _ in ["RFC 8005                 Title of the Document            July 1999"] }
    ).text([
      ["1.  Scope", "", "   This paragraph fills its lines, and at the end of its page a sender MUST"],
      ["   send what it has.  It is late."], ["2.  End", "", "   None."],
    ])
    let document = Document(text: text)
    let found = ParsedText(document).requirements
    #expect(found.count == 1)
    #expect(found.first.map { document.text($0.ranges).hasSuffix("MUST send what it has.") } == true)
  }
}

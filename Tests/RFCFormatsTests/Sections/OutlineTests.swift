import RFCFormats
import RFCModel
import Testing

@Suite struct OutlineTests {
  struct Style: CustomTestStringConvertible, Sendable {
    let name: String
    let lines: [String]
    let headings: [String]
    var testDescription: String { name }
  }

  /// Two lines of prose, indented as RFCs are.
  private static let prose = [
    "   This paragraph fills its lines, so that the text's own indentation is",
    "   known to whoever reads the document, as it is in any other of them.",
  ]

  private static let chapters = [
    "Scope", "Terms", "Messages", "Errors", "Timers", "States", "Examples", "Registries", "History",
  ]

  private static func section(_ heading: String...) -> [String] { heading + [""] + prose + [""] }

  static let styles: [Style] = [
    Style(
      name: "number, dot, two blanks",
      lines: section("1.  Introduction") + section("1.1.  Scope") + section("2.  Terms"),
      headings: ["1 Introduction", "1.1 Scope", "2 Terms"]),
    Style(
      name: "number without a dot",
      lines: section("1 Introduction") + section("1.1 Scope") + section("2 Terms"),
      headings: ["1 Introduction", "1.1 Scope", "2 Terms"]),
    Style(
      name: "roman numerals",
      lines: section("I.  PREFACE") + section("II.  LIMITATIONS") + section("III.  USE")
        + section("IV.  SYNTAX"),
      headings: ["I PREFACE", "II LIMITATIONS", "III USE", "IV SYNTAX"]),
    Style(
      name: "appendices",
      lines: section("1.  Scope") + section("Appendix A.  Grammar") + section("A.1.  Rules")
        + section("Appendix B: Changes"),
      headings: ["1 Scope", "A Grammar", "A.1 Rules", "B Changes"]),
    Style(
      name: "no blank behind the number",
      lines: section("1. Calls") + section("1.1.init_context call") + section("1.2.accept_context call"),
      headings: ["1 Calls", "1.1 init_context call", "1.2 accept_context call"]),
    Style(
      name: "without numbers",
      lines: section("Status of This Memo") + section("Abstract") + section("Changes Since the Last Edition")
        + section("Authors' Addresses"),
      headings: ["Status of This Memo", "Abstract", "Changes Since the Last Edition", "Authors' Addresses"]),
    Style(
      name: "underlined",
      lines: section("Abstract") + section("Packet format:", "--------------")
        + section("An Example", "=========="),
      headings: ["Abstract", "Packet format:", "An Example"]),
    Style(
      name: "a wrapped title",
      lines: section("1.  Scope")
        + section(
          "2.  A Title That Is Too Long for One Line of the Printed Document and",
          "    Goes On below Its Beginning")
        + section("3.  End"),
      headings: [
        "1 Scope",
        "2 A Title That Is Too Long for One Line of the Printed Document and Goes On below Its Beginning",
        "3 End",
      ]),
    Style(
      name: "an outline of numerals, letters and digits",
      lines: section("I.  Hardware") + [
        "   A.  Displays", "", "      Words.", "", "   B.  Terminals", "", "      Words.", "",
      ]
        + section("II.  Software") + ["   A.  Programs", "", "      Words.", ""] + section("III.  Plans"),
      headings: ["I Hardware", "A Displays", "B Terminals", "II Software", "A Programs", "III Plans"]),
    Style(
      name: "a title that runs into its paragraph",
      lines: section("5.  Considerations")
        + [
          "   5.1  Scaling - What is a reasonable estimate for the scale of the", "      future environment?",
          "",
        ]
        + [
          "   5.2  Time - What are reasonable estimates of the time that it takes", "      to get there?", "",
        ]
        + section("6.  End"),
      headings: ["5 Considerations", "5.1 Scaling", "5.2 Time", "6 End"]),
    Style(
      name: "digits and letters in turn",
      lines: section("1.  Access") + section("2.  Connecting") + ["   2a.  Telnet", "", "      Words.", ""]
        + ["      2b1.  Half Duplex", "", "      Words.", "", "   2b.  Monitor", "", "      Words.", ""]
        + ["      2b1.  Half Duplex", "", "      Words.", ""] + section("3.  End"),
      headings: ["1 Access", "2 Connecting", "2A Telnet", "2B Monitor", "2B1 Half Duplex", "3 End"]),
    Style(
      name: "in brackets and underlined",
      lines: [
        "(1)  Conversational Use", "-----------------------", "", "     Words that are said of it.", "",
        "     (1)  An item of a list.", "", "     (2)  Another.", "", "(2)  Foreground Use",
        "-------------------", "",
        "     Words that are said of it.", "",
      ], headings: ["1 Conversational Use", "2 Foreground Use"]),
    Style(
      name: "statement numbers at the right margin",
      lines: section("1.  Command name" + String(repeating: " ", count: 54) + "2")
        + section("2.  Command meanings" + String(repeating: " ", count: 48) + "2a1")
        + section("3.  Default"),
      headings: ["1 Command name", "2 Command meanings", "3 Default"]),
    Style(
      name: "indented below headings at the margin, confirmed by the contents",
      lines: [
        "Table of Contents", "", "1.  HOSTS ......... 1", "   1.1  Links ......... 2", "2.  END .......... 3",
        "",
      ]
        + section("1.  HOSTS") + ["   1.1  Links", "", "      Words.", ""] + section("2.  END"),
      headings: ["Table of Contents", "1 HOSTS", "1.1 Links", "2 END"]),
    Style(
      name: "a title in two scripts and with signs",
      lines: section("1.  Zürich & \"Co.\"") + section("2.  MUST This Be?"),
      headings: ["1 Zürich & \"Co.\"", "2 MUST This Be?"]),
  ]

  @Test(arguments: styles)
  func `headings are found`(style: Style) {
    #expect(Document(text: style.lines.joined(separator: "\n") + "\n").headings == style.headings)
  }

  static let traps: [Style] = [
    Style(
      name: "a numbered list",
      lines: section("1.  Scope") + ["   1.  First item of a list", "", "   2.  Second item of a list", ""]
        + section("2.  Terms"),
      headings: ["1 Scope", "2 Terms"]),
    Style(
      name: "a list that counts on where the sections would",
      lines: section("1.  Scope") + ["   2.  Second item", "", "   3.  Third item", ""] + section("2.  Terms")
        + section("3.  End"),
      headings: ["1 Scope", "2 Terms", "3 End"]),
    Style(
      name: "rows of a table",
      lines: section("1.  Scope") + ["2    reserved      see text", "3    assigned      see text", ""]
        + section("2.  Terms"),
      headings: ["1 Scope", "2 Terms"]),
    Style(
      name: "numbered lines of code",
      lines: section("1.  Code") + ["2 while (x) {", "3   y();", "4 }", ""] + section("2.  Terms"),
      headings: ["1 Code", "2 Terms"]),
    Style(
      name: "a sentence that begins with a number",
      lines: section("1.  Scope") + ["   The field has room for", "2 octets, as was said.", ""]
        + section("2.  Terms"),
      headings: ["1 Scope", "2 Terms"]),
    Style(
      name: "a list's item, the only number of its document",
      lines: section("Abstract") + section("Where to Get Help") + [
        "   1.  To obtain a list of commands enter: help", "",
      ],
      headings: ["Abstract", "Where to Get Help"]),
    Style(
      name: "a number of another kind",
      lines: section("1.  Scope") + ["0x1 NOP", "", "3des keys are long.", ""] + section("2.  Terms"),
      headings: ["1 Scope", "2 Terms"]),
    Style(
      name: "a label that recurs",
      lines: section("1.  Scope")
        + Array(repeating: ["OBJECT:", "-------", "", "   A definition of it.", ""], count: 5).flatMap { $0 }
        + section("2.  Terms"),
      headings: ["1 Scope", "2 Terms"]),
    Style(
      name: "a template with an outline of its own",
      lines: ["Table of Contents", ""]
        + chapters.enumerated().map { "   \($0 + 1).  \($1) .... \($0 + 1)" }
        + [""]
        + chapters.enumerated().flatMap { section("\($0 + 1).  \($1)") }
        + section("Appendix A.  A Template")
        + ["   1.  About This Document", "", "      Words.", "", "   2.  Contact", "", "      Words.", ""],
      headings: ["Table of Contents"]
        + chapters.enumerated().map { "\($0 + 1) \($1)" }
        + ["A A Template"]),
    Style(
      name: "a sentence that begins with an appendix",
      lines: section("1.  Scope") + [
        "   Appendix A describes the grammar of the whole in all its details, as", "   asked.", "",
      ]
        + section("2.  Terms"),
      headings: ["1 Scope", "2 Terms"]),
  ]

  @Test(arguments: traps)
  func `what only looks like a heading is none`(trap: Style) {
    #expect(Document(text: trap.lines.joined(separator: "\n") + "\n").headings == trap.headings)
  }

  @Test(arguments: [" ....... ", " . . . . ", "          ", ""])
  func `the printed contents are no headings`(leader: String) {
    let page = leader.isEmpty ? "" : leader + "3"
    let contents = [
      "Table of Contents", "", "   1.  Introduction\(page)", "     1.1.  Scope\(page)", "   2.  Terms\(page)",
      "   Acknowledgements\(page)", "",
    ]
    let body =
      Self.section("1.  Introduction") + Self.section("1.1.  Scope") + Self.section("2.  Terms")
      + Self.section("Acknowledgements")
    let document = Document(text: (contents + body).joined(separator: "\n") + "\n")
    #expect(
      document.headings == [
        "Table of Contents", "1 Introduction", "1.1 Scope", "2 Terms", "Acknowledgements",
      ])
    #expect(document.outline.sections[1].lines.lowerBound == contents.count)
  }

  @Test func `sections know their level, parent, lines and heading`() {
    let lines =
      Self.section("1.  Scope")
      + Self.section(
        "1.1.  A Title That Is Too Long for One Line of the Printed Document", "      and Goes On")
      + Self.section("2.  Terms")
    let sections = Document(text: lines.joined(separator: "\n") + "\n").outline.sections
    #expect(sections.map(\.level) == [1, 2, 1])
    #expect(sections.map(\.parent) == [nil, 0, nil])
    #expect(sections.map(\.headingLines) == [1, 2, 1])
    #expect(sections.map(\.lines) == [0..<5, 5..<11, 11..<16])
  }

  @Test func `what reads like the rest of a title and is the next heading is no part of it`() {
    let lines = [
      "                          TABLE OF CONTENTS",
      "                                                                Page",
      "   SAMPLE  HOST 1      184616     63963    248579",
      "            2.2.2.2  The Sample Keyboard                          12",
      "            2.2.2.3  The Sample Screen                            12",
      "     2.2.3  The Sample Architecture                               13",
      "            2.2.3.1  Shared Variables                l and what they are for.",
      "       Of Samples and Their Makers, Institute for Samples and",
      "       Examples, Sampleton, May 5, 1993.",
      "     2.2.3  The Sample Architecture                               13",
      "            2.2.3.1  Shared Variables                l and what they are for.",
    ]
    let document = Document(text: lines.joined(separator: "\n") + "\n")
    #expect(
      document.headings.suffix(2) == [
        "2.2.3 The Sample Architecture", "2.2.3.1 Shared Variables l and what they are for.",
      ])
    #expect(document.outline.sections.allSatisfy { $0.headingLines <= $0.lines.count })
  }

  @Test func `a heading at the top of a page is found`() {
    let text = PrintedText(
      footer: { ["Author                    [Page \($0)]"] },
      header: { _ in ["RFC 99999                 Title of the Document            July 1999"] }
    ).text([Self.section("1.  Scope"), Self.section("2.  Terms"), Self.section("3.  End")])
    #expect(Document(text: text).headings == ["1 Scope", "2 Terms", "3 End"])
  }
}

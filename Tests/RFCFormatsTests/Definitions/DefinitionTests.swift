import RFCModel
import Testing

@testable import RFCFormats

/// Where a document says what a word means.
@Suite struct DefinitionTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let word: String
    let line: String
    let isFound: Bool
    var testDescription: String { "\(word), \(isFound ? "in" : "not in") \(line)" }

    init(_ word: String, _ line: String, isFound: Bool = true) {
      (self.word, self.line, self.isFound) = (word, line, isFound)
    }
  }

  private func scanner(_ sample: Sample) -> DefinitionScanner {
    DefinitionScanner(for: sample.word, in: Document(text: "Words.\n\n" + sample.line + "\n"))
  }

  static let rules = [
    Sample("token", "   token = 1*tchar"), Sample("TOKEN", "   Token=1*tchar"),
    Sample("token", "token =/ \"x\""), Sample("token", "\ttoken\t= 1*tchar"),
    Sample("token", "   token-list = 1*token", isFound: false),
    Sample("token", "   list = token", isFound: false),
    Sample("token", "   token == other", isFound: false), Sample("token", "   token", isFound: false),
  ]

  @Test(arguments: rules)
  func `a rule of ABNF begins its line`(sample: Sample) {
    #expect(scanner(sample).rule() == (sample.isFound ? 2 : nil))
  }

  static let terms = [
    Sample("sender", "   Sender:  who sends."), Sample("sender", "   sender"),
    Sample("sender", "   sender  who sends."), Sample("sender", "   sender - who sends."),
    Sample("sender", "   sender (S): who sends."), Sample("sender", "   o  Sender: who sends."),
    Sample("sender", "   * sender: who sends."), Sample("sender", "   \"sender\" is who sends."),
    Sample("sender", "   -  \"Sender\": who sends.", isFound: false),
    Sample("octet", "   octet:  eight bits."), Sample("octet", "   o  Octet: eight bits."),
    Sample("o", "   o: nothing."), Sample("sender", "   sender sends.", isFound: false),
    Sample("sender", "   senders: who send.", isFound: false),
    Sample("sender", "   The sender: who sends.", isFound: false),
  ]

  @Test(arguments: terms)
  func `a term begins its definition or its item`(sample: Sample) {
    for kind in [Block.Kind.definition, .list] {
      let blocks = [Block(kind: .paragraph, lines: 0..<1), Block(kind: kind, lines: 2..<3)]
      #expect(scanner(sample).term(among: blocks) == (sample.isFound ? 2 : nil))
    }
    #expect(scanner(sample).term(among: [Block(kind: .paragraph, lines: 2..<3)]) == nil)
  }

  @Test(arguments: [
    Sample("stu", "   A Sample Transfer Unit (STU) is short."), Sample("STU", "   (stu)"),
    Sample("stu", "   Some (STUs) are short.", isFound: false),
    Sample("stu", "   An STU is short.", isFound: false),
  ])
  func `an abbreviation stands in parentheses`(sample: Sample) {
    #expect(scanner(sample).abbreviation() == (sample.isFound ? 2 : nil))
  }

  private static let text = """
    1.  Part

       A part (PART) is less than the whole.

    2.  Terms

       Part:  What is less than the whole.

       Piece:  What is less than a part.

    3.  Syntax

       part  = 1*piece

    """

  @Test func `a rule counts before a term, a term before an abbreviation, that before a section`() {
    func line(_ word: String, without lines: [String] = []) -> String? {
      var text = Self.text
      for line in lines { text = text.replacing(line, with: "none") }
      let parsed = ParsedText(Document(text: text))
      let found = parsed.definition(of: word)
      return found.map { String(decoding: parsed.document[line: $0].drop { $0 == 0x20 }, as: UTF8.self) }
    }
    let (rule, term) = ("part  = 1*piece", "Part:  What is less than the whole.")
    #expect(line("part") == rule)
    #expect(line("part", without: [rule]) == term)
    #expect(line("part", without: [rule, term]) == "A part (PART) is less than the whole.")
    #expect(line("part", without: [rule, term, "(PART)"]) == "1.  Part")
    #expect(line("Piece") == "Piece:  What is less than a part.")
    #expect(line("whole") == nil)
  }

  @Test func `a word of any bytes is looked up`() {
    let parsed = ParsedText(Document(text: "\u{0C}\u{00} é = \u{08}\n(\u{130})\n"))
    for word in ["", " ", "\u{0}", "é", "\u{130}", "=", String(repeating: "a", count: 100_000)] {
      _ = parsed.definition(of: word)
    }
    #expect(ParsedText(Document(text: "")).definition(of: "a") == nil)
  }
}

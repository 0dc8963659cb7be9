import RFCModel
import Testing

@testable import RFCFormats

/// Where a grammar uses its rules.
@Suite struct GrammarTests {
  /// The names that are used, each with the 1-based line of its rule, 0 for a core rule.
  private func uses(_ text: String) -> [String] {
    let document = Document(text: text)
    return ParsedText(document).grammar.uses.map { use in
      String(decoding: document.bytes[use.range], as: UTF8.self) + ":\(use.rule.map { $0 + 1 } ?? 0)"
    }
  }

  private static let head =
    "1.  Start\n\n   The value is a date or some seconds, as the rule says that follows here.\n\n"
  private static let references =
    "\n2.  References\n\n   [RFC5234]  Crocker, D., \"ABNF\", RFC 5234, January 2008.\n"

  @Test func `names behind the sign, in lists and counts, of rules before and behind`() {
    let text =
      Self.head + """
             Retry-Later = Sample-date / delay-seconds

             delay-seconds  = 1*DIGIT
             Sample-date    = day SP "x" *( ";" day ) ; a day of the week
                            / #day / 1#day
             day            = %s"Mon" / <day, see [OTHER]>

        """ + Self.references
    #expect(
      uses(text) == [
        "Sample-date:8", "delay-seconds:7", "DIGIT:0", "day:10", "SP:0", "day:10", "day:10", "day:10",
      ])
  }

  @Test func `a rule that is one name leads on where that is a rule`() {
    let text =
      Self.head
      + "     kind  = token\n\n   It has a value of its own, which is said to be a token here.\n\n     token = 1*tchar\n     tchar = \"a\" / \"b\"\n"
    #expect(uses(text) == ["token:9", "tchar:10"])
  }

  @Test func `rules of BNF between angle brackets`() {
    let text =
      Self.head
      + "     <path> ::= <host> \":\" <name>\n     <host> ::= \"a\" | \"b\"\n     <name> ::= \"c\"\n"
    #expect(uses(text) == ["host:6", "name:7"])
  }

  @Test(arguments: [
    "     token = call(token);\n     other = token + 1;\n", "     token = 5\n     other = token[1]\n",
    "     Token ::= SEQUENCE {\n          kind  Token }\n", "   Here a token = tchar is only said.\n",
  ])
  func `programs, types and prose are no grammar`(text: String) {
    #expect(uses(Self.head + text + Self.references) == [])
  }

  @Test func `core rules are links only where RFC 5234 is a reference`() {
    #expect(uses(Self.head + "     day = 2DIGIT\n" + Self.references) == ["DIGIT:0"])
    #expect(uses(Self.head + "     day = 2DIGIT\n") == [])
    #expect(uses(Self.head + "     day = 2DIGIT\n     DIGIT = %x30-39\n" + Self.references) == ["DIGIT:6"])
  }
}

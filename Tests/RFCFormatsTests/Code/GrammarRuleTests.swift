import RFCFormats
import RFCModel
import TestSupport
import Testing

/// The rules of a document's ABNF, and those that it takes from others.
@Suite struct GrammarRuleTests {
  private static let text = """
    1.  Grammar

       The grammar is in ABNF, and its first rules stand below this sentence,
       which has some more words than it needs to be taken for prose.

         message   = 1*field CRLF
         field     = name ":" value   ; a comment

         value     = *( VCHAR
                     / WSP )
         value     =/ quoted
         host      = <host, see [RFC3986], Section 3.2.2>

       The rule "name" is that of Section 2 of [RFC8000], and nothing says
       where the other one is defined.

    2.  References

       [RFC3986]  Writer, A., "On Addresses", RFC 3986, January 2005.

       [RFC8000]  Writer, A., "On Names", RFC 8000, January 2017.

    """

  private let parsed = ParsedText(TextDecoder.document(from: Array(text.utf8)))

  private func name(_ rule: GrammarRule) -> String { parsed.document.text([rule.name]) }

  @Test func `rules begin with their names and end before the next`() {
    #expect(parsed.rules.map(name) == ["message", "field", "value", "value", "host"])
    #expect(parsed.rules.map(\.lines) == [5..<6, 6..<7, 8..<10, 10..<11, 11..<12])
    #expect(parsed.rules.map(\.isAdded) == [false, false, false, true, false])
    #expect(
      parsed.rules.map(parsed.names) == [
        ["crlf", "field"], ["name", "value"], ["vchar", "wsp"], ["quoted"], [],
      ])
  }

  @Test func `what is not defined is a core rule, or of the document named beside it`() {
    #expect(
      parsed.importedRules.map {
        "\($0.name) \($0.rfc.map { "\($0)" } ?? "-") \($0.section.map { "\($0)" } ?? "-")"
      }
        == ["crlf 5234 B.1", "name 8000 2", "quoted - -", "vchar 5234 B.1", "wsp 5234 B.1"])
  }

  @Test func `a rule needs all that it uses`() {
    #expect(parsed.rules(neededBy: "FIELD", among: parsed.rules).map(name) == ["field", "value", "value"])
    #expect(parsed.rules(neededBy: "nothing", among: parsed.rules).isEmpty)
  }

  @Test func `a rule is repeated where its name is defined in other words`() {
    #expect(parsed.repeatedRules(among: parsed.rules).isEmpty)
    let twice = ParsedText(
      TextDecoder.document(
        from: Array(Self.text.replacing("quoted\n", with: "quoted\n     field     = \"x\"\n").utf8)))
    #expect(twice.repeatedRules(among: twice.rules).count == 1)
  }
}

import RFCFormats
import RFCModel
import TestSupport
import Testing

/// A grammar with what it takes from other RFCs.
@Suite struct CompleteGrammarTests {
  private static func text(_ number: Int, _ rules: String, _ references: String = "") -> [UInt8] {
    Array(
      """
      Internet Engineering Task Force                                A. Writer
      Request for Comments: \(number)                             January 2017


                                  On Parcels \(number)

      1.  Grammar

         The grammar is in ABNF, and its rules stand below this sentence, which
         has some more words than it needs to be taken for prose.

      \(rules)

      2.  References

      \(references)

      """.utf8)
  }

  private static let references = """
       [RFC8000]  Writer, A., "On Names", RFC 8000, January 2017.

       [RFC8001]  Writer, A., "On Places", RFC 8001, January 2017.

       [RFC8002]  Writer, A., "On Ways", RFC 8002, January 2017.

       Of names see [RFC8000], of places [RFC8001], of ways [RFC8002].
    """

  private static let root = text(
    9000,
    """
         parcel   = name ":" place label
         place    = <place, see [RFC8001], Section 1>
         label    = 1*ALPHA
         address  = <street, see [RFC8001], Section 1>
         stamp    = postage way
    """, references)

  private static let library: [Int: [UInt8]] = [
    8000: text(
      8000,
      """
           name     = 1*label "!"
           label    = %x41-5A / dash
           dash     = "-"
           unused   = "u"
      """),
    8001: text(
      8001,
      """
           place    = "in" SP street
           street   = 1*HEXDIG / "on"
           postage  = "1"
      """),
  ]

  private static func complete(_ bytes: [UInt8], rule: String? = nil) -> (text: String, missing: [String]) {
    let text = ParsedText(TextDecoder.document(from: bytes))
    let grammar = CompleteGrammar(
      of: text, rules: rule.map { text.rules(neededBy: $0, among: text.rules) } ?? text.rules
    ) { library[$0.value] }
    return (
      String(decoding: grammar.bytes, as: UTF8.self),
      grammar.missing.map { "\($0.name) \($0.rfc.map { "\($0)" } ?? "-")" }
    )
  }

  @Test func `what other RFCs define stands below a comment, renamed where two have a name`() {
    let (text, missing) = Self.complete(Self.root)
    #expect(
      text == """
        parcel   = name ":" place label
        label    = 1*ALPHA
        address  = street
        stamp    = postage way

        ; RFC 8000, Section 1
        name     = 1*label-rfc8000 "!"
        label-rfc8000    = %x41-5A / dash
        dash     = "-"

        ; RFC 8001, Section 1
        place    = "in" SP street
        street   = 1*HEXDIG / "on"
        postage  = "1"

        ; RFC 5234, Appendix B.1
        ALPHA = %x41-5A / %x61-7A  ; A-Z / a-z
        DIGIT = %x30-39  ; 0-9
        HEXDIG = DIGIT / "A" / "B" / "C" / "D" / "E" / "F"
        SP = %x20  ; space

        """)
    #expect(missing == ["way -"])
  }

  @Test func `one rule has what it needs, also where it is that of another RFC`() {
    #expect(
      Self.complete(Self.root, rule: "place").text.hasPrefix("\n; RFC 8001, Section 1\nplace    = \"in\""))
    #expect(!Self.complete(Self.root, rule: "label").text.contains("RFC 8001"))
  }

  @Test func `of two definitions the one at the end counts`() {
    let twice = Self.text(
      9001,
      """
           list     = 1#item
           item     = "a"
           list     = item *( "," item )
      """)
    #expect(Self.complete(twice).text == "item     = \"a\"\nlist     = item *( \",\" item )\n")
  }

  @Test func `the only cited RFC that defines a name is the one it is from`() {
    let text = ParsedText(TextDecoder.document(from: Self.root))
    let imports = text.importedRules { Self.library[$0.value] }.map {
      "\($0.name) \($0.rfc.map { "\($0)" } ?? "-") \($0.section.map { "\($0)" } ?? "-")"
    }
    #expect(imports == ["alpha 5234 B.1", "name 8000 1", "postage 8001 1", "way - -"])
  }

  @Test func `prose may go over some lines, and an open alternative over a page's end`() {
    let text = Self.text(
      9002,
      """
           octet    = <any octet that
                      is none of these>
           zone     = "UT" /    ; what is used
                                ;


      Writer                       Informational                      [Page 1]
      \u{0C}
      RFC 9002                      On Parcels                    January 2017


                      "EST" /   ; in the east
                      "PST"
      """)
    let parsed = ParsedText(TextDecoder.document(from: text))
    #expect(parsed.rules.map { parsed.document.text([$0.name]) } == ["octet", "zone"])
    #expect(
      parsed.rules.last.map { String(decoding: parsed.text(of: $0), as: UTF8.self) }?.contains("PST") == true)
  }
}

import RFCModel
import TestSupport
import Testing

@testable import RFCFormats

/// Where a document says what a word means.
@Suite struct DefinitionTests {
  /// A word, and a text whose line with `<-` at its end, which is taken away, is where the word is defined; none has it
  /// where the word is not.
  struct Sample: CustomTestStringConvertible, Sendable {
    let word: String
    let text: String
    var testDescription: String { "\(word) in \(text.prefix(60))" }

    init(_ word: String, _ text: String) { (self.word, self.text) = (word, text) }
  }

  /// - Returns: the 0-based lines where the word is defined and where it should be.
  private func lines(of sample: Sample) -> (found: Int?, expected: Int?) {
    let lines = ("1.  Start\n\n   Some words stand here.\n\n" + sample.text + "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { $0.hasSuffix("<-") ? $0.dropLast(2) : $0 }.joined(separator: "\n")
    guard case .line(let line)? = ParsedText(Document(text: text)).definition(of: sample.word) else {
      return (nil, lines.firstIndex { $0.hasSuffix("<-") })
    }
    return (line, lines.firstIndex { $0.hasSuffix("<-") })
  }

  private func check(_ sample: Sample) {
    let (found, expected) = lines(of: sample)
    #expect(found == expected)
  }

  @Test(arguments: [
    Sample("Retry-Later", "2.  Fields\n\n   A Retry-Later field.\n\n2.1.  Retry-Later<-\n\n   It says when."),
    Sample("BEGIN_ALL", "   A BEGIN_ALL comes first.\n\n2.  BEGIN_ALL Frames<-\n\n   The first frame."),
    Sample(
      "qkind", "2.  QKIND values<-\n\n   QKIND fields stand in a question.\n\n   QKIND           two octets."),
    Sample("due", "2.  \"due\" (Due Time) Claim<-\n\n   The \"due\" claim."),
    Sample("late", "2.  Late Requests<-\n\n   A request is late where nobody waits."),
    Sample("704", "2.  704 Not Here<-\n\n   Nothing is here."),
    Sample("Not Here", "2.  704 Not Here<-\n\n   Nothing is here."),
    Sample("ClientGreeting", "2.  Client Greeting<-\n\n   It comes first."),
    Sample("interface", "2.  Interface Identifiers\n\n   They name interfaces."),
  ])
  func `a heading that is the word`(sample: Sample) { check(sample) }

  @Test(arguments: [
    Sample("token", "     token = 1*tchar<-"), Sample("TOKEN", "     Token = 1*tchar<-"),
    Sample("token", "2.  Tokens\n\n   A token is short.\n\n     token = 1*tchar<-"),
    Sample("token", "     list = token"), Sample("token", "     token == other"),
    Sample("KeyKind", "   KeyKind  ::=  SEQUENCE  {<-\n        name   OCTET STRING }"),
    Sample("ub-keys", "   ub-keys INTEGER ::= 16<-"),
    Sample("ifPlace", "   ifPlace OBJECT-TYPE<-\n       SYNTAX      INTEGER\n       ::= { ifEntry 3 }"),
    Sample("Greeting", "   A Greeting:\n\n      struct {<-\n          uint8 kind;\n      } Greeting;"),
    Sample("Kind", "      enum {<-\n          first(0), second(1),\n          (255)\n      } Kind;"),
    Sample(
      "second", "      enum {\n          first(0),\n          second(1),<-\n          (255)\n      } Kind;"),
    Sample("node4", "      struct node4 {<-\n          uint32_t       kind;\n      };"),
    Sample("Suite", "      uint8 Suite[2];    /* selector */<-"),
    Sample("MAX_NODES", "      #define MAX_NODES 16<-"),
    Sample("HELLO", "   HELLO Frame {<-\n     Kind (8),\n     Length (i),\n   }"),
    Sample("Expand", "       Expand(Secret, Label) =<-\n            Extract(Secret, Label, 32)"),
  ])
  func `a rule, a type or a structure`(sample: Sample) { check(sample) }

  @Test(arguments: [
    Sample("sender", "   Sender:  who sends the letters that<-\n      somebody reads."),
    Sample("sender", "   o  sender - who sends.<-"), Sample("sender", "   The sender: who sends.<-"),
    Sample("DOff", "   Data Offset (DOff):  4 bits<-\n\n      Where the data begins."),
    Sample("data offset", "   Data Offset (DOff):  4 bits<-\n\n      Where the data begins."),
    Sample("URG", "     URG:  1 bit<-\n\n         Urgent."),
    Sample(
      "hop limit",
      "      Hop Limit           8-bit unsigned integer.  Decremented by 1 by<-\n                          each node."
    ),
    Sample(
      "sname",
      "   chaddr       16  Client hardware address.\n   sname        64  Optional server host name.<-"),
    Sample("MAX_SIZE", "   MAX_SIZE (0x06):  The default value is<-\n      unlimited."),
    Sample("exp2", "   o  Claim Name: \"exp2\"<-\n   o  Claim Description: Time"),
    Sample(
      "resource",
      "2.  Terms\n\n   resource<-\n      A thing that has a name in this text.\n\n   origin\n      Where it is."
    ),
    Sample(
      "connection id",
      "2.  Terms\n\n   Connection ID:  An identifier.<-\n\n3.  Connection ID\n\n   It is long."),
  ])
  func `a term that begins what is said of it`(sample: Sample) { check(sample) }

  @Test(arguments: [
    Sample("fresh", "   A response is fresh or stale.\n\n   A \"fresh\" response is one that is young.<-"),
    Sample("safe", "   Methods are considered \"safe\" if nothing changes.<-"),
    Sample("still time", "   A reply's \"still time\" is the length of time until it moves.<-"),
    Sample("STU", "   An STU is short.\n\n   A Sample Transfer Unit (STU) is short.<-"),
    Sample("PSK", "   or a symmetric pre-shared key (PSK).<-"),
    Sample("RR", "   Names have Sample Records.\n\n   They are in resource records (RRs).<-"),
    Sample("TCB", "   is called a Transmission Control Block or TCB.<-"),
    Sample("STU", "   Some send an STU (Sample Transfer Unit) at once.<-"),
    Sample("window", "   Open a window now.\n\n   The window is the number of octets that may come.<-"),
    Sample("window", "   Open a window now.  The window closes."),
  ])
  func `a sentence that says what it means`(sample: Sample) { check(sample) }

  @Test func `printed contents, page heads, references and the index define nothing`() {
    let text = """
      Table of Contents

         1.  Token  . . . . . . . . . . . . . . . . . . . . . . . . . 1
         2.  References . . . . . . . . . . . . . . . . . . . . . . . 2

      1.  Words

         Nothing.

      2.  References

         [TOKEN]  Writer, A., "Token:  A Sample", 2001.

      Index

         token  Section 1

      """
    #expect(ParsedText(Document(text: text)).definition(of: "token") == nil)
  }

  @Test func `a core rule is one of RFC 5234, unless the document has its own`() {
    let references = "\n3.  References\n\n   [RFC5234]  Crocker, D., \"ABNF\", RFC 5234, January 2008.\n"
    let mention = "1.  Start\n\n   Rules like DQUOTE (double quote) are known.\n"
    let rule = "DQUOTE = %x22  ; \" (double quote)"
    func definition(_ text: String) -> Definition? {
      ParsedText(Document(text: text)).definition(of: "dquote")
    }
    #expect(definition(mention + references) == .coreRule(rule))
    #expect(definition("1.  Start\n\n   Nothing.\n") == .coreRule(rule))
    #expect(definition(mention + "\n     DQUOTE = %x22\n" + references) == .line(4))
    // Somebody else's word, where no grammar is.
    #expect(definition(mention) == .line(2))
  }

  @Test func `the words that are defined, for completion`() {
    let text = "1.  Terms\n\n   Beta:  what follows.\n\n   alpha:  what is first.\n\n     gamma = 1*DIGIT\n"
    #expect(ParsedText(Document(text: text)).definedWords == ["alpha", "Beta", "gamma", "Terms"])
  }

  @Test func `a word of any bytes is looked up`() {
    let parsed = ParsedText(
      Document(text: "\u{0C}\u{00} é = \u{08}\n(\u{130})\n\" \"\" ( or A\n | a | b |\n"))
    for word in ["", " ", "\u{0}", "é", "\u{130}", "=", String(repeating: "a", count: 100_000)] {
      _ = parsed.definition(of: word)
    }
    #expect(ParsedText(Document(text: "")).definition(of: "a") == nil)
  }

  @Test func `what a text may define is bounded`() {
    let terms = (0..<60_000).map { "   t\($0):  x\n\n" }.joined()
    #expect(ParsedText(Document(text: terms)).definedWords.count <= 40_000)
    for part in ["\"a\" is a ", "(A B) ", " or AB ", "a(1), ", "{ ", "a = ", "The a is a. "] {
      let parsed = ParsedText(Document(text: String(repeating: part, count: 20_000)))
      _ = parsed.definition(of: "a")
    }
  }

  /// Each row a number, a word, and the lines of the published text, from 1, that may be shown from; of another RFC with
  /// its number before a colon.
  @Test(.enabled(if: Corpus.isThere, "skipped: no texts in ../shared/corpus/rfc"))
  func `words of published RFCs are found where they are defined`() throws {
    let rows = String(decoding: Corpus.bytes(of: "../../measure/peek.tsv"), as: UTF8.self)
    var wrong: [String] = []
    var count = 0
    for row in rows.split(separator: "\n") where !row.hasPrefix("#") {
      let fields = row.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { continue }
      count += 1
      let (rfc, lines) = try place(fields[2], in: fields[0])
      var (found, definition) = (fields[0], parsed(fields[0]).definition(of: fields[1]))
      if case .coreRule? = definition {
        found = "5234"
        definition = parsed(found).definition(of: fields[1])
      }
      guard case .line(let line)? = definition, found == rfc, lines.contains(line + 1) else {
        wrong.append("\(row): \(found) \(String(describing: definition))")
        continue
      }
    }
    #expect(wrong.count <= max(0, count - 28), "\(wrong)")
  }

  private func parsed(_ rfc: String) -> ParsedText {
    ParsedText(TextDecoder.document(from: Corpus.bytes(of: "rfc\(rfc).txt")))
  }

  private func place(_ field: String, in rfc: String) throws -> (rfc: String, lines: ClosedRange<Int>) {
    let parts = field.split(separator: ":").map(String.init)
    let lines = parts[parts.count - 1].split(separator: "-").compactMap { Int($0) }
    let (first, last) = (try #require(lines.first), try #require(lines.last))
    return (parts.count > 1 ? parts[0] : rfc, first...last)
  }
}

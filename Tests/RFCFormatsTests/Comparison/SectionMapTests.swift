import RFCFormats
import RFCModel
import Testing

/// What sections became, in texts that are all of one kind: words of our own, as many as a section needs to be known by.
@Suite struct SectionMapTests {
  /// Text that nothing else has: numbered words, twenty of them a line.
  static func prose(_ name: String, lines: Int = 6) -> String {
    (0..<lines).map { line in
      "   " + (0..<9).map { "\(name)\(line * 9 + $0)" }.joined(separator: " ")
    }.joined(separator: "\n") + "\n"
  }

  static func text(_ sections: [(heading: String, text: String)]) -> ParsedText {
    ParsedText(
      Document(text: "\n" + sections.map { "\($0.heading)\n\n\($0.text)\n" }.joined(separator: "\n")))
  }

  /// `2 moved 3`: each section, what became of it, and where it is.
  static func said(_ old: ParsedText, _ new: ParsedText...) -> [String] {
    SectionMap(from: old, to: new).entries.map { entry in
      let places = entry.places.map { new[$0.text].outline.sections[$0.section].number?.text ?? "?" }
      return ([old.outline.sections[entry.section].number?.text ?? "?", entry.relation.rawValue] + places)
        .joined(separator: " ")
    }
  }

  @Test func `same, moved, renamed, split and gone are told apart`() {
    let old = Self.text([
      ("1.  Introduction", Self.prose("intro")), ("2.  Framing", Self.prose("frame")),
      ("3.  Old Habits", Self.prose("habit")), ("4.  Errors", Self.prose("early") + Self.prose("late")),
      ("5.  Fax Gateways", Self.prose("fax")),
    ])
    let new = Self.text([
      ("1.  Introduction", Self.prose("intro")), ("2.  Overview", Self.prose("new")),
      ("3.  New Habits of Senders", Self.prose("habit")), ("4.  Framing", Self.prose("frame")),
      ("5.  Errors at the Beginning", Self.prose("early")), ("6.  What Comes Later", Self.prose("late")),
    ])
    #expect(
      Self.said(old, new) == ["1 same 1", "2 moved 4", "3 renamed 3", "4 split 5 6", "5 gone"])
  }

  @Test func `a title alone is enough where there is no text, and not where another section has the text`() {
    let old = Self.text([
      ("1.  Model", ""), ("1.1.  Interfaces", Self.prose("sketch")), ("2.  Details", ""),
      ("2.1.  Interfaces", Self.prose("call")),
    ])
    let new = Self.text([
      ("1.  Scope", Self.prose("scope")), ("2.  Details", ""), ("2.1.  Interfaces", Self.prose("call")),
    ])
    #expect(Self.said(old, new) == ["1 gone", "1.1 gone", "2 same 2", "2.1 same 2.1"])
  }

  @Test func `of several texts each section finds its own`() {
    let old = Self.text([("1.  Syntax", Self.prose("rule")), ("2.  Caching", Self.prose("age"))])
    let first = Self.text([("1.  Caching", Self.prose("age"))])
    let second = Self.text([("1.  Scope", Self.prose("scope")), ("2.  Syntax", Self.prose("rule"))])
    #expect(Self.said(old, first, second) == ["1 moved 2", "2 moved 1"])
  }

  @Test func `a text without sections became nothing, and nothing became one`() {
    let empty = ParsedText(Document(text: ""))
    let text = Self.text([("1.  Syntax", Self.prose("rule"))])
    #expect(SectionMap(from: empty, to: [text]).entries.isEmpty)
    #expect(Self.said(text, empty) == ["1 gone"] && Self.said(text) == ["1 gone"])
  }
}

import RFCModel
import TestSupport
import Testing

@testable import RFCFormats

/// At which lines an erratum is put. A wrong line misleads where a section does not.
@Suite struct ErrataLocatorTests {
  private static let text = """
    Request for Comments: 4242                                     Sample Ltd

    Abstract

       This text is a sample of the things that may be wrong in a text.

    Table of Contents

       1.  Introduction . . . . . . . . . . . . . . . . . . . . . . . .   1
       2.  The Ample Protocol . . . . . . . . . . . . . . . . . . . . .   1
       3.  Values . . . . . . . . . . . . . . . . . . . . . . . . . . .   2
       A.  History  . . . . . . . . . . . . . . . . . . . . . . . . . .   2

    1.  Introduction

       A sender of samples MUST NOT send more of them than it was asked
       for.  It may be asked again.

    2.  The Ample Protocol

       A receiver of samples waits for them, and says so where they do not
       come: it uses the field "Sample-Wait", which has a number

    Writer                       Informational                      [Page 1]
    \u{0C}
    RFC 4242                         Samples                       May 2026

       of seconds.  A sender of samples MUST NOT send more of them than it
       was asked for.

       sample = 1*DIGIT ";" name
       name   = ALPHA *ALPHA

    3.  Values

       +-------+-----------+---------------+
       | Value | Name      | Reference     |
       +-------+-----------+---------------+
       | 0x1c  | SAMPLE    | Section 2     |
       +-------+-----------+---------------+

    Appendix A.  History

       Superceeded by nothing.

    """

  private func place(_ original: String, section: String = "", corrected: String = "") throws -> (
    lines: [String], section: String?
  ) {
    let parsed = ParsedText(Document(text: Self.text))
    let erratum = Erratum(
      id: 1, document: try #require(RFCNumber(4242)), status: .verified, kind: .technical, section: section,
      original: original, corrected: corrected)
    let place = ErrataLocator(parsed).place(of: erratum)
    let lines = place.lines.map { range in
      parsed.document.text([parsed.document.lines[range.lowerBound]])
        + (range.count > 1 ? " (\(range.count))" : "")
    }
    return (lines, place.section.map { parsed.outline.sections[$0].number?.text ?? "-" })
  }

  private typealias Found = (original: String, section: String, lines: [String], found: String?)

  private static let quotations: [Found] = [
    ("It may be asked again.", "", ["for. It may be asked again."], "1"),
    // Twice in the text: the section says which, or nothing.
    (
      "A sender of samples MUST NOT send more of them than it was asked for.", "1",
      ["A sender of samples MUST NOT send more of them than it was asked (2)"], "1"
    ),
    (
      "A sender of samples MUST NOT send more of them than it was asked for.", "Section 2",
      ["of seconds. A sender of samples MUST NOT send more of them than it (2)"], "2"
    ),
    // Over a page's end.
    (
      "which has a number\n   of seconds.", "2",
      ["come: it uses the field \"Sample-Wait\", which has a number (7)"], "2"
    ),
    // Other quotation marks, bars of changes, an ellipsis.
    (
      "|  the field \u{201C}Sample-Wait\u{201D} ...", "2, page 1",
      ["come: it uses the field \"Sample-Wait\", which has a number"], "2"
    ),
    // A table without its bars.
    ("0x1c   SAMPLE   Section 2", "3", ["| 0x1c | SAMPLE | Section 2 |"], "3"),
    // Quoted-printable.
    ("sample =3D 1*DIGIT", "2", ["sample = 1*DIGIT \";\" name"], "2"),
    // Two places, named as such.
    (
      "sample = 1*DIGIT [...]\n\nname   = ALPHA *ALPHA", "2",
      ["sample = 1*DIGIT \";\" name", "name = ALPHA *ALPHA"], "2"
    ),
    ("Superceeded", "Appendix A", ["Superceeded by nothing."], "A"),
    // Not word for word.
    (
      "A reciever of samples waits for them and says so when they do not come", "2",
      ["A receiver of samples waits for them, and says so where they do not"], "2"
    ),
    // What is not there stays with the section that is named, or the text.
    ("Something else is said here that nobody ever wrote in this text.", "3", [], "3"),
    ("Something else", "99", [], nil),
    ("", "1", [], "1"),
    ("sample", "GLOBAL", [], nil),
  ]

  @Test(arguments: quotations)
  private func `a quotation is found where it stands`(quotation: Found) throws {
    let place = try place(quotation.original, section: quotation.section)
    #expect(place.lines == quotation.lines)
    #expect(place.section == quotation.found)
  }

  @Test func `of a long quotation the lines that are corrected are meant`() throws {
    let start = try #require(Self.text.ranges(of: "of seconds.").last).lowerBound
    let end = try #require(Self.text.ranges(of: "3.  Values").last).lowerBound
    let quotation = String(Self.text[start..<end])
    let corrected = quotation.replacing("ALPHA *ALPHA", with: "ALPHA *(ALPHA / DIGIT)")
    let place = try place(quotation, section: "2", corrected: corrected)
    #expect(place.lines == ["name = ALPHA *ALPHA"])
  }

  @Test func `of a quotation with a gap the part that is corrected is meant`() throws {
    let long = try #require(Self.text.ranges(of: "sample = 1*DIGIT").last).lowerBound
    let context = Self.text[long...].split(separator: "\n").prefix(8).joined(separator: "\n")
    let place = try place(
      context + "\n[...]\nSuperceeded by nothing.", corrected: context + "\n[...]\nSuperseded by nothing.")
    #expect(place.lines == ["Superceeded by nothing."])
  }

  @Test func `a report of any kind takes no time to speak of and finds a place in the text`() {
    var random = SeededRandom(seed: 18)
    let parsed = ParsedText(Document(text: String(repeating: Self.text, count: 20)))
    let locator = ErrataLocator(parsed)
    let pieces = [
      "a", "sample ", "...", "[...]", "\n\n", "(1) ", "=3D", "=\n", "|", "^^^", "\u{0}", "é", "MUST NOT ",
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 0...300, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let erratum = Erratum(
        id: 1, document: .abnf, status: .held, kind: .editorial, section: String(text.prefix(40)),
        original: text,
        corrected: String(text.dropLast(3)))
      let place = locator.place(of: erratum)
      #expect(place.lines.allSatisfy { $0.upperBound <= parsed.document.lines.count && !$0.isEmpty })
      #expect(zip(place.lines, place.lines.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
    let hostile = String(repeating: "a", count: 60_000)
    let long = Erratum(id: 1, document: .abnf, status: .held, kind: .editorial, original: hostile + "b")
    let letters = ParsedText(Document(text: String(repeating: hostile + "\n", count: 20)))
    #expect(processorTime { _ = ErrataLocator(letters).place(of: long) } < .seconds(2))
  }
}

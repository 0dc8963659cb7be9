import RFCFormats
import RFCModel
import Testing

/// What a text that updates RFC 4242, and nothing else unless told, changes: `replaces 3.2`.
private func amendments(_ lines: [String], updates: [Int] = [4242], older: [String] = []) -> [String] {
  // A number of its own, for one at the beginning of a line may be taken for that.
  let text = ParsedText(
    Document(text: (lines + [""]).joined(separator: "\n")), of: RFCNumber(4250).map { .rfc($0) })
  let old = ParsedText(Document(text: (older + [""]).joined(separator: "\n")))
  let found = text.amendments(of: updates.compactMap { RFCNumber($0) }) { _ in older.isEmpty ? nil : old }
  return found.map { "\($0.kind.rawValue) \($0.section)" }
}

@Suite struct AmendmentTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let lines: [String]
    let found: [String]
    var testDescription: String { name }

    init(_ name: String, _ lines: String..., is found: [String]) {
      self.name = name
      self.lines = ["1.  Scope", ""] + lines
      self.found = found
    }
  }

  static let samples: [Sample] = [
    Sample("a section replaced", "   Section 3.2 of RFC 4242 is replaced with this.", is: ["replaces 3.2"]),
    Sample(
      "two at once", "   The terms in Sections 3.2 and 4 of RFC 4242 are", "   hereby amended to read:",
      is: ["updates 3.2", "updates 4"]),
    Sample(
      "an object", "   This document updates the last paragraph of Section 3.2 of", "   RFC 4242.",
      is: ["updates 3.2"]),
    Sample(
      "an object far behind its verb",
      "   This document extends the per-peer header defined in Section 3.2 of RFC 4242.", is: ["updates 3.2"]),
    Sample(
      "a gerund in brackets", "   A host may wait (extending Section 3.2 of RFC 4242).", is: ["updates 3.2"]),
    Sample(
      "text added",
      "   This is done by adding the following text as the last bullet in Section 3.2 of RFC 4242:",
      is: ["adds 3.2"]),
    Sample(
      "moved here",
      "   The registry is now defined here; previously, it was done in Section 3.2 of RFC 4242.",
      is: ["replaces 3.2"]),
    Sample(
      "what a text says, then the change",
      "   Section 3.2 of RFC 4242 says what to do.  This section is updated to",
      "   allow more.", is: ["updates 3.2"]),
    Sample(
      "old and new text", "   Section 3.2 of RFC 4242 reads:", "", "   OLD:", "", "      It waits.", "",
      "   NEW:", "", "      It runs.", is: ["updates 3.2"]),
    Sample(
      "sections without an owner", "   This document updates RFC 4242 as described below:", "",
      "   o  Section 1, paragraph 9:", "", "      It runs.", is: ["updates 1"]),
    Sample("a mistake", "   The table in Section 3.2 of RFC 4242 has an error.", is: ["updates 3.2"]),
    Sample("a citation", "   As described in Section 3.2 of RFC 4242, the entry is updated.", is: []),
    Sample("a case", "   When the timer of Section 3.2 of RFC 4242 is updated, wait.", is: []),
    Sample("a denial", "   This document does not change Section 3.2 of RFC 4242.", is: []),
    Sample(
      "another's change", "   Section 3.2 of RFC 4242 has been updated by an erratum.", is: []),
    Sample("what a verb does to others", "   A node removes the entry, see Section 3.2 of RFC 4242.", is: []),
    Sample("another document", "   This document updates Section 3.2 of RFC 4243.", is: []),
    Sample("a section of this one", "   This is replaced in Section 1 of this document.", is: []),
  ]

  @Test(arguments: samples) func `which sections of older RFCs it changes`(_ sample: Sample) {
    #expect(amendments(sample.lines) == sample.found)
  }

  @Test func `an appendix does not change itself`() {
    #expect(
      amendments([
        "1.  Scope", "", "   None.", "", "Appendix I - Changes to the Protocol", "", "   A timer is new.",
      ]).isEmpty)
  }

  @Test func `headings say whose sections those below are`() {
    #expect(
      amendments([
        "1.  Updates to RFC 4242", "", "   Text.", "", "1.1.  Change to Section 3.2", "", "   Text.", "",
        "1.2.  Section 4 of RFC 4242", "", "   In it, Section 5.1 is changed from:",
      ]) == ["updates 3.2", "updates 4", "updates 5.1"])
  }

  @Test func `old text without its section is looked up`() {
    let newer = [
      "1.  Changes to RFC 4242", "", "   OLD:", "",
      "      It waits until the other side has said that it may go on.",
      "", "   NEW:", "", "      It runs.",
    ]
    let older = [
      "1.  Scope", "", "   Nothing.", "", "2.  Waiting", "",
      "   A host is patient.  It waits until the other", "   side has said that it may go on.",
    ]
    #expect(amendments(newer, older: older) == ["updates 2"])
    #expect(amendments(newer) == [])
  }

  @Test func `a tag is looked up in the bibliography`() {
    #expect(
      amendments([
        "1.  Scope", "", "   This document updates Section 3.2 of the protocol [BASE].", "", "2.  References",
        "",
        "   [BASE]  Writer, A., \"Sample\", RFC 4242, May 2005.",
      ]) == ["updates 3.2"])
  }

  @Test func `it says where`() throws {
    let text = ParsedText(
      Document(text: "1.  Scope\n\n   It is.  This updates\n   Section 3.2 of RFC 4242.\n"))
    let updated = try #require(RFCNumber(4242))
    let found = try #require(text.amendments(of: [updated]).first)
    #expect(found.line == 3)
    #expect(found.place == SectionNumber("1"))
    #expect(text.document.text(found.ranges) == "This updates Section 3.2 of RFC 4242.")
  }

  @Test func `a hostile text has bounds`() {
    let sentence = "   This updates Section 3.2 of RFC 4242 "
    let all = ["1.  Updates to RFC 4242", ""] + Array(repeating: sentence, count: 20_000)
    #expect(amendments(all).count <= 10_000)
  }
}

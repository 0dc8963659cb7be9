import RFCFormats
import RFCModel
import Testing

/// Documents in the layouts of all decades, each for one kind of what is a heading, or only looks like one.
@Suite struct OutlineSampleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let headings: [String]
    var testDescription: String { name }
  }

  /// The first page of a memo of today, and of the seventies.
  static let memo = """
    Network Working Group                                          A. Writer
    Request for Comments: 9999                                       Example
    Category: Informational                                       March 2001


                            A Memo About Gadgets

    Status of this Memo

       This memo says something about gadgets.

    1.  Introduction

       Gadgets are small.  The key words "MUST", "SHOULD" and "MAY" are to be
       interpreted as described in RFC 2119.


    """
  static let oldMemo = """
    Network Working Group                                          A. Writer
    Request for Comments: 999                                           UCLA
    NIC 99999                                                  13 March 1973


                                 Gadget Survey


    """

  @Test(arguments: samples + old)
  func `headings are what reads as one`(sample: Sample) {
    #expect(Document(text: sample.text + "\n").headings == sample.headings)
  }

  /// A form to be filled in, whose every line has a number.
  private static func statements(indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let topics = ["General Information", "Interface", "Coding", "Communications", "Facilities", "Time outs"]
    return oldMemo + "\(margin)1 This memo asks about gadgets.  Please answer it within two weeks.\n\n"
      + topics.enumerated().map { index, topic in
        let number = index + 2
        return """
          \(margin)\(number) \(topic)

          \(margin)   \(number)a Your name ----

          \(margin)   \(number)b is there a manual?

          \(margin)      \(number)b1 for users

          \(margin)      \(number)b2 for builders


          """
      }.joined()
  }

  @Test(arguments: [0, 3])
  func `the numbers of statements are no sections below the first level`(indent: Int) {
    let sections = Document(text: Self.statements(indent: indent)).outline.sections
    #expect(sections.allSatisfy { $0.level == 1 })
    #expect(
      sections.suffix(6).map(\.title) == [
        "General Information", "Interface", "Coding", "Communications", "Facilities", "Time outs",
      ])
  }

  @Test func `sub-headings lie below the heading at the margin`() throws {
    let sample = try #require(Self.old.first { $0.name.hasPrefix("sub-headings") })
    let sections = Document(text: sample.text + "\n").outline.sections
    #expect(sections.map(\.level) == [1, 1, 2, 2, 2, 1])
    #expect(sections.map(\.parent) == [nil, nil, 1, 1, 1, nil])
  }

  @Test(arguments: [
    "---\ntitle: Gadgets\n# no heading\nabbrev: G\n--- abstract\n",
    "%%%\ntitle = \"Gadgets\"\n# no heading\n%%%\n", "",
  ])
  func `a draft in Markdown has the headings that it marks`(matter: String) {
    let text = """
      # Introduction {#intro}

      Some words.

      ## Terms ##

      ~~~
      # a comment
      ~~~

      1. An item of a list

      # Security Considerations

      None.

      """
    let outline = Document(text: matter + text).outline
    #expect(outline.sections.map(\.title) == ["Introduction", "Terms", "Security Considerations"])
    #expect(outline.sections.map(\.level) == [1, 2, 1])
    #expect(outline.sections.map(\.parent) == [nil, 0, nil])
  }

  @Test func `comments of a program are no headings`() {
    let text = """
      # Copyright of some years.
      # All rights are reserved.

      name=value

      # More of it.

      """
    #expect(Document(text: text).headings.isEmpty)
  }
}

import RFCFormats
import RFCModel
import TestSupport
import Testing

@Suite struct FrontMatterTests {
  struct Head: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let matter: FrontMatter
    var testDescription: String { name }
  }

  static let heads: [Head] = [
    Head(
      name: "today's layout",
      text: """





        Internet Engineering Task Force (IETF)                        A. Author
        Request for Comments: 99999                                     Example
        Obsoletes: 99998                                              July 2031
        Category: Standards Track
        ISSN: 2070-1721


                     A Protocol for the Reading of Documents:
                                    Version 2

        Abstract

           This document describes a protocol of May 2030.
        """,
      matter: FrontMatter(
        number: RFCNumber(99999), title: "A Protocol for the Reading of Documents: Version 2",
        category: "Standards Track", date: "July 2031")),
    Head(
      name: "1980",
      text: """
        RFC 99                                                        A. Author
                                                                  28 August 1980


                                 A Small Protocol
                                 ----------------

        Introduction
        """,
      matter: FrontMatter(number: RFCNumber(99), title: "A Small Protocol", date: "28 August 1980")),
    Head(
      name: "1970",
      text: """
        Network Working Group                                         A. Author
        Request for Comments #99                                      A College
                                                              September 28, 1970

                  PROPOSED MORATORIUM ON CHANGES

           A paragraph.
        """,
      matter: FrontMatter(
        number: RFCNumber(99), title: "PROPOSED MORATORIUM ON CHANGES", date: "September 28, 1970")),
    Head(
      name: "a draft",
      text: """
        Network Working Group                                         A. Author
        Internet-Draft                                                  Example
        Intended status: Informational                             3 March 2021
        Expires: 4 September 2021


                          Reading Documents Aloud
                       draft-author-reading-aloud-03

        Abstract
        """,
      matter: FrontMatter(title: "Reading Documents Aloud", category: "Informational", date: "3 March 2021")),
    Head(name: "nothing", text: "", matter: FrontMatter()),
  ]

  @Test(arguments: heads)
  func `the head of the first page is read`(head: Head) {
    #expect(ParsedText(Document(text: head.text)).frontMatter == head.matter)
  }

  @Test func `the number of a document made obsolete is not taken`() {
    #expect(
      ParsedText(Document(text: "Obsoletes: RFC 12\nUpdates: RFC 13\n\n   A Title\n")).frontMatter.number
        == nil)
  }

  @Test(
    arguments: [
      ("Request\tfor Comments: 99999\n\n   A Title\n", 99999),
      (
        "A. Author                                                 RFC-99999\nB. Writer                                              March 2031\n\n   A Title\n",
        99999
      ),
      ("   RFC 99999\n\n   A Title\n", 99999), ("See RFC 1234 there.\n", nil),
      ("A title\n\nAs RFC 1234 has it.\n", nil),
    ] as [(Spelled, Int?)])
  func `a number is the document's own in its head, or where a line begins with it`(
    text: Spelled, number: Int?
  ) {
    #expect(ParsedText(Document(text: text.raw)).frontMatter.number?.value == number)
  }
}

/// Documents of our own, laid out as RFCs are.
public enum SampleText {
  /// Lines `line 1` to `line N`, nothing else: for scrolling.
  public static func numberedLines(_ count: Int) -> String {
    (1...max(1, count)).map { "line \($0)\n" }.joined()
  }

  /// A document without pages: three chapters, subsections, an appendix, a phrase that breaks over a line.
  public static let unpaged = """






    Example Working Group                                          A. Writer
    Request for Comments: 4242                                     Sample Ltd
    Category: Standards Track                                  February 2026


                       The Sample Transfer Protocol

    Abstract

       This text is a sample. It is laid out as an RFC and says nothing.

    Table of Contents

       1.  Introduction
         1.1.  Terms
       2.  Overview
         2.1.  Messages
           2.1.1.  Short Messages
         2.2.  Errors
       3.  Security Considerations
       Appendix A.  History

    1.  Introduction

       A sender MUST NOT send more than it was asked for, and a receiver MUST
       NOT complain about less.  Both are samples.

    1.1.  Terms

       peer: whoever is at the other end.

    2.  Overview

       Samples travel in messages.  A message is short or long.

    2.1.  Messages

       The long ones are not described.

    2.1.1.  Short Messages

       A short message fits in one line.

          +--------+--------+
          | length | sample |
          +--------+--------+

    2.2.  Errors

       There are none.

    3.  Security Considerations

       An attacker who reads a sample has read a sample.

    Appendix A.  History

       Nothing happened.

    """

  /// The same kind of text on printed pages: the first page's end cuts a paragraph, the second one's a figure.
  public static let paged: String = {
    func page(_ number: Int, _ body: [String]) -> String {
      var lines = number == 1 ? [] : ["RFC 4243             Paged Samples            March 1998", "", ""]
      lines += body
      while lines.count < 20 { lines.append("") }
      lines.append("Writer                  Experimental                    [Page \(number)]")
      return lines.joined(separator: "\n") + "\n\u{C}\n"
    }
    let first = [
      "", "Network Working Group                                  A. Writer",
      "Request for Comments: 4243                            March 1998",
      "Category: Experimental", "", "", "               Paged Samples", "", "1.  Introduction", "",
      "   This paragraph goes on after the end of the page, so that the", "   two halves of it belong",
    ]
    let second = [
      "   together when the pages are taken away.", "", "2.  Figure", "", "      +-----------+",
      "      | cut here  |",
      "      |           |", "", "",
    ]
    let third = ["      |           |", "      +-----------+", "", "3.  End", "", "   That is all."]
    return page(1, first) + page(2, second) + page(3, third)
  }()
}

extension OutlineSampleTests {
  static let samples: [Sample] = [
    Sample(
      name: "a title that runs into its paragraph behind a gap",
      text: """
        Table of Contents

           1. Introduction
              1.1. The contents of inverse requests
              1.2. Example of an inverse request
           2. End

        1. Introduction

        Some words are said here.

        1.1. The contents of inverse requests          Inverse requests turn
        the mapping around, so that a record gives the name to which it
        belongs.

        1.2. Example of an inverse request          The overall structure of a
        request is shown by this example, in which one record is given.

        2. End

        Text.
        """,
      headings: [
        "Table of Contents",
        "1 Introduction",
        "1.1 The contents of inverse requests",
        "1.2 Example of an inverse request",
        "2 End",
      ]),
    Sample(
      name: "a paragraph that ends in the word contents",
      text: memo + """
        2.  Digest

           The digest is made of the header, of the length, and of the message
           contents.

           It is then sent.

        2.1.  Keys

           Keys are kept.  They are renewed every day by the one who made them,
           and they are destroyed when they have been used.

        3.  Timers

           Timers run.

        4.  Security Considerations

           None.
        """,
      headings: [
        "Status of this Memo",
        "1 Introduction",
        "2 Digest",
        "2.1 Keys",
        "3 Timers",
        "4 Security Considerations",
      ]),
    Sample(
      name: "a list of changes",
      text: memo + """
        2.  Use

           Words.

        3.  Changes

           Words.

        A.  Changes since the last memo

        1: Said why.

        2: Made shorter.

        3: New section.

        1) The first command has been added.

        2) The second has been obsoleted.
        """,
      headings: [
        "Status of this Memo",
        "1 Introduction",
        "2 Use",
        "3 Changes",
        "A Changes since the last memo",
      ]),
    Sample(
      name: "a module",
      text: memo + """
        2.  Definitions

        GADGET-MIB DEFINITIONS ::= BEGIN

        IMPORTS
            MODULE-IDENTITY, OBJECT-TYPE FROM SNMPv2-SMI;

        gadgetMIB MODULE-IDENTITY
            LAST-UPDATED "200101010000Z"
            ORGANIZATION "Example"
                   DESCRIPTION "The MIB module to describe gadgets and their
                               small relatives.

                               The following reference is used throughout this
                               module:

                               [Gadget Std] refers to:
                                  The standard of gadgets, 1998 edition.

                               Of particular interest is a clause in it, which
                               tells what a gadget is."
            ::= { mib-2 999 }

        GadgetDirection ::= TEXTUAL-CONVENTION
            STATUS          current
            DESCRIPTION    "Indicates a direction on a gadget.

                            The value down(1) is from the gadget to the
                            other gadget.

                            The value up(2) is the other way round."
            SYNTAX     INTEGER { down(1), up(2) }

        END

        3.  Security Considerations

           None.
        """,
      headings: [
        "Status of this Memo",
        "1 Introduction",
        "2 Definitions",
        "3 Security Considerations",
      ]),
    Sample(
      name: "a number that was used before",
      text: memo + """
        2.  Use

           Words.

        3.  Security Considerations

           None.

        4.  Author's Address

           A. Writer
           EMail: writer@example.com

        4.  References

           [1]  Nobody, "Nothing", RFC 1, April 1969.
        """,
      headings: [
        "Status of this Memo",
        "1 Introduction",
        "2 Use",
        "3 Security Considerations",
        "4 Author's Address",
        "4 References",
      ]),
    Sample(
      name: "an appendix at the top of a page, behind code",
      text: memo + """
        2.  Tables

           The box is:

        a9d1d819,4c404c0c,83838003,8f838c0f,cec2cc0e,0b33383b,4a42480a,87b3b437
        a9d1d819,4c404c0c,83838003,8f838c0f,cec2cc0e,0b33383b,4a42480a,87b3b437
        a9d1d819,4c404c0c,83838003,8f838c0f,cec2cc0e,0b33383b,4a42480a,87b3b437
        a9d1d819,4c404c0c,83838003,8f838c0f,cec2cc0e,0b33383b,4a42480a,87b3b437
        a9d1d819,4c404c0c,83838003,8f838c0f,cec2cc0e,0b33383b,4a42480a,87b3b437
        a9d1d819,4c404c0c,83838003,8f838c0f,cec2cc0e,0b33383b,4a42480a,87b3b437



        Writer                       Informational                      [Page 1]
        \u{0C}
        RFC 9999                 A Memo About Gadgets               March 2001


        Appendix A.  Test Vectors

           They are here.



        Writer                       Informational                      [Page 2]
        \u{0C}
        RFC 9999                 A Memo About Gadgets               March 2001


        B.  More

           Words.



        Writer                       Informational                      [Page 3]
        \u{0C}
        """,
      headings: [
        "Status of this Memo",
        "1 Introduction",
        "2 Tables",
        "A Test Vectors",
        "B More",
      ]),
    Sample(
      name: "a list of references without tags",
      text: memo + """
        2.  Use

           Words.

        References

        1.  Writer, A., "On gadgets and what they are for", a report of the
            institute of gadgets, March 1999.

        2.  Writer, B., "On other gadgets", a report, May 1999.
        """,
      headings: ["Status of this Memo", "1 Introduction", "2 Use", "References"]),
    Sample(
      name: "items with nothing below them",
      text: oldMemo + """
        The topics that were found to need some more work are listed here, and who
        is to do it is said below.

        1. Graphics

        2. Accounting

        3. Documentation

        The next meeting will be held in the spring, at a place that is still to be
        found by those who were here.
        """,
      headings: []),
    Sample(
      name: "labels and the fields of a template",
      text: memo + """
        2.  Use

           Words that are said of it.

           DISCUSSION:

              The words have been chosen with care, and there is more to say of them
              than can be said here.

           Security considerations:

              None.

        3.  End

           Words.
        """,
      headings: ["Status of this Memo", "1 Introduction", "2 Use", "3 End"]),
    Sample(
      name: "the title of an appendix, two lines below its number",
      text: memo + """
                                       APPENDIX A

                                 What Gadgets Are For

           They are for those who want them.

        Appendix B

           What is said in this appendix is a paragraph that stands below its
           number without a title.
        """,
      headings: ["Status of this Memo", "1 Introduction", "A What Gadgets Are For", "B "]),
    Sample(
      name: "a number with and without its zero",
      text: """
        Table of Contents

           1. Introduction ......... 1
             1.1 Gadgets ........... 1
           2. End .................. 2

        1.0  INTRODUCTION

           This paragraph fills its lines, so that the text's own indentation is
           known to whoever reads the document, as it is in any other of them.

        1.1  Gadgets

           Words.

        2.0  END

           Words.
        """,
      headings: ["Table of Contents", "1.0 INTRODUCTION", "1.1 Gadgets", "2.0 END"]),
  ]
}

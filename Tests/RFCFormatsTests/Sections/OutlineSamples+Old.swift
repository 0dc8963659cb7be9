extension OutlineSampleTests {
  /// Documents of the seventies and their like.
  static let old: [Sample] = [
    Sample(
      name: "articles and their sections",
      text: oldMemo + """
        1. By-Laws

        ARTICLE I - OFFICES
           Section 1.
              The principal office is somewhere in the city, and the board may
              move it.

           Section 2.
              There may be other offices.

        ARTICLE II - BOARD
           Section 1.
              The board has twenty members.

           Section 2.
              They meet once in a year.

        2. Security Considerations

           None.
        """,
      headings: [
        "1 By-Laws",
        "I OFFICES",
        "1 ",
        "2 ",
        "II BOARD",
        "1 ",
        "2 ",
        "2 Security Considerations",
      ]),
    Sample(
      name: "titles that end in a colon, and a centred one",
      text: oldMemo + """
        Introduction

           This note describes a simple protocol.  It returns a report on the
           gadgets of a site.

        To use via the network:

           Connect to socket 117 and send a line.

        The command line:

           Systems may differ in their reading of this line.  The basic scheme is
           straightforward.

        And finally a little background:

           The program was written by others.

                                     EXAMPLES

           None are given.
        """,
      headings: [
        "Introduction",
        "To use via the network:",
        "The command line:",
        "And finally a little background:",
        "EXAMPLES",
      ]),
    Sample(
      name: "sub-headings where the prose begins",
      text: oldMemo + """
        Introduction

           This memo is about sending gadgets.

        Address Mappings

           The mapping can be done several ways.

           Static Table

              Each host could have a table of all others.

           Dynamic Discovery

              Mappings could be found by asking.

           Broadcast Address

              The address with all ones is the broadcast address.

        Byte Order

           The order is that of the other memo.
        """,
      headings: [
        "Introduction",
        "Address Mappings",
        "Static Table",
        "Dynamic Discovery",
        "Broadcast Address",
        "Byte Order",
      ]),
    Sample(
      name: "numerals and hyphens",
      text: oldMemo + """
        I.  Introduction

           This paper is about the design of a gadget.

        II.  Scope of the gadget.

           There are two programs.

        II-1.   First program.

        II-1-1. Reading.

           It reads.

        II-1-2.  Writing.

           It writes.

        II-2  Second program.

           It waits.

        III.  Questions.

           Why?
        """,
      headings: [
        "I Introduction",
        "II Scope of the gadget.",
        "II-1 First program.",
        "II-1-1 Reading.",
        "II-1-2 Writing.",
        "II-2 Second program.",
        "III Questions.",
      ]),
    Sample(
      name: "titles that are the first sentence of their paragraph, below others without numbers",
      text: oldMemo + """
        This paragraph fills its lines, so that the text's own indentation is to be
        known to whoever reads the document, as it is in any other of them.

        Context

        This paragraph fills its lines, so that the text's own indentation is to be
        known to whoever reads the document, as it is in any other of them.

        The Dialog Phase

        This paragraph fills its lines, so that the text's own indentation is to be
        known to whoever reads the document, as it is in any other of them.

        1.  "Echoes".  An echo is what comes back from the one who is spoken to,
            and is printed.

        2.  Correction of Mistakes.  During the dialog the user may make a mistake,
            which can be mended.

        3.  Socket Assignments.  The protocol does not say who owns the sockets that
            are used.

        Other Issues

        This paragraph fills its lines, so that the text's own indentation is to be
        known to whoever reads the document, as it is in any other of them.
        """,
      headings: [
        "Context", "The Dialog Phase", "1 \"Echoes\"", "2 Correction of Mistakes", "3 Socket Assignments",
        "Other Issues",
      ]),
  ]
}

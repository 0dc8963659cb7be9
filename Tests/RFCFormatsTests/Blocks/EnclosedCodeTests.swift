import RFCFormats
import RFCModel
import Testing

/// Modules, armour and bytes, which stand where prose does and read like it.
@Suite struct EnclosedCodeTests {
  private static let lead = """
    1.  Introduction

       Gadgets are small, and what is said of them here is said in lines that
       are as long as they are in any other document, so that their width is
       known.

    2.  Definitions


    """
  private static let rest = """

    3.  Security Considerations

       None of the gadgets is known to be a danger to any other one.

    """

  /// The blocks between the headings of sections 2 and 3, each as its kind and its first and last line.
  private func blocks(_ middle: String) -> [String] {
    let text = Self.lead + middle + Self.rest
    let document = Document(text: text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return document.blocks.dropFirst(3).dropLast(2).map { block in
      let (first, last) = (lines[block.lines.lowerBound], lines[block.lines.upperBound - 1])
      let kind = block.kind == .verbatim(.code) ? "code" : "\(block.kind)"
      return "\(kind) | \(first.drop { $0 == " " }) | \(last.drop { $0 == " " })"
    }
  }

  private static let module = """
    GADGET-MIB DEFINITIONS ::= BEGIN

    IMPORTS
        MODULE-IDENTITY, OBJECT-TYPE FROM SNMPv2-SMI;

    -- What follows is told of all the gadgets, and it is told here in a
    -- comment, which reads like prose and is none.

    gadgetMIB MODULE-IDENTITY
        LAST-UPDATED "200101010000Z"
        DESCRIPTION "The MIB module to describe gadgets and their
                    small relatives.

                    The following reference is used throughout this
                    module, which does not END here:

                    [Gadget Std] refers to:
                       The standard of gadgets, 1998 edition.

                    Of particular interest is a clause in it, which
                    tells what a gadget is."
        ::= { mib-2 999 }

    OBJECT-THING MACRO ::=
    BEGIN
        TYPE NOTATION ::= "STATUS"
    END

    END

    """

  @Test func `a module is one block, whatever its descriptions look like`() {
    #expect(blocks(Self.module) == ["code | GADGET-MIB DEFINITIONS ::= BEGIN | END"])
  }

  @Test func `prose around a module stays what it is`() {
    let prose = "   The module below is all that there is to be said of the gadgets here.\n\n"
    #expect(
      blocks(prose + Self.module + "\n   That was the module.\n") == [
        "paragraph | The module below is all that there is to be said of the gadgets here. | "
          + "The module below is all that there is to be said of the gadgets here.",
        "code | GADGET-MIB DEFINITIONS ::= BEGIN | END",
        "paragraph | That was the module. | That was the module.",
      ])
  }

  @Test(arguments: [
    "   Gadgets-2020 { iso(1) member-body(2)\n      gadgets(7) }\n\n   DEFINITIONS IMPLICIT TAGS ::=\n   BEGIN\n",
    "   Gadgets-2020 {1 3 6}\n   -- Copyright of somebody.\n   -- All rights are his.\n   DEFINITIONS\n   IMPLICIT TAGS ::=\n\n   BEGIN\n",
    "   Gadgets-2020\n     { iso(1) member-body(2)\n       gadgets(7) }\n   DEFINITIONS EXPLICIT TAGS::=\n\n   BEGIN\n",
    "   Gadgets-2020 DEFINITIONS AUTOMATIC TAGS ::= BEGIN\n",
    "   Gadgets-2020 PIB-DEFINITIONS ::= BEGIN\n",
    "   Gadgets-2020\n\n   DEFINITIONS\n   ::= BEGIN -- of gadgets\n",
  ])
  func `a module begins with its name, over the lines that its opening takes`(opening: String) {
    let inside = """

         Gadget ::= SEQUENCE {
           size INTEGER }

         -- This is the end of all that is told of gadgets in here, and it is
         -- told twice.

         END

      """
    let found = blocks(opening + inside)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("code | Gadgets-2020") == true)
    #expect(found.first?.hasSuffix(" | END") == true)
  }

  @Test func `a module with a quotation mark too few ends at its END`() {
    let spoiled = Self.module.replacing("what a gadget is.\"", with: "what a gadget is.")
    #expect(blocks(spoiled).count == 1)
    #expect(blocks(spoiled).first?.hasPrefix("code | GADGET-MIB") == true)
  }

  @Test func `a module that has no end takes no prose along`() {
    let prose = "The gadgets that are told of in the module are told of in this place\nas well.\n"
    let found = blocks("GADGET-MIB DEFINITIONS ::= BEGIN\n\n" + prose)
    #expect(found.count == 2)
    #expect(found.last?.hasPrefix("code") == false)
  }

  @Test func `a module of YANG is one block, a table in its description among it`() {
    let yang = """
         module gadgets {
           namespace "urn:example:gadgets";

           description
             "What can be told of a gadget is told in this place, and } is no end:

              +------+--------+
              | Size | Weight |
              +------+--------+
              | 1    | 2      |
              +------+--------+

              The gadgets that are not in the table are not told of at all.";
         }

      """
    #expect(blocks(yang) == ["code | module gadgets { | }"])
    let marked = blocks("   <CODE BEGINS> file \"gadgets.yang\"\n" + yang + "   <CODE ENDS>\n")
    #expect(marked.map { $0.split(separator: " ").first } == ["other", "code", "other"])
  }

  @Test func `the armour of a certificate is code`() {
    let armour = """
         The certificate:

         -----BEGIN CERTIFICATE-----
         MIIBszCCAVmgAwIBAgIUQm9ndXNCb2d1c0JvZ3VzQm9ndXNCb2d1czAKBggqhkjO
         PQQDAg==
         -----END CERTIFICATE-----

         That is all.

      """
    #expect(
      blocks(armour) == [
        "paragraph | The certificate: | The certificate:",
        "code | -----BEGIN CERTIFICATE----- | -----END CERTIFICATE-----",
        "paragraph | That is all. | That is all.",
      ])
  }

  @Test(arguments: [
    "   4f2b9c0d1e3a5f6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7\n   4f2b9c0d\n",
    "   0x505249202a20485454502f322e300d0a0d0a534d0d0a0d0a\n",
    "   MIIBszCCAVmgAwIBAgIUQm9ndXNCb2d1c0JvZ3VzQm9ndXNCb2d1czAKBggqhkjO\n"
      + "   AgSXNzdWVJbnN0YW50PSIyMDA3LTEyLTEwVDExOjM5OjM0WiIgRm9yY2VBdXRobj\n   PQQDAg==\n",
    "   1 0 308201A2300D06092A864886F70D01010105000382018F0030\n"
      + "       82018A0282018100E62C84A5AFE59F0A2A6B250DEE687AC8C5C604F5\n",
    "   0xf2 0x48 0xcd 0xc9 0xc9 0x07 0x00 0x00 0x00 0xff 0xff\n",
    "   0xf8, 0x00, 0xa1, 0x1c, 0x01, 0x86, 0x09, 0x22, 0x86, 0x01, 0x16,\n   0xf9, 0xd3\n",
    "   FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF\n   FFFF\n",
  ])
  func `bytes at the column of prose are code`(bytes: String) {
    let found = blocks("   The key is:\n\n" + bytes)
    #expect(found.map { $0.split(separator: " ").first } == ["paragraph", "code"])
  }

  @Test(arguments: [
    "   The address of it is told in full, and it is this one and no other:\n"
      + "   https://www.example.com/gadgets/and/what/is/told/of/them/in/2020\n",
    "   The years in which the gadgets were told of are 1981, 1982, 1984,\n   1986, 1988, 1990, 1992, 1994.\n",
  ])
  func `long words and numbers of prose are no bytes`(prose: String) {
    #expect(blocks(prose).map { $0.split(separator: " ").first } == ["paragraph"])
  }
}

import RFCFormats
import RFCModel
import Testing

@Suite struct TextDifferenceTests {
  private static let first = """

    1.  Introduction

       A sender counts the octets that it has sent, and waits for the
       answer of its well-known peer before it sends more of them.

    2.  Rules

       Nothing is sent twice by a sender that is in its right mind, as
       experience has shown many times over.

       The receiver answers within a second, or else the connection is
       closed by whoever has waited for it.

       Whoever has closed a connection may open it again after a while,
       and begins with the first octet then.

       struct answer {
           int count;
           int octets;
       };

    3.  Gateways

       A gateway to a fax prints every octet, and nobody reads them in
       spite of all that has been said.

    """

  private struct Told {
    let difference: TextDifference
    let old: ParsedText
    let new: ParsedText

    /// `changed: the [-octets-] {+bytes+} that`, one a change.
    var changes: [String] {
      difference.parts.flatMap { part in
        part.changes.map { change in
          let pieces = difference.pieces(of: change, old, new).map { piece in
            switch piece.kind {
            case .same: piece.text
            case .gone: "[-\(piece.text)-]"
            case .new: "{+\(piece.text)+}"
            }
          }
          return "\(change.kind): " + pieces.joined()
        }
      }
    }

    /// `2 Rules > 3 Rules: renumbered`.
    var relations: [String] {
      difference.parts.filter { $0.relation != .same }.map { part in
        let names = [part.old.map { old.outline.sections[$0] }, part.new.map { new.outline.sections[$0] }].map
        {
          $0.map { "\($0.number?.text ?? "") \($0.title)" } ?? "-"
        }
        return "\(names[0]) > \(names[1]): \(part.relation.rawValue)"
      }
    }
  }

  private func tell(_ new: String) -> Told { tell(Self.first, new) }

  private func tell(_ old: String, _ new: String) -> Told {
    let (old, new) = (ParsedText(Document(text: old)), ParsedText(Document(text: new)))
    return Told(difference: TextDifference(of: old, with: new), old: old, new: new)
  }

  @Test func `lines, pages and hyphens at their ends are no difference`() {
    let other = Self.first.replacing("its well-known peer", with: "its well-\n   known peer").replacing(
      "octets that it has sent", with: "octets that\n   it has sent")
    #expect(tell(other).difference.isEmpty)
  }

  @Test func `words that are other, new or gone are told in their paragraph`() {
    let other = Self.first.replacing("octets that", with: "bytes that").replacing("well-known ", with: "")
      .replacing("every octet, and", with: "every single octet and")
    #expect(
      tell(other).changes == [
        "changed: A sender counts the[- octets-]{+ bytes+} that it has sent, and waits for the answer of its"
          + "[- well-known-] peer before it sends more of them.",
        "changed: A gateway to a fax prints every{+ single+} octet[-,-] and nobody reads them in spite of all "
          + "that has been said.",
      ])
  }

  @Test func `code is told line by line`() {
    let told = tell(Self.first.replacing("int octets;", with: "long octets;"))
    #expect(
      told.changes == [
        "changed:    struct answer {       int count;[-       int octets;-]{+       long octets;+}   };"
      ]
        || told.changes.map { $0.replacing("   ", with: "") } == [
          "changed: struct answer { int count;[- int octets;-]{+ long octets;+}};"
        ])
  }

  @Test func `a paragraph that has moved is told where it came to`() {
    let paragraph = """
         The receiver answers within a second, or else the connection is
         closed by whoever has waited for it.

      """
    let other = Self.first.replacing(paragraph + "\n", with: "") + paragraph
    let told = tell(other)
    #expect(
      told.changes == [
        "moved: The receiver answers within a second, or else the connection is closed by whoever has waited for it."
      ])
    #expect(told.difference.parts.map { $0.new.map { told.new.outline.sections[$0].title } } == ["Gateways"])
  }

  @Test func `sections are renumbered, new and gone`() {
    let scope = """
      2.  Scope

         This is about senders and receivers of every kind, and about
         nobody else who may read it.

      3.  Rules
      """
    let other = Self.first.replacing("3.  Gateways", with: "4.  Gateways").replacing("2.  Rules", with: scope)
    let told = tell(other)
    #expect(
      told.relations == [
        "- > 2 Scope: added", "2 Rules > 3 Rules: renumbered", "3 Gateways > 4 Gateways: renumbered",
      ])
    let back = tell(other, Self.first)
    #expect(
      back.relations == [
        "2 Scope > -: gone", "3 Rules > 2 Rules: renumbered", "4 Gateways > 3 Gateways: renumbered",
      ])
    #expect(back.changes.allSatisfy { $0.hasPrefix("gone: [-This is about") })
  }

  @Test func `dates of the first page and the revision of a draft's own name are no difference`() {
    let head = """
      Network Working Group                                        E. Sample
      Internet-Draft                                         October 15, 2002
      Expires: April 18, 2003

                               A Sample of It
                           draft-sample-of-it-03

      Status of This Memo

         This Internet-Draft will expire on April 18, 2003.

      Copyright Notice

         Copyright (C) The Sample Society (2002).  All Rights Reserved.

      """
    let other = head.replacing("October 15, 2002", with: "May 2004").replacing(
      "April 18, 2003", with: "3 November 2004"
    )
    .replacing("it-03", with: "it-04").replacing("(2002)", with: "(2004)")
    #expect(tell(head + Self.first, other + Self.first).difference.isEmpty)
    #expect(
      !tell(head + Self.first, other.replacing("E. Sample", with: "E. Other") + Self.first).difference.isEmpty
    )
  }
}

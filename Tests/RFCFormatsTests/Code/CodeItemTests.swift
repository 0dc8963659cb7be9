import RFCFormats
import RFCModel
import TestSupport
import Testing

/// The code of a document: what it is written in, and where it begins and ends.
@Suite struct CodeItemTests {
  private func parsed(_ text: String) -> ParsedText {
    ParsedText(TextDecoder.document(from: Array(text.utf8)))
  }

  /// Code below a heading and a sentence, another sentence behind it.
  private func around(_ code: String, mentioning words: String) -> ParsedText {
    let prose = """
      1.  Introduction

         This document says with \(words) what peers send to one another, and it
         does so in sentences that are long enough to be taken for the prose
         of which a document of this kind is for the most part made.

         The sender adds what follows to the message, and the receiver has to
         read it before it does anything else with what it has been sent.


      """
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : "      " + $0
    }
    return parsed(
      prose + lines.joined(separator: "\n")
        + "\n\n   The receiver answers it as soon as it can, and it waits for more of\n   it to come in.\n")
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    let notation: CodeItem.Notation
    let words: String
    let code: String

    init(_ notation: CodeItem.Notation, _ code: String, mentioning words: String = "words") {
      (self.notation, self.words, self.code) = (notation, words, code)
    }

    var testDescription: String { notation.rawValue }
  }

  private static let samples = [
    Sample(
      .yang,
      "container system {\n  leaf host {\n    type string;\n    description\n      \"Name; of it {\";\n  }\n\n  leaf port {\n    type uint16;\n  }\n}",
      mentioning: "YANG"),
    Sample(
      .yangTree,
      "module: example\n  +--rw system\n  |  +--rw host?   string\n  |  +--ro up*     uint32\n  +---x restart"
    ),
    Sample(.asn1, "Sample ::= SEQUENCE {\n    version  INTEGER,\n    name     OCTET STRING OPTIONAL }"),
    Sample(
      .mib,
      "sampleCount OBJECT-TYPE\n    SYNTAX      Counter32\n    MAX-ACCESS  read-only\n    ::= { sample 1 }"),
    Sample(.json, "{\n  \"name\": \"value\",\n\n  \"list\": [1, 2.5e3, true],\n  ...\n}"),
    Sample(
      .xml,
      "<?xml version=\"1.0\"?>\n<list xmlns=\"urn:x\">\n  <entry name=\"a\"/>\n\n  <entry name=\"b\"/>\n</list>"
    ),
    Sample(.httpMessage, "GET /path HTTP/1.1\nHost: www.example.com\nAccept: */*"),
    Sample(.httpMessage, "HTTP/1.1 200 OK\nContent-Type: text/plain\n\nHello."),
    Sample(
      .abnf,
      "message = 1*field CRLF\nfield   = name \":\" value ; with a\n                      ; comment\nvalue   = *VCHAR",
      mentioning: "ABNF"),
    Sample(.abnf, "message = token", mentioning: "ABNF"),
    Sample(.abnf, "alpha = \"a\"..\"z\" / \"A\"..\"Z\"\nname  = 1*(alpha / \"_\")", mentioning: "ABNF"),
    Sample(
      .abnf,
      "first = second third\n\nsecond = fourth fifth\n\nthird = \"a\" / \"b\"\nfourth = *DIGIT / \"x\"\nfifth = %x20"
    ),
    Sample(.cddl, "message = {\n  name: tstr,\n  ? size: uint,\n  * tstr => any\n}", mentioning: "CDDL"),
    Sample(
      .xdr,
      "union answer switch (status s) {\ncase OK:\n        opaque body<>;\n\ndefault:\n        void;\n};",
      mentioning: "XDR"),
    Sample(.xdr, "typedef opaque handle<128>;\n\nconst LIMIT = 16;", mentioning: "XDR"),
    Sample(.tlsPresentation, "struct {\n    uint8 length;\n    opaque body<0..2^16-1>;\n} Answer;"),
    Sample(
      .tlsPresentation, "enum { none(0), some(1), (255) } Kind;\n\nuint32 Number;",
      mentioning: "the presentation language"),
    Sample(.c, "#include <stdio.h>\n\nint main(void) {\n  /* { */\n  return 0;\n}"),
    Sample(.shell, "$ rfcview 4291 | less\n$ rfcview toc 4291"),
    Sample(.code, "function send(message) {\n  queue.push(message);\n  flush();\n}"),
    Sample(.pseudocode, "if queue is empty\n    return\nfor each message in queue\n    send(message)"),
  ]

  @Test(arguments: samples)
  func `it is told what code is written in, and code is whole`(sample: Sample) {
    let text = around(sample.code, mentioning: sample.words)
    #expect(text.code.map(\.notation) == [sample.notation])
    #expect(text.code.map { String(decoding: text.text(of: $0), as: UTF8.self) } == [sample.code + "\n"])
    #expect(text.code.first?.section == 0 && text.code.first?.isMarked == false)
  }

  @Test(arguments: [
    "+-----+------+\n| one | two  |\n+-----+------+", "window = 2 * rate", "SND.UNA =< SEG.ACK =< SND.NXT",
    "<SEQ=100><CTL=SYN>", "one = two\nthree = four", "*  NULL_WITH_MD5();\n*  NULL_WITH_SHA();",
    "{ A, B }, { C }",
    "Jane Writer\nExample Inc.\nEMail: jane@example.com",
  ])
  func `what is no code is none`(figure: String) {
    #expect(around(figure, mentioning: "words").code.map(\.notation) == [])
  }

  @Test func `a bracket that nothing closes ends with its paragraph`() {
    let text = around("{\n  \"name\": \"value\",\n  \"list\": [", mentioning: "words")
    #expect(text.code.allSatisfy { $0.lines.count == 3 })
    let hostile = parsed(String(repeating: "   {\n\n", count: 20_000))
    #expect(hostile.code.isEmpty)
  }

  @Test func `a page end within code is no part of it`() {
    let foot = { (page: Int) in
      "\n\n\nWriter                       Informational                      [Page \(page)]\n\u{0C}\n"
    }
    let head = "RFC 9999                    A Sample Grammar                  May 2026\n\n\n"
    let prose =
      "   The grammar is in ABNF, and it goes on over the page below, as those\n   of many documents do.\n\n"
    let pages =
      "1.  Grammar\n\n" + prose + "     message = header CRLF\n     header  = 1*VCHAR\n" + foot(1) + head
      + "     trailer = \"end\" CRLF\n\n" + prose + foot(2) + head + prose
    let text = parsed(pages)
    #expect(
      text.code.map { String(decoding: text.text(of: $0), as: UTF8.self) } == [
        "message = header CRLF\nheader  = 1*VCHAR\ntrailer = \"end\" CRLF\n"
      ])
  }

  // MARK: Marked code

  @Test(arguments: [
    ("<CODE BEGINS> file \"a.yang\"\n\n  x\n\n<CODE ENDS>", "a.yang", 2..<3),
    ("<CODE BEGINS>\n  file \"a@2026-01-01.yang\"\n  x\n<CODE ENDS>", "a@2026-01-01.yang", 2..<3),
    ("<CODE BEGINS> file\n  \"a.c\"\n  x\n<CODE ENDS>", "a.c", 2..<3),
    ("   <code begins> file a.c\n  x\n   <code ends>", "a.c", 1..<2),
    ("<CODE BEGINS> file \"../../.bashrc\"\n  x\n<CODE ENDS>", "bashrc", 1..<2),
    ("<CODE BEGINS> file \"a\u{1B}[2J b.c\"\n  x\n<CODE ENDS>", "a2Jb.c", 1..<2),
    ("<CODE BEGINS>\n  x\n<CODE ENDS>", nil, 1..<2),
    ("1.  One\n\n<CODE BEGINS> file \"a.c\"\n  x\n", "a.c", 3..<4),
    ("<CODE BEGINS> file \"../..\"\n  x\n<CODE ENDS>", nil, 1..<2),
    ("<CODE BEGINS> file \"\"\n  x\n<CODE ENDS>", nil, 1..<2),
    ("<CODE BEGINS> profile \"a.c\"\n  x\n<CODE ENDS>", nil, 1..<2),
  ])
  func `marked code has the name of a file, and the lines between the marks`(
    text: Spelled, name: String?, lines: Range<Int>
  ) {
    let code = parsed(text.raw).code
    #expect(code.map(\.name) == [name] && code.map(\.lines) == [lines] && code.map(\.isMarked) == [true])
  }

  @Test func `a line is in one piece of code, or in none`() {
    let text = parsed("Text.\n\n<CODE BEGINS> file \"a.c\"\n  x\n<CODE ENDS>\n\nText.")
    #expect((0..<7).map { text.code(around: $0) != nil } == [false, false, false, true, false, false, false])
    #expect(text.code(around: 99) == nil)
  }

  @Test func `a file is called by the document, by its module or by its section`() {
    let text = parsed(
      """
      1.  One

         <CODE BEGINS> file "one.yang"
         module first {
         }
         <CODE ENDS>

         module second {
           prefix "b";
         }

      1.1.  Two

         { "a": 1 }

         These are two values and no more of them than that.

         { "b": 2 }

      """)
    #expect(
      text.code.map { text.fileName(of: $0) } == ["one.yang", "second.yang", "1.1-1.json", "1.1-2.json"])
    #expect(text.code.map(\.module) == ["first", "second", nil, nil])
  }

  // MARK: Folded lines

  @Test func `folded lines are made whole`() {
    let single = around(
      "========== NOTE: '\\' line wrapping per RFC 8792 ===========\n\n{\n  \"name\": \"a long \\\n       value\"\n}",
      mentioning: "words")
    let item = single.code.first
    #expect(item?.fold == .single && single.code.count == 1)
    #expect(
      item.map { String(decoding: single.text(of: $0, unfolds: true), as: UTF8.self) }
        == "{\n  \"name\": \"a long value\"\n}\n")
    let double = around(
      "========== NOTE: '\\\\' line wrapping per RFC 8792 ==========\n\n{\n  \"name\": \"a lo\\\n       \\ng value\"\n}",
      mentioning: "words")
    #expect(
      double.code.first.map { String(decoding: double.text(of: $0, unfolds: true), as: UTF8.self) }
        == "{\n  \"name\": \"a long value\"\n}\n")
  }
}

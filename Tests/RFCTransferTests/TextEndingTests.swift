import RFCModel
import TestSupport
import Testing

@testable import RFCTransfer
@testable import StoreTerms

private let pages = "Writer            [Page 1]\n\u{C}\nRFC 4291\n\n   Text.\n\nWriter            [Page 2]\n"

@Suite struct TextEndingTests {
  @Test(
    arguments: ([
      (pages, false), (pages + "\u{C}\n\0", false), (pages + "\u{C}\nRFC 4291\n\n   It ends.\n", true),
      (pages + "Writer      [Page", true), (pages + "Writer          [ page iii ]\r\n", false),
      ("   It ends here.\n", false), ("   It ends he", true), ("   It ends\n", true),
      ("   (so it ends)\n", false),
      ("   EMail: writer@example.com\n", false), ("   http://writer.example/\n", false),
      ("   Phone 415\n", true),
      ("text\n\n       - 7 -\n", false), ("text\n 26a\n", false), ("text\nPage 13\n", false),
      ("\n-----\n", false),
      ("August 13, 1982              - 47 -                      RFC #822\n", false), ("", true),
      ("\n\n", true),
    ] as [(String, Bool)]).map { (Spelled($0), $1) })
  func `a text that ends within a line, a page or a sentence is suspect`(_ text: Spelled, _ isSuspect: Bool) {
    #expect(TextEnding.isSuspect(Array(text.raw.utf8)) == isSuspect)
  }

  @Test(arguments: [
    ("Author's Address\n\n   T. Writer\n   Example\n", false),
    ("Authors' Addresses\n\n   A\n\n   B\n", false),
    ("   Author's Address\n\n4.  Last but One\n\n   A sentence.\n", true),
    ("   Authors' Addresses . . . 7\n\nAuthors' Addresses\n\n   A. Writer\n", false),
  ])
  func `one without pages ends with the authors whom its contents promise`(_ text: String, _ isSuspect: Bool)
  {
    #expect(TextEnding.isSuspect(Array(text.utf8)) == isSuspect)
  }

  @Test(.enabled(if: Corpus.isThere, "../shared/corpus is not there"))
  func `of published texts one in a hundred is suspect, cut behind a line nearly all`() {
    var whole: [String] = []
    var cuts = 0
    var seen = 0
    for name in Corpus.names {
      let bytes = Corpus.bytes(of: name)
      if TextEnding.isSuspect(bytes) { whole.append(name) }
      for tenth in [2, 4, 6, 8] {
        guard let end = bytes[..<(bytes.count * tenth / 10)].lastIndex(of: 0x0A) else { continue }
        cuts += 1
        if TextEnding.isSuspect(Array(bytes[...end])) { seen += 1 }
      }
    }
    #expect(whole.count * 80 <= Corpus.names.count, "\(whole)")
    #expect(seen * 100 >= cuts * 92, "\(seen) of \(cuts)")
  }
}

import RFCFormats
import RFCModel
import Testing

private func footer(_ page: Int) -> [String] {
  ["Writer                       Informational                      [Page \(page)]"]
}

private let head = "RFC 9999                 A Memo About Gadgets               March 2001"

private let front = [
  "Network Working Group                                          A. Writer",
  "Request for Comments: 9999                                       Example",
  "Category: Informational                                       March 2001", "", "",
  "                        A Memo About Gadgets", "", "1.  Introduction", "",
]

/// What goes with the pages and what stays, where that is hard to tell.
@Suite struct FurnitureTests {
  @Test func `a step's number at the top of each page stays, and the step with it`() {
    func step(_ number: Int) -> [String] {
      [
        "   \(number)", "   In   00112233445566778899AABBCCDDEEFF",
        "   Out  FFEEDDCCBBAA99887766554433221100", "",
      ]
    }
    let text = PrintedText(footer: footer, header: { _ in [head] })
      .text((0..<9).map { page in (1...3).flatMap { step(3 * page + $0) } })
    let plain = Document(text: text).plain.filter { !$0.isEmpty }
    #expect(plain == (1...27).flatMap(step).filter { !$0.isEmpty })
  }

  @Test func `a sentence that counts with the pages is no running head`() {
    let pages = (1...8).map {
      ["   Gadget number \($0) does what the others do, in its own way.", "", "   It does."]
    }
    for header in [[head], []] {
      let text = PrintedText(footer: footer, header: { _ in header }).text(pages)
      #expect(Document(text: text).plain.filter { $0.contains("Gadget number") }.count == 8)
    }
  }

  @Test(arguments: [[""], []])
  func `without form feeds a head goes that follows its foot, whether at once or not`(gap: [String]) {
    let bodies = [front + ["   Words of the first page."], ["   Of the second."], ["   Of the third."]]
    var lines: [String] = []
    for (index, body) in bodies.enumerated() {
      lines += (index > 0 ? gap + [head, "", ""] : []) + body + ["", ""] + footer(index + 1)
    }
    let plain = Document(text: lines.joined(separator: "\n") + "\n").plain
    #expect(
      Array(plain.suffix(5)) == [
        "   Words of the first page.", "", "   Of the second.", "", "   Of the third.",
      ])
  }

  @Test func `a line that follows one foot alone is no head`() {
    let text = "   Words.\n\nA   [Page 1]\n   These go on.\n\n   More.\n\nA   [Page 2]\n\n   Others.\n"
    #expect(Document(text: text).plain.contains("   These go on."))
  }

  @Test(arguments: [
    "                                 - # -", "Gadgets                                              Page #",
  ])
  func `pages are known by their numbers alone`(foot: String) {
    let line = "   Words of a page that has many of them."
    let number = { (page: Int) in foot.replacing("#", with: "\(page)") }
    let text = (1...4).map {
      ([String](repeating: line, count: 50) + ["", number($0), ""]).joined(separator: "\n")
    }
    .joined(separator: "\n")
    #expect(Document(text: text).plain.filter { !$0.isEmpty } == [String](repeating: line, count: 200))
  }

  @Test func `numbers alone that do not count the pages stay`() {
    let text = (1...4).map { "   Words.\n\n   \($0)\n\n" + String(repeating: "   Words.\n", count: 10 * $0) }
      .joined()
    #expect(Document(text: text).plain.count == Document(text: text).lines.count)
  }

  @Test func `a head whose middle changes goes, with tabs between its columns`() {
    let middles = [
      "", "Alpha Tool", "Beta", "Gamma [Uni]", "DELTA", "Epsilon, Zeta", "Eta", "Theta 2", "Iota",
    ]
    let text = PrintedText(
      footer: footer, header: { ["RFC 9999\t\t      \(middles[$0 - 1])\t\t      March 2001"] }
    ).text((1...9).map { ["   Words of page \($0) of them."] })
    #expect(
      Document(text: text).plain.filter { !$0.isEmpty } == (1...9).map { "   Words of page \($0) of them." })
  }

  @Test(arguments: [
    ["RFC 9999                                                      March 2001", "A Memo About Gadgets"],
    ["NWG/RFC# 9999                     AW 3-MAR-2001 11:10  9999", "A Memo About Gadgets"],
    ["March 2001", "A Memo About Gadgets                                    RFC 9999", "Introduction"],
    ["RFC 9999"],
  ])
  func `the one running head of two pages goes`(head: [String]) {
    let text = PrintedText(footer: footer, header: { _ in head }).text([front + ["   One."], ["   Two."]])
    #expect(Document(text: text).plain == front + ["   One.", "", "   Two."])
  }

  @Test(arguments: [
    ["   RFC 9999 says more than this."], ["RFC 9998"], ["RFC 9999", "Appendix"],
    ["A Memo About Gadgets", "RFC 2119     is another one that says what gadgets may do"],
  ])
  func `a text that begins a second page stays`(top: [String]) {
    let text = PrintedText(footer: footer).text([front + ["   One."], top + ["", "", "   Two."]])
    let plain = Document(text: text).plain
    #expect(top.allSatisfy(plain.contains))
  }

  @Test func `a title that stands in running heads alone stays once`() {
    let titles = ["", "Use", "Use", "Storage", "Storage", "Disposal"]
    let text = PrintedText(
      footer: footer, header: { ["RFC 9999                          March 2001", titles[$0 - 1]] }
    ).text([
      ["   One."], ["2.  USE", "", "   Two."], ["   Three."], ["   Four."], ["   Five."], ["   Six."],
    ])
    #expect(
      Document(text: text).plain.filter { !$0.isEmpty } == [
        "   One.", "2.  USE", "   Two.", "   Three.", "Storage", "   Four.", "   Five.", "Disposal",
        "   Six.",
      ])
  }
}

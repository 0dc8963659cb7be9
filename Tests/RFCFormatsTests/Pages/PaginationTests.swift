import RFCFormats
import RFCModel
import Testing

private let full = "   The reader takes the pages away and joins what they have cut in two,"

/// Four pages: between the first two a paragraph goes on, the others end with one.
private let pages: [[String]] = [
  ["Title of the Document", "", "   A first paragraph that stands alone.", "", full, full],
  ["   so that a paragraph runs on.", "", "   Next paragraph of the second page."],
  ["   Third page, which begins a paragraph.", "   Its second line is the last."],
  ["   Fourth page."],
]

private let unpaged = [
  "Title of the Document", "", "   A first paragraph that stands alone.", "", full, full,
  "   so that a paragraph runs on.", "", "   Next paragraph of the second page.", "",
  "   Third page, which begins a paragraph.", "   Its second line is the last.", "",
  "   Fourth page.",
]

@Suite struct PaginationTests {
  struct Style: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: 72 - text.count) + text
  }

  static let styles: [Style] = [
    Style(
      name: "footer, form feed, header",
      text: PrintedText(
        footer: { ["Author                    Informational                    [Page \($0)]"] },
        header: { _ in ["RFC 99999                 Title of the Document            July 1999"] }
      ).text(pages)),
    Style(
      name: "form feed in the header's line",
      text: PrintedText(
        footer: { ["Author                    Informational                    [Page \($0)]"] },
        header: { _ in ["RFC 99999                 Title of the Document            July 1999"] },
        formFeedStartsLine: true
      ).text(pages)),
    Style(
      name: "no footers",
      text: PrintedText(header: { ["RFC 99999      Title of the Document      Page \($0)"] }).text(pages)),
    Style(
      name: "page numbers alone", text: PrintedText(footer: { ["                  - \($0) -"] }).text(pages)),
    Style(
      name: "no form feeds",
      text: PrintedText(
        footer: { ["                     [Page \($0)]"] },
        header: { _ in ["RFC 99999                 Title of the Document            July 1999"] },
        formFeed: ""
      ).text(pages)),
    Style(
      name: "odd and even pages",
      text: PrintedText(
        footer: { ["", $0 % 2 == 0 ? "[Page \($0)]" : right("[Page \($0)]")] },
        header: { number in
          number % 2 == 0
            ? ["September 1981", right("Internet Protocol")] : [right("September 1981"), "Internet Protocol"]
        }
      ).text(pages)),
    Style(
      name: "roman page numbers",
      text: PrintedText(footer: { ["Author         [Page \(["i", "ii", "iii", "iv"][$0 - 1])]"] }).text(pages)
    ),
    Style(
      name: "chapters in the header",
      text: PrintedText(
        footer: { ["Internet Engineering Task Force                     [Page \($0)]"] },
        header: { number in
          [
            "RFC99999                      \(number < 3 ? "LINK LAYER" : "INTERNET LAYER")                  October 1989"
          ]
        }
      ).text(pages)),
  ]

  @Test(arguments: styles)
  func `pages go and the text stays`(style: Style) {
    #expect(Document(text: style.text).plain == unpaged)
  }

  @Test func `a running head may end with the title of the section`() {
    let sections = ["", "", "Network Numbers", "Network Numbers", "Ports", "Ports", "Ports"]
    let text = PrintedText(
      footer: { ["Author                    [Page \($0)]"] },
      header: {
        ["Assigned Numbers                       RFC 99999", sections[$0], ""].filter { !$0.isEmpty }
      }
    ).text(
      (1...6).map { ["   Body of page number \(["one", "two", "three", "four", "five", "six"][$0 - 1])."] })
    #expect(
      Document(text: text).plain.filter { !$0.isEmpty && !$0.hasPrefix("   Body") } == [
        "Network Numbers", "Ports",
      ])
  }

  @Test func `a phrase that begins many pages is no running head`() {
    let text = PrintedText(
      footer: { ["Author                    [Page \($0)]"] },
      header: { _ in ["RFC 99999                 Title of the Document            July 1999"] }
    ).text(
      (1...8).map { page in
        [
          "   There are no dependencies here.", "", "   Body \(page), and again:", "",
          "   There are no dependencies here.", "", "   End.",
        ]
      })
    #expect(Document(text: text).plain.filter { $0.contains("no dependencies") }.count == 16)
  }

  @Test func `a figure cut by a page end goes on`() {
    let figure = "      |      Source Port      |    Destination Port   |"
    let text = PrintedText(footer: { ["Author                    [Page \($0)]"] })
      .text([["   Words.", "", figure, figure], [figure, figure, "", "   Words."], ["   End."]])
    #expect(
      Document(text: text).plain == [
        "   Words.", "", figure, figure, figure, figure, "", "   Words.", "", "   End.",
      ])
  }

  @Test func `a list's item begins behind a blank line where the others do`() {
    let item = "   o  An item of a list that says something of some length, up to here"
    let loose = PrintedText(footer: { ["A       [Page \($0)]"] }).text([
      [item, "", item], [item, "", item], [item],
    ])
    #expect(Document(text: loose).plain == [item, "", item, "", item, "", item, "", item])
    let tight = PrintedText(footer: { ["A       [Page \($0)]"] }).text([[item, item], [item, item], [item]])
    #expect(Document(text: tight).plain == [item, item, item, item, item])
  }

  @Test func `a text without pages has no breaks`() {
    let document = Document(text: "Title\n\n   Words.\n\n1.  Scope\n\n   Words.\n")
    #expect(ParsedText(document).pagination.breaks.isEmpty)
  }

  @Test func `breaks ascend, do not overlap and hold whole lines`() {
    for style in Self.styles {
      let document = Document(text: style.text)
      var end = 0
      for pageBreak in ParsedText(document).pagination.breaks {
        #expect(pageBreak.lines.lowerBound >= end)
        #expect(!pageBreak.lines.isEmpty && pageBreak.lines.upperBound <= document.lines.count)
        end = pageBreak.lines.upperBound
      }
    }
  }
}

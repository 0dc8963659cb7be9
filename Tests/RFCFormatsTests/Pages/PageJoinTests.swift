import RFCFormats
import RFCModel
import Testing

private let prose = [
  "   This is a paragraph of the text, and its words are there to fill it", "   up, so that all is said.", "",
]

/// Pages of one height: what ends before the page is full, ends there for a reason.
private func pages(_ bodies: [[String]]) -> String {
  let height = 24
  var lines: [String] = []
  for (index, body) in bodies.enumerated() {
    let page = index + 1
    if page > 1 {
      lines += ["\u{0C}", "RFC 12345               A Sample Text for Tests             January 2020", "", ""]
    }
    lines += body + [String](repeating: "", count: max(0, height - body.count))
    lines += ["", "", "Author                       Informational                    [Page \(page)]"]
  }
  return lines.joined(separator: "\n") + "\n"
}

/// A page of prose that ends with these lines, full unless some are to be left free.
private func page(_ top: [String] = [], ending end: [String], free: Int = 0) -> [String] {
  var lines = top
  while lines.count + prose.count + end.count <= 24 - free { lines += prose }
  while lines.count + end.count < 24 - free { lines.insert("", at: 0) }
  return lines + end
}

private let filler = [[String]](repeating: page(ending: ["   End."]), count: 3)

/// Whether a blank line stands where a page ended between two others of prose.
private func hasBlank(_ end: [String], _ start: [String], free: Int = 0, in text: [String] = []) throws
  -> Bool
{
  let document = Document(
    text: pages(filler + [page(text, ending: end, free: free), start + [""] + prose] + filler))
  let plain = document.plain
  let last = try #require(plain.lastIndex(of: end[end.count - 1]))
  let next = try #require(plain[(last + 1)...].firstIndex { !$0.isEmpty })
  #expect(plain[next] == start[0])
  return next > last + 1
}

@Suite struct PageJoinTests {
  @Test func `a heading at either side of a page's end stands by itself`() throws {
    #expect(try hasBlank(["", "2.1.  Record"], ["   struct {", "       uint16 epoch;", "   } Record;"]))
    let code = ["a9d1d819,4c404c0c,83838003,8f838c0f,cec2cc0e,0b33383b,4a42480a,87b3b437"]
    for heading in ["Appendix A.  Test Vectors", "B.  More", "3.4.  Others", "Appendix C"] {
      #expect(try hasBlank(code, [heading]))
    }
  }

  @Test func `a heading behind code is a section`() {
    let code = [String](
      repeating: "a9d1d819,4c404c0c,83838003,8f838c0f,cec2cc0e,0b33383b,4a42480a,87b3b437", count: 4)
    let front = [
      "Title", "", "1.  Introduction", "", "   Words.", "", "2.  Tables", "", "   The box is:", "",
    ]
    let text = pages([front + code, ["Appendix A.  Test Vectors", "", "   They are here."], ["   End."]])
    #expect(Document(text: text).headings.contains("A Test Vectors"))
  }

  @Test func `prose does not go on with a grammar`() throws {
    let end = [
      "   group           = \"*\" / 1*unreserved",
      "   val             = 1*unreserved ; unreserved per [RFC3986]",
    ]
    #expect(
      try hasBlank(
        end,
        ["   Percent-encoding is applied to distinguish between what is reserved and", "   what is not."]))
    #expect(try !hasBlank(end, ["   Alternative     = 1*unreserved"]))
  }

  @Test func `an entry of a contents is no heading`() throws {
    let end = [
      "1.  Introduction  . . . . . . . . . . . . . . . . . . . . . . . . 1",
      "2.  Use . . . . . . . . . . . . . . . . 2",
    ]
    #expect(try !hasBlank(end, ["3.  Storage . . . . . . . . . . . . . . . . 3"]))
  }

  @Test func `a title in the middle of the page does not hang below the last line of a contents`() throws {
    let end = ["", "  GLOSSARY ........................................................ 35"]
    #expect(try hasBlank(end, ["                                PREFACE"]))
  }

  @Test func `a term stays with its meaning where others do`() throws {
    let other = ["   B bit: 1 bit", "      The bit says that this is the first item.", ""]
    let meaning = [
      "      The bit says that this is an unordered item, and there is no", "      number in it.",
    ]
    for free in [0, 3] { #expect(try !hasBlank(["   U bit: 1 bit"], meaning, free: free, in: other)) }
  }

  @Test func `a page that ends before it is full ends with a block`() throws {
    let next = ["   after connecting to the port 8001 of the host, the client sends it."]
    #expect(try hasBlank(["   Host: www.example.org:8001"], next, free: 4))
    #expect(
      try hasBlank(
        ["   The devices have these properties, as it is said"], ["   *  They are small."], free: 6))
  }

  @Test func `a paragraph goes on, however short its page`() throws {
    let end = [
      "", "   This one goes on with what it says, up to the end of the page, as",
      "   if there were no end to it, and the words that come are behind it",
    ]
    for free in [0, 2, 5] { #expect(try !hasBlank(end, ["   on the next page."], free: free)) }
    let term = ["   Global View:  A set of references to one or more of what is to be of"]
    for free in [0, 4] {
      #expect(try !hasBlank([""] + term, ["      Media types that are defined within."], free: free))
    }
  }

  @Test func `code and data go on as they do elsewhere`() throws {
    let module = [
      "     leaf epoch {", "       description", "         \"The time.\";", "     }", "", "     leaf type {",
      "       description",
      "         \"Its kind.\";", "     }", "",
    ]
    #expect(
      try !hasBlank(
        ["     leaf size {", "       description"], ["         \"Its size.\";", "     }"], in: module))
    #expect(try hasBlank(["         \"Its size.\";", "     }"], ["     leaf name {"], in: module))
    #expect(try !hasBlank(["     {", "       \"a\": ["], ["         1, 2", "       ]"]))
    #expect(try !hasBlank(["     +--rw type", "     |  +--rw name?"], ["     |        string"]))
  }

  @Test func `the lines of an address are not apart, two addresses are`() throws {
    let others = [
      "   A. Writer", "   Example", "   Email: a@example.org", "", "   B. Writer", "   Example",
      "   Email: b@example.org", "",
    ]
    #expect(try !hasBlank(["   C. Writer", "   Example"], ["   Email: c@example.org"], in: others))
    #expect(
      try hasBlank(["   C. Writer", "   Example", "   Email: c@example.org"], ["   D. Writer"], in: others))
  }
}

import RFCModel

extension LineView {
  /// Headings that RFCs have carried without a number since the eighties, as the RFC Editor's boilerplate and style
  /// guides name them. Source: RFC 2223, RFC 5741, RFC 7322.
  private static let names: [StaticString] = [
    "abstract", "status of this memo", "status of this document", "status of memo", "copyright",
    "copyright notice",
    "table of contents", "contents", "acknowledgement", "acknowledgements", "acknowledgment",
    "acknowledgments",
    "author's address", "authors' addresses", "author's addresses", "authors' address", "authors addresses",
    "author address", "authors address", "author addresses", "editor's address", "editors' addresses",
    "editors' address",
    "editor's addresses", "chair's address", "chairs' addresses", "chair's addresses", "chairman's address",
    "contributors", "contributor", "contributors' addresses", "contributing authors", "contact",
    "contact information", "contacts",
    "references", "citations", "normative references", "informative references", "bibliography", "index",
    "glossary",
    "preface",
    "foreword", "summary", "executive summary", "introduction", "overview", "notice", "iesg note", "iab note",
    "rfc editor note", "rfc editor's note", "editor's note", "note", "discussion", "full copyright statement",
    "intellectual property",
    "intellectual property statement", "security considerations", "iana considerations", "terminology",
    "conventions used in this document", "conventions", "comments", "credits", "appendix", "appendices",
    "trademark notice",
    "dedication", "endnotes", "footnotes", "disclaimer", "disclaimer of validity", "conclusion",
    "conclusions", "motivation",
    "background", "scope", "purpose", "definitions", "history", "working group information",
    "expiration date",
    "disclaimer of warranty", "document conventions", "applicability statement",
    "iab members at the time of approval",
    "internet architecture board members at the time of approval",
    "iab members at the time of publication",
  ]

  func isFrontHeading(_ content: Range<Int>) -> Bool {
    guard content.count <= 60, let first = text[content].first, Self.isUpper(first) else { return false }
    var content = content
    if text[content.upperBound - 1] == 0x3A || text[content.upperBound - 1] == 0x2E {
      content = content.dropLast()
    }
    return Self.names.contains { matches(content, $0) }
  }
}

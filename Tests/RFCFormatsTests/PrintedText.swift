import RFCFormats
import RFCModel

/// Documents of our own, set on pages as printers of RFCs have set them.
struct PrintedText {
  /// What stands at the edges of page n, 1 and up.
  var footer: (Int) -> [String] = { _ in [] }
  var header: (Int) -> [String] = { _ in [] }
  var formFeed = "\u{0C}"
  /// The form feed stands in the line of the next page's first text.
  var formFeedStartsLine = false

  /// The text of these pages, each a list of lines.
  func text(_ pages: [[String]]) -> String {
    var lines: [String] = []
    for (index, page) in pages.enumerated() {
      let number = index + 1
      var body = page
      if index > 0 {
        let header = header(number)
        if !header.isEmpty { body = header + ["", ""] + body }
        if formFeedStartsLine {
          body[0] = formFeed + body[0]
        } else {
          lines.append(formFeed)
        }
      }
      lines += body
      let footer = footer(number)
      if !footer.isEmpty { lines += ["", ""] + footer }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Document {
  init(text: String) { self = TextDecoder.document(from: Array(text.utf8)) }

  /// The text with its pages taken away, line by line.
  var plain: [String] {
    ParsedText(self).pagination.plainLines(of: self).map { row in
      row < 0 ? "" : String(decoding: self[line: Int(row)], as: UTF8.self)
    }
  }

  var outline: Outline { ParsedText(self).outline }

  /// `2.5 Interface Identifiers` for each section.
  var headings: [String] {
    outline.sections.map { section in (section.number.map { "\($0) " } ?? "") + section.title }
  }
}

import CellGrid
import RFCDesk
import RFCFormats
import RFCModel

/// What errata would change, to be printed below the lines that they are about.
struct ErrataNotes {
  /// By the 0-based line that they stand below.
  private var words: [Int: [String]] = [:]

  init() {}

  init(_ errata: [Erratum], in text: ParsedText) {
    let known = Desk.located(errata, in: text).map {
      Annotation($0.erratum, at: $0.place, in: text.outline)
    }
    for annotation in known where annotation.isShownInText {
      if let line = annotation.lines.last { words[line.upperBound - 1, default: []].append(annotation.words) }
    }
  }

  /// Rows of at most 72 columns, indented as the line.
  func below(line: Int, of document: Document) -> [UInt8] {
    guard let notes = words[line] else { return [] }
    let indent = min(document[line: line].prefix { $0 == 0x20 }.count, 40)
    let bar = String(repeating: " ", count: indent) + "| "
    var text = ""
    for note in notes {
      var row = ""
      for word in note.printable().split(separator: " ") {
        if !row.isEmpty, bar.count + row.displayColumns + 1 + word.displayColumns > Self.columns {
          text += bar + row + "\n"
          row = ""
        }
        row += (row.isEmpty ? "" : " ") + word
      }
      text += bar + row + "\n"
    }
    return Array(text.utf8)
  }

  private static let columns = 72
}

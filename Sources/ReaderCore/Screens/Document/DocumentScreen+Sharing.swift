import CellGrid
import RFCModel

/// What of a document is handed to others: its address, its lines, its file.
extension DocumentScreen {
  /// That of the section at the top, or of the one around it that has a number.
  mutating func copyLink() {
    // The name of a copy says what it is a copy of.
    guard let id = reading.id ?? reading.path.flatMap({ DocumentID(copiedTo: $0) }) else {
      let words =
        reading.path == nil ? "This text has no address." : "\(reading.name) is a file and has no link."
      message = Message(warning: words)
      return
    }
    var index = sectionShown
    while let section = index.flatMap({ reading.outline?.sections[at: $0] }) {
      if let number = section.number { return ask(.copy(Locator(id, at: .section(number)).url)) }
      index = section.parent
    }
    ask(.copy(Locator(id).url))
  }

  mutating func edit() {
    let line = reading.layout.line(ofRow: reading.view.top) + 1
    if let path = reading.path { return ask(.editFile(path, line: line)) }
    if let id = reading.id { return ask(.edit(id, line: line)) }
    message = Message(warning: "This text is not in a file; s saves it to one.")
  }

  /// The letter behind `|`: a mark, `^` and `$` the ends of the text, `.` the screen. Source: less(1), `|`.
  mutating func openPipe(to letter: Unicode.Scalar) {
    let top = reading.layout.line(ofRow: reading.view.top)
    let end = reading.layout.line(ofRow: reading.view.top + pageRows - 1)
    let other: Int
    switch letter {
    case "^": other = 0
    case "$": other = reading.document.lines.count - 1
    case ".": other = end
    default:
      guard let place = reading.marks[letter] else {
        message = Message(warning: "There is no mark \(String(letter)).")
        return
      }
      other = reading.line(of: place)
    }
    // As in less: from the mark to the end of the screen, or from its top to the mark.
    outcome.prompt = PipePrompt(bytes(of: other < top ? other..<end + 1 : top..<max(top, other) + 1))
  }

  /// Lines as published, with their ends.
  private func bytes(of lines: Range<Int>) -> [UInt8] {
    lines.flatMap { reading.document[line: $0] + [0x0A] }
  }
}

import CellGrid
import RFCModel

/// What of a document is handed to others: its address, its lines, its file.
extension DocumentScreen {
  /// That of the section at the top, or of the one around it that has a number.
  mutating func copyLink() {
    guard let url = source(of: sectionShown).url else {
      let words =
        reading.path == nil ? "This text has no address." : "\(reading.name) is a file and has no link."
      message = Message(warning: words)
      return
    }
    message = Message("Copied, if the terminal allows it: \(url)")
    ask(.copy(url))
  }

  /// `Y`: the block that one is at.
  mutating func copyBlock() {
    guard let block = blockHere else {
      message = Message("There is no text here to copy.")
      return
    }
    copy(block.lines)
  }

  /// Lines without the pages, and where they are from.
  mutating func copy(_ lines: Range<Int>) {
    let rows = reading.pagination.plainRows(of: reading.document, in: lines).map { row in
      reading.document.bytes[row].textToCopy
    }
    let isBlank = { (row: String) in row.allSatisfy { $0 == " " } }
    let text = rows.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    let source = source(of: reading.workOutOutline().index(ofSectionAt: lines.lowerBound))
    let copied =
      text.joined(separator: "\n") + "\n\n" + source.words + "\n" + (source.url.map { $0 + "\n" } ?? "")
    guard copied.utf8.count <= Self.clipboardLimit else {
      let size = byteCount(copied.utf8.count)
      message = Message(warning: "\(size) are more than terminals take. | pipes them to a command.")
      return
    }
    message = Message("Copied \(text.count) line\(text.count == 1 ? "" : "s") of \(source.place).")
    ask(.copy(copied))
  }

  /// Bytes: what many terminals take in one sequence of OSC 52 is 100,000 bytes of base64.
  private static let clipboardLimit = 74_000

  /// Where a section is found: `RFC 9110, Section 5.6.7`, its address, and what a message calls it. What has no number is in
  /// the one around it that has.
  private func source(of index: Int?) -> (words: String, url: String?, place: String) {
    // The name of a copy says what it is a copy of.
    let id = reading.id ?? reading.path.flatMap { DocumentID(copiedTo: $0) }
    let name = id.map { "\($0)" } ?? reading.name
    var place = index.flatMap { reading.outline?.sections[at: $0]?.title }
    var url = id.map { Locator($0).url }
    var index = index
    while let section = index.flatMap({ reading.outline?.sections[at: $0] }) {
      index = section.parent
      guard let number = section.number else { continue }
      place = (number.isAppendix ? "Appendix " : "Section ") + number.text
      url = id.map { Locator($0, at: .section(number)).url }
      index = nil
    }
    return (place.map { "\(name), \($0)" } ?? name, url, place ?? name)
  }

  /// The paragraph, the figure or whatever else stands where the focus is or the keys have led, the one below a heading;
  /// else the first one that the window shows whole.
  private var blockHere: Block? {
    let blocks = reading.parsed.blocks
    let layout = reading.layout
    var offset = reading.offsetLedTo(in: pageRows)
    if case .text(let index)? = focus { offset = reading.links?.all[at: index]?.ranges[0].lowerBound }
    let line =
      offset.map(reading.document.lines.line(containing:)) ?? layout.line(ofRow: reading.view.top)
    let below = blocks[blocks.partitioningIndex { $0.lines.upperBound > line }...].lazy.filter {
      $0.kind != .heading
    }
    if offset != nil { return below.first }
    let window = reading.view.top..<reading.view.top + pageRows
    let whole = below.prefix { layout.row(ofLine: $0.lines.lowerBound) < window.upperBound }.first { block in
      layout.row(ofLine: block.lines.lowerBound) >= window.lowerBound
        && layout.row(ofLine: block.lines.upperBound - 1) < window.upperBound
    }
    return whole ?? below.first
  }

  // MARK: To files and commands

  /// `s`: the text; where `]f` or another jump has led into code, the code.
  mutating func save() {
    if let line = reading.lineLedTo, let code = reading.parsed.code(around: line) {
      let name = reading.parsed.fileName(of: code)
      outcome.prompt = SavePrompt(
        .code(line: code.lines.lowerBound), of: reading.owner, as: name, label: "Save the code as: ")
    } else {
      outcome.prompt = SavePrompt(
        .text, of: reading.owner, as: reading.id?.fileName ?? "", label: "Save as: ")
    }
  }

  /// `s` in the contents: a section with all below it.
  mutating func save(section index: Int) {
    guard let outline = reading.outline, let section = outline.sections[at: index] else { return }
    let words = section.title.lowercased().split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    let place = section.number?.text ?? String(words.joined(separator: "-").prefix(40))
    let name = "\(reading.id?.baseName ?? "section")-\(place).txt"
    let label = section.number.map { $0.isAppendix ? "Appendix \($0)" : "Section \($0)" } ?? "the section"
    outcome.prompt = SavePrompt(
      .lines(outline.wholeRange(of: index)), of: reading.owner, as: name, label: "Save \(label) as: ")
  }

  mutating func edit() {
    let line = reading.layout.line(ofRow: reading.view.top) + 1
    if let path = reading.path { return ask(.editFile(path, line: line)) }
    if let id = reading.id { return ask(.edit(id, line: line)) }
    message = Message(warning: "This text is not in a file; s saves it to one.")
  }

  /// What the letter behind `|` means: a mark, `^` and `$` the ends of the text, `.` and Enter the screen. Source: less(1),
  /// `|`.
  ///
  /// - Returns: 0-based lines; nil for a mark that is not there, which a message says, and for another key.
  mutating func lines(to key: Key) -> Range<Int>? {
    let letter: Unicode.Scalar
    switch key {
    case .enter: letter = "."
    case .character(let typed): letter = typed
    default: return nil
    }
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
        return nil
      }
      other = reading.line(of: place)
    }
    // As in less: from the mark to the end of the screen, or from its top to the mark.
    return other < top ? other..<end + 1 : top..<max(top, other) + 1
  }

  /// Nil for code that is not there.
  func bytes(of content: SavePrompt.Content) -> [UInt8]? {
    switch content {
    case .text: bytes(of: nil)
    case .lines(let lines): bytes(of: lines)
    case .code(let line): reading.parsed.code(around: line).map { reading.parsed.text(of: $0) }
    }
  }

  /// Lines with their ends, as published, or without the pages where the screen shows none.
  ///
  /// - Parameter lines: nil for all.
  func bytes(of lines: Range<Int>?) -> [UInt8] {
    let document = reading.document
    if reading.showsPages, lines == nil { return document.bytes }
    let lines = lines ?? 0..<document.lines.count
    let rows =
      reading.showsPages
      ? lines.map { document.lines[$0] } : reading.pagination.plainRows(of: document, in: lines)
    return rows.flatMap { document.bytes[$0] + [0x0A] }
  }
}

extension ArraySlice<UInt8> {
  /// A line for the clipboard: overstrikes are one letter, and no control byte comes through, which would be a key where it
  /// is pasted.
  fileprivate var textToCopy: String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
      if scalar == "\u{8}" {
        _ = text.popLast()
      } else if scalar == "\t" || scalar.appearance != .spelled {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

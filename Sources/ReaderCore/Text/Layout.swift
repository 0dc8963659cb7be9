import RFCModel

/// The rows of a view: what of the document each one shows, from the top of the text to its end.
struct Layout: Sendable {
  enum Row: Hashable, Sendable {
    /// A blank row that stands between the pages' texts.
    case blank
    /// A 0-based line as it is.
    case line(Int)
    case flowed(FlowedRow)
    /// Between two rows of the text, of which it is no part.
    case note(NoteRow)
  }

  /// Per row a 0-based line, -1 for a blank row, from -2 down those of ``flowed``, from the least up those of ``notes``.
  private let rows: [Int32]
  private let flowed: [FlowedRow]
  private let notes: [NoteRow]
  /// 0-based lines that are scrolled sideways, ascending; nil: all.
  private let wide: [Range<Int>]?
  /// Whether paragraphs have been set at another width.
  let setsProse: Bool
  /// What is less stands for a note.
  private static let pastNotes = Int32.min / 2

  init(
    rows: [Int32], flowed: [FlowedRow] = [], wide: [Range<Int>]? = nil, setsProse: Bool = false,
    notes: [NoteRow] = []
  ) {
    self.rows = rows
    self.flowed = flowed
    self.wide = wide
    self.setsProse = setsProse
    self.notes = notes
  }

  /// - Parameter below: what stands below a row.
  func inserting(_ below: [Int: [NoteRow]]) -> Layout {
    var rows: [Int32] = []
    var notes: [NoteRow] = []
    for (index, row) in self.rows.enumerated() {
      rows.append(row)
      for note in below[index] ?? [] {
        rows.append(.min + Int32(notes.count))
        notes.append(note)
      }
    }
    return Layout(rows: rows, flowed: flowed, wide: wide, setsProse: setsProse, notes: notes)
  }

  /// Whether a row goes along when the text is scrolled sideways: what has been set for the window, or fits it, does not.
  func scrolls(row: Int) -> Bool {
    guard case .line(let line) = self[row] else { return false }
    guard let wide else { return true }
    let index = wide.partitioningIndex { $0.upperBound > line }
    return index < wide.count && wide[index].contains(line)
  }

  /// The last row that shows words of a line; nil where it is not shown.
  func lastRow(ofLine line: Int) -> Int? {
    var row = row(ofLine: line)
    guard row < count, self.line(ofRow: row) <= line else { return nil }
    while row + 1 < count {
      switch self[row + 1] {
      case .flowed(let flowed) where flowed.line <= line: row += 1
      default: return row
      }
    }
    return row
  }

  /// The pages as printed: every line.
  init(printed document: Document) {
    self.init(rows: (0..<Int32(clamping: document.lines.count)).map { $0 })
  }

  /// The text without its pages and without the blank lines it begins with.
  init(_ document: Document, pagination: Pagination) {
    self.init(rows: Self.plainRows(of: document, pagination: pagination))
  }

  static func plainRows(of document: Document, pagination: Pagination) -> [Int32] {
    var lines = pagination.plainLines(of: document)
    lines.removeFirst(lines.firstIndex { $0 >= 0 && !document.isBlank(line: Int($0)) } ?? 0)
    return lines
  }

  /// The rows from the one of a line on.
  func rows(fromLine line: Int) -> Layout {
    Layout(
      rows: Array(rows[row(ofLine: line)...]), flowed: flowed, wide: wide, setsProse: setsProse, notes: notes)
  }

  var count: Int { rows.count }

  /// A row outside the view is blank.
  subscript(row: Int) -> Row {
    guard rows.indices.contains(row) else { return .blank }
    switch rows[row] {
    case 0...: return .line(Int(rows[row]))
    case -1: return .blank
    case ..<Self.pastNotes: return .note(notes[Int(rows[row] - .min)])
    default: return .flowed(flowed[-2 - Int(rows[row])])
    }
  }

  /// The bytes of a row, as the text is read; nil for a blank row.
  func bytes(ofRow row: Int, in document: Document) -> ArraySlice<UInt8>? {
    switch self[row] {
    case .blank, .note: nil
    case .line(let line): document[line: line]
    case .flowed(let flowed): flowed.bytes(in: document)[...]
    }
  }

  /// Where in the document a row's text comes from.
  func sources(ofRow row: Int, in document: Document) -> [Range<Int>] {
    switch self[row] {
    case .blank, .note: []
    case .line(let line): [document.lines[line]]
    case .flowed(let flowed): flowed.pieces
    }
  }

  /// The same for some of the row's ``bytes(ofRow:in:)``, of a flowed row for all of them.
  func sources(of bytes: Range<Int>, inRow row: Int, of document: Document) -> [Range<Int>] {
    guard case .line(let line) = self[row] else { return sources(ofRow: row, in: document) }
    let start = document.lines[line].lowerBound
    return [start + bytes.lowerBound..<start + bytes.upperBound]
  }

  /// The range of ``bytes(ofRow:in:)`` that a range of the document takes in a row; nil where it takes none.
  func range(of source: Range<Int>, inRow row: Int, of document: Document) -> Range<Int>? {
    switch self[row] {
    case .blank, .note: return nil
    case .line(let line):
      let bytes = document.lines[line]
      let part = source.clamped(to: bytes)
      return part.isEmpty ? nil : part.lowerBound - bytes.lowerBound..<part.upperBound - bytes.lowerBound
    case .flowed(let flowed): return flowed.range(of: source, in: document)
    }
  }

  /// Whether a row shows nothing of the text.
  func isEmpty(row: Int) -> Bool {
    guard rows.indices.contains(row) else { return true }
    return rows[row] == -1 || rows[row] < Self.pastNotes
  }

  /// Whether a row is a note of ours.
  func isNote(row: Int) -> Bool { rows.indices.contains(row) && rows[row] < Self.pastNotes }

  /// Where in the document what a row shows begins; for an empty row what the one before it shows.
  func offset(ofRow row: Int, in document: Document) -> Int {
    var row = min(max(0, row), rows.count - 1)
    while row > 0, isEmpty(row: row) { row -= 1 }
    return sources(ofRow: row, in: document).first?.lowerBound ?? 0
  }

  /// Where in the document a byte of ``bytes(ofRow:in:)`` comes from; of what the layout itself has put in, what follows.
  func offset(ofByte byte: Int, inRow row: Int, of document: Document) -> Int {
    switch self[row] {
    case .blank, .note: offset(ofRow: row, in: document)
    case .line(let line): min(document.lines[line].lowerBound + byte, document.lines[line].upperBound)
    case .flowed(let flowed): flowed.offset(ofByte: byte, in: document)
    }
  }

  /// The row that shows a byte of the document, or the first one after it where the byte itself is not shown.
  func row(ofOffset offset: Int, in document: Document) -> Int {
    var row = row(ofLine: document.lines.line(containing: offset))
    while let next = sources(ofRow: row + 1, in: document).first, next.lowerBound <= offset { row += 1 }
    return row
  }

  /// The 0-based line a row shows, or the first one of several; for an empty row the one before it.
  func line(ofRow row: Int) -> Int {
    guard !rows.isEmpty else { return 0 }
    var row = min(max(0, row), rows.count - 1)
    while row > 0, isEmpty(row: row) { row -= 1 }
    switch self[row] {
    case .blank, .note: return 0
    case .line(let line): return line
    case .flowed(let flowed): return flowed.line
    }
  }

  /// The 0-based line that a row ends with: from it ``row(ofLine:)`` leads to the row again, or to a row of the line
  /// above.
  func lastLine(ofRow row: Int) -> Int {
    if case .flowed(let flowed) = self[row] { return flowed.lastLine }
    return line(ofRow: row)
  }

  /// The row that shows a line, or the first one after it where the line itself is not shown.
  func row(ofLine line: Int) -> Int {
    let row = (0..<rows.count).partitioningIndex { self.line(ofRow: $0) >= line }
    // A line in the middle of a flowed paragraph: the row that its words begin in.
    if !flowed.isEmpty, row > 0, case .flowed(let flowed) = self[row - 1], flowed.lastLine >= line {
      return row - 1
    }
    // A blank row counts as the line before it, so the row found may only be preceded by smaller lines.
    return row
  }
}

/// A row that has been set for the window: of prose at another width than the published one, of a figure moved to the left.
struct FlowedRow: Hashable, Sendable {
  /// Columns.
  let indent: Int
  /// The column of the bar that each line of the paragraph begins with.
  var bar: Int? = nil
  /// Byte ranges of the document, one for each line that words come from, ascending; never empty.
  let pieces: [Range<Int>]
  /// Blanks before the last piece, where it is of the same line as the one before it.
  let gap: Int?
  /// 0-based lines of the first and of the last word.
  let line: Int
  let lastLine: Int

  func bytes(in document: Document) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x20, count: indent)
    if let bar { bytes[bar] = 0x7C }
    for (index, piece) in pieces.enumerated() {
      bytes += repeatElement(0x20, count: gap(before: index, in: document))
      bytes += document.bytes[piece]
    }
    return bytes
  }

  /// The range of ``bytes(in:)`` that a range of the document takes in the row; nil where it takes none.
  func range(of source: Range<Int>, in document: Document) -> Range<Int>? {
    var offset = indent
    var found: Range<Int>?
    for (index, piece) in pieces.enumerated() {
      offset += gap(before: index, in: document)
      let part = source.clamped(to: piece)
      if !part.isEmpty {
        let start = offset + part.lowerBound - piece.lowerBound
        found = (found?.lowerBound ?? start)..<start + part.count
      }
      offset += piece.count
    }
    return found
  }

  /// Where in the document a byte of ``bytes(in:)`` comes from, or the first one behind it that does.
  func offset(ofByte byte: Int, in document: Document) -> Int {
    var start = indent
    for (index, piece) in pieces.enumerated() {
      start += gap(before: index, in: document)
      if byte < start + piece.count { return piece.lowerBound + max(0, byte - start) }
      start += piece.count
    }
    return pieces.last?.upperBound ?? 0
  }

  /// Blanks between a piece and the one before it.
  private func gap(before index: Int, in document: Document) -> Int {
    guard index > 0 else { return 0 }
    if let gap, index == pieces.count - 1 { return gap }
    return document.wordGoesOn(from: pieces[index - 1].upperBound, to: pieces[index].lowerBound) ? 0 : 1
  }
}

extension Document {
  /// True for a line of blanks, tabs and form feeds.
  func isBlank(line: Int) -> Bool {
    self[line: line].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
  }
}

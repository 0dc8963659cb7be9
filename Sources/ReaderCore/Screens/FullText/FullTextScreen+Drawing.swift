import CellGrid
import RFCModel

/// Two rows a document: what it is, and its best section with the words in their surroundings. One for each of its
/// other sections.
extension FullTextScreen {
  var heading: ListTitle { ListTitle(name: "Full text", detail: filter, facts: facts) }

  /// `60 sections in 46 RFCs`, more or less at length: the last row counts the same RFCs.
  private var facts: [[String]] {
    if query == nil { return [] }
    let more = results.isCountCut ? "+" : ""
    let documents = "\(grouped(results.documents))\(more) RFC\(results.documents == 1 ? "" : "s")"
    let sections = "\(grouped(results.sections))\(more) section\(results.sections == 1 ? "" : "s")"
    let working = isSearching ? ["searching"] : []
    let long = [results.sections == 0 ? documents : "\(sections) in \(documents)"]
    let note = note.isEmpty ? [] : [note]
    return [working + long + note, working + long, working + [documents], [documents]]
  }

  var remark: String? {
    results.leftOut.isEmpty || entries.shown.isEmpty
      ? nil : "No section has all the words; without \(results.leftOut.quoted)."
  }

  var emptyWords: Message {
    if let problem { return Message(warning: problem) }
    if query == nil {
      let count = surroundings.cached.count
      let place =
        count > 0 ? " What is cached is searched, \(grouped(count)) document\(count == 1 ? "" : "s")." : ""
      return Message(
        "Words, \"phrases\", prefix*, OR, NOT, NEAR, in:title, and the fields of the library." + place)
    }
    if isSearching { return Message("") }
    if surroundings.cached.isEmpty {
      return Message("Nothing is cached yet. `rfcview sync` brings the whole series, `rfcview 4291` an RFC.")
    }
    let count = surroundings.cached.count
    return Message(
      "No section of the \(grouped(count)) cached document\(count == 1 ? "" : "s") matches. Fewer words may, or "
        + "the beginning of one, prefix*; o looks in the titles of all RFCs.")
  }

  var statusEnd: String {
    entries.shown.isEmpty ? "" : "\(selectedDocumentIndex + 1) of \(grouped(results.documents))"
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas) {
    let entry = entries[index]
    let hit = entry.hit
    var line = SectionLine(hit, excerpts[hit], isSelected: isSelected)
    guard let others = entry.others else {
      // The first row says whose section it is.
      if isFirst { line.owner = hit.document.rfc }
      return line.draw(row: rows.lowerBound, in: &canvas.frame)
    }
    let row = CatalogueRow(
      id: hit.document, title: hit.title, status: hit.status, obsoletedBy: hit.obsoletedBy,
      inForce: hit.inForce)
    DocumentRow(row, isCached: false, isSelected: isSelected, isBrief: true)
      .draw(last: hit.year.map { String($0) }, row: rows.lowerBound, in: &canvas.frame)
    guard rows.count > 1 else { return }
    if others > 0 {
      let isUnfolded = unfolded.contains(hit.document)
      line.sign = (isUnfolded ? "-" : "+") + grouped(others)
      let columns = canvas.frame.size.columns - 2 - line.sign.count..<canvas.frame.size.columns
      canvas.mark(.fold(index), rows: rows.lowerBound + 1..<rows.upperBound, columns: columns)
    }
    line.draw(row: rows.lowerBound + 1, in: &canvas.frame)
  }
}

/// `§2.1 Heading: ... the words in their surroundings ...`.
private struct SectionLine {
  let hit: SearchHit
  let excerpt: Excerpt?
  let isSelected: Bool
  /// At the right end: `+7`.
  var sign = ""
  /// At the left, where the document's own row is out of sight.
  var owner: RFCNumber?

  init(_ hit: SearchHit, _ excerpt: Excerpt?, isSelected: Bool) {
    self.hit = hit
    self.excerpt = excerpt
    self.isSelected = isSelected
  }

  private var faint: Role { isSelected ? .selection : .dimmed }

  func draw(row: Int, in frame: inout Frame) {
    let width = frame.size.columns
    let columns = LibraryColumns(width: width, isBrief: true)
    if let owner {
      let digits = String(owner.value)
      frame.put(digits, row: row, column: columns.number + max(0, 5 - digits.count), role: faint)
    }
    frame.put(sign, row: row, column: width - 1 - sign.count, role: faint)
    let end = width - 1 - (sign.isEmpty ? 0 : sign.count + 2)
    var column = width < 44 ? columns.number : columns.title
    // The words are what one looks at: the place leaves them half of the row, in a narrow window more.
    var room = end - column
    if excerpt != nil { room = width < 60 && hit.section != nil ? 0 : room / 2 }
    if let section = hit.section {
      let number = "\u{A7}\(section.text) ".fitted(columns: max(0, end - column))
      column += frame.put(number, row: row, column: column, role: faint)
      room -= number.displayColumns
    }
    if !hit.heading.isEmpty, room > 2 {
      let heading = hit.heading.fitted(columns: max(0, room - 2))
      column += frame.put(heading, row: row, column: column, role: faint)
      if excerpt != nil { column += frame.put(": ", row: row, column: column, role: faint) }
    }
    if let excerpt { draw(excerpt, in: column..<max(column, end), row: row, in: &frame) }
  }

  private func draw(_ excerpt: Excerpt, in place: Range<Int>, row: Int, in frame: inout Frame) {
    let room = place.count
    guard room > 0 else { return }
    let bytes = Array(excerpt.text.utf8)
    func columns(_ count: Int) -> Int { String(decoding: bytes.prefix(count), as: UTF8.self).displayColumns }
    var start = excerpt.text.hasPrefix("... ") ? 4 : 0
    // The first of the words stays in sight, with those behind it that there is room for: it begins with a later word.
    if let first = excerpt.marks.first {
      let end = excerpt.marks.last { columns($0.upperBound) - columns(first.lowerBound) < room - 2 } ?? first
      while start < first.lowerBound, columns(end.upperBound) - columns(start) >= room - (start > 0 ? 2 : 0) {
        let next = bytes[start..<first.lowerBound].firstIndex(of: 0x20)
        start = next.map { $0 + 1 } ?? first.lowerBound
      }
    }
    var column = place.lowerBound
    if start > 0 { column += frame.put("\u{2026} ", row: row, column: column, role: faint) }
    var text = String(decoding: bytes[start...], as: UTF8.self)
    if text.hasSuffix(" ...") { text = text.dropLast(4) + "\u{2026}" }
    text = text.fitted(columns: place.upperBound - column)
    frame.put(text, row: row, column: column, role: faint)
    if isSelected { return }
    let before = columns(start)
    for mark in excerpt.marks where mark.lowerBound >= start {
      let cells = columns(mark.lowerBound) - before..<columns(mark.upperBound) - before
      let painted = cells.clamped(to: 0..<text.displayColumns)
      frame.paint(
        row: row, columns: column + painted.lowerBound..<column + painted.upperBound, role: .accent)
    }
  }
}

import RFCModel

/// One list of references, and where its entries begin. Three styles are known: tags in brackets, `[RFC2119]` and
/// `[1]`; numbers, `1.`, `(1)` and `23`; and paragraphs without either.
struct BibliographyList {
  let view: LineView
  let lines: Range<Int>
  let breaks: ArraySlice<PageBreak>
  /// Whether paragraphs without tags may be taken for entries.
  let isCertain: Bool

  struct Entry {
    /// 0-based; without the blank lines at the end.
    var lines: Range<Int>
    /// Those of ``lines`` that hold the entry's text.
    var textLines: [Int]
    let tag: Range<Int>?
    /// What stands behind the tag in the first line.
    let firstText: Range<Int>
  }

  /// A line with text, and whether a blank one or a page end stands before it.
  private struct Row {
    let line: Int
    let content: Range<Int>
    let indent: Int
    let hasBlankBefore: Bool
  }

  private struct Marker {
    let tag: Range<Int>
    let text: Range<Int>
    /// Nil for a tag in brackets.
    let number: Int?
  }

  func entries() -> [Entry] {
    let rows = rows()
    guard let first = rows.firstIndex(where: { bracketed($0) != nil }) else {
      if let first = rows.firstIndex(where: { numbered($0, after: 0) != nil }), first < 4 {
        return numberedEntries(rows[first...])
      }
      return isCertain ? paragraphs(rows) : []
    }
    // Words before the first tag lead to the list; tags behind a list of numbers are part of an entry.
    if let number = rows[..<first].firstIndex(where: { numbered($0, after: 0) != nil }) {
      return numberedEntries(rows[number...])
    }
    return bracketedEntries(rows[first...])
  }

  private func rows() -> [Row] {
    var rows: [Row] = []
    var pageBreak = breaks.startIndex
    var hasBlankBefore = true
    var line = lines.lowerBound
    while line < lines.upperBound {
      if pageBreak < breaks.endIndex, breaks[pageBreak].lines.lowerBound <= line {
        hasBlankBefore = hasBlankBefore || breaks[pageBreak].blankLines > 0
        line = max(line, breaks[pageBreak].lines.upperBound)
        pageBreak += 1
        continue
      }
      let content = view.content(line)
      if content.isEmpty {
        hasBlankBefore = true
      } else {
        rows.append(
          Row(line: line, content: content, indent: view.indent(line), hasBlankBefore: hasBlankBefore))
        hasBlankBefore = false
      }
      line += 1
    }
    return rows
  }

  private func bracketedEntries(_ rows: ArraySlice<Row>) -> [Entry] {
    guard let base = rows.first?.indent else { return [] }
    var entries: [Entry] = []
    var isOpen = false
    for row in rows {
      if row.indent <= base + 3, let marker = bracketed(row) {
        entries.append(
          Entry(
            lines: row.line..<row.line + 1, textLines: [row.line], tag: marker.tag, firstText: marker.text))
        isOpen = true
      } else if isOpen, !(row.hasBlankBefore && row.indent <= min(base, 3)) {
        extend(&entries, by: row.line)
      } else {
        isOpen = false
      }
    }
    return entries
  }

  private func numberedEntries(_ rows: ArraySlice<Row>) -> [Entry] {
    guard let base = rows.first?.indent else { return [] }
    var entries: [Entry] = []
    var last = 0
    for row in rows {
      if row.indent <= base + 3, let marker = numbered(row, after: last) {
        entries.append(
          Entry(
            lines: row.line..<row.line + 1, textLines: [row.line], tag: marker.tag, firstText: marker.text))
        last += 1
      } else {
        extend(&entries, by: row.line)
      }
    }
    return entries
  }

  private func paragraphs(_ rows: [Row]) -> [Entry] {
    guard let base = rows.map(\.indent).min() else { return [] }
    var entries: [Entry] = []
    for row in rows {
      if entries.isEmpty || row.hasBlankBefore && row.indent <= base + 3 {
        entries.append(
          Entry(lines: row.line..<row.line + 1, textLines: [row.line], tag: nil, firstText: row.content))
      } else {
        extend(&entries, by: row.line)
      }
    }
    return entries
  }

  private func extend(_ entries: inout [Entry], by line: Int) {
    guard !entries.isEmpty else { return }
    let last = entries.count - 1
    entries[last].lines = entries[last].lines.lowerBound..<line + 1
    entries[last].textLines.append(line)
  }

  /// `[RFC2119]  Bradner, S.`; the tag of at most 60 bytes, and nothing glued to its bracket but a colon or a dot.
  private func bracketed(_ row: Row) -> Marker? {
    let content = row.content
    guard view.text[content.lowerBound] == 0x5B else { return nil }
    var close = content.lowerBound + 1
    let limit = min(content.upperBound, close + 60)
    while close < limit, view.text[close] != 0x5D, view.text[close] != 0x5B { close += 1 }
    guard close < limit, view.text[close] == 0x5D else { return nil }
    let tag = view.trimmed(content.lowerBound + 1..<close)
    guard !tag.isEmpty, tag.contains(where: { ByteReader.isWord(view.text[$0]) }) else { return nil }
    var text = close + 1
    if text < content.upperBound, [0x2E, 0x3A, 0x2C].contains(view.text[text]) { text += 1 }
    return Marker(tag: tag, text: view.trimmed(text..<content.upperBound), number: nil)
  }

  /// `23.  Schulzrinne`, `(23) ...`, `23) ...`, `23   ...`: the number that comes next.
  private func numbered(_ row: Row, after last: Int) -> Marker? {
    let content = row.content
    var start = content.lowerBound
    let isOpen = view.text[start] == 0x28
    if isOpen { start += 1 }
    var end = start
    var value = 0
    while end < content.upperBound, end - start < 4, LineView.isDigit(view.text[end]) {
      value = value * 10 + Int(view.text[end] - 0x30)
      end += 1
    }
    guard end > start, value == last + 1, end < content.upperBound else { return nil }
    let mark = view.text[end]
    var text = end
    if mark == 0x2E || mark == 0x29 || mark == 0x2F || mark == 0x3A {
      text += 1
    } else if isOpen || !LineView.isBlank(mark) {
      return nil
    }
    guard text < content.upperBound, LineView.isBlank(view.text[text]) else { return nil }
    let rest = view.trimmed(text..<content.upperBound)
    // `10 May 1999` has one blank behind the number; a list in columns has more.
    if text == end, rest.lowerBound - end < 2 { return nil }
    return Marker(tag: start..<end, text: rest, number: value)
  }
}

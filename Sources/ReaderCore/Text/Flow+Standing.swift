import RFCModel

/// What stands as it is, line by line: figures, the head of the first page, headings, the printed contents. It is touched
/// only where the window cuts it.
extension Flow {
  /// - Parameter rows: those of a block and the blank ones behind it.
  mutating func setStanding(_ rows: [Int32]) {
    let lines = rows.compactMap { $0 >= 0 && !document.isBlank(line: Int($0)) ? Int($0) : nil }
    let isWide = !lines.allSatisfy { fits($0) }
    let shift = isWide || isInHead ? shift(of: lines) : 0
    if let shift {
      guard shift > 0 else {
        self.rows += rows
        return
      }
      for row in rows {
        if row >= 0, !document.isBlank(line: Int(row)) {
          move(Int(row), by: shift)
        } else {
          self.rows.append(row)
        }
      }
      return
    }
    guard isWide else {
      self.rows += rows
      return
    }
    switch kind {
    case .heading, .contents, .other: set(rows)
    case .verbatim, .paragraph, .list, .definition, .reference:
      self.rows += rows
      if let first = lines.first, let last = lines.last { wide.append(first..<last + 1) }
    }
  }

  /// Columns to move lines to the left, all by as many, for the window to show them; nil where that cannot be. A title
  /// stays in the middle.
  private func shift(of lines: [Int]) -> Int? {
    guard lines.allSatisfy({ isPlain($0) && document.lines[$0].count <= LinePart.length }) else { return nil }
    let indent = lines.map { self.indent(of: $0) }.min() ?? 0
    let width = lines.map { self.indent(of: $0) + self.width(of: content(of: $0)) }.max() ?? 0
    let needed = max(0, width - measure.room)
    guard needed <= indent else { return nil }
    guard isInHead, kind == .other, indent >= 8 else { return needed }
    return max(needed, min(indent, (margin - measure.columns) / 2))
  }

  private mutating func move(_ line: Int, by columns: Int) {
    add(
      FlowedRow(
        indent: indent(of: line) - columns, pieces: [content(of: line)], gap: nil, line: line, lastLine: line)
    )
  }

  // MARK: Line by line

  private mutating func set(_ rows: [Int32]) {
    var index = 0
    while index < rows.count {
      let row = rows[index]
      index += 1
      guard row >= 0, !document.isBlank(line: Int(row)), !fits(Int(row)) else {
        self.rows.append(row)
        continue
      }
      let line = Int(row)
      if isPlain(line), setApart(line) { continue }
      // A rule is no word.
      guard document[line: line].contains(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }) else {
        leave([line])
        continue
      }
      // What is indented as the words behind a label, or as a second line of a heading is, goes on.
      var lines = [line]
      let hanging = wordsBehindLabel(of: line) ?? hangingIndent(of: line)
      while index < rows.count, rows[index] >= 0, !document.isBlank(line: Int(rows[index])),
        kind == .heading
          || kind == .other && hanging > indent(of: line) && indent(of: Int(rows[index])) == hanging
      {
        lines.append(Int(rows[index]))
        index += 1
      }
      setProse(lines, hanging: hanging)
    }
  }

  /// `Authors        A. Writer`: the column where the words begin.
  private func wordsBehindLabel(of line: Int) -> Int? {
    let content = content(of: line)
    guard let gap = gap(in: content, atLeast: 2, wantsLast: false), gap.upperBound - content.lowerBound <= 24
    else {
      return nil
    }
    return indent(of: line) + gap.upperBound - content.lowerBound
  }

  /// Sets two parts of a line closer together: a name at the right, below the left part where there is no room beside
  /// it; the number of a page, behind fewer dots.
  ///
  /// - Returns: false for a line of one part, or where that does not help.
  private mutating func setApart(_ line: Int) -> Bool {
    let content = content(of: line)
    let indent = indent(of: line)
    if kind == .contents { return setEntry(content, indent: indent, line: line) }
    // What begins further to the left is no part for itself.
    guard kind == .other, let gap = gap(in: content, atLeast: 3, wantsLast: true),
      indent + gap.upperBound - content.lowerBound >= margin / 2
    else { return false }
    let (left, right) = (content.lowerBound..<gap.lowerBound, gap.upperBound..<content.upperBound)
    let (leftWidth, rightWidth) = (indent + width(of: left), width(of: right))
    guard max(leftWidth, rightWidth) <= measure.columns else { return false }
    let room = measure.columns - leftWidth - rightWidth
    if room >= 2 {
      add(FlowedRow(indent: indent, pieces: [left, right], gap: room, line: line, lastLine: line))
    } else {
      add(FlowedRow(indent: indent, pieces: [left], gap: nil, line: line, lastLine: line))
      add(
        FlowedRow(
          indent: measure.columns - rightWidth, pieces: [right], gap: nil, line: line, lastLine: line))
    }
    return true
  }

  /// `1.  Introduction . . . . . . .  5`: with fewer dots.
  private mutating func setEntry(_ content: Range<Int>, indent: Int, line: Int) -> Bool {
    let bytes = document.bytes
    var number = content.upperBound
    while number > content.lowerBound, bytes[number - 1] > 0x20, bytes[number - 1] != 0x2E { number -= 1 }
    var leader = number
    while leader > content.lowerBound, bytes[leader - 1] == 0x20 || bytes[leader - 1] == 0x2E { leader -= 1 }
    let excess = indent + width(of: content) - measure.columns
    // Some are left, and a blank before the number.
    let end = number - excess - 1
    guard number < content.upperBound, end - leader >= 3 else { return false }
    add(
      FlowedRow(
        indent: indent, pieces: [content.lowerBound..<end, number..<content.upperBound], gap: 1, line: line,
        lastLine: line))
    return true
  }

  /// The first run of so many blanks, or the last one.
  private func gap(in content: Range<Int>, atLeast count: Int, wantsLast: Bool) -> Range<Int>? {
    var found: Range<Int>?
    var start = content.lowerBound
    for index in content {
      guard document.bytes[index] != 0x20 else { continue }
      if index - start >= count {
        found = start..<index
        if !wantsLast { return found }
      }
      start = index + 1
    }
    return found
  }
}

import CellGrid
import RFCFormats
import RFCModel

extension DocumentScreen {
  func draw(_ geometry: Geometry, in canvas: inout Canvas) {
    drawTitle(of: reading, geometry, in: &canvas.frame)
    if let banner {
      let first = geometry.bannerRows.lowerBound
      drawBanner(banner, of: reading, focus: focus, hints: hints, row: first, in: &canvas)
    }
    drawText(geometry, in: &canvas)
    drawStrip(geometry, in: &canvas)
    if let columns = geometry.panelColumns {
      drawContents(columns: columns, rows: geometry.textRows, in: &canvas)
    }
    if let peek { drawPeek(peek, geometry, in: &canvas) }
  }

  // MARK: The last row

  /// `3 of 41 \u{B7} 18%  L240`.
  var statusEnd: String {
    if isBare { return "" }
    var parts: [String] = []
    if let filter = reading.filter { parts.append("&" + filter.pattern.fitted(columns: 16)) }
    if pendingSearch != nil {
      parts.append("searching")
    } else if let count = matchCount {
      parts.append(count)
    }
    if reading.isGrowing { parts.append("still reading") }
    // Lines count in a document, not in a page of ours.
    if !isCover { parts.append("\(percent)%  L\(reading.layout.line(ofRow: reading.view.top) + 1)") }
    return parts.joined(separator: " \u{B7} ")
  }

  /// `match 3 of 41` while that one is on the screen, `41 matches` where one stands on none; nil once one has left them.
  private var matchCount: String? {
    guard habits.highlightsMatches, reading.isAmongMatches, let found = reading.found,
      found.matches.count > 0
    else { return nil }
    let total = "\(found.matches.count)" + (found.isTruncated ? "+" : "")
    guard let current = found.current else { return total == "1" ? "1 match" : "\(total) matches" }
    return reading.matchShown(in: pageRows) == nil ? nil : "match \(current + 1) of \(total)"
  }

  func drawStatus(row: Int, column: Int, columns: Int, keyMap: KeyMap?, in frame: inout Frame) {
    if isBare {
      frame.put(":", row: row, column: 0)
    } else if let words = focusedWords {
      // One row, whatever it says: going from link to link nothing else moves.
      frame.put(
        "-> \(words.text)".fitted(columns: columns), row: row, column: column,
        role: words.isWarning ? .obsoleteLink : .link)
    } else {
      drawBreadcrumb(row: row, column: column, columns: columns, in: &frame)
    }
  }

  /// `2.5.1 Interface Identifiers < 2.5 Unicast Addresses`: the section being read, and dimmed those around it. What does
  /// not fit is cut once, from the root on.
  private func drawBreadcrumb(row: Int, column: Int, columns: Int, in frame: inout Frame) {
    guard let outline = reading.outline, let current = sectionShown else { return }
    let section = outline.sections[current]
    var width = frame.put(section.heading.fitted(columns: columns), row: row, column: column)
    if let words = reading.compared?.words(ofSection: current), columns - width > Self.leastOfRoot {
      width += frame.put(
        "  \(words)".fitted(columns: columns - width), row: row, column: column + width, role: .accent)
      return
    }
    guard section.heading.displayColumns <= columns else { return }
    var around = ""
    var index = section.parent
    while let parent = index, around.utf8.count <= 4 * columns {
      around += " < " + outline.sections[parent].heading
      index = outline.sections[parent].parent
    }
    // A letter or two of a name say nothing.
    let room = columns - width
    guard around.displayColumns <= room || room >= Self.leastOfRoot else { return }
    frame.put(around.fitted(columns: room), row: row, column: column + width, role: .dimmed)
  }

  /// Columns.
  private static let leastOfRoot = 8

  // MARK: The text

  private func drawText(_ geometry: Geometry, in canvas: inout Canvas) {
    let columns = geometry.textColumns
    guard !columns.isEmpty else { return }
    let focus = self.focus
    var hinted: Set<Int> = []
    for row in geometry.textRows {
      let index = reading.view.top + row - geometry.textRows.lowerBound
      guard index < reading.layout.count else { break }
      if case .note(let note) = reading.layout[index] {
        note.draw(row: row, columns: columns, in: &canvas.frame)
      }
      guard let bytes = reading.layout.bytes(ofRow: index, in: reading.document) else { continue }
      if let columns = geometry.numberColumns, let number = reading.number(ofRow: index) {
        let digits = String(number)
        canvas.frame.put(digits, row: row, column: columns.upperBound - digits.utf8.count, role: .dimmed)
      }
      let left = reading.left(ofRow: index)
      let window = RowWindow(
        textRow: index, row: row, columns: columns, left: left,
        cells: reading.cells(ofRow: index, bytes, columns: left..<left + columns.count))
      window.cells.draw(in: &canvas.frame, row: row, columns: columns, left: left)
      paintChanges(window, in: &canvas.frame)
      paintRequirements(window, in: &canvas.frame)
      drawAnnotations(window, geometry, in: &canvas)
      paintLinks(of: reading, window, focus: focus, in: &canvas)
      paintLandmark(window, in: &canvas.frame)
      if habits.highlightsMatches, habits.options.marking != .none, let found = reading.found {
        paintMatches(found, marking: habits.options.marking, window, in: &canvas.frame)
      }
      markCut(window, in: &canvas.frame)
      if let hints { putHints(hints, window, hinted: &hinted, in: &canvas.frame) }
    }
  }

  /// The letters of the links that the row is the first one to show a part of.
  private func putHints(
    _ hints: LinkHints, _ window: RowWindow, hinted: inout Set<Int>, in frame: inout Frame
  ) {
    guard let links = reading.links else { return }
    // Into the margin, too.
    let columns = max(0, window.columns.lowerBound - 1)..<window.columns.upperBound
    for index in links.indices(touching: reading.sources(ofRow: window.textRow, columns: window.shown)) {
      guard let hint = hints.rest(for: .text(index)), hinted.insert(index).inserted,
        let part = links.all[index].ranges.lazy.compactMap({ range in
          reading.layout.range(of: range, inRow: window.textRow, of: reading.document)
        }).first, let cells = window.columns(of: window.cells.columns(ofBytes: part))
      else { continue }
      frame.put(hint: hint, row: window.row, before: cells.lowerBound, in: columns)
    }
  }
}

// MARK: The title

private func drawTitle(of reading: Reading, _ geometry: Geometry, in frame: inout Frame) {
  guard let row = geometry.titleRow else { return }
  let width = frame.size.columns
  var column = width > 2 ? 1 : 0
  column += frame.put(reading.name.fitted(columns: width - column), row: row, column: column, role: .accent)
  let category = reading.standing.map(\.status).flatMap { $0 == .unknown ? nil : $0.name }
  let date = reading.frontMatter.date ?? reading.standing?.date?.description
  let facts = [category ?? reading.frontMatter.category, date.map(shortDate)].compactMap { $0 }
  let status = facts.joined(separator: " \u{B7} ")
  // The status gives way to a readable piece of the title, not the other way round.
  let showsStatus = !status.isEmpty && width - column - status.displayColumns >= 24
  let end = showsStatus ? width - status.displayColumns - 3 : width - 1
  frame.put(
    reading.title.fitted(columns: end - column - 2), row: row, column: column + 2, role: .heading)
  if showsStatus { frame.put(status, row: row, column: width - 1 - status.displayColumns, role: .dimmed) }
}

/// `Feb 2006` for `February 2006`.
private func shortDate(_ date: String) -> String {
  let words = date.split(separator: " ")
  guard let year = words.last, let month = words.dropLast().last(where: { $0.first?.isLetter == true }) else {
    return date
  }
  return "\(month.prefix(3)) \(year)"
}

// MARK: Rows

extension DocumentScreen {
  /// What is known about a row: a sign in the margin, and the words in question underlined.
  private func drawAnnotations(_ window: RowWindow, _ geometry: Geometry, in canvas: inout Canvas) {
    drawState(window, geometry, in: &canvas.frame)
    guard settings.reading.errata != .off else { return }
    let known = reading.annotations(ofRow: window.textRow)
    guard let first = known.first?.annotation else { return }
    let column = geometry.textColumns.lowerBound - 1
    if column >= geometry.panelColumns?.upperBound ?? 0 {
      canvas.frame[row: window.row, column: column] = Cell(base: first.sign, role: first.role)
      canvas.mark(.sign(window.textRow), rows: window.row..<window.row + 1, columns: column..<column + 1)
    }
    // The gravest last, over the others.
    for (annotation, isMarked) in known.reversed() where isMarked {
      for mark in annotation.marked {
        guard let part = reading.layout.range(of: mark, inRow: window.textRow, of: reading.document),
          let cells = window.columns(of: window.cells.columns(ofBytes: part))
        else { continue }
        canvas.frame.underline(row: window.row, columns: cells, role: annotation.isGrave ? .warning : nil)
      }
    }
  }

  /// What is noted of a requirement that begins in the row. What is known about the row goes before.
  private func drawState(_ window: RowWindow, _ geometry: Geometry, in frame: inout Frame) {
    guard !isCover, let state = reading.state(ofRow: window.textRow) else { return }
    let column = geometry.textColumns.lowerBound - 1
    guard column >= geometry.panelColumns?.upperBound ?? 0 else { return }
    frame[row: window.row, column: column] = Cell(base: state.sign, role: state.role)
  }

  /// Where a jump has led: a line as what the keys are on, a word of it as a match.
  private func paintLandmark(_ window: RowWindow, in frame: inout Frame) {
    guard let marked = reading.markedBytes,
      let part = reading.layout.range(of: marked, inRow: window.textRow, of: reading.document)
    else { return }
    var cells = window.cells.columns(ofBytes: part).clamped(to: window.shown)
    while let first = cells.first, window.cells.isBlank(at: first) { cells = first + 1..<cells.upperBound }
    while let last = cells.last, window.cells.isBlank(at: last) { cells = cells.lowerBound..<last }
    guard let painted = window.columns(of: cells) else { return }
    let role: Role = reading.landmark?.word == nil ? .selection : .currentMatch
    for column in painted {
      // A heading stays as heavy as it is.
      if frame[row: window.row, column: column].role == .heading {
        frame[row: window.row, column: column].emphasis.insert(.bold)
      }
      frame[row: window.row, column: column].role = role
    }
  }

  /// The words of BCP 14 in bold.
  private func paintRequirements(_ window: RowWindow, in frame: inout Frame) {
    guard !isCover, case .text = window.cells.role,
      let bytes = reading.layout.bytes(ofRow: window.textRow, in: reading.document),
      bytes.count <= Self.longestLineOfProse
    else { return }
    for word in RequirementWords.ranges(in: bytes) {
      if let cells = window.columns(of: window.cells.columns(ofBytes: word)) {
        frame.paint(row: window.row, columns: cells, role: .requirement)
      }
    }
  }

  /// Bytes. What is longer is no line of an RFC, and is drawn in parts.
  private static let longestLineOfProse = 1000
}

extension NoteRow {
  fileprivate func draw(row: Int, columns: Range<Int>, in frame: inout Frame) {
    let room = columns.count - indent
    guard room > 0 else { return }
    frame.put(
      words.fitted(columns: room), row: row, column: columns.lowerBound + indent, role: role)
  }
}

extension DocumentScreen {
  /// In a comparison, what is the same steps back, and words that the other text lacks stand out.
  private func paintChanges(_ window: RowWindow, in frame: inout Frame) {
    guard let compared = reading.compared, !window.columns.isEmpty else { return }
    let line = reading.layout.line(ofRow: window.textRow)
    if reading.role(ofLine: line) == .text {
      frame.paint(row: window.row, columns: window.columns, role: .dimmed)
    }
    let bytes = window.cells.bytes(of: window.shown)
    for source in reading.layout.sources(of: bytes, inRow: window.textRow, of: reading.document) {
      for change in compared.changes(touching: source) {
        // A change that goes on in another line has its indentation inside.
        var shown = change.clamped(to: source)
        while let byte = reading.document.bytes[shown].first, byte <= 0x20 { shown = shown.dropFirst() }
        guard
          let part = reading.layout.range(of: shown, inRow: window.textRow, of: reading.document),
          let cells = window.columns(of: window.cells.columns(ofBytes: part))
        else { continue }
        frame.paint(row: window.row, columns: cells, role: compared.isOlder ? .removed : .added)
      }
    }
  }
}

/// A row of the text in a row of the window.
private struct RowWindow {
  let textRow: Int
  /// Of the screen, as the columns.
  let row: Int
  let columns: Range<Int>
  /// The column of the text that stands in the first of the columns.
  let left: Int
  let cells: LineCells

  /// The columns of the text that are shown.
  var shown: Range<Int> { left..<left + columns.count }

  /// The columns of the screen that some of the text take; nil for none.
  func columns(of text: Range<Int>) -> Range<Int>? {
    let text = text.clamped(to: shown)
    guard !text.isEmpty else { return nil }
    return columns.lowerBound + text.lowerBound - left..<columns.lowerBound + text.upperBound - left
  }
}

extension Reading {
  /// The column of a row at the window's left edge. Prose that has been set for the window fits; what does not is
  /// scrolled sideways by itself.
  func left(ofRow row: Int) -> Int { layout.scrolls(row: row) ? view.left : 0 }

  /// A row laid out, as far as some of its columns go.
  ///
  /// - Parameter bytes: those of the row.
  func cells(ofRow row: Int, _ bytes: ArraySlice<UInt8>, columns: Range<Int>) -> LineCells {
    // What has been set at a width is short, and no slice of the text.
    var parts: LineParts? = self.parts
    if case .flowed = layout[row] { parts = nil }
    return LineCells(
      bytes, columns: columns, parts: parts, role: role(ofLine: layout.line(ofRow: row)),
      showsFormFeeds: showsPages)
  }

  /// The columns that some of a row's searchable bytes take; nil for a row that is no line.
  func columns(of searchable: Range<Int>, inRow row: Int) -> Range<Int>? {
    guard case .line(let line) = layout[row] else { return nil }
    let bytes = document[line: line]
    func column(of offset: Int) -> Int {
      let part = parts.part(of: bytes, showsFormFeeds: showsPages, holding: offset, by: \.searchable)
      let cells = cells(ofRow: row, bytes, columns: part.column..<part.column)
      return cells.columns(of: offset..<offset).lowerBound
    }
    let start = column(of: searchable.lowerBound)
    return start..<max(start, column(of: searchable.upperBound))
  }

  /// Where in the document that comes from which the window shows of a row.
  func sources(ofRow row: Int, columns: Range<Int>) -> [Range<Int>] {
    guard case .line(let line) = layout[row],
      columns.lowerBound > 0 || document.lines[line].count > columns.count
    else { return layout.sources(ofRow: row, in: document) }
    let cells = cells(ofRow: row, document[line: line], columns: columns)
    return layout.sources(of: cells.bytes(of: columns), inRow: row, of: document)
  }
}

/// A half of a wide character is no character; what lies beyond the window's edge is announced there.
private func markCut(_ window: RowWindow, in frame: inout Frame) {
  let (row, columns) = (window.row, window.columns)
  if window.left > 0, frame[row: row, column: columns.lowerBound].isRightHalf {
    frame[row: row, column: columns.lowerBound] = .blank
  }
  guard window.cells.holds(column: window.shown.upperBound) else { return }
  let last = columns.upperBound - 1
  if frame[row: row, column: last].isRightHalf { frame[row: row, column: last - 1] = .blank }
  frame[row: row, column: last] = Cell(base: ">", role: .dimmed)
}

private func paintLinks(
  of reading: Reading, _ window: RowWindow, focus: LinkFocus?, in canvas: inout Canvas
) {
  guard let links = reading.links else { return }
  let (row, columns) = (window.row, window.columns)
  let bytes = window.cells.bytes(of: window.shown)
  for index in links.indices(
    touching: reading.layout.sources(of: bytes, inRow: window.textRow, of: reading.document))
  {
    let link = links.all[index]
    let successor = link.rfc.flatMap { reading.cited[$0]?.inForce.arrowHead }
    let isFocused = focus == .text(index)
    for range in link.ranges {
      guard let part = reading.layout.range(of: range, inRow: window.textRow, of: reading.document),
        let cells = window.columns(of: window.cells.columns(ofBytes: part))
      else { continue }
      let role: Role = isFocused ? .focusedLink : successor == nil ? .link : .obsoleteLink
      // In a comparison an underline is something new.
      if isFocused || reading.compared == nil { canvas.frame.paint(row: row, columns: cells, role: role) }
      canvas.mark(.link(.text(index)), rows: row..<row + 1, columns: cells)
      if isFocused, let successor, range == link.ranges.last {
        putBehind(
          "->\(successor)", row: row, column: cells.upperBound, end: columns.upperBound, in: &canvas.frame)
      }
    }
  }
}

/// A word that is not of the text, where the text leaves room for it.
private func putBehind(_ word: String, row: Int, column: Int, end: Int, in frame: inout Frame) {
  let width = word.displayColumns
  guard column + width <= end,
    (column..<column + width).allSatisfy({ frame[row: row, column: $0].base == 0x20 })
  else { return }
  frame.put(word, row: row, column: column, role: .warning)
}

private func paintMatches(
  _ found: Found, marking: ReaderOptions.Marking, _ window: RowWindow, in frame: inout Frame
) {
  let bytes = window.cells.searchable(of: window.shown)
  for (match, range) in found.matches(onRow: window.textRow, in: bytes)
  where marking == .all || match == found.current {
    var cells = window.cells.columns(of: range).clamped(to: window.shown)
    // The indentation between two lines of a match is no part of what was found.
    while let first = cells.first, window.cells.isBlank(at: first), cells.count > 1, range.lowerBound == 0 {
      cells = first + 1..<cells.upperBound
    }
    guard let painted = window.columns(of: cells) else { continue }
    frame.paint(
      row: window.row, columns: painted, role: match == found.current ? .currentMatch : .match)
  }
}

extension Reading {
  func role(ofLine line: Int) -> Role {
    if showsPages, pagination.isFurniture(line) { return .dimmed }
    guard let outline, let index = outline.index(ofSectionAt: line) else { return .text }
    let section = outline.sections[index]
    return line < section.lines.lowerBound + section.headingLines ? .heading : .text
  }
}

extension Pagination {
  /// True for a 0-based line that lies between two pages.
  func isFurniture(_ line: Int) -> Bool {
    let index = breaks.partitioningIndex { $0.lines.upperBound > line }
    return index < breaks.count && breaks[index].lines.contains(line)
  }
}

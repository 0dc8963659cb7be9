import CellGrid
import RFCModel

extension ReaderState {
  /// Draws the state. Reads it and nothing else.
  func drawn() -> Screen {
    var screen = Screen(size: size)
    guard size.columns > 0, size.rows > 0 else { return screen }
    let geometry = self.geometry
    if let reading {
      drawTitle(of: reading, geometry, in: &screen.frame)
      if let row = geometry.bannerRow, let standing = reading.standing {
        drawBanner(standing, focus: focus, hints: hints, row: row, in: &screen)
      }
      drawText(of: reading, self, geometry, in: &screen)
      drawStrip(of: reading, self, geometry, in: &screen)
      if let columns = geometry.panelColumns {
        drawContents(self, columns: columns, rows: geometry.textRows, in: &screen)
      }
    } else {
      switch front {
      case .document: break
      case .library: if let library { drawLibrary(library, geometry, in: &screen) }
      case .fullText: drawFullText(fullText, geometry, in: &screen)
      case .bookmarks: drawBookmarks(bookmarks, geometry, in: &screen)
      case .references:
        if let list = references {
          let cached = library?.contents.surroundings.cached ?? []
          drawReferences(list, cached: cached, geometry, in: &screen)
        }
      }
    }
    if let peek { drawPeek(peek, geometry, in: &screen) }
    drawStatus(self, geometry, in: &screen)
    return screen
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

extension ReaderState {
  /// `RFC 4291: IP Version 6 Addressing Architecture`; the program's name where a list has the screen.
  var windowTitle: String {
    guard front == .document, let document else { return "rfcview" }
    return document.name + (document.title.isEmpty ? "" : ": " + document.title)
  }
}

/// `Feb 2006` for `February 2006`.
private func shortDate(_ date: String) -> String {
  let words = date.split(separator: " ")
  guard let year = words.last, let month = words.dropLast().last(where: { $0.first?.isLetter == true }) else {
    return date
  }
  return "\(month.prefix(3)) \(year)"
}

// MARK: The text

private func drawText(
  of reading: Reading, _ state: ReaderState, _ geometry: Geometry, in screen: inout Screen
) {
  let columns = geometry.textColumns
  guard !columns.isEmpty else { return }
  let focus = state.focus
  for row in geometry.textRows {
    let index = reading.view.top + row - geometry.textRows.lowerBound
    guard index < reading.layout.count else { break }
    guard let bytes = reading.layout.bytes(ofRow: index, in: reading.document) else { continue }
    if let columns = geometry.numberColumns, let number = reading.number(ofRow: index) {
      let digits = String(number)
      screen.frame.put(digits, row: row, column: columns.upperBound - digits.utf8.count, role: .dimmed)
    }
    let role = reading.role(ofLine: reading.layout.line(ofRow: index))
    let line = LineCells(bytes, role: role, showsFormFeeds: reading.showsPages)
    // Prose that has been set anew fits; what does not is scrolled sideways by itself.
    var left = reading.view.left
    if case .flowed = reading.layout[index] { left = 0 }
    line.draw(in: &screen.frame, row: row, columns: columns, left: left)
    paintLinks(
      of: reading, onRow: index, line, focus: focus, hints: state.hints, left: left, row: row,
      columns: columns,
      in: &screen)
    if state.highlightsMatches, state.options.marking != .none, let found = reading.found {
      paintMatches(
        found, marking: state.options.marking, onRow: index, of: line, left: left, row: row, columns: columns,
        in: &screen.frame)
    }
    markCut(line, left: left, row: row, columns: columns, in: &screen.frame)
  }
}

/// A half of a wide character is no character; what lies beyond the window's edge is announced there.
private func markCut(_ line: LineCells, left: Int, row: Int, columns: Range<Int>, in frame: inout Frame) {
  if left > 0, frame[row: row, column: columns.lowerBound].isRightHalf {
    frame[row: row, column: columns.lowerBound] = .blank
  }
  guard line.count - left > columns.count else { return }
  let last = columns.upperBound - 1
  if frame[row: row, column: last].isRightHalf { frame[row: row, column: last - 1] = .blank }
  frame[row: row, column: last] = Cell(base: ">", role: .dimmed)
}

private func paintLinks(
  of reading: Reading, onRow textRow: Int, _ line: LineCells, focus: LinkFocus?, hints: LinkHints?, left: Int,
  row: Int, columns: Range<Int>, in screen: inout Screen
) {
  guard let links = reading.links else { return }
  let sources = reading.layout.sources(ofRow: textRow, in: reading.document)
  for index in links.indices(touching: sources) {
    let link = links.all[index]
    let successor = link.rfc.flatMap { reading.cited[$0]?.obsoletedBy.first }
    let isFocused = focus == .text(index)
    for range in link.ranges {
      guard let part = reading.layout.range(of: range, inRow: textRow, of: reading.document) else { continue }
      let cells = line.columns(ofBytes: part)
      let start = max(columns.lowerBound, columns.lowerBound + cells.lowerBound - left)
      let end = min(columns.upperBound, columns.lowerBound + cells.upperBound - left)
      guard start < end else { continue }
      let role: Role = isFocused ? .focusedLink : successor == nil ? .link : .obsoleteLink
      screen.frame.paint(row: row, columns: start..<end, role: role)
      screen.mark(.link(.text(index)), rows: row..<row + 1, columns: start..<end)
      if range == link.ranges.first, let hint = hints?.rest(for: .text(index)) {
        screen.frame.put(
          hint, row: row, column: start, role: .currentMatch, limit: columns.upperBound - start)
      }
      if isFocused, let successor, range == link.ranges.last {
        putBehind("->\(successor)", row: row, column: end, end: columns.upperBound, in: &screen.frame)
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
  _ found: Found, marking: ReaderOptions.Marking, onRow index: Int, of line: LineCells, left: Int, row: Int,
  columns: Range<Int>,
  in frame: inout Frame
) {
  for (match, range) in found.matches(onRow: index) where marking == .all || match == found.current {
    var cells = line.columns(of: range)
    // The indentation between two lines of a match is no part of what was found.
    while let first = cells.first, line.isBlank(at: first), cells.count > 1, range.lowerBound == 0 {
      cells = first + 1..<cells.upperBound
    }
    let start = max(columns.lowerBound, columns.lowerBound + cells.lowerBound - left)
    let end = min(columns.upperBound, columns.lowerBound + cells.upperBound - left)
    guard start < end else { continue }
    frame.paint(row: row, columns: start..<end, role: match == found.current ? .currentMatch : .match)
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
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < breaks.count && breaks[low].lines.contains(line)
  }
}

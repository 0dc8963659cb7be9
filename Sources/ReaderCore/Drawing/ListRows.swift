import CellGrid
import RFCModel

/// The first row of a list: what it is, what was typed to narrow it, and facts at the right.
struct ListTitle {
  let name: String
  var detail = ""
  /// One set of them after the other: the first one that there is room for counts.
  var facts: [[String]] = []

  func draw(row: Int, in frame: inout Frame) {
    let width = frame.size.columns
    var column = 1 + frame.put(name, row: row, column: 1, role: .accent)
    if !detail.isEmpty {
      column += 2
      column += frame.put(
        detail.fitted(columns: max(0, width - column - 2)), row: row, column: column, role: .heading)
    }
    for set in facts {
      let text = set.filter { !$0.isEmpty }.joined(separator: " \u{B7} ")
      if width - column - 3 >= text.displayColumns {
        frame.put(text, row: row, column: width - 1 - text.displayColumns, role: .dimmed)
        return
      }
    }
  }
}

/// Where the columns of a list of documents stand.
struct LibraryColumns {
  let number = 3
  let numberWidth = 5
  let title: Int
  let titleWidth: Int
  /// In a wide window alone, as the working group.
  let authors: Int?
  let workingGroup: Int?
  /// Status or successor; nil in a narrow window.
  let status: Int?
  /// The year, in a wide window the month too.
  let date: Int?

  /// A window with room for more than a title, beside which they are quiet.
  static let wide = 130
  static let authorsWidth = 26
  static let workingGroupWidth = 18

  /// - Parameter isBrief: without authors and working groups in any window.
  init(width: Int, isBrief: Bool = false) {
    let isWide = width >= Self.wide && !isBrief
    title = number + numberWidth + 2
    date = isWide ? width - 9 : width >= 60 ? width - 5 : nil
    status = width >= 44 ? (date ?? width + 1) - 10 : nil
    workingGroup = isWide ? status.map { $0 - 2 - Self.workingGroupWidth } : nil
    authors = workingGroup.map { $0 - 2 - Self.authorsWidth }
    titleWidth = max(0, (authors ?? status).map { $0 - 1 } ?? width) - title - 1
  }

  /// What a title leaves for a word on it; 0 where that is too little.
  func asideWidth(behind title: String) -> Int {
    let room = titleWidth - title.displayColumns - 3
    return room < 12 ? 0 : room
  }
}

/// A document of a list, in one row.
struct DocumentRow {
  let entry: CatalogueRow
  let isCached: Bool
  let isSelected: Bool
  /// What is obsolete is what one looks for: it is not dimmed, and its successor stands out.
  let isNews: Bool
  /// Without authors and working group in any window.
  let isBrief: Bool

  init(
    _ entry: CatalogueRow, isCached: Bool, isSelected: Bool, isNews: Bool = false, isBrief: Bool = false
  ) {
    self.entry = entry
    self.isCached = isCached
    self.isSelected = isSelected
    self.isNews = isNews
    self.isBrief = isBrief
  }

  /// - Parameters:
  ///   - words: to be marked in the title, in lower case.
  ///   - aside: what stands behind the title where there is room.
  ///   - last: what stands in the last column, the date unless told.
  func draw(
    words: [[UInt8]] = [], aside: String = "", last: String? = nil, row: Int, in frame: inout Frame
  ) {
    let width = frame.size.columns
    let columns = LibraryColumns(width: width, isBrief: isBrief)
    let base: Role = isSelected ? .selection : entry.isObsolete && !isNews ? .dimmed : .text
    let faint: Role = isSelected ? .selection : .dimmed
    let standingRole: Role = entry.isObsolete && isNews && !isSelected ? .warning : faint
    if isCached { frame.markCached(row: row, isSelected: isSelected) }

    var title = entry.title
    if let number = entry.id.rfc {
      let digits = String(number.value)
      let column = columns.number + max(0, columns.numberWidth - digits.count)
      frame.put(digits, row: row, column: column, role: base, limit: width - column)
    } else {
      title = "\(entry.id)" + (title.isEmpty ? "" : "  " + title)
    }
    let shown = title.fitted(columns: columns.titleWidth)
    if columns.titleWidth > 0 { frame.put(shown, row: row, column: columns.title, role: base) }
    if !isSelected { frame.mark(words, in: shown, row: row, column: columns.title) }
    let asideWidth = aside.isEmpty ? 0 : columns.asideWidth(behind: title)
    if asideWidth > 0 {
      let column = columns.title + title.displayColumns + 3
      let text = aside.fitted(columns: asideWidth)
      frame.put(text, row: row, column: column, role: faint)
      if !isSelected { frame.mark(words, in: text, row: row, column: column) }
    }
    if let column = columns.authors {
      let names = entry.authors.names(fitting: LibraryColumns.authorsWidth)
      frame.put(names, row: row, column: column, role: faint)
    }
    if let column = columns.workingGroup, entry.workingGroup != "NON WORKING GROUP" {
      let name = entry.workingGroup.fitted(columns: LibraryColumns.workingGroupWidth)
      frame.put(name, row: row, column: column, role: faint)
    }
    if let column = columns.status {
      frame.put(standing(of: entry).fitted(columns: 9), row: row, column: column, role: standingRole)
    }
    if let column = columns.date {
      let date = entry.date.map { columns.authors == nil ? String($0.year) : $0.short }
      if let word = last ?? date { frame.put(word, row: row, column: column, role: faint) }
    }
  }
}

extension Frame {
  /// Words in a text that stands in the frame, in lower case.
  mutating func mark(_ words: [[UInt8]], in text: String, row: Int, column: Int) {
    for range in text.columns(of: words) {
      paint(row: row, columns: column + range.lowerBound..<column + range.upperBound, role: .accent)
    }
  }

  /// The sign of a document that is in the cache.
  mutating func markCached(row: Int, isSelected: Bool) {
    put("\u{25CF}", row: row, column: 1, role: isSelected ? .selection : .accent, limit: size.columns - 1)
  }
}

/// What is in force in its place, else its sub-series, else its status.
private func standing(of entry: CatalogueRow) -> String {
  if let successor = entry.inForce.arrowHead { return "-> \(successor)" }
  if !entry.subSeries.isEmpty { return entry.subSeries }
  return entry.status.rawValue.isEmpty || entry.status == .unknown ? "" : entry.status.abbreviation
}

extension [String] {
  /// Words that were left out of what was typed: `` `418`, `tea` ``.
  var quoted: String { map { "`\($0)`" }.joined(separator: ", ") }
}

/// `9,319`.
func grouped(_ number: Int) -> String {
  number < 1000
    ? String(number) : grouped(number / 1000) + "," + String(String(1000 + number % 1000).dropFirst())
}

extension String {
  /// Of names with commas between them as many as there is room for: `R. Fielding, M. Nottingham, …`.
  fileprivate func names(fitting columns: Int) -> String {
    if displayColumns <= columns { return self }
    var names = split(separator: ",").dropLast()
    while names.count > 1, names.joined(separator: ",").displayColumns + 3 > columns { names.removeLast() }
    return (names.isEmpty ? self : names.joined(separator: ",") + ", \u{2026}").fitted(columns: columns)
  }

  /// The columns that words take, whatever their case. The words are in lower case.
  fileprivate func columns(of words: [[UInt8]]) -> [Range<Int>] {
    if words.isEmpty { return [] }
    let characters = map { $0.lowercased() }
    var ranges: [Range<Int>] = []
    for word in words.map({ String(decoding: $0, as: UTF8.self).map { String($0) } }) where !word.isEmpty {
      var start = 0
      while start + word.count <= characters.count {
        if characters[start..<start + word.count].elementsEqual(word) {
          let column = prefix(start).reduce(0) { $0 + String($1).displayColumns }
          ranges.append(column..<column + word.reduce(0) { $0 + $1.displayColumns })
          start += word.count
        } else {
          start += 1
        }
      }
    }
    return ranges
  }
}

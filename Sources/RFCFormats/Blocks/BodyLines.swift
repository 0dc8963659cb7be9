import RFCModel

/// The lines with text of a document, its pages taken away, and what they have in common.
struct BodyLines {
  let view: LineView
  private(set) var lines: [LineShape] = []
  /// Up to which column prose is filled.
  private(set) var margin = 72
  /// Where most of the prose begins.
  private(set) var bodyIndent = 0
  /// Code that says itself where it begins and ends.
  private(set) var enclosed: [EnclosedCode.Part] = []

  init(view: LineView, rows: [Int32], outline: Outline, bibliography: Bibliography) {
    self.view = view
    var zones = ZoneReader(outline: outline, references: bibliography.sections)
    lines.reserveCapacity(rows.count)
    var blanks = 255
    WordCount.Tables.with { tables in
      for row in rows {
        let content = row < 0 ? 0..<0 : view.content(Int(row))
        if content.isEmpty {
          blanks = min(255, blanks + 1)
          continue
        }
        var shape = LineShape(Int(row), content: content, in: view, tables: tables)
        shape.blanksAbove = UInt8(truncatingIfNeeded: blanks)
        shape.zone = zones.zone(of: Int(row))
        // What follows a heading without a blank line begins anew all the same.
        if blanks == 0, let above = lines.last, above.zone != shape.zone { shape.blanksAbove = 1 }
        blanks = 0
        lines.append(shape)
      }
    }
    // What finds them holds the lines, and is gone before they change.
    enclosed = EnclosedCode(self).parts()
    for part in enclosed {
      for index in part.lines {
        lines[index].zone = .body
        lines[index].isEnclosed = true
      }
    }
    learn()
    if isDoubleSpaced {
      for index in lines.indices
      where lines[index].blanksAbove > 0 && lines[index].zone.rawValue <= Zone.body.rawValue {
        lines[index].blanksAbove -= 1
      }
    }
    endHead()
  }

  /// The lines from `index` on that no blank line parts.
  func passage(from index: Int) -> Range<Int> {
    var end = index + 1
    while end < lines.count, lines[end].blanksAbove == 0 { end += 1 }
    return index..<end
  }

  private mutating func learn() {
    var widths = [Int](repeating: 0, count: 256)
    var indents = [Int](repeating: 0, count: 24)
    var total = 0
    for line in lines where line.width > 50 && line.binding > 1 && line.gaps == 0 {
      widths[min(255, Int(line.width))] += 1
      if line.indent < 24 { indents[Int(line.indent)] += 1 }
      total += 1
    }
    guard total > 10 else { return }
    bodyIndent = indents.indices.max { indents[$0] < indents[$1] } ?? 0
    // One line in thirty goes past it.
    var seen = 0
    for width in widths.indices.reversed() {
      seen += widths[width]
      if seen * 33 > total {
        margin = max(56, min(width, 132))
        return
      }
    }
  }

  /// Whether a blank line stands between the lines of a paragraph.
  private var isDoubleSpaced: Bool {
    var full = 0
    var goesOn = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.width > 50 && line.binding > 1 {
      full += 1
      if next.blanksAbove == 1, LineView.isLower(next.first) { goesOn += 1 }
    }
    return full > 20 && goesOn * 3 > full
  }

  /// The head ends where prose begins, in documents without a heading above it.
  private mutating func endHead() {
    var index = 0
    while index < lines.count, lines[index].zone == .head {
      let passage = passage(from: index)
      var binding = 0
      for line in lines[passage] { binding += line.wideGaps > 0 ? 0 : Int(line.binding) }
      if passage.count > 1, binding >= 2 * passage.count, lines[index].width > 45 { break }
      index = passage.upperBound
    }
    while index < lines.count, lines[index].zone == .head {
      lines[index].zone = .body
      index += 1
    }
  }
}

/// Tells the zone of lines asked for in ascending order.
private struct ZoneReader {
  private let sections: [Section]
  private let contents: Range<Int>
  private var references: ArraySlice<Range<Int>>
  private var next = 0
  private var zone = Zone.head
  /// Where the next section begins, and where the heading of this one ends.
  private var nextStart: Int
  private var headingEnd = 0

  init(outline: Outline, references: [Range<Int>]) {
    sections = outline.sections
    contents = outline.printedContents
    self.references = references[...]
    nextStart = sections.first?.lines.lowerBound ?? .max
  }

  mutating func zone(of line: Int) -> Zone {
    while next < sections.count, nextStart <= line { enterNext() }
    if line < headingEnd { return .heading }
    if contents.contains(line) { return .contents }
    while let list = references.first, list.upperBound <= line { references.removeFirst() }
    return references.first?.contains(line) == true ? .references : zone
  }

  private mutating func enterNext() {
    let section = sections[next]
    zone = Self.zone(below: section.title)
    headingEnd = section.lines.lowerBound + section.headingLines
    next += 1
    nextStart = next < sections.count ? sections[next].lines.lowerBound : .max
  }

  private static func zone(below title: String) -> Zone {
    let title = title.utf8.map(LineView.lowercased)
    guard title.count <= 48 else { return .body }
    func begins(_ words: String...) -> Bool { words.contains { title.starts(with: $0.utf8) } }
    if begins("author", "editor", "chair", "contributor", "contact") {
      let last = title.split(separator: 0x20).last.map(Array.init) ?? []
      if last.starts(with: "address".utf8) || last.elementsEqual("information".utf8) { return .addresses }
    }
    return title.elementsEqual("index".utf8) ? .addresses : .body
  }
}

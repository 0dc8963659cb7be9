import RFCModel

extension TextDifference {
  /// A stretch of a paragraph, or a line of a figure or of code, as it is told.
  public struct Piece: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case same
      case gone
      case new
    }

    public let kind: Kind
    /// Of prose on one line, with the blank before it where there is one: those that are not new, put together, are the
    /// old paragraph, those that are not gone the new one. A line of a figure as it stands.
    public let text: String
  }

  /// Whether the pieces of a change are lines: of figures and code.
  public func areLines(_ change: Change) -> Bool {
    (change.old.map { comparison.old[$0].isVerbatim } ?? true)
      && (change.new.map { comparison.new[$0].isVerbatim } ?? true)
  }

  /// What a change is, word by word or line by line.
  public func pieces(of change: Change, _ old: ParsedText, _ new: ParsedText) -> [Piece] {
    var pieces = Pieces(old: Side(old), new: Side(new))
    let before = change.old.map { comparison.old[$0] }
    let now = change.new.map { comparison.new[$0] }
    if let before, let now {
      if areLines(change) { pieces.mergeLines(before, now) } else { pieces.mergeWords(before, now) }
    } else {
      if let before { pieces.add(before, as: .gone, of: pieces.old) }
      if let now { pieces.add(now, as: .new, of: pieces.new) }
    }
    return pieces.all
  }
}

/// One of the two texts, without its pages.
private struct Side {
  let document: Document
  private let breaks: [PageBreak]

  init(_ text: ParsedText) {
    document = text.document
    breaks = text.pagination.breaks
  }

  /// The lines of a paragraph without page breaks and blank lines.
  func lines(of paragraph: TextComparison.Paragraph) -> [Int] {
    var next = breaks.partitioningIndex { $0.lines.upperBound > paragraph.lines.lowerBound }
    return paragraph.lines.filter { line in
      while next < breaks.count, breaks[next].lines.upperBound <= line { next += 1 }
      if next < breaks.count, breaks[next].lines.contains(line) { return false }
      return document[line: line].contains { $0 > 0x20 }
    }
  }

  /// The parts of a paragraph's lines that lie in some bytes, without the blanks around them.
  func ranges(in bytes: Range<Int>, of lines: [Int]) -> [Range<Int>] {
    let first = lines.partitioningIndex { document.lines[$0].upperBound > bytes.lowerBound }
    var ranges: [Range<Int>] = []
    for line in lines[first...] {
      let range = document.lines[line].clamped(to: bytes)
      if range.isEmpty { break }
      let part = document.bytes[range]
      guard let first = part.firstIndex(where: { $0 > 0x20 }), let last = part.lastIndex(where: { $0 > 0x20 })
      else { continue }
      ranges.append(first..<last + 1)
    }
    return ranges
  }

  /// A line as it stands, without blanks at its end.
  func text(ofLine line: Int) -> String {
    var bytes = document[line: line].drop { $0 == 0x0C }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The byte behind the last word in some lines that ends at a place or before it; nil where there is none.
  func endOfWord(before place: Int, in lines: [Int]) -> Int? {
    let next = lines.partitioningIndex { document.lines[$0].lowerBound >= place }
    for line in lines[..<next].reversed() {
      let range = document.lines[line].clamped(to: 0..<max(0, place))
      if let last = document.bytes[range].lastIndex(where: { $0 > 0x20 }) { return last + 1 }
    }
    return nil
  }

  /// Whether a word that begins at a byte is apart from the one that ends at another.
  func isApart(_ end: Int, _ start: Int) -> Bool {
    start > end && !document.wordGoesOn(from: end, to: start)
  }
}

private struct Pieces {
  let old: Side
  let new: Side
  private(set) var all: [TextDifference.Piece] = []

  init(old: Side, new: Side) { (self.old, self.new) = (old, new) }

  private mutating func append(_ kind: TextDifference.Piece.Kind, _ text: String) {
    if !text.isEmpty { all.append(TextDifference.Piece(kind: kind, text: text)) }
  }

  /// The whole of a paragraph.
  mutating func add(
    _ paragraph: TextComparison.Paragraph, as kind: TextDifference.Piece.Kind, of side: Side
  ) {
    let lines = side.lines(of: paragraph)
    if paragraph.isVerbatim {
      for line in lines { append(kind, side.text(ofLine: line)) }
    } else {
      append(kind, side.document.text(lines.map { side.document.lines[$0] }))
    }
  }

  mutating func mergeLines(_ before: TextComparison.Paragraph, _ now: TextComparison.Paragraph) {
    var gone = old.lines(of: before).compactMap { line in
      before.changes.first { $0.bytes.overlaps(old.document.lines[line]) }.map { (line, $0.place) }
    }[...]
    for line in new.lines(of: now) {
      let range = new.document.lines[line]
      while let (other, place) = gone.first, place <= range.lowerBound {
        append(.gone, old.text(ofLine: other))
        gone.removeFirst()
      }
      let isNew = now.changes.contains { $0.bytes.overlaps(range) }
      append(isNew ? .new : .same, new.text(ofLine: line))
    }
    for (line, _) in gone { append(.gone, old.text(ofLine: line)) }
  }

  mutating func mergeWords(_ before: TextComparison.Paragraph, _ now: TextComparison.Paragraph) {
    let (oldLines, newLines) = (old.lines(of: before), new.lines(of: now))
    guard let first = newLines.first, let last = newLines.last else { return }
    var at = new.document.lines[first].lowerBound
    let end = new.document.lines[last].upperBound
    var lastWord = at
    /// What both have, up to a place in the new text.
    func keep(to place: Int) {
      guard place > at else { return }
      add(.same, at..<place, of: new, newLines, behind: &lastWord)
      at = place
    }
    var oldEnd = oldLines.first.map { old.document.lines[$0].lowerBound } ?? 0
    func takeAway(_ change: TextComparison.Paragraph.Change) {
      keep(to: change.place)
      oldEnd = old.endOfWord(before: change.bytes.lowerBound, in: oldLines) ?? oldEnd
      add(.gone, change.bytes, of: old, oldLines, behind: &oldEnd)
    }
    var gone = before.changes[...]
    for change in now.changes {
      while let next = gone.first, next.place <= change.bytes.lowerBound {
        gone.removeFirst()
        takeAway(next)
      }
      keep(to: change.bytes.lowerBound)
      add(.new, change.bytes, of: new, newLines, behind: &lastWord)
      at = change.bytes.upperBound
    }
    for next in gone { takeAway(next) }
    keep(to: end)
  }

  /// - Parameter end: where the word before ends in that text; then that of the last one added.
  private mutating func add(
    _ kind: TextDifference.Piece.Kind, _ bytes: Range<Int>, of side: Side, _ lines: [Int],
    behind end: inout Int
  ) {
    let ranges = side.ranges(in: bytes, of: lines)
    let text = side.document.text(ranges)
    guard !text.isEmpty, let start = ranges.first?.lowerBound else { return }
    append(kind, (!all.isEmpty && side.isApart(end, start) ? " " : "") + text)
    end = side.endOfWord(before: bytes.upperBound, in: lines) ?? end
  }
}

import RFCModel

/// The rows of modules and macros in ASN.1, from `::= BEGIN` to the `END` that closes it: MIBs, and what protocols of
/// the ITU and ISO are written in. Their lines stand at the margin, and none is a heading.
struct ModuleRows {
  /// Ascending, apart from each other.
  private(set) var ranges: [Range<Int>] = []

  init(in view: LineView, rows: [Int32]) {
    // Where the outermost began, how many are open, and the last `END` since.
    var start = 0
    var depth = 0
    var end: Int?
    for (row, entry) in rows.enumerated() where entry >= 0 {
      switch view.moduleMark(Int(entry)) {
      case .begin:
        guard let opening = view.opening(rows, row) else { continue }
        // Modules do not nest; the one before has lost an `END`.
        if opening == .module, depth > 0 {
          if let end { ranges.append(start..<end + 1) }
          depth = 0
        }
        if depth == 0 { (start, end) = (row, nil) }
        depth += 1
      case .end where depth > 0:
        end = row
        depth -= 1
        if depth == 0 { ranges.append(start..<row + 1) }
      case .end, nil: continue
      }
    }
    if depth > 0, let end { ranges.append(start..<end + 1) }
  }

  func contains(_ row: Int) -> Bool {
    let next = ranges.partitioningIndex { $0.upperBound > row }
    return next < ranges.count && ranges[next].contains(row)
  }
}

private enum ModuleMark { case begin, end }

private enum ModuleOpening { case module, macro }

extension LineView {
  /// `BEGIN` as the last word of a line, `END` as its only one.
  fileprivate func moduleMark(_ line: Int) -> ModuleMark? {
    let range = lines[line]
    var end = range.upperBound
    while end > range.lowerBound, Self.isBlank(text[end - 1]) { end -= 1 }
    guard end - range.lowerBound >= 3 else { return nil }
    switch text[end - 1] {
    // N
    case 0x4E:
      guard isWord(end - 5..<end, "begin", in: range) else { return nil }
      return .begin
    // D
    case 0x44:
      guard isWord(end - 3..<end, "end", in: range), content(line).count == 3 else { return nil }
      return .end
    default: return nil
    }
  }

  /// Upper case, with a blank or `=` before it.
  private func isWord(_ word: Range<Int>, _ name: StaticString, in line: Range<Int>) -> Bool {
    guard word.lowerBound >= line.lowerBound, matches(word, name), text[word].allSatisfy(Self.isUpper) else {
      return false
    }
    return word.lowerBound == line.lowerBound || Self.isBlank(text[word.lowerBound - 1])
      || text[word.lowerBound - 1] == 0x3D
  }

  /// What a `BEGIN` opens: behind `::=`, which may stand some lines above. Nil for that of another language.
  fileprivate func opening(_ rows: [Int32], _ row: Int) -> ModuleOpening? {
    var hasSign = false
    var above = row
    var blanks = 0
    while above >= 0, row - above < 8 {
      defer { above -= 1 }
      let content = rows[above] < 0 ? 0..<0 : content(Int(rows[above]))
      if content.isEmpty {
        blanks += 1
        if blanks > 2 { break }
        continue
      }
      if content.count > 200 { break }
      var rest = content
      if above == row { rest = content.dropLast(5) }
      let line = text[trimmed(rest)]
      if !hasSign {
        if line.isEmpty { continue }
        guard line.suffix(3).elementsEqual([0x3A, 0x3A, 0x3D]) else { return nil }
        hasSign = true
      }
      for start in rest where text[start] == 0x44 && hasPrefix(start..<rest.upperBound, "definitions") {
        return .module
      }
      for start in rest where text[start] == 0x4D && hasPrefix(start..<rest.upperBound, "macro") {
        return .macro
      }
    }
    return hasSign ? .macro : nil
  }
}

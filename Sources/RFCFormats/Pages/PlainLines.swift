import RFCModel

extension Pagination {
  /// Marks a row of ``plainLines(of:)`` that is a blank line of ours.
  public static let insertedBlank: Int32 = -1

  /// The rows of a text with its pages taken away: each a 0-based line, or ``insertedBlank``. Every line outside the
  /// breaks stands there once, in order.
  public func plainLines(of document: Document) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(document.lines.count)
    var line = 0
    for pageBreak in breaks {
      while line < min(pageBreak.lines.lowerBound, document.lines.count) {
        rows.append(Int32(truncatingIfNeeded: line))
        line += 1
      }
      for _ in 0..<pageBreak.blankLines { rows.append(Self.insertedBlank) }
      line = max(line, pageBreak.lines.upperBound)
    }
    while line < document.lines.count {
      rows.append(Int32(truncatingIfNeeded: line))
      line += 1
    }
    return rows
  }
}

extension Pagination {
  /// What some lines of a text are without its pages: the bytes of each row, without the form feed that a line begins
  /// with. Empty for a blank row.
  public func plainRows(of document: Document, in lines: Range<Int>) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var isInside = false
    for line in plainLines(of: document) {
      // A blank row of ours belongs to the lines around it.
      if line >= 0 { isInside = lines.contains(Int(line)) }
      guard isInside else { continue }
      guard line >= 0 else {
        rows.append(0..<0)
        continue
      }
      rows.append(document[line: Int(line)].drop { $0 == 0x0C }.indices)
    }
    return rows
  }
}

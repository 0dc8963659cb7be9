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

import CellGrid

extension Frame {
  /// Puts the letters of a link in what stands before it. Where that is no blank they lie over as little as possible of
  /// what one reads: over a bracket, over letters around the link, over its own, over digits last of all.
  ///
  /// - Parameters:
  ///   - column: that the link begins at.
  ///   - columns: that the letters may stand in.
  mutating func put(hint: String, row: Int, before column: Int, in columns: Range<Int>) {
    let width = hint.utf8.count
    let places = (column - width...column).filter { columns.contains($0) && $0 + width <= columns.upperBound }
    func cost(_ place: Int) -> Int {
      (place..<place + width).reduce(0) {
        $0 + self[row: row, column: $1].costOfHiding(isOfLink: $1 >= column)
      }
    }
    guard let place = places.min(by: { cost($0) < cost($1) }) else { return }
    put(hint, row: row, column: place, role: .currentMatch)
  }
}

extension Cell {
  fileprivate func costOfHiding(isOfLink: Bool) -> Int {
    switch Unicode.Scalar(base) {
    case _ where isRightHalf: 32
    case " "?: 0
    case let base? where ("0"..."9").contains(base): 16
    case let base? where base.properties.isAlphabetic: isOfLink ? 8 : 4
    case _?: 1
    case nil: 32
    }
  }
}

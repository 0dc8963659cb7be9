extension RandomAccessCollection {
  /// The index of the first element that fulfils a condition, `endIndex` where none does; found by halving.
  ///
  /// - Parameter belongsToSecondPart: false for the elements of a first part, and true for all behind it. Asked of
  ///   about log₂ of the elements.
  @inlinable
  public func partitioningIndex(where belongsToSecondPart: (Element) -> Bool) -> Index {
    var first = startIndex
    var left = count
    while left > 0 {
      let half = left / 2
      let middle = index(first, offsetBy: half)
      if belongsToSecondPart(self[middle]) {
        left = half
      } else {
        first = index(after: middle)
        left -= half + 1
      }
    }
    return first
  }
}

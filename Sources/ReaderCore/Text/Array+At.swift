extension Array {
  /// Nil for an index that is not there.
  subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

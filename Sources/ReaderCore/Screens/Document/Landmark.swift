/// A place of a kind that a key leads to and from one to the next.
struct Landmark: Hashable {
  enum Kind: Hashable {
    case requirement, figure, annotation
  }

  /// 0-based line that it begins in.
  let line: Int
  /// The bytes of the document to be marked while one stands there; nil: none.
  var word: Range<Int>?
}

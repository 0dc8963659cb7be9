/// A place of a kind that a key leads to and from one to the next.
struct Landmark: Hashable {
  enum Kind: Hashable {
    case requirement, figure, annotation, change
    /// A requirement that the checklist has as open.
    case openRequirement
  }

  /// 0-based line that it begins in.
  let line: Int
  /// Bytes of the document, where it is less than the line.
  var word: Range<Int>?
  /// Something is known about it, and Enter shows what.
  var isAnnotation = false
}

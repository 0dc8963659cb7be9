/// Something known about lines of a document that is not part of its text.
public struct Annotation: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A report of an error. Source: https://www.rfc-editor.org/errata.php
    case erratum
    /// What a later document says in the place of this one.
    case amendment
  }

  public let kind: Kind
  /// 0-based; never empty.
  public let lines: Range<Int>
  /// One paragraph.
  public let words: String

  /// - Parameter lines: an empty range counts as the line that it begins at.
  public init(_ kind: Kind, lines: Range<Int>, words: String) {
    self.kind = kind
    self.lines = lines.isEmpty ? lines.lowerBound..<lines.lowerBound + 1 : lines
    self.words = words
  }
}

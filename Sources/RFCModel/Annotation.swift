/// Something known about a document that is not part of its text.
public struct Annotation: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A report of an error.
    case erratum(Erratum)
    /// What a later document says in the place of this one.
    case amendment(AmendingPlace)
  }

  public let kind: Kind
  /// 0-based, ascending, apart: where it is shown. Empty for what is about the whole document.
  public let lines: [Range<Int>]
  /// Bytes of the document that it is about, ascending, none over a line's end; empty where only the lines are known.
  public let marked: [Range<Int>]
  /// Index in ``Outline/sections``; nil where it is in none.
  public let section: Int?
  /// Only the section is known: the lines are those of its heading.
  public let isOfSection: Bool
  /// One paragraph.
  public let words: String

  /// - Parameter lines: an empty range counts as the line that it begins at.
  public init(
    _ kind: Kind, lines: [Range<Int>], marked: [Range<Int>] = [], section: Int? = nil,
    isOfSection: Bool = false, words: String
  ) {
    self.kind = kind
    self.lines = lines.map { $0.isEmpty ? $0.lowerBound..<$0.lowerBound + 1 : $0 }
    self.marked = marked
    self.section = section
    self.isOfSection = isOfSection
    self.words = words
  }

  /// The line that it begins at; nil for what is about the whole document.
  public var line: Int? { lines.first?.lowerBound }

  /// What was rejected is for a list alone.
  public var isShownInText: Bool {
    guard !lines.isEmpty, case .erratum(let erratum) = kind else { return !lines.isEmpty }
    return erratum.status != .rejected
  }
}
